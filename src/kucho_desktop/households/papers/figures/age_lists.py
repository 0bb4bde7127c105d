"""敬老者名簿, 新入学児童一覧, 二十歳の一覧: people of an age, by group in walking order."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kucho_desktop.core.fields import ShownRecord
from kucho_desktop.core.i18n import _, n_
from kucho_desktop.households.model.figures.age_lists import AgeList
from kucho_desktop.households.model.gathered import ShownGroup
from kucho_desktop.households.papers.listing import check_audience, keep_it, text_of, title_of
from kucho_desktop.paper.columns import Column, measured
from kucho_desktop.paper.fitting import Align
from kucho_desktop.paper.glyphs import Font
from kucho_desktop.paper.imprint import Imprint, Printed
from kucho_desktop.paper.sheet import Sheet
from kucho_desktop.paper.table import READING_ROW, Band, Row, Table

_UNSURE = "※"
_BY_HAND = 5.0
"""Width of a column to write in, in type sizes."""
_MOST_UPRIGHT = 5
"""Columns that have room beside each other on an upright sheet."""


@dataclass(frozen=True)
class Kind:
    """What the list is called, and which columns are written by hand.

    by_hand: their titles. tells_head: whether the head of household stands beside the person.
    """

    title: str
    by_hand: tuple[str, ...]
    tells_head: bool = False


def elders_list(people: AgeList, imprint: Imprint, *, apart: bool = False) -> Printed:
    """敬老者名簿, with a place to sign for the gift."""
    kind = Kind(_("List of the elderly"), (_("Received"), _("Note")))
    return _list(kind, people, imprint, apart)


def school_starters(people: AgeList, imprint: Imprint, *, apart: bool = False) -> Printed:
    """新入学児童一覧."""
    kind = Kind(_("Children who start school"), (_("Received"), _("Note")), tells_head=True)
    return _list(kind, people, imprint, apart)


def coming_of_age(people: AgeList, imprint: Imprint, *, apart: bool = False) -> Printed:
    """二十歳 (or 成年) 一覧."""
    kind = Kind(_("Young people who come of age"), (_("Attends"), _("Note")), tells_head=True)
    return _list(kind, people, imprint, apart)


def _list(kind: Kind, people: AgeList, imprint: Imprint, apart: bool) -> Printed:
    """apart: a part with a number of its own for each group, as their leaders get them."""
    check_audience(people.groups, imprint.audience)
    told = _columns(kind, people)
    across = len(told) > _MOST_UPRIGHT
    sheet = Sheet(kind.title, imprint, personal=True, landscape=across, notices=keep_it(imprint))
    rows = [_row(kind, people, told, *found) for group in people.groups for found in _all_of(group)]
    room = sheet.width / sheet.size
    by_hand = [Column(title, _BY_HAND) for title in kind.by_hand]
    columns = [*measured(told, rows).within(room - _BY_HAND * len(by_hand)), *by_hand]
    if apart:
        for group in people.groups:
            sheet.new_part(title_of(group))
            _head(sheet, people, group)
            _draw(sheet, columns, [_row(kind, people, told, *found) for found in _all_of(group)])
    else:
        _head(sheet, people)
        _draw(sheet, columns, list(_with_bands(kind, people, told)))
    if not people.groups:
        sheet.gap()
        sheet.paragraph(_("There is nobody on this list."))
    return sheet.printed()


def _draw(sheet: Sheet, columns: Sequence[Column], rows: Sequence[Row | Band]) -> None:
    more = len(columns)
    if rows:
        sheet.gap(0.3)
        full = [row if isinstance(row, Band) else (*row, *[""] * (more - len(row))) for row in rows]
        Table(sheet, columns, row=READING_ROW).draw(full)


def _head(sheet: Sheet, people: AgeList, group: ShownGroup | None = None) -> None:
    """By which reckoning, how many, and what the mark means."""
    listed = sum(1 for _found in _all_of(group)) if group else len(people.people)
    count = n_("{count} person is listed.", "{count} persons are listed.", listed)
    sheet.paragraph(people.said, font=Font.TABLE)
    if listed:
        sheet.paragraph(count.format(count=f"{listed:,}"), font=Font.TABLE)
    if people.unsure:
        text = _(
            "{mark} The birthday is not known to the day, so that it is open whether this person "
            "belongs on the list. Please ask."
        )
        sheet.paragraph(text.format(mark=_UNSURE), font=Font.TABLE)
    if people.unknown and group is None:
        text = n_(
            "{count} person of whom no birth is known is not on the list.",
            "{count} persons of whom no birth is known are not on the list.",
            people.unknown,
        )
        sheet.paragraph(text.format(count=f"{people.unknown:,}"), font=Font.TABLE)


def _columns(kind: Kind, people: AgeList) -> list[Column]:
    """What is said of a person; the birth only to whom it may be told."""
    columns = [
        Column(_("No."), 2.6, Align.RIGHT, whole=True),
        Column(_("Name"), 11.0, reading=True),
    ]
    if any(listed.age for listed in people.people.values()):
        columns += [Column(_("Born"), 10.0), Column(_("Age"), 7.0)]
    if kind.tells_head:
        columns.append(Column(_("Head of household"), 9.0))
    columns += [Column(_("Address"), 16.0, lines=5), Column(_("Phone number"), 9.0, whole=True)]
    return columns


def _all_of(group: ShownGroup) -> Iterator[tuple[ShownRecord, ShownRecord, int]]:
    """Household, person, and the person's number in the group."""
    number = 0
    for household in group.households.records:
        for person in household.rows.get("members", ()):
            number += 1
            yield household, person, number


def _with_bands(kind: Kind, people: AgeList, told: Sequence[Column]) -> Iterator[Row | Band]:
    for group in people.groups:
        count = sum(1 for _found in _all_of(group))
        text = n_("{group} ({count} person)", "{group} ({count} persons)", count)
        yield Band(text.format(group=title_of(group), count=count))
        for found in _all_of(group):
            yield _row(kind, people, told, *found)


def _row(
    kind: Kind,
    people: AgeList,
    told: Sequence[Column],
    household: ShownRecord,
    person: ShownRecord,
    number: int,
) -> Row:
    listed = people.people[person.id]
    mark = f"{_UNSURE} " if listed.is_unsure else ""
    name = person.text("name") or _("(no name)")
    cells = [str(number), f"{mark}{name}\n{person.text('kana')}".strip("\n")]
    if len(told) > 4 + kind.tells_head:
        cells += [person.text("born"), f"{listed.age} {listed.feast}".strip()]
    if kind.tells_head:
        cells.append(household.text("head"))
    phone = person.text("phone") or household.text("phone") or household.text("mobile")
    return (*cells, text_of(household, "address"), phone)
