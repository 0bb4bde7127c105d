"""The tables of the foundation: the book itself, the district, its groups, its households."""

from typing import TYPE_CHECKING

from kucho_desktop.core.schemas import DAYS, ID

if TYPE_CHECKING:
    from sqlite3 import Connection


def m001_book(db: "Connection") -> None:
    db.execute("CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT")
    db.execute(f"""
        CREATE TABLE step ({ID}, at TEXT NOT NULL, message TEXT NOT NULL, "values" TEXT NOT NULL,
            kind TEXT NOT NULL, reverses INTEGER, schema INTEGER NOT NULL) STRICT""")
    db.execute("CREATE INDEX step_reverses ON step (reverses)")
    db.execute(f"""
        CREATE TABLE entry ({ID}, step INTEGER NOT NULL REFERENCES step, "table" TEXT NOT NULL,
            row INTEGER NOT NULL, kind TEXT NOT NULL, old TEXT, new TEXT) STRICT""")
    db.execute("CREATE INDEX entry_step ON entry (step)")
    db.execute('CREATE INDEX entry_row ON entry (row, "table")')
    db.execute("CREATE TABLE open_step (step INTEGER NOT NULL) STRICT")
    db.execute(f"""
        CREATE TABLE handout ({ID}, at TEXT NOT NULL, paper TEXT NOT NULL, audience TEXT NOT NULL,
            for_whom TEXT NOT NULL, purpose TEXT NOT NULL, first_copy INTEGER NOT NULL,
            copies INTEGER NOT NULL) STRICT""")


def m002_association(db: "Connection") -> None:
    db.execute(f"""
        CREATE TABLE association ({ID}, name TEXT NOT NULL, kana TEXT NOT NULL DEFAULT '',
            city TEXT NOT NULL DEFAULT '', chief TEXT NOT NULL DEFAULT '',
            chief_kana TEXT NOT NULL DEFAULT '', chief_address TEXT NOT NULL DEFAULT '',
            chief_phone TEXT NOT NULL DEFAULT '', association_word TEXT NOT NULL DEFAULT '',
            chief_word TEXT NOT NULL DEFAULT '', group_word TEXT NOT NULL DEFAULT '',
            leader_word TEXT NOT NULL DEFAULT '', vision TEXT NOT NULL DEFAULT '') STRICT""")
    db.execute(f"""
        CREATE TABLE association_year ({ID}, association_id INTEGER NOT NULL REFERENCES
            association, month INTEGER NOT NULL, {DAYS}) STRICT""")
    db.execute(f"""
        CREATE TABLE area ({ID}, association_id INTEGER NOT NULL REFERENCES association,
            postal_code TEXT NOT NULL, prefix TEXT NOT NULL, position INTEGER NOT NULL) STRICT""")
    db.execute(f"""
        CREATE TABLE purpose ({ID}, association_id INTEGER NOT NULL REFERENCES association,
            "use" TEXT NOT NULL, text TEXT NOT NULL, {DAYS}) STRICT""")
    db.execute(f"""
        CREATE TABLE chronicle ({ID}, association_id INTEGER NOT NULL REFERENCES association,
            happened TEXT NOT NULL, text TEXT NOT NULL) STRICT""")


def m003_tonarigumi(db: "Connection") -> None:
    db.execute(f"CREATE TABLE tonarigumi ({ID}) STRICT")
    db.execute(f"""
        CREATE TABLE tonarigumi_place ({ID}, tonarigumi_id INTEGER NOT NULL REFERENCES tonarigumi,
            name TEXT NOT NULL, kana TEXT NOT NULL DEFAULT '',
            parent_id INTEGER REFERENCES tonarigumi, position INTEGER NOT NULL,
            {DAYS}) STRICT""")
    db.execute("CREATE INDEX tonarigumi_place_group ON tonarigumi_place (tonarigumi_id)")


def m004_household(db: "Connection") -> None:
    db.execute(f"""
        CREATE TABLE household ({ID}, number TEXT NOT NULL DEFAULT '',
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
        CREATE TABLE household_membership ({ID}, {owned}, membership TEXT NOT NULL,
            reason TEXT NOT NULL DEFAULT '', {DAYS}) STRICT""")
    db.execute(f"""
        CREATE TABLE household_place ({ID}, {owned}, tonarigumi_id INTEGER REFERENCES tonarigumi,
            walking_order INTEGER NOT NULL, {DAYS}) STRICT""")
    db.execute(f"""
        CREATE TABLE household_address ({ID}, {owned}, postal_code TEXT NOT NULL DEFAULT '',
            address TEXT NOT NULL DEFAULT '', building TEXT NOT NULL DEFAULT '',
            {DAYS}) STRICT""")
    db.execute(f"""
        CREATE TABLE consent ({ID}, {owned}, item TEXT NOT NULL, audience TEXT NOT NULL,
            answer TEXT NOT NULL, way TEXT NOT NULL DEFAULT 'form', {DAYS}) STRICT""")
    for table in ("household_membership", "household_place", "household_address", "consent"):
        db.execute(f"CREATE INDEX {table}_household ON {table} (household_id)")
    db.execute("CREATE INDEX household_place_group ON household_place (tonarigumi_id)")


def m005_member(db: "Connection") -> None:
    db.execute(f"""
        CREATE TABLE member ({ID}, name TEXT NOT NULL DEFAULT '', kana TEXT NOT NULL DEFAULT '',
            born TEXT NOT NULL DEFAULT '', gender TEXT NOT NULL DEFAULT '',
            phone TEXT NOT NULL DEFAULT '', work TEXT NOT NULL DEFAULT '',
            note TEXT NOT NULL DEFAULT '') STRICT""")
    owned = "member_id INTEGER NOT NULL REFERENCES member"
    db.execute(f"""
        CREATE TABLE member_home ({ID}, {owned},
            household_id INTEGER NOT NULL REFERENCES household, relation TEXT NOT NULL DEFAULT '',
            position INTEGER NOT NULL, {DAYS}) STRICT""")
    db.execute(f"""
        CREATE TABLE member_whereabouts ({ID}, {owned}, whereabouts TEXT NOT NULL,
            {DAYS}) STRICT""")
    for table in ("member_home", "member_whereabouts"):
        db.execute(f"CREATE INDEX {table}_member ON {table} (member_id)")
    db.execute("CREATE INDEX member_home_household ON member_home (household_id)")


def m006_household_today(db: "Connection") -> None:
    """What the list and the search need of a household today, derived at the end of each step."""
    db.execute("""
        CREATE TABLE household_today (id INTEGER PRIMARY KEY, order_key TEXT NOT NULL,
            kana_key TEXT NOT NULL, tonarigumi_id INTEGER, membership TEXT NOT NULL,
            head TEXT NOT NULL, people INTEGER NOT NULL, search TEXT NOT NULL) STRICT""")
    db.execute("CREATE INDEX household_today_order ON household_today (order_key)")
    db.execute("CREATE INDEX household_today_kana ON household_today (kana_key)")
    db.execute("CREATE INDEX household_today_counts ON household_today (membership, people)")


def m007_changed_entries(db: "Connection") -> None:
    """The history of one record is found without reading what was only ever added."""
    db.execute('CREATE INDEX entry_changed ON entry ("table", row) WHERE old IS NOT NULL')
