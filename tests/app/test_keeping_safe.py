"""Copies by themselves: every half hour of change, on closing; nothing is lost when they fail."""

from contextlib import closing
from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import Qt

from kucho_desktop.app.books import create_book, open_book
from kucho_desktop.app.desk import Desk
from kucho_desktop.core import backup, keeping
from kucho_desktop.core.errors import CannotKeep
from kucho_desktop.core.i18n import _
from kucho_desktop.core.kept_copies import copies_of
from kucho_desktop.core.restoring import Readable
from kucho_desktop.core.second_place import choose_second_place
from kucho_desktop.households import store
from kucho_desktop.widgets import theme

PASSWORD = "あずさの山の清い水"


class Clock:
    """Goes when it is told to."""

    def __init__(self) -> None:
        self.at = datetime.now() + timedelta(seconds=90)  # after all that is written

    def __call__(self) -> datetime:
        return self.at

    def go(self, minutes: int) -> None:
        self.at += timedelta(minutes=minutes)


@pytest.fixture
def path(tmp_path):
    book, _code = create_book(tmp_path / "梓野区.kucho", PASSWORD)
    book.close()
    return book.path


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def desk(qapp, path, clock, monkeypatch):
    monkeypatch.setenv("KUCHO_PASSWORD", PASSWORD)
    made = Desk(qapp)
    made.start(path)
    made.keep_safe()
    made.safe.copying.now = clock
    yield made
    if made.safe is not None and made.safe.closing is not None:
        made.safe.closing.let_go()
    for shown in (made.window, made.entrance):
        if shown is not None:
            shown.close()
            shown.deleteLater()
    made.end()
    theme.put_on(qapp, "calm", 12)


def copies(desk):
    return copies_of(desk.safe.book.path, desk.safe.copying.book_id)


def fail(*_all, **_more):
    raise CannotKeep("控えの場所がいっぱいです。")


def test_nothing_changed_nothing_copied(desk, clock, qtbot):
    clock.go(600)
    desk.safe.tick()
    assert not desk.safe.copying.is_under_way
    desk.window.close()
    assert not desk.window.isVisible()


def test_half_an_hour_of_change(desk, clock, qtbot):
    copying = desk.safe.copying
    store.add_household(desk.book, "山田 太郎")
    clock.go(29)
    desk.safe.tick()
    assert not copying.is_under_way
    clock.go(1)
    with qtbot.waitSignal(copying.ended):
        desk.safe.tick()
    assert len(copies(desk)) == 1
    assert "控え：きょう" in desk.window.foot.book.whole()
    clock.go(60)
    desk.safe.tick()
    assert not copying.is_under_way


def test_closing_makes_a_copy_and_says_so(desk, qtbot):
    store.add_household(desk.book, "山田 太郎")
    window, copying = desk.window, desk.safe.copying
    with qtbot.waitSignal(copying.ended):
        window.close()
        assert window.isVisible()
        assert desk.safe.closing.page.title.text() == _("Making a copy")
    assert not window.isVisible()
    (copy,) = copies(desk)
    with closing(open_book(copy.path, PASSWORD, read_only=True)) as twin:
        assert [each.head for each in store.households_on(twin)] == ["山田 太郎"]


def test_closing_without_a_copy_by_keyboard_when_it_fails(desk, qtbot, monkeypatch):
    monkeypatch.setattr(keeping, "back_up", fail)
    store.add_household(desk.book, "山田 太郎")
    window = desk.window
    with qtbot.waitSignal(desk.safe.copying.ended):
        window.close()
    page = desk.safe.closing.page
    assert window.isVisible()
    assert "いっぱい" in page.problem.text()
    assert "台帳に残って" in page.text.text()
    qtbot.keyClick(page.leave, Qt.Key.Key_Return)
    assert not window.isVisible()
    desk.end()
    with closing(open_book(desk.settings.recent_books()[0], PASSWORD)) as book:
        assert len(store.household_ids(book)) == 1


def test_trying_again_works(desk, qtbot, monkeypatch):
    monkeypatch.setattr(keeping, "back_up", fail)
    store.add_household(desk.book, "山田 太郎")
    with qtbot.waitSignal(desk.safe.copying.ended):
        desk.window.close()
    monkeypatch.setattr(keeping, "back_up", backup.back_up)
    with qtbot.waitSignal(desk.safe.copying.ended):
        qtbot.keyClick(desk.safe.closing.page.again, Qt.Key.Key_Space)
    assert not desk.window.isVisible()
    assert len(copies(desk)) == 1


def test_going_on_with_the_work_when_it_fails(desk, qtbot, monkeypatch):
    monkeypatch.setattr(keeping, "back_up", fail)
    store.add_household(desk.book, "山田 太郎")
    with qtbot.waitSignal(desk.safe.copying.ended):
        desk.window.close()
    qtbot.keyClick(desk.safe.closing.page.stay, Qt.Key.Key_Return)
    desk.window.go("households")
    assert desk.window.pages["households"].isVisible()
    store.add_household(desk.book, "鈴木 一")
    monkeypatch.setattr(keeping, "back_up", backup.back_up)
    with qtbot.waitSignal(desk.safe.copying.ended):
        desk.window.close()
    assert not desk.window.isVisible()


def test_another_book_comes_after_the_copy(desk, qtbot):
    store.add_household(desk.book, "山田 太郎")
    copying = desk.safe.copying
    with qtbot.waitSignal(copying.ended):
        desk.window.left.emit()
    assert desk.entrance.isVisible()
    assert desk.book is None
    assert len(copies_of(copying.book.path, copying.book_id)) == 1


@pytest.fixture
def changed_before(path):
    with closing(open_book(path, PASSWORD)) as book:
        store.add_household(book, "山田 太郎")


def test_a_change_of_the_last_time_is_copied_now(changed_before, desk, qtbot):
    copying = desk.safe.copying
    qtbot.waitUntil(lambda: copying.kept is not None)
    assert desk.window.foot.book.whole() == _("Copies: none yet")
    with qtbot.waitSignal(copying.ended):
        desk.window.close()
    assert not desk.window.isVisible()
    assert len(copies(desk)) == 1


def test_the_second_place_gets_one_when_it_is_there(desk, qtbot, tmp_path):
    stick, copying = tmp_path / "USB", desk.safe.copying
    choose_second_place(copying.book_id, stick, desk.book.today)
    store.add_household(desk.book, "山田 太郎")
    with qtbot.waitSignal(copying.ended):
        copying.begin()
    assert not stick.exists()
    assert not copying.kept.in_second
    stick.mkdir()
    with qtbot.waitSignal(copying.ended):
        copying.begin()
    assert copying.kept.in_second
    assert len(copies_of(copying.book.path, copying.book_id, [stick])) == 3
    assert "2か所" in desk.window.foot.book.whole()


def test_trouble_at_one_place_is_told_and_the_other_has_it(desk, qtbot, tmp_path, own_home):
    (own_home / "backups").write_text("in the way")
    copying = desk.safe.copying
    choose_second_place(copying.book_id, tmp_path, desk.book.today)
    with qtbot.waitSignal(copying.ended) as told:
        copying.begin()
    assert told.args == [True]
    assert copying.kept.in_second
    assert "無事" in desk.window.toast.text.text()


def test_the_window_is_told_when_it_fails_and_it_is_tried_again(desk, clock, qtbot, monkeypatch):
    monkeypatch.setattr(keeping, "back_up", fail)
    store.add_household(desk.book, "山田 太郎")
    clock.go(30)
    with qtbot.waitSignal(desk.safe.copying.ended):
        desk.safe.tick()
    assert "いっぱい" in desk.window.toast.text.text()
    monkeypatch.setattr(keeping, "back_up", backup.back_up)
    clock.go(30)
    with qtbot.waitSignal(desk.safe.copying.ended):
        desk.safe.tick()
    assert len(copies(desk)) == 1


def test_going_back_to_a_copy(desk, qtbot, path):
    copying = desk.safe.copying
    store.add_household(desk.book, "山田 太郎")
    with qtbot.waitSignal(copying.ended):
        copying.begin()
    store.add_household(desk.book, "鈴木 一")
    before = desk.window
    copying.wants_back.emit(Readable(copies(desk)[0], desk.book.key))
    qtbot.waitUntil(lambda: desk.window not in (None, before))
    assert [each.head for each in store.households_on(desk.book)] == ["山田 太郎"]
    assert "戻す前" in desk.window.toast.text.text()
    (kept,) = path.parent.glob("*戻す前*.kucho")
    with closing(open_book(kept, PASSWORD, read_only=True)) as book:
        assert len(store.household_ids(book)) == 2


def test_a_copy_that_cannot_be_put_back_leaves_the_book(desk, qtbot):
    copying = desk.safe.copying
    store.add_household(desk.book, "山田 太郎")
    with qtbot.waitSignal(copying.ended):
        copying.begin()
    copy = copies(desk)[0]
    copy.path.write_bytes(b"gone")
    before = desk.window
    copying.wants_back.emit(Readable(copy, desk.book.key))
    qtbot.waitUntil(lambda: desk.window not in (None, before))
    assert len(store.household_ids(desk.book)) == 1
    assert desk.window.toast.text.text()


@pytest.fixture
def cut_short(path):
    path.with_name(path.name + ".lock").write_bytes(b"\xf3 half a line")


def test_the_program_cut_short_means_a_look(cut_short, desk, qtbot):
    qtbot.waitUntil(desk.window.toast.isVisible)
    assert "異常" in desk.window.toast.text.text()
