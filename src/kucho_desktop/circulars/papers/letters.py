"""文書受付簿 and 未処理一覧: what came in, and what of it waits."""

from collections.abc import Mapping

from kucho_desktop.core.fields import Shown, ShownRecord
from kucho_desktop.core.i18n import _
from kucho_desktop.paper.columns import Column
from kucho_desktop.paper.imprint import Imprint, Printed
from kucho_desktop.paper.one_table import banded, table_paper


def letter_register(
    letters: Shown, numbers: Mapping[int, str], year: str, imprint: Imprint
) -> Printed:
    """文書受付簿 of a year of office, by number."""
    columns = [
        Column(_("Letter number"), 5.0, whole=True),
        Column(_("Came on"), 8.5, whole=True),
        Column(_("Sent by"), 11.0, lines=2),
        Column(_("Subject of the letter"), 19.0, lines=3),
        Column(_("What it wants"), 8.0, lines=2),
        Column(_("By when"), 8.5, whole=True),
        Column(_("What was done"), 15.0, lines=4),
        Column(_("Done on"), 8.5, whole=True),
        Column(_("Place of keeping"), 7.0, lines=3),
    ]
    rows = [
        (
            numbers.get(each.id, ""),
            _bare(each.text("received_on")),
            _lines(each.text("sender"), each.text("reference")),
            each.text("title"),
            _wish(each),
            _bare(each.text("deadline")),
            each.text("answer").replace("\n", " "),
            _bare(each.text("done_on")),
            _kept(each),
        )
        for each in letters.records
    ]
    return table_paper(
        _("Register of letters"),
        columns,
        rows,
        imprint,
        empty=_("No letter came in this year."),
        subtitle=year,
        landscape=True,
        personal=False,
    )


def open_letters(
    letters: Shown, numbers: Mapping[int, str], due: Mapping[int, str], imprint: Imprint
) -> Printed:
    """未処理一覧: late ones first. due: in words, under which heading each stands."""
    columns = [
        Column(_("By when"), 8.5),
        Column(_("Subject of the letter"), 18.0, lines=3),
        Column(_("Sent by"), 10.0, lines=2),
        Column(_("What it wants"), 8.0, lines=2),
        Column(_("Who sees to it"), 7.0, lines=2),
        Column(_("Letter number"), 5.0, whole=True),
        Column(_("Done (tick)"), 3.5),
    ]
    rows = banded(
        (
            due.get(each.id, ""),
            (
                each.text("deadline"),
                each.text("title"),
                each.text("sender"),
                _wish(each),
                each.text("responsible"),
                numbers.get(each.id, ""),
                "□",
            ),
        )
        for each in letters.records
    )
    return table_paper(
        _("Letters that are open"),
        columns,
        rows,
        imprint,
        empty=_("Everything is done."),
        personal=False,
    )


def _wish(each: ShownRecord) -> str:
    return each.text("kind") if each.text("kind") != _("(not said)") else ""


def _kept(each: ShownRecord) -> str:
    years = each.text("keep_years")
    said = _("{count} years").format(count=years) if years else ""
    return _lines(each.text("kept_at"), said)


def _lines(*parts: str) -> str:
    return " ".join(part for part in parts if part)


def _bare(day: str) -> str:
    """A day without its weekday."""
    return day.partition("(")[0].strip()
