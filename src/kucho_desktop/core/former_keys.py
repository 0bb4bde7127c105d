"""The keys that a book had before, kept inside it, so that its older backups still open."""

import json

from kucho_desktop.core.connection import Connection

_NAME = "former_keys"


def former_keys(db: Connection) -> tuple[bytes, ...]:
    """The newest one first."""
    found = db.execute("SELECT value FROM about WHERE name = ?", (_NAME,)).fetchone()
    return tuple(bytes.fromhex(each) for each in json.loads(found[0])) if found else ()


def note_former_key(db: Connection, *keys: bytes) -> None:
    """Keep more of them, the newest first; a second time is harmless."""
    kept = [each.hex() for each in dict.fromkeys((*keys, *former_keys(db)))]
    db.execute("INSERT OR REPLACE INTO about VALUES (?, ?)", (_NAME, json.dumps(kept)))
