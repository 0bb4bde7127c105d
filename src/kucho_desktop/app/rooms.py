"""The rooms, in the order the user sees them, and what each says to the whole.

A room is loaded when it is first gone to or searched in: the window opens without any.
"""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from kucho_desktop.core.book import Book
from kucho_desktop.core.found import Found, Place
from kucho_desktop.core.i18n import _
from kucho_desktop.widgets.room_page import RoomPage


class Room(NamedTuple):
    """A room of the house. icon: a name in resources/icons, without ending.

    search: gives at most `most` hits for what was typed.
    What it says to the whole besides stands in `what_rooms_say`.
    """

    name: str
    title: Callable[[], str]
    icon: str
    make_page: Callable[[Book], RoomPage]
    search: Callable[[Book, str, int], Sequence[Found]]


def rooms() -> list[Room]:
    return [
        Room("households", lambda: _("Households"), "users", _households_page, _search_households),
        Room("tonarigumi", lambda: _("Groups"), "clipboard-list", _groups_page, _search_groups),
        Room(
            "officers",
            lambda: _("Posts and officers"),
            "circle-check",
            _officers_page,
            _search_officers,
        ),
        Room("contacts", lambda: _("Contacts"), "phone", _contacts_page, _search_contacts),
        Room(
            "circulars",
            lambda: _("Letters and circulars"),
            "file-text",
            _circulars_page,
            _search_circulars,
        ),
        Room("association", lambda: _("The district"), "landmark", _district_page, _search_none),
        Room("calendar", lambda: _("Calendar"), "calendar-days", _calendar_page, _search_calendar),
        Room("records", lambda: _("Records"), "history", _records_page, _search_none),
    ]


def _households_page(book: Book) -> RoomPage:
    from kucho_desktop.households.page import HouseholdsPage

    return HouseholdsPage(book)


def _district_page(book: Book) -> RoomPage:
    from kucho_desktop.association.page import AssociationPage

    return AssociationPage(book)


def _groups_page(book: Book) -> RoomPage:
    from kucho_desktop.households import store
    from kucho_desktop.tonarigumi.page import Houses, TonarigumiPage

    houses = Houses(
        store.sizes_of_groups,
        store.TABLES,
        store.sizes_on,
        store.houses_in,
        store.split_group,
        store.merge_groups,
    )
    return TonarigumiPage(book, houses)


def _calendar_page(book: Book) -> RoomPage:
    from kucho_desktop.association.store import TABLES, fiscal_year, name_of
    from kucho_desktop.calendar.page import Around, CalendarPage

    return CalendarPage(book, Around(fiscal_year, name_of, TABLES))


def _officers_page(book: Book) -> RoomPage:
    from kucho_desktop.households.store import TABLES
    from kucho_desktop.officers.page import OfficersPage

    return OfficersPage(book, TABLES | {"association_year", "household_today"})


def _contacts_page(book: Book) -> RoomPage:
    from kucho_desktop.contacts.page import ContactsPage
    from kucho_desktop.households.store import TABLES
    from kucho_desktop.officers.store import TABLES as OFFICE_TABLES

    return ContactsPage(book, TABLES | OFFICE_TABLES | {"household_today", "tonarigumi"})


def _circulars_page(book: Book) -> RoomPage:
    from kucho_desktop.circulars.page import CircularsPage
    from kucho_desktop.households.store import TABLES
    from kucho_desktop.officers.store import TABLES as OFFICES

    return CircularsPage(book, TABLES | OFFICES | {"household_today"})


def _records_page(book: Book) -> RoomPage:
    from kucho_desktop.app.paper_kinds.records import title_of_paper
    from kucho_desktop.records.page import RecordsPage

    return RecordsPage(book, title_of_paper())


def _search_households(book: Book, typed: str, most: int) -> list[Found]:
    from kucho_desktop.households.store import first_households, households_of
    from kucho_desktop.tonarigumi.store import tonarigumi_named

    groups = tonarigumi_named(book)
    return [
        Found(
            Place("households", household.id),
            household.head or household.address,
            "  ".join(
                part
                for part in (
                    groups.get(household.tonarigumi_id or 0, ""),
                    household.yago,
                    household.address,
                    household.phone,
                )
                if part
            ),
        )
        for household in households_of(book, first_households(book, typed, most))
    ]


def _search_groups(book: Book, typed: str, most: int) -> list[Found]:
    from kucho_desktop.tonarigumi.store import find_tonarigumi

    return [
        Found(Place("tonarigumi", group.id), group.full_name)
        for group in find_tonarigumi(book, typed)[:most]
    ]


def _search_calendar(book: Book, typed: str, most: int) -> list[Found]:
    from kucho_desktop.calendar.store import found_events

    return [
        Found(Place("calendar", id_), title, detail)
        for id_, title, detail in found_events(book, typed, most)
    ]


def _search_officers(book: Book, typed: str, most: int) -> list[Found]:
    from kucho_desktop.officers.store import find_officers, post_of

    return [
        Found(Place("officers", seat.id), seat.name, post_of(seat))
        for seat in find_officers(book, typed, most)
    ]


def _search_contacts(book: Book, typed: str, most: int) -> list[Found]:
    from kucho_desktop.contacts.store import find_bodies

    return [
        Found(Place("contacts", id_), title, detail)
        for id_, title, detail in find_bodies(book, typed, most)
    ]


def _search_circulars(book: Book, typed: str, most: int) -> list[Found]:
    from kucho_desktop.circulars.store import found_letters, found_requests

    letters = [
        Found(Place("circulars", each.id), each.title, f"{each.number}  {each.sender}".strip())
        for each in found_letters(book, typed, most)
    ]
    requests = [
        Found(Place("circulars", -each.id), each.title, f"{each.office}  {each.class_}".strip())
        for each in found_requests(book, typed, most - len(letters))
    ]
    return letters + requests


def _search_none(_book: Book, _typed: str, _most: int) -> list[Found]:
    """The association is one page, and the records are narrowed on their own."""
    return []
