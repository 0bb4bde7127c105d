"""A paper is seen before it is printed, and what goes out is noted."""

import errno
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QFileDialog

from kucho_desktop.app import print_page
from kucho_desktop.app.code_sheet import print_code
from kucho_desktop.app.print_page import PrintPage
from kucho_desktop.app.printing import PrintRun, new_printer
from kucho_desktop.association.store import name_association
from kucho_desktop.core.audiences import Audience
from kucho_desktop.core.book import Book
from kucho_desktop.core.handouts import next_copy
from kucho_desktop.households.store import add_household, household_ids
from kucho_desktop.tonarigumi.store import add_tonarigumi
from kucho_desktop.widgets import theme

SLOW = 30_000


@pytest.fixture
def district(book):
    name_association(book, name="梓野区", kana="あずさのく")
    for number in (1, 2, 3):
        group = add_tonarigumi(book, f"第{number}隣組")
        for head in ("髙橋 一郎", "濵田 清"):
            add_household(book, head, tonarigumi_id=group, address="安曇野市豊科1")
    return book


@pytest.fixture
def page(qtbot, district):
    made = PrintPage(district)
    qtbot.addWidget(made)
    made.resize(1100, 640)
    made.show()
    made.said = []
    made.told.connect(made.said.append)
    made.refused.connect(made.said.append)
    return made


def ready(qtbot, page) -> None:
    qtbot.waitUntil(page.print_button.isEnabled, timeout=SLOW)


def text_of(page) -> str:
    document = page.view.document
    return "".join(document.getAllText(n).text() for n in range(document.pageCount()))


def test_chosen_paper_is_shown(page, qtbot):
    page.begin("roster-officers")
    assert not page.print_button.isEnabled()
    ready(qtbot, page)
    assert page.list["roster-officers"].isChecked()
    assert "髙橋 一郎" in text_of(page)
    assert page.view.where.text().startswith("1 / ")


def test_choosing_by_keyboard_and_turning_pages(page, qtbot):
    page.begin("")
    ready(qtbot, page)
    qtbot.keyClick(page.list["group-roster"], Qt.Key.Key_Return)
    ready(qtbot, page)
    qtbot.waitUntil(lambda: page.view.pages() == 3)
    view = page.view
    assert not view.before.isEnabled()
    qtbot.keyClick(view.view, Qt.Key.Key_PageDown)
    qtbot.waitUntil(lambda: view.page() == 1)
    qtbot.keyClick(view.after, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: view.page() == 2)
    assert not view.after.isEnabled()
    qtbot.keyClick(view.view, Qt.Key.Key_PageUp)
    qtbot.waitUntil(lambda: view.page() == 1)


def test_zoom(page, qtbot):
    page.begin("roster-officers")
    ready(qtbot, page)
    view = page.view
    before = view._factor()
    qtbot.keyClick(view.view, Qt.Key.Key_Plus)
    assert view._factor() == pytest.approx(before * 1.2)
    view.smaller.click()
    assert view._factor() == pytest.approx(before)
    qtbot.keyClick(view.view, Qt.Key.Key_0)
    assert view.view.zoomMode() == view.view.ZoomMode.FitInView
    assert view._factor() < before


def test_choices_make_the_paper_anew(page, qtbot):
    page.begin("roster-officers")
    ready(qtbot, page)
    page.choices.day.setFocus()
    page.choices.day.setText("R8.4.1")
    qtbot.keyClick(page.choices.day, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "令和8年4月1日" in text_of(page), timeout=SLOW)
    page.choices.audience.setCurrentIndex(1)
    qtbot.waitUntil(lambda: page._draft.imprint.audience is Audience.CHIEF)
    ready(qtbot, page)
    page.choices.day.setFocus()
    page.choices.day.setText("いつか")
    qtbot.keyClick(page.choices.day, Qt.Key.Key_Return)
    qtbot.waitUntil(page.choices.problem.isVisible)
    assert not page.print_button.isEnabled()


def test_a_change_in_the_book_reaches_the_paper(page, qtbot, district):
    page.begin("roster-officers")
    ready(qtbot, page)
    district.listen(page.changed)
    add_household(district, "等々力 隆")
    ready(qtbot, page)
    qtbot.waitUntil(lambda: "等々力" in text_of(page), timeout=SLOW)


def test_kept_as_pdf_and_noted(page, qtbot, district, tmp_path, monkeypatch):
    page.begin("roster-officers")
    ready(qtbot, page)
    place = tmp_path / "名簿.pdf"
    answer = (str(place), "")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: answer)
    first = next_copy(district, "roster-officers")
    page.keep_button.click()
    assert place.read_bytes().startswith(b"%PDF")
    assert "名簿.pdf" in page.said[-1]
    assert next_copy(district, "roster-officers") == first + 1
    ready(qtbot, page)
    assert page._draft.imprint.copy_numbers == (first + 1,)


def test_a_place_that_cannot_be_written_to_is_said(page, qtbot, district, tmp_path, monkeypatch):
    page.begin("roster-officers")
    ready(qtbot, page)
    answer = (str(tmp_path), "")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: answer)
    page.keep_button.click()
    assert page.said
    assert next_copy(district, "roster-officers") == 1


def test_a_full_disk_leaves_the_older_paper_whole(page, qtbot, district, tmp_path, monkeypatch):
    page.begin("roster-officers")
    ready(qtbot, page)
    place = tmp_path / "名簿.pdf"
    place.write_bytes(b"%PDF of last year")
    answer = (str(place), "")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: answer)

    def run_full(path, pdf):
        with path.open("wb") as file:
            file.write(pdf[:100])
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(Path, "write_bytes", run_full)
    page.keep_button.click()
    assert "名簿.pdf" in page.said[-1]
    assert place.read_bytes() == b"%PDF of last year"
    assert list(tmp_path.glob(".*.new")) == []


def test_a_name_without_an_ending_becomes_a_pdf(page, qtbot, tmp_path, monkeypatch):
    page.begin("group-roster")
    ready(qtbot, page)
    answer = (str(tmp_path / "名簿"), "")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: answer)
    page.keep_button.click()
    assert (tmp_path / "名簿.pdf").exists()


def printer_into(path) -> QPrinter:
    printer = new_printer("名簿")
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    return printer


def test_printed_page_by_page(page, qtbot, district, tmp_path, monkeypatch):
    page.begin("group-roster")
    ready(qtbot, page)
    qtbot.waitUntil(lambda: page.view.pages() == 3)
    place = tmp_path / "printed.pdf"
    monkeypatch.setattr(print_page, "new_printer", lambda _title: printer_into(place))
    monkeypatch.setattr(QPrintDialog, "exec", lambda _self: QPrintDialog.DialogCode.Accepted)
    qtbot.keyClick(page.print_button, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(page.said), timeout=SLOW)
    printed = QPdfDocument()
    printed.load(str(place))
    assert printed.pageCount() == 3
    assert printed.pagePointSize(0).width() == pytest.approx(595, abs=2)
    picture = printed.render(0, printed.pagePointSize(0).toSize())
    colours = {
        picture.pixelColor(x, y).lightness() for x in range(60, 500, 2) for y in (60, 100, 150)
    }
    assert min(colours) < 100
    assert next_copy(district, "group-roster") == 4
    ready(qtbot, page)


def test_printing_can_be_stopped(qtbot, page, tmp_path):
    page.begin("group-roster")
    ready(qtbot, page)
    run = PrintRun(page._printed.pdf, printer_into(tmp_path / "stopped.pdf"))
    with qtbot.waitSignal(run.ended) as told:
        run.start()
        run.stop()
    assert told.args[0]


def test_chosen_pages_only(qtbot, page, tmp_path):
    page.begin("group-roster")
    ready(qtbot, page)
    qtbot.waitUntil(lambda: page.view.pages() == 3)
    printer = printer_into(tmp_path / "one.pdf")
    printer.setFromTo(2, 2)
    run = PrintRun(page._printed.pdf, printer)
    with qtbot.waitSignal(run.ended, timeout=SLOW) as told:
        run.start()
    assert told.args == [""]
    printed = QPdfDocument()
    printed.load(str(tmp_path / "one.pdf"))
    assert printed.pageCount() == 1


def test_a_large_district_is_drawn_in_its_own_process(page, qtbot, monkeypatch):
    monkeypatch.setattr(print_page, "_MANY", 0)
    page.begin("roster-officers")
    assert page.working.isVisible()
    assert page.working.stop_button.isVisible()
    ready(qtbot, page)
    assert "髙橋 一郎" in text_of(page)
    assert not page.working.isVisible()


def test_a_book_for_reading_only_gives_no_personal_paper_out(qtbot, district):
    shown = Book(district.path, bytes(range(32)), read_only=True, today=district.today)
    page = PrintPage(shown)
    qtbot.addWidget(page)
    page.show()
    page.begin("roster-officers")
    qtbot.waitUntil(lambda: "見るだけ" in page.warning.text(), timeout=SLOW)
    assert "髙橋 一郎" in text_of(page)
    assert not page.keep_button.isEnabled()
    assert not page.print_button.isEnabled()
    page.begin("population-report")
    ready(qtbot, page)
    assert page.warning.text() == ""
    assert next_copy(district, "roster-officers") == 1
    shown.close()


def test_the_sheet_with_the_recovery_code(qapp, tmp_path):
    theme.load_fonts()  # a bare system has none of its own
    place = tmp_path / "code.pdf"
    assert print_code(printer_into(place), tmp_path / "梓野区.kucho", "-".join(["ABCD"] * 18))
    printed = QPdfDocument()
    printed.load(str(place))
    text = printed.getAllText(0).text()
    assert text.count("ABCD") == 18
    assert "梓野区.kucho" in text


def test_the_sheet_is_of_the_household_that_one_comes_from(page, qtbot):
    first = household_ids(page._book)[0]
    page.about = {"household": str(first)}
    page.begin("household-sheet")
    ready(qtbot, page)
    assert page.view.document.pageCount() == 1
    assert "髙橋 一郎" in text_of(page)


def test_another_paper_is_reached_from_the_chosen_one(page, qtbot):
    page.activateWindow()
    page.begin("group-plan")
    ready(qtbot, page)
    assert page.focusWidget() is page.list["group-plan"]
    qtbot.keyClick(page.list["group-plan"], Qt.Key.Key_Up)
    assert page.focusWidget() is page.list["group-roster"]
    assert page.list["group-roster"].isChecked()
    ready(qtbot, page)
    assert "隣組名簿" in text_of(page)
