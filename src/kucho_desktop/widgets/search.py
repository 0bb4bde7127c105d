"""Search as one types: folded texts in the order of the list, filtered from the longest prefix."""

from collections.abc import Sequence

from kucho_desktop.core.text import search_words

_MOST_REMEMBERED = 64


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
            if len(self._known) >= _MOST_REMEMBERED:
                self._known.pop(next(iter(self._known)))
            self._known[words] = found
        return found

    def _look(self, words: tuple[str, ...]) -> list[int]:
        texts = self._texts
        before = self._nearest(words)
        last = words[-1]
        if before is not None and before[0] == words[:-1]:
            return [row for row in before[1] if last in texts[row]]
        rows: Sequence[int] | None = before[1] if before is not None else None
        for word in words:
            if rows is None:
                rows = [row for row, text in enumerate(texts) if word in text]
            else:
                rows = [row for row in rows if word in texts[row]]
        return list(rows or ())

    def _nearest(self, words: tuple[str, ...]) -> tuple[tuple[str, ...], list[int]] | None:
        """The longest entry already looked for whose hits hold all the hits of this one."""
        first, last = words[:-1], words[-1]
        for length in range(len(last) - 1, -1, -1):
            shorter = (*first, last[:length]) if length else first
            known = self._known.get(shorter)
            if known is not None:
                return shorter, known
        return self._nearest(first) if first else None
