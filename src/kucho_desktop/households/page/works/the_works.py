"""Every work on many households, in the order in which they are offered.

A work is loaded when it is first begun.
"""

from collections.abc import Callable
from dataclasses import dataclass

from kucho_desktop.core.book import Book
from kucho_desktop.core.i18n import N_, _
from kucho_desktop.households.page.sheet.sheet import Groups
from kucho_desktop.households.page.works.work import WorkPage


@dataclass(frozen=True)
class Work:
    """label: what is done, with a verb. about: a sentence, when one wants it.

    make: its page; None where `elsewhere` is the (room, work) of the window that does it.
    """

    name: str
    label: str
    about: str
    make: Callable[[Book, Groups], WorkPage] | None = None
    elsewhere: tuple[str, str] = ("", "")

    @property
    def title(self) -> str:
        return _(self.label)


def _many(book: Book, groups: Groups) -> WorkPage:
    from kucho_desktop.households.page.works.many.page import ManyPage

    return ManyPage(book, groups)


def _sheet_round(book: Book, groups: Groups) -> WorkPage:
    from kucho_desktop.households.page.works.rounds.pages import SheetRound

    return SheetRound(book, groups)


def _list_round(book: Book, groups: Groups) -> WorkPage:
    from kucho_desktop.households.page.works.rounds.pages import ListRound

    return ListRound(book, groups)


def _numbers(book: Book, groups: Groups) -> WorkPage:
    from kucho_desktop.households.page.works.numbers.page import Numbers

    return Numbers(book, groups)


def _doubles(book: Book, groups: Groups) -> WorkPage:
    from kucho_desktop.households.page.works.doubles.page import Doubles

    return Doubles(book, groups)


def _not_joined(book: Book, groups: Groups) -> WorkPage:
    from kucho_desktop.households.page.works.not_joined import NotJoined

    return NotJoined(book, groups)


def _addresses(book: Book, groups: Groups) -> WorkPage:
    from kucho_desktop.households.page.works.addresses.page import AddressesPage

    return AddressesPage(book, groups)


WORKS: tuple[Work, ...] = (
    Work(
        "read_in",
        N_("Read in a table…"),
        N_("Take households from a roster in Excel or another table."),
        elsewhere=("read_in", ""),
    ),
    Work(
        "write_out",
        N_("Write out a table…"),
        N_("A table for Excel, for somebody who may see it."),
        elsewhere=("write_out", ""),
    ),
    Work(
        "many",
        N_("Choose households for a list, or change them together"),
        N_("Living alone, not joined, no phone …: found by questions, then printed or changed."),
        make=_many,
    ),
    Work(
        "addresses",
        N_("Print labels, envelopes and postcards"),
        N_("Addresses of a list, on a sheet that is partly used as well; tried on plain paper."),
        make=_addresses,
    ),
    Work(
        "sheet_round",
        N_("Enter the answers on the household sheets"),
        N_("Once a year: print the sheets, enter what comes back, see what is still out."),
        make=_sheet_round,
    ),
    Work(
        "list_round",
        N_("Enter the lists put right in April"),
        N_("One list for each group's leader to put right in red, typed back house after house."),
        make=_list_round,
    ),
    Work(
        "numbers",
        N_("See the figures"),
        N_("Households, persons and ages on any day, what happened in the year, the last years."),
        make=_numbers,
    ),
    Work(
        "doubles",
        N_("Look for households that are there twice"),
        N_("The same phone, name and address, or family: side by side, and made one."),
        make=_doubles,
    ),
    Work(
        "not_joined",
        N_("Go round the houses that have not joined"),
        N_("Who has not joined, when one last talked, what is to be done next."),
        make=_not_joined,
    ),
)


def work_named(name: str) -> Work:
    return next(each for each in WORKS if each.name == name)
