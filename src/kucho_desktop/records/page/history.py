"""変更履歴: every step in words, newest first; one of them beside the list, with old and new."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from kucho_desktop.core.book import Book
from kucho_desktop.core.dates import show_date
from kucho_desktop.core.errors import KuchoError
from kucho_desktop.core.history import Step
from kucho_desktop.core.i18n import _, n_
from kucho_desktop.core.journal import LARGE
from kucho_desktop.core.steps import steps_named, wanted_ids
from kucho_desktop.records.page.past_details import PastDetails
from kucho_desktop.records.page.past_filters import PastFilters
from kucho_desktop.records.store import told_of_step
from kucho_desktop.records.store.past import MOST_ROWS
from kucho_desktop.widgets.long_step import LongStep
from kucho_desktop.widgets.pair import Pair
from kucho_desktop.widgets.parts import button, column, line, words
from kucho_desktop.widgets.record_list import RecordList
from kucho_desktop.widgets.table import Column, PagedTable
from kucho_desktop.widgets.working import Working


class HistoryTab(QWidget):
    """done, refused: as of a page. prints: a paper about what is shown (its options)."""

    done = Signal(str)
    refused = Signal(str)
    prints = Signal(object)

    def __init__(self, book: Book) -> None:
        super().__init__()
        self._book = book
        self._step: Step | None = None
        self.filters = PastFilters(book)
        self.count = words("", "second", wrap=False)
        self.print = button(_("Print this history…"), self._print, icon="printer")
        columns = [
            Column("when", _("Date and time"), 9, self._when, "second", spare=True, under="what"),
            Column("what", _("What was done"), 22, _text_of),
            Column("state", _("Now"), 5, _state_of, "second", spare=True),
        ]
        table = PagedTable(columns, self._fetch, is_faint=_is_taken_back)
        self.list = RecordList(table, "steps", _("History of changes"))
        self.details = PastDetails()
        self.working = Working()
        self.working.stop_button.hide()
        pair = Pair(self.list, self.details)
        layout = column(
            self.filters,
            line(self.count, self.filters.all, None, self.print),
            self.working,
            pair,
            gap=8,
        )
        layout.setStretch(3, 1)
        self.setLayout(layout)
        self.filters.changed.connect(self.reload)
        self.list.selected.connect(self._show)
        self.details.takes_back.connect(self.take_back)

    def _when(self, step: Step) -> str:
        day = show_date(step.at.date(), weekday=False)
        if step.at.date() == self._book.today:
            day = _("Today")
        return _("{day} {time}").format(day=day, time=f"{step.at:%H:%M}")

    def _fetch(self, ids: Sequence[int]) -> Sequence[Step]:
        return steps_named(self._book, ids)

    @Slot()
    def reload(self) -> None:
        wanted = self.filters.wanted()
        if wanted is None:
            return
        ids = wanted_ids(self._book, wanted)
        text = n_("{count} entry", "{count} entries", len(ids)).format(count=f"{len(ids):,}")
        self.count.setText(text if ids else _("Nothing was done that answers to this."))
        self.print.setEnabled(bool(ids))
        self._oldest = ids[-1] if ids else 0
        self.list.show_ids(ids)
        self._show(self.list.selected_id())

    def begin_about(self, step: int) -> None:
        """Go to one step."""
        self.list.select(step)

    @Slot(int)
    def _show(self, id_: int) -> None:
        found = steps_named(self._book, [id_]) if id_ else []
        self._step = found[0] if found else None
        if self._step is None:
            self.details.show_step(None, (), 0, "")
            return
        told, more = told_of_step(self._book, id_)
        why_not = "" if more + MOST_ROWS > LARGE else self._book.why_not_undo(id_)
        if self._step.kind == "undo":
            why_not = _("This took something back.")
        elif self._book.read_only:
            why_not = _("This book is open for reading only.")
        self.details.show_step(self._step, told, more, why_not)

    @Slot()
    def take_back(self) -> None:
        """At once, or in a worker where it was a large step."""
        step = self._step
        if step is None:
            return
        if told_of_step(self._book, step.id, 1)[1] < LARGE - 1:
            try:
                self._book.undo_step(step.id)
            except KuchoError as error:
                self.refused.emit(str(error))
            else:
                self._say_done(step)
            return
        try:
            work = LongStep(self._book, partial(Book.undo_step, step=step.id))
        except KuchoError as error:
            self.refused.emit(str(error))
            return
        work.kept.connect(self._finish)
        work.failed.connect(self._fail)
        self._away = step
        self.details.back.setEnabled(False)
        self.working.begin(_("Taking back “{step}” …").format(step=step.text))
        work.start()

    def _say_done(self, step: Step) -> None:
        self.done.emit(_("Taken back: {step}").format(step=step.text))

    @Slot(object)
    def _finish(self, _nothing: object) -> None:
        self._end_work()
        self._say_done(self._away)

    @Slot(object)
    def _fail(self, error: object) -> None:
        self._end_work()
        if not isinstance(error, KuchoError):
            assert isinstance(error, BaseException)
            raise error
        self.refused.emit(str(error))

    def _end_work(self) -> None:
        self.working.end()
        self.details.back.setEnabled(True)

    @Slot()
    def _print(self) -> None:
        """All that is shown, and so from its first day to its last."""
        last, first = steps_named(self._book, [self.list.table.id_at(0), self._oldest])
        days = {"first": first.at.date().isoformat(), "last": last.at.date().isoformat()}
        self.prints.emit(days | self.filters.said())

    def keys_begin_at(self) -> QWidget:
        """The list; where nothing is in it, the box for a name."""
        return self.list if self.list.table.rowCount() else self.filters.name


def _text_of(step: Step) -> str:
    return step.text


def _state_of(step: Step) -> str:
    return _("Taken back") if step.is_reversed else ""


def _is_taken_back(step: Step) -> bool:
    return step.is_reversed
