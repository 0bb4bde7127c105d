"""One occurrence of an event: it is moved, called off, or let be as it was planned."""

from collections.abc import Iterator
from dataclasses import asdict, replace
from datetime import date
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from kucho_desktop.calendar import store
from kucho_desktop.calendar.model import Change, Occurrence
from kucho_desktop.core.book import Book
from kucho_desktop.core.dates import show_date
from kucho_desktop.core.errors import KuchoError
from kucho_desktop.core.i18n import _
from kucho_desktop.widgets.form import Form, Section
from kucho_desktop.widgets.holding import ENTRY, WHERE, Held, Holding
from kucho_desktop.widgets.parts import button, column, words
from kucho_desktop.widgets.wrapping import Wrapping

_SECTIONS = (Section("", ["to_day", ("starts", "ends")]),)


class ThisTime(QWidget, Held):
    """done: a text for the strip. refused: a sentence."""

    done = Signal(str)
    refused = Signal(str)

    def __init__(self, book: Book) -> None:
        super().__init__()
        self._book = book
        self._shown: Occurrence | None = None
        self._told = Change(0, 0)
        self.says = words("", "strong")
        self.move_it = button(_("Move this one…"), self._begin, icon="calendar-days")
        self.off = button(_("Call this one off"), self._call_off)
        self.back = button(_("As planned again"), self._put_back, icon="undo-2")
        self.form = Form(Change, _SECTIONS, today=self._today)
        self.form.changed.connect(self._take)
        self.keep = button(_("Move it there"), self._keep, icon="check", role="go")
        self.leave = button(_("Leave it"), self.close_form)
        self._inside = QWidget()
        self._inside.setLayout(column(self.form, Wrapping(self.keep, self.leave, gap=12)))
        self._buttons = Wrapping(self.move_it, self.off, self.back, gap=12)
        self.setLayout(column(self.says, self._buttons, self._inside))
        self._inside.hide()

    def _today(self) -> date:
        return self._book.today

    def show_occurrence(self, shown: Occurrence) -> None:
        """Say how it is this time; an unfinished move stays while it is the same one."""
        if self._shown is None or self._shown.key != shown.key:
            self.close_form()
        self._shown = shown
        repeats = bool(shown.event.rule)
        self.says.setText(_state(shown))
        self.says.setVisible(bool(self.says.text()))
        asks = not self._inside.isHidden()
        self.move_it.setVisible(repeats and not asks)
        self.off.setVisible(not shown.is_off and not asks)
        self.off.setText(_("Call this one off") if repeats else _("Call it off"))
        self.back.setVisible(shown.is_changed and not asks)

    @Slot()
    def _begin(self) -> None:
        self._show_form(self._as_it_is())
        self.form.focus_first()

    def _as_it_is(self) -> Change:
        assert self._shown is not None
        day = self._shown.day.isoformat()
        return Change(0, 0, to_day=day, starts=self._shown.starts, ends=self._shown.ends)

    def _show_form(self, told: Change) -> None:
        self._told = told
        for each in (self.move_it, self.off, self.back):
            each.hide()
        self._inside.show()
        self.form.show_record(self._told)

    def holdings(self) -> Iterator[Holding]:
        """Whereto it is to be moved, as long as it is not."""
        if self._shown is not None and not self._inside.isHidden():
            worth = WHERE if self._told == self._as_it_is() else ENTRY
            yield Holding({"key": self._shown.key, "told": asdict(self._told)}, worth)

    def hold_again(self, said: Any) -> None:
        if self._shown is not None and list(self._shown.key) == list(said["key"]):
            self._show_form(Change(**said["told"]))

    @Slot()
    def close_form(self) -> None:
        """Give up moving it."""
        if self._inside.isHidden():
            return
        self._inside.hide()
        if self._shown is not None:
            self.show_occurrence(self._shown)
            self.move_it.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(int, object)
    def _take(self, _id: int, values: dict[str, Any]) -> None:
        self._told = replace(self._told, **values)
        self.form.show_record(self._told)

    @Slot()
    def _keep(self) -> None:
        if self._shown is None or not self.form.finish():
            return
        told, shown = self._told, self._shown
        try:
            if not told.to_day:
                self.form.focus_first()
                return
            to_day = date.fromisoformat(told.to_day)
            times = told.starts, told.ends
            if times == (shown.event.starts, shown.event.ends):
                times = "", ""  # as the event says, also when that changes
            store.move(self._book, shown.event.id, shown.planned, to_day, *times)
        except KuchoError as error:
            self.refused.emit(str(error))
            return
        self.close_form()
        self.done.emit(
            _("“{event}” is on {day} this time.").format(
                event=shown.event.title, day=show_date(to_day)
            )
        )

    @Slot()
    def _call_off(self) -> None:
        if self._shown is not None and self._do(store.call_off):
            self.done.emit(
                _("“{event}” on {day} is called off.").format(
                    event=self._shown.event.title, day=show_date(self._shown.planned)
                )
            )

    @Slot()
    def _put_back(self) -> None:
        if self._shown is not None and self._do(store.put_back):
            self.done.emit(
                _("“{event}” is as planned again.").format(event=self._shown.event.title)
            )

    def _do(self, work: Any) -> bool:
        assert self._shown is not None
        try:
            work(self._book, self._shown.event.id, self._shown.planned)
        except KuchoError as error:
            self.refused.emit(str(error))
            return False
        return True


def _state(shown: Occurrence) -> str:
    if shown.is_off:
        return _("{day}: called off").format(day=show_date(shown.planned))
    if shown.is_moved:
        return _("Moved from {planned} to {day}").format(
            planned=show_date(shown.planned), day=show_date(shown.day)
        )
    if shown.is_changed:
        return _("{day}: at another time than usual").format(day=show_date(shown.day))
    if shown.event.rule:
        return _("This one: {day}").format(day=show_date(shown.day))
    return ""
