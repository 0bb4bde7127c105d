"""The boxes that one value is typed into, one class for each way of typing."""

import re
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from kucho_desktop.core.fields import Field
from kucho_desktop.widgets import theme
from kucho_desktop.widgets.typed_line import Line as Line

_ONLY_KANA = re.compile(r"^[ぁ-ゖァ-ヶー゛゜\u3000 a-zA-Zａ-ｚＡ-Ｚ]+$")
_KANA = re.compile(r"[ぁ-ゖァ-ヶー]+")
_PENDING_LETTER = re.compile(r"[a-zA-Zａ-ｚＡ-Ｚ]$")
_NUMBERS = Qt.InputMethodHint.ImhPreferNumbers
_LATIN = Qt.InputMethodHint.ImhPreferLatin
HINTS = {
    "phone": _NUMBERS,
    "postal code": _NUMBERS,
    "date": _NUMBERS,
    "born": _NUMBERS,
    "time": _NUMBERS,
    "yen": _NUMBERS,
    "number": _NUMBERS,
    "email": _LATIN,
}
"""What the input method may expect. It stays free: full-width digits are understood everywhere."""


def kind_name(field: Field) -> str:
    return field.kind.name.replace("_", " ").replace("-", " ")


class Editor(QWidget):
    """What every box can do; a form knows no more of it.

    typing: something is being typed. left: the user is done with it. onward: he pressed Enter.
    """

    typing = Signal()
    left = Signal()
    onward = Signal()

    def __init__(self, field: Field, part: QWidget) -> None:
        super().__init__()
        self.field = field
        self.part = part
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(part)
        self.setFocusProxy(part)
        part.setAccessibleName(field.title)

    def show_value(self, value: Any) -> None:
        """Show what is kept."""
        self.show_typed(self.field.kind.show(value))

    def show_again(self, value: Any) -> None:
        """Show the same record after it was read again; what is unfinished in parts may stay."""
        self.show_value(value)

    def typed(self) -> str:
        """The text in the box, as the user sees it; each kind of box knows its own."""
        return ""

    def show_typed(self, text: str) -> None:
        """Put an unfinished entry back into the box."""

    def held(self, *, differs: bool) -> Any:
        """What would be lost, as JSON; None for nothing. differs: from what is kept."""
        return self.typed() if differs else None

    def hold_again(self, said: Any) -> None:
        """Show what `held` said."""
        self.show_typed(str(said))

    def put_off(self, kept: Any) -> None:
        """What was offered could not be written; `kept` is what the book holds."""

    def problem(self) -> str:
        """Why this cannot be kept, as a sentence; empty if it can."""
        return self.field.problem_with(self.typed())

    def value(self) -> Any:
        """What is to be kept. Asked only when there is no problem."""
        return self.field.kind.tidy(self.typed())

    def is_dated_change(self) -> bool:
        """Whether what was changed here is kept with its dates."""
        return bool(self.field.dated)


class LineEditor(Editor):
    """Names, numbers, dates, addresses: whatever is one line."""

    def __init__(self, field: Field, line: Line | None = None) -> None:
        self.line = line or Line()
        super().__init__(field, self.line)
        name = kind_name(field)
        self.line.setInputMethodHints(HINTS.get(name, Qt.InputMethodHint.ImhNone))
        if field.kind.right_aligned:
            self.line.setAlignment(Qt.AlignmentFlag.AlignRight)
        if name != "address" and field.width <= 14:
            room = 3.2 if name in HINTS else 4
            self.line.setMaximumWidth(theme.now().ems(max(field.width, 5) + room))
        self.line.textChanged.connect(self._tell_typing)
        self.line.left.connect(self.left)
        self.line.onward.connect(self.onward)

    def show_value(self, value: Any) -> None:
        text = self.field.kind.show(value)
        self.line.kept = text
        if self.line.text() != text:
            self.line.setText(text)
            self.line.setCursorPosition(0 if not self.line.hasFocus() else len(text))

    def typed(self) -> str:
        return self.line.text()

    def show_typed(self, text: str) -> None:
        self.line.setText(text)

    @Slot()
    def _tell_typing(self) -> None:
        self.typing.emit()


class NameLine(Line):
    """A line that listens to the input method: what was typed as kana is how the name is read.

    The reading is what stood in the composition before it was converted. Prediction and
    reconversion leave it incomplete, so what comes of it stays open to correction.
    """

    reading = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._composed = ""
        self._read: list[str] = []
        self._from_empty = True
        self.textChanged.connect(self._forget)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:  # noqa: N802
        before, committed = event.preeditString(), event.commitString()
        if not self.text() or self.selectedText() == self.text():
            self._read.clear()
            self._from_empty = True
        if before and _ONLY_KANA.match(before) and not _PENDING_LETTER.search(before):
            self._composed = _hiragana("".join(_KANA.findall(before)))
        super().inputMethodEvent(event)
        if committed:
            self._take(committed)
            self._composed = ""

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        super().focusInEvent(event)
        self._from_empty = not self.text() or bool(self._read)

    def _take(self, committed: str) -> None:
        if committed.isspace():
            self._read.append(" ")
        elif _ONLY_KANA.match(committed):
            self._read.append(_hiragana("".join(_KANA.findall(committed))))
        elif self._composed:
            self._read.append(self._composed)
        read = "".join(self._read).strip()
        if read and self._from_empty:
            self.reading.emit(read)

    @Slot(str)
    def _forget(self, text: str) -> None:
        if not text:
            self._read.clear()
            self._from_empty = True

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        super().keyPressEvent(event)
        if event.text().isspace() and event.key() == Qt.Key.Key_Space and self._read:
            self._read.append(" ")


class NameEditor(LineEditor):
    """A person's name; tells the field's name and the reading that was heard."""

    reading = Signal(str, str)

    def __init__(self, field: Field) -> None:
        line = NameLine()
        super().__init__(field, line)
        line.reading.connect(self._tell_reading)

    @Slot(str)
    def _tell_reading(self, reading: str) -> None:
        self.reading.emit(self.field.name, reading)


class _Note(QPlainTextEdit):
    left = Signal()
    given_up = Signal()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        else:
            super().keyPressEvent(event)


class NoteEditor(Editor):
    """Several lines. Here Enter begins a new line; Tab goes on."""

    def __init__(self, field: Field) -> None:
        self.note = _Note()
        super().__init__(field, self.note)
        self.note.setTabChangesFocus(True)
        self.note.setFixedHeight(theme.now().ems(3.6) + 22)
        self._kept = ""
        self.note.textChanged.connect(self._tell_typing)
        self.note.left.connect(self.left)
        self.note.given_up.connect(self._bring_back)

    def show_value(self, value: Any) -> None:
        self._kept = self.field.kind.show(value)
        if self.note.toPlainText() != self._kept:
            self.note.setPlainText(self._kept)

    def typed(self) -> str:
        return self.note.toPlainText()

    def show_typed(self, text: str) -> None:
        self.note.setPlainText(text)

    @Slot()
    def _tell_typing(self) -> None:
        self.typing.emit()

    @Slot()
    def _bring_back(self) -> None:
        self.note.setPlainText(self._kept)


def _hiragana(text: str) -> str:
    return "".join(chr(ord(c) - 0x60) if "ァ" <= c <= "ヶ" else c for c in text)
