"""What is typed and not kept yet: in the encrypted file, and no step of anybody.

A draft is what a page says of itself (see `widgets.drafts`). It lies by page and by the household
that it is about (0: none), so that it goes when that household is erased.
"""

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from kucho_desktop.core.book import Book
from kucho_desktop.core.errors import KuchoError

Said = list[Any]
"""JSON: what the page said, part by part."""


def all_drafts(book: Book) -> dict[str, dict[int, Said]]:
    """By page and household; the page that was typed on last comes first."""
    found: dict[str, dict[int, Said]] = {}
    rows = book.tuples("SELECT page, household_id, said FROM draft ORDER BY at DESC, household_id")
    for page, household, said in rows:
        found.setdefault(page, {})[household] = json.loads(said)
    return found


def keep_drafts(book: Book, drafts: Mapping[str, Mapping[int, Said]]) -> bool:
    """Put these in the place of what was kept of their pages; tell whether that could be done.

    Never while something else is being written: it is tried again then. Of a household that was
    erased meanwhile nothing is kept, whoever still remembers it.
    """
    if not book.can_write_aside:
        return False
    at = datetime.now(UTC).isoformat()
    try:
        with book.aside():
            for page, by_household in drafts.items():
                book.run("DELETE FROM draft WHERE page = :page", page=page)
                for household, said in by_household.items():
                    book.run(
                        "INSERT INTO draft (page, household_id, at, said)"
                        " SELECT :page, :household, :at, :said WHERE :household IN"
                        " (SELECT 0 UNION ALL SELECT id FROM household)",
                        page=page,
                        household=household,
                        at=at,
                        said=json.dumps(said, ensure_ascii=False),
                    )
    except KuchoError:
        return False
    return True
