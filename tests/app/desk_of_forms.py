"""The window over a small district in which every form has something to show."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from app.every_form import FAMILY
from households.street import fill_street
from PySide6.QtCore import QCoreApplication, QEvent
from widgets.keyboard import be_in_front, write

from kucho_desktop.app.books import create_book, open_book
from kucho_desktop.app.desk import Desk
from kucho_desktop.association.store import name_association
from kucho_desktop.calendar.model import Event
from kucho_desktop.calendar.store import add_events
from kucho_desktop.core.audiences import Audience
from kucho_desktop.core.handouts import log_handout
from kucho_desktop.households import store
from kucho_desktop.households.model.ties.ties import Tie
from kucho_desktop.officers.model import READY_POSTS
from kucho_desktop.officers.store import take_over_posts
from kucho_desktop.records.store import add_disclosure
from kucho_desktop.widgets import theme

EVENTS = (
    Event(0, "役員会", "meeting", first_day="2026-04-10", starts="19:00", rule="monthly_day"),
    Event(0, "餅つき", first_day="2026-12-13", starts="09:00", place="公民館"),
)
PASSWORD = "あずさの山の清い水"


@pytest.fixture
def desk_of_forms(qapp, qtbot, tmp_path: Path) -> Iterator[Desk]:
    """The desk with its book open."""
    book, _code = create_book(tmp_path / "梓野区.kucho", PASSWORD)
    name_association(book, name="梓野区", kana="あずさのく", chief="髙橋 一郎")
    fill_street(book)
    store.keep_tie(book, Tie(household_id=FAMILY, tie="contact", name="山田 太郎"))
    add_disclosure(book, {"party": "安曇野市"})
    add_events(book, EVENTS)
    take_over_posts(book, [place for place, ready in enumerate(READY_POSTS) if ready.usual])
    log_handout(book, "group-roster", Audience.OFFICERS, for_whom="髙橋 一郎", purpose="連絡")
    book.close()
    made = Desk(qapp)
    made.show_book(open_book(book.path, PASSWORD))
    made.window.resize(1366, 768)
    be_in_front(qtbot, made.window)
    qtbot.waitUntil(lambda: made.away is not None)
    yield made
    for shown in (made.window, made.entrance):
        if shown is not None:
            shown.close()
            shown.deleteLater()
    made.end()
    theme.put_on(qapp, "calm", 12)


def settle() -> None:
    """What was thrown away is gone, and what comes a moment later has come."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    QCoreApplication.processEvents()


def lock(desk, qtbot) -> None:
    desk.away.hide_screen()
    qtbot.waitUntil(lambda: desk.away.is_locked)


def unlock(desk, qtbot) -> None:
    cover = desk.window.cover
    write(cover.password.line, PASSWORD)
    cover.back.click()
    be_in_front(qtbot, desk.window)


def begin_anew(desk, qtbot) -> None:
    """A window in which nothing is begun."""
    desk.away.watch()
    desk.window.drafting.keep_all()
    with desk.book.aside():
        desk.book.run("DELETE FROM draft")
    desk.window.drafting = None
    desk.window.pages.clear()  # what they are at is not handed on
    desk._show_window("home")
    settle()
    be_in_front(qtbot, desk.window)
