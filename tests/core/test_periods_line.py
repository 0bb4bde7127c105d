"""Any sequence of the verbs of a dated value, beside a line of days on which each is painted."""

from contextlib import suppress
from datetime import date, timedelta

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from kucho_desktop.core import periods
from kucho_desktop.core.book import Book
from kucho_desktop.core.errors import NotAllowed
from kucho_desktop.households import store
from kucho_desktop.households.model import WHEREABOUTS

FIRST = date(2026, 1, 1)
DAYS = 12
Line = list[str | None]
"""What holds on each day; day 0 stands for all days before, the last one for all after."""


def run_around(line: Line, day: int) -> tuple[int, int]:
    """The days from the first to behind the last that say the same as this one, without a break."""
    first = last = day
    while first and line[first - 1] == line[day]:
        first -= 1
    while last < DAYS and line[last] == line[day]:
        last += 1
    return first, last


def painted(line: Line, verb: str, day: int, value: str) -> Line:
    """The line after a verb; raises NotAllowed as the verb does."""
    first, behind = run_around(line, day)
    if verb == "change":
        return [*line[:day], *[value] * (behind - day), *line[behind:]]
    if verb == "correct":
        return [*line[:first], *[value] * (behind - first), *line[behind:]]
    last = max((at for at in range(day) if line[at]), default=None)
    if last is None:
        if any(line):
            raise NotAllowed
        return line
    ended: Line = [*line[:day], *[None] * (DAYS - day)]
    if not any(line[day:]):  # the end was planned earlier: it is put off
        ended[last:day] = [line[last]] * (day - last)
    return ended


def on_each_day(book: Book, member: int) -> Line:
    rows = book.tuples(
        f"SELECT whereabouts, since, until FROM {WHEREABOUTS} WHERE member_id = :id", id=member
    )
    days = ["", *((FIRST + timedelta(days=at)).isoformat() for at in range(1, DAYS))]
    return [
        next((what for what, since, until in rows if since <= day < until), None) for day in days
    ]


VERBS = st.tuples(
    st.sampled_from(["change", "correct", "end"]),
    st.integers(1, DAYS - 1),
    st.sampled_from(["home", "care", "study"]),
)


def somebody(book: Book) -> int:
    """A new member for each run: what a run that failed left behind is not the next one's."""
    id_ = store.add_household(book, "山田 太郎")
    return store.household(book, id_).members[0].id


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(verbs=st.lists(VERBS, max_size=9))
@example(
    verbs=[
        ("change", 1, "study"),
        ("correct", 1, "study"),
        ("end", 2, "home"),
        ("change", 4, "care"),
        ("end", 3, "home"),
    ]
)
def test_any_sequence_of_verbs_paints_the_line(book, verbs):
    member = somebody(book)
    owner = {"member_id": member}
    line: Line = [None] * DAYS
    done = 0
    for verb, at, value in verbs:
        day = FIRST + timedelta(days=at)
        expected = line
        with suppress(NotAllowed):
            expected = painted(line, verb, at, value)
        steps = book.undo_label(), book.tuples("SELECT max(id) FROM step")
        with suppress(NotAllowed), book.step("whereabouts") as db:
            if verb == "change":
                periods.change_from(db, WHEREABOUTS, owner, day, whereabouts=value)
            elif verb == "correct":
                periods.correct(db, WHEREABOUTS, owner, day, whereabouts=value)
            else:
                periods.end_on(db, WHEREABOUTS, owner, day)
        line = on_each_day(book, member)
        assert line == expected
        done += (book.undo_label(), book.tuples("SELECT max(id) FROM step")) != steps
    for _step in range(done):
        book.undo()
    assert on_each_day(book, member) == [None] * DAYS
