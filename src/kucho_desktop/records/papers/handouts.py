"""渡した記録 and 未回収一覧: what went out, to whom, and which copies have not come back."""

from collections.abc import Sequence
from datetime import date

from kucho_desktop.core.dates import show_date
from kucho_desktop.core.i18n import _, n_
from kucho_desktop.paper.columns import Column
from kucho_desktop.paper.fitting import Align
from kucho_desktop.paper.imprint import Imprint, Printed
from kucho_desktop.paper.sheet import Sheet
from kucho_desktop.paper.table import Table
from kucho_desktop.records.model import Given

_BY_HAND = 2.3
"""Height of a row in which one ticks by hand, in type sizes."""
_RUN = 2


def handout_log(given: Sequence[Given], first: date, last: date, imprint: Imprint) -> Printed:
    """Oldest first, a line for each time that something went out."""
    sheet = Sheet(_("Log of what was given out"), imprint, personal=True, numbered=False)
    span = _("From {first} to {last}").format(first=show_date(first), last=show_date(last))
    count = n_("{count} entry", "{count} entries", len(given)).format(count=f"{len(given):,}")
    sheet.paragraph(_("{span}: {count}").format(span=span, count=count))
    sheet.gap(0.4)
    columns = [
        Column(_("Day"), 7.4, whole=True),
        Column(_("What was given"), 11.0, lines=3),
        Column(_("Given to"), 8.0, lines=3),
        Column(_("Numbers"), 5.5, whole=True),
        Column(_("Households"), 4.5, Align.RIGHT, whole=True),
        Column(_("Not back yet"), 4.2, Align.RIGHT, whole=True),
    ]
    rows = [
        (
            show_date(each.on, weekday=False),
            each.title,
            each.whom,
            numbers(each.numbers),
            f"{each.households:,}",
            f"{len(each.out) + len(each.lost):,}" if each.out or each.lost else _("All back"),
        )
        for each in given
    ]
    if rows:
        Table(sheet, columns).draw(rows)
    return sheet.printed()


def copies_still_out(given: Sequence[Given], imprint: Imprint) -> Printed:
    """With a box to tick for each line, to go round with."""
    sheet = Sheet(_("Copies that are still out"), imprint, personal=True, numbered=False)
    count = sum(len(each.out) + len(each.lost) for each in given)
    if not given:
        sheet.paragraph(_("Nothing is out: every numbered copy came back or was shredded."))
        return sheet.printed()
    text = n_("{count} copy is still out", "{count} copies are still out", count)
    sheet.paragraph(text.format(count=f"{count:,}"))
    sheet.gap(0.4)
    columns = [
        Column(_("Given on"), 7.4, whole=True),
        Column(_("What was given"), 11.0, lines=3),
        Column(_("Given to"), 8.0, lines=3),
        Column(_("Numbers that are out"), 9.0, lines=6),
        Column(_("Returned on"), 5.0),
    ]
    rows = [
        (
            show_date(each.on, weekday=False),
            each.title,
            each.whom,
            _out_and_lost(each),
            "",
        )
        for each in given
    ]
    Table(sheet, columns, row=_BY_HAND).draw(rows)
    return sheet.printed()


def _out_and_lost(given: Given) -> str:
    out = numbers(given.out)
    if not given.lost:
        return out
    lost = _("lost: {numbers}").format(numbers=numbers(given.lost))
    return _(", ").join(part for part in (out, lost) if part)


def numbers(given: Sequence[int]) -> str:
    """Runs of numbers said by their ends: No.1 – 4, 7."""
    runs: list[list[int]] = []
    for number in given:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    parts = [
        f"{run[0]} – {run[-1]}" if len(run) > _RUN else _(", ").join(map(str, run)) for run in runs
    ]
    return f"No.{_(', ').join(parts)}" if parts else ""
