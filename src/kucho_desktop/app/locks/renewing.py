"""A new key for a book that is closed for it: the password, the work, the new code on paper."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal, Slot

from kucho_desktop.app.books import open_book
from kucho_desktop.app.locks.code import Code, TriedCode, note_code_kept
from kucho_desktop.app.locks.known_password import KnownPassword
from kucho_desktop.core.book import Book
from kucho_desktop.core.errors import KuchoError
from kucho_desktop.core.i18n import _
from kucho_desktop.core.rekey import rekey
from kucho_desktop.widgets.parts import Card, column, words
from kucho_desktop.widgets.task import Task
from kucho_desktop.widgets.wizard import Wizard, WizardStep
from kucho_desktop.widgets.working import Working


class Renewing(Wizard):
    """opened: the Book, under its new key."""

    opened = Signal(object)

    def __init__(self, path: Path) -> None:
        why = _("Only who knows the password may give the book a new key.")
        self.known = KnownPassword(path, why)
        self.work = NewKey(path)
        self.code = Code()
        self.tried = TriedCode()
        steps = [self.known, self.work, self.code, self.tried]
        super().__init__(_("A new key for the book"), steps)
        self._book: Book | None = None
        self.known.opened.connect(self._hand_over)
        self.work.begun.connect(self._hold)
        self.work.failed.connect(self._release)
        self.work.made.connect(self._show_code)
        self.tried.later.connect(self.finished)
        self.finished.connect(self._tell_opened)
        self.given_up.connect(self._forget)

    @Slot()
    def _hand_over(self) -> None:
        self.work.password = self.known.typed

    @Slot()
    def _hold(self) -> None:
        """While it is written anew there is no way back."""
        for each in (self.back, self.give_up):
            each.hide()

    @Slot()
    def _release(self) -> None:
        for each in (self.back, self.give_up):
            each.show()
        self.on.setFocus()

    @Slot(object)
    def _show_code(self, made: tuple[Book, str]) -> None:
        self._book, code = made
        self.code.show_code(self._book, code)
        self.tried.show_code(code)
        self._show(self.steps.index(self.code))
        self.back.hide()

    @Slot()
    def _tell_opened(self) -> None:
        book, self._book = self._book, None
        if book is None:
            return
        if self.tried.may_go_on():
            note_code_kept(book)
        self._forget()
        self.opened.emit(book)

    @Slot()
    def _forget(self) -> None:
        self.work.password = ""
        for each in (self.known, self.code, self.tried):
            each.forget()

    def close_book(self) -> None:
        """The window is closed before the new code was on paper: the book itself is kept."""
        book, self._book = self._book, None
        if book is not None:
            book.close()


class NewKey(WizardStep):
    """What a new key means, and the making of it. made: (Book, its recovery code)."""

    begun = Signal()
    made = Signal(object)
    failed = Signal()

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.title = _("Make the new key")
        self.password = ""
        self._path = path
        self._task: Task | None = None
        self.working = Working()
        self.working.stop_button.hide()
        self.problem = words("", "problem")
        card = Card(self.title, "key-round")
        for text in (
            _("Do this when a sheet was lost, or when the book goes to the next chief."),
            _("The sheets that are there no longer open this book. You get a new code at once."),
            _("The password stays the same, and earlier backups can still be opened."),
        ):
            card.body.addWidget(words(text))
        card.body.addWidget(self.problem)
        self.setLayout(column(card, self.working, None))

    def needs_nothing(self) -> bool:
        return True

    def may_go_on(self) -> bool:
        return self._task is None

    def words_for_on(self) -> str:
        return self.title

    def leave(self) -> bool:
        """Goes on by itself once it is done."""
        self.problem.clear()
        self.working.begin(_("The book is written anew. This takes a moment."))
        self._task = Task(partial(rekey, self._path, self.password))
        self._task.done.connect(self._open)
        self._task.failed.connect(self._tell_failure)
        self.changed.emit()
        self.begun.emit()
        self._task.start()
        return False

    @Slot(object)
    def _open(self, code: str) -> None:
        self._end()
        try:
            book = open_book(self._path, self.password)
        except KuchoError as error:
            self._tell(error)
        else:
            self.made.emit((book, code))

    @Slot(object)
    def _tell_failure(self, error: Exception) -> None:
        self._end()
        if not isinstance(error, KuchoError):
            raise RuntimeError("the book could not be given a new key") from error
        self._tell(error)

    def _tell(self, error: Exception) -> None:
        self.problem.setText(str(error))
        self.failed.emit()

    def _end(self) -> None:
        self._task = None
        self.working.end()
        self.changed.emit()
