"""A paper is seen before it is printed, and what goes out is noted."""

import errno

import pytest
from app.printed import SLOW, ready, text_of
from PySide6.QtCore import Qt
from PySide6.QtGui import QPageRanges
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QFileDialog

from kucho_desktop.app import print_page
from kucho_desktop.app.print_page import PrintPage
from kucho_desktop.app.printing import PrintRun, new_printer
from kucho_desktop.core import whole_writing
from kucho_desktop.core.audiences import Audience
from kucho_desktop.core.book import Book
from kucho_desktop.core.handouts import all_handouts, next_copy
from kucho_desktop.households.store import add_household
from kucho_desktop.paper.imprint import Printed


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
    page.keep_button.click()
    assert place.read_bytes().startswith(b"%PDF")
    assert "名簿.pdf" in page.said[-1]
    assert next_copy(district, "roster-officers") == 2
    ready(qtbot, page)
    assert page._draft.imprint.copy_numbers == (2,)


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

    def run_full(_number):
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(whole_writing.os, "fsync", run_full)
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
    monkeypatch.setattr(print_page, "new_printer", lambda _title, _name: printer_into(place))
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


def test_what_was_printed_is_noted_and_nothing_else(page, qtbot, district, tmp_path, monkeypatch):
    page.begin("group-roster")
    ready(qtbot, page)
    qtbot.waitUntil(lambda: page.view.pages() == 3)
    place = tmp_path / "printed.pdf"
    monkeypatch.setattr(print_page, "new_printer", lambda _title, _name: printer_into(place))
    monkeypatch.setattr(QPrintDialog, "exec", lambda _self: QPrintDialog.DialogCode.Accepted)
    page.print_button.click()
    page.choose("roster-officers")
    qtbot.waitUntil(lambda: bool(page.said), timeout=SLOW)
    assert [(each.paper, each.copies) for each in all_handouts(district)] == [("group-roster", 3)]
    ready(qtbot, page)


def print_ranges(page, qtbot, place, monkeypatch, ranges: str) -> None:
    def into(_title: str, _name: str) -> QPrinter:
        printer = printer_into(place)
        printer.setPageRanges(QPageRanges.fromString(ranges))
        return printer

    monkeypatch.setattr(print_page, "new_printer", into)
    monkeypatch.setattr(QPrintDialog, "exec", lambda _self: QPrintDialog.DialogCode.Accepted)
    page.said.clear()
    qtbot.keyClick(page.print_button, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(page.said), timeout=SLOW)


@pytest.mark.parametrize(
    ("ranges", "noted"),
    [("2", [(2, 1, 2)]), ("1,3", [(3, 1, 2), (1, 1, 2)]), ("2-3", [(2, 2, 4)]), ("", [(1, 3, 6)])],
)
def test_only_the_copies_that_were_printed_are_noted(
    page, qtbot, district, tmp_path, monkeypatch, ranges, noted
):
    page.begin("group-roster")
    ready(qtbot, page)
    qtbot.waitUntil(lambda: page.view.pages() == 3)
    print_ranges(page, qtbot, tmp_path / "some.pdf", monkeypatch, ranges)
    lines = [(each.first_copy, each.copies, each.households) for each in all_handouts(district)]
    assert lines == noted
    ready(qtbot, page)
    assert page._draft.imprint.copy_numbers[0] == next_copy(district, "group-roster")


def test_one_page_of_several_copies_is_noted_for_its_own_copy(
    page, qtbot, district, tmp_path, monkeypatch
):
    page.begin("group-roster")
    ready(qtbot, page)
    page.choices.copies.setText("2")
    page.choices.copies.onward.emit()
    qtbot.waitUntil(lambda: page.view.pages() == 6, timeout=SLOW)
    print_ranges(page, qtbot, tmp_path / "some.pdf", monkeypatch, "4")
    (line,) = all_handouts(district)
    assert (line.first_copy, line.copies, line.households) == (4, 1, 2)
    on_it = district.tuples("SELECT household FROM handout_household")
    assert sorted(on_it) == [(3,), (4,)]


def test_a_paper_that_is_refused_is_not_followed_by_the_one_before(page, qtbot, district):
    page.begin("change-history")
    assert page.working.isVisible()
    page.choices._options["first"].setText("R9.1.1")
    page.choices._options["first"].onward.emit()
    qtbot.waitUntil(lambda: "はじめの日" in page.warning.text(), timeout=SLOW)
    page._show((page._asked - 1, Printed(b"", 0, (), 0)))
    assert not page.keep_button.isEnabled()
    assert not page.working.isVisible()


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
