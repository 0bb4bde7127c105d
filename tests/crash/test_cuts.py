"""The log of a book is cut anywhere: the book opens to what had been acknowledged."""

from crash.cuts import cut


def test_a_log_that_is_cut_anywhere_gives_a_prefix() -> None:
    tally = cut(400, seed=1)
    assert tally.is_well, "\n".join(tally.faults[:5])
