"""When the copies of the open book are made, and how they stand, for whoever shows it."""

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from kucho_desktop.core.book import Book
from kucho_desktop.core.errors import KuchoError, Stopped
from kucho_desktop.core.history import last_steps
from kucho_desktop.core.i18n import _
from kucho_desktop.core.journal import Changes
from kucho_desktop.core.keeping import Kept, how_copies_stand, keep_copies
from kucho_desktop.core.restoring import PutBack
from kucho_desktop.core.tables import TABLES
from kucho_desktop.widgets.task import Progress, Task

EVERY = timedelta(minutes=30)
_DERIVED = frozenset(table.name for table in TABLES.values() if table.derived)


class Copying(QObject):
    """Makes copies away from the window, one at a time.

    stands: how they stand now (Kept). failed: a sentence. ended: one attempt is over, well or not.
    wants_back: the user wants to go back to this copy (Readable); the desk does it.
    """

    stands = Signal(object)
    failed = Signal(str)
    ended = Signal(bool)
    wants_back = Signal(object)

    def __init__(self, book: Book, now: Callable[[], datetime] = datetime.now) -> None:
        super().__init__()
        self.book = book
        self.book_id = book.about("book_id")
        self._is_practice = bool(book.about("practice"))
        self.now = now
        self.kept: Kept | None = None
        self.trouble = ""
        self.progress = Progress()
        self._first_change: datetime | None = None
        self._task: Task | None = None
        book.listen(self._changed)

    @property
    def is_meant(self) -> bool:
        """Not for the invented district, and not for who only looks."""
        return bool(self.book_id) and not self.book.read_only and not self._is_practice

    @property
    def is_under_way(self) -> bool:
        return self._task is not None

    def look(self) -> None:
        """Find out, away from the window, what is there."""
        self._look = Task(partial(how_copies_stand, self.book.path, self.book_id))
        self._look.done.connect(self._show)
        self._look.start()

    def is_wanted(self) -> bool:
        """Whether something was changed that is in no copy, by this window or before."""
        if not self.is_meant or self.book.is_lent:
            return False
        if self.is_under_way:
            return True
        if self._first_change is not None or self.kept is None:
            return self._first_change is not None
        try:
            steps = last_steps(self.book, 1)
        except KuchoError:
            return True  # making the copy will say what is wrong
        at = self.kept.at
        return bool(steps) and (at is None or steps[0].at.replace(tzinfo=None) > at)

    def tick(self) -> None:
        """Once a minute: half an hour after the first change that is in no copy, make one."""
        if self._first_change is not None and self.now() - self._first_change >= EVERY:
            self.begin()

    def begin(self) -> None:
        """Make one now; nothing happens while one is under way or a long work writes."""
        if self.is_under_way or not self.is_meant or self.book.is_lent:
            return
        self._first_change, self._before = None, self._first_change
        self.progress = Progress()
        self._task = Task(
            partial(keep_copies, self.book, self.book_id, self.now(), self.progress.tell)
        )
        self._task.done.connect(self._done)
        self._task.failed.connect(self._failed)
        self._task.start()

    def _changed(self, changes: Changes) -> None:
        if self._first_change is None and changes.keys() - _DERIVED:
            self._first_change = self.now()

    @Slot(object)
    def _show(self, kept: Kept) -> None:
        if self.kept is None:
            self.kept = kept
            self.stands.emit(kept)
            if kept.is_behind and kept.at is not None:
                self.begin()

    @Slot(object)
    def _done(self, kept: Kept) -> None:
        self._task = None
        self.kept, self.trouble = kept, kept.trouble
        self.stands.emit(kept)
        if kept.trouble:
            self.failed.emit(kept.trouble)
        self.ended.emit(True)

    @Slot(object)
    def _failed(self, error: object) -> None:
        """It is tried again in half an hour, and when the window is closed."""
        self._task = None
        self._first_change = self.now() if self._before is not None else self._first_change
        if not isinstance(error, Stopped):
            said = _("No copy could be made. The book itself is safe.")
            self.trouble = str(error) if isinstance(error, KuchoError) else said
            self.failed.emit(self.trouble)
        self.ended.emit(False)
        if not isinstance(error, KuchoError) and isinstance(error, Exception):
            raise error


_of_books: dict[Book, Copying] = {}


def copying_of(book: Book) -> Copying:
    """The one of this book, for the desk, the settings and the page of copies."""
    if book not in _of_books:
        _of_books[book] = Copying(book)
    return _of_books[book]


def forget(book: Book) -> None:
    """The book is closed; neither it nor its key stays in memory for this."""
    copying = _of_books.pop(book, None)
    if copying is not None:
        copying.blockSignals(True)  # a copy may just end; whoever hears of it looks into the book
        copying.progress.stop()


def said_of(kept: Kept, now: datetime) -> str:
    """For the foot of the window: when the last copy was made and where it is."""
    if kept.at is None:
        return _("Copies: none yet")
    when = said_when(kept.at, now)
    if kept.in_second:
        return _("Copy: {when} (in both places)").format(when=when)
    return _("Copy: {when} (on this computer)").format(when=when)


def said_when(at: datetime, now: datetime) -> str:
    """A day and a time as one says them."""
    from kucho_desktop.core.dates import show_date

    days = (now.date() - at.date()).days
    day = {0: _("Today"), 1: _("Yesterday")}.get(days) or show_date(at.date(), weekday=False)
    return _("{day} {hour}:{minute:02}").format(day=day, hour=at.hour, minute=at.minute)


def said_of_going_back(when: str, done: PutBack) -> str:
    """Where what was there before lies now, if there was anything."""
    if done.kept is None:
        return _("The book is as it was: {when}.").format(when=when)
    said = _("The book is as it was: {when}. What was there before is kept as {name}.")
    return said.format(when=when, name=done.kept.name)
