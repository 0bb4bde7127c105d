"""The association's one file."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kucho_desktop.core import journal, periods
from kucho_desktop.core.connection import as_database, connect, explaining, look_into
from kucho_desktop.core.errors import CannotKeep, CannotUndo, Damaged, FoundDamaged
from kucho_desktop.core.former_keys import former_keys
from kucho_desktop.core.i18n import _
from kucho_desktop.core.journal import Changes
from kucho_desktop.core.lock import WriterLock, file_at, refuse_if_gone
from kucho_desktop.core.new_day import bring_to_today
from kucho_desktop.core.stopping import stopping
from kucho_desktop.core.upgrade import bring_up_to_date
from kucho_desktop.core.upkeep import NO_UPKEEP, Upkeep
from kucho_desktop.core.whole_file import WholeFile

if TYPE_CHECKING:
    from sqlite_utils import Database

Listener = Callable[[Changes], None]


class Book(WholeFile):
    """The open file: read rows, write in steps, undo and redo them."""

    day_in_memory = ""  # which the derived tables show where they may not be kept
    _database: "Database | None" = None

    def __init__(
        self,
        path: Path,
        key: bytes,
        *,
        upkeep: Upkeep = NO_UPKEEP,
        read_only: bool = False,
        today: date | None = None,
        lent_since: int | None = None,
    ) -> None:
        """Open the file under its raw key; `opening` turns a password into one.

        today: stands still when given (tests). lent_since: this is the second connection of a
        window, which undoes steps after this one.
        """
        self.path = path
        self.read_only = read_only
        self._key = key
        self.upkeep = upkeep
        self._today = today
        self._listeners: list[Listener] = []
        self._open_step: int | None = None
        self._lent: Book | None = None
        self.heard: list[Changes] = []
        self._lock = None if read_only or lent_since is not None else WriterLock(path)
        try:
            self._begin(lent_since)
        except FoundDamaged as error:
            self._let_go()
            raise Damaged(str(error)) from error
        except BaseException:
            self._let_go()
            raise

    def _begin(self, lent_since: int | None) -> None:
        """Connect, bring an older file up to date, and bring it to today."""
        way = look_into if self.read_only else connect
        self._db = way(self.path, self._key, any_thread=lent_since is not None)
        with explaining():
            bring_up_to_date(self._db, self.path, self._key, read_only=self.read_only)
            self._former_keys = former_keys(self._db)
        self._lies = file_at(self.path)
        last = int(self.tuples("SELECT coalesce(max(id), 0) FROM step")[0][0])
        self.first_step = last if lent_since is None else lent_since  # undo ends here
        if self._lock or self.read_only:
            self.see_new_day()

    # reading

    @property
    def today(self) -> date:
        return self._today or date.today()

    def rows(self, sql: str, **values: object) -> list[dict[str, Any]]:
        """Read; `:name` in the SQL takes its value from the keyword."""
        with explaining():
            cursor = self._db.execute(sql, values)
            names = [column[0] for column in cursor.description]
            return [dict(zip(names, row, strict=True)) for row in cursor]

    def tuples(self, sql: str, **values: object) -> list[tuple[Any, ...]]:
        """Read many rows at less cost."""
        with explaining():
            return self._db.execute(sql, values).fetchall()

    def about(self, name: str) -> str:
        """A fact about the file itself; empty if it was never set."""
        found = self.tuples("SELECT value FROM about WHERE name = :name", name=name)
        return str(found[0][0]) if found else ""

    # writing

    @property
    def is_lent(self) -> bool:
        """Whether a long work is writing, so that this window only reads."""
        return self._lent is not None

    @property
    def is_writing(self) -> bool:
        """Whether something is being written that may yet be taken back."""
        return self._db.in_transaction

    @property
    def can_write_aside(self) -> bool:
        """Whether something small may be written just now, without waiting and besides no step."""
        return not (self.read_only or self.is_lent or self.is_writing)

    @contextmanager
    def step(self, message: str, **values: object) -> Iterator["Database"]:
        """One thing the user did: all of it happens, or none of it.

        The message is kept untranslated, with its values. A step inside a step joins it.
        """
        if self._database is None:
            self._database = as_database(self._db)
        if self._open_step is not None:
            try:
                yield self._database
            except BaseException:
                self._spoiled = True
                raise
            return
        with self._transaction():
            self._open_step = journal.begin(self._db, message, values)
            yield self._database
            changes = self._end_step(self._open_step)
        self._tell(changes)

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        self._refuse_if_not_writable()
        self._spoiled = False
        with explaining():
            self._db.execute("BEGIN IMMEDIATE")
            try:
                yield
                if self._spoiled:
                    raise RuntimeError("a step inside this step failed")
                self._db.execute("COMMIT")
            except BaseException:
                if self._db.in_transaction:
                    self._db.execute("ROLLBACK")
                raise
            finally:
                self._open_step = None

    def _refuse_if_not_writable(self) -> None:
        if self.read_only:
            raise CannotKeep(_("This book is open for reading only, so nothing was changed."))
        refuse_if_gone(self.path, self._lies)
        if self.is_lent:
            raise CannotKeep(_("Please wait until the work under way is done, then do it again."))

    def _end_step(self, number: int) -> Changes:
        changes = journal.touched(self._db, number)
        if changes:
            periods.refuse_overlaps(self._db, changes)
            for rule in self.upkeep.rules:
                rule(self, changes)
            for derive in self.upkeep.derive:
                derive(self, changes)
        journal.end(self._db, number, changes)
        return changes

    def stoppable(self, ask: Callable[[], None]) -> AbstractContextManager[None]:
        """What is read or written in here ends when `ask` raises Stopped; nothing is kept then."""
        return stopping(self._db, ask)

    def run(self, sql: str, **values: object) -> None:
        """Write to a table that is not journaled (derived tables, the hand-out log)."""
        self._db.execute(sql, values)

    def run_many(self, sql: str, rows: Iterable[Sequence[object]]) -> None:
        """The same with many rows of values."""
        self._db.executemany(sql, rows)

    @contextmanager
    def aside(self) -> Iterator[None]:
        """Write, outside any step, to tables that are not journaled."""
        with nullcontext() if self._db.in_transaction else self._transaction():
            yield

    def set_about(self, name: str, value: str) -> None:
        self.run("INSERT OR REPLACE INTO about VALUES (:name, :value)", name=name, value=value)

    def see_new_day(self) -> None:
        """Bring what depends on the day up to date; call it when the day may have changed."""
        if bring_to_today(self, self.upkeep.new_day):
            self._tell({"household_today": frozenset()})

    # undo and redo

    def undo_label(self) -> str:
        """What undo would take back, in words; empty if nothing."""
        return journal.words_of(self._db, journal.undoable(self._db, self.first_step))

    def redo_label(self) -> str:
        return journal.words_of(self._db, journal.redoable(self._db, self.first_step))

    def undo_takes_long(self) -> bool:
        """Whether undo is better done on a second connection, away from the window."""
        return journal.is_large(self._db, journal.undoable(self._db, self.first_step))

    def redo_takes_long(self) -> bool:
        return journal.is_large(self._db, journal.redoable(self._db, self.first_step))

    def undo(self) -> None:
        """Take back the last step of this run of the program."""
        self._reverse(journal.undoable(self._db, self.first_step), "undo")

    def redo(self) -> None:
        self._reverse(journal.redoable(self._db, self.first_step), "redo")

    def why_not_undo(self, step: int) -> str:
        """Why a step cannot be taken back; empty if it can. Takes long where the step is large."""
        with explaining():
            return journal.why_not_undo(self._db, step)

    def undo_step(self, step: int) -> None:
        """Take back an older step. Raises CannotUndo with the reason."""
        if reason := self.why_not_undo(step):
            raise CannotUndo(reason)
        self._reverse(step, "undo")

    def _reverse(self, step: int | None, kind: str) -> None:
        if step is None:
            return
        from kucho_desktop.core import reversing  # with the first undo, not with the window

        with self._transaction():
            self._open_step = reversing.reverse(self._db, step, kind)
            changes = self._end_step(self._open_step)
        self._tell(changes)

    # listening

    def listen(self, listener: Listener) -> None:
        """Be told the tables and rows of every step, after it is kept."""
        self._listeners.append(listener)

    def unlisten(self, listener: Listener) -> None:
        if listener in self._listeners:
            self._listeners.remove(listener)

    def _tell(self, changes: Changes) -> None:
        if changes:
            if self._lock is None:
                self.heard.append(changes)
            for listener in list(self._listeners):
                listener(changes)

    def go_on_from_here(self, changes: Changes) -> None:
        """Nothing done so far can be taken back by undo; tell what was changed outside a step."""
        self.first_step = int(self.tuples("SELECT coalesce(max(id), 0) FROM step")[0][0])
        self._tell(changes)

    # long steps

    def lend(self) -> "Book":
        """A second connection for a worker; this one only reads until `take_back`."""
        self._refuse_if_not_writable()
        since, today = self.first_step, self._today
        self._lent = Book(self.path, self._key, upkeep=self.upkeep, today=today, lent_since=since)
        return self._lent

    def take_back(self) -> None:
        """Close the second connection and tell what it wrote."""
        lent, self._lent = self._lent, None
        if lent is not None:
            lent.close()
            self.first_step = max(self.first_step, lent.first_step)
            for changes in lent.heard:
                self._tell(changes)

    def close(self) -> None:
        """Leave one file: the write-ahead log is worked in. Doing it twice is harmless."""
        self.take_back()
        self._let_go()

    def _let_go(self) -> None:
        """Close the file, if it was opened at all, and free the lock."""
        try:
            if "_db" in vars(self):
                self._db.close()
        finally:
            if self._lock:
                self._lock.free()
