"""What changes the number of households and persons in a year: who came, who went, and why."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kucho_desktop.core.i18n import N_
from kucho_desktop.households.model.choices import DWELLED, JOINED

KINDS = (
    ("came", N_("Household moved in")),
    ("went", N_("Household moved out")),
    ("person_came", N_("Person moved in")),
    ("person_went", N_("Person moved out")),
    ("born", N_("Was born")),
    ("died", N_("Died")),
    ("split", N_("Household set up by a part of a family")),
    ("merged", N_("Household joined another one")),
    ("within", N_("Moved to another household of the district")),
    ("joined", N_("Joined the association")),
    ("left", N_("Quit the association")),
    ("paused", N_("Paused")),
    ("resumed", N_("Back from a pause")),
    ("emptied", N_("House became empty")),
    ("ended", N_("Household came to an end")),
    ("house_added", N_("House came onto the roster")),
    ("house_gone", N_("House went from the roster")),
    ("changed", N_("Another class of membership")),
)
"""In the order in which they are counted."""
OF_PEOPLE = frozenset({"person_came", "person_went", "born", "died", "within"})
"""Kinds that speak of people; all others speak of households."""


@dataclass(frozen=True)
class Move:
    """One thing that happened on a day, and by how much it changed each figure.

    day: ISO; what ended held on the day before for the last time.
    head, kana: of the household. people: whom it is about by name, where it is about people.
    before, after: the class of membership, "" where the household was not there.
    size: how many persons came, went or changed their household with it.
    """

    day: str
    kind: str
    household_id: int
    tonarigumi_id: int | None = None
    head: str = ""
    kana: str = ""
    people: tuple[str, ...] = ()
    size: int = 0
    persons: int = 0
    before: str = ""
    after: str = ""
    reason: str = ""

    @property
    def households(self) -> int:
        """By how many the households of the roster changed."""
        return (self.after != "") - (self.before != "")

    @property
    def dwelled(self) -> int:
        return (self.after in DWELLED) - (self.before in DWELLED)

    @property
    def joined(self) -> int:
        """Of the households in which somebody lives, those that belong to the association."""
        belongs = JOINED & DWELLED
        return (self.after in belongs) - (self.before in belongs)


@dataclass(frozen=True)
class Balance:
    """By how much the figures changed, all moves together."""

    households: int = 0
    dwelled: int = 0
    joined: int = 0
    persons: int = 0


def balance(moves: Iterable[Move]) -> Balance:
    every = list(moves)
    return Balance(
        sum(move.households for move in every),
        sum(move.dwelled for move in every),
        sum(move.joined for move in every),
        sum(move.persons for move in every),
    )


@dataclass(frozen=True)
class Tally:
    """How often something of a kind happened, and to how many persons."""

    kind: str
    times: int
    size: int


def tallies(moves: Sequence[Move]) -> list[Tally]:
    """Of every kind that happened."""
    found = []
    for kind, _label in KINDS:
        own = [move for move in moves if move.kind == kind]
        if own:
            found.append(Tally(kind, len(own), sum(move.size for move in own)))
    return found


@dataclass(frozen=True)
class Crossing:
    """What its people did on the day on which a household's class of membership changed.

    came: some came to live there. from_here: of these, some out of another household of the
    district. to_there: some live in another one from then on. died: somebody died that day.
    """

    came: bool = False
    from_here: bool = False
    to_there: bool = False
    died: bool = False


def kind_of(before: str, after: str, people: Crossing) -> str:
    """What became of a household whose class of membership changed ("" = not there)."""
    if not before or not after:
        return _came_or_went(before or after, not before, people)
    if after in DWELLED and before not in DWELLED and people.came:
        return "split" if people.from_here else "came"
    if after == "empty":
        return "emptied"
    if "paused" in (before, after) and {before, after} <= JOINED:
        return "paused" if after == "paused" else "resumed"
    if (before in JOINED) != (after in JOINED):
        return "joined" if after in JOINED else "left"
    return "changed"


def _came_or_went(membership: str, came: bool, people: Crossing) -> str:
    if membership not in DWELLED:
        return "house_added" if came else "house_gone"
    if came:
        return "split" if people.from_here else "came"
    if people.to_there:
        return "merged"
    return "ended" if people.died else "went"
