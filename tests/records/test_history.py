"""変更履歴: every step in words, narrowed, looked at, and taken back."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from widgets.keyboard import write

from kucho_desktop.core.i18n import N_
from kucho_desktop.core.steps import Wanted, steps_named, wanted_ids
from kucho_desktop.households import store
from kucho_desktop.households.model import Member
from kucho_desktop.records.model import ROOMS
from kucho_desktop.records.store import subjects_found, told_of_step
from kucho_desktop.tonarigumi.store import add_tonarigumi


def texts(page) -> list[str]:
    table = page.history.list.table
    return [table.record_at(row).text for row in range(table.rowCount())]


def details(page) -> str:
    labels = page.history.details.findChildren(QLabel)
    return "\n".join(label.text() for label in labels if label.isVisibleTo(page))


def told(book, step: int) -> str:
    return "\n".join("\n".join((each.subject, *each.lines)) for each in told_of_step(book, step)[0])


def test_every_step_stands_there_newest_first(page):
    found = texts(page)
    assert "区長の名前" in found[0]
    assert "離れる" in found[1]
    assert "電話番号" in found[2]
    assert page.history.count.text() == f"{len(found)}件"


def test_a_step_tells_old_and_new_in_any_room(page, qtbot):
    assert "百瀬 隆 → 二木 正" in details(page)
    assert "区の姿" in details(page)
    qtbot.keyClick(page.history.list, Qt.Key.Key_Down)
    qtbot.keyClick(page.history.list, Qt.Key.Key_Down)
    said = details(page)
    assert "0263-99-1234" in said
    assert "→" in said


def test_a_step_is_taken_back_by_keyboard(page, qtbot, street):
    first = store.household_ids(street)[0]
    for _ in range(2):
        qtbot.keyClick(page.history.list, Qt.Key.Key_Down)
    back = page.history.details.back
    back.setFocus()
    qtbot.keyClick(back, Qt.Key.Key_Return)
    assert store.household(street, first).phone != "0263-99-1234"
    assert "元に戻しました" in page.said[-1]
    assert "これは「元に戻す」の記録です" not in details(page)


def test_what_cannot_be_taken_back_says_why(page, street):
    first = store.household_ids(street)[0]
    store.change_household(street, first, "phone", "0263-99-5555")
    step = wanted_ids(street, Wanted())[3]
    page.history.list.select(step)
    assert "0263-99-1234" in details(page)
    assert "この変更のあとで、さらに変更があります" in details(page)
    assert not page.history.details.back.isVisible()


def test_the_history_of_one_household_and_of_one_person(page, qtbot, street):
    first = store.household(street, store.household_ids(street)[0])
    name = page.history.filters.name
    name.setFocus()
    write(name, first.head)
    qtbot.keyClick(name, Qt.Key.Key_Return)
    assert page.history.filters.whom.currentText().startswith(f"{first.head} の世帯")
    assert any("電話番号" in text for text in texts(page))
    assert not any("区長の名前" in text for text in texts(page))
    qtbot.keyClick(page.history.filters.whom, Qt.Key.Key_Down)
    page.history.filters.whom.activated.emit(2)
    assert "この人だけ" in page.history.filters.whom.currentText()
    assert not any("電話番号" in text for text in texts(page))
    page.history.filters.all.click()
    assert any("区長の名前" in text for text in texts(page))


def test_an_unknown_name_is_told(page, qtbot):
    name = page.history.filters.name
    write(name, "等々力")
    qtbot.keyClick(name, Qt.Key.Key_Return)
    assert "「等々力」に当てはまる人はいません" in page.history.filters.problem.text()


def test_one_room_alone(page, street):
    room = page.history.filters.room
    room.choose("association")
    room.activated.emit(room.currentIndex())
    assert texts(page)
    assert all("区" in text for text in texts(page))
    add_tonarigumi(street, "第9隣組")
    assert not any("第9隣組" in text for text in texts(page))
    room.choose("tonarigumi")
    room.activated.emit(room.currentIndex())
    assert "第9隣組" in texts(page)[0]


def test_days_narrow_it_and_a_wrong_order_is_told(page, qtbot):
    filters = page.history.filters
    write(filters.first.line, "R1.5.1")
    qtbot.keyClick(filters.first.line, Qt.Key.Key_Return)
    assert texts(page)
    write(filters.last.line, "H30.5.1")
    qtbot.keyClick(filters.last.line, Qt.Key.Key_Return)
    assert "はじめの日が、終わりの日よりあと" in filters.problem.text()
    filters.last.line.setText("R1.5.2")
    qtbot.keyClick(filters.last.line, Qt.Key.Key_Return)
    assert texts(page) == []
    assert page.history.count.text() == "当てはまる変更はありません。"


def test_what_is_shown_goes_to_the_paper(page, street, qtbot):
    first = store.household(street, store.household_ids(street)[0])
    write(page.history.filters.name, first.head)
    qtbot.keyClick(page.history.filters.name, Qt.Key.Key_Return)
    page.history.print.click()
    paper, about = page.begun[-1]
    assert paper == "change-history"
    assert about["household"] == str(first.id)
    assert set(about) == {"household", "first", "last"}


def test_a_large_step_is_taken_back_away_from_the_window(page, qtbot, street, monkeypatch):
    monkeypatch.setattr("kucho_desktop.records.page.history.LARGE", 2)
    with street.step(N_("Change many households")):
        for id_ in store.household_ids(street)[:4]:
            store.change_household(street, id_, "note", "つゆの間は留守")
    page.history.list.select(wanted_ids(street, Wanted())[0])
    page.history.details.back.click()
    assert street.is_lent
    assert page.history.working.isVisible()
    qtbot.waitUntil(lambda: not street.is_lent, timeout=20_000)
    assert not any(each.note for each in store.households_on(street))
    assert not page.history.working.isVisible()


def test_people_are_told_under_their_household(street):
    id_ = store.household_ids(street)[3]
    now = store.household(street, id_).members
    store.change_members(street, id_, (*now, Member(0, relation="孫", name="髙橋 たける")))
    said = told(street, wanted_ids(street, Wanted())[0])
    assert said.startswith(store.household(street, id_).head)
    assert "髙橋 たける" in said


def test_a_household_that_was_removed_keeps_its_name(street):
    id_ = store.add_household(street, "務台 進", address="安曇野市豊科8")
    added = wanted_ids(street, Wanted())[0]
    store.remove_household(street, id_)
    assert "務台 進" in told(street, added)
    assert "務台 進" in told(street, wanted_ids(street, Wanted())[0])


def test_a_large_step_is_not_told_to_its_end(street):
    with street.step("many"):
        for id_ in store.household_ids(street):
            store.change_household(street, id_, "note", "x")
    said, more = told_of_step(street, wanted_ids(street, Wanted())[0], 5)
    assert len(said) == 5
    assert more == 3


@pytest.mark.parametrize("room", ROOMS)
def test_a_hundred_thousand_steps_are_a_moment(street, room):
    """Ids at once, steps in pages; filters do not read the steps one by one."""
    values = ((number, "2024-05-01T00:00:00+00:00") for number in range(1_000, 101_000))
    with street.aside():
        street.run_many(
            'INSERT INTO step (id, at, message, "values", kind, schema)'
            " VALUES (?, ?, 'Change {field}', '{\"field\": \"x\"}', 'do', 1)",
            values,
        )
    assert len(wanted_ids(street, Wanted())) > 100_000
    assert len(wanted_ids(street, Wanted(first=date(2024, 5, 1), last=date(2024, 5, 2)))) == 100_000
    assert wanted_ids(street, Wanted(tables=ROOMS[room]), count=3) is not None
    newest = steps_named(street, wanted_ids(street, Wanted(), count=24))
    assert len(newest) == 24


def test_a_subject_is_found_by_its_reading(street):
    found = subjects_found(street, "たかはし")
    assert {each.kind for each in found} == {"household", "person"}
    assert subjects_found(street, "  ") == []
