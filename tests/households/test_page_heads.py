"""Who is the head after the head has died, in the small form and by the keyboard."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from kucho_desktop.households import store


def press(qtbot, times: int = 1) -> None:
    for _time in range(times):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)


def died(page, qtbot, id_: int, name: str) -> None:
    """Open the form of a death and write who has died."""
    page.list.select(id_)
    page.happens.setFocus()
    press(qtbot, 2)
    QApplication.focusWidget().line.setText(name)
    press(qtbot)


def test_only_the_other_one_of_two_can_be_the_next_head(page, street, qtbot):
    couple = next(each for each in store.households_on(street) if len(each.members) == 2)
    head = next(each for each in couple.members if each.is_head)
    other = next(each for each in couple.members if not each.is_head)
    died(page, qtbot, couple.id, head.name)
    assert page.happened.told.next_head_id == other.id
    press(qtbot, 2)
    assert page.happened.write.hasFocus()
    assert other.name in page.happened.sentence.text()


def test_what_is_still_missing_is_said_where_the_head_has_died(page, qtbot):
    died(page, qtbot, 4, "さくら")
    assert page.happened.hint.text() == "次の世帯主を選んでください。"
