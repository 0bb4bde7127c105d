"""What each room says to the whole, besides its page: what waits, what it holds of a household.

Without a window, so that papers and the command line may ask too. Rooms are loaded when asked.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from kucho_desktop.core.book import Book
from kucho_desktop.core.found import OpenItem
from kucho_desktop.households.model.held import Block


def _nothing_open(_book: Book) -> Iterable[OpenItem]:
    return ()


def _nothing_about(_book: Book, _household: int) -> Iterable[Block]:
    return ()


class Says(NamedTuple):
    """open_items: what waits to be done, for the first page and for handing over.

    about_household: what the room holds of a household and its people, for 本人開示票.
    """

    open_items: Callable[[Book], Iterable[OpenItem]] = _nothing_open
    about_household: Callable[[Book, int], Iterable[Block]] = _nothing_about


def _officers_open(book: Book) -> Iterable[OpenItem]:
    from kucho_desktop.officers.store import open_items

    return open_items(book)


def _officers_about(book: Book, household: int) -> Iterable[Block]:
    from kucho_desktop.officers.store import about_household

    return about_household(book, household)


def _contacts_open(book: Book) -> Iterable[OpenItem]:
    from kucho_desktop.contacts.store import open_items

    return open_items(book)


def _circulars_open(book: Book) -> Iterable[OpenItem]:
    from kucho_desktop.circulars.store import open_items

    return open_items(book)


def _contacts_about(book: Book, household: int) -> Iterable[Block]:
    from kucho_desktop.contacts.store import about_household

    return about_household(book, household)


SAYS = {
    "officers": Says(_officers_open, _officers_about),
    "contacts": Says(_contacts_open, _contacts_about),
    "circulars": Says(_circulars_open),
}
"""By the name of the room; one that has nothing to say is not here."""


def open_items(book: Book) -> Iterator[OpenItem]:
    """Of all rooms."""
    for says in SAYS.values():
        yield from says.open_items(book)


def blocks_about(book: Book, household: int) -> Iterator[Block]:
    """What the rooms above the roster hold of a household."""
    for says in SAYS.values():
        yield from says.about_household(book, household)
