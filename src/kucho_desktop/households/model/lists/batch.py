"""One change of many households, and what it will do to each of them."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from kucho_desktop.core.fields import Field, field_named
from kucho_desktop.households.model.household import Household
from kucho_desktop.households.model.lists.as_of import AsOf

CHANGEABLE = (
    "membership",
    "tonarigumi_id",
    "distribution",
    "circular",
    "copies",
    "waste_place",
    "away_by_day",
    "dwelling",
    "landlord",
    "postal_code",
    "recorded_on",
    "note",
)
"""Fields of which many households may have the same value."""
APPENDED = frozenset({"note"})
"""Fields to which a line is added: what stands there already is not lost."""


@dataclass(frozen=True)
class Batch:
    """The field of each household gets the value; to a note it is added."""

    name: str
    value: Any

    @property
    def field(self) -> Field:
        return field_named(Household, self.name)

    def new_value(self, household: Household) -> Any:
        """What the household will have; the same as now where nothing changes."""
        old = getattr(household, self.name)
        if self.name not in APPENDED:
            return self.value
        lines = str(old).splitlines()
        return old if not self.value or self.value in lines else "\n".join([*lines, self.value])

    def changes(self, household: Household) -> bool:
        return bool(self.new_value(household) != getattr(household, self.name))


@dataclass(frozen=True)
class Foreseen:
    """What will be: old and new are texts."""

    household: Household
    old: str
    new: str
    changes: bool


def foresee(batch: Batch, households: Iterable[Household], as_of: AsOf) -> list[Foreseen]:
    """What the change does to each of these households, in their order."""
    return [
        Foreseen(
            each,
            text_of(batch.field, getattr(each, batch.name), as_of),
            text_of(batch.field, batch.new_value(each), as_of),
            batch.changes(each),
        )
        for each in households
    ]


def text_of(field: Field, value: Any, as_of: AsOf) -> str:
    """A value as the user reads it."""
    return as_of.name(value) if field.kind.table else field.kind.show(value)
