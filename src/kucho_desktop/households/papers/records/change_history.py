"""変更履歴: what was written down in the book between two days, one line for each thing done."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from kucho_desktop.core.dates import show_date
from kucho_desktop.core.i18n import _, n_
from kucho_desktop.paper.columns import Column
from kucho_desktop.paper.imprint import Imprint, Printed
from kucho_desktop.paper.sheet import Sheet
from kucho_desktop.paper.table import Band, Row, Table


@dataclass(frozen=True)
class Line:
    """One step as it was said. at: local time. details: what of it concerned the household."""

    at: datetime
    text: str
    is_reversed: bool = False
    details: tuple[str, ...] = ()


def change_history(
    lines: Sequence[Line], first: date, last: date, imprint: Imprint, *, of: str = ""
) -> Printed:
    """Oldest first, under the days. of: the household that it is about; empty for all."""
    sheet = Sheet(_("History of changes"), imprint, subtitle=of, personal=True)
    span = _("From {first} to {last}").format(first=show_date(first), last=show_date(last))
    count = n_("{count} entry", "{count} entries", len(lines)).format(count=f"{len(lines):,}")
    sheet.paragraph(_("{span}: {count}").format(span=span, count=count))
    sheet.gap(0.4)
    columns = [
        Column(_("Time"), 4.0, whole=True),
        Column(_("What was done"), 14.0 if of else 28.0, lines=3),
    ]
    columns.append(Column(_("Details"), 28.0 if of else 9.0, lines=3))
    Table(sheet, columns).draw(list(_rows(lines)))
    return sheet.printed()


def _rows(lines: Sequence[Line]) -> Iterator[Row | Band]:
    """Each detail on a line of its own, so that it is read easily."""
    day: date | None = None
    for line in lines:
        if line.at.date() != day:
            day = line.at.date()
            yield Band(show_date(day))
        back = (_("Taken back later"),) if line.is_reversed else ()
        first, *more = (*back, *line.details) or ("",)
        yield (f"{line.at:%H:%M}", line.text, first)
        for detail in more:
            yield ("", "", detail)
