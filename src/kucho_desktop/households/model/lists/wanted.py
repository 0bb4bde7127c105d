"""A list of households as somebody put it together: whom, which columns, in which order."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from kucho_desktop.core.audiences import ASKS_CONSENT, Audience
from kucho_desktop.core.fields import field_named
from kucho_desktop.core.i18n import _
from kucho_desktop.core.text import sort_key
from kucho_desktop.households.model.household import Household
from kucho_desktop.households.model.lists.as_of import AsOf
from kucho_desktop.households.model.lists.conditions import Condition, Holds
from kucho_desktop.households.model.lists.ready import READY, Ready
from kucho_desktop.households.model.lists.sorting import in_order
from kucho_desktop.households.model.lists.traits import traits

COLUMNS = ("tonarigumi_id", "walking_order", "head", "kana", "address", "phone", "people")
"""What a list shows unless other columns are chosen."""
DISTRICT = ""
"""The order that a list has unless another is chosen: by group, in walking order."""
_MOST_TITLES = 3


@dataclass(frozen=True)
class HouseholdList:
    """ready: names of READY. any_of: one of them or of the conditions is enough.

    sort: a trait, or DISTRICT. backwards: from the end. without: ids that were left out by hand.
    """

    title: str = ""
    ready: tuple[str, ...] = ()
    conditions: tuple[Condition, ...] = ()
    any_of: bool = False
    columns: tuple[str, ...] = COLUMNS
    sort: str = DISTRICT
    backwards: bool = False
    without: frozenset[int] = frozenset()

    def find(self, households: Iterable[Household], as_of: AsOf) -> list[Household]:
        """Those whom it is about, in its order; whoever was left out by hand is among them."""
        rules = self._rules(as_of)
        enough = any if self.any_of and rules else all
        found = [each for each in households if enough(rule(each) for rule in rules)]
        return in_order(found, self.sort, as_of, backwards=self.backwards)

    def _rules(self, as_of: AsOf) -> list[Holds]:
        own = [each.holds(as_of) for each in self.conditions if each.is_finished()]
        return [*(_OnDay(READY[name], as_of) for name in self.ready), *own]

    def kept(self, found: Iterable[Household]) -> list[Household]:
        """Without those that were left out by hand."""
        return [each for each in found if each.id not in self.without]

    def name(self) -> str:
        """Its own title, or what the ready questions are called."""
        if self.title:
            return self.title
        titles = [READY[name].title for name in self.ready]
        if 0 < len(titles) <= _MOST_TITLES and not self.any_of:
            return _(" and ").join(titles)
        return _("List of households")

    def sentences(self, as_of: AsOf) -> list[str]:
        """Whom it is about, in words: one for every question."""
        own = [each.sentence(as_of) for each in self.conditions if each.is_finished()]
        return [*(READY[name].title for name in self.ready), *own]

    def tells_too_much(self, audience: Audience) -> list[str]:
        """The titles of what it asks for and a wide audience may not know.

        Who stands in a list of those who are out by day is told to be out by day, whatever the
        columns are. Officials and the city are given lists for their work.
        """
        if audience not in ASKS_CONSENT:
            return []
        asked = [*self._asked(), *([self.sort] if self.sort else [])]
        known = [traits()[name] for name in dict.fromkeys(asked)]
        return [each.title for each in known if audience not in each.seen_by]

    def _asked(self) -> list[str]:
        """The traits by which its households are chosen."""
        own = [each.trait for each in self.conditions if each.is_finished()]
        return [*own, *(name for each in self.ready for name in READY[each].asks)]

    def may_show(self, household: Household, audience: Audience) -> bool:
        """Whether it agreed to all that is told of it by its standing on this list.

        Who is found by a phone number is told to have it, whatever the columns are.
        """
        if audience not in ASKS_CONSENT:
            return True
        needs = {need for name in self._asked() for need in traits()[name].needs}
        items = {"name", *(field_named(Household, need).consent for need in needs)} - {""}
        return all(household.agreed(item, audience) for item in items)

    def columns_for(self, audience: Audience) -> list[str]:
        """The columns that this audience may see, in their order."""
        return [name for name in self.columns if audience in traits()[name].seen_by]

    # how it is kept

    def conditions_text(self) -> str:
        own = [[each.trait, each.way, each.value] for each in self.conditions]
        said = {"ready": list(self.ready), "own": own, "any": self.any_of}
        return json.dumps(said, ensure_ascii=False)

    def columns_text(self) -> str:
        return ",".join(self.columns)

    def sort_text(self) -> str:
        return f"-{self.sort}" if self.backwards else self.sort

    def as_text(self) -> str:
        """The whole of it, to be handed to a paper."""
        said = {
            "title": self.title,
            "conditions": self.conditions_text(),
            "columns": self.columns_text(),
            "sort": self.sort_text(),
            "without": sorted(self.without),
        }
        return json.dumps(said, ensure_ascii=False)


def from_texts(title: str, conditions: str, columns: str, sort: str) -> HouseholdList:
    """What was kept; what a newer program asked for and this one does not know is left out."""
    said: dict[str, Any] = json.loads(conditions or "{}")
    own = [Condition(*each) for each in said.get("own", ())]
    made = HouseholdList(
        title,
        tuple(name for name in said.get("ready", ()) if name in READY),
        tuple(each for each in own if each.is_known()),
        bool(said.get("any", False)),
    )
    return with_sort(with_columns(made, columns), sort)


def from_text(text: str) -> HouseholdList:
    """What `as_text` said. Raises ValueError for anything else."""
    said = json.loads(text)
    if not isinstance(said, dict):
        raise ValueError(text)
    made = from_texts(said["title"], said["conditions"], said["columns"], said["sort"])
    return replace(made, without=frozenset(said["without"]))


def with_columns(made: HouseholdList, text: str) -> HouseholdList:
    """With these columns (names with commas); the usual ones where none of them is known."""
    known = tuple(each for each in text.split(",") if each in traits() and traits()[each].is_column)
    return replace(made, columns=tuple(dict.fromkeys(known)) or COLUMNS)


def with_sort(made: HouseholdList, text: str) -> HouseholdList:
    """In this order: a trait, "-" before it for the way back."""
    name = text.removeprefix("-")
    return replace(
        made, sort=name if name in traits() else DISTRICT, backwards=text.startswith("-")
    )


@dataclass(frozen=True)
class SavedList:
    """A list that somebody keeps under a name."""

    id: int
    list: HouseholdList

    @property
    def name(self) -> str:
        return self.list.title


def by_name(saved: Sequence[SavedList]) -> list[SavedList]:
    return sorted(saved, key=_by_name)


def _by_name(saved: SavedList) -> tuple[str, int]:
    return sort_key(saved.name), saved.id


@dataclass(frozen=True)
class _OnDay:
    ready: Ready
    as_of: AsOf

    def __call__(self, household: Household) -> bool:
        return self.ready.holds(household, self.as_of.day)
