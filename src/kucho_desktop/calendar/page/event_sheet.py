"""One event beside the calendar: its form, its rule in words, and the one time that is chosen."""

from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from kucho_desktop.calendar.model import Event, Occurrence, holiday, next_day, rule_text
from kucho_desktop.calendar.page.this_time import ThisTime
from kucho_desktop.calendar.store import all_changes
from kucho_desktop.core.book import Book
from kucho_desktop.core.dates import show_date
from kucho_desktop.core.i18n import _
from kucho_desktop.widgets.form import Form, Section
from kucho_desktop.widgets.parts import button, column, rule, words
from kucho_desktop.widgets.question import ask
from kucho_desktop.widgets.wrapping import Wrapping

_SECTIONS = (
    Section("", ["title", ("kind", "for_whom")]),
    Section("", ["first_day", ("starts", "ends"), "last_day"]),
    Section("", ["place", "responsible", "rule", "until", "note"]),
)


def may_go(parent: QWidget, event: Event) -> bool:
    """Of what repeats much goes: that is asked for."""
    if not event.rule:
        return True
    said = _("“{event}” goes with all its days. To end it, write a day at “{until}”.")
    text = said.format(event=event.title, until=_("Repeats until"))
    return bool(ask(parent, _("Remove the event"), text, [_("Remove")], destroys=True))


class EventSheet(QWidget):
    """changed: (id, values). removes: an id. done, refused: as of a page."""

    changed = Signal(int, object)
    removes = Signal(int)
    done = Signal(str)
    refused = Signal(str)

    def __init__(self, book: Book) -> None:
        super().__init__()
        self._book = book
        self._shown: Occurrence | None = None
        self.head = words("", "person")
        self.rule = words("", "second")
        self.form = Form(Event, _SECTIONS, today=self._today)
        self.this_time = ThisTime(book)
        self.line = rule()
        self.remove = button(_("Remove the event"), self._remove, icon="trash-2")
        layout = column(
            self.this_time, self.line, self.form, self.rule, Wrapping(self.remove), None
        )
        layout.setContentsMargins(0, 0, 8, 0)
        self.setLayout(layout)
        self.form.changed.connect(self.changed)
        self.form.corrected.connect(self.changed)
        self.this_time.done.connect(self.done)
        self.this_time.refused.connect(self.refused)
        self.show_occurrence(None)

    def _today(self) -> date:
        return self._book.today

    def show_occurrence(self, shown: Occurrence | None) -> None:
        """Show it, or nothing."""
        self._shown = shown
        for part in (self.this_time, self.line, self.form, self.rule, self.remove):
            part.setVisible(shown is not None)
        self.head.setText(shown.event.title if shown else _("Nothing is chosen."))
        if shown is not None:
            self.this_time.show_occurrence(shown)
            self._show_event(shown.event)

    def show_new(self, new: Event) -> None:
        """An event that is not kept yet."""
        self._shown = None
        self.head.setText(_("New event"))
        for part in (self.this_time, self.line, self.remove):
            part.hide()
        self.form.show()
        self._show_event(new)

    def _show_event(self, event: Event) -> None:
        self.form.show_line("until", bool(event.rule))
        self.form.show_record(event)
        said = self._in_words(event)
        self.rule.setText(said)
        self.rule.setVisible(bool(said))

    def _in_words(self, event: Event) -> str:
        """毎年9月の第1日曜日。次は令和9年9月5日(日)。 A holiday is named."""
        parts = []
        if event.rule and event.first_day:
            parts.append(_("It is {rule}.").format(rule=rule_text(event.rule, event.first)))
            mine = [each for each in all_changes(self._book) if each.event_id == event.id]
            following = next_day(event, mine, self._book.today) if event.id else None
            if following is not None and following >= self._book.today:
                parts.append(_("Next on {day}.").format(day=show_date(following)))
        day = self._shown.day if self._shown else event.first if event.first_day else None
        if day is not None and holiday(day):
            said = _("{day} is a holiday: {name}.")
            parts.append(said.format(day=show_date(day), name=holiday(day)))
        return " ".join(parts)

    @Slot()
    def _remove(self) -> None:
        if self._shown is not None:
            self.removes.emit(self._shown.event.id)

    def finish(self) -> None:
        """Take what is being typed."""
        if not self.form.isHidden():
            self.form.finish()
