"""Search as one types: folded texts in the order of the list, filtered from the longest prefix."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from kucho_desktop.core.text import search_words

_MOST_REMEMBERED = 64
_AT_ONCE = 4096
Words = tuple[str, ...]


@dataclass
class _Looked:
    """The rows that were found among those before `upto`."""

    found: list[int]
    upto: int = 0


class SearchFilter:
    """Finds the rows whose text holds every word. Knows neither Qt nor the book.

    What was found for a shorter entry is remembered: typing on looks only there, and deleting
    finds it again without looking.
    """

    def __init__(self, texts: Sequence[str] = ()) -> None:
        self._texts: list[str] = []
        self._known: dict[Words, _Looked] = {}
        self.load(texts)

    def load(self, texts: Sequence[str]) -> None:
        """Take the folded texts of all rows, in the order in which they are shown."""
        self._texts = list(texts)
        self._known.clear()

    def change(self, row: int, text: str) -> None:
        """Take a new text for one row."""
        self._texts[row] = text
        self._known.clear()

    def __len__(self) -> int:
        return len(self._texts)

    def find(self, typed: str) -> Sequence[int]:
        """The numbers of the rows that hold every word of this; all rows if it holds none."""
        words = tuple(search_words(typed))
        if not words:
            return range(len(self._texts))
        return self._look(words, len(self._texts)).found

    def first(self, typed: str, most: int, within: int = 0) -> list[int]:
        """The first of these rows, without looking any further; none if it holds no word.

        within: where something was found, fewer of them are enough after so many rows.
        """
        words = tuple(search_words(typed))
        return self._look(words, most, within).found[:most] if words else []

    def knows(self, typed: str) -> bool:
        """Whether `find` has nothing to look for."""
        words = tuple(search_words(typed))
        return not words or self._is_whole(self._known.get(words))

    def _is_whole(self, looked: _Looked | None) -> bool:
        return looked is not None and looked.upto == len(self._texts)

    def _look(self, words: Words, most: int, within: int = 0) -> _Looked:
        """Go on from where the look for these words, or for fewer letters of them, has ended."""
        looked = self._known.get(words)
        if looked is None:
            looked = self._begin(words)
            if len(self._known) >= _MOST_REMEMBERED:
                self._known.pop(next(iter(self._known)))
            self._known[words] = looked
        if not self._is_whole(looked) and len(looked.found) < most:
            self._go_on(words, looked, most, within or len(self._texts))
        return looked

    def _begin(self, words: Words) -> _Looked:
        known = next((self._known[each] for each in _shorter(words) if each in self._known), None)
        if known is None:
            return _Looked([])
        return _Looked(self._holding(words, known.found), known.upto)

    def _go_on(self, words: Words, looked: _Looked, most: int, within: int) -> None:
        """Look at the rows not yet looked at, of those that hold fewer letters of the words."""
        rows: Sequence[int] = range(looked.upto, len(self._texts))
        for each in _shorter(words):
            known = self._known.get(each)
            if known is not None and self._is_whole(known):
                rows = known.found[bisect_left(known.found, looked.upto) :]
                break
        for start in range(0, len(rows), _AT_ONCE):
            there = rows[start : start + _AT_ONCE]
            looked.found += self._holding(words, there)
            looked.upto = there[-1] + 1
            enough = most if start + _AT_ONCE < within else 1
            if len(looked.found) >= enough and there[-1] < rows[-1]:
                return
        looked.upto = len(self._texts)

    def _holding(self, words: Words, rows: Sequence[int]) -> list[int]:
        texts = self._texts
        last, *others = reversed(words)
        if isinstance(rows, range):
            there = texts[rows.start : rows.stop]
            holding = [row for row, text in enumerate(there, rows.start) if last in text]
        else:
            holding = [row for row in rows if last in texts[row]]
        for word in others:
            holding = [row for row in holding if word in texts[row]]
        return holding


def _shorter(words: Words) -> list[Words]:
    """The entries whose hits hold all the hits of this one, the longest first."""
    shorter: list[Words] = []
    while words:
        *first, last = words
        shorter += [(*first, last[:length]) for length in range(len(last) - 1, 0, -1)]
        words = tuple(first)
        if words:
            shorter.append(words)
    return shorter
