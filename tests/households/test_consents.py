"""What may be shown: the household's answer, and what the association shows at all."""

from datetime import date

import pytest
from paper.reading import text
from PySide6.QtCore import Qt

from kucho_desktop.app import papers
from kucho_desktop.app.writing_out.table import write_out
from kucho_desktop.association.store import change_association
from kucho_desktop.core.audiences import Audience
from kucho_desktop.core.fields import shown
from kucho_desktop.households import store
from kucho_desktop.households.model import Household

KEY = Qt.Key
EVERYBODY = Audience.EVERY_HOUSEHOLD
DAY = date(2026, 5, 4)
ALL = {"name": True, "address": True, "phone": True, "family": True}


@pytest.fixture
def agreeing(book):
    """A household that has agreed to everything."""
    id_ = store.add_household(book, "髙橋 一郎", address="豊科1-2", phone="0263-72-0001")
    for audience in ("households", "board"):
        store.answer_consent(book, id_, audience, ALL, DAY, "form", "令和8年度 世帯票")
    return book


def test_nothing_is_shown_that_the_association_does_not_show(agreeing):
    change_association(agreeing, "to_households", "name,address")
    (home,) = store.households_on(agreeing)
    assert home.agreed("name", EVERYBODY)
    assert home.agreed("address", EVERYBODY)
    assert not home.agreed("phone", EVERYBODY)
    assert not home.agreed("family", EVERYBODY)
    assert home.answer("phone", "households") == "yes"
    (record,) = shown(Household, [home], EVERYBODY).records
    assert "phone" not in record.texts
    assert "members" not in record.rows


def test_the_answer_of_the_household_counts_where_it_is_narrower(agreeing):
    (home,) = store.households_on(agreeing)
    store.answer_consent(agreeing, home.id, "households", {"phone": False}, DAY, "word")
    (home,) = store.households_on(agreeing)
    assert not home.agreed("phone", EVERYBODY)
    assert home.agreed("address", EVERYBODY)


def test_rosters_and_tables_keep_to_the_limit_also_for_days_gone_by(agreeing, tmp_path):
    change_association(agreeing, "to_households", "name")
    for name in ("roster-members", "group-roster"):
        said = text(papers.make_paper(agreeing, name, audience=EVERYBODY, day=date(2026, 6, 1)))
        assert "髙橋 一郎" in said
        assert "0263-72-0001" not in said
        assert "豊科1-2" not in said
    path = tmp_path / "配布.csv"
    write_out(agreeing, path, audience=EVERYBODY)
    written = path.read_text(encoding="utf-8-sig")
    assert "髙橋 一郎" in written
    assert "0263-72-0001" not in written
    assert "豊科1-2" not in written


def test_a_name_is_not_put_up_where_the_association_puts_up_none(agreeing):
    board = Audience.NOTICE_BOARD
    assert "髙橋 一郎" in text(papers.make_paper(agreeing, "roster-members", audience=board))
    change_association(agreeing, "to_board", "")
    assert "髙橋" not in text(papers.make_paper(agreeing, "roster-members", audience=board))


def test_the_sheet_asks_for_nothing_that_would_not_be_shown(agreeing):
    asked = text(papers.make_paper(agreeing, "household-sheet"))
    assert asked.count("はい") == 5
    change_association(agreeing, "to_households", "name,phone")
    change_association(agreeing, "to_board", "")
    asked = text(papers.make_paper(agreeing, "household-sheet"))
    assert asked.count("はい") == 2
    assert "掲示板" not in asked


def test_an_answer_keeps_its_form(agreeing):
    (home,) = store.households_on(agreeing)
    assert {each.form for each in home.consents} == {"令和8年度 世帯票"}
    store.answer_consent(agreeing, home.id, "households", {"name": True}, date(2026, 9, 1), "word")
    names = [each for each in store.household(agreeing, home.id).consents if each.item == "name"]
    assert {(each.since, each.form) for each in names} == {
        ("2026-05-04", "令和8年度 世帯票"),
        ("2026-09-01", ""),
    }


def test_the_form_is_written_with_the_answer(page, street, qtbot):
    consents = page.sheet.consents
    assert consents.form.text() == ""
    consents.form.setFocus()
    qtbot.keyClicks(consents.form, "R8 sheet")
    qtbot.keyClick(consents.form, KEY.Key_Return)
    assert consents.keep.hasFocus()
    qtbot.keyClick(consents.items["name"], KEY.Key_Space)
    qtbot.keyClick(consents.keep, KEY.Key_Return)
    assert {each.form for each in store.household(street, 1).consents} == {"R8 sheet"}
    assert "R8 sheet" in consents.kept.text()


def test_while_forms_come_back_the_form_is_named_by_itself(page, street):
    store.begin_round(street, "sheet", "令和8年度 世帯票")
    page.go_to_household(2)
    assert page.sheet.consents.form.text() == "令和8年度 世帯票"


def test_what_is_not_shown_is_not_asked(page, street):
    change_association(street, "to_households", "name")
    page.go_to_household(2)
    boxes = page.sheet.consents.items
    assert [code for code, box in boxes.items() if box.isVisible()] == ["name"]
    assert page.who.consent.text.text() == "名簿への掲載の返事がまだありません"


@pytest.mark.parametrize("membership", ["empty", "villa", "none"])
def test_nobody_waits_for_the_answer_of_who_stands_in_no_roster(page, street, membership):
    store.change_household(street, 2, "membership", membership)
    page.go_to_household(2)
    assert not page.who.consent.isVisible()
    assert not page.who.agreed.isVisible()
    store.change_household(street, 2, "membership", "full")
    assert page.who.consent.isVisible()


def test_taking_answers_out_brings_those_before_back(agreeing):
    (home,) = store.households_on(agreeing)
    before = {(each.item, each.audience, each.since, each.until) for each in home.consents}
    day = date(2026, 11, 1)
    store.answer_consent(agreeing, home.id, "households", {"name": False}, day, "form", "次")
    store.forget_answers(agreeing, home.id, "次")
    (home,) = store.households_on(agreeing)
    after = {(each.item, each.audience, each.since, each.until) for each in home.consents}
    assert after == before
