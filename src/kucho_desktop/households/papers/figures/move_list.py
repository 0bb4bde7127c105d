"""転入・転出一覧: who came, who went and what became of households, and the figures of it."""

from dataclasses import replace
from datetime import timedelta

from kucho_desktop.core.dates import short_date, show_date
from kucho_desktop.core.i18n import _
from kucho_desktop.households.model.figures.move_list import MoveList, label_of, note_on, who_moved
from kucho_desktop.households.model.figures.moves import OF_PEOPLE, Move
from kucho_desktop.households.papers.listing import keep_it
from kucho_desktop.paper.columns import Column, measured, rough_width
from kucho_desktop.paper.fitting import Align
from kucho_desktop.paper.glyphs import Font
from kucho_desktop.paper.imprint import Imprint, Printed
from kucho_desktop.paper.sheet import Sheet
from kucho_desktop.paper.table import READING_ROW, Row, Table


def move_list(found: MoveList, imprint: Imprint) -> Printed:
    """Figures for everybody, names only where the list has them."""
    named = found.names_people
    notices = keep_it(imprint) if named else ()
    imprint = imprint if named else replace(imprint, purpose="")
    sheet = Sheet(_("Who came and who went"), imprint, personal=named, notices=notices)
    sheet.paragraph(
        _("From {first} to {last}").format(
            first=show_date(found.first), last=show_date(found.last)
        ),
        font=Font.TABLE_BOLD,
    )
    sheet.heading(_("How many"))
    _figures(sheet, found)
    if named:
        sheet.gap()
        sheet.heading(_("One by one"))
        _one_by_one(sheet, found)
    return sheet.printed()


def _figures(sheet: Sheet, found: MoveList) -> None:
    titles = (
        _("Households on the roster"),
        _("Households in which somebody lives"),
        _("of these joined"),
        _("Population"),
    )
    numbers = [Column(title, rough_width(title) + 1, Align.RIGHT, whole=True) for title in titles]
    days = (found.first - timedelta(days=1), found.before), (found.last, found.after)
    Table(sheet, [Column(_("On the day"), 12.0), *numbers]).draw(
        [
            (
                show_date(day),
                *(
                    f"{each:,}"
                    for each in (count.households, count.dwelled, count.joined, count.persons)
                ),
            )
            for day, count in days
        ]
    )
    sheet.gap()
    if not found.tallies:
        sheet.paragraph(_("Nothing happened in this time."))
        return
    rows: list[Row] = [
        (
            label_of(tally.kind),
            "" if tally.kind in OF_PEOPLE else f"{tally.times:,}",
            f"{tally.size:,}" if tally.size else "",
        )
        for tally in found.tallies
    ]
    counted = (_("Households"), _("Persons"))
    numbers = [Column(title, rough_width(title) + 2, Align.RIGHT, whole=True) for title in counted]
    columns = [Column(_("What happened"), 24.0), *numbers]
    Table(sheet, measured(columns, rows).within(sheet.width / sheet.size)).draw(rows)


def _one_by_one(sheet: Sheet, found: MoveList) -> None:
    if not found.moves:
        sheet.paragraph(_("Nothing happened in this time."))
        return
    rows = [_row(found, move) for move in found.moves]
    columns = [
        Column(_("Day"), 6.0, whole=True),
        Column(_("What happened"), 11.0, lines=2),
        Column(_("Group"), 8.0),
        Column(_("Name"), 11.0, reading=True),
        Column(_("Persons"), 3.0, Align.RIGHT, whole=True),
        Column(_("Note"), 12.0, lines=3),
    ]
    fitted = measured(columns, rows).within(sheet.width / sheet.size)
    Table(sheet, fitted, row=READING_ROW).draw(rows)


def _row(found: MoveList, move: Move) -> Row:
    groups = found.groups or {}
    reading = "" if move.kind in OF_PEOPLE else move.kana
    return (
        short_date(move.day),
        label_of(move.kind),
        groups.get(move.tonarigumi_id or 0, ""),
        f"{who_moved(move)}\n{reading}".strip("\n"),
        str(move.size) if move.size else "",
        note_on(move),
    )
