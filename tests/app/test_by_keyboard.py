"""A day at the desk with the keys alone: nothing is pressed, called or focused for the user."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from widgets.keyboard import be_in_front, write

from kucho_desktop.app import practising, print_page
from kucho_desktop.app.books import create_book
from kucho_desktop.app.desk import Desk
from kucho_desktop.app.printing import new_printer
from kucho_desktop.association.store import name_association
from kucho_desktop.core.handouts import next_copy
from kucho_desktop.households import store
from kucho_desktop.tonarigumi.store import add_tonarigumi
from kucho_desktop.widgets import theme
from kucho_desktop.widgets.parts import Button

KEY = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
PASSWORD = "あずさの山の清い水"
SLOW = 30_000


@pytest.fixture
def desk(qapp, tmp_path, monkeypatch):
    """The window over a small district, as it opens."""
    book, _code = create_book(tmp_path / "梓野区.kucho", PASSWORD, today=date(2026, 11, 20))
    name_association(book, name="梓野区", kana="あずさのく", chief="髙橋 一郎")
    for number in (1, 2, 3):
        group = add_tonarigumi(book, f"第{number}隣組")
        for head in ("髙橋 一郎", "濵田 清"):
            store.add_household(book, head, tonarigumi_id=group, address="安曇野市豊科1")
    book.close()
    monkeypatch.setenv("KUCHO_PASSWORD", PASSWORD)
    made = Desk(qapp)
    made.start(book.path)
    yield made
    put_away(made)
    theme.put_on(qapp, "calm", 12)


def put_away(desk: Desk) -> None:
    """Wholly: a window that is still going would take the keys from the next test's."""
    for shown in (desk.window, desk.entrance):
        if shown is not None:
            shown.close()
            shown.deleteLater()
    desk.end()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    QCoreApplication.processEvents()


@pytest.fixture
def press(qtbot) -> Callable[..., None]:
    """Press keys where the focus is, as a keyboard does."""

    def press_there(*keys: Qt.Key, held: Qt.KeyboardModifier | None = None) -> None:
        for key in keys:
            place = QApplication.focusWidget()
            assert place is not None, "nothing has the keys"
            qtbot.keyClick(place, key, held or Qt.KeyboardModifier.NoModifier)

    return press_there


@pytest.fixture
def walk_to(press) -> Callable[..., None]:
    """Press Tab until this has the focus."""

    def walk(wanted: QWidget, key: Qt.Key = KEY.Key_Tab) -> None:
        for _step in range(120):
            if QApplication.focusWidget() is wanted:
                return
            press(key)
        raise AssertionError(f"Tab never comes to {wanted.accessibleName() or wanted}")

    return walk


@pytest.fixture
def window(qtbot, desk):
    be_in_front(qtbot, desk.window)
    return desk.window


def named(page: QWidget, text: str) -> Button:
    (found,) = [each for each in page.findChildren(Button) if text in each.text()]
    return found


# ---- a paper ----


@pytest.fixture
def rosters(qtbot, window, press, walk_to):
    """The page of all papers, on 隣組名簿."""
    press(KEY.Key_P, held=CTRL)
    page = window.pages["print"]
    walk_to(page.list["group-roster"], KEY.Key_Down)
    qtbot.waitUntil(lambda: page.view.pages() == 3 and page.print_button.isEnabled(), timeout=SLOW)
    return page


def test_a_paper_is_looked_at_page_by_page(rosters, press, walk_to):
    view = rosters.view
    walk_to(view.view)
    for key, page in ((KEY.Key_PageDown, 1), (KEY.Key_PageDown, 2), (KEY.Key_PageUp, 1)):
        press(key)
        assert view.page() == page
    press(KEY.Key_0)
    whole = view._factor()
    press(KEY.Key_Plus, KEY.Key_Plus)
    assert view._factor() > whole * 1.4
    press(KEY.Key_Minus)
    assert view._factor() < whole * 1.3
    walk_to(view.after)
    press(KEY.Key_Return)
    assert view.where.text().startswith("3 / 3")
    assert view.after.hasFocus(), "the last page takes the keys away"
    press(KEY.Key_Return)
    assert view.page() == 2
    walk_to(view.before, KEY.Key_Backtab)
    press(KEY.Key_Return, KEY.Key_Return)
    assert view.page() == 0
    assert view.before.hasFocus()
    walk_to(view.whole)
    press(KEY.Key_Space)
    assert view.view.zoomMode() == view.view.ZoomMode.FitInView


def test_a_paper_is_kept_as_pdf(qtbot, rosters, desk, press, walk_to, tmp_path, monkeypatch):
    monkeypatch.setattr(
        QFileDialog, "getSaveFileName", lambda *_asked: (str(tmp_path / "名簿"), "")
    )
    walk_to(rosters.keep_button)
    press(KEY.Key_Return)
    assert (tmp_path / "名簿.pdf").exists()
    assert next_copy(desk.book, "group-roster") == 4
    assert "名簿.pdf" in desk.window.toast.text.text()
    assert rosters.keep_button.hasFocus(), "the next paper takes the keys away"
    qtbot.waitUntil(lambda: rosters._printed is not None, timeout=SLOW)


def test_a_paper_is_printed(qtbot, rosters, desk, press, walk_to, tmp_path, monkeypatch):
    def into_file(title: str, name: str) -> QPrinter:
        printer = new_printer(title)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(tmp_path / "printed.pdf"))
        return printer

    monkeypatch.setattr(print_page, "new_printer", into_file)
    monkeypatch.setattr(QPrintDialog, "exec", lambda _self: QPrintDialog.DialogCode.Accepted)
    walk_to(rosters.print_button)
    press(KEY.Key_Return)
    qtbot.waitUntil(lambda: next_copy(desk.book, "group-roster") == 4, timeout=SLOW)
    printed = QPdfDocument()
    printed.load(str(tmp_path / "printed.pdf"))
    assert printed.pageCount() == 3
    assert rosters.print_button.hasFocus()
    qtbot.waitUntil(lambda: rosters._printed is not None, timeout=SLOW)


# ---- a household ----


@pytest.fixture
def households(window, press):
    press(KEY.Key_2, held=CTRL)
    return window.pages["households"]


def test_a_membership_from_a_day_on(desk, households, press, walk_to):
    press(KEY.Key_Down, KEY.Key_Return)
    box = households.form.boxes["membership"]
    walk_to(box.edit)
    write(QApplication.focusWidget(), "休会")
    press(KEY.Key_Return)
    question = households.form.question
    assert QApplication.focusWidget() is question.day
    write(question.day, "Ｒ８．４．１")
    press(KEY.Key_Return)
    assert QApplication.focusWidget() is question.change
    press(KEY.Key_Return)
    assert store.household(desk.book, 2).membership == "paused"
    assert store.household(desk.book, 2, date(2026, 3, 31)).membership == "full"
    assert households.isAncestorOf(QApplication.focusWidget())


def test_a_birthday_as_people_say_it(desk, households, press, walk_to):
    rows = households.sheet.rows
    press(KEY.Key_Return)
    walk_to(rows.view)
    for _step in range(9):
        if rows.view.currentIndex().column() == rows.model.column_of("born"):
            break
        press(KEY.Key_Right)
    press(KEY.Key_Return)
    write(QApplication.focusWidget(), "昭21 4 2")
    press(KEY.Key_Return)
    assert store.household(desk.book, 1).members[0].born == "1946-04-02"
    assert rows.isAncestorOf(QApplication.focusWidget())


def test_the_history_is_opened_and_closed(households, press, walk_to):
    walk_to(households.history)
    press(KEY.Key_Return)
    assert households.past.isVisible()
    press(KEY.Key_Return)
    assert households.sheet.isVisible()
    assert QApplication.focusWidget() is households.history
    press(KEY.Key_Return, KEY.Key_Escape)
    assert QApplication.focusWidget() is households.history


# ---- how it looks, and practice ----


def test_another_type_size_and_another_contrast(qtbot, desk, window, press, walk_to):
    walk_to(window.side.below["settings"])
    press(KEY.Key_Return)
    press(KEY.Key_Right, KEY.Key_Return)
    qtbot.waitUntil(lambda: desk.window is not window)
    assert theme.now().points == 14
    second = desk.window
    be_in_front(qtbot, second)
    assert QApplication.focusWidget() is second.pages["settings"].sizes.buttons()[1]
    walk_to(second.pages["settings"].colours.buttons()[0])
    press(KEY.Key_Right, KEY.Key_Return)
    qtbot.waitUntil(lambda: desk.window is not second)
    assert desk.settings.palette == "contrast"
    be_in_front(qtbot, desk.window)
    assert QApplication.focusWidget() is desk.window.pages["settings"].colours.buttons()[1]


def test_practice_is_begun_and_thrown_away(qtbot, qapp, press, walk_to, monkeypatch):
    written = []

    def write_small(path, password):
        written.append(path)
        create_book(path, password, practice=True)[0].close()

    monkeypatch.setattr(practising, "write_practice_book", write_small)
    desk = Desk(qapp)
    desk.start(None)
    be_in_front(qtbot, desk.entrance)
    walk_to(desk.entrance.practice)
    press(KEY.Key_Return)
    qtbot.waitUntil(lambda: desk.window is not None)
    first = desk.window
    be_in_front(qtbot, first)
    walk_to(first.side.below["settings"])
    press(KEY.Key_Return)
    walk_to(named(first.pages["settings"], "練習"))

    def answer() -> None:
        question = QApplication.activeModalWidget()
        try:
            be_in_front(qtbot, question)
            assert QApplication.focusWidget() is question.leave, "Enter must not destroy anything"
            walk_to(question.buttons[0], KEY.Key_Backtab)
            press(KEY.Key_Return)
        finally:
            question.reject() if question.isVisible() else None

    QTimer.singleShot(0, answer)
    press(KEY.Key_Return)
    qtbot.waitUntil(lambda: len(written) == 2)
    qtbot.waitUntil(lambda: desk.window is not None and desk.window is not first)
    assert desk.window.current == "home"
    put_away(desk)
