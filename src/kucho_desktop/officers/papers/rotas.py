"""輪番表: for a group whose turn comes when; for the officers' meeting with the reasons."""

from collections.abc import Sequence
from dataclasses import dataclass

from kucho_desktop.core.i18n import _
from kucho_desktop.officers.papers.tables import draw_table
from kucho_desktop.paper.columns import Column
from kucho_desktop.paper.imprint import Imprint, Printed
from kucho_desktop.paper.sheet import Sheet
from kucho_desktop.paper.table import Row, Total


@dataclass(frozen=True)
class Line:
    """A year of a group. skipped: names alone, or with reasons. is_next: 「次は誰か」."""

    year: str
    name: str
    note: str
    skipped: tuple[str, ...] = ()
    is_next: bool = False


@dataclass(frozen=True)
class GroupTurns:
    """The turns of one group; none where nobody takes turns in it."""

    group: str
    lines: tuple[Line, ...]
    households: tuple[int, ...] = ()


def turns_paper(
    groups: Sequence[GroupTurns], leader_word: str, imprint: Imprint, *, with_reasons: bool
) -> Printed:
    """A page for each group. Without reasons nothing tells why a house is passed over."""
    title = _("Turns of: {post}").format(post=leader_word)
    notices = (_("For the officers' meeting alone: it holds reasons."),) if with_reasons else ()
    sheet = Sheet(title, imprint, personal=True, notices=notices)
    for group in groups:
        sheet.new_part(group.group)
        if group.lines:
            _turns(sheet, group, with_reasons=with_reasons)
        else:
            sheet.paragraph(_("No household that has joined lives in this group."))
    if not groups:
        sheet.paragraph(_("There is no group yet."))
    return sheet.printed()


def _turns(sheet: Sheet, group: GroupTurns, *, with_reasons: bool) -> None:
    passed = _("Passed over, and why") if with_reasons else _("Waits for the next round")
    columns = [
        Column(_("Year"), 8.0),
        Column(_("Whose turn"), 11.0),
        Column(_("Note"), 10.0, lines=4),
        Column(passed, 22.0, lines=9),
    ]
    if not with_reasons:
        columns = columns[:3]
    rows: list[Row | Total] = []
    for line in group.lines:
        skipped = _(", ").join(line.skipped)
        note = line.note
        if line.is_next:
            note = _(" · ").join(part for part in (_("next"), note) if part)
        texts = (line.year, line.name, note, skipped)[: len(columns)]
        rows.append(Total(texts) if line.is_next else texts)
    draw_table(sheet, columns, rows)
    sheet.gap(1.0)
    sheet.paragraph(
        _(
            "The turn goes round in walking order. It may be exchanged: please tell the leader or"
            " the chief."
        )
    )
