"""The table that is being read in: opened and understood away from the window, kept nowhere yet."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal, Slot

from kucho_desktop.app.reading_in.own import is_own
from kucho_desktop.app.reading_in.plan import read_as, with_meaning, with_sheets
from kucho_desktop.app.tables import understood
from kucho_desktop.core.errors import KuchoError
from kucho_desktop.core.i18n import _
from kucho_desktop.exchange.files import TableFile, open_table
from kucho_desktop.exchange.roster import Plan, Reading
from kucho_desktop.widgets.task import Task


@dataclass(frozen=True)
class _Told:
    """What a worker found. number: of the work, so that an outdated answer is known as such."""

    number: int
    table: TableFile
    plan: Plan
    reading: Reading | None
    problem: str = ""


@dataclass(frozen=True)
class _Opening:
    number: int
    path: Path
    charset: str
    today: date

    def __call__(self) -> _Told:
        table = open_table(self.path, self.charset)
        reading = understood(table, self.today)
        return _Told(self.number, table, reading.plan, reading)


class Change(NamedTuple):
    """What a user wants otherwise: what a column of some sheets means, or whether they are read."""

    places: tuple[int, ...]
    column: int = 0
    meaning: str | None = None
    read: bool = True


@dataclass(frozen=True)
class _Changing:
    number: int
    table: TableFile
    plan: Plan
    changes: tuple[Change, ...]
    today: date

    def __call__(self) -> _Told:
        plan = self.plan
        for each in self.changes:
            if each.meaning is None:
                plan = with_sheets(self.table, plan, each.places, read=each.read)
            else:
                plan = with_meaning(self.table, plan, each.places, each.column, each.meaning)
        try:
            reading = read_as(self.table, plan, self.today)
        except KuchoError as error:
            return _Told(self.number, self.table, plan, None, str(error))
        return _Told(self.number, self.table, plan, reading)


class Intake(QObject):
    """What the steps of reading in share.

    changed: something below has changed. is_new: a file was opened (not only read otherwise).
    """

    changed = Signal()

    def __init__(self, today: date) -> None:
        super().__init__()
        self._today = today
        self._number = 0
        self.path: Path | None = None
        self.table: TableFile | None = None
        self.plan: Plan | None = None
        self.reading: Reading | None = None
        self.problem = ""
        self.working_on = ""
        self.told: list[Change] = []

    @property
    def charset(self) -> str:
        """Of a text file; empty for a workbook, which says so itself."""
        return self.table.charset.name if self.table and self.table.charset else ""

    @property
    def is_own(self) -> bool:
        """Whether this program wrote the table itself, so that nothing has to be guessed."""
        return self.table is not None and is_own(self.table)

    def open(self, path: Path, charset: str = "") -> None:
        """Open a file, and understand it as well as the program can by itself."""
        if charset == "":
            self.table = self.plan = self.reading = None
        self.told = []
        self.path = path
        work = _Opening(self._next(), path, charset, self._today)
        self._start(Task(work), _("Reading {file}").format(file=path.name))

    def change_meaning(self, places: Iterable[int], index: int, meaning: str) -> None:
        self.change(Change(tuple(places), index, meaning))

    def change_sheets(self, places: Iterable[int], *, read: bool) -> None:
        self.change(Change(tuple(places), read=read))

    def change(self, *changes: Change) -> None:
        """All of them at once; the table is read anew when they are made."""
        if self.table is None or self.plan is None:
            return
        number = self._next()
        self.told += changes
        work = _Changing(number, self.table, self.plan, changes, self._today)
        self._start(Task(work), _("Reading {file}").format(file=self.plan.path.name))

    def _next(self) -> int:
        self._number += 1
        return self._number

    def _start(self, task: Task, said: str) -> None:
        self.working_on, self.problem = said, ""
        self._task = task
        task.done.connect(self._take)
        task.failed.connect(self._refuse)
        task.start()
        self.changed.emit()

    @Slot()
    def stop(self) -> None:
        """Do not wait for it any more; what was understood before stays."""
        self._next()
        self.working_on = ""
        self.problem = _("The work was stopped. Nothing of it was kept.")
        self.changed.emit()

    def forget(self) -> None:
        """What comes now from a worker is no longer wanted."""
        self._next()

    @Slot(object)
    def _take(self, told: object) -> None:
        if not isinstance(told, _Told) or told.number != self._number:
            return
        self.table, self.plan, self.reading = told.table, told.plan, told.reading
        self.working_on, self.problem = "", told.problem
        self.changed.emit()

    @Slot(object)
    def _refuse(self, error: object) -> None:
        """What cannot be opened leaves what was opened before as it is."""
        if self.sender() is not self._task:
            return  # something else is wanted meanwhile
        self.working_on = ""
        if not isinstance(error, KuchoError):
            self.problem = _(
                "The file could not be understood. Open it in Excel, save it anew, then try again."
            )
            self.changed.emit()
            assert isinstance(error, BaseException)
            raise error
        self.problem = str(error)
        self.changed.emit()
