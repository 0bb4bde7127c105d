"""A keystroke in the search: from the key to the repainted list, and to what was found anywhere."""

import os
import time
from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget
from tests.bench.districts import FOLDER, opened
from tests.bench.measure import Line, percentile, under

from kucho_desktop.app.rooms import rooms
from kucho_desktop.app.settings import Settings
from kucho_desktop.app.window import Window
from kucho_desktop.core.book import Book
from kucho_desktop.households.page import HouseholdsPage
from kucho_desktop.households.store import household_ids, households_of
from kucho_desktop.widgets import theme

AT_MOST = {3_000: 10, 30_000: 10, 100_000: 16}
ROUNDS = 1
FAMILIES = 3


class _Paints(QObject):
    """Counts how often a widget was painted."""

    count = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self.count += 1
        return False


def _words(book: Book) -> list[str]:
    """What one types: names, readings, a part of a phone number, a place; some find nothing."""
    ids = household_ids(book)
    some = households_of(book, ids[:: max(1, len(ids) // FAMILIES)])[:FAMILIES]
    typed = [text for one in some for text in (one.head, one.kana, one.phone[:8], one.address[-8:])]
    return [text for text in typed if text] + ["佐", "い", "やま", "1", "わたなべ みつこ", "zzz"]


def _keystrokes(words: Sequence[str]) -> Iterator[str]:
    """Every word typed letter by letter, and taken away again."""
    for word in words:
        yield from (word[:length] for length in range(1, len(word) + 1))
        yield from (word[:length] for length in range(len(word) - 1, -1, -1))


def _took(type_in: Callable[[str], object], shown: QWidget, words: Sequence[str]) -> list[float]:
    paints = _Paints()
    shown.installEventFilter(paints)
    taken = []
    for text in list(_keystrokes(words)) * ROUNDS:
        QApplication.processEvents()
        paints.count, turns = 0, 0
        begun = time.perf_counter()
        type_in(text)
        while not paints.count and turns < 20:
            QApplication.processEvents()
            turns += 1
        taken.append((time.perf_counter() - begun) * 1000)
    shown.removeEventFilter(paints)
    return taken


def _lines_for(households: int) -> Iterator[Line]:
    with opened(households) as book:
        window = Window(book, rooms(), Settings())
        window.resize(1366, 768)
        window.show()
        window.go("households")
        page = window.pages["households"]
        assert isinstance(page, HouseholdsPage)
        listing, search = page.listing, window.top.search
        words = _words(book)
        in_list = _took(listing.narrow.setText, listing.list.viewport(), words)

        def look(text: str) -> None:
            search.setText(text)
            search.look()

        anywhere = _took(look, search.hits.viewport(), [word for word in words if len(word) > 1])
        window.close()
        window.deleteLater()
    yield from _said(f"a key in the list of {households:,}", in_list, AT_MOST[households])
    yield from _said(f"search everywhere among {households:,}", anywhere, AT_MOST[households])


def _said(what: str, taken: Sequence[float], goal: float) -> Iterator[Line]:
    yield under(f"{what}, p50", percentile(taken, 50), goal)
    yield under(f"{what}, p99", percentile(taken, 99), goal)


def lines() -> Iterator[Line]:
    """Every size, in one application, the look as the user has it."""
    os.environ["KUCHO_HOME"] = str(FOLDER / "home")
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    theme.load_fonts()
    theme.put_on(app)
    for households in AT_MOST:
        yield from _lines_for(households)
