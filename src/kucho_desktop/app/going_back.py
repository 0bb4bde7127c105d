"""Undo and redo: at once, or in a worker where the step was a large one."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot

from kucho_desktop.core.book import Book
from kucho_desktop.core.errors import KuchoError
from kucho_desktop.core.i18n import _
from kucho_desktop.widgets.long_step import LongStep
from kucho_desktop.widgets.toast import Toast


class GoingBack(QObject):
    """Takes back and does again; what cannot be done is said in the strip."""

    def __init__(self, book: Book, toast: Toast) -> None:
        super().__init__(toast)
        self._book = book
        self._toast = toast

    def undo(self) -> None:
        if self._book.undo_takes_long():
            self._away(Book.undo, _("Taking back “{step}” …"), self._book.undo_label())
        else:
            self._here(self._book.undo)

    def redo(self) -> None:
        if self._book.redo_takes_long():
            self._away(Book.redo, _("Doing “{step}” again …"), self._book.redo_label())
        else:
            self._here(self._book.redo)

    def _here(self, reverse: Callable[[], None]) -> None:
        try:
            reverse()
        except KuchoError as error:
            self._toast.warn(str(error))

    def _away(self, reverse: Callable[[Book], None], saying: str, step: str) -> None:
        try:
            work = LongStep(self._book, reverse)
        except KuchoError as error:
            self._toast.warn(str(error))
            return
        work.kept.connect(self._finish)
        work.failed.connect(self._fail)
        self._toast.wait(saying.format(step=step))
        work.start()

    @Slot(object)
    def _finish(self, _nothing: object) -> None:
        self._toast.hide()

    @Slot(object)
    def _fail(self, error: object) -> None:
        if isinstance(error, KuchoError):
            self._toast.warn(str(error))
            return
        self._toast.hide()
        assert isinstance(error, BaseException)
        raise error
