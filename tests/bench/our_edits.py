"""Makes so many edits in a book of the bench, for whoever watches from outside."""

import sys

from tests.bench.districts import opened
from tests.bench.editing import ROWS, edit

from kucho_desktop.households.store import household_ids

if __name__ == "__main__":
    with opened(ROWS) as book:
        edits = edit(book, household_ids(book))
        for _turn in range(int(sys.argv[1])):
            next(edits)
