"""The steps by which the tables came to be, by what they are for; `core.migrations` runs them.

Plain SQL that imports nothing of today, so that history never changes with the program.
"""

ID = "id INTEGER PRIMARY KEY AUTOINCREMENT"  # an id never means two things in the journal
DAYS = "since TEXT NOT NULL, until TEXT NOT NULL"
LATER = "DEFERRABLE INITIALLY DEFERRED"
