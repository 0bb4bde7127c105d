"""The page of the households over a small invented street."""

from collections.abc import Callable, Iterator

import pytest
from households.street import fill_street
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from kucho_desktop.core.book import Book
from kucho_desktop.households.page import HouseholdsPage
from kucho_desktop.widgets.question import Question


@pytest.fixture
def street(book: Book) -> Book:
    """Nine households in three groups."""
    fill_street(book, 9)
    return book


@pytest.fixture
def open_page(qtbot) -> Iterator[Callable[[Book], HouseholdsPage]]:
    """Shows the page of a book; `page.said` holds what it told, `page.refusals` what it refused."""
    opened: list[tuple[Book, HouseholdsPage]] = []

    def show(book: Book) -> HouseholdsPage:
        page = HouseholdsPage(book)
        qtbot.addWidget(page)
        book.listen(page.changed)
        opened.append((book, page))
        page.said, page.refusals = [], []
        page.done.connect(page.said.append)
        page.refused.connect(page.refusals.append)
        page.resize(1170, 670)
        with qtbot.waitActive(page):
            page.show()
            page.activateWindow()
        return page

    yield show
    for book, page in opened:
        book.unlisten(page.changed)


@pytest.fixture
def page(street: Book, open_page) -> HouseholdsPage:
    return open_page(street)


@pytest.fixture
def answer(qtbot) -> Callable[[Callable[[Question], None]], None]:
    """Answers the next question: `answer(fill)` with a function that is given the dialog."""

    def prepare(fill: Callable[[Question], None]) -> None:
        def act() -> None:
            question = QApplication.activeModalWidget()
            assert isinstance(question, Question)
            try:
                fill(question)
            finally:
                if question.isVisible():
                    question.reject()

        QTimer.singleShot(0, act)

    return prepare


@pytest.fixture
def press(page, qtbot):
    """Presses keys where the focus is."""

    def press(*keys) -> None:
        for key in keys:
            qtbot.keyClick(page.focusWidget(), key)

    return press
