"""The tables of what takes place, who does it and what goes round."""

from typing import TYPE_CHECKING

from kucho_desktop.core.schemas import ID, LATER

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
