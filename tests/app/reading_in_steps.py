"""Walking through the wizard that reads a table in, as a user would."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from kucho_desktop.app.reading_in.wizard import ReadInWizard

SAMPLES = Path(__file__).parents[1] / "exchange" / "samples"


def press(qtbot, key: Qt.Key) -> None:
    box = QApplication.focusWidget()
    assert box is not None
    qtbot.keyClick(box, key)


def choose(qtbot, wizard: ReadInWizard, monkeypatch, path: Path) -> None:
    """Press the button that has the focus; the system's dialog answers with a file."""
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_asked: (str(path), ""))
    press(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not wizard.intake.working_on)


def opened(qtbot, wizard: ReadInWizard, path: Path) -> None:
    wizard.open(path)
    qtbot.waitUntil(lambda: not wizard.intake.working_on)


def at_the_end(qtbot, wizard: ReadInWizard, path: Path) -> None:
    opened(qtbot, wizard, path)
    wizard.wizard.on.click()
    wizard.wizard.on.click()
    assert wizard.wizard.step() is wizard.result


def finish(qtbot, wizard: ReadInWizard) -> str:
    with qtbot.waitSignal(wizard.finished) as told:
        wizard.wizard.on.click()
    return str(told.args[0])


def shown_texts(widget: QWidget) -> str:
    labels = [
        each for each in widget.findChildren(QWidget) if callable(getattr(each, "text", None))
    ]
    return "\n".join(str(each.text()) for each in labels if each.isVisible())
