"""The tables of the roster's depth: ties, talks, rounds, lists, pictures."""

import re
from typing import TYPE_CHECKING

from kucho_desktop.core.schemas import DAYS, ID

if TYPE_CHECKING:
    from sqlite3 import Connection


def m008_ties_and_rounds(db: "Connection") -> None:
    """Whom a household is tied to, what was talked about, which forms came back."""
    household = "household_id INTEGER NOT NULL REFERENCES household"
    db.execute(f"""
        CREATE TABLE household_tie ({ID}, {household}, tie TEXT NOT NULL,
            other_id INTEGER REFERENCES household, name TEXT NOT NULL DEFAULT '',
            kana TEXT NOT NULL DEFAULT '', phone TEXT NOT NULL DEFAULT '',
            address TEXT NOT NULL DEFAULT '', note TEXT NOT NULL DEFAULT '', {DAYS}) STRICT""")
    db.execute("CREATE INDEX household_tie_household ON household_tie (household_id)")
    db.execute("CREATE INDEX household_tie_other ON household_tie (other_id)")
    db.execute(f"""
        CREATE TABLE household_talk ({ID}, {household}, talked_on TEXT NOT NULL,
            way TEXT NOT NULL DEFAULT '', said TEXT NOT NULL DEFAULT '',
            next_step TEXT NOT NULL DEFAULT '', next_on TEXT NOT NULL DEFAULT '',
            done INTEGER NOT NULL DEFAULT 0) STRICT""")
    db.execute("CREATE INDEX household_talk_household ON household_talk (household_id)")
    db.execute(f"""
        CREATE TABLE sheet_round ({ID}, kind TEXT NOT NULL, name TEXT NOT NULL,
            began TEXT NOT NULL, return_by TEXT NOT NULL DEFAULT '',
            closed TEXT NOT NULL DEFAULT '') STRICT""")
    db.execute(f"""
        CREATE TABLE sheet_return ({ID}, round_id INTEGER NOT NULL REFERENCES sheet_round,
            {household}, returned_on TEXT NOT NULL, state TEXT NOT NULL DEFAULT 'returned',
            note TEXT NOT NULL DEFAULT '') STRICT""")
    db.execute("CREATE INDEX sheet_return_round ON sheet_return (round_id, household_id)")
    db.execute("CREATE INDEX sheet_return_household ON sheet_return (household_id)")
    db.execute("ALTER TABLE consent ADD COLUMN form TEXT NOT NULL DEFAULT ''")
    for column, usual in (("to_households", "name,address,phone,family"), ("to_board", "name")):
        db.execute(f"ALTER TABLE association ADD COLUMN {column} TEXT NOT NULL DEFAULT '{usual}'")


def m009_lists_and_pictures(db: "Connection") -> None:
    """Lists of one's own, names in their other spellings, scans, and who stood on which paper."""
    household = "household_id INTEGER NOT NULL REFERENCES household"
    db.execute(f"""
        CREATE TABLE saved_list ({ID}, name TEXT NOT NULL, conditions TEXT NOT NULL,
            columns TEXT NOT NULL DEFAULT '', sort TEXT NOT NULL DEFAULT '') STRICT""")
    db.execute(f"""
        CREATE TABLE not_same ({ID}, {household},
            other_id INTEGER NOT NULL REFERENCES household) STRICT""")
    for column in ("former_name", "known_as", "known_as_kana", "drawn_as"):
        db.execute(f"ALTER TABLE member ADD COLUMN {column} TEXT NOT NULL DEFAULT ''")
    db.execute("ALTER TABLE member ADD COLUMN by_known_as INTEGER NOT NULL DEFAULT 0")
    db.execute("CREATE INDEX member_drawn_as ON member (name, drawn_as) WHERE drawn_as <> ''")
    db.execute(f"""
        CREATE TABLE attachment ({ID}, household_id INTEGER REFERENCES household,
            member_id INTEGER REFERENCES member, step INTEGER NOT NULL DEFAULT 0,
            title TEXT NOT NULL DEFAULT '', taken_on TEXT NOT NULL DEFAULT '',
            digest TEXT NOT NULL, kind TEXT NOT NULL) STRICT""")
    for owner in ("household_id", "member_id", "digest"):
        db.execute(f"CREATE INDEX attachment_{owner} ON attachment ({owner})")
    db.execute("""
        CREATE TABLE picture (digest TEXT PRIMARY KEY, kind TEXT NOT NULL,
            bytes BLOB NOT NULL) STRICT""")
    db.execute("""
        CREATE TABLE handout_household (handout INTEGER NOT NULL, household INTEGER NOT NULL,
            PRIMARY KEY (handout, household)) STRICT, WITHOUT ROWID""")
    db.execute("CREATE INDEX handout_household_household ON handout_household (household)")


def m010_died(db: "Connection") -> None:
    """The day of a death, so that the year's figures tell it from moving away."""
    db.execute("ALTER TABLE member ADD COLUMN died TEXT NOT NULL DEFAULT ''")


def m011_quick_steps(db: "Connection") -> None:
    """References are judged when a step is whole, and the tables themselves say so.

    Said for each step by `PRAGMA defer_foreign_keys` it made SQLite think anew about every
    statement of the step. On the disk nothing changes, so the words of the tables are edited,
    as SQLite's "Making Other Kinds Of Table Schema Changes" describes.
    """
    reference = re.compile(r'(?>REFERENCES\s+"?\w+"?(?:\s*\([^)]*\))?)(?!\s+DEFERRABLE)')
    tables = db.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table'").fetchall()
    version = int(db.execute("PRAGMA schema_version").fetchone()[0])
    db.execute("PRAGMA writable_schema = ON")
    for name, sql in tables:
        deferred = reference.sub(r"\g<0> DEFERRABLE INITIALLY DEFERRED", sql or "")
        if deferred != (sql or ""):
            values = (deferred, name)
            db.execute("UPDATE sqlite_master SET sql = ? WHERE type = 'table' AND name = ?", values)
    db.execute(f"PRAGMA schema_version = {version + 1}")
    db.execute("PRAGMA writable_schema = RESET")
    # Hardly any step takes another one back.
    db.execute("DROP INDEX step_reverses")
    db.execute("CREATE INDEX step_reverses ON step (reverses) WHERE reverses IS NOT NULL")
    # How many households a group has is asked without reading their texts to search in.
    db.execute("CREATE INDEX household_today_group ON household_today (tonarigumi_id)")
