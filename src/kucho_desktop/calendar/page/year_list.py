"""The year as a list: every occurrence a line, each month named where it begins."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtWidgets import QAbstractItemView

from kucho_desktop.calendar.model import KINDS, Occurrence, days_text
from kucho_desktop.core.dates import show_month
from kucho_desktop.core.i18n import _, language
from kucho_desktop.core.times import clock_time
from kucho_desktop.widgets.holding import WHERE, Holding
from kucho_desktop.widgets.record_list import RecordList
from kucho_desktop.widgets.table import Column, PagedTable


@dataclass(frozen=True)
class Line:
    """An occurrence in the list. month: said in the first line of each month."""

    id: int
    shown: Occurrence
    month: str
    is_over: bool


def _month(line: Line) -> str:
    return line.month


def _day(line: Line) -> str:
    return days_text(line.shown, month=False)


def _time(line: Line) -> str:
    """When it begins; how long it takes stands in the form."""
    return clock_time(line.shown.starts)


def _title(line: Line) -> str:
    return marked(line.shown)


def _kind(line: Line) -> str:
    return KINDS.show(line.shown.event.kind)


def _place(line: Line) -> str:
    return line.shown.event.place


def _who(line: Line) -> str:
    return line.shown.event.responsible


def marked(shown: Occurrence) -> str:
    """What it is called, with what is otherwise this time."""
    title = shown.event.title
    if shown.is_off:
        return _("Called off: {event}").format(event=title)
    return _("Moved: {event}").format(event=title) if shown.is_moved else title


class YearList(RecordList):
    """Rows have numbers that stay the same as long as the window is open."""

    def __init__(self) -> None:
        self._numbers: dict[tuple[int, str], int] = {}
        self._lines: dict[int, Line] = {}
        columns = [
            Column("month", _("Month"), 3, _month, "bold"),
            Column("day", _("Day"), 6, _day),
            Column("time", _("Time"), 3.5, _time),
            Column("title", _("What it is called"), 11, _title, "bold"),
            Column("kind", _("Kind of event"), 3, _kind, "second"),
            Column("place", _("Where"), 6, _place, spare=True),
            Column("who", _("Who is responsible"), 6, _who, "second", spare=True),
        ]
        table = PagedTable(columns, self._fetch, is_faint=_is_faint)
        super().__init__(table, "calendar", _("Events of the year"))

    def show_occurrences(self, found: Sequence[Occurrence], today: date) -> None:
        """Show these, in their order; the same one stays selected."""
        before, self._lines = (0, 0), {}
        for each in found:
            id_ = self._numbers.setdefault(each.key, len(self._numbers) + 1)
            month = (each.day.year, each.day.month)
            said = _month_text(each.day) if month != before else ""
            over = each.is_off or each.last < today
            self._lines[id_] = Line(id_, each, said, over)
            before = month
        self.show_ids(list(self._lines))

    def occurrence(self, id_: int) -> Occurrence | None:
        """The one in a row."""
        line = self._lines.get(id_)
        return line.shown if line else None

    def select_key(self, key: tuple[int, str]) -> bool:
        """Go to an occurrence; tell whether it is shown."""
        return self.select(self._numbers.get(key, 0))

    def holdings(self) -> Iterator[Holding]:
        """By the event and its day: the numbers are others in another window."""
        line = self._lines.get(self.selected_id())
        if line is not None:
            yield Holding(list(line.shown.key), WHERE)

    def hold_again(self, said: Any) -> None:
        id_, day = said
        self.select_key((id_, day))

    def show_in_the_middle(self) -> None:
        """What was and what comes are both seen."""
        self.scrollTo(self.currentIndex(), QAbstractItemView.ScrollHint.PositionAtCenter)

    def _fetch(self, ids: Sequence[int]) -> Sequence[Line]:
        return [self._lines[id_] for id_ in ids if id_ in self._lines]


def _is_faint(line: Line) -> bool:
    return line.is_over


def _month_text(day: date) -> str:
    return f"{day.month}月" if language() == "ja" else show_month(day)
