"""A second reading as the user judges it: every household and every field is ticked or not."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from kucho_desktop.core.i18n import _
from kucho_desktop.exchange.roster import Record
from kucho_desktop.households.model import Household
from kucho_desktop.households.model.again.comparison import Changed, Proposal, Unsure
from kucho_desktop.households.model.again.differences import Difference
from kucho_desktop.households.model.again.saying import name_of_record, said

ASKED, CHANGED, NEW, GONE = "asked", "changed", "new", "gone"
LATER, AS_NEW = -1, 0
"""What is decided of a household that is not sure; else the id of the one it is."""

Key = tuple[str, int]


@dataclass
class Judged:
    """Ticks over a proposal. A key is a list's name and a place in it.

    wanted: keys of the ticked households. refused: (key, id of the household, place) of the
    differences that are not taken over. decisions: place in the asked ones → LATER, AS_NEW, an id.
    gone: the households that are not in the table, as far as decided; ticks are kept by their id.
    """

    proposal: Proposal = field(default_factory=Proposal)
    wanted: set[Key] = field(default_factory=set)
    refused: set[tuple[Key, int, int]] = field(default_factory=set)
    decisions: dict[int, int] = field(default_factory=dict)
    gone: tuple[Household, ...] = ()

    @staticmethod
    def of(proposal: Proposal) -> "Judged":
        """As it stands at first: what is new and changed is ticked, nobody is gone."""
        judged = Judged(proposal, gone=proposal.gone)
        judged.wanted |= {(NEW, place) for place in range(len(proposal.new))}
        for place, each in enumerate(proposal.changed):
            judged._refuse_unwanted((CHANGED, place), each)
            if any(one.is_wanted for one in each.differences):
                judged.wanted.add((CHANGED, place))
        for place, unsure in enumerate(proposal.unsure):
            for candidate in unsure.candidates:
                judged._refuse_unwanted((ASKED, place), candidate)
        return judged

    def _refuse_unwanted(self, key: Key, changed: Changed) -> None:
        for place, each in enumerate(changed.differences):
            if not each.is_wanted:
                self.refused.add((key, changed.household.id, place))

    # ---- when the window was away ----

    def said(self) -> dict[str, Any]:
        """What was ticked and decided, as JSON."""
        return {
            "sizes": [self.size(name) for name in (ASKED, CHANGED, NEW)],
            "wanted": [list(key) for key in sorted(self.wanted)],
            "refused": [[*key, id_, place] for key, id_, place in sorted(self.refused)],
            "decisions": [list(each) for each in self.decisions.items()],
        }

    def say_again(self, said: Mapping[str, Any]) -> None:
        """The same of the same table; where book or file changed since, all is as at first."""
        if said["sizes"] != [self.size(name) for name in (ASKED, CHANGED, NEW)]:
            return
        for place, which in said["decisions"]:
            self.decide(place, which)
        self.wanted = {(name, place) for name, place in said["wanted"]}
        self.refused = {((name, at), id_, place) for name, at, id_, place in said["refused"]}

    # ---- what is in the lists ----

    def size(self, name: str) -> int:
        return len(self.entries(name))

    def entries(self, name: str) -> Sequence[Record | Changed | Unsure | Household]:
        lists: Mapping[str, Sequence[Record | Changed | Unsure | Household]] = {
            ASKED: self.proposal.unsure,
            CHANGED: self.proposal.changed,
            NEW: self.proposal.new,
            GONE: self.gone,
        }
        return lists[name]

    def is_ticked(self, key: Key) -> bool:
        return self._kept_as(key) in self.wanted

    def _kept_as(self, key: Key) -> Key:
        """Who is gone may change with a decision, so that the place in the list says nothing."""
        name, place = key
        return (name, self.gone[place].id) if name == GONE else key

    def tick(self, key: Key, on: bool) -> None:
        """A changed household of which every field was refused gets all of them back."""
        (self.wanted.add if on else self.wanted.discard)(self._kept_as(key))
        name, place = key
        if on and name == CHANGED:
            changed = self.proposal.changed[place]
            if not self._taken(key, changed):
                self.refused -= {each for each in self.refused if each[0] == key}

    def takes(self, key: Key, changed: Changed, place: int) -> bool:
        return (key, changed.household.id, place) not in self.refused

    def take(self, key: Key, changed: Changed, place: int, on: bool) -> None:
        """Take a difference over or not; a household none of whose fields is taken is not."""
        one = (key, changed.household.id, place)
        (self.refused.discard if on else self.refused.add)(one)
        if key[0] == CHANGED:
            (self.wanted.add if self._taken(key, changed) else self.wanted.discard)(key)

    def _taken(self, key: Key, changed: Changed) -> tuple[Difference, ...]:
        return tuple(
            each
            for place, each in enumerate(changed.differences)
            if self.takes(key, changed, place)
        )

    def decide(self, place: int, which: int) -> None:
        """Say of an asked one LATER, AS_NEW or the id of the household that it is.

        A household is one of the asked ones only: the last that was said to be it.
        """
        others = [at for at, said in self.decisions.items() if said == which and said > AS_NEW]
        self.decisions |= dict.fromkeys(others, LATER) | {place: which}
        there = set()
        for at, unsure in enumerate(self.proposal.unsure):
            said = self.decisions.get(at, LATER)
            could_be = {each.household.id for each in unsure.candidates}
            there |= could_be if said == LATER else {said}
        self.gone = tuple(each for each in self.proposal.beside if each.id not in there)

    def decided(self, place: int) -> Changed | None:
        """The household that an asked one was said to be."""
        id_ = self.decisions.get(place, LATER)
        found = (
            each for each in self.proposal.unsure[place].candidates if each.household.id == id_
        )
        return next(found, None)

    # ---- what comes of it ----

    def as_wanted(self) -> Proposal:
        """Only what is taken over."""
        new = [each for place, each in enumerate(self.proposal.new) if (NEW, place) in self.wanted]
        asked = enumerate(self.proposal.unsure)
        new += [each.record for place, each in asked if self.decisions.get(place) == AS_NEW]
        changed = [each for each in self._changed() if each.differences]
        return Proposal(tuple(new), tuple(changed))

    def _changed(self) -> Iterator[Changed]:
        for place, each in enumerate(self.proposal.changed):
            key = (CHANGED, place)
            if key in self.wanted:
                yield replace(each, differences=self._taken(key, each))
        for place in range(len(self.proposal.unsure)):
            decided = self.decided(place)
            if decided:
                yield replace(decided, differences=self._taken((ASKED, place), decided))

    def leaving(self) -> tuple[Household, ...]:
        return tuple(each for each in self.gone if (GONE, each.id) in self.wanted)


def title_of(entry: Record | Changed | Unsure | Household) -> str:
    """What a household in a list is called."""
    if isinstance(entry, Unsure | Record):
        return name_of_record(entry.record if isinstance(entry, Unsure) else entry)
    household = entry.household if isinstance(entry, Changed) else entry
    return household.head or household.address or _("(no name)")


def what_of(entry: Record | Changed | Unsure | Household) -> str:
    """What is told of it in the list: what differs, or where it is."""
    if isinstance(entry, Changed):
        return _(", ").join(dict.fromkeys(said(each).title for each in entry.differences))
    if isinstance(entry, Unsure):
        return _(", ").join(title_of(each) for each in entry.candidates) + _("?")
    if isinstance(entry, Record):
        return _("   ").join(filter(None, (" ".join(entry.group), entry.values.get("address", ""))))
    return _("   ").join(filter(None, (entry.address, entry.phone)))
