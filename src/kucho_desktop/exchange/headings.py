"""Find where a table's headings stand, in one line or several, merged or not."""

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from kucho_desktop.exchange.files import MERGED, Cell, Sheet
from kucho_desktop.exchange.groups import banner_of
from kucho_desktop.exchange.words import RELATIONS

_HIRAGANA = {code: code - 0x60 for code in range(0x30A1, 0x30F7)}
_MARKS = str.maketrans("", "", "・.,、。:：;※＊*★●○■◆'\"_/\\|~-‐－―−[]【】「」『』<>〈〉《》?!")
_BRACKETS = re.compile(r"\([^()]*\)")
_NUMBERED = re.compile(r"[0-9]{1,2}")
_DATA = re.compile(r"[0-9]{3,}|[0-9]+[-/.][0-9]+|^[0-9]+$")
IsHeading = Callable[[str], bool]
_FEW_PEOPLE = frozenset(map(str, range(1, 13)))
_SEARCHED_ROWS = 60
_MOST_LINES = 3
_IN_CELLS = RELATIONS - {"世帯主", "戸主", "家族", "世帯員", "同居人"}
"""Relations, which fill cells; the rest of them are headings as well."""


@lru_cache(maxsize=20_000)
def heading_key(text: str) -> str:
    """What of a heading's spelling matters: not width, case, kana kind, spaces or marks."""
    narrow = unicodedata.normalize("NFKC", text).casefold().translate(_HIRAGANA)
    return "".join(narrow.split()).translate(_MARKS)


def unbracketed(key: str) -> str:
    return _BRACKETS.sub("", key)


def without_number(key: str) -> str:
    return _NUMBERED.sub("", key)


@dataclass(frozen=True)
class Header:
    """The rows in which headings stand, and what they say for every column, outer word first.

    rows is empty where a table has no headings.
    """

    rows: range
    parts: tuple[tuple[str, ...], ...]

    @property
    def end(self) -> int:
        """Where the data begin."""
        return self.rows.stop


def find_header(sheet: Sheet, is_heading: IsHeading) -> Header:
    """The headings of a sheet; `is_heading` says whether a text can be one."""
    rows = sheet.rows[:_SEARCHED_ROWS]
    scores = [_score(row, is_heading) for row in rows]
    best = _first_good(scores)
    if best < 0:
        best = _by_shape(rows)
    width = len(sheet.rows[0]) if sheet.rows else 0
    if best < 0:
        return Header(range(0), ((),) * width)
    first, last = best, best
    while (
        first > 0 and last - first + 1 < _MOST_LINES and _goes_along(sheet, first - 1, is_heading)
    ):
        first -= 1
    while (
        last + 1 < len(rows)
        and last - first + 1 < _MOST_LINES
        and _goes_along(sheet, last + 1, is_heading)
        and not _same(rows[last + 1], rows[first])
    ):
        last += 1
    found = range(first, last + 1)
    return Header(found, _parts(sheet, found, width))


def _score(row: Sequence[Cell], is_heading: IsHeading) -> float:
    """How many cells are headings, less what only data hold."""
    texts = [cell for cell in row if cell not in ("", MERGED)]
    words = {heading_key(cell): cell for cell in texts if isinstance(cell, str)}
    hits = sum(1 for key, word in words.items() if key not in _IN_CELLS and is_heading(word))
    data = sum(1 for cell in texts if not isinstance(cell, str) or _looks_like_data(cell))
    if hits < 2 or hits * 10 < 3 * len(texts) or data > hits // 2:
        return 0.0
    return hits - data


def _looks_like_data(text: str) -> bool:
    return bool(_DATA.search(unicodedata.normalize("NFKC", text)))


def _first_good(scores: list[float]) -> int:
    """The first row that is nearly as good as the best; later ones repeat it."""
    best = max(scores, default=0.0)
    if best <= 0:
        return -1
    return next(index for index, score in enumerate(scores) if score >= 0.7 * best)


def _by_shape(rows: Sequence[Sequence[Cell]]) -> int:
    """A line of words over columns of numbers is a header, though none of its words is known."""
    for index, row in enumerate(rows[:20]):
        texts = [column for column, cell in enumerate(row) if cell not in ("", MERGED)]
        if len(texts) < 3:
            continue
        if any(_is_data(row[column]) for column in texts):
            return -1
        below = rows[index + 1 : index + 6]
        data = sum(1 for column in texts if any(_is_data(each[column]) for each in below))
        return index if data >= 2 else -1
    return -1


def _is_data(cell: Cell) -> bool:
    return not isinstance(cell, str) or _looks_like_data(cell)


def _goes_along(sheet: Sheet, index: int, is_heading: IsHeading) -> bool:
    """Whether a row beside a header row is one of its lines."""
    row = sheet.rows[index]
    texts = [(column, cell) for column, cell in enumerate(row) if cell not in ("", MERGED)]
    if not texts:
        return MERGED in row and index > 0
    counted = _counting(sheet, index, texts)
    if counted:
        texts = [(column, cell) for column, cell in texts if column not in counted]
        if not texts:
            return True
    if any(
        not isinstance(cell, str) or (_looks_like_data(cell) and not is_heading(cell))
        for _column, cell in texts
    ):
        return False
    if len(texts) == 1 and not counted and banner_of(str(texts[0][1])):
        return False
    width = len(row)
    if len(texts) == 1 and texts[0][0] == 0 and not _spanned(sheet, index):
        return False
    spans = {left: right for top, left, _bottom, right in sheet.merged if top == index}
    if any(spans.get(column, column) - column >= max(width * 2 // 3, 2) for column, _cell in texts):
        return False
    hits = sum(1 for _column, cell in texts if is_heading(str(cell)))
    return hits > 0 and 2 * hits >= len(texts)


def _counting(sheet: Sheet, index: int, texts: Sequence[tuple[int, Cell]]) -> Sequence[int]:
    """The columns of 1 | 2 | 3 under one heading such as 家族, side by side; empty if none."""
    numbered = [
        (column, int(text))
        for column, cell in texts
        if (text := unicodedata.normalize("NFKC", str(cell)).removesuffix(".0")) in _FEW_PEOPLE
    ]
    if len(numbered) < 2 or index == 0:
        return ()
    first = numbered[0][0]
    if numbered != [(first + place, place + 1) for place in range(len(numbered))]:
        return ()
    over = sheet.rows[index - 1][first : first + len(numbered)]
    headed = isinstance(over[0], str) and over[0] not in ("", MERGED)
    alone = all(cell in ("", MERGED, over[0]) for cell in over[1:])
    return [column for column, _number in numbered] if headed and alone else ()


def _spanned(sheet: Sheet, index: int) -> bool:
    """Whether the row before or this one holds merged cells, as headings in two lines do."""
    return any(top in (index - 1, index) for top, _left, _bottom, _right in sheet.merged)


def _same(row: Sequence[Cell], other: Sequence[Cell]) -> bool:
    return [heading_key(str(cell)) for cell in row] == [heading_key(str(cell)) for cell in other]


def _parts(sheet: Sheet, found: range, width: int) -> tuple[tuple[str, ...], ...]:
    lines = [_filled(sheet, index, found) for index in found]
    columns = []
    for column in range(width):
        parts: list[str] = []
        for line in lines:
            text = line[column]
            if text and (not parts or heading_key(parts[-1]) != heading_key(text)):
                parts.append(text)
        columns.append(tuple(parts))
    return tuple(columns)


def _filled(sheet: Sheet, index: int, found: range) -> list[str]:
    """One header line; an outer heading reaches over the columns that it is merged with.

    Where a file keeps no merged ranges, it reaches over blank cells that have a heading below.
    """
    line = [
        " ".join(str(cell).split())
        if isinstance(cell, str) and cell != MERGED
        else ""
        if cell in ("", MERGED)
        else str(cell)
        for cell in sheet.rows[index]
    ]
    spans = [each for each in sheet.merged if each[0] == index]
    for _top, left, _bottom, right in spans:
        for column in range(left + 1, right + 1):
            line[column] = line[column] or line[left]
    if not sheet.merged and index + 1 < found.stop:
        below = sheet.rows[index + 1]
        for column in range(1, len(line)):
            if not line[column] and below[column] not in ("", MERGED) and below[column - 1] != "":
                line[column] = line[column - 1]
    return line
