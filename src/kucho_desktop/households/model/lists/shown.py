"""A list of households as an audience may see it, ready to become a paper or a table."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from kucho_desktop.core.fields import Shown, ShownRecord
from kucho_desktop.households.model.lists.traits import Trait, traits


@dataclass(frozen=True)
class ListPart:
    """Those who stand on it together. title: of their group, where each group has its own part."""

    title: str
    households: Shown


@dataclass(frozen=True)
class ShownList:
    """title: what it is called. sentences: whom it is about. columns: names of traits.

    groups: the names of the groups by their id as text. day: on which the ages are reckoned.
    """

    title: str
    sentences: tuple[str, ...]
    columns: tuple[str, ...]
    parts: tuple[ListPart, ...]
    day: date
    groups: Mapping[str, str] = field(default_factory=dict)

    @property
    def traits(self) -> tuple[Trait, ...]:
        return tuple(traits()[name] for name in self.columns)

    @property
    def households(self) -> int:
        return sum(len(part.households.records) for part in self.parts)

    @property
    def held_back(self) -> int:
        """How many are left out whole, for want of consent."""
        return sum(part.households.held_back for part in self.parts)

    def text(self, trait: Trait, record: ShownRecord) -> str:
        """What stands in a column of a household."""
        assert trait.seen is not None
        text = trait.seen(record, self.day)
        return self.groups.get(text, "") if trait.family == "group" else text
