"""The page on which the password is changed, or the recovery code printed again."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from kucho_desktop.app.locks.code import Code, TriedCode, note_code_kept
from kucho_desktop.app.locks.computer import LeavingOutPassword
from kucho_desktop.app.locks.known_password import KnownPassword
from kucho_desktop.app.locks.new_password import Locking
from kucho_desktop.app.whole_page import WholePage
from kucho_desktop.core.book import Book
from kucho_desktop.core.computer_slot import why_no_store
from kucho_desktop.core.errors import KuchoError
from kucho_desktop.core.found import Place
from kucho_desktop.core.i18n import _
from kucho_desktop.core.keys import recovery_code
from kucho_desktop.core.opening import give_password
from kucho_desktop.widgets.wizard import Wizard


class ChangingPassword(Wizard):
    """The password as it is, then another one; only the key slots are written."""

    def __init__(self, book: Book) -> None:
        why = _("Nobody but you shall change it, even if you left the desk for a moment.")
        self.known = KnownPassword(book.path, why)
        self.locking = Locking(_("A new password"), _("Change the password"))
        super().__init__(_("Change the password"), [self.known, self.locking])
        self._book = book
        self.locking.agreed.connect(self._change)

    def said(self) -> str:
        """What was done, for the strip at the foot."""
        return _("The password was changed. Earlier backups open with the password of their time.")

    def forget(self) -> None:
        self.known.forget()
        self.locking.forget()

    @Slot()
    def _change(self) -> None:
        try:
            give_password(self._book, self.known.key, self.locking.first.line.text())
        except KuchoError as error:
            self.locking.tell(str(error))


class PrintingCode(Wizard):
    """The password, then the code on paper, then two of its groups read from the paper."""

    def __init__(self, book: Book) -> None:
        why = _("Whoever has the code can open the book, so it is shown to you alone.")
        self.known = KnownPassword(book.path, why)
        self.code = Code()
        self.tried = TriedCode()
        super().__init__(_("The recovery code on paper"), [self.known, self.code, self.tried])
        self._book = book
        self.known.opened.connect(self._show_code)
        self.finished.connect(self._note)
        self.tried.later.connect(self.given_up)

    def said(self) -> str:
        return _("The sheet with the recovery code was tried. Please keep it in a safe place.")

    def forget(self) -> None:
        for each in (self.known, self.code, self.tried):
            each.forget()

    @Slot()
    def _show_code(self) -> None:
        code = recovery_code(self.known.key)
        self.code.show_code(self._book, code)
        self.tried.show_code(code)

    @Slot()
    def _note(self) -> None:
        try:
            note_code_kept(self._book)
        except KuchoError:  # nobody is harmed: the reminder stays on the first page
            return


_Work = ChangingPassword | PrintingCode | LeavingOutPassword


class SafekeepingPage(WholePage):
    """A wizard about the key, begun anew each time; nothing typed stays when it is left."""

    name = "safekeeping"
    holds_nothing = True
    back = Place("settings")

    def __init__(self, book: Book) -> None:
        super().__init__(_("Password and recovery code"), book)
        self.wizard: _Work | None = None

    def starts_at(self) -> QWidget | None:
        return self.wizard.starts_at() if self.wizard is not None else None

    def reload(self) -> None:
        """Gone to without being begun, as when the window is built anew."""
        if self.wizard is None:
            self.begin("")

    def begin(self, work: str) -> None:
        """work: "password", "sheet" or "computer"."""
        made: _Work
        if work == "computer":
            if problem := why_no_store():
                self.refused.emit(problem)
                self.go_back()
                return
            made = LeavingOutPassword(self._book)
        else:
            made = (PrintingCode if work == "sheet" else ChangingPassword)(self._book)
        made.finished.connect(self._finish)
        made.given_up.connect(self.go_back)
        self.show_whole(made, self.wizard)
        self.wizard = made
        made.start()

    def finish(self) -> None:
        """Who comes back is asked for the password again."""
        if self.wizard is not None:
            self.wizard.forget()
            self.wizard.start()

    @Slot()
    def _finish(self) -> None:
        if self.wizard is not None:
            self.told.emit(self.wizard.said())
        self.go_back()
