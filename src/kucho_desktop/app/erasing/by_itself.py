"""What waited its thirty days is erased once the book is open, and the copies follow."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from kucho_desktop.core.book import Book
from kucho_desktop.core.erased import follow, in_book
from kucho_desktop.core.erased_copies import Followed, Known, follow_in_copies, known_of
from kucho_desktop.core.erasing import is_unclean
from kucho_desktop.core.errors import KuchoError
from kucho_desktop.core.i18n import _, n_
from kucho_desktop.core.second_place import second_place
from kucho_desktop.records.store.erasing import ErasedByItself, erase_due, is_anything_due
from kucho_desktop.widgets.long_step import LongStep
from kucho_desktop.widgets.task import Progress, Task


class ErasingByItself(QObject):
    """told: what was erased. erased: it was, so that nobody goes on remembering it.

    ended: whoever makes copies may go on.
    """

    told = Signal(str)
    erased = Signal()
    ended = Signal()

    def __init__(self, book: Book) -> None:
        super().__init__()
        self._book = book
        self.progress = Progress()

    def begin(self) -> None:
        """Hardly ever is there anything to do; then nothing is waited for."""
        if self._book.read_only or self._book.is_lent:
            self.ended.emit()
        elif is_anything_due(self._book) or is_unclean(self._book):
            self._erase()
        else:
            self.follow()

    def _erase(self) -> None:
        try:
            self._step = LongStep(self._book, _erase_and_clean)
        except KuchoError:
            self.ended.emit()
            return
        self._step.kept.connect(self._show)
        self._step.failed.connect(self._fail)
        self._step.start()

    @Slot(object)
    def _show(self, done: ErasedByItself) -> None:
        said = []
        if done.count:
            text = n_(
                "{count} old record was erased for good",
                "{count} old records were erased for good",
                done.count,
            )
            said.append(text.format(count=f"{done.count:,}"))
        if done.back:
            text = n_(
                "{count} is there again and was not erased",
                "{count} are there again and were not erased",
                done.back,
            )
            said.append(text.format(count=f"{done.back:,}"))
        if done.count:
            self.erased.emit()
        if said:
            self.told.emit(_(" · ").join(said))
        self.follow()

    @Slot(object)
    def _fail(self, error: object) -> None:
        """It is tried again the next time."""
        self.ended.emit()
        if isinstance(error, KuchoError):
            self.told.emit(str(error))
        elif isinstance(error, Exception):
            raise error

    def follow(self) -> None:
        """Let the copies that are there follow; those of a stick once it is there."""
        if self._book.about("practice") or not in_book(self._book).erased:
            self.ended.emit()
            return
        place = second_place(self._book.about("book_id")).folder
        places = [place] if place is not None else []
        self._task = Task(partial(_follow, known_of(self._book), places, self.progress))
        self._task.done.connect(self._followed)
        self._task.failed.connect(self._not_followed)
        self._task.start()

    @Slot(object)
    def _followed(self, _done: Followed) -> None:
        self.ended.emit()

    @Slot(object)
    def _not_followed(self, error: object) -> None:
        self.ended.emit()
        if not isinstance(error, KuchoError) and isinstance(error, Exception):
            raise error


def _erase_and_clean(book: Book) -> ErasedByItself:
    done = erase_due(book)
    follow(book, in_book(book))
    return done


def _follow(known: Known, places: list[Path], progress: Progress) -> Followed:
    """A stick that is not plugged in is looked for here, away from the window."""
    return follow_in_copies(known, [each for each in places if each.is_dir()], progress.tell)
