"""The people of a household, in the rows inside its form."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from kucho_desktop.households import store

KEY = Qt.Key


def type_cell(qtbot, text: str, key=KEY.Key_Return) -> None:
    cell = QApplication.focusWidget()
    cell.setText(text)
    qtbot.keyClick(cell, key)


def open_cell(page, qtbot, row: int, name: str) -> None:
    page.sheet.rows.view.setFocus()
    page.sheet.rows.select_cell(row, name)
    qtbot.keyClick(page.sheet.rows.view, KEY.Key_Return)


def test_birthdays_are_understood_as_people_say_them(page, street, qtbot):
    page.list.select(4)
    open_cell(page, qtbot, 0, "born")
    type_cell(qtbot, "昭21 4 2")
    assert store.household(street, 4).members[0].born == "1946-04-02"
    model = page.sheet.rows.model
    cell = model.index(0, model.column_of("born"))
    assert cell.data() == "昭和21年4月2日"
    assert model.note_at(cell) == "80歳"
    open_cell(page, qtbot, 1, "born")
    type_cell(qtbot, "80歳")
    assert store.household(street, 4).members[1].born == f"{date.today().year - 80}~"


def test_a_child_shows_its_year_at_school(page):
    page.list.select(4)
    model = page.sheet.rows.model
    assert model.note_at(model.index(3, model.column_of("born"))) == "11歳　小5"


def test_an_impossible_birthday_stays_in_its_cell(page, street, qtbot):
    page.list.select(4)
    open_cell(page, qtbot, 0, "born")
    type_cell(qtbot, "昭21 2 30")
    page.sheet.rows.select_cell(0, "born")
    assert "2月" in page.sheet.rows.said.text()
    assert page.sheet.rows.view.currentIndex().data() == "昭21 2 30"
    store.change_household(street, 4, "yago", "中屋")
    assert page.sheet.rows.view.currentIndex().data() == "昭21 2 30"
    assert store.household(street, 4).members[0].born == "1943-04-02"


def test_a_person_is_added_and_the_head_is_refused_twice(page, street, qtbot):
    page.sheet.rows.add.setFocus()
    qtbot.keyClick(page.sheet.rows.add, KEY.Key_Return)
    type_cell(qtbot, "妻")
    type_cell(qtbot, "髙橋 花子")
    people = store.household(street, 1).members
    assert [(each.relation, each.name) for each in people][1:] == [("妻", "髙橋 花子")]
    assert page.sheet.members.label.text() == "世帯員　2人"
    open_cell(page, qtbot, 1, "relation")
    type_cell(qtbot, "世帯主")
    qtbot.keyClick(page.form.question.correct, KEY.Key_Return)
    assert "世帯主" in page.refusals[0]
    assert store.household(street, 1).members[1].relation == "妻"
    assert page.sheet.rows.model.index(1, 0).data() == "妻"


def test_whereabouts_change_from_a_day(page, street, qtbot):
    page.list.select(4)
    open_cell(page, qtbot, 1, "whereabouts")
    cell = QApplication.focusWidget()
    cell.choose("care")
    qtbot.keyClick(cell, KEY.Key_Tab)
    page.form.question.day.setText("R8.10.1")
    qtbot.keyClick(page.form.question.change, KEY.Key_Return)
    assert store.household(street, 4).members[1].whereabouts == "care"
    assert store.household(street, 4, date(2026, 9, 30)).members[1].whereabouts == "home"


def test_the_head_leaves_and_another_follows(page, street, qtbot, answer):
    page.list.select(4)
    page.sheet.rows.view.setFocus()
    page.sheet.rows.select_cell(0, "name")

    def fill(question):
        question.day.setText("R8.11.1")
        qtbot.keyClick(question.day, KEY.Key_Return)
        assert question.focusWidget() is question.head
        qtbot.keyClick(question.buttons[0], KEY.Key_Return)

    answer(fill)
    qtbot.keyClick(page.sheet.rows.remove, KEY.Key_Return)
    now = store.household(street, 4)
    assert (len(now.members), now.head) == (3, "渡邉\U000e0101 茂")
    assert store.household(street, 4, date(2026, 10, 31)).head == "渡邉\U000e0101 さくら"
    assert page.who.name.text() == now.head


def test_the_only_one_leaves_and_the_house_stays(page, street, qtbot, answer):
    page.list.select(1)
    page.sheet.rows.view.setFocus()
    page.sheet.rows.select_cell(0, "name")

    def fill(question):
        question.day.setText("R8.11.31")
        qtbot.keyClick(question.buttons[0], KEY.Key_Return)
        assert "11月" in question.box.problem.text()
        question.day.setText("きのう")
        assert "令和8年11月19日(木)" in question.box.understood.text()
        qtbot.keyClick(question.day, KEY.Key_Return)
        assert question.focusWidget() is question.house
        assert "空き家" in question.house.currentText()
        qtbot.keyClick(question.buttons[0], KEY.Key_Return)

    answer(fill)
    qtbot.keyClick(page.sheet.rows.remove, KEY.Key_Return)
    now = store.household(street, 1)
    assert (now.head, now.membership, now.members) == ("髙橋 一郎 宅", "empty", ())
    assert page.who.name.text() == "髙橋 一郎 宅"


def test_a_person_stays_if_one_thinks_again(page, street, qtbot, answer):
    page.list.select(4)
    page.sheet.rows.view.setFocus()
    page.sheet.rows.select_cell(1, "name")
    answer(lambda question: qtbot.keyClick(question, KEY.Key_Escape))
    qtbot.keyClick(page.sheet.rows.remove, KEY.Key_Return)
    assert len(store.household(street, 4).members) == 4
    assert page.sheet.rows.model.rowCount() == 4


def test_who_is_away_is_told_where_the_column_has_no_room(page, street):
    away = store.household(street, 4).members[1].id
    store.change_member(street, away, "whereabouts", "care")
    page.list.select(4)
    model = page.sheet.rows.model
    model.show_columns(["relation", "name", "born"])
    told = [model.note_at(model.index(row, 0)) for row in range(model.rowCount())]
    assert told == ["", "施設", "", ""]
