"""A keystroke in the search: from the key to the repainted list, and to what was found anywhere.

The page is painted before the first key, as it is before anybody types: what it takes to open it
is measured below, as the opening of the list. Some three hundred keys, so that the last of a
hundred is more than the one slowest.
"""

import gc
import os
import statistics
import time
from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import QEvent, QObject
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from tests.bench.districts import FOLDER, opened
from tests.bench.measure import Line, beside, cpu, in_turn, percentile, under

from kucho_desktop.app.rooms import rooms
from kucho_desktop.app.settings import Settings
from kucho_desktop.app.window import Window
from kucho_desktop.core.book import Book
from kucho_desktop.households.page import HouseholdsPage
from kucho_desktop.households.store import household_ids, households_of
from kucho_desktop.widgets import theme

AT_MOST = {3_000: 10, 30_000: 10, 100_000: 16}
ROUNDS = 1
FAMILIES = 6
OPENED = (300, 100_000)
OPENINGS = 5
SETTLED = 500
"""Milliseconds after which a page is painted and filled."""


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


Taken = list[tuple[float, float]]
"""Milliseconds that went by, and those that the window's thread worked."""


def _took(type_in: Callable[[str], object], shown: QWidget, words: Sequence[str]) -> Taken:
    paints = _Paints()
    shown.installEventFilter(paints)
    taken: Taken = []
    for text in list(_keystrokes(words)) * ROUNDS:
        QApplication.processEvents()
        paints.count, turns = 0, 0
        begun, worked = time.perf_counter(), time.thread_time()
        type_in(text)
        while not paints.count and turns < 20:
            QApplication.processEvents()
            turns += 1
        worked = time.thread_time() - worked
        taken.append(((time.perf_counter() - begun) * 1000, worked * 1000))
    shown.removeEventFilter(paints)
    return taken


def _lines_for(households: int) -> Iterator[Line]:
    with opened(households) as book:
        window = Window(book, rooms(), Settings())
        window.resize(1366, 768)
        window.show()
        QTest.qWait(SETTLED)
        # As the program does: what is there now stays, and is not looked through again.
        gc.freeze()
        window.go("households")
        QTest.qWait(SETTLED)
        page = window.pages["households"]
        assert isinstance(page, HouseholdsPage)
        listing, search = page.listing, window.top.search
        words = _words(book)
        listing.narrow.setFocus()
        in_list = _took(listing.narrow.setText, listing.list.viewport(), words)

        search.setFocus()

        def look(text: str) -> None:
            search.setText(text)
            search.look()

        anywhere = _took(look, search.hits.viewport(), [word for word in words if len(word) > 1])
        window.close()
        window.deleteLater()
    yield from _said(f"a key in the list of {households:,}", in_list, AT_MOST[households])
    yield from _said(f"search everywhere among {households:,}", anywhere, AT_MOST[households])


def _said(what: str, taken: Taken, goal: float) -> Iterator[Line]:
    for share in (50, 99):
        by, worked = (percentile([each[kind] for each in taken], share) for kind in (0, 1))
        yield under(f"{what}, p{share}", by, goal)
        yield cpu(f"p{share}", worked, goal)


def _opening(households: int) -> float:
    """The page of the households from the press of its button to its first paint, the middle.

    What the window's own thread works for it: the two books are measured minutes apart.
    """
    with opened(households) as book:
        taken = []
        for _turn in range(OPENINGS):
            window = Window(book, rooms(), Settings())
            window.resize(1366, 768)
            window.show()
            QTest.qWait(SETTLED)
            gc.collect()
            gc.freeze()
            begun = time.thread_time()
            _go(window)
            taken.append((time.thread_time() - begun) * 1000)
            window.close()
            window.deleteLater()
            QApplication.processEvents()
    return statistics.median(taken)


def _go(window: Window) -> None:
    window.go("households")
    page = window.pages["households"]
    assert isinstance(page, HouseholdsPage)
    paints = _Paints()
    page.list.viewport().installEventFilter(paints)
    while not paints.count:
        QApplication.processEvents()


def lines() -> Iterator[Line]:
    """Every size, in one application, the look as the user has it."""
    os.environ["KUCHO_HOME"] = str(FOLDER / "home")
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    theme.load_fonts()
    theme.put_on(app)
    for households in AT_MOST:
        yield from _lines_for(households)
    few, most = min(OPENED), max(OPENED)
    took = in_turn({str(each): lambda each=each: _opening(each) for each in OPENED}, 2)
    yield beside(
        f"open the list of {most:,}", took[str(most)], took[str(few)], 1.2, f"the list of {few}"
    )
