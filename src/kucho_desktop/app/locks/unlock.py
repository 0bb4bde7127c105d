"""The password of one book, and what can be done where it does not open."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from kucho_desktop.app.locks.line import PasswordLine
from kucho_desktop.app.locks.patience import Patience
from kucho_desktop.core.computer_slot import has_slot
from kucho_desktop.core.errors import InUse, KuchoError, LiesReadOnly, WrongPassword
from kucho_desktop.core.i18n import _
from kucho_desktop.widgets.parts import button, column, line, words


def _offered(path: Path, error: KuchoError) -> str:
    """Loaded only where a book does not open."""
    if isinstance(error, WrongPassword | InUse | LiesReadOnly):
        return ""
    from kucho_desktop.app.copies.restore_entrance import offered

    return offered(path, error)


class Unlock(QWidget):
    """The password of one book.

    opened: the Book. forgotten: it shall be the recovery code. goes_back: to a copy of it.
    """

    opened = Signal(object)
    forgotten = Signal()
    goes_back = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.path = Path()
        self.name = words("", "person", wrap=False)
        self.place = words("", "small")
        self.password = PasswordLine()
        self.problem = words("", "problem")
        self.problem.hide()
        self.go_on = button(_("Open"), self.open, role="go", icon="key-round")
        self.read_only = button(_("Open for reading only"), self.open_read_only)
        self.read_only.hide()
        self.forgot = button(_("I forgot the password…"), self._forget, role="quiet")
        self.patience = Patience(self.password, self.problem)
        self.patience.ticked.connect(self._hold)
        self.by_itself = button(_("Open without the password"), self.open_by_itself)
        self.by_itself.hide()
        self.back = button("", icon="history")
        self.back.clicked.connect(self.goes_back)
        self.back.hide()
        self.setLayout(
            column(
                self.name,
                self.place,
                self.password,
                self.problem,
                line(
                    self.forgot,
                    None,
                    self.back,
                    self.read_only,
                    self.go_on,
                    self.by_itself,
                    gap=12,
                ),
                gap=8,
            )
        )
        self.password.line.onward.connect(self.open)

    def ask(self, path: Path) -> None:
        self.path = path
        self.name.setText(path.stem)
        self.place.setText(str(path))
        self.password.line.clear()
        if not self.patience.is_waiting():
            self.tell("")
        self.read_only.hide()
        self.back.hide()
        self.by_itself.setVisible(has_slot(path))
        self.password.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def tell(self, problem: str) -> None:
        self.patience.tell(problem)

    @Slot()
    def _forget(self) -> None:
        self.forgotten.emit()

    @Slot(int)
    def _hold(self, left: int) -> None:
        self.go_on.setEnabled(left == 0)

    @Slot()
    def open(self) -> None:
        self._open(read_only=False)

    @Slot()
    def open_read_only(self) -> None:
        self._open(read_only=True)

    @Slot()
    def open_by_itself(self) -> bool:
        """With the key that the computer keeps; tell whether that opened it."""
        from kucho_desktop.app.books import open_on_this_computer

        try:
            book = open_on_this_computer(self.path)
        except KuchoError as error:
            self.patience.refuse(error)
            return False
        if book is None:
            self.tell(_("This computer no longer has the key. Please type the password."))
            return False
        self.opened.emit(book)
        return True

    def _open(self, *, read_only: bool) -> None:
        if self.patience.is_waiting():
            return
        from kucho_desktop.app.books import open_book

        try:
            book = open_book(self.path, self.password.line.text(), read_only=read_only)
        except KuchoError as error:
            self.refuse(error)
        else:
            self.patience.accept()
            self.opened.emit(book)

    def refuse(self, error: KuchoError) -> None:
        """Say why it does not open, and offer what helps."""
        self.read_only.setVisible(isinstance(error, InUse | LiesReadOnly))
        offer = _offered(self.path, error)
        self.back.setText(offer)
        self.back.setVisible(bool(offer))
        self.patience.refuse(error)
