"""The tables of what takes place, who does it and what goes round."""

from typing import TYPE_CHECKING

from kucho_desktop.core.schemas import DAYS, ID, LATER

if TYPE_CHECKING:
    from sqlite3 import Connection


def m015_calendar(db: "Connection") -> None:
    """What takes place when, and the single days on which it is otherwise."""
    text = "TEXT NOT NULL DEFAULT ''"
    db.execute(f"""
        CREATE TABLE calendar_event ({ID}, title {text}, kind TEXT NOT NULL DEFAULT 'event',
            for_whom TEXT NOT NULL DEFAULT 'all', first_day TEXT NOT NULL, last_day {text},
            starts {text}, ends {text}, place {text}, responsible {text}, rule {text},
            until {text}, note {text}) STRICT""")
    db.execute(f"""
        CREATE TABLE calendar_change ({ID}, event_id INTEGER NOT NULL REFERENCES calendar_event
            {LATER}, day TEXT NOT NULL, to_day {text}, starts {text},
            ends {text}, note {text}) STRICT""")
    db.execute("CREATE INDEX calendar_change_event ON calendar_change (event_id)")


def m016_posts(db: "Connection") -> None:
    """役職: the posts and who holds them from when until when, the departments, the trainings."""
    told = "name TEXT NOT NULL DEFAULT '', kana TEXT NOT NULL DEFAULT ''"
    note = "note TEXT NOT NULL DEFAULT ''"
    member = f"member_id INTEGER REFERENCES member {LATER}"
    db.execute(f"""
        CREATE TABLE department ({ID}, {told}, work TEXT NOT NULL DEFAULT '',
            position INTEGER NOT NULL DEFAULT 0, {DAYS}) STRICT""")
    department = f"department_id INTEGER {{}} REFERENCES department {LATER}"
    db.execute(f"""
        CREATE TABLE department_task ({ID}, {department.format("NOT NULL")}, month INTEGER,
            task TEXT NOT NULL DEFAULT '', {note}, position INTEGER NOT NULL DEFAULT 0) STRICT""")
    db.execute(f"""
        CREATE TABLE post ({ID}, {told}, {department.format("")},
            number INTEGER NOT NULL DEFAULT 1, choosing TEXT NOT NULL DEFAULT '',
            term INTEGER NOT NULL DEFAULT 1, allowance INTEGER, also TEXT NOT NULL DEFAULT '',
            reported_to TEXT NOT NULL DEFAULT '', per_group INTEGER NOT NULL DEFAULT 0, {note},
            position INTEGER NOT NULL DEFAULT 0, {DAYS}) STRICT""")
    db.execute(f"""
        CREATE TABLE appointment ({ID}, post_id INTEGER NOT NULL REFERENCES post {LATER},
            tonarigumi_id INTEGER REFERENCES tonarigumi {LATER}, {member}, {told},
            phone TEXT NOT NULL DEFAULT '', address TEXT NOT NULL DEFAULT '',
            publicity TEXT NOT NULL DEFAULT '', {note}, {DAYS}) STRICT""")
    db.execute("CREATE INDEX appointment_post ON appointment (post_id)")
    db.execute("CREATE INDEX appointment_member ON appointment (member_id)")
    db.execute(f"""
        CREATE TABLE training ({ID}, held_on TEXT NOT NULL DEFAULT '',
            theme TEXT NOT NULL DEFAULT '', host TEXT NOT NULL DEFAULT '', {member},
            name TEXT NOT NULL DEFAULT '', papers_at TEXT NOT NULL DEFAULT '', {note}) STRICT""")


def m017_turns(db: "Connection") -> None:
    """輪番と免除; whom to ask for advice; whom the city asks us to name."""
    told = "name TEXT NOT NULL DEFAULT ''"
    note = "note TEXT NOT NULL DEFAULT ''"
    member = f"member_id INTEGER REFERENCES member {LATER}"
    household = f"household_id INTEGER {{}} REFERENCES household {LATER}"
    db.execute(f"""
        CREATE TABLE turn ({ID}, tonarigumi_id INTEGER NOT NULL REFERENCES tonarigumi {LATER},
            {household.format("NOT NULL")}, year TEXT NOT NULL, apart INTEGER NOT NULL DEFAULT 0,
            exchanged TEXT NOT NULL DEFAULT '', {note}) STRICT""")
    db.execute(f"""
        CREATE TABLE relief ({ID}, kind TEXT NOT NULL DEFAULT 'office', {household.format("")},
            {member}, reason TEXT NOT NULL DEFAULT '', detail TEXT NOT NULL DEFAULT '',
            approver TEXT NOT NULL DEFAULT '', decided_on TEXT NOT NULL DEFAULT '',
            {DAYS}) STRICT""")
    for table, owner in (("turn", "household"), ("relief", "household"), ("relief", "member")):
        db.execute(f"CREATE INDEX {table}_{owner} ON {table} ({owner}_id)")
    db.execute(f"""
        CREATE TABLE adviser ({ID}, kind TEXT NOT NULL DEFAULT 'former', {member}, {told},
            kana TEXT NOT NULL DEFAULT '', phone TEXT NOT NULL DEFAULT '',
            about TEXT NOT NULL DEFAULT '', reached TEXT NOT NULL DEFAULT '', {note},
            {DAYS}) STRICT""")
    db.execute(f"""
        CREATE TABLE nomination ({ID}, post TEXT NOT NULL DEFAULT '',
            asked_by TEXT NOT NULL DEFAULT '', class_ TEXT NOT NULL DEFAULT '',
            number INTEGER NOT NULL DEFAULT 1, term_from TEXT NOT NULL DEFAULT '',
            term_to TEXT NOT NULL DEFAULT '', before TEXT NOT NULL DEFAULT '',
            deadline TEXT NOT NULL DEFAULT '', submitted_on TEXT NOT NULL DEFAULT '',
            {note}) STRICT""")
    db.execute(f"""
        CREATE TABLE candidate ({ID}, nomination_id INTEGER NOT NULL REFERENCES nomination
            {LATER}, {member}, {told}, asked_on TEXT NOT NULL DEFAULT '',
            answer TEXT NOT NULL DEFAULT '', {note}, position INTEGER NOT NULL DEFAULT 0) STRICT""")


def m018_contacts(db: "Connection") -> None:
    """連絡網: bodies outside, where one turns in trouble, and who calls whom other than usual."""
    text = "TEXT NOT NULL DEFAULT ''"
    position = "position INTEGER NOT NULL DEFAULT 0"
    db.execute(f"""
        CREATE TABLE outside_body ({ID}, kind TEXT NOT NULL DEFAULT 'other', name {text},
            kana {text}, person {text}, phone {text}, night_phone {text}, fax {text},
            address {text}, hours {text}, what_for {text},
            emergency INTEGER NOT NULL DEFAULT 0, publicity TEXT NOT NULL DEFAULT 'office',
            note {text}, {position}) STRICT""")
    db.execute(f"""
        CREATE TABLE trouble ({ID}, trouble {text}, outside_body_id INTEGER REFERENCES outside_body
            {LATER}, place {text}, phone {text}, note {text}, {position}) STRICT""")
    db.execute("CREATE INDEX trouble_outside_body ON trouble (outside_body_id)")
    whom = ", ".join(
        f"{who}post_id INTEGER REFERENCES post {LATER},"
        f" {who}tonarigumi_id INTEGER REFERENCES tonarigumi {LATER},"
        f" {who}household_id INTEGER REFERENCES household {LATER}"
        for who in ("", "by_", "instead_")
    )
    db.execute(f"CREATE TABLE call_rule ({ID}, {whom}, note {text}) STRICT")
    for who in ("", "by_", "instead_"):
        column = f"{who}household_id"
        db.execute(f"CREATE INDEX call_rule_{column} ON call_rule ({column})")


def m019_letters(db: "Connection") -> None:
    """文書受付, 依頼事務, 配布: letters, what is asked every year, what is handed out."""
    text = "TEXT NOT NULL DEFAULT ''"
    letter = f"letter_id INTEGER REFERENCES letter {LATER}"
    db.execute(f"""
        CREATE TABLE letter ({ID}, year TEXT NOT NULL, serial INTEGER NOT NULL,
            received_on {text}, sender {text}, reference {text}, title {text}, kind {text},
            deadline {text}, copies INTEGER, done_on {text}, answer {text}, responsible {text},
            kept_at {text}, keep_years INTEGER, note {text}) STRICT""")
    db.execute("CREATE INDEX letter_number ON letter (year, serial)")
    db.execute(f"""
        CREATE TABLE city_request ({ID}, title {text}, office {text}, class_ {text},
            months {text}, times INTEGER, minutes INTEGER, pay INTEGER, needed {text},
            opinion {text}, note {text}, {letter}) STRICT""")
    db.execute(f"""
        CREATE TABLE delivery ({ID}, day {text}, due {text}, note {text}) STRICT""")
    db.execute(f"""
        CREATE TABLE delivery_item ({ID}, delivery_id INTEGER NOT NULL REFERENCES delivery {LATER},
            title {text}, reach TEXT NOT NULL DEFAULT 'all', received INTEGER, {letter},
            position INTEGER NOT NULL DEFAULT 0) STRICT""")
    number = "INTEGER NOT NULL DEFAULT 0"
    db.execute(f"""
        CREATE TABLE group_extra ({ID}, tonarigumi_id INTEGER REFERENCES tonarigumi {LATER},
            apartments {number}, shops {number}, spare {number},
            circulars INTEGER NOT NULL DEFAULT 1, boards {number}, note {text}) STRICT""")
