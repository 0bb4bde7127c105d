"""What a list of those who came and went is made of."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from kucho_desktop.core.i18n import _
from kucho_desktop.households.model.choices import MEMBERSHIP_CLASSES
from kucho_desktop.households.model.figures.headcount import Headcount
from kucho_desktop.households.model.figures.moves import KINDS, OF_PEOPLE, Move, Tally

_LABELS = dict(KINDS)


@dataclass(frozen=True)
class MoveList:
    """first, last: the days of the list, both included.

    before: the district on the day before the first one; after: on the last one.
    moves: empty for those who may not see names. groups: by id, their names.
    """

    first: date
    last: date
    before: Headcount
    after: Headcount
    tallies: tuple[Tally, ...]
    moves: tuple[Move, ...] = ()
    groups: Mapping[int, str] | None = None

    @property
    def names_people(self) -> bool:
        return self.groups is not None


def label_of(kind: str) -> str:
    """What happened, in the user's language."""
    return _(_LABELS[kind])


def who_moved(move: Move) -> str:
    """The person where it is about one, else the head of the household."""
    if move.kind in OF_PEOPLE:
        return _(", ").join(name or _("(no name)") for name in move.people)
    return move.head


def note_on(move: Move) -> str:
    """The household of a person; the classes of membership; the reason."""
    labels = {code: _(label) for code, label in MEMBERSHIP_CLASSES.choices}
    said = []
    if move.kind in OF_PEOPLE and (move.head,) != move.people:
        said.append(_("household of {head}").format(head=move.head))
    if move.before and move.after:
        change = {"before": labels[move.before], "after": labels[move.after]}
        said.append(_("{before} → {after}").format(**change))
    elif (move.before or move.after) not in ("", "full"):
        said.append(labels[move.before or move.after])
    if move.reason:
        said.append(move.reason)
    return _(", ").join(said)
