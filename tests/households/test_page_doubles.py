"""Looking for households that are there twice, and making one of two, from the keyboard."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from kucho_desktop.core.book import Book
from kucho_desktop.households.model import HEAD, Member
from kucho_desktop.households.page.works.doubles.page import Doubles
from kucho_desktop.households.store import add_household, add_member, household, household_ids

KEY = Qt.Key


@pytest.fixture
def street(book: Book) -> Book:
    """Two that are one, two with one phone, and one for itself."""
    one = add_household(book, "髙橋　誠", address="梓野1-1", phone="0263-11-1111")
    two = add_household(book, "高橋　誠", address="梓野1-1", phone="0263-22-2222", note="裏口へ")
    add_household(book, "百瀬　隆", address="梓野5-5", phone="0263-55-5555")
    add_household(book, "百瀬　進", address="梓野6-6", phone="0263-55-5555")
    add_household(book, "二木　正", address="梓野7-7")
    add_member(book, one, Member(0, relation="妻", name="髙橋　和子", position=1))
    add_member(book, two, Member(0, relation="妻", name="髙橋　和子", born="1947", position=1))
    add_member(book, two, Member(0, relation="孫", name="髙橋　さくら", position=2))
    return book


@pytest.fixture
def work(page) -> Doubles:
    page.begin("work:doubles")
    return page.desk.work


def texts(widget: QWidget) -> str:
    parts = widget.findChildren(QWidget)
    return "\n".join(str(each.text()) for each in parts if callable(getattr(each, "text", None)))


def test_the_pairs_are_listed_likeliest_first(work):
    lines = work.list.model().stringList()
    assert lines == [
        "髙橋　誠 と 高橋　誠\n名前が同じ、住所が同じ、同じ家族がいる",
        "百瀬　隆 と 百瀬　進\n電話番号が同じ",
    ]
    assert work.count.text() == "同じ世帯かもしれないものが2組あります。見くらべてください。"
    assert QApplication.focusWidget() is work.list


def test_values_are_chosen_and_the_two_are_one(work, qtbot, page, street):
    one, two = household_ids(street)[:2]
    said = texts(work.beside)
    assert "① 髙橋　誠" in said
    assert "髙橋　和子と髙橋　和子（昭和22年生）は同じ人" in said
    assert "そのまま残る人：髙橋　さくら" in said
    qtbot.keyClick(work.list, KEY.Key_Return)
    phones = work.beside.choices["phone"]
    assert [each.text() for each in phones] == ["① 0263-11-1111", "② 0263-22-2222"]
    assert phones[0].isChecked()
    assert work.beside.choices["note"][1].isChecked()
    phones[0].setFocus()
    qtbot.keyClick(phones[0], KEY.Key_Right)
    assert phones[1].isChecked()
    work.unite.setFocus()
    qtbot.keyClick(work.unite, KEY.Key_Return)
    now = household(street, one)
    assert household(street, two) is None
    assert (now.head, now.phone, now.note) == ("髙橋　誠", "0263-22-2222", "裏口へ")
    assert [(each.relation, each.name, each.born) for each in now.members] == [
        (HEAD, "髙橋　誠", ""),
        ("妻", "髙橋　和子", "1947"),
        ("孫", "髙橋　さくら", ""),
    ]
    assert page.said == ["髙橋　誠を一つの世帯にまとめました"]
    assert len(work.list.model().stringList()) == 1
    street.undo()
    assert len(work.list.model().stringList()) == 2


def test_the_name_of_the_second_can_be_kept(work, qtbot, street):
    one = household_ids(street)[0]
    head = household(street, one).members[0]
    names = work.beside.choices[f"{head.id} name"]
    qtbot.keyClick(names[1], KEY.Key_Space)
    work.unite.click()
    assert household(street, one).head == "高橋　誠"


def test_a_day_that_is_known_is_kept(work, qtbot, street):
    two = add_household(street, "二木　正", address="梓野7-7", since="2015-04-01")
    one = household_ids(street)[household_ids(street).index(two) - 1]
    qtbot.keyClick(work.list, KEY.Key_Down)
    assert "① 二木　正" in texts(work.beside)
    since = work.beside.choices["since"]
    assert [each.text() for each in since] == ["① 前から（日はわからない）", "② 平成27年4月1日(水)"]
    assert since[1].isChecked()
    work.unite.click()
    assert household(street, one).since == "2015-04-01"
    assert household(street, one, date(2015, 3, 31)) is None


def test_namesakes_can_be_two_people(work, qtbot, street):
    one = household_ids(street)[0]
    for box in work.beside.people.values():
        qtbot.keyClick(box, KEY.Key_Space)
    work.unite.click()
    names = [(each.relation, each.name) for each in household(street, one).members]
    assert names == [
        (HEAD, "髙橋　誠"),
        ("妻", "髙橋　和子"),
        ("", "高橋　誠"),
        ("妻", "髙橋　和子"),
        ("孫", "髙橋　さくら"),
    ]


def test_two_households_are_not_shown_again(work, qtbot, page):
    qtbot.keyClick(work.list, KEY.Key_Down)
    assert "① 百瀬　隆" in texts(work.beside)
    qtbot.keyClick(work.apart, KEY.Key_Return)
    assert page.said == ["百瀬　隆と百瀬　進は別の世帯"]
    assert len(work.list.model().stringList()) == 1
    qtbot.keyClick(work.unite, KEY.Key_Return)
    assert work.count.text() == "二重になっている世帯は見つかりません。"
    assert work.count.y() < work.height() / 4
    assert QApplication.focusWidget() is page.desk.back
    qtbot.keyClick(page.desk.back, KEY.Key_Return)
    assert QApplication.focusWidget() is page.desk.buttons["doubles"]


def test_esc_goes_back_to_the_works(work, qtbot, page):
    qtbot.keyClick(work.list, KEY.Key_Escape)
    assert page.desk.work is None
    assert QApplication.focusWidget() is page.desk.buttons["doubles"]
