"""The history tells old and new in the calendar and among the posts too."""

import pytest
from records.test_history import told

from kucho_desktop.calendar import store as calendar
from kucho_desktop.calendar.model import Event
from kucho_desktop.core.tables import TABLES
from kucho_desktop.households.store import households_on
from kucho_desktop.officers import store as officers
from kucho_desktop.records.model import ROOMS
from kucho_desktop.records.store.past import _SUBJECTS


def last(book) -> str:
    return told(book, book.tuples("SELECT max(id) FROM step")[0][0])


def test_an_event_moved_and_taken_out(street):
    calendar.add_events(street, [Event(0, "餅つき", first_day="2026-12-13", place="公民館")])
    said = last(street)
    assert "餅つき" in said
    assert "公民館" in said
    [one] = calendar.all_events(street)
    calendar.change_event(street, one.id, {"first_day": "2026-12-20"})
    assert "令和8年12月13日" in last(street)
    assert "→ 令和8年12月20日" in last(street)
    street.undo()
    assert "→ 令和8年12月13日" in last(street)


@pytest.fixture
def chief(street) -> int:
    """The appointment of somebody as 区長."""
    officers.take_over_posts(street, [0])
    post = officers.POSTS.all(street)[0]
    member = next(each for each in households_on(street) if each.members).members[0]
    return officers.appoint(street, {"post_id": post.id, "member_id": member.id})


def test_an_appointment_names_the_post_and_whoever_holds_it(street, chief):
    member = next(each for each in households_on(street) if each.members).members[0]
    post = officers.POSTS.all(street)[0].name
    assert f"{post} {member.name}" in last(street)
    assert "令和8年4月1日" in last(street)
    street.undo()
    assert f"{post} {member.name}" in last(street)
    assert "取り消し" in last(street)


def test_no_table_of_these_rooms_is_left_unsaid():
    rooms = ROOMS["officers"] | ROOMS["calendar"]
    assert {name for name in rooms if TABLES[name].journaled} <= set(_SUBJECTS)
