"""What covers the window while its user is away."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QLabel, QWidget

from kucho_desktop.app.books import open_book, open_on_this_computer
from kucho_desktop.app.locks.line import PasswordLine
from kucho_desktop.app.locks.patience import Patience
from kucho_desktop.core.book import Book
from kucho_desktop.core.computer_slot import has_slot, open_slot
from kucho_desktop.core.errors import CannotOpenFile, KuchoError
from kucho_desktop.core.i18n import _
from kucho_desktop.core.keys import read_slots
from kucho_desktop.widgets import theme
from kucho_desktop.widgets.icons import picture
from kucho_desktop.widgets.parts import Card, button, column, line, words


class Cover(QWidget):
    """uncovered: the password was right. opened: (Book) where the book is locked, it is open."""

    uncovered = Signal()
    opened = Signal(object)

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._path = path
        self._is_locked = self._reads_only = False
        now = theme.now()
        sign = QLabel()
        sign.setPixmap(picture("lock", "go", now.ems(2)))
        self.password = PasswordLine()
        self.problem = words("", "problem")
        self.problem.hide()
        self.back = button(_("Go on working"), self._open, role="go")
        self.patience = Patience(self.password, self.problem)
        self.patience.ticked.connect(self._hold)
        card = Card()
        card.setFixedWidth(now.ems(30))
        card.body.setContentsMargins(28, 24, 28, 24)
        card.body.setSpacing(12)
        card.body.addLayout(line(sign, words(_("The screen is hidden"), "title", wrap=False), None))
        card.body.addWidget(words(_("What you were doing is still here."), "second"))
        self.by_itself = False
        self._known = ""
        self.open_here = words("", "second")
        self.open_here.hide()
        card.body.addWidget(self.open_here)
        card.body.addWidget(self.password)
        card.body.addWidget(self.problem)
        card.body.addLayout(line(None, self.back))
        self.setLayout(column(None, line(None, card, None), None))
        self.password.line.onward.connect(self._open)

    def ask_for_book(self, *, read_only: bool) -> None:
        """The book is locked now: the password opens it anew."""
        self._is_locked, self._reads_only = True, read_only

    def _open_by_itself(self) -> Book | None:
        """With the key that the computer keeps. Raises CannotOpenFile where it keeps none."""
        if self._is_locked:
            book = open_on_this_computer(self._path, read_only=self._reads_only)
            if book is not None:
                return book
        elif open_slot(self._path) is not None:
            return None
        self.by_itself = False
        self._show_boxes()
        raise CannotOpenFile(_("This computer no longer has the key. Please type the password."))

    def _show_boxes(self) -> None:
        asks = not self.by_itself and not self._known
        self.password.setVisible(asks)
        self.open_here.setVisible(not asks)
        self.open_here.setText(
            _("This is the practice district: there is nothing to hide, and no password.")
            if self._known
            else _("This computer opens the book without the password.")
        )

    def begin(self) -> None:
        from kucho_desktop.app.practising import known_password

        self.by_itself = has_slot(self._path)
        self._known = known_password(self._path)
        self._show_boxes()
        self.password.line.clear()
        if not self.patience.is_waiting():
            self.patience.tell("")
        start = self.password.line if self.open_here.isHidden() else self.back
        start.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(int)
    def _hold(self, left: int) -> None:
        self.back.setEnabled(left == 0)

    @Slot()
    def _open(self) -> None:
        if self.patience.is_waiting():
            return
        typed = self.password.line.text() or self._known
        try:
            book = None
            if self.by_itself and not typed:
                book = self._open_by_itself()
            elif self._is_locked:
                book = open_book(self._path, typed, read_only=self._reads_only)
            else:
                read_slots(self._path).open(typed)
        except KuchoError as error:
            self.patience.refuse(error)
            return
        self.patience.accept()
        if book is None:
            self.uncovered.emit()
        else:
            self._is_locked = False  # Enter is pressed twice at times
            self.opened.emit(book)
