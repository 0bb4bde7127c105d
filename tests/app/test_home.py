"""The first page shows what there is, and what to do next."""

from datetime import date

import pytest
from PySide6.QtWidgets import QLabel

from kucho_desktop.app.home import HomePage
from kucho_desktop.association.store import change_association, name_association
from kucho_desktop.calendar.model import Event
from kucho_desktop.calendar.store import add_event, add_events
from kucho_desktop.core.found import Place
from kucho_desktop.core.i18n import _
from kucho_desktop.households.model.ties.talks import Talk
from kucho_desktop.households.store import (
    add_household,
    begin_round,
    change_round,
    close_round,
    finish_step,
    household_leaves,
    keep_talk,
    open_round,
)
from kucho_desktop.officers import store as officers
from kucho_desktop.tonarigumi.store import add_tonarigumi
from kucho_desktop.widgets.parts import Button, Card, ShortText


def words_on(page) -> str:
    shown = [label for label in page.findChildren(QLabel) if label.isVisible()]
    return "\n".join(
        label.whole() if isinstance(label, ShortText) else label.text() for label in shown
    )


@pytest.fixture
def home(qtbot, book):
    name_association(book, name="梓野区")
    page = HomePage(book)
    qtbot.addWidget(page)
    page.resize(1100, 620)
    page.show()
    page.repaint()
    qtbot.waitUntil(lambda: bool(page.findChildren(Card)))
    qtbot.waitUntil(lambda: len(words_on(page.next).splitlines()) > 4)
    return page


def press(page, text: str) -> None:
    (found,) = [b for b in page.findChildren(Button) if b.isVisible() and b.text() == text]
    found.click()


def test_new_district_is_told_what_to_do(home, qtbot):
    assert "令和8年11月20日(金)" in words_on(home).replace("（", "(").replace("）", ")")
    assert home.next.isVisible()
    assert not home.district.isVisible()
    with qtbot.waitSignal(home.begins) as told:
        press(home, _("Read in a table…"))
    assert told.args == ["households", "import"]
    with qtbot.waitSignal(home.begins) as told:
        press(home, _("Add a household"))
    assert told.args == ["households", "add"]
    with qtbot.waitSignal(home.go_to) as told:
        press(home, _("The district"))
    assert told.args == [Place("association")]


def test_only_what_is_missing_is_to_be_written(home, book, qtbot):
    book.listen(home.changed)
    said = words_on(home.next)
    assert "区長の名前を書く" in said
    assert "区の名前" not in said
    name_association(book, name="", chief="髙橋 一郎")
    qtbot.waitUntil(lambda: "区の名前を書く" in words_on(home.next))
    assert "区長の名前" not in words_on(home.next)


def test_a_share_says_of_what_it_is(home, book, qtbot):
    book.listen(home.changed)
    change_association(book, "chief", "髙橋 一郎")
    add_household(book, "髙橋 一郎")
    qtbot.waitUntil(lambda: "100.0％" in words_on(home))
    assert "割合" not in words_on(home)
    add_household(book, "濵田 清", membership="paused")
    add_household(book, "空き家", membership="empty")
    qtbot.waitUntil(lambda: "休会" in words_on(home.district))
    said = words_on(home.district)
    assert "100.0％" in said
    assert "人の住む家" in said
    assert "休会も" in said


def test_figures_come_after_the_steps(home, book, qtbot):
    book.listen(home.changed)
    group = add_tonarigumi(book, "第1隣組")
    add_household(book, "髙橋 一郎", tonarigumi_id=group)
    add_household(book, "濵田 清", tonarigumi_id=group, membership="none")
    change_association(book, "chief", "髙橋 一郎")
    qtbot.waitUntil(lambda: "2世帯" in words_on(home))
    said = words_on(home)
    assert "2人" in said
    assert "第1隣組" in said
    assert "50.0％" in said
    assert "濵田 清" in said
    assert not home.next.isVisible()
    assert not home.care.isVisible()


def test_households_without_a_group_are_to_be_cared_for(home, book, qtbot):
    book.listen(home.changed)
    add_tonarigumi(book, "第1隣組")
    add_household(book, "髙橋 一郎")
    qtbot.waitUntil(home.care.isVisible)
    qtbot.waitUntil(lambda: "1世帯" in words_on(home.care))


def test_practice_is_marked(qtbot, book):
    with book.aside():
        book.set_about("practice", "1")
    page = HomePage(book)
    qtbot.addWidget(page)
    page.show()
    qtbot.waitUntil(lambda: "練習" in words_on(page))


def test_forms_that_should_have_come_back_are_told_of(home, book, qtbot):
    book.listen(home.changed)
    add_household(book, "髙橋 一郎")
    begin_round(book, "sheet", "令和8年度 世帯票", "2026-11-20")
    qtbot.waitUntil(home.district.isVisible)
    assert "世帯票" not in words_on(home.care)
    change_round(book, open_round(book, "sheet").id, return_by="2026-11-19")
    qtbot.waitUntil(lambda: "令和8年度 世帯票" in words_on(home.care))
    assert "1世帯がまだ戻っていません" in words_on(home.care)
    with qtbot.waitSignal(home.begins) as told:
        press(home, _("Go on with it"))
    assert told.args == ["households", "work:sheet_round"]
    close_round(book, open_round(book, "sheet").id)
    qtbot.waitUntil(lambda: "世帯票" not in words_on(home.care))


def test_a_next_step_that_is_due_is_told_of(home, book, qtbot):
    book.listen(home.changed)
    id_ = add_household(book, "髙橋 一郎", membership="none")
    talk = keep_talk(book, Talk(0, id_, "2026-11-01", "visit", "留守", "訪ねる", "2026-11-20"))
    qtbot.waitUntil(lambda: "次にすることが 1 件" in words_on(home.care))
    with qtbot.waitSignal(home.begins) as told:
        press(home, _("Go on with it"))
    assert told.args == ["households", "work:not_joined"]
    finish_step(book, talk)
    qtbot.waitUntil(lambda: "1 件" not in words_on(home.care))


def test_from_the_last_changes_to_all_of_them(qtbot, home):
    with qtbot.waitSignal(home.begins) as gone:
        made = [each for each in home.changes.findChildren(Button) if "すべて" in each.text()]
        made[0].click()
    assert gone.args == ["records", "history"]


def test_old_records_are_offered_to_be_erased(book, home, qtbot):
    add_household(book, "髙橋 清")
    household_leaves(book, 1, date(2015, 4, 1))
    home.fill()
    qtbot.waitUntil(lambda: "転出・死亡の古い記録が 1 件" in words_on(home.care))
    with qtbot.waitSignal(home.begins) as told:
        press(home, "古い記録の消去へ")
    assert told.args == ["records", "erasing"]


def test_what_comes_this_month_is_said_and_gone_to(home, book, qtbot):
    book.listen(home.changed)
    assert not home.month.isVisible()
    made = add_event(book, Event(0, "消火訓練", first_day="2026-11-21", starts="09:00"))
    add_events(
        book,
        [
            Event(0, "餅つき", first_day="2026-12-13"),
            Event(0, "要望書の提出", "deadline", "officers", "2026-12-18"),
            Event(0, "きのうの会", first_day="2026-11-19"),
            Event(0, "文化週間", first_day="2026-11-18", last_day="2026-11-22"),
        ],
    )
    qtbot.waitUntil(lambda: "要望書" in words_on(home.month))
    said = words_on(home.month)
    for part in ("あした", "9:00 消火訓練", "【締切】要望書の提出", "12月18日(金)", "文化週間"):
        assert part in said
    assert "きのうの会" not in said
    assert "餅つき" not in said, "not before it is near"
    see = next(
        each
        for each in home.month.findChildren(Button)
        if each.accessibleName() == "「消火訓練」を見る" and each.isVisible()
    )
    with qtbot.waitSignal(home.go_to) as told:
        see.click()
    assert told.args == [Place("calendar", made)]
    book.undo()
    book.undo()
    qtbot.waitUntil(lambda: not home.month.isVisible())


def test_what_waits_in_the_rooms_is_told_and_dealt_with_there(home, book, qtbot):
    book.listen(home.changed)
    add_household(book, "髙橋 一郎")
    assert not home.open.isVisible()
    officers.take_over_posts(book, [2])
    (post,) = officers.POSTS.all(book)
    officers.appoint(book, {"post_id": post.id, "member_id": 1})
    qtbot.waitUntil(lambda: "あと1人決まっていません" in words_on(home))
    with qtbot.waitSignal(home.begins) as told:
        press(home, _("See to it"))
    assert told.args == ["officers", "next-year"]
    officers.appoint(book, {"post_id": post.id, "member_id": 1, "since": "2027-04-01"})
    qtbot.waitUntil(lambda: not home.open.isVisible())
