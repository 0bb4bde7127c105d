"""The password is forgotten: the recovery code opens the book, then a new password is chosen."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit

from kucho_desktop.app.books import open_with_code
from kucho_desktop.app.locks.new_password import Locking
from kucho_desktop.core.book import Book
from kucho_desktop.core.errors import KuchoError
from kucho_desktop.core.i18n import _
from kucho_desktop.core.keys import key_from_recovery_code, problem_with_recovery_code
from kucho_desktop.core.opening import give_password
from kucho_desktop.core.recovery import GROUPS, groups_right
from kucho_desktop.widgets import theme
from kucho_desktop.widgets.parts import Card, column, words
from kucho_desktop.widgets.wizard import Wizard, WizardStep

_LINES = 4
_LATIN = Qt.InputMethodHint.ImhPreferLatin | Qt.InputMethodHint.ImhPreferUppercase
_SECRET = Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText


class Recovering(Wizard):
    """opened: the Book, which opens with the new password from now on."""

    opened = Signal(object)

    def __init__(self, path: Path) -> None:
        self.code = TypedCode(path)
        self.locking = Locking(_("A new password"), _("Open with the new password"))
        super().__init__(_("I forgot the password"), [self.code, self.locking])
        self.locking.agreed.connect(self._lock)
        self.finished.connect(self._tell_opened)
        self.given_up.connect(self.close_book)

    @Slot()
    def _lock(self) -> None:
        assert self.code.book is not None
        key = key_from_recovery_code(self.code.box.toPlainText())
        try:
            give_password(self.code.book, key, self.locking.first.line.text())
        except KuchoError as error:
            self.locking.tell(str(error))

    @Slot()
    def _tell_opened(self) -> None:
        book, self.code.book = self.code.book, None
        self.code.box.clear()
        self.locking.forget()
        if book is not None:
            self.opened.emit(book)

    @Slot()
    def close_book(self) -> None:
        """Left before there was a new password: everything is as it was."""
        self.code.close_book()
        self.code.box.clear()
        self.locking.forget()


class TypedCode(WizardStep):
    """The code as it stands on the sheet. `book` is open once it was right."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.title = _("The recovery code")
        self.book: Book | None = None
        self._path = path
        self.box = CodeBox()
        label = words(_("The code on the sheet"), "second")
        label.setBuddy(self.box)
        self.problem = words("", "problem")
        self.understood = words("", "understood")
        card = Card(_("The recovery code of {name}").format(name=path.stem), "key-round")
        for text in (
            _("Take the sheet with the recovery code, and type its groups one after the other."),
            _("Small letters, full-width ones, blanks and hyphens are all right."),
        ):
            card.body.addWidget(words(text))
        for part in (label, self.box, self.understood, self.problem):
            card.body.addWidget(part)
        self.setLayout(column(card, None))
        self.setFocusProxy(self.box)
        self.box.textChanged.connect(self._judge)
        self.box.onward.connect(self.ended)

    def entered(self) -> None:
        self.close_book()
        self._judge()

    def may_go_on(self) -> bool:
        typed = self.box.toPlainText()
        return groups_right(typed) == GROUPS and not problem_with_recovery_code(typed)

    def leave(self) -> bool:
        try:
            self.book = open_with_code(self._path, self.box.toPlainText())
        except KuchoError as error:
            self.problem.setText(str(error))
            self.box.setFocus()
            return False
        return True

    def close_book(self) -> None:
        book, self.book = self.book, None
        if book is not None:
            book.close()

    @Slot()
    def _judge(self) -> None:
        """A wrong group is named at once, while the sheet is still under the finger."""
        typed = self.box.toPlainText()
        right = groups_right(typed)
        said = _("{number} of {count} groups are right").format(number=right, count=GROUPS)
        self.understood.setText(said if right else "")
        self.problem.setText(problem_with_recovery_code(typed))
        self.changed.emit()


class CodeBox(QPlainTextEdit):
    """Letters that stand apart. onward: Enter; it makes no new line here."""

    onward = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("The code on the sheet"))
        self.setInputMethodHints(_LATIN | _SECRET)
        self.setTabChangesFocus(True)
        font = QFont(self.font())
        font.setFamilies(list(theme.COLUMN_FAMILIES))
        self.setFont(font)
        margins = self.contentsMargins().top() + self.contentsMargins().bottom()
        lines = _LINES * self.fontMetrics().lineSpacing()
        self.setFixedHeight(round(lines + margins + 2 * self.document().documentMargin()) + 16)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.onward.emit()
        else:
            super().keyPressEvent(event)
