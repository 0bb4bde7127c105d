"""Who holds which post on a day, and everything that was ever held."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from kucho_desktop.association.store import fiscal_year
from kucho_desktop.core.audiences import Audience
from kucho_desktop.core.book import Book
from kucho_desktop.core.errors import NotAllowed
from kucho_desktop.core.fiscal_years import FiscalYear
from kucho_desktop.core.i18n import N_, _
from kucho_desktop.core.periods import ALWAYS
from kucho_desktop.core.text import fold
from kucho_desktop.households.model import head_of
from kucho_desktop.households.store import sizes_on
from kucho_desktop.officers.model import READY_POSTS, Appointment, Post, Seat
from kucho_desktop.officers.model.seats import empty_seat_id, laid_out, last_of_term
from kucho_desktop.officers.store.kept import day_after
from kucho_desktop.officers.store.people import Person, names_of, people_named
from kucho_desktop.officers.store.shelves import APPOINTMENTS, DEPARTMENTS, POSTS
from kucho_desktop.tonarigumi.store import all_tonarigumi, tonarigumi_named

_ITEMS = ("address", "phone")


def year_after(book: Book, year: FiscalYear) -> FiscalYear:
    return fiscal_year(book, year.last + timedelta(days=1))


def holds(record: Appointment | Post, day: date) -> bool:
    """Whether it is there on the day."""
    return record.since <= day.isoformat() < day_after(record.last)


def posts_on(book: Book, day: date) -> list[Post]:
    return [each for each in POSTS.all(book) if holds(each, day)]


def groups_with_houses(book: Book, day: date) -> list[int]:
    """In district order; a group without houses needs no leader."""
    sizes = sizes_on(book, day)
    return [group.id for group in all_tonarigumi(book, day) if sizes.get(group.id)]


def seats_on(book: Book, day: date) -> list[Seat]:
    """Every place of every post on the day, by department, in the order of the posts."""
    every = APPOINTMENTS.all(book)
    there = [each for each in every if holds(each, day)]
    known = {each.id: each for each in DEPARTMENTS.all(book)}
    rank = {id_: place for place, id_ in enumerate([None, *known])}
    posts = sorted(
        posts_on(book, day),
        key=lambda each: (each.per_group, rank.get(each.department_id, 0)),
    )
    people = people_named(book, [each.member_id for each in there], day)
    groups = tonarigumi_named(book, day)
    names = names_of(book, [each.member_id for each in every])
    past = _Past(every, names)
    seats = []
    for post, group, who, place in laid_out(posts, groups_with_houses(book, day), there):
        department = known.get(post.department_id or 0)
        empty = Seat(
            empty_seat_id(post, group, place),
            department=department.name if department else "",
            post=post.name,
            group=groups.get(group or 0, ""),
            home=groups.get(group or 0, ""),
            also=post.also,
            allowance=post.allowance,
            reported_to=post.reported_to,
            appointment=Appointment(0, post.id, group),
            of_post=post,
        )
        seats.append(_filled(empty, who, people, past, groups) if who else empty)
    return seats


def _filled(
    empty: Seat,
    who: Appointment,
    people: Mapping[int, Person],
    past: "_Past",
    groups: Mapping[int, str],
) -> Seat:
    person = people.get(who.member_id or 0)
    seat = replace(
        empty,
        id=who.id,
        since=who.since,
        last=who.last,
        appointment=who,
        terms=past.terms(who),
        before=past.before(who),
        name=who.name or _("(name erased)"),
        kana=who.kana,
        phone=who.phone,
        address=who.address,
        answers=frozenset(_ITEMS if not who.member_id and who.publicity == "phone" else ()),
    )
    return _of_roster(seat, person, groups) if person else seat


def _of_roster(seat: Seat, person: Person, groups: Mapping[int, str]) -> Seat:
    """What the roster knows; what was written with the appointment counts more."""
    house, member = person.household, person.member
    seat = replace(seat, name=person.name, kana=person.kana)
    if house is None or member is None:
        return replace(seat, gone=person.gone, has_died=person.has_died)
    called = member.as_called()
    every = Audience.EVERY_HOUSEHOLD
    return replace(
        seat,
        known_as=called.name if called.name != person.name else "",
        known_as_kana=called.kana,
        phone=seat.phone or house.phone,
        mobile=member.phone or house.mobile,
        address=seat.address or f"{house.address} {house.building}".strip(),
        household_id=house.id,
        home=groups.get(house.tonarigumi_id or 0, ""),
        answers=frozenset(item for item in _ITEMS if house.agreed(item, every)),
    )


class _Past:
    """What went before an appointment: who held the place, and which term of the same person."""

    def __init__(self, every: Sequence[Appointment], names: Mapping[int, str]) -> None:
        self._names = names
        self._held: dict[tuple[int, int | None], list[Appointment]] = {}
        for each in every:
            self._held.setdefault((each.post_id, each.tonarigumi_id), []).append(each)

    def _earlier(self, who: Appointment) -> list[Appointment]:
        held = self._held[(who.post_id, who.tonarigumi_id)]
        return [each for each in held if each.id != who.id and each.since < who.since]

    def terms(self, who: Appointment) -> int:
        """Counted without a gap: who comes back after another one begins anew."""
        count, first = 1, who.since
        for each in reversed(self._earlier(who)):
            if _same(each, who) and day_after(each.last) >= first:
                count, first = count + 1, each.since
        return count

    def before(self, who: Appointment) -> str:
        """The name of the last other one who ended before this one began."""
        others = [each for each in self._earlier(who) if not _same(each, who)]
        ended = [each for each in others if day_after(each.last) <= who.since]
        if not ended:
            return ""
        last = max(ended, key=lambda each: (each.last, each.since))
        return self._names.get(last.member_id or 0, last.name)


def _same(one: Appointment, other: Appointment) -> bool:
    if one.member_id is not None or other.member_id is not None:
        return one.member_id == other.member_id
    return bool(one.name) and fold(one.name) == fold(other.name)


# ---- writing ----


def appoint(book: Book, values: Mapping[str, object]) -> int:
    """Put somebody into a post; without days for a term from the first day of this year on."""
    post = POSTS.one(book, int(str(values["post_id"])))
    first = date.fromisoformat(str(values.get("since") or fiscal_year(book).first.isoformat()))
    year = fiscal_year(book, first)
    last = last_of_term(first, post.term, year.last).isoformat()
    said = {"since": first.isoformat(), "last": last, **values}
    with book.step(N_("Put somebody into the post {post}"), post=post.name):
        id_ = APPOINTMENTS.add(book, said)
        _refuse_twice(book, APPOINTMENTS.one(book, id_))
    return id_


def change_appointment(book: Book, id_: int, values: Mapping[str, object]) -> None:
    with book.step(N_("Change an officer")):
        APPOINTMENTS.change(book, id_, values)
        now = APPOINTMENTS.one(book, id_)
        if now.is_erased and ({"member_id", "name"} & values.keys()):
            raise NotAllowed(
                _("Please choose somebody of the roster, or write a name. To leave the place empty,"
                  " take the officer out.")
            )  # fmt: skip
        _refuse_twice(book, now)


def end_appointment(book: Book, id_: int, last: date) -> None:
    """Somebody leaves a post; the last day of it is the one that is said."""
    now = APPOINTMENTS.one(book, id_)
    name = POSTS.one(book, now.post_id).name
    with book.step(N_("Somebody leaves the post {post}"), post=name):
        if last.isoformat() < now.since:
            raise NotAllowed(_("It would end before it begins. Please check the days."))
        APPOINTMENTS.change(book, id_, {"last": last.isoformat()})


def _refuse_twice(book: Book, now: Appointment) -> None:
    for each in APPOINTMENTS.all(book):
        place = each.post_id == now.post_id and each.tonarigumi_id == now.tonarigumi_id
        days = each.since < day_after(now.last) and now.since < day_after(each.last)
        if each.id != now.id and place and days and _same(each, now):
            raise NotAllowed(_("This person holds this post on these days already."))


def take_over_posts(book: Book, places: Iterable[int]) -> None:
    """Add posts of the ready list, by their places in it; departments come along."""
    with book.step(N_("Take over usual posts")):
        departments = {each.name: each.id for each in DEPARTMENTS.all(book)}
        known = {each.name for each in POSTS.all(book)}
        position = max((each.position for each in POSTS.all(book)), default=-1)
        for ready in (READY_POSTS[place] for place in places):
            name, department = _(ready.name), _(ready.department) if ready.department else ""
            if name in known:
                continue
            position += 1
            if department and department not in departments:
                values = {"name": department, "position": len(departments)}
                departments[department] = DEPARTMENTS.add(book, values)
            values = {
                "name": name,
                "department_id": departments.get(department),
                "number": ready.number,
                "choosing": ready.choosing,
                "term": ready.term,
                "also": _(ready.also) if ready.also else "",
                "per_group": int(ready.per_group),
                "position": position,
            }
            POSTS.add(book, values)


def move_post(book: Book, id_: int, by: int) -> None:
    """Up (-1) or down (+1) in the order of the posts."""
    posts = POSTS.all(book)
    here = next((at for at, each in enumerate(posts) if each.id == id_), -1)
    there = min(max(here + by, 0), len(posts) - 1)
    if here < 0 or here == there:
        return
    posts.insert(there, posts.pop(here))
    with book.step(N_("Move the post {post}"), post=posts[there].name) as db:
        for position, each in enumerate(posts):
            if each.position != position:
                db.table("post").update(each.id, {"position": position})


def remove_post(book: Book, id_: int) -> None:
    """One that nobody ever held; else it is ended."""
    if book.rows("SELECT id FROM appointment WHERE post_id = :id", id=id_):
        raise NotAllowed(
            _("Somebody held this post. Please write its last day instead; the past stays.")
        )
    POSTS.remove(book, id_)


def head_of_house(book: Book, household_id: int, day: date) -> int | None:
    """The member id of the head of a household on a day."""
    from kucho_desktop.households.store import household

    found = household(book, household_id, day)
    head = head_of(found.members) if found else None
    return head.id if head else None


def appoint_many(book: Book, rows: Iterable[Mapping[str, object]]) -> None:
    """Write down many officers at once, each with all that an appointment needs."""
    with book.step(N_("Write down the officers of the years")) as db:
        for row in rows:
            said = {"since": ALWAYS, **row, "until": day_after(str(row.get("last", "")))}
            said.pop("last", None)
            db.table("appointment").insert(said)
