"""Stopping work that the database does by itself, such as a step of many thousand rows."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from kucho_desktop.core.connection import Connection, DatabaseError
from kucho_desktop.core.errors import Stopped

_OFTEN = 50_000
"""Instructions of SQLite from one question to the next: a few milliseconds."""


@contextmanager
def stopping(db: Connection, ask: Callable[[], None]) -> Iterator[None]:
    """Ask from time to time; when `ask` raises Stopped, SQLite breaks off and so does the step."""
    stopped: list[Stopped] = []

    def look() -> int:
        if not stopped:  # taking the step back must not be stopped as well
            try:
                ask()
            except Stopped as reason:
                stopped.append(reason)
                return 1
        return 0

    db.set_progress_handler(look, _OFTEN)
    try:
        yield
    except DatabaseError as error:
        if stopped:
            raise stopped[0] from error
        raise
    finally:
        db.set_progress_handler(None, 0)
