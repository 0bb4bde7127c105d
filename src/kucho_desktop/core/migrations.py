"""How the file's tables came to be, oldest first. Only ever add at the end.

Plain SQL that imports nothing of today, so that history never changes with the program.
All that a book lacks run in one transaction; `PRAGMA user_version` counts those that ran.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from kucho_desktop.core.schemas import circulation, foundation, roster, trust

if TYPE_CHECKING:
    from sqlite3 import Connection

MIGRATIONS: tuple[Callable[["Connection"], None], ...] = (
    foundation.m001_book,
    foundation.m002_association,
    foundation.m003_tonarigumi,
    foundation.m004_household,
    foundation.m005_member,
    foundation.m006_household_today,
    foundation.m007_changed_entries,
    roster.m008_ties_and_rounds,
    roster.m009_lists_and_pictures,
    roster.m010_died,
    roster.m011_quick_steps,
    trust.m012_copies_and_disclosures,
    trust.m013_drafts,
    trust.m014_erasure,
    circulation.m015_calendar,
    circulation.m016_posts,
    circulation.m017_turns,
    circulation.m018_contacts,
    circulation.m019_letters,
)
SCHEMA = len(MIGRATIONS)
"""The schema that this program writes; it reads older ones and refuses newer ones."""


def version_of(db: "Connection") -> int:
    return int(db.execute("PRAGMA user_version").fetchone()[0])


def migrate(
    db: "Connection", before: Callable[["Connection"], None], after: Callable[["Connection"], None]
) -> None:
    """Bring the tables to SCHEMA, with what is done before and after it: all of it or nothing.

    Foreign keys are off while tables change, then checked.
    """
    db.execute("PRAGMA foreign_keys = OFF")
    try:
        db.execute("BEGIN IMMEDIATE")
        try:
            before(db)
            for migration in MIGRATIONS[version_of(db) :]:
                migration(db)
            if db.execute("PRAGMA foreign_key_check").fetchone():
                raise RuntimeError("a migration leaves a reference to nothing")
            after(db)
            db.execute(f"PRAGMA user_version = {SCHEMA}")
            db.execute("COMMIT")
        except BaseException:
            if db.in_transaction:
                db.execute("ROLLBACK")
            raise
    finally:
        db.execute("PRAGMA foreign_keys = ON")
