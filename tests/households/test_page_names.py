"""Former names, names people go by, and what is written where a character is missing."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from kucho_desktop.core.audiences import Audience
from kucho_desktop.core.fields import shown
from kucho_desktop.households import store
from kucho_desktop.households.model import Household
from kucho_desktop.paper import glyphs

KEY = Qt.Key
RARE = "\ue000"  # drawn by somebody for himself: in no font


@pytest.fixture(autouse=True)
def bundled_fonts_only(monkeypatch):
    monkeypatch.setattr(glyphs, "_installed_moji_joho", lambda: None)
    glyphs._glyph.cache_clear()
    yield
    glyphs._glyph.cache_clear()


def press(qtbot, button) -> None:
    assert button.isVisible()
    button.setFocus()
    qtbot.keyClick(button, KEY.Key_Return)


def write(qtbot, *texts: str) -> None:
    for text in texts:
        box = QApplication.focusWidget()
        box.insert(text)
        qtbot.keyClick(box, KEY.Key_Return)


def test_further_names_are_written_for_the_person_of_the_row(page, street, qtbot):
    page.list.select(4)
    names = page.sheet.names
    page.sheet.rows.select_cell(1, "name")
    press(qtbot, names.open)
    member = store.household(street, 4).members[1]
    assert names.whose.text() == f"{member.name}の旧姓・通称・代わりの字"
    write(qtbot, "丸山", "", "メアリー", "めありー")
    kept = store.household(street, 4).members[1]
    assert (kept.former_name, kept.known_as, kept.known_as_kana) == ("丸山", "メアリー", "めありー")
    assert "旧姓：丸山" in names.said.text()
    assert store.find_households(street, "丸山") == [4]
    assert store.find_households(street, "めありー") == [4]
    texts = [each.step.text for each in store.history_of(street, 4)]
    assert texts[0] == f"「{member.name}」の旧姓・通称などを直す"
    press(qtbot, names.close_button)
    assert not names.form.isVisible()


def test_papers_for_others_bear_the_name_that_a_person_goes_by(street):
    head = store.household(street, 1).members[0]
    values = {"known_as": "金 花子", "known_as_kana": "かね はなこ", "by_known_as": 1}
    store.change_names(street, head.id, head.name, values)
    home = store.household(street, 1)
    assert home.head == head.name

    def seen(audience):
        return shown(Household, [home], audience).records[0]

    assert seen(Audience.OFFICERS).text("head") == "金 花子"
    assert seen(Audience.OFFICERS).text("kana") == "かね はなこ"
    assert seen(Audience.OFFICERS).rows["members"][0].text("name") == "金 花子"
    assert seen(Audience.CITY).text("head") == head.name
    assert seen(Audience.CHIEF).text("head") == head.name


def test_a_character_that_no_font_has_is_said_and_a_substitute_offered(page, street, qtbot):
    names = page.sheet.names
    assert not names.missing.isVisible()
    store.change_household(street, 1, "head", f"{RARE}田 一郎")
    assert RARE in names.missing.text.text()
    assert not names.write.isVisible()
    store.change_household(street, 1, "head", "葛\U000e01ef城 一郎")
    assert names.write.text() == "「葛城 一郎」と書く"
    press(qtbot, names.write)
    assert store.household(street, 1).members[0].drawn_as == "葛城 一郎"
    assert not names.missing.isVisible()
    assert store.substitutes(street) == {"葛\U000e01ef城 一郎": "葛城 一郎"}


def test_tab_goes_through_the_further_names_as_one_reads(page, street, qtbot):
    names, rows = page.sheet.names, page.sheet.rows
    rows.select_cell(0, "name")
    press(qtbot, names.open)
    rows.remove.setFocus()
    seen = []
    for _tab in range(9):
        qtbot.keyClick(QApplication.focusWidget(), KEY.Key_Tab)
        seen.append(QApplication.focusWidget())
    edits = [box.edit for box in names.form.boxes.values()]
    assert seen[:8] == [page.sheet.wide, names.open, *edits, names.close_button]
    assert page.form.isAncestorOf(seen[8])
