"""How the tables of the room officers came to be; see `migrations`, which says the order."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite3 import Connection

_ID = "id INTEGER PRIMARY KEY AUTOINCREMENT"
_DAYS = "since TEXT NOT NULL, until TEXT NOT NULL"
_LATER = "DEFERRABLE INITIALLY DEFERRED"  # references are judged when a step is whole


def m016_posts(db: "Connection") -> None:
    """役職: the posts and who holds them from when until when, the departments, the trainings."""
    told = "name TEXT NOT NULL DEFAULT '', kana TEXT NOT NULL DEFAULT ''"
    note = "note TEXT NOT NULL DEFAULT ''"
    member = f"member_id INTEGER REFERENCES member {_LATER}"
    db.execute(f"""
        CREATE TABLE department ({_ID}, {told}, work TEXT NOT NULL DEFAULT '',
            position INTEGER NOT NULL DEFAULT 0, {_DAYS}) STRICT""")
    department = f"department_id INTEGER {{}} REFERENCES department {_LATER}"
    db.execute(f"""
        CREATE TABLE department_task ({_ID}, {department.format("NOT NULL")}, month INTEGER,
            task TEXT NOT NULL DEFAULT '', {note}, position INTEGER NOT NULL DEFAULT 0) STRICT""")
    db.execute(f"""
        CREATE TABLE post ({_ID}, {told}, {department.format("")},
            number INTEGER NOT NULL DEFAULT 1, choosing TEXT NOT NULL DEFAULT '',
            term INTEGER NOT NULL DEFAULT 1, allowance INTEGER, also TEXT NOT NULL DEFAULT '',
            reported_to TEXT NOT NULL DEFAULT '', per_group INTEGER NOT NULL DEFAULT 0, {note},
            position INTEGER NOT NULL DEFAULT 0, {_DAYS}) STRICT""")
    db.execute(f"""
        CREATE TABLE appointment ({_ID}, post_id INTEGER NOT NULL REFERENCES post {_LATER},
            tonarigumi_id INTEGER REFERENCES tonarigumi {_LATER}, {member}, {told},
            phone TEXT NOT NULL DEFAULT '', address TEXT NOT NULL DEFAULT '',
            publicity TEXT NOT NULL DEFAULT '', {note}, {_DAYS}) STRICT""")
    db.execute("CREATE INDEX appointment_post ON appointment (post_id)")
    db.execute("CREATE INDEX appointment_member ON appointment (member_id)")
    db.execute(f"""
        CREATE TABLE training ({_ID}, held_on TEXT NOT NULL DEFAULT '',
            theme TEXT NOT NULL DEFAULT '', host TEXT NOT NULL DEFAULT '', {member},
            name TEXT NOT NULL DEFAULT '', papers_at TEXT NOT NULL DEFAULT '', {note}) STRICT""")


def m017_turns(db: "Connection") -> None:
    """輪番と免除; whom to ask for advice; whom the city asks us to name."""
    told = "name TEXT NOT NULL DEFAULT ''"
    note = "note TEXT NOT NULL DEFAULT ''"
    member = f"member_id INTEGER REFERENCES member {_LATER}"
    household = f"household_id INTEGER {{}} REFERENCES household {_LATER}"
    db.execute(f"""
        CREATE TABLE turn ({_ID}, tonarigumi_id INTEGER NOT NULL REFERENCES tonarigumi {_LATER},
            {household.format("NOT NULL")}, year TEXT NOT NULL, apart INTEGER NOT NULL DEFAULT 0,
            exchanged TEXT NOT NULL DEFAULT '', {note}) STRICT""")
    db.execute(f"""
        CREATE TABLE relief ({_ID}, kind TEXT NOT NULL DEFAULT 'office', {household.format("")},
            {member}, reason TEXT NOT NULL DEFAULT '', detail TEXT NOT NULL DEFAULT '',
            approver TEXT NOT NULL DEFAULT '', decided_on TEXT NOT NULL DEFAULT '',
            {_DAYS}) STRICT""")
    for table, owner in (("turn", "household"), ("relief", "household"), ("relief", "member")):
        db.execute(f"CREATE INDEX {table}_{owner} ON {table} ({owner}_id)")
    db.execute(f"""
        CREATE TABLE adviser ({_ID}, kind TEXT NOT NULL DEFAULT 'former', {member}, {told},
            kana TEXT NOT NULL DEFAULT '', phone TEXT NOT NULL DEFAULT '',
            about TEXT NOT NULL DEFAULT '', reached TEXT NOT NULL DEFAULT '', {note},
            {_DAYS}) STRICT""")
    db.execute(f"""
        CREATE TABLE nomination ({_ID}, post TEXT NOT NULL DEFAULT '',
            asked_by TEXT NOT NULL DEFAULT '', class_ TEXT NOT NULL DEFAULT '',
            number INTEGER NOT NULL DEFAULT 1, term_from TEXT NOT NULL DEFAULT '',
            term_to TEXT NOT NULL DEFAULT '', before TEXT NOT NULL DEFAULT '',
            deadline TEXT NOT NULL DEFAULT '', submitted_on TEXT NOT NULL DEFAULT '',
            {note}) STRICT""")
    db.execute(f"""
        CREATE TABLE candidate ({_ID}, nomination_id INTEGER NOT NULL REFERENCES nomination
            {_LATER}, {member}, {told}, asked_on TEXT NOT NULL DEFAULT '',
            answer TEXT NOT NULL DEFAULT '', {note}, position INTEGER NOT NULL DEFAULT 0) STRICT""")
