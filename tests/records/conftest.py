"""The page of the records over a small invented street in which something was done."""

from datetime import date

import pytest
from households.street import fill_street
from widgets.keyboard import be_in_front

from kucho_desktop.app.paper_kinds.records import title_of_paper
from kucho_desktop.association.store import change_association, name_association
from kucho_desktop.core.book import Book
from kucho_desktop.households import store
from kucho_desktop.records.page import RecordsPage


@pytest.fixture
def street(book: Book) -> Book:
    """Nine households; a phone was changed, one household left, the chief has a name."""
    name_association(book, name="梓野区", chief="百瀬 隆")
    fill_street(book, 9)
    first, second = store.household_ids(book)[:2]
    store.change_household(book, first, "phone", "0263-99-1234")
    store.household_leaves(book, second, date(2026, 11, 1))
    change_association(book, "chief", "二木 正")
    return book


@pytest.fixture
def page(qtbot, street: Book) -> RecordsPage:
    """`said` holds what it told, `begun` the papers that it asked for with what they are about."""
    made = RecordsPage(street, title_of_paper())
    qtbot.addWidget(made)
    street.listen(made.changed)
    made.said, made.begun = [], []
    for signal in (made.done, made.refused):
        signal.connect(made.said.append)
    made.begins.connect(lambda _room, work: made.begun.append((work, made.paper_about())))
    made.resize(1170, 670)
    made.show()
    be_in_front(qtbot, made)
    yield made
    street.unlisten(made.changed)
