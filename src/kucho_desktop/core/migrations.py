"""How the file's tables came to be, oldest first. Only ever add at the end.

Plain SQL that imports nothing of today, so that history never changes with the program.
Each runs in a transaction of its own; `PRAGMA user_version` counts those that ran.
"""

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from kucho_desktop.core.migrations_officers import m016_posts, m017_turns

if TYPE_CHECKING:
    from sqlite3 import Connection

_ID = "id INTEGER PRIMARY KEY AUTOINCREMENT"  # an id never means two things in the journal
_DAYS = "since TEXT NOT NULL, until TEXT NOT NULL"


def _m001_book(db: "Connection") -> None:
    db.execute("CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT")
    db.execute(f"""
        CREATE TABLE step ({_ID}, at TEXT NOT NULL, message TEXT NOT NULL, "values" TEXT NOT NULL,
            kind TEXT NOT NULL, reverses INTEGER, schema INTEGER NOT NULL) STRICT""")
    db.execute("CREATE INDEX step_reverses ON step (reverses)")
    db.execute(f"""
        CREATE TABLE entry ({_ID}, step INTEGER NOT NULL REFERENCES step, "table" TEXT NOT NULL,
            row INTEGER NOT NULL, kind TEXT NOT NULL, old TEXT, new TEXT) STRICT""")
    db.execute("CREATE INDEX entry_step ON entry (step)")
    db.execute('CREATE INDEX entry_row ON entry (row, "table")')
    db.execute("CREATE TABLE open_step (step INTEGER NOT NULL) STRICT")
    db.execute(f"""
        CREATE TABLE handout ({_ID}, at TEXT NOT NULL, paper TEXT NOT NULL, audience TEXT NOT NULL,
            for_whom TEXT NOT NULL, purpose TEXT NOT NULL, first_copy INTEGER NOT NULL,
            copies INTEGER NOT NULL) STRICT""")


def _m002_association(db: "Connection") -> None:
    db.execute(f"""
        CREATE TABLE association ({_ID}, name TEXT NOT NULL, kana TEXT NOT NULL DEFAULT '',
            city TEXT NOT NULL DEFAULT '', chief TEXT NOT NULL DEFAULT '',
            chief_kana TEXT NOT NULL DEFAULT '', chief_address TEXT NOT NULL DEFAULT '',
            chief_phone TEXT NOT NULL DEFAULT '', association_word TEXT NOT NULL DEFAULT '',
            chief_word TEXT NOT NULL DEFAULT '', group_word TEXT NOT NULL DEFAULT '',
            leader_word TEXT NOT NULL DEFAULT '', vision TEXT NOT NULL DEFAULT '') STRICT""")
    db.execute(f"""
        CREATE TABLE association_year ({_ID}, association_id INTEGER NOT NULL REFERENCES
            association, month INTEGER NOT NULL, {_DAYS}) STRICT""")
    db.execute(f"""
        CREATE TABLE area ({_ID}, association_id INTEGER NOT NULL REFERENCES association,
            postal_code TEXT NOT NULL, prefix TEXT NOT NULL, position INTEGER NOT NULL) STRICT""")
    db.execute(f"""
        CREATE TABLE purpose ({_ID}, association_id INTEGER NOT NULL REFERENCES association,
            "use" TEXT NOT NULL, text TEXT NOT NULL, {_DAYS}) STRICT""")
    db.execute(f"""
        CREATE TABLE chronicle ({_ID}, association_id INTEGER NOT NULL REFERENCES association,
            happened TEXT NOT NULL, text TEXT NOT NULL) STRICT""")


def _m003_tonarigumi(db: "Connection") -> None:
    db.execute(f"CREATE TABLE tonarigumi ({_ID}) STRICT")
    db.execute(f"""
        CREATE TABLE tonarigumi_place ({_ID}, tonarigumi_id INTEGER NOT NULL REFERENCES tonarigumi,
            name TEXT NOT NULL, kana TEXT NOT NULL DEFAULT '',
            parent_id INTEGER REFERENCES tonarigumi, position INTEGER NOT NULL,
            {_DAYS}) STRICT""")
    db.execute("CREATE INDEX tonarigumi_place_group ON tonarigumi_place (tonarigumi_id)")


def _m004_household(db: "Connection") -> None:
    db.execute(f"""
        CREATE TABLE household ({_ID}, number TEXT NOT NULL DEFAULT '',
            name TEXT NOT NULL DEFAULT '', name_kana TEXT NOT NULL DEFAULT '',
            yago TEXT NOT NULL DEFAULT '', nameplate TEXT NOT NULL DEFAULT '',
            lot TEXT NOT NULL DEFAULT '', phone TEXT NOT NULL DEFAULT '',
            mobile TEXT NOT NULL DEFAULT '', fax TEXT NOT NULL DEFAULT '',
            email TEXT NOT NULL DEFAULT '', dwelling TEXT NOT NULL DEFAULT '',
            landlord TEXT NOT NULL DEFAULT '', distribution TEXT NOT NULL DEFAULT 'all',
            circular TEXT NOT NULL DEFAULT 'pass', copies INTEGER NOT NULL DEFAULT 1,
            waste_place TEXT NOT NULL DEFAULT '', away_by_day INTEGER NOT NULL DEFAULT 0,
            recorded_on TEXT NOT NULL DEFAULT '', note TEXT NOT NULL DEFAULT '') STRICT""")
    owned = "household_id INTEGER NOT NULL REFERENCES household"
    db.execute(f"""
        CREATE TABLE household_membership ({_ID}, {owned}, membership TEXT NOT NULL,
            reason TEXT NOT NULL DEFAULT '', {_DAYS}) STRICT""")
    db.execute(f"""
        CREATE TABLE household_place ({_ID}, {owned}, tonarigumi_id INTEGER REFERENCES tonarigumi,
            walking_order INTEGER NOT NULL, {_DAYS}) STRICT""")
    db.execute(f"""
        CREATE TABLE household_address ({_ID}, {owned}, postal_code TEXT NOT NULL DEFAULT '',
            address TEXT NOT NULL DEFAULT '', building TEXT NOT NULL DEFAULT '',
            {_DAYS}) STRICT""")
    db.execute(f"""
        CREATE TABLE consent ({_ID}, {owned}, item TEXT NOT NULL, audience TEXT NOT NULL,
            answer TEXT NOT NULL, way TEXT NOT NULL DEFAULT 'form', {_DAYS}) STRICT""")
    for table in ("household_membership", "household_place", "household_address", "consent"):
        db.execute(f"CREATE INDEX {table}_household ON {table} (household_id)")
    db.execute("CREATE INDEX household_place_group ON household_place (tonarigumi_id)")


def _m005_member(db: "Connection") -> None:
    db.execute(f"""
        CREATE TABLE member ({_ID}, name TEXT NOT NULL DEFAULT '', kana TEXT NOT NULL DEFAULT '',
            born TEXT NOT NULL DEFAULT '', gender TEXT NOT NULL DEFAULT '',
            phone TEXT NOT NULL DEFAULT '', work TEXT NOT NULL DEFAULT '',
            note TEXT NOT NULL DEFAULT '') STRICT""")
    owned = "member_id INTEGER NOT NULL REFERENCES member"
    db.execute(f"""
        CREATE TABLE member_home ({_ID}, {owned},
            household_id INTEGER NOT NULL REFERENCES household, relation TEXT NOT NULL DEFAULT '',
            position INTEGER NOT NULL, {_DAYS}) STRICT""")
    db.execute(f"""
        CREATE TABLE member_whereabouts ({_ID}, {owned}, whereabouts TEXT NOT NULL,
            {_DAYS}) STRICT""")
    for table in ("member_home", "member_whereabouts"):
        db.execute(f"CREATE INDEX {table}_member ON {table} (member_id)")
    db.execute("CREATE INDEX member_home_household ON member_home (household_id)")


def _m006_household_today(db: "Connection") -> None:
    """What the list and the search need of a household today, derived at the end of each step."""
    db.execute("""
        CREATE TABLE household_today (id INTEGER PRIMARY KEY, order_key TEXT NOT NULL,
            kana_key TEXT NOT NULL, tonarigumi_id INTEGER, membership TEXT NOT NULL,
            head TEXT NOT NULL, people INTEGER NOT NULL, search TEXT NOT NULL) STRICT""")
    db.execute("CREATE INDEX household_today_order ON household_today (order_key)")
    db.execute("CREATE INDEX household_today_kana ON household_today (kana_key)")
    db.execute("CREATE INDEX household_today_counts ON household_today (membership, people)")


def _m007_changed_entries(db: "Connection") -> None:
    """The history of one record is found without reading what was only ever added."""
    db.execute('CREATE INDEX entry_changed ON entry ("table", row) WHERE old IS NOT NULL')


def _m008_ties_and_rounds(db: "Connection") -> None:
    """Whom a household is tied to, what was talked about, which forms came back."""
    household = "household_id INTEGER NOT NULL REFERENCES household"
    db.execute(f"""
        CREATE TABLE household_tie ({_ID}, {household}, tie TEXT NOT NULL,
            other_id INTEGER REFERENCES household, name TEXT NOT NULL DEFAULT '',
            kana TEXT NOT NULL DEFAULT '', phone TEXT NOT NULL DEFAULT '',
            address TEXT NOT NULL DEFAULT '', note TEXT NOT NULL DEFAULT '', {_DAYS}) STRICT""")
    db.execute("CREATE INDEX household_tie_household ON household_tie (household_id)")
    db.execute("CREATE INDEX household_tie_other ON household_tie (other_id)")
    db.execute(f"""
        CREATE TABLE household_talk ({_ID}, {household}, talked_on TEXT NOT NULL,
            way TEXT NOT NULL DEFAULT '', said TEXT NOT NULL DEFAULT '',
            next_step TEXT NOT NULL DEFAULT '', next_on TEXT NOT NULL DEFAULT '',
            done INTEGER NOT NULL DEFAULT 0) STRICT""")
    db.execute("CREATE INDEX household_talk_household ON household_talk (household_id)")
    db.execute(f"""
        CREATE TABLE sheet_round ({_ID}, kind TEXT NOT NULL, name TEXT NOT NULL,
            began TEXT NOT NULL, return_by TEXT NOT NULL DEFAULT '',
            closed TEXT NOT NULL DEFAULT '') STRICT""")
    db.execute(f"""
        CREATE TABLE sheet_return ({_ID}, round_id INTEGER NOT NULL REFERENCES sheet_round,
            {household}, returned_on TEXT NOT NULL, state TEXT NOT NULL DEFAULT 'returned',
            note TEXT NOT NULL DEFAULT '') STRICT""")
    db.execute("CREATE INDEX sheet_return_round ON sheet_return (round_id, household_id)")
    db.execute("CREATE INDEX sheet_return_household ON sheet_return (household_id)")
    db.execute("ALTER TABLE consent ADD COLUMN form TEXT NOT NULL DEFAULT ''")
    for column, usual in (("to_households", "name,address,phone,family"), ("to_board", "name")):
        db.execute(f"ALTER TABLE association ADD COLUMN {column} TEXT NOT NULL DEFAULT '{usual}'")


def _m009_lists_and_pictures(db: "Connection") -> None:
    """Lists of one's own, names in their other spellings, scans, and who stood on which paper."""
    household = "household_id INTEGER NOT NULL REFERENCES household"
    db.execute(f"""
        CREATE TABLE saved_list ({_ID}, name TEXT NOT NULL, conditions TEXT NOT NULL,
            columns TEXT NOT NULL DEFAULT '', sort TEXT NOT NULL DEFAULT '') STRICT""")
    db.execute(f"""
        CREATE TABLE not_same ({_ID}, {household},
            other_id INTEGER NOT NULL REFERENCES household) STRICT""")
    for column in ("former_name", "known_as", "known_as_kana", "drawn_as"):
        db.execute(f"ALTER TABLE member ADD COLUMN {column} TEXT NOT NULL DEFAULT ''")
    db.execute("ALTER TABLE member ADD COLUMN by_known_as INTEGER NOT NULL DEFAULT 0")
    db.execute("CREATE INDEX member_drawn_as ON member (name, drawn_as) WHERE drawn_as <> ''")
    db.execute(f"""
        CREATE TABLE attachment ({_ID}, household_id INTEGER REFERENCES household,
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


def _m010_died(db: "Connection") -> None:
    """The day of a death, so that the year's figures tell it from moving away."""
    db.execute("ALTER TABLE member ADD COLUMN died TEXT NOT NULL DEFAULT ''")


def _m011_quick_steps(db: "Connection") -> None:
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


def _m012_copies_and_disclosures(db: "Connection") -> None:
    """What became of each copy; personal data given to others (個人情報保護法 29・30条)."""
    db.execute("""
        CREATE TABLE handout_copy (handout INTEGER NOT NULL, number INTEGER NOT NULL,
            how TEXT NOT NULL, noted_on TEXT NOT NULL, PRIMARY KEY (handout, number))
            STRICT, WITHOUT ROWID""")
    db.execute(f"""
        CREATE TABLE disclosure ({_ID}, way TEXT NOT NULL DEFAULT 'given',
            given_on TEXT NOT NULL DEFAULT '', party TEXT NOT NULL DEFAULT '',
            address TEXT NOT NULL DEFAULT '', whose TEXT NOT NULL DEFAULT '',
            items TEXT NOT NULL DEFAULT '', basis TEXT NOT NULL DEFAULT 'consent',
            obtained TEXT NOT NULL DEFAULT '', note TEXT NOT NULL DEFAULT '') STRICT""")


MIGRATIONS: tuple[Callable[["Connection"], None], ...] = (
    _m001_book,
    _m002_association,
    _m003_tonarigumi,
    _m004_household,
    _m005_member,
    _m006_household_today,
    _m007_changed_entries,
    _m008_ties_and_rounds,
    _m009_lists_and_pictures,
    _m010_died,
    _m011_quick_steps,
    _m012_copies_and_disclosures,
    m016_posts,
    m017_turns,
)
SCHEMA = len(MIGRATIONS)
"""The schema that this program writes; it reads older ones and refuses newer ones."""


def version_of(db: "Connection") -> int:
    return int(db.execute("PRAGMA user_version").fetchone()[0])


def migrate(db: "Connection") -> None:
    """Bring the tables to SCHEMA. Foreign keys are off while tables change, then checked."""
    db.execute("PRAGMA foreign_keys = OFF")
    try:
        for number in range(version_of(db), SCHEMA):
            db.execute("BEGIN IMMEDIATE")
            try:
                MIGRATIONS[number](db)
                if db.execute("PRAGMA foreign_key_check").fetchone():
                    raise RuntimeError(f"migration {number + 1} leaves a reference to nothing")
                db.execute(f"PRAGMA user_version = {number + 1}")
                db.execute("COMMIT")
            except BaseException:
                db.execute("ROLLBACK")
                raise
    finally:
        db.execute("PRAGMA foreign_keys = ON")
