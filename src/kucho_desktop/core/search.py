"""Search as one types: folded texts in the order of the list, filtered from the longest prefix."""

from collections.abc import Sequence

from kucho_desktop.core.text import search_words

_MOST_REMEMBERED = 64
_AT_ONCE = 4096


class SearchFilter:
    """Finds the rows whose text holds every word. Knows neither Qt nor the book.

    What was found for a shorter entry is remembered: typing on looks only there, and deleting
    finds it again without looking.
    """

    def __init__(self, texts: Sequence[str] = ()) -> None:
        self._texts: list[str] = []
        self._known: dict[tuple[str, ...], list[int]] = {}
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
        found = self._known.get(words)
        if found is None:
            found = self._look(words)
            self._remember(words, found)
        return found

    def first(self, typed: str, most: int) -> list[int]:
        """The first of these rows, without looking any further; none if it holds no word."""
        words = tuple(search_words(typed))
        if not words:
            return []
        known = self._known.get(words)
        if known is None:
            found = self._look(words, most)
            if len(found) >= most:
                return found[:most]
            known = found
            self._remember(words, known)
        return known[:most]

    def knows(self, typed: str) -> bool:
        """Whether `find` has nothing to look for."""
        words = tuple(search_words(typed))
        return not words or words in self._known

    def _remember(self, words: tuple[str, ...], found: list[int]) -> None:
        if len(self._known) >= _MOST_REMEMBERED:
            self._known.pop(next(iter(self._known)))
        self._known[words] = found

    def _look(self, words: tuple[str, ...], most: int = 0) -> list[int]:
        """All rows with these words; with `most`, no further than those and their neighbours."""
        before = self._nearest(words)
        rows: Sequence[int] = range(len(self._texts)) if before is None else before[1]
        if before is not None and before[0] == words[:-1]:
            words = words[-1:]
        found: list[int] = []
        step = _AT_ONCE if most else max(len(rows), 1)
        for start in range(0, len(rows), step):
            found += self._holding(words, rows[start : start + step])
            if most and len(found) >= most:
                break
        return found

    def _holding(self, words: tuple[str, ...], rows: Sequence[int]) -> list[int]:
        texts = self._texts
        first, *others = words
        if isinstance(rows, range):
            texts_there = texts[rows.start : rows.stop] if len(rows) < len(texts) else texts
            holding = [row for row, text in enumerate(texts_there, rows.start) if first in text]
        else:
            holding = [row for row in rows if first in texts[row]]
        for word in others:
            holding = [row for row in holding if word in texts[row]]
        return holding

    def _nearest(self, words: tuple[str, ...]) -> tuple[tuple[str, ...], list[int]] | None:
        """The longest entry already looked for whose hits hold all the hits of this one."""
        first, last = words[:-1], words[-1]
        for length in range(len(last) - 1, -1, -1):
            shorter = (*first, last[:length]) if length else first
            known = self._known.get(shorter)
            if known is not None:
                return shorter, known
        return self._nearest(first) if first else None
