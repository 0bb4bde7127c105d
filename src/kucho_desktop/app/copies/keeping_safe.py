"""What the desk does so that nothing is lost: copies, the check after a bad end, going back."""

from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from kucho_desktop.app.copies.closing import Closing
from kucho_desktop.app.copies.copying import (
    Copying,
    copying_of,
    forget,
    said_of,
    said_of_going_back,
    said_when,
)
from kucho_desktop.core.errors import KuchoError
from kucho_desktop.core.i18n import _
from kucho_desktop.core.keeping import Kept
from kucho_desktop.core.looking_over import Looked, look_over
from kucho_desktop.core.restoring import PutBack, Readable, put_back
from kucho_desktop.widgets.task import Task

if TYPE_CHECKING:
    from kucho_desktop.app.erasing.by_itself import ErasingByItself
    from kucho_desktop.app.window import Window
    from kucho_desktop.core.book import Book


class Safekeeping(QObject):
    """Of one open book, through all its windows.

    gives_up_book: it must be closed now. went_back: (what to say, whether a copy is in its place).
    """

    gives_up_book = Signal()
    went_back = Signal(str, bool)

    def __init__(self, book: "Book") -> None:
        super().__init__()
        self.book = book
        self.copying: Copying = copying_of(book)
        self.window: Window | None = None
        self.closing: Closing | None = None
        self.erasing: ErasingByItself | None = None
        self.copying.stands.connect(self._show)
        self.copying.failed.connect(self._warn)
        self.copying.wants_back.connect(self._go_back)

    def begin(self) -> None:
        """Soon after the book is seen: look how the copies stand, and whether it ended well.

        What is to be erased goes before any copy is made.
        """
        from kucho_desktop.app.erasing.by_itself import ErasingByItself

        self.erasing = ErasingByItself(self.book)
        self.erasing.told.connect(self._tell)
        self.erasing.erased.connect(self._forget_drafts)
        self.erasing.ended.connect(self._look)
        self.erasing.begin()
        if self.book.ended_badly:
            self._check = Task(partial(look_over, self.book))
            self._check.done.connect(self._tell_check)
            self._check.start()

    @Slot()
    def _look(self) -> None:
        if self.window is not None and self.copying.is_meant and self.copying.kept is None:
            self.copying.look()

    @Slot()
    def _forget_drafts(self) -> None:
        if self.window is not None and self.window.drafting is not None:
            self.window.drafting.forget_erased()

    @Slot(str)
    def _tell(self, said: str) -> None:
        if self.window is not None:
            self.window.toast.tell(said)

    def watch(self, window: "Window") -> None:
        """A window is there now, instead of the one before."""
        if self.closing is not None:
            self.closing.let_go()
        self.window = window
        self.closing = Closing(window, self.copying)
        if self.copying.kept is not None:
            self._show(self.copying.kept)

    def tick(self) -> None:
        self.copying.tick()

    def holds(self, then: Callable[[], object]) -> bool:
        """Whether a copy comes first; `then` is done after it."""
        return self.closing is not None and self.closing.holds(then)

    def end(self) -> None:
        """The book is closed; what still comes is told to nobody."""
        forget(self.book)
        if self.erasing is not None:
            self.erasing.progress.stop()
        if self.closing is not None:
            self.closing.let_go()  # a copy that ends now finds no book to ask
        for signal, slot in (
            (self.copying.stands, self._show),
            (self.copying.failed, self._warn),
            (self.copying.wants_back, self._go_back),
        ):
            with suppress(RuntimeError):
                signal.disconnect(slot)
        self.window = self.closing = None

    @Slot(object)
    def _show(self, kept: Kept) -> None:
        if self.window is not None:
            self.window.foot.show_book(said_of(kept, self.copying.now()))

    @Slot(str)
    def _warn(self, trouble: str) -> None:
        held = self.closing is not None and self.closing.page is not None
        if self.window is not None and not held:
            self.window.toast.warn(trouble)

    @Slot(object)
    def _tell_check(self, found: list[Looked]) -> None:
        if self.window is None:
            return
        if any(each.problems for each in found):
            self.window.begin("check", "")
            self.window.toast.warn(
                _("The program was cut short the last time, and something is not right.")
            )
        else:
            self.window.toast.tell(
                _("The program was cut short the last time. The book was looked over: all is well.")
            )

    @Slot(object)
    def _go_back(self, copy: Readable) -> None:
        """Close the book, then put the copy in its place away from the window."""
        if self.closing is None or copy.key is None:
            return
        self.closing.let_go()
        self.closing.cover().show_work(
            _("Going back to a copy"),
            _("The copy is looked over and put in place. The present book is kept beside it."),
        )
        self.gives_up_book.emit()
        when = said_when(copy.copy.at, self.copying.now())
        self._when = when
        self._back = Task(
            partial(
                put_back,
                copy.copy.path,
                self.book.path,
                copy.key,
                self.book.upkeep,
                now=self.copying.now(),
                keeps_slots=copy.key == self.book.key,
                known=self.book.known_keys,
            )
        )
        self._back.done.connect(self._is_back)
        self._back.failed.connect(self._is_not_back)
        self._back.start()

    @Slot(object)
    def _is_back(self, done: PutBack) -> None:
        self.went_back.emit(said_of_going_back(self._when, done), True)

    @Slot(object)
    def _is_not_back(self, error: object) -> None:
        said = _("The copy could not be put in place. The book is as it was.")
        self.went_back.emit(str(error) if isinstance(error, KuchoError) else said, False)
