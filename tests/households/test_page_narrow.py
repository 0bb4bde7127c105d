"""Typing in the narrow line: what waits for it, and what does not."""

from PySide6.QtCore import Qt

from kucho_desktop.core import search
from kucho_desktop.households import store
from kucho_desktop.households.page.list import listing

KEY = Qt.Key


def heads(page) -> list[str]:
    table = page.list.table
    return [table.record_at(row).head for row in range(table.rowCount())]


def test_the_sheet_follows_when_the_typing_rests(page, qtbot):
    page.listing.narrow.setFocus()
    before = page.who.name.text()
    page.listing.narrow.insert("0263720008")
    assert heads(page) == ["髙橋 さくら"]
    assert page.who.name.text() == before != "髙橋 さくら"
    qtbot.waitUntil(lambda: page.who.name.text() == "髙橋 さくら")


def test_whoever_goes_on_from_the_narrow_line_does_not_wait(page, qtbot):
    page.listing.narrow.setFocus()
    page.listing.narrow.insert("0263720008")
    qtbot.keyClick(page.listing.narrow, KEY.Key_Return)
    assert page.who.name.text() == "髙橋 さくら"
    page.listing.narrow.setFocus()
    page.listing.narrow.setText("0263720007")
    page.finish()
    assert page.who.name.text() == store.household(page._book, 8).head


def test_a_very_long_list_shows_a_screenful_and_then_the_rest(page, qtbot, monkeypatch):
    monkeypatch.setattr(listing, "_AT_ONCE", 3)
    monkeypatch.setattr(listing, "_SCREENFUL", 2)
    monkeypatch.setattr(search, "_AT_ONCE", 3)
    page.list.select(9)
    page.listing.narrow.insert("026372")
    assert page.list.table.rowCount() == 2
    qtbot.waitUntil(lambda: page.list.table.rowCount() == 9)
    assert page.listing.count.text() == "9世帯"
    assert page.list.selected_id() == 9
    page.listing.narrow.setText("02637")
    assert page.list.table.rowCount() == 2
    page.listing.focus_list()
    assert page.list.table.rowCount() == 9
    page.listing.narrow.setText("026")
    assert page.listing.go_to(9)
    assert page.who.name.text() == store.household(page._book, 9).head
