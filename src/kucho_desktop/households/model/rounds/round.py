"""A round of forms or lists: what is asked, what came back, how far it is."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from kucho_desktop.households.model.choices import CONSENT_AUDIENCES, CONSENT_ITEMS, JOINED
from kucho_desktop.households.model.household import Household

SHEETS, LISTS = "sheet", "list"
"""Kinds of a round: every household hands a form back, or every group's leader a list."""
RETURNED, REFUSED = "returned", "refused"
"""States of a line; a line that did not come back has none."""

Answers = Mapping[tuple[str, str], bool]
"""(item, audience) → whether it may be shown."""


@dataclass(frozen=True)
class Round:
    """return_by, closed: ISO days, "" where none is said or it still goes on."""

    id: int
    kind: str
    name: str
    began: str
    return_by: str = ""
    closed: str = ""

    def is_late(self, day: str) -> bool:
        """Whether it still goes on after the day by which it should have come back (ISO)."""
        return not self.closed and bool(self.return_by) and day > self.return_by


@dataclass(frozen=True)
class Line:
    """A household of a round, in the order of the walk."""

    household: Household
    state: str = ""
    returned_on: str = ""


@dataclass(frozen=True)
class Said:
    """What stands on a line that came back. None: as it is in the book.

    people: how many live there.
    """

    state: str = RETURNED
    answers: Answers = field(default_factory=dict)
    phone: str | None = None
    mobile: str | None = None
    people: int | None = None


@dataclass(frozen=True)
class Progress:
    """How many households of a group are asked, have come back, and did not want to."""

    group: int | None
    title: str
    asked: int
    back: int
    refused: int = 0

    @property
    def out(self) -> int:
        return self.asked - self.back


def asked_memberships(kind: str) -> frozenset[str]:
    """A form goes to the members; on a list stands every house but those of others."""
    return JOINED if kind == SHEETS else JOINED | {"empty", "villa", "apartment", "office"}


def questions(household: Household) -> tuple[tuple[str, str], ...]:
    """(item, audience) of all that the household is asked, in the order of the form."""
    return questions_within(household.limit)


def questions_within(limit: frozenset[tuple[str, str]] | None) -> tuple[tuple[str, str], ...]:
    """The same for all households: what the association would show at all."""
    return tuple(
        (item, audience)
        for audience, _title in CONSENT_AUDIENCES.choices
        for item, _label in CONSENT_ITEMS.choices
        if limit is None or (item, audience) in limit
    )


def answers_of(household: Household) -> dict[tuple[str, str], bool | None]:
    """What the household has said so far; None where it has said nothing."""
    said = {"yes": True, "no": False, "": None}
    return {each: said[household.answer(*each)] for each in questions(household)}
