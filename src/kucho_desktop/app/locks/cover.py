"""What covers the window while its user is away."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QLabel, QWidget

from kucho_desktop.app.books import open_book
from kucho_desktop.app.locks.line import PasswordLine
from kucho_desktop.app.locks.patience import Patience
from kucho_desktop.core.errors import KuchoError
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
        card.body.addWidget(self.password)
        card.body.addWidget(self.problem)
        card.body.addLayout(line(None, self.back))
        self.setLayout(column(None, line(None, card, None), None))
        self.password.line.onward.connect(self._open)

    def ask_for_book(self, *, read_only: bool) -> None:
        """The book is locked now: the password opens it anew."""
        self._is_locked, self._reads_only = True, read_only

    def begin(self) -> None:
        self.password.line.clear()
        if not self.patience.is_waiting():
            self.patience.tell("")
        self.password.line.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(int)
    def _hold(self, left: int) -> None:
        self.back.setEnabled(left == 0)

    @Slot()
    def _open(self) -> None:
        if self.patience.is_waiting():
            return
        typed = self.password.line.text()
        try:
            book = None
            if self._is_locked:
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
