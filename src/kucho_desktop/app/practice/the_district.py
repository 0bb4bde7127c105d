"""The association of the practice district: its names, its chronicle, its chief."""

from dataclasses import dataclass
from datetime import date

from kucho_desktop.app.practice.seeds import Seeds
from kucho_desktop.association.model import Area, Happening
from kucho_desktop.association.store import (
    change_association,
    change_association_from,
    name_association,
)
from kucho_desktop.core.book import Book
from kucho_desktop.core.i18n import N_
from kucho_desktop.tonarigumi.store import all_tonarigumi, change_tonarigumi


@dataclass(frozen=True)
class Chief:
    """The one whose book this is."""

    name: str
    kana: str
    address: str
    phone: str


def describe(book: Book, seeds: Seeds, start: date) -> None:
    """What is said of the district itself. Its sentences of purpose have versions."""
    said = seeds.district
    with book.step(N_("Name the district {name}"), name=said["association"]["name"]):
        name_association(book, **said["association"])
        areas = tuple(Area(0, code, prefix) for code, prefix in said["areas"])
        change_association(book, "areas", areas)
        change_association(book, "month", said["month"])
    chronicle = tuple(Happening(0, day, text) for day, text in said["chronicle"])
    change_association(book, "chronicle", chronicle)
    for field, versions in said["purposes"].items():
        for years_ago, text in versions:
            written = text.format(name=said["association"]["name"])
            day = date(book.today.year - years_ago, 4, 1)
            if day <= start or years_ago == versions[0][0]:
                change_association(book, field, written)
            elif day <= book.today:
                change_association_from(book, field, written, day)


def name_chief(book: Book, chief: Chief) -> None:
    with book.step(N_("Write down the chief {name}"), name=chief.name):
        change_association(book, "chief", chief.name)
        change_association(book, "chief_kana", chief.kana)
        change_association(book, "chief_address", chief.address)
        change_association(book, "chief_phone", chief.phone)


def rename_group(book: Book, group_id: int, seeds: Seeds, day: date) -> None:
    """The last group has taken the name of its housing estate, from a day on."""
    before = next(group.name for group in all_tonarigumi(book) if group.id == group_id)
    name, kana = seeds.district["renamed_group"]
    with book.step(N_("Group {old} is called {name} now"), old=before, name=name):
        change_tonarigumi(book, group_id, "name", name, day)
        change_tonarigumi(book, group_id, "kana", kana, day)
