"""The tables of trust: copies handed out, disclosures, drafts, erasure."""

from typing import TYPE_CHECKING

from kucho_desktop.core.schemas import ID, LATER

if TYPE_CHECKING:
    from sqlite3 import Connection


def m012_copies_and_disclosures(db: "Connection") -> None:
    """What became of each copy; personal data given to others (個人情報保護法 29・30条)."""
    db.execute("""
        CREATE TABLE handout_copy (handout INTEGER NOT NULL, number INTEGER NOT NULL,
            how TEXT NOT NULL, noted_on TEXT NOT NULL, PRIMARY KEY (handout, number))
            STRICT, WITHOUT ROWID""")
    db.execute(f"""
        CREATE TABLE disclosure ({ID}, way TEXT NOT NULL DEFAULT 'given',
            given_on TEXT NOT NULL DEFAULT '', party TEXT NOT NULL DEFAULT '',
            address TEXT NOT NULL DEFAULT '', whose TEXT NOT NULL DEFAULT '',
            items TEXT NOT NULL DEFAULT '', basis TEXT NOT NULL DEFAULT 'consent',
            obtained TEXT NOT NULL DEFAULT '', note TEXT NOT NULL DEFAULT '') STRICT""")


def m013_drafts(db: "Connection") -> None:
    """What is typed and not kept yet, one row for each page and household it is about (0: none)."""
    db.execute("""
        CREATE TABLE draft (id INTEGER PRIMARY KEY, page TEXT NOT NULL,
            household_id INTEGER NOT NULL, at TEXT NOT NULL, said TEXT NOT NULL,
            UNIQUE (page, household_id)) STRICT""")


def m014_erasure(db: "Connection") -> None:
    """Who waits to be erased; the ledger of who was (ids alone); a record of each erasure."""
    db.execute("ALTER TABLE association ADD COLUMN erase_after INTEGER NOT NULL DEFAULT 5")
    db.execute("ALTER TABLE step ADD COLUMN erased INTEGER NOT NULL DEFAULT 0")
    db.execute(f"""
        CREATE TABLE erasure_wait ({ID}, household_id INTEGER REFERENCES household {LATER},
            member_id INTEGER REFERENCES member {LATER}, put_on TEXT NOT NULL,
            goes_on TEXT NOT NULL, years INTEGER NOT NULL) STRICT""")
    for owner in ("household_id", "member_id"):
        db.execute(f"CREATE INDEX erasure_wait_{owner} ON erasure_wait ({owner})")
    db.execute("""
        CREATE TABLE erasure (at TEXT PRIMARY KEY, day TEXT NOT NULL, years INTEGER NOT NULL,
            households INTEGER NOT NULL, people INTEGER NOT NULL, pictures INTEGER NOT NULL)
            STRICT, WITHOUT ROWID""")
    db.execute("""
        CREATE TABLE erased (kind TEXT NOT NULL, row INTEGER NOT NULL, added TEXT NOT NULL,
            erasure TEXT NOT NULL, PRIMARY KEY (kind, row, added)) STRICT, WITHOUT ROWID""")
