"""How the district stands today, in words and figures for the first page."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from kucho_desktop.app.locks.code import is_code_kept
from kucho_desktop.app.what_rooms_say import open_items
from kucho_desktop.association.store import the_association
from kucho_desktop.core.book import Book
from kucho_desktop.core.dates import show_date
from kucho_desktop.core.erased import erasures
from kucho_desktop.core.found import OpenItem
from kucho_desktop.core.i18n import _, n_
from kucho_desktop.core.lying import facts, warning_about
from kucho_desktop.core.second_place import second_place
from kucho_desktop.households.model import DWELLED, JOINED, MEMBERSHIP_CLASSES
from kucho_desktop.households.store import (
    Figures,
    count_due,
    figures,
    progress_of,
    rounds_of,
    sizes_of_groups,
)
from kucho_desktop.records.model.erasing import erased_said
from kucho_desktop.records.store.erasing import count_proposed
from kucho_desktop.tonarigumi.store import all_tonarigumi

Fact = tuple[str, str]
"""What it is, and its figure in words."""
_GROUPS = 16
_LATELY = timedelta(days=7)


@dataclass(frozen=True)
class Standing:
    """facts: households, people, share. classes: households by membership, in one sentence.

    share: of which households the share is, where not all are full members.
    groups: the first groups with their households; more_groups: whether there are others.
    care: sentences about what needs a look.
    is_code_kept: whether the sheet with the recovery code was tried.
    late: of what should have been done, such as a round of forms, a sentence and the work.
    open: what waits in the rooms.
    unsafe: where the book lies badly, or no copy reached the second place for long.
    old: records that may be erased, and what was erased in the last days.
    """

    has_name: bool
    has_chief: bool
    has_households: bool
    facts: tuple[Fact, ...]
    classes: str
    share: str
    groups: tuple[Fact, ...]
    more_groups: bool
    care: tuple[str, ...]
    late: tuple[tuple[str, str], ...] = ()
    is_code_kept: bool = True
    unsafe: tuple[str, ...] = ()
    old: tuple[str, ...] = ()
    open: tuple[OpenItem, ...] = ()


def standing_of(book: Book) -> Standing:
    """Counted from today's table; no household is read."""
    counted = figures(book)
    sizes = sizes_of_groups(book)
    every = all_tonarigumi(book)
    groups = [group for group in every if sizes.get(group.id)]
    association = the_association(book)
    return Standing(
        bool(association.name),
        bool(association.chief),
        counted.all_households > 0,
        tuple(_facts(counted)),
        _classes(counted),
        _share(counted),
        tuple((group.full_name, households(sizes[group.id])) for group in groups[:_GROUPS]),
        len(groups) > _GROUPS,
        tuple(_care(book, sizes.get(None, 0) if every else 0)),
        tuple(_late(book)),
        is_code_kept(book),
        tuple(unsafe(book)),
        tuple(_old(book)),
        tuple(open_items(book)),
    )


def _old(book: Book) -> Iterator[str]:
    for each in erasures(book):
        if each.day > (book.today - _LATELY).isoformat():
            yield _("Erased for good – {what}").format(what=erased_said(each))
    count = 0 if book.read_only else count_proposed.of(book)
    if count:
        text = n_(
            "{count} old record of who left or died may be erased.",
            "{count} old records of who left or died may be erased.",
            count,
        )
        yield text.format(count=f"{count:,}")


def unsafe(book: Book) -> Iterator[str]:
    """Sentences about the place of the book and of its copies, each with what to do."""
    if book.about("practice"):
        return
    if said := warning_about(book.path, facts()):
        yield said
    place = second_place(book.about("book_id"))
    if place.seen is not None and place.is_missed(book.today):
        yield _(
            "No copy was made in the second place since {day}. Please plug the stick in and make a"
            " copy."
        ).format(day=show_date(place.seen))


def _late(book: Book) -> Iterator[tuple[str, str]]:
    for each in rounds_of(book):
        if each.is_late(book.today.isoformat()):
            out = sum(group.out for group in progress_of(book, each))
            sentence = _("{form}: it was wanted by {day}, and {count} are still out.")
            if out:
                day = show_date(each.return_by)
                said = sentence.format(form=each.name, day=day, count=households(out))
                yield said, f"work:{each.kind}_round"
    due = count_due(book)
    if due:
        sentence = n_(
            "{count} next step with houses that have not joined is due.",
            "{count} next steps with houses that have not joined are due.",
            due,
        )
        yield sentence.format(count=f"{due:,}"), "work:not_joined"


def households(count: int) -> str:
    return n_("{count} household", "{count} households", count).format(count=f"{count:,}")


def _facts(counted: Figures) -> list[Fact]:
    people = counted.all_people
    said = n_("{count} person", "{count} people", people).format(count=f"{people:,}")
    facts = [(_("Households"), households(counted.all_households)), (_("Population"), said)]
    dwelled = sum(counted.households.get(code, 0) for code in DWELLED)
    joined = sum(counted.households.get(code, 0) for code in DWELLED & JOINED)
    if dwelled:
        percent = _("{percent}%").format(percent=f"{100 * joined / dwelled:.1f}")
        facts.append((_("Share of households that have joined"), percent))
    return facts


def _share(counted: Figures) -> str:
    """100% beside an empty house, or one that pauses, looks like a mistake until it is said."""
    kinds = {code for code, count in counted.households.items() if count}
    if not kinds - {"full"} or not kinds & DWELLED:
        return ""
    if "paused" in kinds:
        return _("The share is of the houses that are lived in. Who pauses counts as joined.")
    return _("The share is of the houses that are lived in.")


def _classes(counted: Figures) -> str:
    parts = [
        _together(_("{label} {count}").format(label=_(label), count=counted.households[code]))
        for code, label in MEMBERSHIP_CLASSES.choices
        if counted.households.get(code)
    ]
    return _(" · ").join(parts)


def _together(text: str) -> str:
    """A line does not end between a class and its figure."""
    return text.replace(" ", "\u00a0")


def _care(book: Book, lost: int) -> list[str]:
    said = []
    if book.about("practice"):
        said.append(
            _("This is the invented district for practice. Do not write real people in it.")
        )
    if book.read_only:
        said.append(_("This book is open for reading only. Nothing can be changed."))
    if lost:
        sentence = n_(
            "{count} household belongs to no group.",
            "{count} households belong to no group.",
            lost,
        )
        said.append(sentence.format(count=f"{lost:,}"))
    return said
