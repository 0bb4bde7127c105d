"""A new day begins while a work on many households is open."""

from datetime import date

import pytest

from kucho_desktop.households import store

TOMORROW = date(2026, 11, 21)


@pytest.fixture
def midnight(street):
    """The first household is gone tomorrow, and tomorrow comes."""
    store.household_leaves(street, 1, TOMORROW)

    def come() -> None:
        street._today = TOMORROW
        street.see_new_day()

    return come


def test_a_list_of_today_is_one_of_the_new_day(page, street, midnight):
    page.begin("work:many")
    many = page.desk.work
    many.show_part("change")
    assert many.list.found.rowCount() == 9
    midnight()
    assert many.list.found.rowCount() == 8
    assert many.whom.day.text() == "令和8年11月21日(土)"
    assert many.change.cannot.isHidden()
    assert many.paper_about()["day"] == "2026-11-21"


def test_a_list_of_another_day_stays_so(page, midnight):
    page.begin("work:many")
    many = page.desk.work
    many.whom.day.setText("R8.4.1")
    many.whom.day.left.emit()
    many.whom.day.setText("R8.5.")
    midnight()
    assert many.list.found.rowCount() == 9
    assert many.paper_about()["day"] == "2026-04-01"
    assert many.whom.day.text() == "R8.5."


def test_the_figures_of_today_are_those_of_the_new_day(page, midnight):
    page.begin("work:numbers")
    numbers = page.desk.work
    midnight()
    assert numbers.day.text() == "令和8年11月21日(土)"
    assert numbers.paper_about() == {"day": "2026-11-21"}
    table = numbers.facts.table
    assert "人の住む世帯 8" in [table.text_at(row) for row in range(table.rows())]


def test_a_day_being_typed_for_the_figures_stays(page, midnight):
    page.begin("work:numbers")
    numbers = page.desk.work
    numbers.day.setText("R8.5.")
    midnight()
    assert numbers.day.text() == "R8.5."


def test_who_is_gone_by_then_is_no_double_any_more(page, street, midnight):
    home = store.household(street, 1)
    store.add_household(street, home.head, kana=home.kana, address=home.address, phone=home.phone)
    page.begin("work:doubles")
    doubles = page.desk.work
    before = doubles.list.model().rowCount()
    midnight()
    assert doubles.list.model().rowCount() == before - 1
    assert "髙橋 一郎" not in doubles.list.model().stringList()[0]


def test_who_is_gone_by_then_is_not_asked_for_a_sheet_any_more(page, street, midnight):
    store.begin_round(street, "sheet", "令和8年度 世帯票", "2026-11-20")
    page.begin("work:sheet_round")
    overview = page.desk.work.overview
    assert overview.late.isHidden()
    midnight()
    assert overview.said.text() == "7世帯中 0世帯が戻りました"
    assert "7世帯がまだ戻っていません" in overview.late.text.text()
