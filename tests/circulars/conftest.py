"""A book of an invented street, in which letters come in."""

import pytest
from households.street import fill_street
from widgets.keyboard import be_in_front

from kucho_desktop.app.rooms import rooms
from kucho_desktop.circulars.page import CircularsPage
from kucho_desktop.core.book import Book


@pytest.fixture
def street(book: Book) -> Book:
    fill_street(book, 9)
    return book


@pytest.fixture
def page(qtbot, street: Book) -> CircularsPage:
    """`said` holds what it told and refused, `begun` what it asked for elsewhere."""
    made = next(room for room in rooms() if room.name == "circulars").make_page(street)
    qtbot.addWidget(made)
    street.listen(made.changed)
    made.said, made.begun = [], []
    for signal in (made.done, made.refused):
        signal.connect(made.said.append)
    made.begins.connect(lambda room, work: made.begun.append((room, work)))
    made.resize(1170, 670)
    made.show()
    be_in_front(qtbot, made)
    made.begin("letters")
    yield made
    street.unlisten(made.changed)
