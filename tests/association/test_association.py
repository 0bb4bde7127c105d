"""区の姿: its name and words, its year, its purposes and history."""

from datetime import date

import pytest

from kucho_desktop.app.books import create_book, open_book
from kucho_desktop.association import store
from kucho_desktop.association.model import Area, Happening
from kucho_desktop.core.errors import WrongPassword
from kucho_desktop.core.fields import field_named
from kucho_desktop.households.model import Household


def test_a_new_book_has_the_usual_words(book):
    association = store.the_association(book)
    assert association.name == ""
    assert (association.group_word, association.leader_word) == ("隣組", "隣組長")
    assert association.month == 4


def test_the_year_of_office_may_begin_in_january_from_some_day_on(book):
    store.change_association_from(book, "month", 1, date(2027, 1, 1))
    assert store.fiscal_year(book, date(2025, 11, 20)).title == "令和7年度"
    assert store.fiscal_year(book, date(2027, 5, 1)).title == "令和9年"
    transition = store.fiscal_year(book, date(2026, 12, 31))
    assert transition.last == date(2026, 12, 31)


def test_a_purpose_keeps_its_versions(book):
    store.name_association(book, name="梓野区")
    before = store.the_association(book).form_purpose
    assert "梓野区" in before
    store.change_association_from(book, "form_purpose", "新しい利用目的。", date(2026, 4, 1))
    assert store.the_association(book, date(2026, 3, 31)).form_purpose == before
    assert store.the_association(book).form_purpose == "新しい利用目的。"


def test_rows_are_added_changed_and_removed(book):
    areas = (Area(0, "399-8205", "安曇野市豊科"), Area(0, "399-8201", "安曇野市豊科南穂高"))
    store.change_association(book, "areas", areas)
    kept = store.the_association(book).areas
    assert [area.prefix for area in kept] == ["安曇野市豊科", "安曇野市豊科南穂高"]
    store.change_association(book, "areas", kept[1:])
    assert [area.postal_code for area in store.the_association(book).areas] == ["399-8201"]
    store.change_association(book, "chronicle", (Happening(0, "1958", "梓野区ができる"),))
    book.undo()
    book.undo()
    assert len(store.the_association(book).areas) == 2


def test_its_own_words_are_spoken(tmp_path):
    book, _code = create_book(tmp_path / "a.kucho", "ひみつの合言葉です")
    store.change_association(book, "group_word", "班", {"leader_word": "班長"})
    book.close()
    again = open_book(tmp_path / "a.kucho", "ひみつの合言葉です")
    assert field_named(Household, "tonarigumi_id").title == "班"
    assert "班長" in store.the_association(again).form_purpose
    assert "隣組" not in store.the_association(again).form_purpose
    again.close()
    with pytest.raises(WrongPassword):
        open_book(tmp_path / "a.kucho", "ちがう合言葉です")
    assert field_named(Household, "tonarigumi_id").title == "班"
    create_book(tmp_path / "b.kucho", "ひみつの合言葉です")[0].close()
    assert field_named(Household, "tonarigumi_id").title == "隣組"
