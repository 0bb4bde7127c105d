"""役員名簿 and 歴代役員一覧: who holds which post, and who did."""

from collections.abc import Sequence
from dataclasses import dataclass

from kucho_desktop.core.audiences import Audience
from kucho_desktop.core.fields import Shown, ShownRecord
from kucho_desktop.core.i18n import _, n_
from kucho_desktop.officers.papers.tables import banded, draw_table, table_paper
from kucho_desktop.paper.columns import Column
from kucho_desktop.paper.fitting import Align
from kucho_desktop.paper.imprint import Imprint, Printed
from kucho_desktop.paper.sheet import Sheet

_BESIDE = ("address", "phone", "mobile")
_WHOLE = frozenset({"phone", "mobile"})
_ACROSS = 5
"""More columns than this stand across the sheet."""


@dataclass(frozen=True)
class Officers:
    """seats: as the audience may see them. year: the year of office that they are of.

    title: what the list is of.
    """

    seats: Shown
    year: str
    title: str


def officer_list(officers: Officers, imprint: Imprint) -> Printed:
    """役員名簿: on the notice board names alone; for the city with address and term."""
    seats = officers.seats
    if seats.audience is not imprint.audience:
        raise ValueError("the officers were chosen for another audience than the paper's")
    columns = _columns(seats, imprint.audience)
    rows = banded(
        (_heading(each), [_cell(each, name) for name, _column in columns]) for each in seats.records
    )
    return table_paper(
        officers.title,
        [column for _name, column in columns],
        rows,
        imprint,
        empty=_("No post is written down yet."),
        subtitle=officers.year,
        landscape=len(columns) > _ACROSS,
        notices=_notices(seats),
    )


def _heading(seat: ShownRecord) -> str:
    """The department; the leaders of the groups stand together at the end."""
    return seat.text("department") or (seat.text("post") if seat.text("group") else "")


def _columns(seats: Shown, audience: Audience) -> list[tuple[str, Column]]:
    on_board = audience is Audience.NOTICE_BOARD
    asked = ("post", "name", "group") if on_board else ("post", "name", "home", *_BESIDE, "term")
    names = [
        name
        for name in (*asked, "also")
        if name in ("post", "name") or any(_cell(each, name) for each in seats.records)
    ]
    if audience in (Audience.NOTICE_BOARD, Audience.EVERY_HOUSEHOLD):
        names = [name for name in names if name != "term"]
    return [(name, _column(name, seats, audience)) for name in names]


def _column(name: str, seats: Shown, audience: Audience) -> Column:
    if name == "term":
        return Column(_("Term of office"), 14.0, lines=2)
    title = seats.titles.get(name, "")
    if name == "mobile":
        title = _("Mobile")
    weights = {"post": 12.0, "name": 10.0, "address": 18.0, "also": 12.0, "group": 9.0, "home": 9.0}
    return Column(
        title,
        weights.get(name, 9.0),
        lines={"address": 4, "also": 3, "post": 2}.get(name, 1),
        whole=name in _WHOLE,
        reading=name == "name" and audience is not Audience.NOTICE_BOARD,
    )


def _cell(seat: ShownRecord, name: str) -> str:
    if name == "name":
        return f"{seat.text('name')}\n{seat.text('kana')}".strip("\n")
    if name == "term":
        days = [seat.text("since"), seat.text("last")]
        terms = seat.text("terms")
        said = _("{first} until {last}").format(first=days[0], last=days[1]) if any(days) else ""
        more = _(" (term {number})").format(number=terms) if terms > "1" else ""
        return f"{said}{more}"
    return seat.text(name)


def _notices(seats: Shown) -> tuple[str, ...]:
    if not seats.held_back:
        return ()
    said = n_(
        "{count} officer does not stand here, as was wished.",
        "{count} officers do not stand here, as was wished.",
        seats.held_back,
    )
    return (said.format(count=seats.held_back),)


# ---- 歴代役員 ----


@dataclass(frozen=True)
class PastYears:
    """posts: the columns. years: (title, the names of each post, what happened)."""

    posts: tuple[str, ...]
    years: tuple[tuple[str, tuple[str, ...], str], ...]


_POSTS_ON_A_SHEET = 5


def past_officers(past: PastYears, imprint: Imprint) -> Printed:
    """歴代役員一覧: newest first; with many posts, one table behind the other."""
    sheet = Sheet(_("Officers of all years"), imprint, personal=True, landscape=True)
    if not past.years:
        sheet.paragraph(_("Nobody is written down yet."))
        return sheet.printed()
    for first in range(0, max(len(past.posts), 1), _POSTS_ON_A_SHEET):
        if first:
            sheet.gap(1.0)
        _years(sheet, past, range(first, min(first + _POSTS_ON_A_SHEET, len(past.posts))))
    return sheet.printed()


def _years(sheet: Sheet, past: PastYears, posts: Sequence[int]) -> None:
    with_events = posts[0] == 0 and any(happened for _title, _names, happened in past.years)
    columns = [
        Column(_("Year"), 8.0, Align.LEFT),
        *(Column(past.posts[at], 10.0, lines=4) for at in posts),
        *([Column(_("What happened"), 16.0, lines=4)] if with_events else []),
    ]
    rows = [
        (title, *(names[at] for at in posts), *([happened] if with_events else []))
        for title, names, happened in past.years
    ]
    draw_table(sheet, columns, rows)
