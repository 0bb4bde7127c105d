"""What the tests of the whole program share."""

import pytest
from app.desk_of_forms import desk_of_forms as desk_of_forms
from widgets.keyboard import be_in_front

from kucho_desktop.app.print_page import PrintPage
from kucho_desktop.app.reading_in.wizard import ReadInWizard
from kucho_desktop.association.store import name_association
from kucho_desktop.households.store import add_household
from kucho_desktop.tonarigumi.store import add_tonarigumi


@pytest.fixture
def wizard(qtbot, book) -> ReadInWizard:
    made = ReadInWizard(book)
    qtbot.addWidget(made)
    made.resize(1100, 700)
    made.show()
    be_in_front(qtbot, made)
    return made


@pytest.fixture
def district(book):
    """Three groups of two households."""
    name_association(book, name="梓野区", kana="あずさのく")
    for number in (1, 2, 3):
        group = add_tonarigumi(book, f"第{number}隣組")
        for head in ("髙橋 一郎", "濵田 清"):
            add_household(book, head, tonarigumi_id=group, address="安曇野市豊科1")
    return book


@pytest.fixture
def page(qtbot, district):
    """The page of the papers; `page.said` holds what it told."""
    made = PrintPage(district)
    qtbot.addWidget(made)
    made.resize(1100, 640)
    made.show()
    made.said = []
    made.told.connect(made.said.append)
    made.refused.connect(made.said.append)
    return made
