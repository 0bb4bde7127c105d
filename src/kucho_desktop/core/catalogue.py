"""A compiled catalogue of texts (.mo), read where it lies.

gettext's own reader decodes every text before the first is shown, which costs 5 ms of the start.
The texts lie in the file in the order of their bytes, so one is found by halving.
"""

from collections.abc import Callable
from pathlib import Path
from struct import unpack_from

_MAGIC = 0x950412DE


class Catalogue:
    """The texts of one language; English, the source text, where one is missing.

    Raises ValueError for a file that is no catalogue.
    """

    def __init__(self, path: Path | None = None) -> None:
        self._said = path.read_bytes() if path is not None else b""
        self._known: dict[str, str] = {}
        self._form: Callable[[int], int] | None = None
        if self._said and int.from_bytes(self._said[:4], "little") != _MAGIC:
            raise ValueError(f"this is no compiled catalogue: {path}")
        whole = unpack_from("<3I", self._said, 8) if self._said else (0, 0, 0)
        self._count, self._originals, self._translations = whole

    def gettext(self, text: str) -> str:
        known = self._known.get(text)
        if known is None:
            known = self._known[text] = self._find(text).split("\0")[0] or text
        return known

    def ngettext(self, one: str, many: str, count: int) -> str:
        said = self._find(one, f"{one}\0{many}")
        if not said:
            return one if count == 1 else many
        if self._form is None:
            self._form = _plural_form(self._find(""))
        return said.split("\0")[self._form(count)]

    def _find(self, *texts: str) -> str:
        """What stands for the first of these that there is; empty if none."""
        for text in texts:
            wanted = text.encode()
            low, high = 0, self._count
            while low < high:
                middle = (low + high) // 2
                original = self._at(self._originals, middle)
                if original == wanted:
                    return self._at(self._translations, middle).decode()
                if original < wanted:
                    low = middle + 1
                else:
                    high = middle
        return ""

    def _at(self, table: int, number: int) -> bytes:
        length, place = unpack_from("<2I", self._said, table + 8 * number)
        return self._said[place : place + length]


def _plural_form(header: str) -> Callable[[int], int]:
    """Which form a count takes, as the catalogue's header says it; Japanese has one."""
    for line in header.splitlines():
        name, _colon, rule = line.partition(":")
        if name.strip().lower() == "plural-forms" and "nplurals=1" not in rule:
            import gettext

            plural: Callable[[int], int] = gettext.c2py(rule.partition("plural=")[2].rstrip("; "))
            return plural
    return _only_form


def _only_form(_count: int) -> int:
    return 0
