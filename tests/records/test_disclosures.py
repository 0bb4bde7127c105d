"""第三者に渡した記録: written down in a form, kept three years."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from widgets.keyboard import write

from kucho_desktop.core.errors import NotAllowed
from kucho_desktop.records.model import Disclosure
from kucho_desktop.records.store import (
    add_disclosure,
    all_disclosures,
    change_disclosure,
    remove_disclosure,
)


def test_one_is_written_down_by_keyboard(page, qtbot, street):
    page.begin("disclosures")
    assert page.disclosures.add.hasFocus()
    qtbot.keyClick(page.disclosures.add, Qt.Key.Key_Return)
    assert all_disclosures(street)[0].given_on == "2026-11-20"
    party = page.disclosures.form.boxes["party"].editor
    party.line.setFocus()
    write(party.line, "安曇野警察署")
    qtbot.keyClick(party.line, Qt.Key.Key_Return)
    assert all_disclosures(street)[0].party == "安曇野警察署"
    assert "令和11年11月20日" in page.disclosures.keep.text()


def test_it_is_undone_as_any_step(street):
    id_ = add_disclosure(street)
    change_disclosure(street, id_, {"party": "安曇野市"})
    assert street.undo_label() == "第三者に渡した記録の相手を直す"
    street.undo()
    assert all_disclosures(street)[0].party == ""


def test_it_is_kept_for_three_years(street):
    id_ = add_disclosure(street, {"given_on": "2023-11-20", "party": "安曇野市"})
    with pytest.raises(NotAllowed, match="3年"):
        remove_disclosure(street, id_)
    change_disclosure(street, id_, {"given_on": "2023-11-19"})
    remove_disclosure(street, id_)
    assert all_disclosures(street) == []


def test_one_that_says_nothing_may_go_at_once(page, street, qtbot):
    page.begin("disclosures")
    page.disclosures.add.click()
    page.disclosures.remove.click()
    assert all_disclosures(street) == []
    assert page.said == ["記録を消しました"]


def test_the_29th_of_february(street):
    assert Disclosure(1, given_on="2024-02-29").keep_until == date(2027, 3, 1)
