"""After thirty days, when the book is opened: erased, told, and out of the copies."""

from contextlib import closing
from datetime import date, datetime, timedelta

import pytest
from app.every_form import boxes_of, fill
from app.test_home import words_on
from core.canaries import is_found
from PySide6.QtWidgets import QLabel

from kucho_desktop.app.books import create_book, open_book
from kucho_desktop.app.desk import Desk
from kucho_desktop.core.drafts import all_drafts, keep_drafts
from kucho_desktop.core.erased import erasures
from kucho_desktop.core.keeping import keep_copies
from kucho_desktop.core.kept_copies import copies_of
from kucho_desktop.households import store
from kucho_desktop.records.store.erasing import proposed, put_into_bin
from kucho_desktop.tonarigumi.store import add_tonarigumi
from kucho_desktop.widgets import theme
from kucho_desktop.widgets.holding import ENTRY

PASSWORD = "あずさの山の清い水"


@pytest.fixture
def path(tmp_path):
    """A household left long ago and lies in the bin since 31 days; a copy holds it."""
    before = date.today() - timedelta(days=31)
    book, _code = create_book(tmp_path / "梓野区.kucho", PASSWORD, today=before)
    with closing(book):
        group = add_tonarigumi(book, "第1隣組")
        for head in ("髙橋 清", "宮澤 実", "百瀬 正"):
            store.add_household(book, head, tonarigumi_id=group)
        for id_ in (2, 3):
            store.household_leaves(book, id_, date(2015, 4, 1))
        put_into_bin(book, proposed(book), 5)
        keep_copies(book, book.about("book_id"), datetime.now(), lambda *_far: None)
    return book.path


@pytest.fixture
def desk(qapp, path, monkeypatch):
    monkeypatch.setenv("KUCHO_PASSWORD", PASSWORD)
    made = Desk(qapp)
    made.start(path)
    yield made
    if made.safe is not None and made.safe.closing is not None:
        made.safe.closing.let_go()
    made.window.close()
    made.window.deleteLater()
    made.end()
    theme.put_on(qapp, "calm", 12)


def told(desk) -> str:
    return " ".join(label.text() for label in desk.window.toast.findChildren(QLabel))


def test_it_is_erased_told_and_gone_from_the_copies(desk, path, qtbot):
    key, book_id = desk.book.key, desk.book.about("book_id")
    (copy,) = copies_of(path, book_id)
    assert is_found(path, key, "宮澤")
    desk.keep_safe()
    qtbot.waitUntil(lambda: "2 件を消去しました" in told(desk))
    qtbot.waitUntil(lambda: not is_found(copy.path, key, "宮澤"))
    assert not is_found(path, key, "宮澤")
    assert is_found(copy.path, key, "髙橋")
    assert len(erasures(desk.book)) == 1
    assert not desk.book.is_lent
    home = desk.window.pages["home"]
    qtbot.waitUntil(lambda: "古い記録を消去しました" in words_on(home))
    assert "2世帯" in words_on(home)


def test_who_came_back_is_told_and_stays(desk, qtbot):
    with desk.book.step("back") as db:
        db.execute("UPDATE household_membership SET until = '9999-12-31' WHERE household_id = 3")
        db.execute("UPDATE member_home SET until = '9999-12-31' WHERE household_id = 3")
    desk.keep_safe()
    qtbot.waitUntil(lambda: "1 件は戻ってきていた" in told(desk))
    assert store.household(desk.book, 3).head == "百瀬 正"
    qtbot.waitUntil(lambda: not desk.book.is_lent)


def test_a_disk_that_is_full_is_told_and_it_is_tried_the_next_time(desk, path, qtbot, monkeypatch):
    from kucho_desktop.app.erasing import by_itself
    from kucho_desktop.core.errors import CannotKeep

    def fail(_book):
        raise CannotKeep("いっぱいです。")

    monkeypatch.setattr(by_itself, "_erase_and_clean", fail)
    desk.keep_safe()
    qtbot.waitUntil(lambda: "いっぱいです" in told(desk))
    assert store.household(desk.book, 2, date(2014, 1, 1)) is not None
    qtbot.waitUntil(lambda: desk.safe.copying.kept is not None)


def test_for_reading_only_nothing_is_erased(path):
    with closing(open_book(path, PASSWORD, read_only=True)) as book:
        assert len(proposed(book)) == 0
        assert store.household(book, 2, date(2014, 1, 1)) is not None


@pytest.fixture
def typed(path):
    """Something was typed of one who stays and of one who goes, the last time."""
    said = {
        id_: [["Sheet:0/Form:0", {"record": id_, "boxes": {"phone": f"金糸雀{id_}"}}, ENTRY]]
        for id_ in (1, 2)
    }
    before = date.today() - timedelta(days=9)
    with closing(open_book(path, PASSWORD, today=before)) as book:
        keep_drafts(book, {"households": said})


def test_what_was_typed_of_the_erased_goes_and_does_not_come_back(typed, desk, qtbot):
    """The window knows of it already when they are erased."""
    qtbot.waitUntil(lambda: desk.away is not None)
    desk.away.watch()
    drafting = desk.window.drafting
    assert set(drafting.waiting["households"]) == {1, 2}
    desk.keep_safe()
    qtbot.waitUntil(lambda: len(erasures(desk.book)) == 1, timeout=10_000)
    qtbot.waitUntil(lambda: set(drafting.waiting["households"]) == {1})
    desk.window.go("association")
    fill(next(iter(boxes_of(desk.window.pages["association"]))), "ﾅ")
    assert drafting.keep_all()
    assert drafting.keep_all(is_lock=True)
    assert set(all_drafts(desk.book)["households"]) == {1}
    assert "金糸雀2" not in str(all_drafts(desk.book))


def test_not_even_where_it_was_put_back_already(typed, desk, qtbot):
    """The form remembers what is typed of a household that it does not show."""
    qtbot.waitUntil(lambda: desk.away is not None)
    desk.away.watch()
    desk.window.go("households")
    form = desk.window.pages["households"].sheet.form
    form.hold_again({"record": 2, "boxes": {"phone": "金糸雀2"}, "asked": [], "day": ""})
    desk.keep_safe()
    qtbot.waitUntil(lambda: len(erasures(desk.book)) == 1, timeout=10_000)
    qtbot.waitUntil(lambda: not desk.book.is_lent)
    fill(form.boxes["phone"].edit, "ﾅ")
    assert desk.window.drafting.keep_all(is_lock=True)
    assert set(all_drafts(desk.book)["households"]) == {1}
    assert "金糸雀2" not in str(all_drafts(desk.book))
