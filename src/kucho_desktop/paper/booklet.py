"""A booklet of A5 pages out of sheets of A4: which two pages stand side by side on which side.

Printed on both sides, turned over the short edge, laid one into the other, folded and stapled.
"""

SHEET = 4
"""Pages on a sheet: two on its front, two on its back."""

Side = tuple[int | None, int | None]
"""The page at the left and the one at the right, counted from 0; None stays empty."""


def sides(pages: int) -> list[Side]:
    """Front and back of every sheet, the outermost first.

    >>> sides(6)
    [(None, 0), (1, None), (5, 2), (3, 4)]
    """
    all_pages = -(-pages // SHEET) * SHEET
    laid: list[Side] = []
    for first in range(0, all_pages // 2, 2):
        last = all_pages - 1 - first
        front, back = (last, first), (first + 1, last - 1)
        for left, right in (front, back):
            laid.append((left if left < pages else None, right if right < pages else None))
    return laid
