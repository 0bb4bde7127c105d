"""The papers about posts, departments, reliefs, nominations, trainings, whom to ask."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from kucho_desktop.app.paper_kinds.officers import (
    WithHouses,
    houses_of,
    one_part,
    seats_for,
    who_is_on,
)
from kucho_desktop.app.paper_request import OFFICES, Paper, Request, unnumbered
from kucho_desktop.association.store import fiscal_year
from kucho_desktop.core.audiences import Audience
from kucho_desktop.core.book import Book
from kucho_desktop.core.fields import Record, Shown, ShownRecord, shown
from kucho_desktop.core.i18n import N_
from kucho_desktop.households.store import figures
from kucho_desktop.officers import store
from kucho_desktop.officers.model import (
    Adviser,
    Department,
    Nomination,
    Post,
    Relief,
    Training,
)
from kucho_desktop.officers.store.kept import day_after
from kucho_desktop.paper.imprint import Imprint, Printed

if TYPE_CHECKING:
    from kucho_desktop.officers.papers.organisation import Organisation

_BOARD = (Audience.OFFICERS, Audience.CHIEF)


# ---- departments ----


def gather_organisation(book: Book, request: Request) -> WithHouses:
    from kucho_desktop.officers.papers.organisation import DepartmentShown, Organisation

    seats, seen = seats_for(book, request)
    by_id = {each.id: each for each in seen.records}
    board: list[ShownRecord] = []
    leaders: list[tuple[str, str]] = []
    people: dict[int, list[ShownRecord]] = {}
    for seat in seats:
        record = by_id.get(seat.id)
        if seat.of_post.per_group:
            leaders.append((seat.group, record.text("name") if record else ""))
        elif record is not None and seat.of_post.department_id is None:
            board.append(record)
        elif record is not None:
            people.setdefault(seat.of_post.department_id or 0, []).append(record)
    day = request.on.isoformat()
    there = [
        each for each in store.DEPARTMENTS.all(book) if each.since <= day < day_after(each.last)
    ]
    departments = tuple(
        DepartmentShown(
            each.text("name"),
            each.text("work"),
            tuple((row.text("month"), row.text("task")) for row in each.rows.get("tasks", ())),
            tuple(people.get(each.id, ())),
        )
        for each in shown(Department, there, request.whom).records
    )
    leader = store.leader_post(book)
    word = leader.name if leader else ""
    year = fiscal_year(book, request.on).title
    chart = Organisation(seen, tuple(board), departments, tuple(leaders), word, year)
    return WithHouses(chart, houses_of(seats, seen))


def draw_organisation(gathered: WithHouses, imprint: Imprint) -> Printed:
    from kucho_desktop.officers import papers

    chart: Organisation = gathered.drawn
    return papers.organisation_chart(chart, imprint)


def draw_department_members(gathered: WithHouses, imprint: Imprint) -> Printed:
    from kucho_desktop.officers import papers

    chart: Organisation = gathered.drawn
    return papers.department_members(chart, imprint)


def gather_posts(book: Book, request: Request) -> WithHouses:
    day = request.on.isoformat()
    posts = [each for each in store.POSTS.all(book) if each.since <= day < day_after(each.last)]
    named = {each.id: each.name for each in store.DEPARTMENTS.all(book)}
    departments = {each.id: named.get(each.department_id or 0, "") for each in posts}
    count = figures(book).all_households
    return WithHouses((shown(Post, posts, request.whom), departments, count), ())


def draw_posts(gathered: WithHouses, imprint: Imprint) -> Printed:
    from kucho_desktop.officers import papers

    posts, departments, count = gathered.drawn
    return papers.post_list(posts, departments, count, imprint)


# ---- lists of records ----


@dataclass(frozen=True)
class Listed:
    """Records with what each is about, by id; households: that stand on the list."""

    records: Shown
    names: dict[int, str]
    households: tuple[int, ...] = ()


def _listed(book: Book, kind: type[Record], records: Sequence[Any], audience: Audience) -> Listed:
    members = store.names_of(book, [getattr(each, "member_id", None) for each in records])
    houses = sorted({getattr(each, "household_id", None) or 0 for each in records} - {0})
    house_names = store.names_of_houses(book, houses) if houses else {}
    names = {}
    for each in records:
        own = members.get(each.member_id or 0, getattr(each, "name", ""))
        names[each.id] = house_names.get(getattr(each, "household_id", None) or 0, "") or own
    return Listed(shown(kind, records, audience), names, tuple(houses))


def gather_reliefs(book: Book, request: Request) -> Listed:
    """Those that hold on the day, or will."""
    day = request.on.isoformat()
    records = [each for each in store.RELIEFS.all(book) if day < day_after(each.last)]
    return _listed(book, Relief, records, request.whom)


def gather_trainings(book: Book, request: Request) -> Listed:
    return _listed(book, Training, store.TRAININGS.all(book), request.whom)


def gather_advisers(book: Book, request: Request) -> Listed:
    """With the phone of the roster where none is written."""
    day = request.on.isoformat()
    records = [each for each in store.ADVISERS.all(book) if day < day_after(each.last)]
    phones = store.phones_of(book, [each.member_id for each in records])
    told = [
        replace(each, phone=each.phone or phones.get(each.member_id or 0, "")) for each in records
    ]
    return _listed(book, Adviser, told, request.whom)


def gather_nominations(book: Book, request: Request) -> Listed:
    records = store.NOMINATIONS.all(book)
    return Listed(shown(Nomination, records, request.whom), {})


def draw_reliefs(listed: Listed, imprint: Imprint) -> Printed:
    from kucho_desktop.officers import papers

    return papers.relief_list(listed.records, listed.names, imprint)


def draw_trainings(listed: Listed, imprint: Imprint) -> Printed:
    from kucho_desktop.officers import papers

    return papers.training_list(listed.records, listed.names, imprint)


def draw_advisers(listed: Listed, imprint: Imprint) -> Printed:
    from kucho_desktop.officers import papers

    return papers.adviser_list(listed.records, listed.names, imprint)


def draw_nominations(listed: Listed, imprint: Imprint) -> Printed:
    from kucho_desktop.officers import papers

    return papers.nomination_list(listed.records, imprint)


def who_is_listed(listed: Listed) -> Iterable[Iterable[int]]:
    return (listed.households,)


def _list_paper(
    name: str,
    label: str,
    gather: Callable[[Book, Request], Listed],
    draw: Callable[[Listed, Imprint], Printed],
) -> Paper:
    return Paper(name, label, _BOARD, gather, draw, one_part, shelf=OFFICES, who=who_is_listed)


_ALL = (Audience.EVERY_HOUSEHOLD, *_BOARD)
PAPERS = (
    Paper(
        "organisation",
        N_("Chart of the organisation"),
        (*_ALL, Audience.CITY),
        gather_organisation,
        draw_organisation,
        one_part,
        shelf=OFFICES,
        who=who_is_on,
    ),
    Paper(
        "department-members",
        N_("Who belongs to the departments"),
        (*_BOARD, Audience.EVERY_HOUSEHOLD),
        gather_organisation,
        draw_department_members,
        one_part,
        shelf=OFFICES,
        who=who_is_on,
    ),
    Paper(
        "posts",
        N_("List of posts"),
        (*_BOARD, Audience.EVERY_HOUSEHOLD),
        gather_posts,
        draw_posts,
        unnumbered,
        purpose="",
        shelf=OFFICES,
    ),
    _list_paper(
        "reliefs", N_("Reliefs from offices and common work"), gather_reliefs, draw_reliefs
    ),
    _list_paper("nominations", N_("Log of nominations"), gather_nominations, draw_nominations),
    _list_paper("trainings", N_("List of trainings"), gather_trainings, draw_trainings),
    _list_paper("advisers", N_("Whom to ask"), gather_advisers, draw_advisers),
)
