"""Papers of a round: the list that a group's leader puts right, and who is still out."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from kucho_desktop.core.audiences import Audience
from kucho_desktop.core.dates import show_date
from kucho_desktop.core.i18n import N_, _
from kucho_desktop.households.model.choices import CONSENT_ITEMS
from kucho_desktop.households.model.gathered import ShownGroup
from kucho_desktop.households.model.rounds.lists_to_correct import ListToCorrect
from kucho_desktop.households.papers.listing import check_audience, column, keep_it, title_of
from kucho_desktop.paper.columns import Column, measured
from kucho_desktop.paper.fitting import Align
from kucho_desktop.paper.glyphs import Font
from kucho_desktop.paper.imprint import Imprint, Printed
from kucho_desktop.paper.marks import writing_line
from kucho_desktop.paper.sheet import Sheet
from kucho_desktop.paper.table import READING_ROW, Table

Questions = Sequence[tuple[str, str]]
"""Item and audience of each answer, in the order of the marks."""

_WRITTEN_BY_HAND = 2.6
_TO_WRITE = 9.0
_MARK = 2.3
_MOVED_LINES = 2
_AROUND = 2.3
_LINE, _LOW_LINE = 2.1, 1.5
"""Heights below a list, in type sizes: of what stands around the lines, and of each line."""
_MOVED = _AROUND + _LINE * (_MOVED_LINES + 1)
_LEAST = _AROUND + _LOW_LINE * (_MOVED_LINES + 1)


def lists_to_correct(
    lists: Sequence[ListToCorrect],
    imprint: Imprint,
    *,
    questions: Questions,
    title: str = "",
    return_to: str = "",
    return_by: date | None = None,
    leader_word: str = "",
) -> Printed:
    """A page for each group, across: what is known, and room beside it to put it right in red.

    title: what the round is called. return_to: to whom the list goes back, in words.
    """
    check_audience([each.group for each in lists], imprint.audience)
    sheet = Sheet(
        title or _("List of a group to put right"),
        imprint,
        personal=True,
        landscape=True,
        notices=keep_it(imprint),
    )
    for each in lists:
        sheet.new_part(title_of(each.group))
        sheet.paragraph(_request(return_to, return_by))
        if questions:
            sheet.paragraph(_legend(questions), font=Font.TABLE)
        sheet.gap(0.3)
        _table(sheet, each, questions)
        _moved(sheet, leader_word or _("Leader of the neighbour group"))
    if not lists:
        sheet.paragraph(_("There is no group yet."))
    return sheet.printed()


def _request(return_to: str, return_by: date | None) -> str:
    said = _("Please put right in red what is wrong, and hand this list back.")
    if return_to:
        said = _and(said, _("To: {whom}.").format(whom=return_to))
    if return_by:
        said = _and(said, _("By: {day}.").format(day=show_date(return_by)))
    return said


def _and(first: str, second: str) -> str:
    return _("{first} {second}").format(first=first, second=second)


def _legend(questions: Questions) -> str:
    """What the marks mean, and whom each column is about."""
    said = _("○ may be shown on the roster that every household gets, × may not, － no answer yet.")
    if any(audience == Audience.NOTICE_BOARD.value for _item, audience in questions):
        said = _and(said, _("Board: the name on the notice board."))
    return said


def _mark_title(item: str, audience: str) -> str:
    if audience == Audience.NOTICE_BOARD.value:
        return _("Board")
    return _({**dict(CONSENT_ITEMS.choices), "phone": N_("Phone")}[item])


def _table(sheet: Sheet, each: ListToCorrect, questions: Questions) -> None:
    rows = []
    for record in each.group.households.records:
        rows.append(
            (
                record.text("walking_order"),
                f"{record.text('head')}\n{record.text('kana')}".strip("\n"),
                record.text("phone"),
                record.text("mobile"),
                each.families.get(record.id, ""),
                record.text("members"),
            )
        )
    columns = [
        column("walking_order"),
        replace(column("head"), reading=True, whole=True),
        column("phone"),
        column("mobile"),
        Column(_("Family and ages"), 20.0, lines=3),
        column("members"),
    ]
    room = sheet.width / sheet.size - _MARK * len(questions)
    columns = measured(columns, rows).within(room - _TO_WRITE)
    used = sum(made.weight for made in columns)
    columns += [Column(_mark_title(*asked), _MARK, Align.CENTRE) for asked in questions]
    columns.append(Column(_("Please put right here"), max(_TO_WRITE * 0.7, room - used)))
    records = each.group.households.records
    marked = [
        (*row, *each.answers.get(record.id, ("",) * len(questions)), "")
        for row, record in zip(rows, records, strict=True)
    ]
    table = Table(sheet, columns, row=READING_ROW)
    below, least = sheet.size * _MOVED, sheet.size * _LEAST
    roomy = table.pages(marked, below) == table.pages(marked, least)
    table.fill_pages(marked, _WRITTEN_BY_HAND, below if roomy else least)
    table.draw(marked)


def _moved(sheet: Sheet, leader_word: str) -> None:
    """Lines for who came and who went, and for who put the list right."""
    sheet.need(sheet.size * _LEAST)
    room = (sheet.room / sheet.size - _AROUND) / (_MOVED_LINES + 1)
    line = sheet.size * min(_LINE, room)
    sheet.gap(0.5)
    half = sheet.width / 2 - sheet.size
    right = sheet.left + half + sheet.size * 2
    base = sheet.at - sheet.size
    for x, title in (
        (sheet.left, _("Moved in (name, phone, people, since when)")),
        (right, _("Moved out or died (name, since when, where to)")),
    ):
        sheet.write(x, base, title, font=Font.TABLE_BOLD, width=half)
        for at in range(1, _MOVED_LINES + 1):
            writing_line(sheet, x, base - line * at, half)
    base -= line * (_MOVED_LINES + 1)
    writing_line(sheet, sheet.left, base, half, _("Put right on"))
    writing_line(sheet, right, base, half, leader_word)
    sheet.at = base - sheet.size * 0.5


def still_out(
    groups: Sequence[ShownGroup],
    imprint: Imprint,
    *,
    form: str = "",
    return_to: str = "",
    return_by: date | None = None,
    is_list: bool = False,
) -> Printed:
    """A page for each group with the households whose form is not back, for its leader.

    form: what the form is called. is_list: it is the leader's own list that is not back.
    """
    check_audience(groups, imprint.audience)
    title = _("Households still out")
    sheet = Sheet(title, imprint, personal=True, notices=keep_it(imprint))
    for group in groups:
        sheet.new_part(title_of(group))
        sheet.paragraph(_reminder(form, return_to, return_by, is_list=is_list))
        sheet.gap(0.4)
        _still_out_table(sheet, group)
    if not groups:
        came_back = _("Everything has come back.") if form else _("No round has been begun yet.")
        sheet.paragraph(came_back)
    return sheet.printed()


def _reminder(form: str, return_to: str, return_by: date | None, *, is_list: bool) -> str:
    if is_list:
        said = _("On “{form}” these households are still to be put right. Please hand it back.")
        said, to = said.format(form=form), _("To: {whom}.")
    else:
        said = _("“{form}” has not come back from these households. Please speak to them.")
        said = said.format(form=form or _("Household sheet"))
        to = _("What you are given goes to: {whom}.")
    if return_to:
        said = _and(said, to.format(whom=return_to))
    if return_by:
        said = _and(said, _("It was wanted by {day}.").format(day=show_date(return_by)))
    return said


def _still_out_table(sheet: Sheet, group: ShownGroup) -> None:
    names = ("walking_order", "head", "address", "phone", "mobile")
    rows = []
    for record in group.households.records:
        texts = {name: record.text(name) for name in names}
        texts["head"] = f"{texts['head']}\n{record.text('kana')}".strip("\n")
        rows.append((*texts.values(), "", ""))
    room = sheet.width / sheet.size
    columns = [column(name) for name in names]
    columns[1] = replace(columns[1], reading=True, whole=True)
    columns = measured(columns, rows).within(room - _TO_WRITE - 5.0)
    used = sum(made.weight for made in columns)
    columns.append(Column(_("Received on"), 5.0))
    columns.append(Column(_("Note"), max(_TO_WRITE * 0.6, room - used - 5.0)))
    table = Table(sheet, columns, row=READING_ROW)
    table.fill_pages(rows, _WRITTEN_BY_HAND)
    table.draw(rows)
