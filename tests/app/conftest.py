"""What the tests of the whole program share."""

import pytest
from widgets.keyboard import be_in_front

from kucho_desktop.app.reading_in import ReadInWizard


@pytest.fixture
def wizard(qtbot, book) -> ReadInWizard:
    made = ReadInWizard(book)
    qtbot.addWidget(made)
    made.resize(1100, 700)
    made.show()
    be_in_front(qtbot, made)
    return made
