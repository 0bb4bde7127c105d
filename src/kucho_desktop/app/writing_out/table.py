"""Households as a table for somebody: chosen for him, then written to a file of its own."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from kucho_desktop.app.writing_out.list import listed_table
from kucho_desktop.app.writing_out.sheets import Paths, household_sheets, in_one
from kucho_desktop.core.audiences import ASKS_CONSENT, CHIEF_ONLY, Audience
from kucho_desktop.core.book import Book
from kucho_desktop.core.dates import show_date
from kucho_desktop.core.errors import CannotKeep, NotAllowed
from kucho_desktop.core.fields import Shown, shown
from kucho_desktop.core.handouts import log_handout
from kucho_desktop.core.i18n import N_, _
from kucho_desktop.core.text import unwritable
from kucho_desktop.core.whole_writing import written_whole
from kucho_desktop.exchange.table import Table, cannot_write, written_otherwise
from kucho_desktop.exchange.writing_csv import UTF8, write_csv
from kucho_desktop.exchange.writing_xlsx import write_xlsx
from kucho_desktop.households.model import Household
from kucho_desktop.households.model.lists.wanted import HouseholdList
from kucho_desktop.households.store import households_on, substitutes
from kucho_desktop.tonarigumi.model import Tonarigumi, within
from kucho_desktop.tonarigumi.store import all_tonarigumi

PAPER = "table-households"
"""What the hand-out log calls a table of households."""
TITLE = N_("Table of the households")
AUDIENCES = (
    Audience.CHIEF,
    Audience.OFFICERS,
    Audience.TREASURER,
    Audience.GROUP_LEADER,
    Audience.EVERY_HOUSEHOLD,
    Audience.CITY,
    Audience.DISASTER,
)
"""Whom a table is given to; the others get papers."""
_MUST_AGREE = dict.fromkeys(ASKS_CONSENT, "name")


@dataclass(frozen=True)
class Outgoing:
    """What was chosen for an audience; from here on the book is not needed.

    held_back: how many households are left out whole, for want of consent. who: the ids of those
    that stand in it. instead: by name, what is written for it where a charset lacks a character.
    """

    audience: Audience
    sheets: tuple[Table, ...]
    whole: Table
    households: int
    held_back: int
    who: tuple[int, ...] = ()
    instead: Mapping[str, str] = field(default_factory=dict)

    def table_in(self, charset: str) -> Table:
        """The one table of a csv file, with what was chosen for names it cannot hold."""
        return written_otherwise(self.whole, charset, self.instead)

    def chosen_for(self, charset: str) -> list[str]:
        """Which names will be written otherwise in this charset, and how."""
        texts = {value for row in self.whole.rows for value in row if isinstance(value, str)}
        return [
            _("{name} as {written}").format(name=name, written=written)
            for name, written in self.instead.items()
            if unwritable(name, charset) and any(name in text for text in texts)
        ]

    @property
    def is_personal(self) -> bool:
        """Whether the hand-out log must know of it."""
        return self.audience not in CHIEF_ONLY and self.households > 0


def gather_table(
    book: Book,
    audience: Audience,
    day: date | None = None,
    *,
    group: int | None = None,
    wanted: HouseholdList | None = None,
) -> Outgoing:
    """Choose what this audience may see of the households on a day.

    group: only this group and those in it; a group leader sees no other.
    wanted: a list that was put together, instead of all that may be seen of everybody.
    """
    _refuse_papers_only(audience)
    on = day or book.today
    if wanted is not None:
        return _gather_list(book, audience, on, group, wanted)
    groups = all_tonarigumi(book, on)
    if audience is Audience.GROUP_LEADER and group is None:
        raise NotAllowed(_("A group leader is given the own group alone. Please choose the group."))
    inside = None if group is None else within(groups, group)
    households = households_on(book, on, inside=inside)
    seen = shown(Household, households, audience, must_agree=_MUST_AGREE.get(audience, ""))
    sheets = household_sheets(seen, *_paths_and_readings(groups))
    subtitle = _subtitle(audience, on)
    return Outgoing(
        audience,
        tuple(sheet.as_table(subtitle) for sheet in sheets),
        in_one(sheets).as_table(subtitle),
        len(seen.records),
        seen.held_back,
        _ids_of(seen),
        substitutes(book),
    )


def _refuse_papers_only(audience: Audience) -> None:
    """Raises NotAllowed for those who are given papers alone."""
    if audience is Audience.PERSON:
        raise NotAllowed(_("A household is given its own sheet, not a table of all households."))
    if audience not in AUDIENCES:
        raise NotAllowed(
            _(
                "“{audience}” is given papers, not a table: whoever gets hold of the file has the"
                " names in it. Please print the paper that is meant for it."
            ).format(audience=audience.title)
        )


def _paths_and_readings(groups: Sequence[Tonarigumi]) -> tuple[Paths, Paths]:
    """What each group is called from the outermost one inwards, and how that is read."""
    paths = {str(each.id): each.path for each in groups}
    kana = {each.path: each.kana for each in groups}
    readings = {
        id_: tuple(kana.get(path[: level + 1], "") for level in range(len(path)))
        for id_, path in paths.items()
    }
    return paths, readings


def _ids_of(seen: Shown) -> tuple[int, ...]:
    return tuple(record.id for record in seen.records)


def _gather_list(
    book: Book, audience: Audience, on: date, group: int | None, wanted: HouseholdList
) -> Outgoing:
    table, listed = listed_table(book, audience, on, wanted, _subtitle(audience, on), group=group)
    who = tuple(record.id for part in listed.parts for record in part.households.records)
    instead = substitutes(book)
    count, held_back = listed.households, listed.held_back
    return Outgoing(audience, (table,), table, count, held_back, who, instead=instead)


def _subtitle(audience: Audience, on: date) -> str:
    day = _("As of {day}").format(day=show_date(on))
    return _("{day}  for: {audience}  handle with care").format(day=day, audience=audience.title)


def lost_characters(outgoing: Outgoing, path: Path, encoding: str = UTF8) -> list[str]:
    """The characters that this kind of file cannot hold, each once."""
    if path.suffix.lower() != ".csv" or encoding == UTF8:
        return []
    found = (each.characters for each in cannot_write(outgoing.table_in(encoding), encoding))
    return list(dict.fromkeys(sign for signs in found for sign in signs))


def lost_texts(outgoing: Outgoing, encoding: str) -> list[str]:
    """The texts that would lose a character, each once, to be shown before anything is written."""
    return list(
        dict.fromkeys(each.text for each in cannot_write(outgoing.table_in(encoding), encoding))
    )


def save_table(outgoing: Outgoing, path: Path, encoding: str = UTF8) -> None:
    """Write the file whole or not at all: a file of the same name is replaced at the end.

    Raises CannotKeep with a sentence.
    """
    write = _writer(path, encoding)
    try:
        with written_whole(path) as new:
            write(outgoing, new)
    except OSError as error:
        message = _(
            "{name} could not be written. Is it open in another program, or is the disk full?"
            " The book itself is safe."
        )
        raise CannotKeep(message.format(name=path.name)) from error


def check_suffix(path: Path) -> None:
    """Raises NotAllowed for a file that is neither xlsx nor csv."""
    if path.suffix.lower() not in (".xlsx", ".csv"):
        raise NotAllowed(
            _(
                "A table is written as xlsx or csv. Please let the file's name end so: {name}"
            ).format(name=f"{path.stem}.xlsx")
        )


def _writer(path: Path, encoding: str) -> Callable[[Outgoing, Path], None]:
    check_suffix(path)

    def as_xlsx(outgoing: Outgoing, file: Path) -> None:
        from xlsxwriter.exceptions import FileCreateError

        first, *further = outgoing.sheets
        try:
            write_xlsx(first, file, further)
        except FileCreateError as error:
            raise OSError(str(error)) from error

    def as_csv(outgoing: Outgoing, file: Path) -> None:
        write_csv(outgoing.table_in(encoding), file, encoding)

    return as_csv if path.suffix.lower() == ".csv" else as_xlsx


def write_out(
    book: Book,
    path: Path,
    *,
    what: str = "households",
    audience: Audience = Audience.CHIEF,
    day: date | None = None,
    encoding: str = UTF8,
    group: int | None = None,
    wanted: HouseholdList | None = None,
) -> Sequence[str]:
    """Write a table for an audience; gives the characters that the file could not hold."""
    if what != "households":
        raise NotAllowed(_("There is no table of this name: {name}").format(name=what))
    check_suffix(path)
    outgoing = gather_table(book, audience, day, group=group, wanted=wanted)
    lost = lost_characters(outgoing, path, encoding)
    if outgoing.is_personal and book.read_only:
        raise NotAllowed(
            _(
                "Whoever is given a table stands in the hand-out log, and the book is open for"
                " reading only. Please close the other window first."
            )
        )
    save_table(outgoing, path, encoding)
    if outgoing.is_personal:
        note_table(book, outgoing)
    return lost


def note_table(book: Book, outgoing: Outgoing, *, for_whom: str = "") -> None:
    """Write the line in the hand-out log."""
    log_handout(
        book,
        PAPER,
        outgoing.audience,
        for_whom=for_whom or outgoing.audience.title,
        purpose=_(TITLE),
        who=outgoing.who,
    )
