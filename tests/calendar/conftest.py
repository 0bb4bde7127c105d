"""A small calendar: what everybody is told, what the officers keep for themselves, and rules."""

import pytest
from widgets.keyboard import be_in_front

from kucho_desktop.app.rooms import rooms
from kucho_desktop.association.store import name_association
from kucho_desktop.calendar import store
from kucho_desktop.calendar.model import Event
from kucho_desktop.core.book import Book

EVENTS = (
    Event(0, "定期総会", first_day="2025-04-06", starts="10:00", place="公民館"),
    Event(
        0,
        "夏祭り",
        first_day="2025-07-26",
        last_day="2025-07-27",
        place="公民館前",
        responsible="百瀬 隆",
        note="テントを借りる",
    ),
    Event(0, "文化の日の集い", first_day="2025-11-03"),
    Event(
        0,
        "役員会",
        "meeting",
        "officers",
        "2026-04-10",
        starts="19:00",
        ends="21:00",
        rule="monthly_day",
        responsible="区長",
    ),
    Event(0, "防災訓練", first_day="2025-09-07", starts="08:30", rule="yearly_weekday"),
    Event(0, "役員を市へ報告", "deadline", "officers", "2026-11-30"),
    Event(0, "餅つき", first_day="2026-12-13", starts="09:00", place="公民館"),
)


@pytest.fixture
def filled(book: Book) -> Book:
    """Seven events; today is Friday the 20th of November 2026."""
    name_association(book, name="梓野区")
    store.add_events(book, EVENTS)
    return book


@pytest.fixture
def named(filled: Book):
    """The event of a name."""

    def find(title: str) -> Event:
        return next(each for each in store.all_events(filled) if each.title == title)

    return find


def calendar_page(qtbot, book: Book):
    """`said` holds what it told; `begun` the papers it asked for, with what they are about."""
    page = next(room for room in rooms() if room.name == "calendar").make_page(book)
    qtbot.addWidget(page)
    book.listen(page.changed)
    page.said, page.begun = [], []
    for signal in (page.done, page.told, page.refused):
        signal.connect(page.said.append)
    page.begins.connect(lambda _room, work: page.begun.append((work, page.paper_about())))
    page.resize(1170, 670)
    page.show()
    be_in_front(qtbot, page)
    return page


@pytest.fixture
def page(qtbot, filled: Book):
    made = calendar_page(qtbot, filled)
    yield made
    filled.unlisten(made.changed)


@pytest.fixture
def empty_page(qtbot, book: Book):
    name_association(book, name="梓野区")
    made = calendar_page(qtbot, book)
    yield made
    book.unlisten(made.changed)
