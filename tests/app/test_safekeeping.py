"""Password and recovery code, changed and printed from the settings."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QApplication
from widgets.keyboard import be_in_front, write

from kucho_desktop.app import printing
from kucho_desktop.app.books import create_book, open_book
from kucho_desktop.app.locks.code import Code, note_code_kept
from kucho_desktop.app.rooms import rooms
from kucho_desktop.app.settings import Settings
from kucho_desktop.app.window import Window
from kucho_desktop.association.store import name_association
from kucho_desktop.core.errors import WrongPassword
from kucho_desktop.core.keys import read_slots
from kucho_desktop.widgets.parts import Button

PASSWORD, OTHER = "あずさの山の清い水", "みずうみに舟がひとつ"


@pytest.fixture
def locked(tmp_path):
    """An open book and its recovery code."""
    book, code = create_book(tmp_path / "梓野区.kucho", PASSWORD)
    yield book, code
    book.close()


def printer_into(path):
    made = QPrinter(QPrinter.PrinterMode.HighResolution)
    made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    made.setOutputFileName(str(path))
    return made


@pytest.fixture
def window(qtbot, locked):
    made = Window(locked[0], rooms(), Settings())
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    be_in_front(qtbot, made)
    made.go("settings")
    return made


def press(qtbot, key):
    qtbot.keyClick(QApplication.focusWidget(), key)


def fill_in(qtbot, text):
    write(QApplication.focusWidget(), text)
    press(qtbot, Qt.Key.Key_Return)


def test_the_password_is_changed_by_keyboard(window, qtbot, locked):
    book, _code = locked
    qtbot.keyClick(window.pages["settings"].password, Qt.Key.Key_Return)
    assert window.current == "safekeeping"
    fill_in(qtbot, PASSWORD)
    press(qtbot, Qt.Key.Key_Return)
    fill_in(qtbot, OTHER)
    fill_in(qtbot, OTHER)
    press(qtbot, Qt.Key.Key_Return)
    assert window.current == "settings"
    assert "合言葉を変えました" in window.toast.text.text()
    assert read_slots(book.path).open(OTHER)
    with pytest.raises(WrongPassword):
        read_slots(book.path).open(PASSWORD)


def test_without_the_password_nothing_is_changed(window, qtbot, locked):
    qtbot.keyClick(window.pages["settings"].password, Qt.Key.Key_Return)
    wizard = window.pages["safekeeping"].wizard
    fill_in(qtbot, "ちがう言葉です")
    press(qtbot, Qt.Key.Key_Return)
    assert wizard.step() is wizard.known
    assert "合言葉が違います" in wizard.known.problem.text()
    press(qtbot, Qt.Key.Key_Escape)
    press(qtbot, Qt.Key.Key_Escape)
    assert window.current == "settings"
    assert read_slots(locked[0].path).open(PASSWORD)


def test_nothing_typed_stays_when_the_page_is_left(window, qtbot):
    qtbot.keyClick(window.pages["settings"].password, Qt.Key.Key_Return)
    wizard = window.pages["safekeeping"].wizard
    write(wizard.known.password.line, PASSWORD)
    wizard.on.click()
    write(wizard.locking.first.line, OTHER)
    window.go("home")
    assert wizard.known.key == b""
    assert wizard.locking.first.line.text() == ""
    window.go("safekeeping")
    wizard = window.pages["safekeeping"].wizard
    assert wizard.step() is wizard.known


def test_a_book_open_for_reading_keeps_its_password(qtbot, locked):
    book, _code = locked
    twin = open_book(book.path, PASSWORD, read_only=True)
    window = Window(twin, rooms(), Settings())
    qtbot.addWidget(window)
    window.go("settings")
    assert not window.pages["settings"].password.isEnabled()
    window.close()
    twin.close()


def test_the_code_is_shown_and_tried_only_after_the_password(window, qtbot, locked):
    book, code = locked
    qtbot.keyClick(window.pages["settings"].sheet, Qt.Key.Key_Return)
    wizard = window.pages["safekeeping"].wizard
    assert wizard.code.code() == ""
    fill_in(qtbot, PASSWORD)
    press(qtbot, Qt.Key.Key_Return)
    assert wizard.code.code() == code
    for _time in range(2):
        press(qtbot, Qt.Key.Key_Return)
    groups = code.split("-")
    for number in wizard.tried.numbers:
        fill_in(qtbot, groups[number - 1].lower())
    press(qtbot, Qt.Key.Key_Return)
    assert window.current == "settings"
    assert book.about("code_kept")
    assert wizard.code.code() == ""


def test_the_first_page_reminds_of_the_sheet_until_it_was_tried(window, qtbot, locked):
    book, _code = locked
    window.go("home")
    home = window.pages["home"]
    qtbot.waitUntil(lambda: any("用紙を確かめる" in each.text() for each in buttons(home)))
    note_code_kept(book)
    home.reload()
    qtbot.waitUntil(lambda: not any("用紙を確かめる" in each.text() for each in buttons(home)))


def buttons(page):
    return [each for each in page.findChildren(Button) if each.isVisible()]


@pytest.mark.parametrize("sealed", [False, True])
def test_the_sheets_go_to_the_printer(window, qtbot, locked, sealed, tmp_path, monkeypatch):
    book, code = locked
    name_association(book, name="梓野区")
    place = tmp_path / "code.pdf"
    monkeypatch.setattr(QPrintDialog, "exec", lambda _dialog: QPrintDialog.DialogCode.Accepted)
    monkeypatch.setattr(printing, "new_printer", lambda _title: printer_into(place))
    step = Code()
    qtbot.addWidget(step)
    step.show_code(book, code)
    (step.print_sealed if sealed else step.print_button).click()
    with qtbot.waitSignal(step._run.ended) as ended:
        pass
    assert ended.args == [""]
    assert place.stat().st_size > 10_000
