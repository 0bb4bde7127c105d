"""Everything that the book holds about one household, gathered to be told to it."""

from collections.abc import Callable, Sequence
from datetime import date

from kucho_desktop.core.book import Book
from kucho_desktop.core.dates import show_date
from kucho_desktop.core.errors import NotAllowed
from kucho_desktop.core.fields import Field, field_named, fields_of
from kucho_desktop.core.handouts import handouts_about
from kucho_desktop.core.i18n import N_, _
from kucho_desktop.core.periods import ALWAYS, OPEN
from kucho_desktop.households.model import (
    ADDRESSES,
    HOME,
    MEMBERSHIP,
    PLACE,
    WHEREABOUTS,
    Consent,
    Household,
    Member,
)
from kucho_desktop.households.model.held import Block, Held
from kucho_desktop.households.model.rounds.round import REFUSED, RETURNED
from kucho_desktop.households.store.again.merging import merged_into
from kucho_desktop.households.store.attached import attachments_with
from kucho_desktop.households.store.past import history_of
from kucho_desktop.households.store.seen import household
from kucho_desktop.households.store.ties.held import talked_about, tied_to
from kucho_desktop.tonarigumi.store import tonarigumi_named

_OF_HOUSEHOLD = ((MEMBERSHIP, "membership"), (PLACE, "tonarigumi_id"), (ADDRESSES, "address"))
_OF_MEMBER = ((HOME, "relation"), (WHEREABOUTS, "whereabouts"))
_DAYS = ((N_("From"), 7.5), (N_("Until the day before"), 7.5))


def held_about(book: Book, id_: int, title_of: Callable[[str], str]) -> Held:
    """What is held, now and before. title_of: tells what a paper is called by its name.

    A household that is gone is told, too, what is held of its last day.
    """
    groups = tonarigumi_named(book)
    now = as_it_was(book, id_)
    group = groups.get(now.tonarigumi_id or 0, "")
    blocks = (
        _itself(now, group),
        _people(now),
        _before(book, id_, groups),
        _answers(book, id_),
        tied_to(book, id_),
        talked_about(book, id_),
        _forms(book, id_),
        _papers(book, id_, title_of),
        _pictures(book, id_),
        _history(book, id_),
    )
    return Held(now.head or now.address, group, tuple(each for each in blocks if each.rows))


def as_it_was(book: Book, id_: int) -> Household:
    """A household as it is today, or on the last day on which it was there."""
    now = household(book, id_)
    if now is not None:
        return now
    found = book.tuples(
        f"SELECT date(max(until), '-1 day') FROM {MEMBERSHIP} WHERE household_id = :id", id=id_
    )
    last = found[0][0]
    there = household(book, id_, date.fromisoformat(last)) if last else None
    if there is None:
        raise NotAllowed(_("This household is not in the book."))
    return there


def _table(
    title: str, columns: Sequence[tuple[str, float]], rows: Sequence[Sequence[str]]
) -> Block:
    said = tuple((_(name), weight) for name, weight in columns)
    return Block(title, said, tuple(tuple(row) for row in rows))


def _itself(now: Household, group: str) -> Block:
    """Every field that says something, by its name."""
    apart = ("members", "consents", "tonarigumi_id")
    rows = [
        (field.title, field.text(now))
        for field in fields_of(Household)
        if field.name not in apart and field.kind.record is None and getattr(now, field.name)
    ]
    rows.insert(0, (field_named(Household, "tonarigumi_id").title, group))
    columns = ((N_("Item"), 9.0), (N_("What is written"), 30.0))
    return _table(_("The household"), columns, [row for row in rows if row[1]])


def _people(now: Household) -> Block:
    """One row for each thing that is written of a person."""
    rows = [
        (member.name or _("(no name)"), field.title, field.text(member))
        for member in now.members
        for field in fields_of(Member)
        if field.name != "name" and getattr(member, field.name)
    ]
    columns = ((N_("Name"), 9.0), (N_("Item"), 8.0), (N_("What is written"), 22.0))
    return _table(_("The people"), columns, rows)


def _before(book: Book, id_: int, groups: dict[int, str]) -> Block:
    """From when until when what is dated held, oldest first."""
    rows: list[tuple[str, str, str, str, str]] = []
    for table, name in _OF_HOUSEHOLD:
        field = field_named(Household, name)
        for value, since, until in book.tuples(
            f"SELECT {name}, since, until FROM {table} WHERE household_id = :id", id=id_
        ):
            text = groups.get(value, "") if name == "tonarigumi_id" else field.kind.show(value)
            rows.append((since, *_dated(field, "", text, since, until)))
    for table, name in _OF_MEMBER:
        field = field_named(Member, name)
        own = f"{HOME}.household_id = :id"
        among = own if table == HOME else f"member.id IN (SELECT member_id FROM {HOME} WHERE {own})"
        for person, value, since, until in book.tuples(
            f"""SELECT member.name, {table}.{name}, {table}.since, {table}.until FROM {table}
            JOIN member ON member.id = {table}.member_id WHERE {among}""",
            id=id_,
        ):
            rows.append((since, *_dated(field, person, field.kind.show(value), since, until)))
    columns = ((N_("Item"), 14.0), (N_("What is written"), 16.0), *_DAYS)
    ordered = sorted(rows, key=lambda row: row[0])
    return _table(_("What held from when until when"), columns, [row[1:] for row in ordered])


def _dated(field: Field, person: str, text: str, since: str, until: str) -> tuple[str, ...]:
    what = _("{member}: {item}").format(member=person, item=field.title) if person else field.title
    return what, text, *_from_until(since, until)


def _from_until(since: str, until: str) -> tuple[str, str]:
    first = _("(not known)") if since == ALWAYS else show_date(since, weekday=False)
    return first, "" if until == OPEN else show_date(until, weekday=False)


def _answers(book: Book, id_: int) -> Block:
    """Every answer that was ever given on what may be shown."""
    fields = [field_named(Consent, name) for name in ("item", "audience", "answer", "way")]
    rows = []
    for item, audience, answer, way, form, since, until in book.tuples(
        """SELECT item, audience, answer, way, form, since, until FROM consent
        WHERE household_id = :id ORDER BY since, id""",
        id=id_,
    ):
        values = zip(fields, (item, audience, answer, way), strict=True)
        what, whom, said, how = (field.kind.show(value) for field, value in values)
        rows.append((what, whom, said, form or how, *_from_until(since, until)))
    columns = ((N_("What"), 5.0), (N_("Shown to"), 6.0), (N_("Answer"), 6.0), (N_("How"), 8.0))
    return _table(_("Answers on what may be shown"), (*columns, *_DAYS), rows)


def _forms(book: Book, id_: int) -> Block:
    """Which forms and lists came back from it, newest first."""
    found = book.tuples(
        """SELECT returned_on, name, state, note FROM sheet_return
        JOIN sheet_round ON sheet_round.id = round_id WHERE household_id = :id
        ORDER BY returned_on DESC, sheet_return.id DESC""",
        id=id_,
    )
    said = {RETURNED: N_("Is back"), REFUSED: N_("Does not answer")}
    rows = [
        (show_date(day, weekday=False), name, f"{_(said[state])} {note}".strip())
        for day, name, state, note in found
    ]
    columns = ((N_("Day"), 7.5), (N_("What it is called"), 18.0), (N_("Came back"), 14.0))
    return _table(_("Forms and lists that came back"), columns, rows)


def _papers(book: Book, id_: int, title_of: Callable[[str], str]) -> Block:
    """Each paper and table on which it stood, newest first."""
    given = {each for one in (id_, *merged_into(book, id_)) for each in handouts_about(book, one)}
    rows = [
        (
            show_date(each.at.date(), weekday=False),
            title_of(each.paper),
            each.for_whom,
            each.purpose,
        )
        for each in sorted(given, key=lambda each: -each.id)
    ]
    columns = (
        (N_("Day"), 7.5),
        (N_("Paper or table"), 10.0),
        (N_("Given to"), 8.0),
        (N_("Purpose"), 14.0),
    )
    return _table(_("Papers and tables on which it stood"), columns, rows)


def _pictures(book: Book, id_: int) -> Block:
    """What photos and papers are kept, of the household and of whom."""
    names = dict(
        book.tuples(
            f"SELECT member.id, name FROM member JOIN {HOME} ON member_id = member.id"
            " WHERE household_id = :id",
            id=id_,
        )
    )
    rows = [
        (
            show_date(each.taken_on, weekday=False) if each.taken_on else "",
            each.title,
            names.get(each.member_id, ""),
        )
        for each in attachments_with(book, id_)
    ]
    columns = ((N_("Day"), 7.5), (N_("Title"), 22.0), (N_("Whose"), 10.0))
    return _table(_("Photos and papers"), columns, rows)


def _history(book: Book, id_: int) -> Block:
    """Each detail on a line of its own, so that it is read easily."""
    rows = []
    for event in history_of(book, id_, to_itself=True):
        day = show_date(event.step.at.date(), weekday=False)
        first, *more = event.details or ("",)
        rows.append((day, event.step.text, first))
        rows += [("", "", detail) for detail in more]
    columns = ((N_("Day"), 7.5), (N_("What was done"), 11.0), (N_("Details"), 26.0))
    return _table(_("What was written down, newest first"), columns, rows)
