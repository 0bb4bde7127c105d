"""Households that come, leave and go by mistake; what was done is read and taken back."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from kucho_desktop.households import store
from kucho_desktop.widgets.parts import Button

KEY = Qt.Key


def type_on(qtbot, text: str) -> None:
    """Type into the box that has the focus, and go on with Enter."""
    box = QApplication.focusWidget()
    box = getattr(box, "line", box)
    box.setText(text)
    qtbot.keyClick(box, KEY.Key_Return)


def heads(book) -> list[str]:
    return [each.head for each in store.households_on(book)]


def back_buttons(page) -> list[Button]:
    return [each for each in page.past.findChildren(Button) if "元に戻す…" in each.text()]


def test_a_household_is_added_from_box_to_box(page, street, qtbot):
    page.list.select(5)
    qtbot.keyClick(page.add, KEY.Key_Return)
    for typed in (
        "𠮷澤 守",
        "ヨシザワ　マモル",
        "第2隣組",
        "３９９ー８２０５",
        "安曇野市豊科77-1",
        "",
        "０２６３７２０７７７",
        "",
        "正会員",
        "R8.4.1",
    ):
        type_on(qtbot, typed)
    assert heads(street).count("𠮷澤 守") == 0
    assert page.arriving.add.hasFocus()
    qtbot.keyClick(page.arriving.add, KEY.Key_Return)
    added = store.household(street, 10)
    assert (added.head, added.kana) == ("𠮷澤 守", "よしざわ まもる")
    assert (added.tonarigumi_id, added.walking_order) == (2, 4)
    assert (added.postal_code, added.address) == ("399-8205", "安曇野市豊科77-1")
    assert (added.phone, added.since) == ("0263-72-0777", "2026-04-01")
    assert page.who.name.text() == "𠮷澤 守"
    assert page.list.hasFocus()
    assert "𠮷澤 守" in page.said[-1]
    street.undo()
    assert len(heads(street)) == 9


def test_the_group_of_the_selected_one_is_offered(page, qtbot):
    page.list.select(8)
    qtbot.keyClick(page.add, KEY.Key_Return)
    assert page.arriving.form.boxes["tonarigumi_id"].editor.typed() == "第3隣組"


def test_a_begun_household_waits(page, street, qtbot):
    qtbot.keyClick(page.add, KEY.Key_Return)
    type_on(qtbot, "𠮷澤 守")
    store.change_household(street, 2, "yago", "中屋")
    assert page.arriving.isVisible()
    qtbot.keyClick(QApplication.focusWidget(), KEY.Key_Escape)
    assert page.list.hasFocus()
    assert page.sheet.isVisible()
    qtbot.keyClick(page.add, KEY.Key_Return)
    assert page.arriving.form.boxes["head"].edit.text() == "𠮷澤 守"


def test_a_household_without_a_name_is_not_added(page, street, qtbot):
    qtbot.keyClick(page.add, KEY.Key_Return)
    qtbot.keyClick(page.arriving.add, KEY.Key_Return)
    assert page.arriving.problem.isVisible()
    assert page.arriving.form.boxes["head"].edit.hasFocus()
    assert len(heads(street)) == 9


def test_an_impossible_day_of_coming_is_explained(page, street, qtbot):
    qtbot.keyClick(page.add, KEY.Key_Return)
    type_on(qtbot, "𠮷澤 守")
    page.arriving.form.boxes["came"].edit.setText("令和8年13月1日")
    qtbot.keyClick(page.arriving.add, KEY.Key_Return)
    assert "13" in page.arriving.form.boxes["came"].problem.text()
    assert page.arriving.form.boxes["head"].edit.text() == "𠮷澤 守"
    assert len(heads(street)) == 9


def test_a_household_that_is_there_already_is_named(page, street, qtbot):
    qtbot.keyClick(page.add, KEY.Key_Return)
    type_on(qtbot, "高橋一郎")
    assert not page.arriving.twice.isVisible()
    page.arriving.form.boxes["phone"].edit.setFocus()
    type_on(qtbot, "0263720000")
    assert "高橋一郎" in page.arriving.twice.text.text()
    qtbot.keyClick(page.arriving.see, KEY.Key_Return)
    assert page.list.selected_id() == 1
    assert page.sheet.isVisible()


def test_a_household_that_is_there_is_added_only_when_asked_again(page, street, qtbot):
    qtbot.keyClick(page.add, KEY.Key_Return)
    type_on(qtbot, "高橋一郎")
    page.arriving.form.boxes["phone"].edit.setText("0263720000")
    qtbot.keyClick(page.arriving.add, KEY.Key_Return)
    assert "もう一度" in page.arriving.problem.text()
    assert page.arriving.twice.isVisible()
    assert len(heads(street)) == 9
    qtbot.keyClick(page.arriving.add, KEY.Key_Return)
    assert len(heads(street)) == 10
    assert "高橋一郎" in heads(street)


def test_the_first_household_of_a_new_district(book, open_page, qtbot):
    page = open_page(book)
    page.begin("add")
    assert page.listing.isHidden()
    type_on(qtbot, "髙橋 一郎")
    qtbot.keyClick(page.arriving.add, KEY.Key_Return)
    assert page.listing.isVisible()
    assert page.listing.count.text() == "1世帯"
    book.undo()
    assert page.is_empty()


def test_a_new_household_can_be_put_off_in_a_new_district(book, open_page, qtbot):
    page = open_page(book)
    page.begin("add")
    qtbot.keyClick(page.arriving.leave, KEY.Key_Return)
    assert page.is_empty()


def test_who_left_yesterday_is_gone_from_the_list(page, street, qtbot, answer):
    def fill(question):
        question.day.setText("R8.11.31")
        qtbot.keyClick(question.buttons[0], KEY.Key_Return)
        assert "11月" in question.problem.text()
        question.day.setText("きのう")
        assert "令和8年11月19日(木)" in question.understood.text()
        question.reason.setText("転出")
        qtbot.keyClick(question.buttons[0], KEY.Key_Return)

    answer(fill)
    qtbot.keyClick(page.sheet.leave, KEY.Key_Return)
    assert "髙橋 一郎" not in heads(street)
    assert page.listing.count.text() == "8世帯"
    assert page.who.name.text() == "山﨑 和子"
    assert page.said == ["「髙橋 一郎」が区を離れる"]
    assert store.household(street, 1, date(2026, 11, 18)).head == "髙橋 一郎"
    street.undo()
    assert page.listing.count.text() == "9世帯"


def test_who_leaves_next_month_is_still_there(page, street, qtbot, answer):
    def fill(question):
        question.day.setText("R8.12.1")
        qtbot.keyClick(question.buttons[0], KEY.Key_Return)

    answer(fill)
    qtbot.keyClick(page.sheet.leave, KEY.Key_Return)
    assert page.listing.count.text() == "9世帯"
    assert "令和8年12月1日(火)に区を離れる予定" in page.who.short.text()


def test_leaving_can_be_given_up(page, street, qtbot, answer):
    answer(lambda question: qtbot.keyClick(question, KEY.Key_Escape))
    qtbot.keyClick(page.sheet.leave, KEY.Key_Return)
    assert len(heads(street)) == 9
    assert page.said == []


def test_a_mistake_is_removed_after_a_question(page, street, qtbot, answer):
    answer(lambda question: qtbot.keyClick(question, KEY.Key_Escape))
    qtbot.keyClick(page.sheet.remove, KEY.Key_Return)
    assert len(heads(street)) == 9
    answer(lambda question: qtbot.keyClick(question.buttons[0], KEY.Key_Return))
    qtbot.keyClick(page.sheet.remove, KEY.Key_Return)
    assert len(heads(street)) == 8
    street.undo()
    assert heads(street)[0] == "髙橋 一郎"


def test_the_history_tells_in_words_and_takes_back(page, street, qtbot, answer):
    store.change_household(street, 1, "phone", "0263-72-9999")
    store.change_household(street, 1, "membership", "paused")
    qtbot.keyClick(page.history, KEY.Key_Return)
    assert page.past.isVisible()
    told = [event.step.text for event in page.past.events]
    assert told[:2] == ["「髙橋 一郎」の加入区分を変更", "「髙橋 一郎」の電話番号を変更"]
    assert "電話番号: 0263-72-0000 → 0263-72-9999" in page.past.events[1].details
    answer(lambda question: qtbot.keyClick(question.buttons[0], KEY.Key_Return))
    qtbot.keyClick(back_buttons(page)[1], KEY.Key_Return)
    assert store.household(street, 1).phone == "0263-72-0000"
    assert store.household(street, 1).membership == "paused"
    assert page.past.events[0].step.kind == "undo"
    qtbot.keyClick(page.past.back, KEY.Key_Escape)
    assert page.sheet.isVisible()
    assert page.focusWidget() is page.history


def test_what_others_built_on_is_not_taken_back(page, street, qtbot, answer):
    store.change_household(street, 1, "phone", "0263-72-8888")
    store.change_household(street, 1, "phone", "0263-72-9999")
    qtbot.keyClick(page.history, KEY.Key_Return)
    answer(lambda question: qtbot.keyClick(question.buttons[0], KEY.Key_Return))
    qtbot.keyClick(back_buttons(page)[1], KEY.Key_Return)
    assert len(page.refusals) == 1
    assert store.household(street, 1).phone == "0263-72-9999"


def test_a_step_over_many_households_says_so_first(page, street, qtbot, answer):
    qtbot.keyClick(page.history, KEY.Key_Return)
    said: list[str] = []

    def read(question):
        said.extend(label.text() for label in question.findChildren(type(page.who.name)))
        qtbot.keyClick(question, KEY.Key_Escape)

    answer(read)
    qtbot.keyClick(back_buttons(page)[-1], KEY.Key_Return)
    assert any("ほかの世帯" in text for text in said)
    assert len(heads(street)) == 9
