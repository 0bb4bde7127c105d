"""The shapes that a font has for text written downward: 、 。 ー and brackets (GSUB "vert")."""

import struct
from collections.abc import Iterator

_EXTENSION = 7


def vertical_forms(table: bytes) -> dict[int, int]:
    """Glyph → its form in a column, from a font's table GSUB (OpenType, single substitutions)."""
    found: dict[int, int] = {}
    if table:
        for start in _lookups(table):
            found.update(_substitutions(table, start))
    return found


def _lookups(table: bytes) -> Iterator[int]:
    """Where the subtables of the feature begin."""
    features, lookups = struct.unpack_from(">HH", table, 6)
    (count,) = struct.unpack_from(">H", table, features)
    wanted: dict[int, None] = {}
    for at in range(count):
        tag, offset = struct.unpack_from(">4sH", table, features + 2 + 6 * at)
        if tag == b"vert":
            own = features + offset
            (many,) = struct.unpack_from(">H", table, own + 2)
            wanted.update(dict.fromkeys(struct.unpack_from(f">{many}H", table, own + 4)))
    for number in wanted:
        (offset,) = struct.unpack_from(">H", table, lookups + 2 + 2 * number)
        lookup = lookups + offset
        kind, _flag, many = struct.unpack_from(">HHH", table, lookup)
        for own in struct.unpack_from(f">{many}H", table, lookup + 6):
            yield from _plain(table, lookup + own, kind)


def _plain(table: bytes, start: int, kind: int) -> Iterator[int]:
    """A subtable, or the one that it refers to."""
    if kind == _EXTENSION:
        _format, kind, further = struct.unpack_from(">HHL", table, start)
        start += further
    if kind == 1:
        yield start


def _substitutions(table: bytes, start: int) -> Iterator[tuple[int, int]]:
    form, coverage = struct.unpack_from(">HH", table, start)
    covered = list(_covered(table, start + coverage))
    if form == 1:
        (difference,) = struct.unpack_from(">h", table, start + 4)
        yield from ((glyph, (glyph + difference) % 65536) for glyph in covered)
    else:
        (count,) = struct.unpack_from(">H", table, start + 4)
        yield from zip(covered, struct.unpack_from(f">{count}H", table, start + 6), strict=True)


def _covered(table: bytes, start: int) -> Iterator[int]:
    form, count = struct.unpack_from(">HH", table, start)
    if form == 1:
        yield from struct.unpack_from(f">{count}H", table, start + 4)
    else:
        for at in range(count):
            first, last, _place = struct.unpack_from(">HHH", table, start + 4 + 6 * at)
            yield from range(first, last + 1)
