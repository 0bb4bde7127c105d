"""The phone tree on paper: as a tree, as a list, as a card for the wallet."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kucho_desktop.app.paper_request import CONTACTS, Choices, Paper, PaperOption, Request, chosen
from kucho_desktop.contacts import store
from kucho_desktop.contacts.model import Body, Call
from kucho_desktop.core.audiences import Audience
from kucho_desktop.core.book import Book
from kucho_desktop.core.fields import ShownRecord, shown
from kucho_desktop.core.i18n import N_, _
from kucho_desktop.paper.imprint import Imprint, Printed
from kucho_desktop.tonarigumi.store import tonarigumi_named

if TYPE_CHECKING:
    from kucho_desktop.contacts.papers.boxes import Box
    from kucho_desktop.contacts.papers.call_list import Line
    from kucho_desktop.contacts.papers.tree import TreePaper

WHO = (Audience.OFFICERS, Audience.CHIEF, Audience.GROUP_LEADER, Audience.EVERY_HOUSEHOLD)


def _reaches(_book: Book) -> Choices:
    return (
        ("officers", _("Officers and leaders")),
        ("all", _("With every household")),
        ("groups", _("A sheet for each group")),
    )


def _ways(_book: Book) -> Choices:
    return (
        ("leader", _("The leader calls every house")),
        ("chain", _("From house to house")),
    )


REACH = PaperOption("reach", N_("How far it reaches"), choices=_reaches)
WAY = PaperOption("way", N_("Within a group"), choices=_ways)
EMERGENCY = PaperOption("emergency", N_("For emergencies, bodies outside on top"), kind="flag")
_YES = frozenset({"1", "yes", "true"})


@dataclass(frozen=True)
class Drawn:
    """What a paper draws, and who stands on each of its parts."""

    drawn: Any
    households: tuple[tuple[int, ...], ...]


def parts_of(gathered: Drawn) -> int:
    return len(gathered.households)


def who_is_on(gathered: Drawn) -> Iterable[Iterable[int]]:
    return gathered.households


class _Gathered:
    """The tree of a day as an audience may see it, cut where the paper ends."""

    def __init__(self, book: Book, request: Request) -> None:
        self.reach = chosen(request, REACH, book)
        way = chosen(request, WAY, book)
        self.emergency = request.options.get(EMERGENCY.name, "") in _YES
        self.calls = store.calls_on(book, request.on, chain=way == "chain")
        every = self.calls.all
        kept = [each for each in every if each.is_officer or self.reach != "officers"]
        seen = shown(Call, kept, request.whom, must_agree="name")
        self.texts = {each.id: each for each in seen.records}
        self.by_key = {each.key: each for each in kept}
        self.groups = tonarigumi_named(book, request.on)
        self.outside = outside_for(book, request.whom) if self.emergency else ()
        self.below = {
            key: [other for other in below if other in self.by_key]
            for key, below in self.calls.tree.below().items()
            if key in self.by_key
        }
        self.held_back = 0
        self._drop_silent()

    def _drop_silent(self) -> None:
        """Who does not wish to stand here and calls nobody is left to his leader."""
        for below in self.below.values():
            silent = [key for key in below if self._is_silent(key)]
            self.held_back += len(silent)
            below[:] = [key for key in below if key not in silent]

    def _is_silent(self, key: str) -> bool:
        return self.by_key[key].id not in self.texts and not self.below[key]

    def record(self, key: str) -> ShownRecord | None:
        return self.texts.get(self.by_key[key].id)

    def under(self, root: str) -> list[str]:
        """All of a branch, from the top down."""
        found, stack = [], [root]
        while stack:
            key = stack.pop()
            found.append(key)
            stack += reversed(self.below[key])
        return found

    def branches(self) -> list[tuple[str, str, list[str]]]:
        """(for whom, where it begins, everybody in it)."""
        root = self.calls.tree.root
        if not root:
            return []
        if self.reach != "groups":
            return [("", root, self.under(root))]
        starts = []
        for key, call in self.by_key.items():
            own = [other for other in self.below[key] if not self.by_key[other].is_officer]
            led = self.led_by(key)
            caller = self.calls.tree.caller.get(key, "")
            if call.is_officer:
                begins = any(self.by_key[other].group in led for other in own)
            else:
                begins = self.by_key[caller].is_officer and call.group not in self.led_by(caller)
            if begins:
                group = self.by_key[own[0]].group if call.is_officer else call.group
                starts.append((self.groups.get(group, call.place), key))
        return [(title, key, self.houses_under(key)) for title, key in starts]

    def led_by(self, key: str) -> set[int]:
        """The groups that somebody leads; a house without a leader stands for its own."""
        call = self.by_key[key]
        led = {spot.group for spot in self.calls.tree.spots[key] if spot.group}
        return led if call.is_officer else {call.group}

    def houses_under(self, root: str) -> list[str]:
        kept = [root]
        stack = list(reversed(self.below[root]))
        while stack:
            key = stack.pop()
            if not self.by_key[key].is_officer:
                kept.append(key)
                stack += reversed(self.below[key])
        return kept

    def households(self, keys: Iterable[str]) -> tuple[int, ...]:
        own = (self.by_key[key] for key in keys if self.record(key) is not None)
        return tuple(each.household_id for each in own if each.household_id)


def outside_for(book: Book, audience: Audience) -> tuple[tuple[str, str], ...]:
    """Those that are called in an emergency, in the order of their kinds."""
    bodies = [each for each in store.bodies_in_order(book) if each.emergency]
    seen = shown(Body, bodies, audience, must_agree="name")
    return tuple((each.text("name"), each.text("phone")) for each in seen.records)


def _tree(found: _Gathered) -> "TreePaper":
    from kucho_desktop.contacts.papers.tree import Branch, TreePaper

    branches, boxes = [], {}
    for title, root, keys in found.branches():
        inside = set(keys)
        for key in keys:
            boxes[found.by_key[key].id] = _box(found, key, inside)
        branches.append(Branch(title, found.by_key[root].id, found.households(keys)))
    return TreePaper(boxes, tuple(branches), found.outside, found.emergency, found.held_back)


def _box(found: _Gathered, key: str, inside: set[str]) -> "Box":
    from kucho_desktop.contacts.papers.boxes import Box

    call, record = found.by_key[key], found.record(key)
    below = tuple(found.by_key[other].id for other in found.below[key] if other in inside)
    caller = found.calls.tree.caller.get(key, "")
    is_among_own = caller in found.by_key and call.group in found.led_by(caller)
    place = call.place if call.is_officer or not is_among_own else ""
    name = record.text("name") if record else _("(not shown)")
    phones = tuple(
        dict.fromkeys(filter(None, map(record.text, ("phone", "mobile"))) if record else ())
    )
    return Box(call.id, place, name, phones, below)


def gather_tree(book: Book, request: Request) -> Drawn:
    paper = _tree(_Gathered(book, request))
    return Drawn(paper, tuple(each.households for each in paper.branches) or ((),))


def draw_tree(gathered: Drawn, imprint: Imprint) -> Printed:
    from kucho_desktop.contacts import papers

    return papers.tree_paper(gathered.drawn, imprint)


def gather_list(book: Book, request: Request) -> Drawn:
    from kucho_desktop.contacts.papers.call_list import CallList

    found = _Gathered(book, request)
    paper = _tree(found)
    parts = tuple(
        (title, tuple(_lines(found, root, keys))) for title, root, keys in found.branches()
    )
    return Drawn(CallList(parts, paper), tuple(each.households for each in paper.branches) or ((),))


def _lines(found: _Gathered, root: str, keys: Sequence[str]) -> Iterable["Line"]:
    """By caller: the calls of one person stand together."""
    inside = set(keys)
    yield _line(found, root, "")
    for caller in keys:
        record = found.record(caller)
        said = " ".join(
            part
            for part in (
                found.by_key[caller].place if found.by_key[caller].is_officer else "",
                record.text("name") if record else "",
            )
            if part
        )
        for key in found.below[caller]:
            if key in inside:
                yield _line(found, key, said)


def _line(found: _Gathered, key: str, caller: str) -> "Line":
    from kucho_desktop.contacts.papers.call_list import Line

    call, record = found.by_key[key], found.record(key)
    deputy = found.calls.tree.instead.get(key, "")
    other = found.record(deputy) if deputy in found.by_key else None
    number = len(found.below[key])
    text = record.text if record else (lambda _name: "")
    return Line(
        caller,
        call.place,
        text("name") or _("(not shown)"),
        text("phone"),
        text("mobile"),
        other.text("name") if other else "",
        _("{count} calls").format(count=number) if number else "",
    )


def draw_list(gathered: Drawn, imprint: Imprint) -> Printed:
    from kucho_desktop.contacts import papers

    return papers.call_list(gathered.drawn, imprint)


PAPERS = (
    Paper(
        "phone-tree",
        N_("Phone tree"),
        WHO,
        gather_tree,
        draw_tree,
        parts_of,
        (REACH, WAY, EMERGENCY),
        shelf=CONTACTS,
        who=who_is_on,
    ),
    Paper(
        "call-list",
        N_("Phone tree, as a list"),
        WHO,
        gather_list,
        draw_list,
        parts_of,
        (REACH, WAY, EMERGENCY),
        shelf=CONTACTS,
        who=who_is_on,
    ),
)
