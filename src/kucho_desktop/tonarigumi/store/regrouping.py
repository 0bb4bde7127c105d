"""Groups that are formed anew from a day on, and what would come of it."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any, TypeVar

from kucho_desktop.core import periods
from kucho_desktop.core.book import Book
from kucho_desktop.core.errors import NotAllowed
from kucho_desktop.core.i18n import N_, _
from kucho_desktop.tonarigumi.model import PLACE, Tonarigumi
from kucho_desktop.tonarigumi.store.groups import add_tonarigumi, all_tonarigumi, must_be_there

Seen = TypeVar("Seen")


def add_group_behind(book: Book, before: Tonarigumi, name: str, day: date) -> int:
    """Add a group from a day on, right behind another one of the same outer group; gives its id."""
    name = name.strip()
    there = all_tonarigumi(book, day)
    siblings = [group for group in there if group.parent_id == before.parent_id]
    if not name:
        raise NotAllowed(_("Please write the name of the group."))
    if any(group.name == name for group in siblings):
        raise NotAllowed(_("There is a group of this name already."))
    with book.step(N_("Add group {name}"), name=name):
        new = add_tonarigumi(book, name, parent_id=before.parent_id, since=day.isoformat())
        order: list[int] = []
        for group in siblings:
            order += [group.id, new] if group.id == before.id else [group.id]
        _number(book, order, day)
    return new


def rename_tonarigumi(book: Book, group_id: int, name: str, kana: str, day: date) -> None:
    """A group is called otherwise from a day on."""
    there = all_tonarigumi(book, day)
    mine = must_be_there(there, group_id)
    name = name.strip()
    if not name:
        raise NotAllowed(_("Please write the name of the group."))
    beside = [each for each in there if each.parent_id == mine.parent_id]
    if any(each.name == name and each.id != group_id for each in beside):
        raise NotAllowed(_("There is a group of this name already."))
    if (mine.name, mine.kana) == (name, kana):
        raise NotAllowed(_("It is so already on that day. Nothing was changed."))
    said = {"name": mine.name, "new": name}
    with book.step(N_("The group {name} is called {new}"), **said) as db:
        periods.change_from(
            db, PLACE, {"tonarigumi_id": group_id}, day, name=name, kana=kana.strip()
        )


def place_tonarigumi(book: Book, group_id: int, behind: int | None, day: date) -> None:
    """A group stands behind another one of the same outer group (None: first) from a day on."""
    there = all_tonarigumi(book, day)
    mine = must_be_there(there, group_id)
    others = [each for each in there if each.parent_id == mine.parent_id and each.id != group_id]
    if behind is not None and behind not in {each.id for each in others}:
        raise NotAllowed(_("Please choose a group that is there on that day."))
    order = [] if behind is not None else [group_id]
    for each in others:
        order += [each.id, group_id] if each.id == behind else [each.id]
    if order == [each.id for each in there if each.parent_id == mine.parent_id]:
        raise NotAllowed(_("It is so already on that day. Nothing was changed."))
    with book.step(N_("Move group {name}"), name=mine.name):
        _number(book, order, day)


def _number(book: Book, order: Sequence[int], day: date) -> None:
    with book.step("") as db:
        for position, group_id in enumerate(order):
            owner = {"tonarigumi_id": group_id}
            periods.change_from(db, PLACE, owner, day, position=position)


def foresee(book: Book, write: Callable[[], object], look: Callable[[], Seen]) -> Seen:
    """What `look` sees once `write` has written; nothing is kept."""
    try:
        with book.step(""):
            write()
            raise _Foreseen(look())
    except _Foreseen as foreseen:
        seen: Seen = foreseen.seen
        return seen


class _Foreseen(Exception):
    """Takes back what was tried, and brings what was seen."""

    def __init__(self, seen: Any) -> None:
        super().__init__()
        self.seen = seen
