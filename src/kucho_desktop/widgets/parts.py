"""Small pieces that every page is put together from: words, buttons, cards, lines of boxes."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal, SignalInstance, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from kucho_desktop.widgets import theme
from kucho_desktop.widgets.icons import icon as draw_icon
from kucho_desktop.widgets.icons import picture
from kucho_desktop.widgets.selectors import draw_text
from kucho_desktop.widgets.words import OneLine, Words

_ICON_ROLES = {"go": "on_go", "stop": "stop", "quiet": "go"}
_ICON_GAP = 6


def words(text: str, role: str = "", *, wrap: bool = True) -> QLabel:
    """A text. role: title, heading, person, strong, second, small, look, go, code."""
    label = Words(text) if wrap else OneLine(text)
    label.setObjectName(role)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label


class Button(QPushButton):
    """A button that Enter presses too, not only the space bar; it can carry a value."""

    chosen = Signal(str)

    def __init__(self, text: str, value: str = "") -> None:
        super().__init__(text)
        self._value = value
        self.clicked.connect(self._tell_chosen)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _tell_chosen(self) -> None:
        self.chosen.emit(self._value)


def button(
    text: str,
    pressed: Callable[[], object] | SignalInstance | None = None,
    *,
    role: str = "",
    icon: str = "",
    value: str = "",
) -> Button:
    """A button with words; pressed: what is done then, or a signal that says so.

    role: go (the one green one), stop (destroys), quiet, row.
    """
    made = Button(text, value)
    made.setProperty("role", role)
    made.setAutoDefault(False)
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    if icon:
        made.setIcon(draw_icon(icon, _ICON_ROLES.get(role, "ink"), gap=_ICON_GAP))
        made.setIconSize(QSize(theme.now().icon + _ICON_GAP, theme.now().icon))
    if pressed:
        made.clicked.connect(pressed)
    return made


def say(label: QLabel, text: str) -> None:
    """Show a text in a label of its own, or neither."""
    label.setText(text)
    label.setVisible(bool(text))


def line(*parts: QWidget | QLayout | None, gap: int = 8) -> QHBoxLayout:
    """Parts side by side; None takes the room that is left."""
    layout = QHBoxLayout()
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(gap)
    fill(layout, *parts)
    return layout


def column(*parts: QWidget | QLayout | None, gap: int = 8) -> QVBoxLayout:
    """Parts one under the other; None takes the room that is left."""
    layout = QVBoxLayout()
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(gap)
    fill(layout, *parts)
    return layout


def fill(layout: QHBoxLayout | QVBoxLayout, *parts: QWidget | QLayout | None) -> None:
    for part in parts:
        if part is None:
            layout.addStretch(1)
        elif isinstance(part, QWidget):
            layout.addWidget(part)
        else:
            layout.addLayout(part)


def rule() -> QFrame:
    """A thin line between two things."""
    made = QFrame()
    made.setObjectName("rule")
    return made


def restyle(widget: QWidget) -> None:
    """Look at the style sheet again after a property that it asks about has changed."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)


class Card(QFrame):
    """A white sheet with a heading; `body` is the column to put things into."""

    def __init__(self, title: str = "", icon: str = "", *, look: bool = False) -> None:
        super().__init__()
        self.setObjectName("lookCard" if look else "card")
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(18, 14, 18, 16)
        self.body.setSpacing(theme.now().gap)
        if title:
            self.heading = words(title, "heading")
            sign = QLabel()
            if icon:
                sign.setPixmap(picture(icon, "look" if look else "go"))
            top = line(*([sign] if icon else []), self.heading, gap=10)
            top.setStretch(top.count() - 1, 1)
            top.setContentsMargins(0, 0, 0, 4)
            self.body.addLayout(top)


class Flow(QScrollArea):
    """A column that scrolls when the window is too low for it, and shows what has the focus."""

    def __init__(self, body: QLayout | None = None) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = QWidget()
        inside.setObjectName("flow")
        if body is not None:
            inside.setLayout(body)
        self.setWidget(inside)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._show_whole)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._show_focused)

    @Slot(QWidget, QWidget)
    def _show_focused(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Qt does so for Tab alone; Enter and the pages move the focus too."""
        if now is not None and self.isAncestorOf(now):
            self.ensureWidgetVisible(now, 0, theme.now().target + 20)
            self._soon.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Words that appear under a box must not push it out of sight."""
        if isinstance(event, QResizeEvent) and watched is self.widget():
            focused = QApplication.focusWidget()
            if focused is not None and self.isAncestorOf(focused):
                self._soon.start()
        return super().eventFilter(watched, event)

    @Slot()
    def _show_whole(self) -> None:
        """Once all is laid out: the box with its label and its words, not the box alone."""
        part = QApplication.focusWidget()
        if part is None or not self.isAncestorOf(part):
            return
        while part is not None and part is not self.widget():
            if part.property("whole") and part.height() < self.viewport().height():
                self.ensureWidgetVisible(part, 0, theme.now().gap)
                return
            part = part.parentWidget()


class ShortText(QLabel):
    """One line that is cut with … where it has no room; its whole text is what is read aloud."""

    def __init__(self, text: str = "", role: str = "") -> None:
        super().__init__()
        self.setObjectName(role)
        self._whole = ""
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setSizePolicy(policy)
        self.show_text(text)

    def show_text(self, text: str) -> None:
        self._whole = text
        self.setAccessibleName(text)
        self.setToolTip(text)
        self.setText(text)
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        """The same height whatever fonts its characters are taken from."""
        return QSize(0, self.fontMetrics().height() + 8)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return self.sizeHint()

    def whole(self) -> str:
        return self._whole

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        shown = self.fontMetrics().elidedText(
            self._whole, Qt.TextElideMode.ElideRight, self.contentsRect().width()
        )
        painter.setPen(self.palette().color(self.foregroundRole()))
        draw_text(painter, self.contentsRect(), self.alignment(), shown)
