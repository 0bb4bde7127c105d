"""An invented street with officers, leaders and bodies outside."""

import pytest
from households.street import fill_street
from widgets.keyboard import be_in_front

from kucho_desktop.app.rooms import rooms
from kucho_desktop.contacts import store
from kucho_desktop.contacts.model import READY_BODIES, READY_TROUBLES
from kucho_desktop.contacts.page import ContactsPage
from kucho_desktop.core.book import Book
from kucho_desktop.officers import store as offices
from kucho_desktop.officers.model import READY_POSTS


@pytest.fixture
def street(book: Book) -> Book:
    """The usual posts are there; nobody holds one."""
    fill_street(book, 9)
    usual = [place for place, ready in enumerate(READY_POSTS) if ready.usual]
    offices.take_over_posts(book, usual)
    return book


@pytest.fixture
def directory(street: Book) -> Book:
    """With all that is usual."""
    store.take_over_bodies(street, range(len(READY_BODIES)))
    store.take_over_troubles(street, range(len(READY_TROUBLES)))
    return street


@pytest.fixture
def page(qtbot, street: Book) -> ContactsPage:
    """`said` holds what it told and refused, `begun` what it asked for elsewhere."""
    made = next(room for room in rooms() if room.name == "contacts").make_page(street)
    qtbot.addWidget(made)
    street.listen(made.changed)
    made.said, made.begun = [], []
    for signal in (made.done, made.refused):
        signal.connect(made.said.append)
    made.begins.connect(lambda room, work: made.begun.append((room, work)))
    made.resize(1170, 670)
    made.show()
    be_in_front(qtbot, made)
    yield made
    street.unlisten(made.changed)
