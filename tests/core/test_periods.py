"""The two verbs of a dated value: it changed from a day on; it was written wrongly."""

from datetime import date, timedelta
from itertools import groupby

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kucho_desktop.core import periods
from kucho_desktop.core.errors import NotAllowed
from kucho_desktop.households import store
from kucho_desktop.households.model import MEMBERSHIP


@pytest.fixture
def yamada(book) -> int:
    return store.add_household(book, "山田", since="2020-04-01")


def membership_on(book, id_: int, day: date) -> str:
    found = store.household(book, id_, day)
    return found.membership if found else ""


def test_a_change_keeps_the_past(book, yamada):
    store.change_household_from(book, yamada, "membership", "paused", date(2024, 4, 1))
    assert membership_on(book, yamada, date(2024, 3, 31)) == "full"
    assert membership_on(book, yamada, date(2024, 4, 1)) == "paused"


def test_a_change_in_advance_waits_for_its_day(book, yamada, today):
    store.change_household_from(book, yamada, "membership", "paused", today + timedelta(days=9))
    assert membership_on(book, yamada, today) == "full"
    assert store.figures(book).households == {"full": 1}


def test_a_correction_rewrites_what_holds(book, yamada):
    store.change_household(book, yamada, "membership", "associate")
    assert membership_on(book, yamada, date(2020, 4, 1)) == "associate"


def test_a_change_found_out_late_goes_between(book, yamada):
    store.change_household_from(book, yamada, "membership", "paused", date(2025, 4, 1))
    store.change_household_from(book, yamada, "membership", "associate", date(2023, 4, 1))
    seen = [membership_on(book, yamada, date(year, 5, 1)) for year in (2022, 2023, 2024, 2025)]
    assert seen == ["full", "associate", "associate", "paused"]


def test_what_is_gone_is_not_there(book, yamada):
    store.household_leaves(book, yamada, date(2025, 7, 1))
    assert membership_on(book, yamada, date(2025, 6, 30)) == "full"
    assert membership_on(book, yamada, date(2025, 7, 1)) == ""
    assert membership_on(book, yamada, date(2020, 3, 31)) == ""


def test_overlapping_intervals_are_refused(book, yamada):
    with pytest.raises(NotAllowed), book.step("overlap") as db:
        db.table(MEMBERSHIP).insert(
            {
                "household_id": yamada,
                "membership": "paused",
                "since": "2022-01-01",
                "until": periods.OPEN,
            }
        )
    assert membership_on(book, yamada, date(2023, 1, 1)) == "full"


CLASSES = st.sampled_from(["full", "paused", "associate", "none"])
DAYS = st.integers(0, 400).map(lambda days: date(2025, 1, 1) + timedelta(days=days))


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(changes=st.lists(st.tuples(DAYS, CLASSES), max_size=8))
def test_changes_in_any_order_say_what_the_last_words_said(book, changes):
    """Each change holds from its day to the next change; one that changes nothing is none."""
    id_ = store.add_household(book, "山田")
    known = {date.min: "full"}
    for day, name in changes:
        store.change_household_from(book, id_, "membership", name, day)
        known[day] = name
        runs = groupby(sorted(known.items()), key=lambda each: each[1])
        known = dict(next(run) for _name, run in runs)
    for day in {date(2025, 1, 1) + timedelta(days=offset) for offset in range(0, 401, 7)}:
        expected = known[max(start for start in known if start <= day)]
        assert membership_on(book, id_, day) == expected


def test_ending_what_begins_again_leaves_the_gap_before_it(book, yamada):
    owner = {"household_id": yamada}
    store.household_leaves(book, yamada, date(2022, 4, 1))
    with book.step("back") as db:
        back = {"membership": "full", "reason": ""}
        periods.change_from(db, MEMBERSHIP, owner, date(2025, 4, 1), **back)
    with book.step("no, not") as db:
        periods.end_on(db, MEMBERSHIP, owner, date(2025, 4, 1))
    assert membership_on(book, yamada, date(2022, 3, 31)) == "full"
    assert membership_on(book, yamada, date(2022, 4, 1)) == ""
    assert membership_on(book, yamada, date(2024, 4, 1)) == ""
