"""The calendar of a year in a file: iCalendar for telephones, or a table."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

from kucho_desktop.association.store import fiscal_year, name_of
from kucho_desktop.calendar.model import Plan
from kucho_desktop.calendar.store import as_file, plan
from kucho_desktop.core.audiences import CHIEF_ONLY, Audience
from kucho_desktop.core.book import Book
from kucho_desktop.core.dates import show_date
from kucho_desktop.core.errors import CannotKeep, NotAllowed
from kucho_desktop.core.i18n import _
from kucho_desktop.core.whole_writing import written_whole
from kucho_desktop.exchange.table import Table, TableColumn
from kucho_desktop.exchange.writing_csv import UTF8, write_csv
from kucho_desktop.exchange.writing_xlsx import write_xlsx


def write_calendar(
    book: Book, path: Path, audience: Audience, day: date | None = None, encoding: str = UTF8
) -> None:
    """The year of office that holds the day, today's if none is given. Raises CannotKeep.

    Who is responsible stands in the chief's own table alone: what others get names nobody.
    """
    write = _writer(book, path.suffix.lower(), audience, day or book.today, encoding)
    try:
        with written_whole(path) as new:
            write(new)
    except OSError as error:
        message = _(
            "{name} could not be written. Is it open in another program, or is the disk full?"
            " The book itself is safe."
        )
        raise CannotKeep(message.format(name=path.name)) from error


def _writer(
    book: Book, suffix: str, audience: Audience, day: date, encoding: str
) -> Callable[[Path], object]:
    year = fiscal_year(book, day)
    if suffix == ".ics":
        title = _("Calendar of {district}").format(district=name_of(book)).strip()
        made = as_file(book, audience, year, title, datetime.now(UTC))

        def as_ics(path: Path) -> None:
            path.write_bytes(made)

        return as_ics
    if suffix not in (".xlsx", ".csv"):
        raise NotAllowed(_("The calendar is written as ics, xlsx or csv."))
    table = _table(plan(book, audience, year.first, year.last, year.title), audience)

    def as_table(path: Path) -> None:
        if suffix == ".csv":
            write_csv(table, path, encoding)
        else:
            write_xlsx(table, path)

    return as_table


def _table(found: Plan, audience: Audience) -> Table:
    names = audience in CHIEF_ONLY
    titles = [(_("Day"), 12, False), (_("Last day"), 12, False), (_("Begins at"), 6, True)]
    titles += [(_("Ends at"), 6, True), (_("What it is called"), 24, True), (_("Where"), 16, True)]
    titles += [(_("Remarks"), 16, True)]
    titles += [(_("Who is responsible"), 12, True)] if names else []
    rows = []
    for entry in found.entries:
        said = _("called off") if entry.is_off else ""
        if entry.planned is not None:
            said = _("moved from {day}").format(day=show_date(entry.planned))
        last = entry.last if entry.last != entry.day else None
        row = (entry.day, last, entry.starts, entry.ends, entry.title, entry.place, said)
        rows.append((*row, entry.responsible) if names else row)
    columns = tuple(TableColumn(*title) for title in titles)
    return Table(_("Events of the year"), columns, tuple(rows), found.title)
