"""The calendar: the year as a list or a month as a sheet, beside the form of an event."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedLayout, QWidget

from kucho_desktop.calendar import store
from kucho_desktop.calendar.model import OWN_TO_OFFICERS, Event, Occurrence, next_day
from kucho_desktop.calendar.page.around import Around
from kucho_desktop.calendar.page.begun import begin_again, held_of
from kucho_desktop.calendar.page.event_sheet import EventSheet, may_go
from kucho_desktop.calendar.page.file_out import FileOut
from kucho_desktop.calendar.page.overview import Overview
from kucho_desktop.calendar.page.proposals import Proposals
from kucho_desktop.calendar.page.proposing import last_year, usual
from kucho_desktop.calendar.page.works import Works
from kucho_desktop.core.book import Book
from kucho_desktop.core.errors import KuchoError
from kucho_desktop.core.fiscal_years import FiscalYear
from kucho_desktop.core.found import Place
from kucho_desktop.core.i18n import _
from kucho_desktop.widgets.holding import Holding
from kucho_desktop.widgets.parts import button
from kucho_desktop.widgets.room_page import RoomPage
from kucho_desktop.widgets.side_by_side import SideBySide


class CalendarPage(RoomPage):
    """What is to happen. new: not kept yet. proposed: by which work events were proposed last."""

    name = "calendar"
    papers = ("year-plan", "wall-plan", "month-plan")

    def __init__(self, book: Book, around: Around) -> None:
        super().__init__(_("Calendar"))
        self.tables = store.TABLES | around.tables
        self._book = book
        self._around = around
        self.new: Event | None = None
        self.is_fresh = True
        self.proposed = ""
        self.to_works = self.add_button(_("Work with the calendar…"), self.show_works)
        self.add = self.add_button(_("Add an event"), self.add_event, icon="plus", go=True)
        self.overview = Overview()
        self.sheet = EventSheet(book)
        self.side = SideBySide(self.overview, self.sheet, self.sheet.head)
        self.works = Works()
        self.proposals = Proposals(book)
        self.file_out = FileOut(self)
        self.places = QStackedLayout()
        self.body.addLayout(self.places, 1)
        for part in (self.side, self.works, self.proposals):
            self.places.addWidget(part)
        self._connect()

    def _connect(self) -> None:
        self.overview.selected.connect(self._show)
        self.overview.opened.connect(self._open)
        self.overview.moved_on.connect(self.reload)
        self.works.chosen.connect(self.begin)
        self.works.closed.connect(self._close)
        self.sheet.changed.connect(self._change)
        self.sheet.removes.connect(self._remove)
        self.sheet.done.connect(self.done)
        self.sheet.refused.connect(self._refuse)
        self.proposals.added.connect(self.done)
        self.proposals.refused.connect(self.refused)
        self.proposals.closed.connect(self._close)

    @Slot()
    def reload(self) -> None:
        """Read the year that is shown; the first time, go to what comes next."""
        book, overview = self._book, self.overview
        day = book.today if self.is_fresh else overview.day
        year = self._around.year_of(book, day)
        events = store.all_events(book)
        nothing = not events and self.new is None
        self.add.setVisible(not nothing)  # the same button stands in the middle then
        if nothing and self.places.currentWidget() is self.side:
            self.show_empty(
                _("Nothing is in the calendar yet. Add an event, or choose from the usual ones."),
                button(_("Add an event"), self.add_event, icon="plus", role="go"),
                button(_("Choose from the usual ones…"), self.propose_usual, icon="calendar-days"),
            )
            return
        self.show_body()
        first, last = overview.span_of(day, year)
        overview.show_year(year, day, book.today, store.takes_place(book, first, last))
        if self.is_fresh:
            self.is_fresh = False
            overview.select_from(book.today)
        if self.new is None:
            self._show(overview.shown())

    @Slot(object)
    def _show(self, shown: Occurrence | None) -> None:
        if self.new is not None:
            if self.sheet.form.is_unfinished():
                return
            self.new = None
        self.sheet.show_occurrence(shown)

    @Slot()
    def _open(self) -> None:
        """Enter goes into the event; on a free day of the month a new one begins."""
        if self.overview.shown() is None:
            self.add_event()
        else:
            self.sheet.form.focus_first()

    def starts_at(self) -> QWidget:
        if self.places.currentWidget() is not self.side:
            return self.works.back if self.works.isVisible() else self.proposals.back
        return self.sheet.form.first_edit() if self.new else self.overview.keys_begin_at()

    def show_place(self, place: Place) -> None:
        """An event, where it takes place next."""
        if place.id:
            self._reload_if_seen()
            try:
                event = store.event(self._book, place.id)
            except KuchoError as error:
                self.refused.emit(str(error))
                return
            self._go_to_event(event, self._book.today)

    def _go_to_event(self, event: Event, near: date) -> None:
        changes = [each for each in store.all_changes(self._book) if each.event_id == event.id]
        day = next_day(event, changes, near) or event.first
        self.new, self.is_fresh = None, False
        self.overview.day = day
        self.reload()
        self.overview.select_event(event.id, day)

    @Slot(str)
    def begin(self, work: str) -> None:
        """Begin "add", "last-year", "usual", "file", "event:12", or a paper about what is shown."""
        begins = {
            "add": self.add_event,
            "last-year": self.propose_last_year,
            "usual": self.propose_usual,
            "file": self.write_file,
        }
        if work in self.papers:
            self.begins.emit("print", work)
        elif work in begins:
            begins[work]()
        elif work.startswith("event:"):
            self.show_place(Place(self.name, int(work.removeprefix("event:"))))

    def paper_about(self) -> Mapping[str, str]:
        """The year and the month that are looked at, where they are not those of today."""
        year, day, today = self._shown_year(), self.overview.day, self._book.today
        month = day.isoformat()[:7]
        return {
            "year": "" if today in year else year.first.isoformat(),
            "month": "" if today.isoformat()[:7] == month else month,
        }

    def finish(self) -> None:
        self.sheet.finish()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Esc goes back to the calendar."""
        if event.key() == Qt.Key.Key_Escape and self.places.currentWidget() is not self.side:
            self._close()
        else:
            super().keyPressEvent(event)

    @Slot()
    def add_event(self) -> None:
        """Begin an event on the day that is shown; it is kept once it has a name."""
        self.sheet.finish()
        self._close()
        self.is_fresh = False
        day = self.overview.day if self.overview.is_month() else self._book.today
        self.show_new(Event(0, first_day=day.isoformat()), day)
        self.sheet.form.focus_first()

    def show_new(self, new: Event, day: date) -> None:
        self.overview.day, self.new = day, new
        self.reload()
        self.sheet.show_new(new)

    def holdings(self) -> Iterable[Holding]:
        return () if self.is_fresh else (held_of(self),)

    def hold_again(self, said: Any) -> None:
        begin_again(self, said)

    @Slot(int, object)
    def _change(self, id_: int, values: dict[str, Any]) -> None:
        try:
            if id_ == 0:
                self._change_new(values)
            else:
                store.change_event(self._book, id_, values)
                self._follow(id_)
        except KuchoError as error:
            self._refuse(str(error))

    def _change_new(self, values: dict[str, Any]) -> None:
        """Until it has a name nothing is kept of it."""
        if self.new is None:
            return
        if values.get("kind") in OWN_TO_OFFICERS and self.new.for_whom == "all":
            values["for_whom"] = "officers"
        new = replace(self.new, **values)
        if not new.title.strip() or not new.first_day:
            self.new = new
            self.sheet.show_new(new)
            return
        made = store.add_event(self._book, new)
        event, self.new = store.event(self._book, made), None
        self.sheet.form.show_record(event, same=True)
        self._go_to_event(event, event.first)
        self.done.emit(_("“{event}” was added.").format(event=event.title))

    def _follow(self, id_: int) -> None:
        """Stay on an event whose day was changed, also in another year."""
        shown = self.overview.shown()
        if shown is None or shown.event.id != id_:
            self._go_to_event(store.event(self._book, id_), self.overview.day)

    @Slot(int)
    def _remove(self, id_: int) -> None:
        try:
            event = store.event(self._book, id_)
            if not may_go(self, event):
                return
            store.remove_event(self._book, id_)
        except KuchoError as error:
            self._refuse(str(error))
            return
        self.overview.keys_begin_at().setFocus()
        self.done.emit(_("“{event}” was removed.").format(event=event.title))

    @Slot(str)
    def _refuse(self, sentence: str) -> None:
        self.refused.emit(sentence)
        if self.new is not None:
            self.sheet.show_new(self.new)
        else:
            self.reload()

    def _shown_year(self) -> FiscalYear:
        return self._around.year_of(self._book, self.overview.day)

    @Slot()
    def propose_last_year(self) -> None:
        """The single events of the year before the one that is shown."""
        self._set_out()
        now = self._shown_year()
        before = self._around.year_of(self._book, now.first - timedelta(days=1))
        self.proposed = "last-year"
        self.places.setCurrentWidget(self.proposals)
        self.proposals.offer(*last_year(self._book, before, now))

    @Slot()
    def propose_usual(self) -> None:
        """What most districts have in the year that is shown."""
        self._set_out()
        self.proposed = "usual"
        self.places.setCurrentWidget(self.proposals)
        self.proposals.offer(*usual(self._book, self._shown_year()))

    def _set_out(self) -> None:
        self.sheet.finish()
        if self.is_fresh or self.is_empty():
            self.overview.day, self.is_fresh = self._book.today, False
        self.new = None
        self.show_body()

    @Slot()
    def show_works(self) -> None:
        """What can be done with the calendar as a whole."""
        self._set_out()
        self.places.setCurrentWidget(self.works)
        self.works.focus_first()

    @Slot()
    def _close(self) -> None:
        if self.places.currentWidget() is not self.side:
            self.places.setCurrentWidget(self.side)
            self.reload()
            self.take_focus()

    @Slot()
    def write_file(self) -> None:
        """A file for telephones, of the year that is shown."""
        self.sheet.finish()
        name = self._around.name_of(self._book)
        if said := self.file_out.write(self._book, self._shown_year(), name):
            self.told.emit(said)
