"""Photos and papers on the sheet of a household: from the keyboard, by dropping, in the history."""

from pathlib import Path

import pytest
from core.test_attachments import paper, photo
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog

from kucho_desktop.core.attachments import content_of
from kucho_desktop.core.pictures import LONGEST
from kucho_desktop.households import store
from kucho_desktop.households.page.sheet import attached as attached_part
from kucho_desktop.widgets import task
from kucho_desktop.widgets.task import wait_for_tasks

KEY = Qt.Key


@pytest.fixture
def choose(tmp_path, monkeypatch):
    """Lets the system's dialog give a file of this name and content."""

    def prepare(name: str, content: bytes) -> Path:
        path = tmp_path / name
        path.write_bytes(content)

        def answer(*_asked: object) -> tuple[str, str]:
            return str(path), ""

        monkeypatch.setattr(QFileDialog, "getOpenFileName", answer)
        return path

    return prepare


def wait_for_reading(qtbot) -> None:
    """The file is looked at away from the window."""
    wait_for_tasks()
    qtbot.wait_until(nothing_runs)


def nothing_runs() -> bool:
    return not task._running


def choose_file(qtbot, part) -> None:
    press(qtbot, part.add)
    wait_for_reading(qtbot)


def press(qtbot, button) -> None:
    assert button.isVisible()
    button.setFocus()
    qtbot.keyClick(button, KEY.Key_Return)


def type_in(qtbot, text: str, key=KEY.Key_Return) -> None:
    box = QApplication.focusWidget()
    box.selectAll()
    qtbot.keyClick(box, KEY.Key_Delete)
    box.insert(text)
    qtbot.keyClick(box, key)


def test_a_photo_is_added_seen_named_anew_and_taken_off(page, street, qtbot, choose):
    page.list.select(4)
    part = page.sheet.attached
    choose("IMG_0012.jpg", photo())
    choose_file(qtbot, part)
    type_in(qtbot, "もどった世帯票")
    assert QApplication.focusWidget().text() == "令和8年4月1日(水)"
    type_in(qtbot, "R8.5.10")
    box = QApplication.focusWidget()
    box.setEditText("和子")
    qtbot.keyClick(box.line, KEY.Key_Return)
    press(qtbot, part.keep)
    assert page.said == ["「渡邉\U000e0101 和子」に「もどった世帯票」を添える"]
    (one,) = store.attachments_with(street, 4)
    assert (one.title, one.taken_on, one.kind) == ("もどった世帯票", "2026-05-10", "jpeg")
    assert one.member_id is not None
    row = part.rows[0]
    press(qtbot, row.view)
    assert page.viewing.title.text() == "もどった世帯票"
    assert page.viewing.picture.isVisible()
    assert not page.side.flow.isVisible()
    qtbot.keyClick(page.viewing.picture.desk, KEY.Key_Escape)
    assert page.side.flow.isVisible()
    assert QApplication.focusWidget() is row.view
    press(qtbot, row.edit)
    type_in(qtbot, "世帯票の控え")
    press(qtbot, part.keep)
    assert store.attachments_with(street, 4)[0].title == "世帯票の控え"
    press(qtbot, part.rows[0].remove)
    assert store.attachments_with(street, 4) == []
    assert part.rows == []
    street.undo()
    assert part.rows[0].view.accessibleName() == "見る：世帯票の控え"


def test_nothing_is_kept_when_one_thinks_better_of_it(page, street, qtbot, choose):
    part = page.sheet.attached
    choose("犬.png", photo(80, 60, "PNG"))
    choose_file(qtbot, part)
    assert part.form.isVisible()
    qtbot.keyClick(QApplication.focusWidget(), KEY.Key_Escape)
    assert not part.form.isVisible()
    assert QApplication.focusWidget() is part.add
    assert store.attachments_with(street, 1) == []


def test_what_cannot_be_kept_is_said_at_its_place(page, street, qtbot, choose):
    part = page.sheet.attached
    choose("名簿.xlsx", b"PK\x03\x04")
    choose_file(qtbot, part)
    assert "写真（JPEG・PNG）とPDF" in part.problem.text()
    assert part.problem.isVisible()
    assert not part.form.isVisible()
    path = choose("消えた.jpg", b"")
    path.unlink()
    choose_file(qtbot, part)
    assert "消えた.jpg" in part.problem.text()


def test_a_pdf_is_seen_page_by_page_and_nothing_lies_on_the_disk(
    page, street, qtbot, choose, tmp_path, own_home
):
    part = page.sheet.attached
    choose("規約.pdf", paper()).read_bytes()
    choose_file(qtbot, part)
    press(qtbot, part.keep)
    before = {*tmp_path.rglob("*"), *own_home.rglob("*")}
    press(qtbot, part.rows[0].view)
    viewing = page.viewing
    assert viewing.paper.isVisible()
    assert viewing.paper.pages() == 2
    assert not viewing.picture.isVisible()
    qtbot.keyClick(viewing.paper.view, KEY.Key_PageDown)
    assert viewing.paper.page() == 1
    assert {*tmp_path.rglob("*"), *own_home.rglob("*")} == before
    press(qtbot, viewing.back)
    assert viewing.paper.pages() == 0


def test_a_photo_is_zoomed_from_the_keyboard(page, street, qtbot, choose):
    choose("家.jpg", photo())
    choose_file(qtbot, page.sheet.attached)
    press(qtbot, page.sheet.attached.keep)
    press(qtbot, page.sheet.attached.rows[0].view)
    view = page.viewing.picture
    whole = view.shown_size()
    assert whole.height() <= view.desk.height()
    qtbot.keyClick(view.desk, KEY.Key_Plus)
    assert view.shown_size().height() > whole.height()
    for _time in range(20):
        qtbot.keyClick(view.desk, KEY.Key_Plus)
    assert view.shown_size().height() <= 4 * LONGEST
    qtbot.keyClick(view.desk, KEY.Key_0)
    assert view.shown_size() == whole
    qtbot.keyClick(view.desk, KEY.Key_Minus)
    assert view.shown_size() == whole


def test_whoever_goes_to_another_household_sees_its_sheet(page, street, qtbot, choose):
    choose("家.jpg", photo(60, 40))
    choose_file(qtbot, page.sheet.attached)
    press(qtbot, page.sheet.attached.keep)
    press(qtbot, page.sheet.attached.rows[0].view)
    page.list.select(2)
    assert page.side.flow.isVisible()
    assert page.sheet.attached.rows == []


def test_a_file_is_dropped_on_the_sheet_even_over_a_box(page, street, qtbot, tmp_path):
    path = tmp_path / "門.jpg"
    path.write_bytes(photo(60, 40))
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    event = QDropEvent(QPointF(10, 10), Qt.DropAction.CopyAction, mime, left, none)
    part = page.sheet.attached
    assert part.eventFilter(page.sheet, event)
    wait_for_reading(qtbot)
    assert part.form.isVisible()
    assert part.form.boxes["title"].editor.typed() == "門"
    press(qtbot, part.keep)
    (one,) = store.attachments_with(street, 1)
    assert content_of(street, one.digest)


def test_an_event_of_the_history_has_its_paper(page, street, qtbot, choose):
    store.change_household(street, 1, "phone", "0263-72-9999")
    step = store.history_of(street, 1)[0].step.id
    choose("届.pdf", paper(1))
    press(qtbot, page.history)
    page.past.attaches.emit(step)
    wait_for_reading(qtbot)
    assert store.attachments_with(street, 1)[0].step == step
    seen = [
        each
        for each in page.past.findChildren(type(page.history))
        if each.text() == "「届」を見る" and each.isVisible()
    ]
    press(qtbot, seen[0])
    assert page.viewing.paper.isVisible()
    qtbot.keyClick(page.viewing.paper.view, KEY.Key_Escape)
    assert page.past.isVisible()


def test_what_the_pictures_take_is_said_when_it_is_much(page, street, qtbot, choose, monkeypatch):
    part = page.sheet.attached
    assert "引きずって" in part.said.text()
    choose("家.jpg", photo(600, 400))
    monkeypatch.setattr(attached_part, "_MUCH", 100)
    choose_file(qtbot, part)
    press(qtbot, part.keep)
    assert "MB" in part.said.text()
