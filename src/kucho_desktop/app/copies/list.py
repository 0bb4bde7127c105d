"""The copies that one can go back to: when, where, what is in them, what differs from now."""

from collections.abc import Callable, Sequence
from contextlib import closing
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from kucho_desktop.app.copies.copying import said_when
from kucho_desktop.app.copies.differing import said_of_difference
from kucho_desktop.core.book import Book
from kucho_desktop.core.differing import Difference, differences
from kucho_desktop.core.errors import CannotOpenFile, KuchoError
from kucho_desktop.core.i18n import _
from kucho_desktop.core.places import backups_folder
from kucho_desktop.core.restoring import Readable, look_at
from kucho_desktop.core.upkeep import Upkeep
from kucho_desktop.core.way_back import copies_for
from kucho_desktop.widgets import theme
from kucho_desktop.widgets.figure_list import FigureList
from kucho_desktop.widgets.parts import Card, button, column, line, words
from kucho_desktop.widgets.task import Task


class CopiesList(QWidget):
    """chosen: (Readable) the user wants to go back to this one. empty: there is none at all."""

    chosen = Signal(object)
    read = Signal()

    def __init__(self, path: Path, upkeep: Upkeep, now: Callable[[], datetime]) -> None:
        super().__init__()
        self._path, self._upkeep, self._now = path, upkeep, now
        self.copies: list[Readable] = []
        self._at = 0
        self.text = words(_("The copies are being looked at …"), "second")
        columns = (
            (_("Made"), 13, ""),
            (_("Where"), 10, ""),
            (_("Households"), 7, "number"),
            (_("People"), 7, "number"),
        )
        self.list = FigureList("copies", _("The copies"), columns, most_rows=128 // theme.now().em)
        self.about = Card(_("What differs from now"), "info")
        self.differs = words("")
        self.back = button(_("Go back to this copy…"), self._choose, role="go", icon="history")
        self.about.body.addWidget(self.differs)
        self.about.body.addLayout(line(self.back, None))
        self.about.hide()
        self.setLayout(column(self.text, self.list, self.about, gap=12))
        self.list.hide()
        self.list.selected.connect(self._select)

    def load(self, book_id: str, known: Sequence[bytes], password: str = "") -> None:
        """Look, away from the window, which copies there are and what is in them."""
        self._known = tuple(known)
        work = partial(_read, self._path, book_id, tuple(known), password)
        self._task = Task(work)
        self._task.done.connect(self._show)
        self._task.failed.connect(self._fail)
        self._task.start()

    @Slot(object)
    def _show(self, copies: list[Readable]) -> None:
        self.copies = copies
        self.list.setVisible(bool(copies))
        self.about.hide()
        self.text.setText(
            _("Choose a copy to see what differs. Nothing is changed by looking.")
            if copies
            else _("There is no copy of this book yet.")
        )
        self.list.show_figures([self._row(each) for each in copies])
        self.read.emit()

    @Slot(object)
    def _fail(self, error: object) -> None:
        """The place of the copies went away meanwhile, or the program is wrong."""
        self.text.setText(_("The copies cannot be read just now. Is the memory stick plugged in?"))
        if not isinstance(error, KuchoError | OSError) and isinstance(error, Exception):
            raise error

    def _row(self, each: Readable) -> tuple[str, ...]:
        at_home = backups_folder() in each.copy.path.parents
        where = _("This computer") if at_home else str(each.copy.path.parent.parent)
        if each.key is None:
            return said_when(each.copy.at, self._now()), where, _("another password"), ""
        counts = ("" if n is None else f"{n:,}" for n in (each.households, each.people))
        return (said_when(each.copy.at, self._now()), where, *counts)

    @Slot(int)
    def _select(self, row: int) -> None:
        if not 0 < row <= len(self.copies):
            return
        self._at = row
        copy = self.copies[row - 1]
        self.about.show()
        self.back.setEnabled(copy.key is not None)
        if copy.key is None:
            self.differs.setText(
                _("This copy was made under another password and cannot be opened from here.")
            )
            return
        self.differs.setText(_("It is being compared with the book as it is now …"))
        self._comparing = Task(partial(_compare, self._path, self._known, copy, row, self._upkeep))
        self._comparing.done.connect(self._show_difference)
        self._comparing.failed.connect(self._fail)
        self._comparing.start()

    @Slot(object)
    def _show_difference(self, found: tuple[int, Difference | None]) -> None:
        row, difference = found
        if row == self._at:
            self.differs.setText(said_of_difference(difference))

    @Slot()
    def _choose(self) -> None:
        if 0 < self._at <= len(self.copies):
            self.chosen.emit(self.copies[self._at - 1])


def _read(path: Path, book_id: str, known: Sequence[bytes], password: str) -> list[Readable]:
    return list(look_at(copies_for(path, book_id), known, password))


def _compare(
    path: Path, known: Sequence[bytes], copy: Readable, row: int, upkeep: Upkeep
) -> tuple[int, Difference | None]:
    """None where one of the two cannot be read, or is of an older version of the program."""
    assert copy.key is not None
    key = known[0] if known else copy.key
    try:
        with (
            closing(Book(copy.copy.path, copy.key, upkeep=upkeep, read_only=True)) as then,
            closing(Book(path, key, upkeep=upkeep, read_only=True)) as now,
        ):
            return row, differences(then, now)
    except CannotOpenFile:
        return row, None
