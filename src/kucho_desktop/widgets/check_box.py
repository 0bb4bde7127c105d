"""A check box that is large enough for everybody."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox

from kucho_desktop.widgets import theme
from kucho_desktop.widgets.icons import picture
from kucho_desktop.widgets.selectors import draw_text


class CheckBox(QCheckBox):
    """A box with words, drawn large enough to see whether it is checked. Enter checks it too.

    was_turned: the user did so himself, and nothing was shown anew since. only_looks: it changes
    what is seen, and nothing else.
    """

    was_turned = False
    only_looks = False

    def nextCheckState(self) -> None:  # noqa: N802
        super().nextCheckState()
        self.was_turned = True

    def setChecked(self, on: bool) -> None:  # noqa: N802
        self.was_turned = False
        super().setChecked(on)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.press_enter()
        else:
            super().keyPressEvent(event)

    def press_enter(self) -> None:
        self.click()

    def sizeHint(self) -> QSize:  # noqa: N802
        now = theme.now()
        width = now.icon + 20 + self.fontMetrics().horizontalAdvance(self.text()) + 6
        return QSize(width, now.target)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return self.sizeHint()

    def hitButton(self, _pos: object) -> bool:  # noqa: N802
        return True

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        now = theme.now()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = now.icon
        box = QRectF(8.5, (self.height() - side) / 2 + 0.5, side - 1, side - 1)
        ink = "ink" if self.isEnabled() else "faint"
        edge = "go" if self.isChecked() else "rim"
        painter.setPen(QPen(now.colour(edge), 1.5))
        painter.setBrush(now.colour("go" if self.isChecked() else "card"))
        painter.drawRoundedRect(box, 5, 5)
        if self.isChecked():
            painter.drawPixmap(QPointF(box.left(), box.top()), picture("check", "on_go", side))
        painter.setPen(now.colour(ink))
        rest = self.rect().adjusted(side + 20, 0, 0, 0)
        draw_text(painter, rest, Qt.AlignmentFlag.AlignVCenter, self.text())
        if self.hasFocus():
            width = now.colours.focus_width
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(now.colour("focus"), width))
            ring = QRectF(self.rect()).adjusted(1, 5, -1, -5)
            painter.drawRoundedRect(ring, 6, 6)
