"""世帯票: what is known of a household, to correct in red and hand back; and an empty one."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from kucho_desktop.core.audiences import ASKS_CONSENT, Audience
from kucho_desktop.core.dates import show_date
from kucho_desktop.core.fields import Kind, ShownRecord, field_named
from kucho_desktop.core.i18n import _
from kucho_desktop.households.model import Household, Member
from kucho_desktop.households.model.choices import CONSENT_AUDIENCES, CONSENT_ITEMS
from kucho_desktop.households.model.gathered import ShownGroup
from kucho_desktop.households.papers.listing import check_audience, title_of
from kucho_desktop.households.papers.ties import (
    height_to_correct,
    table_to_correct,
    ties_to_correct,
)
from kucho_desktop.paper.blanks import Blank, blanks
from kucho_desktop.paper.columns import Column
from kucho_desktop.paper.fitting import Align
from kucho_desktop.paper.glyphs import Font
from kucho_desktop.paper.imprint import SMALLEST_BODY, STANDARD_SIZE, Imprint, Printed
from kucho_desktop.paper.marks import seal, tick_boxes, writing_line
from kucho_desktop.paper.sheet import Sheet
from kucho_desktop.paper.table import Table

_FIELDS = (
    (("number", 1.4), ("tonarigumi_id", 3.0), ("membership", 2.0), ("yago", 2.0)),
    (("head", 2.0), ("kana", 2.4), ("nameplate", 2.0)),
    (("postal_code", 1.3), ("address", 4.6), ("building", 2.4)),
    (("phone", 1.0), ("mobile", 1.0), ("fax", 1.0), ("email", 1.6)),
    (("dwelling", 6.2), ("landlord", 2.4)),
)
_MEMBERS = ("relation", "name", "kana", "born", "gender", "whereabouts", "note")
_LEAST_ROWS = 6
_SPARE_ROWS = 2
_SIGNATURE = 3.6
"""How high the last line is, in type sizes."""
_NOBODY = ShownRecord(0, {})

Asked = frozenset[tuple[str, str]]
"""Item and audience of everything that the association would show of a household."""


@dataclass(frozen=True)
class _Heights:
    """How high things are, in type sizes: a sheet fits on one page in either size of type."""

    field: float
    member: float
    consent: float
    tie: float


_ROOMY = _Heights(2.6, 2.1, 1.6, 1.75)
_CLOSE = _Heights(2.4, 1.75, 1.4, 1.6)


def _heights(sheet: Sheet) -> _Heights:
    return _ROOMY if sheet.size <= STANDARD_SIZE else _CLOSE


def household_sheets(
    groups: Sequence[ShownGroup],
    imprint: Imprint,
    *,
    return_to: str = "",
    return_by: date | None = None,
    asked: Asked | None = None,
    form: str = "",
) -> Printed:
    """A sheet per household, filled in with what the household itself may see: everything.

    return_to: to whom it goes back, in words. return_by: the last day for it.
    asked: (item, audience) of what the association would show; all if None. form: its name.
    """
    check_audience(groups, imprint.audience)
    sheet = _sheet(imprint, form)
    tables = _tables(sheet)
    empty = True
    for group in groups:
        for record in group.households.records:
            ties = group.ties.get(record.id, ())
            back = (return_to, return_by)
            _household(sheet, tables, title_of(group), record, imprint, back, asked, ties)
            empty = False
    if empty:
        sheet.paragraph(_("There is no household yet."))
    return sheet.printed()


def blank_household_sheet(
    imprint: Imprint,
    *,
    return_to: str = "",
    return_by: date | None = None,
    asked: Asked | None = None,
    form: str = "",
) -> Printed:
    """The same sheet with nothing filled in, for those who move in."""
    sheet = _sheet(imprint, form)
    _household(sheet, _tables(sheet), "", _NOBODY, imprint, (return_to, return_by), asked)
    return sheet.printed()


def _sheet(imprint: Imprint, form: str) -> Sheet:
    # the purpose stands in the text, where it is read
    said = replace(imprint, purpose="", copy_numbers=())
    return Sheet(form or _("Household sheet"), said, personal=True, numbered=False)


@dataclass(frozen=True)
class _Tables:
    """The same for every sheet, so that what stands in many of them is fitted once."""

    members: Table
    ties: Table


def _tables(sheet: Sheet) -> _Tables:
    heights = _heights(sheet)
    fields = [field_named(Member, name) for name in _MEMBERS]
    weights = (4.0, 7.5, 8.0, 9.0, 3.2, 5.0, 6.0)
    columns = [
        Column(field.title, weight, Align.LEFT, lines=2 if field.kind.name == "note" else 1)
        for field, weight in zip(fields, weights, strict=True)
    ]
    members = Table(sheet, columns, size=_small(sheet), row=heights.member)
    return _Tables(members, table_to_correct(sheet, heights.tie))


def _small(sheet: Sheet) -> float:
    """The type of the table of the people, in points."""
    return max(SMALLEST_BODY, sheet.size * 0.92)


def _household(
    sheet: Sheet,
    tables: _Tables,
    group: str,
    record: ShownRecord,
    imprint: Imprint,
    back: tuple[str, date | None],
    asked: Asked | None,
    ties: Sequence[ShownRecord] = (),
) -> None:
    """back: to whom it goes, and by which day."""
    return_to, return_by = back
    filled = record is not _NOBODY
    name = record.text("head")
    sheet.new_part(_("{group}  {name}").format(group=group, name=name) if filled else "")
    sheet.paragraph(_request(filled, return_to, return_by))
    if imprint.purpose:
        sheet.paragraph(_("Purpose: {text}").format(text=imprint.purpose), size=SMALLEST_BODY)
    sheet.gap(0.4)
    blanks(sheet, _fields(group, record, choose=not filled), _heights(sheet).field)
    _members(sheet, record, _height_below(sheet, ties), tables.members)
    ties_to_correct(sheet, ties, _heights(sheet).tie, tables.ties)
    _consents(sheet, record, asked)
    _signature(sheet, return_to)


def _request(filled: bool, return_to: str, return_by: date | None) -> str:
    if filled:
        said = _(
            "Please correct in red what is wrong, fill in what is missing, and hand this back."
        )
    else:
        said = _("Please fill this in and hand it back.")
    more = []
    if return_to:
        more.append(_("To: {whom}.").format(whom=return_to))
    if return_by:
        more.append(_("By: {day}.").format(day=show_date(return_by)))
    for sentence in more:
        said = _("{first} {second}").format(first=said, second=sentence)
    return said


def _fields(group: str, record: ShownRecord, *, choose: bool) -> list[list[Blank]]:
    rows = []
    for row in _FIELDS:
        blanks_of_row = []
        for name, weight in row:
            field = field_named(Household, name)
            value = group if name == "tonarigumi_id" else record.text(name)
            choices = _labels(field.kind) if name == "dwelling" else ()
            if not choices and choose and name in ("number", "membership"):
                value = ""
            blanks_of_row.append(Blank(field.title, value, weight, choices))
        rows.append(blanks_of_row)
    return rows


def _labels(kind: Kind) -> tuple[str, ...]:
    return tuple(_(label) for code, label in kind.choices if code != "")


def _height_below(sheet: Sheet, ties: Sequence[ShownRecord]) -> float:
    """What stands below the people, in points."""
    size, heights = sheet.size, _heights(sheet)
    answers = size * (0.4 + heights.consent * (len(CONSENT_ITEMS.choices) + 1.95))
    return height_to_correct(sheet, ties, heights.tie) + answers + size * _SIGNATURE


def _members(sheet: Sheet, record: ShownRecord, below: float, table: Table) -> None:
    """Everybody, and empty lines for those who came, as far as all stands on one page.

    below: points that are needed below them.
    """
    size, members = sheet.size, record.rows.get("members", ())
    rows = [tuple(_member_text(member, name) for name in _MEMBERS) for member in members]
    row = _heights(sheet).member
    sheet.gap(0.4)
    sheet.need(size * row * 4)
    title = _("People of the household")
    sheet.write(sheet.left, sheet.at - size, title, font=Font.TABLE_BOLD)
    sheet.gap(1.4)
    free = int((sheet.room - below) / (_small(sheet) * row)) - 1 - len(rows)
    wished = max(_SPARE_ROWS, _LEAST_ROWS - len(rows))
    # Where a second page is needed anyway there is room for all of them.
    table.draw(rows, spare=min(wished, free) if free >= 0 else wished)


def _member_text(member: ShownRecord, name: str) -> str:
    if name == "whereabouts" and not member.text("name"):
        return ""  # of a person without a name only the number is known
    text = member.text(name)
    unsaid = name == "gender" and text == _("(not said)")
    return "" if unsaid else text


def _consents(sheet: Sheet, record: ShownRecord, asked: Asked | None) -> None:
    """A yes and a no for every item and everybody it could be shown to."""
    size = sheet.size
    answers = _answers(record)
    audiences = [
        (code, _(label))
        for code, label in CONSENT_AUDIENCES.choices
        if Audience(code) in ASKS_CONSENT and _any_asked(asked, code)
    ]
    if not audiences:
        return
    line = size * _heights(sheet).consent
    sheet.gap(0.4)
    sheet.need(line * (len(CONSENT_ITEMS.choices) + 2))
    title = _("May this be shown? You can change your answer at any time.")
    sheet.write(sheet.left, sheet.at - size, title, font=Font.TABLE_BOLD, width=sheet.width)
    starts = [sheet.left + size * 8 + at * size * 16 for at in range(len(audiences))]
    sheet.at -= line
    for x, (_code, label) in zip(starts, audiences, strict=True):
        sheet.write(x, sheet.at - size, _("To: {audience}").format(audience=label))
    sheet.at -= line * 0.95
    for code, item in CONSENT_ITEMS.choices:
        wanted = [asked is None or (code, each) in asked for each, _label in audiences]
        if not any(wanted):
            continue
        base = sheet.at - size
        sheet.write(sheet.left + size, base, _(item))
        for x, (_code, label), is_asked in zip(starts, audiences, wanted, strict=True):
            if is_asked:
                tick_boxes(sheet, x, base, (_("Yes"), _("No")), answers.get((_(item), label), ""))
        sheet.at -= line


def _any_asked(asked: Asked | None, audience: str) -> bool:
    return asked is None or any(each == audience for _item, each in asked)


def _answers(record: ShownRecord) -> dict[tuple[str, str], str]:
    """The latest answer by item and audience, in words; the book keeps them in order."""
    agrees = _("Agrees")
    return {
        (consent.text("item"), consent.text("audience")): (
            _("Yes") if consent.text("answer") == agrees else _("No")
        )
        for consent in record.rows.get("consents", ())
    }


def _signature(sheet: Sheet, return_to: str) -> None:
    size = sheet.size
    sheet.need(size * _SIGNATURE)
    sheet.gap(0.4)
    base = sheet.at - size * 1.6
    third = sheet.width / 3
    writing_line(sheet, sheet.left, base, third * 0.95, _("Filled in on"))
    writing_line(sheet, sheet.left + third, base, third * 1.4, _("Signature"))
    seal(sheet, sheet.left + third * 2.55, base + size * 0.2)
    sheet.at -= size * 3.2
