"""The calendar as a file for telephones: for whom, and where to."""

from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from kucho_desktop.calendar.store import as_file
from kucho_desktop.core.audiences import Audience
from kucho_desktop.core.book import Book
from kucho_desktop.core.fiscal_years import FiscalYear
from kucho_desktop.core.i18n import _
from kucho_desktop.core.whole_writing import write_whole
from kucho_desktop.widgets.question import ask

ENDING = "ics"


class FileOut:
    """Asks both, then writes the file whole or not at all."""

    def __init__(self, parent: QWidget) -> None:
        self._parent = parent

    def write(self, book: Book, year: FiscalYear, name: str) -> str:
        """What to tell then; empty if it was left."""
        everybody, officers = _("What is for everybody"), _("All events, for officers")
        answer = ask(
            self._parent,
            _("A file for telephones"),
            _(
                "The calendars of telephones and computers read this file (iCalendar). It holds"
                " names of events, days, times and places; nobody responsible and no notes."
            ),
            [everybody, officers],
        )
        if not answer:
            return ""
        audience = Audience.EVERY_HOUSEHOLD if answer == everybody else Audience.OFFICERS
        title = _("Calendar of {district}").format(district=name).strip()
        chosen, _kind = QFileDialog.getSaveFileName(
            self._parent.window(),
            _("A file for telephones"),
            f"{title} {year.title}.{ENDING}",
            f"*.{ENDING}",
        )
        if not chosen:
            return ""
        path = Path(chosen)
        path = path if path.suffix else path.with_suffix(f".{ENDING}")
        made = as_file(book, audience, year, title, datetime.now(UTC))
        try:
            write_whole(path, made)
        except OSError:
            return _("The file could not be written there. Please choose another place.")
        return _("Written to {file}").format(file=str(path))
