"""A wrong file at the entrance: one sentence each, and the way back where there is need."""

import pytest
from wrong_files import OPENS, PASSWORD, WRONG, book_with_copy

from kucho_desktop.app.entrance import Entrance


@pytest.fixture
def entrance(qtbot, tmp_path):
    made = Entrance(book_with_copy(tmp_path), [])
    qtbot.addWidget(made)
    made.books = []
    made.opened.connect(made.books.append)
    made.show()
    yield made
    for book in made.books:
        book.close()


@pytest.mark.parametrize("wrong", WRONG)
def test_a_wrong_file_is_told_at_the_entrance(entrance, wrong):
    spoil, sentence, offers = WRONG[wrong]
    spoil(entrance.unlock.path)
    entrance.unlock.password.line.setText(PASSWORD)
    entrance.unlock.open()
    assert sentence in entrance.unlock.problem.text()
    assert entrance.unlock.problem.isVisible()
    assert entrance.unlock.back.isVisible() == offers
    assert entrance.unlock.forgot.isVisible()
    assert entrance.books == []


@pytest.mark.parametrize("looks", OPENS)
def test_what_only_looks_wrong_opens(entrance, looks):
    OPENS[looks](entrance.unlock.path)
    entrance.unlock.password.line.setText(PASSWORD)
    entrance.unlock.open()
    assert len(entrance.books) == 1
