"""What was talked about with a household, above all with one that has not joined."""

from dataclasses import dataclass

from kucho_desktop.core.fields import field
from kucho_desktop.core.i18n import N_
from kucho_desktop.core.kinds import DATE, FLAG, NOTE, TEXT, choice

WAYS = choice(
    "way of talking",
    (
        ("visit", N_("Visit")),
        ("met", N_("Met on the way")),
        ("phone", N_("By phone")),
        ("letter", N_("Letter in the box")),
        ("other", N_("In another way")),
    ),
)


@dataclass(frozen=True)
class Talk:
    """One talk, and what shall be done next; done: the next step was taken."""

    id: int = 0
    household_id: int = 0
    talked_on: str = field(DATE, N_("Talked on"), width=9)
    way: str = field(WAYS, N_("In which way"), default="visit", width=8)
    said: str = field(NOTE, N_("What was said"), width=16)
    next_step: str = field(TEXT, N_("Next step"), width=14)
    next_on: str = field(DATE, N_("By which day"), width=9)
    done: int = field(FLAG, N_("Done"), default=0)

    @property
    def is_open(self) -> bool:
        """Whether something is still to be done."""
        return bool(self.next_step or self.next_on) and not self.done

    def is_due(self, today: str) -> bool:
        """today: ISO. A step without a day is never due by itself."""
        return self.is_open and bool(self.next_on) and self.next_on <= today


@dataclass(frozen=True)
class Asked:
    """A household of the list of those that have not joined. id: of the household.

    last: the last talk, next: the open step that is wanted first; None where there is none.
    """

    id: int
    name: str
    tonarigumi_id: int | None
    people: int
    membership: str
    last: Talk | None = None
    next: Talk | None = None
