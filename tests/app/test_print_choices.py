"""Going among the papers, and what is chosen about each."""

from app.printed import ready, text_of
from PySide6.QtCore import Qt

from kucho_desktop.households.store import household_ids


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


def test_what_is_chosen_stands_right_under_its_paper(page, qtbot):
    page.begin("household-list")
    ready(qtbot, page)
    paper, first = page.list["household-list"], page.choices.audience
    qtbot.waitUntil(lambda: not first.visibleRegion().isEmpty())
    assert not paper.visibleRegion().isEmpty()
    for part in page.choices.parts():
        qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Tab)
        assert part.hasFocus()
