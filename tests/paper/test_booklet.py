"""Pages of a booklet: each once, in the order in which one turns them."""

import doctest

from hypothesis import given
from hypothesis import strategies as st

from kucho_desktop.paper import booklet


def turned(sides: list[booklet.Side]) -> list[int | None]:
    """The pages as one reads them when the sheets lie one in the other, folded."""
    first, last = [], []
    for front, back in zip(sides[0::2], sides[1::2], strict=True):
        first += [front[1], back[0]]
        last += [front[0], back[1]]
    return [*first, *reversed(last)]


@given(st.integers(1, 200))
def test_a_folded_booklet_is_read_from_the_first_page_to_the_last(pages):
    read = turned(booklet.sides(pages))
    assert read[:pages] == list(range(pages))
    assert set(read[pages:]) <= {None}
    assert len(read) - pages < booklet.SHEET


def test_the_example_holds():
    assert not doctest.testmod(booklet).failed
