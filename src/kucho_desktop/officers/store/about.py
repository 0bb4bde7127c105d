"""What this room holds about one household, in words (個人情報保護法 33条: 開示)."""

from collections.abc import Iterable, Sequence
from datetime import date

from kucho_desktop.association.store import fiscal_year
from kucho_desktop.core.book import Book
from kucho_desktop.core.dates import show_date
from kucho_desktop.core.fields import Field, fields_of
from kucho_desktop.core.i18n import N_, _
from kucho_desktop.households.model import HOME
from kucho_desktop.households.model.held import Block
from kucho_desktop.officers.model import Relief
from kucho_desktop.officers.store.people import names_of
from kucho_desktop.officers.store.shelves import (
    ADVISERS,
    APPOINTMENTS,
    NOMINATIONS,
    POSTS,
    RELIEFS,
    TRAININGS,
)
from kucho_desktop.tonarigumi.store import tonarigumi_named

_DAYS = ((N_("From"), 7.5), (N_("Until (last day)"), 7.5))
_WHO = (N_("Who"), 8.0)


def about_household(book: Book, household: int) -> Sequence[Block]:
    """Posts held, reliefs, turns, trainings, advice, nominations: of it and of its people."""
    people = [
        id_
        for (id_,) in book.tuples(
            f"SELECT DISTINCT member_id FROM {HOME} WHERE household_id = :id", id=household
        )
    ]
    names = names_of(book, people)
    blocks = (
        _posts(book, names),
        _reliefs(book, household, names),
        _turns(book, household),
        _others(book, names),
    )
    return [each for each in blocks if each.rows]


def _block(
    title: str, columns: Sequence[tuple[str, float]], rows: Iterable[tuple[str, ...]]
) -> Block:
    return Block(title, tuple((_(name), weight) for name, weight in columns), tuple(rows))


def _days(since: str, last: str) -> tuple[str, str]:
    return show_date(since, weekday=False), show_date(last, weekday=False)


def _posts(book: Book, names: dict[int, str]) -> Block:
    posts = {each.id: each.name for each in POSTS.all(book)}
    groups = tonarigumi_named(book)
    rows = [
        (
            names[each.member_id],
            f"{groups.get(each.tonarigumi_id or 0, '')} {posts[each.post_id]}".strip(),
            *_days(each.since, each.last),
            each.note,
        )
        for each in APPOINTMENTS.all(book)
        if each.member_id in names
    ]
    columns = (_WHO, (N_("Post"), 11.0), *_DAYS, (N_("Note"), 8.0))
    return _block(_("Posts held"), columns, rows)


def _reliefs(book: Book, household: int, names: dict[int, str]) -> Block:
    """Every field that says something: it is the household's own."""
    apart = ("kind", "household_id", "member_id")
    fields = [each for each in fields_of(Relief) if each.name not in apart]
    rows = []
    for each in RELIEFS.all(book):
        if each.household_id == household or each.member_id in names:
            what = _relief_title(each)
            if each.member_id in names:
                what = _("{member}: {item}").format(member=names[each.member_id], item=what)
            rows += [(what, one.title, one.text(each)) for one in _said(fields, each)]
    columns = ((N_("What"), 12.0), (N_("Item"), 9.0), (N_("What is written"), 20.0))
    return _block(_("Reliefs"), columns, rows)


def _relief_title(each: Relief) -> str:
    return next(field for field in fields_of(Relief) if field.name == "kind").text(each)


def _said(fields: Iterable[Field], record: Relief) -> Iterable[Field]:
    return (each for each in fields if getattr(record, each.name))


def _turns(book: Book, household: int) -> Block:
    groups = tonarigumi_named(book)
    rows = [
        (
            fiscal_year(book, date.fromisoformat(row["year"])).title,
            groups.get(row["tonarigumi_id"], ""),
            row["note"],
        )
        for row in book.rows(
            "SELECT year, tonarigumi_id, note FROM turn WHERE household_id = :id ORDER BY year",
            id=household,
        )
    ]
    columns = ((N_("Year"), 8.0), (N_("Group"), 10.0), (N_("Note"), 20.0))
    return _block(_("Turns written down by hand"), columns, rows)


def _others(book: Book, names: dict[int, str]) -> Block:
    rows: list[tuple[str, str, str]] = []
    for training in TRAININGS.all(book):
        if training.member_id in names:
            day = show_date(training.held_on, weekday=False)
            said = _(", ").join(part for part in (training.theme, training.host) if part)
            rows.append((names[training.member_id], _("Training of {day}").format(day=day), said))
    for adviser in ADVISERS.all(book):
        if adviser.member_id in names:
            said = _(", ").join(
                part for part in (adviser.about, adviser.reached, adviser.note) if part
            )
            rows.append((names[adviser.member_id], _("May be asked about"), said))
    for nomination in NOMINATIONS.all(book):
        for each in nomination.candidates:
            if each.member_id in names:
                said = _(", ").join(part for part in (nomination.post, each.note) if part)
                rows.append((names[each.member_id], _("Candidates"), said))
    columns = (_WHO, (N_("What"), 10.0), (N_("What is written"), 22.0))
    return _block(_("Trainings, advice, nominations"), columns, rows)
