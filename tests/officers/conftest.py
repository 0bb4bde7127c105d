"""An invented street of nine households in three groups, with the usual posts."""

from collections.abc import Callable

import pytest
from households.street import fill_street
from widgets.keyboard import be_in_front

from kucho_desktop.app.rooms import rooms
from kucho_desktop.core.book import Book
from kucho_desktop.households.model import Household
from kucho_desktop.households.store import households_on
from kucho_desktop.officers import store
from kucho_desktop.officers.model import READY_POSTS
from kucho_desktop.officers.page import OfficersPage


@pytest.fixture
def street(book: Book) -> Book:
    """The posts that are usual are there; nobody holds one."""
    fill_street(book, 9)
    usual = [place for place, ready in enumerate(READY_POSTS) if ready.usual]
    store.take_over_posts(book, usual)
    return book


@pytest.fixture
def houses(street: Book) -> list[Household]:
    return households_on(street)


@pytest.fixture
def post(street: Book) -> Callable[[str], int]:
    """The id of a post by its name."""
    return {each.name: each.id for each in store.POSTS.all(street)}.__getitem__


@pytest.fixture
def page(qtbot, street: Book) -> OfficersPage:
    """`said` holds what it told and refused, `begun` what it asked for elsewhere."""
    made = next(room for room in rooms() if room.name == "officers").make_page(street)
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
