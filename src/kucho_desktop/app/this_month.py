"""今月の予定 on the first page: what is due this week, what deadlines come, what else is near."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal, Slot

from kucho_desktop.calendar.model import Occurrence, day_text
from kucho_desktop.calendar.store import coming_up
from kucho_desktop.core.book import Book
from kucho_desktop.core.found import Place
from kucho_desktop.core.i18n import _, n_
from kucho_desktop.core.times import clock_time
from kucho_desktop.widgets.parts import Card, ShortText, button, line, words

_MOST = 8
_WEEK = 7


class ThisMonth(Card):
    """go_to: the Place of an event, or the calendar."""

    go_to = Signal(object)

    def __init__(self) -> None:
        super().__init__(_("Events of the month"), "calendar-days")

    def fill(self, book: Book) -> None:
        """Show what comes; the card has no place where nothing does. Its body is empty before."""
        found = coming_up(book, book.today)
        self.setVisible(bool(found))
        self._show(found[:_MOST], book.today)
        left = len(found) - _MOST
        said = _("See the calendar")
        if left > 0:
            text = n_("See {count} more in the calendar", "See {count} more in the calendar", left)
            said = text.format(count=left)
        more = button(said, self._go_to_calendar, role="quiet")
        self.body.addLayout(line(more, None))

    def _show(self, found: Sequence[Occurrence], today: date) -> None:
        week = [each for each in found if (each.day - today).days < _WEEK]
        for title, those in ((_("Within a week"), week), (_("After that"), found[len(week) :])):
            if those:
                self.body.addWidget(words(title, "small"))
            for each in those:
                self._add(each, today)

    def _add(self, each: Occurrence, today: date) -> None:
        said = " ".join(filter(None, (clock_time(each.starts), _title(each))))
        if each.event.place:
            said = _("{event} ({place})").format(event=said, place=each.event.place)
        text = ShortText(said, "strong" if each.event.kind == "deadline" else "")
        made = button(_("See"), role="quiet", value=str(each.event.id))
        made.setAccessibleName(_("See {event}").format(event=each.event.title))
        made.chosen.connect(self._go_to_event)
        row = line(words(_when(each, today), "second", wrap=False), text, made, gap=12)
        row.setStretch(1, 1)
        self.body.addLayout(row)

    @Slot(str)
    def _go_to_event(self, id_: str) -> None:
        self.go_to.emit(Place("calendar", int(id_)))

    @Slot()
    def _go_to_calendar(self) -> None:
        self.go_to.emit(Place("calendar"))


def _title(each: Occurrence) -> str:
    if each.is_off:
        return _("Called off: {event}").format(event=each.event.title)
    if each.event.kind == "deadline":
        return _("Due: {event}").format(event=each.event.title)
    return each.event.title


def _when(each: Occurrence, today: date) -> str:
    """きょう, あした, 11月22日(日); of several days, the first and the last.

    Which days are holidays is not asked here: to reckon that takes as long as all the rest.
    """
    ahead = (each.day - today).days
    first = day_text(each.day, holidays=False)
    if each.last != each.day:
        return _("{first}–{last}").format(first=first, last=day_text(each.last, holidays=False))
    if 0 <= ahead <= 1:
        return _("Tomorrow") if ahead else _("Today")
    return first
