"""The side bar: whose book this is, the rooms by name, and below them what is always there."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFontMetrics, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QToolButton, QVBoxLayout

from kucho_desktop.widgets import theme
from kucho_desktop.widgets.icons import icon
from kucho_desktop.widgets.parts import Flow, ShortText, column, restyle

Entry = tuple[str, str, str]
"""Name, words, icon."""


class SideButton(QToolButton):
    """One place to go to. Up and down walk along the bar, Enter goes there."""

    chosen = Signal(str)

    def __init__(self, name: str, text: str, sign: str, *, stays: bool) -> None:
        super().__init__()
        self.name = name
        self._sign = sign
        self.setText(text)
        self.setAccessibleName(text)
        self.setCheckable(stays)
        self.setProperty("small", not stays)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.clicked.connect(self._choose)
        self.toggled.connect(self._draw)

    def show_shape(self, narrow: bool, low: bool) -> None:
        """Narrow: the words stand under the icon, small. Low: closer, and narrow without icon."""
        below = Qt.ToolButtonStyle.ToolButtonTextUnderIcon
        beside = Qt.ToolButtonStyle.ToolButtonTextBesideIcon
        alone = Qt.ToolButtonStyle.ToolButtonTextOnly
        self.setToolButtonStyle((alone if low else below) if narrow else beside)
        self.setProperty("narrow", narrow)
        self.setProperty("low", low)
        if theme.is_dressed():
            restyle(self)
        self._draw()

    @Slot()
    def _draw(self) -> None:
        role = "on_side_chosen" if self.isChecked() else "side_ink"
        beside = self.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonTextBesideIcon
        gap = 10 if beside else 0
        self.setIcon(icon(self._sign, role, gap=gap))
        self.setIconSize(QSize(theme.now().icon + gap, theme.now().icon))

    @Slot()
    def _choose(self) -> None:
        self.chosen.emit(self.name)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() == Qt.Key.Key_Down:
            self.focusNextChild()
        elif event.key() == Qt.Key.Key_Up:
            self.focusPreviousChild()
        else:
            super().keyPressEvent(event)


class SideBar(QFrame):
    """chosen: the name of the room (or of what stands below them) that the user goes to."""

    chosen = Signal(str)

    def __init__(self, rooms: Sequence[Entry], below: Sequence[Entry]) -> None:
        super().__init__()
        self.setObjectName("side")
        self.district = ShortText("", "district")
        self.year = ShortText("", "small")
        self.buttons = {
            name: SideButton(name, text, sign, stays=True) for name, text, sign in rooms
        }
        self.below = {
            name: SideButton(name, text, sign, stays=name not in ("hide",))
            for name, text, sign in below
        }
        for made in self._every():
            made.chosen.connect(self.chosen)
        rooms_column = column(*self.buttons.values(), None, gap=2)
        self._flow = Flow(rooms_column)
        self._layout = QVBoxLayout(self)
        self._layout.setSpacing(2)
        self._names = column(self.district, self.year, gap=0)
        self._layout.addLayout(self._names)
        self._layout.addSpacing(10)
        self._layout.addWidget(self._flow, 1)
        for made in self.below.values():
            self._layout.addWidget(made)
        self._is_narrow: bool | None = None
        self._is_low = False
        self._wanted = 0

    def show_names(self, district: str, year: str) -> None:
        self.district.show_text(district)
        self.year.show_text(year)

    def show_narrow(self, narrow: bool) -> None:
        """Icons with words under them, where the window is narrow for its type."""
        if narrow == self._is_narrow:
            return
        self._is_narrow = narrow
        now = theme.now()
        widest = max(self._widths(now.small if narrow else now.em))
        self._layout.setContentsMargins(6 if narrow else 10, 12, 6 if narrow else 10, 10)
        self.setFixedWidth(widest + 24 if narrow else max(widest + now.icon + 64, now.ems(12.25)))
        self._names.setContentsMargins(2 if narrow else 12, 0, 0, 0)
        self._measure()
        self._fit()

    def _show_shape(self, low: bool) -> None:
        self._is_low = low
        for made in self._every():
            made.show_shape(bool(self._is_narrow), low)

    def _measure(self) -> None:
        """How high everything is with the room it would like."""
        self._show_shape(low=False)
        margins, gap = self._layout.contentsMargins(), self._layout.spacing()
        heights = [made.sizeHint().height() + gap for made in self._every()]
        above = self._names.sizeHint().height() + 10 + 2 * gap
        self._wanted = sum(heights) + above + margins.top() + margins.bottom()

    def _fit(self) -> None:
        """All rooms are seen at once, also on a low screen; only then their icons go."""
        low = self.height() < self._wanted
        if low != self._is_low:
            self._show_shape(low)

    def _every(self) -> tuple[SideButton, ...]:
        return (*self.buttons.values(), *self.below.values())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """The style sheet is on by now, and with it the heights are what they are."""
        super().showEvent(event)
        if self._is_narrow is not None:
            self._measure()
            self._fit()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self.isVisible():
            self._measure()
            self._fit()

    def _widths(self, pixels: int) -> list[int]:
        font = self.font()
        font.setPixelSize(pixels)
        font.setBold(True)
        metrics = QFontMetrics(font)
        return [metrics.horizontalAdvance(made.text()) for made in self._every()]

    def mark(self, name: str) -> None:
        """Show where the user is."""
        for made in self._every():
            made.setChecked(made.name == name)

    def focus_place(self, name: str) -> None:
        """Stand where the user is, on a page that has nothing for the keys."""
        made = self.buttons.get(name) or self.below.get(name)
        if made is not None:
            made.setFocus(Qt.FocusReason.OtherFocusReason)
