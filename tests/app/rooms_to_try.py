"""Two small rooms, so that the window is tried apart from the real ones."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from kucho_desktop.core.book import Book
from kucho_desktop.core.found import Found, Place
from kucho_desktop.households.store import (
    change_household,
    find_households,
    household_ids,
    households_of,
)
from kucho_desktop.widgets.parts import button
from kucho_desktop.widgets.record_list import RecordList
from kucho_desktop.widgets.room_page import RoomPage
from kucho_desktop.widgets.table import Column, PagedTable


@dataclass(frozen=True)
class Room:
    """As app.rooms.Room, without the real pages."""

    name: str
    words: str
    icon: str
    make_page: Any
    search: Any

    def title(self) -> str:
        return self.words


class HousesPage(RoomPage):
    """A list of heads; changes a phone when it is told to."""

    name = "households"
    tables = frozenset({"household"})
    built = 0

    def __init__(self, book: Book) -> None:
        super().__init__("世帯")
        type(self).built += 1
        self._book = book
        self.begun = ""
        column = Column("head", "世帯主", 10, lambda household: household.head, "bold")
        self.list = RecordList(PagedTable([column], self._fetch), "houses", "世帯の一覧")
        self.body.addWidget(self.list)
        self.add = self.add_button("世帯を加える", self.finish, go=True)

    def _fetch(self, ids: Sequence[int]) -> Sequence[Any]:
        return households_of(self._book, ids)

    def reload(self) -> None:
        ids = household_ids(self._book)
        if ids:
            self.show_body()
            self.list.show_ids(ids)
        else:
            self.show_empty("まだ世帯がありません。", button("表を読み込む…"))

    def show_place(self, place: Place) -> None:
        self._reload_if_seen()
        self.list.select(place.id)

    def begin(self, work: str) -> None:
        self.begun = work

    def phone(self, id_: int, phone: str) -> None:
        change_household(self._book, id_, "phone", phone)


class PlainPage(RoomPage):
    """Nothing on it."""

    def __init__(self, _book: Book) -> None:
        super().__init__("区の姿")


def find(book: Book, typed: str, most: int) -> list[Found]:
    return [
        Found(Place("households", each.id), each.head, each.phone)
        for each in households_of(book, find_households(book, typed, most))
    ]


def find_nothing(_book: Book, _typed: str, _most: int) -> list[Found]:
    return []


def rooms() -> list[Any]:
    return [
        Room("households", "世帯", "users", HousesPage, find),
        Room("association", "区の姿", "landmark", PlainPage, find_nothing),
    ]
