"""A form is filled in from the keyboard, as its user does it."""

from datetime import date

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QWidget
from widgets.keyboard import be_in_front
from widgets.people import House, house

from kucho_desktop.widgets.form import Form, Section
from kucho_desktop.widgets.parts import Flow

TODAY = date(2026, 11, 20)


@pytest.fixture
def form(qtbot):
    made = Form(
        House,
        [
            Section("", ["head", "kana", "postal_code", "address", ("phone", "born")]),
            Section("More", ["membership", "group_id", "circular", "note", "people"]),
        ],
        choices={"group_id": lambda: [(1, "第1隣組"), (2, "第2隣組")]},
        addresses=lambda code: {
            "399-8205": ["安曇野市豊科"],
            "399-8303": ["安曇野市穂高", "安曇野市穂高有明"],
        }.get(code, []),
        today=lambda: TODAY,
    )
    qtbot.addWidget(made)
    made.resize(560, 900)
    made.show()
    qtbot.waitExposed(made)
    be_in_front(qtbot, made)
    made.show_record(house())
    made.heard = []
    made.changed.connect(lambda *said: made.heard.append(("changed", *said)))
    made.changed_from.connect(lambda *said: made.heard.append(("from", *said)))
    made.corrected.connect(lambda *said: made.heard.append(("corrected", *said)))
    return made


def type_into(qtbot, box, text: str, key=Qt.Key.Key_Return) -> None:
    box.edit.setFocus()
    box.edit.setText(text)
    qtbot.keyClick(box.edit, key)


def compose(edit: QWidget, *states: tuple[str, str]) -> None:
    """What an input method sends: the composition as it stands, and what is taken over."""
    for composing, taken in states:
        event = QInputMethodEvent(composing, [])
        if taken:
            event.setCommitString(taken)
        QCoreApplication.sendEvent(edit, event)


def test_enter_keeps_and_goes_to_the_next_field(form, qtbot):
    type_into(qtbot, form.boxes["phone"], "０２６３ー７２ー０１９９")
    assert form.heard == [("changed", 1, {"phone": "0263-72-0199"})]
    assert form.boxes["born"].edit.hasFocus()


def test_what_is_the_same_is_not_offered(form, qtbot):
    type_into(qtbot, form.boxes["phone"], "0263720101")
    assert form.heard == []
    assert form.boxes["phone"].edit.text() == "0263-72-0101"


def test_wrong_entry_is_explained_and_stays(form, qtbot):
    box = form.boxes["phone"]
    type_into(qtbot, box, "12")
    assert form.heard == []
    assert box.problem.isVisible()
    assert box.problem.text() == box.edit.accessibleDescription()
    assert box.edit.hasFocus()
    form.show_record(house(head="髙橋 次郎"))
    assert box.edit.text() == "12"
    assert form.boxes["head"].edit.text() == "髙橋 次郎"


def test_escape_brings_back_what_was_kept(form, qtbot):
    box = form.boxes["phone"]
    box.edit.setFocus()
    box.edit.setText("12")
    qtbot.keyClick(box.edit, Qt.Key.Key_Escape)
    assert box.edit.text() == "0263-72-0101"
    assert form.heard == []


def test_kept_entry_is_shown_tidied(form, qtbot):
    type_into(qtbot, form.boxes["phone"], "０２６３ー７２ー０１９９")
    form.show_record(house(phone="0263-72-0199"))
    assert form.boxes["phone"].edit.text() == "0263-72-0199"
    assert not form.is_unfinished()


def test_undo_elsewhere_reaches_the_box(form, qtbot):
    type_into(qtbot, form.boxes["phone"], "0263720199")
    form.show_record(house(phone="0263-72-0199"))
    form.show_record(house())
    assert form.boxes["phone"].edit.text() == "0263-72-0101"
    type_into(qtbot, form.boxes["phone"], "0263720199")
    assert len(form.heard) == 2


def test_unfinished_entry_waits_while_another_is_shown(form, qtbot):
    box = form.boxes["phone"]
    type_into(qtbot, box, "12", Qt.Key.Key_Tab)
    form.show_record(house(2, phone="0263-72-0222"))
    assert box.edit.text() == "0263-72-0222"
    form.show_record(house())
    assert box.edit.text() == "12"
    assert box.understood.isVisible()


def test_birthday_says_how_it_was_understood(form, qtbot):
    box = form.boxes["born"]
    box.edit.setFocus()
    box.edit.setText("s21.4.2")
    assert "昭和21年4月2日" in box.understood.text()
    qtbot.keyClick(box.edit, Qt.Key.Key_Return)
    assert form.heard == [("changed", 1, {"born": "1946-04-02"})]


def test_dated_field_asks_once_since_when(form, qtbot):
    type_into(qtbot, form.boxes["address"], "安曇野市豊科99")
    assert form.heard == []
    assert form.question.isVisible()
    assert form.question.day.hasFocus()
    form.question.day.setText("R8.4.1")
    qtbot.keyClick(form.question.day, Qt.Key.Key_Return)
    qtbot.keyClick(form.question.change, Qt.Key.Key_Return)
    assert form.heard == [("from", 1, {"address": "安曇野市豊科99"}, date(2026, 4, 1))]
    assert form.question.isHidden()


def test_dated_field_can_be_corrected(form, qtbot):
    type_into(qtbot, form.boxes["address"], "安曇野市豊科99")
    qtbot.mouseClick(form.question.correct, Qt.MouseButton.LeftButton)
    assert form.heard == [("corrected", 1, {"address": "安曇野市豊科99"})]


def test_escape_in_the_question_gives_the_change_up(form, qtbot):
    type_into(qtbot, form.boxes["address"], "安曇野市豊科99")
    qtbot.keyClick(form.question.give_up, Qt.Key.Key_Escape)
    assert form.heard == []
    assert form.boxes["address"].edit.text() == "安曇野市豊科1234-5"


def test_open_question_survives_a_reading(form, qtbot):
    type_into(qtbot, form.boxes["address"], "安曇野市豊科99")
    form.show_record(house(phone="0263-72-0177"))
    assert form.boxes["address"].edit.text() == "安曇野市豊科99"
    assert form.boxes["phone"].edit.text() == "0263-72-0177"
    qtbot.mouseClick(form.question.change, Qt.MouseButton.LeftButton)
    assert form.heard == [("from", 1, {"address": "安曇野市豊科99"}, TODAY)]


def test_bad_day_is_explained(form, qtbot):
    type_into(qtbot, form.boxes["address"], "安曇野市豊科99")
    form.question.day.setText("いつか")
    qtbot.mouseClick(form.question.change, Qt.MouseButton.LeftButton)
    assert form.heard == []
    assert form.question.box.problem.isVisible()


def test_what_was_not_known_needs_no_question(form, qtbot):
    form.show_record(house(3, address=""))
    type_into(qtbot, form.boxes["address"], "安曇野市豊科99")
    assert form.heard == [("corrected", 3, {"address": "安曇野市豊科99"})]


def test_new_record_needs_no_question(form, qtbot):
    form.show_record(House(0))
    type_into(qtbot, form.boxes["address"], "安曇野市豊科99")
    assert form.heard == [("changed", 0, {"address": "安曇野市豊科99"})]


def test_typing_a_name_fills_its_reading(form, qtbot):
    form.show_record(House(0))
    head = form.boxes["head"]
    head.edit.setFocus()
    compose(head.edit, ("た", ""), ("たかはし", ""), ("髙橋", ""), ("", "髙橋"), ("", "　"))
    compose(head.edit, ("いちろう", ""), ("一郎", ""), ("", "一郎"))
    assert form.boxes["kana"].edit.text() == "たかはし いちろう"
    qtbot.keyClick(head.edit, Qt.Key.Key_Return)
    assert form.heard == [("changed", 0, {"head": "髙橋　一郎", "kana": "たかはし いちろう"})]
    assert form.boxes["kana"].edit.hasFocus()


def test_reading_written_by_hand_is_left_alone(form):
    head = form.boxes["head"]
    head.edit.setFocus()
    head.edit.selectAll()
    compose(head.edit, ("さとう", ""), ("佐藤", ""), ("", "佐藤"))
    assert form.boxes["kana"].edit.text() == "たかはし いちろう"


def test_postal_code_fills_the_address_in_one_step(form, qtbot):
    form.show_record(House(0))
    type_into(qtbot, form.boxes["postal_code"], "３９９８２０５")
    assert form.boxes["address"].edit.text() == "安曇野市豊科"
    assert form.heard == [("changed", 0, {"postal_code": "399-8205", "address": "安曇野市豊科"})]
    assert form.boxes["address"].edit.hasFocus()
    assert form.boxes["address"].edit.cursorPosition() == len("安曇野市豊科")


def test_postal_code_of_several_towns_offers_them(form, qtbot):
    form.show_record(House(0))
    box = form.boxes["postal_code"]
    box.edit.setFocus()
    box.edit.setText("3998303")
    offered = box._suggested
    assert [each.text() for each in offered] == ["安曇野市穂高", "安曇野市穂高有明"]
    qtbot.keyClick(offered[1], Qt.Key.Key_Return)
    assert form.boxes["address"].edit.text() == "安曇野市穂高有明"


def test_postal_code_never_replaces_an_address(form):
    box = form.boxes["postal_code"]
    box.edit.setFocus()
    box.edit.setText("3998303")
    assert form.boxes["address"].edit.text() == "安曇野市豊科1234-5"


def test_choice_by_typing_a_part_of_it(form, qtbot):
    line = form.boxes["group_id"].editor.box.line
    line.setFocus()
    line.setText("２")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert form.heard == [("changed", 1, {"group_id": 2})]


def test_choice_that_is_not_there_is_explained(form, qtbot):
    line = form.boxes["membership"].editor.box.line
    line.setFocus()
    line.setText("宇宙人")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert form.heard == []
    assert "宇宙人" in form.boxes["membership"].problem.text()


def test_choice_by_the_arrow_keys(form, qtbot):
    box = form.boxes["membership"].editor.box
    box.line.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Down)
    assert form.heard == []
    qtbot.keyClick(box.line, Qt.Key.Key_Return)
    qtbot.mouseClick(form.question.change, Qt.MouseButton.LeftButton)
    assert form.heard == [("from", 1, {"membership": "none"}, TODAY)]


def test_flag_by_the_space_bar(form, qtbot):
    qtbot.keyClick(form.boxes["circular"].edit, Qt.Key.Key_Space)
    assert form.heard == [("changed", 1, {"circular": 1})]


def test_note_keeps_enter_for_itself(form, qtbot):
    note = form.boxes["note"].edit
    note.setFocus()
    qtbot.keyClicks(note, "a")
    qtbot.keyClick(note, Qt.Key.Key_Return)
    qtbot.keyClicks(note, "b")
    assert form.heard == []
    form.boxes["head"].edit.setFocus()
    assert form.heard == [("changed", 1, {"note": "a\nb"})]


def test_every_box_has_a_name_for_the_screen_reader(form):
    for box in form.boxes.values():
        assert box.edit.accessibleName() == box.field.title


def test_what_has_the_focus_is_scrolled_into_sight(form, qtbot):
    flow = Flow()
    flow.setWidget(form)
    qtbot.addWidget(flow)
    flow.resize(560, 240)
    flow.show()
    be_in_front(qtbot, flow)
    form.boxes["head"].edit.setFocus()
    for name in ("kana", "postal_code", "address", "phone", "born"):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
        box = form.boxes[name]
        assert box.edit.hasFocus()
        middle = box.edit.mapTo(flow.viewport(), box.edit.rect().center())
        assert flow.viewport().rect().contains(middle), name
    flow.takeWidget()
