"""A page reads the book when it must, and only then."""

import pytest
from PySide6.QtCore import Qt

from kucho_desktop.widgets.parts import button
from kucho_desktop.widgets.question import Question
from kucho_desktop.widgets.room_page import RoomPage
from kucho_desktop.widgets.toast import Toast
from kucho_desktop.widgets.wizard import Wizard, WizardStep


class Page(RoomPage):
    tables = frozenset({"household"})

    def __init__(self) -> None:
        super().__init__("世帯")
        self.readings = 0

    def reload(self) -> None:
        self.readings += 1


@pytest.fixture
def page(qtbot):
    made = Page()
    qtbot.addWidget(made)
    return made


def test_reads_when_seen_and_changed(page, qtbot):
    assert page.readings == 0
    page.show()
    assert page.readings == 1
    page.changed({"household": frozenset({1})})
    assert page.readings == 2
    page.changed({"tonarigumi": frozenset({1})})
    assert page.readings == 2
    page.hide()
    page.changed({"household": frozenset({1})})
    page.changed({"household": frozenset({2})})
    assert page.readings == 2
    page.show()
    assert page.readings == 3
    page.hide()
    page.show()
    assert page.readings == 3


def test_empty_is_a_sentence_and_a_button(page, qtbot):
    page.show()
    pressed = []
    read = button("表を読み込む", lambda: pressed.append(1))
    page.show_empty("まだ世帯がありません。", read)
    assert read.isVisible()
    read.setFocus()
    qtbot.keyClick(read, Qt.Key.Key_Return)
    assert pressed == [1]
    page.show_body()
    assert not page.is_empty()


def test_the_strip_undoes_and_goes(page, qtbot):
    page.resize(800, 600)
    page.show()
    toast = Toast(page)
    toast.say("電話番号を変更しました")
    assert toast.isVisible()
    assert toast.geometry().bottom() < 600
    with qtbot.waitSignal(toast.undo):
        qtbot.keyClick(toast.undo_button, Qt.Key.Key_Return)
    assert toast.isHidden()
    toast.say("電話番号を変更しました")
    toast._clock.timeout.emit()
    assert toast.isHidden()
    toast.warn("番号が足りません。")
    assert not toast.undo_button.isVisible()
    assert not toast._clock.isActive()


def test_a_question_says_what_its_buttons_do(qtbot):
    question = Question(None, "世帯を消す", "元に戻せます。", ["消す"], destroys=True)
    qtbot.addWidget(question)
    question.show()
    qtbot.keyClick(question, Qt.Key.Key_Escape)
    assert question.answer == ""
    question.show()
    qtbot.keyClick(question.buttons[0], Qt.Key.Key_Return)
    assert question.answer == "消す"


class Count(WizardStep):
    def __init__(self, title: str) -> None:
        super().__init__()
        self.title = title
        self.ready = False

    def may_go_on(self) -> bool:
        return self.ready


def test_a_wizard_goes_on_when_it_may(qtbot):
    steps = [Count("一"), Count("二")]
    wizard = Wizard("読み込み", steps)
    qtbot.addWidget(wizard)
    wizard.show()
    wizard.start()
    assert not wizard.on.isEnabled()
    assert not wizard.back.isVisible()
    steps[0].ready = True
    steps[0].changed.emit()
    qtbot.keyClick(wizard.on, Qt.Key.Key_Return)
    assert "二" in wizard.where.text()
    qtbot.keyClick(wizard.back, Qt.Key.Key_Return)
    assert "一" in wizard.where.text()
    qtbot.keyClick(wizard.on, Qt.Key.Key_Return)
    steps[1].ready = True
    steps[1].changed.emit()
    with qtbot.waitSignal(wizard.finished):
        qtbot.keyClick(wizard.on, Qt.Key.Key_Return)
