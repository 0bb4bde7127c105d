"""The box for a password."""

from PySide6.QtWidgets import QApplication

from kucho_desktop.app.locks.line import PasswordLine


def test_no_part_of_it_is_ever_a_window_of_its_own(qtbot):
    made = PasswordLine(), PasswordLine(with_check=False)
    for each in made:
        qtbot.addWidget(each)
    assert not [each for each in QApplication.topLevelWidgets() if each.isVisible()]
    assert not made[0].check.isHidden()
    assert made[1].check.isHidden()
