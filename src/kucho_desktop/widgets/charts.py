"""Charts that are drawn here: bars with their figures in words, in the palette's colours.

Colour is never the only sign: one kind of bar is full, the other pale with a rim, and each bears
its figure. A screen reader is told all figures as text.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from kucho_desktop.core.i18n import _
from kucho_desktop.widgets import theme

_MIDDLE = Qt.AlignmentFlag.AlignCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True)
class Bars:
    """A label, and a figure for each of the chart's titles."""

    label: str
    figures: tuple[int, ...]


class Chart(QWidget):
    """What both charts have: titles, bars, a text for who cannot see them, and the focus frame."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.titles: tuple[str, ...] = ()
        self.bars: Sequence[Bars] = ()
        self.setAccessibleName(title)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_bars(self, titles: tuple[str, ...], bars: Sequence[Bars]) -> None:
        self.titles, self.bars = titles, bars
        self.setAccessibleDescription(self.as_text())
        self.updateGeometry()
        self.update()

    def as_text(self) -> str:
        """Every figure with its words."""
        lines = []
        for bar in self.bars:
            said = _(", ").join(
                _("{title} {count}").format(title=title, count=f"{figure:,}")
                for title, figure in zip(self.titles, bar.figures, strict=True)
            )
            lines.append(_("{label}: {figures}").format(label=bar.label, figures=said))
        return "\n".join(lines)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(theme.now().ems(12), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.draw(painter)
        if self.hasFocus():
            now = theme.now()
            wide = now.colours.focus_width
            painter.setPen(QPen(now.colour("focus"), wide))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            inset = wide / 2
            frame = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
            painter.drawRoundedRect(frame, 6, 6)

    def draw(self, painter: QPainter) -> None:
        """Draw titles, bars and figures; each chart has its own way."""

    def small(self) -> QFont:
        """The type of the figures."""
        font = theme.column_font(self.font())
        font.setPixelSize(theme.now().small)
        return font

    def fill(self, painter: QPainter, box: QRectF, kind: int) -> None:
        """A bar of the first kind is full, of the second pale with a rim."""
        now = theme.now()
        painter.setPen(QPen(now.colour("go"), 1))
        painter.setBrush(now.colour("go_pale" if kind else "go"))
        painter.drawRect(box)

    def text(self, painter: QPainter, box: QRectF, flags: Qt.AlignmentFlag, text: str) -> None:
        painter.setPen(theme.now().colour("ink"))
        painter.drawText(box, int(flags | Qt.TextFlag.TextDontClip), text)


class Pyramid(Chart):
    """Two kinds of bars back to back, the labels between them; the first row on top."""

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(theme.now().ems(24), round(self._row() * (len(self.bars) + 1.3)))

    def _row(self) -> float:
        return theme.now().small * 1.75

    def draw(self, painter: QPainter) -> None:
        painter.setFont(self.small())
        metrics, row = QFontMetrics(self.small()), self._row()
        labels = max([metrics.horizontalAdvance(bar.label) for bar in self.bars], default=0) + 20
        most = max([1, *(figure for bar in self.bars for figure in bar.figures)])
        room = metrics.horizontalAdvance(f"{most:,}") + 16
        reach = (self.width() - labels) / 2 - room
        left, right = (self.width() - labels) / 2, (self.width() + labels) / 2
        top = row * 0.15
        if len(self.titles) == 2:
            self.text(painter, QRectF(0, top, left, row), _RIGHT, self.titles[0])
            self.text(painter, QRectF(right, top, left, row), _LEFT, self.titles[1])
        for bar in self.bars:
            top += row
            self.text(painter, QRectF(left, top, labels, row), _MIDDLE, bar.label)
            long = [reach * figure / most for figure in bar.figures]
            for kind, (figure, size) in enumerate(zip(bar.figures, long, strict=True)):
                start = right if kind else left - size
                if figure:
                    self.fill(painter, QRectF(start, top + row * 0.12, size, row * 0.76), kind)
                end = QRectF(right + size + 6, top, room, row)
                if not kind:
                    end = QRectF(left - size - room - 6, top, room, row)
                self.text(painter, end, _LEFT if kind else _RIGHT, f"{figure:,}")


class Upright(Chart):
    """Bars side by side, from left to right as the years go; they begin at nought."""

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(theme.now().ems(24), round(theme.now().small * 13))

    def draw(self, painter: QPainter) -> None:
        painter.setFont(self.small())
        line = theme.now().small * 1.5
        self._draw_titles(painter, line)
        base = self.height() - line * 1.2
        most = max([1, *(figure for bar in self.bars for figure in bar.figures)])
        reach = base - line * 2.6
        wide = (self.width() - 8) / max(len(self.bars), 1)
        each = min(wide * 0.76 / max(len(self.titles), 1), theme.now().ems(2.6))
        for at, bar in enumerate(self.bars):
            middle = 4 + wide * (at + 0.5)
            self.text(painter, QRectF(middle - wide / 2, base, wide, line), _MIDDLE, bar.label)
            x = middle - each * len(bar.figures) / 2
            for kind, figure in enumerate(bar.figures):
                tall = reach * figure / most
                if figure:
                    self.fill(painter, QRectF(x, base - tall, each, tall), kind)
                self._draw_figure(painter, QRectF(x, base - tall - line, each, line), figure)
                x += each
        painter.setPen(QPen(theme.now().colour("rim"), 1))
        painter.drawLine(4, round(base), self.width() - 4, round(base))

    def _draw_figure(self, painter: QPainter, box: QRectF, figure: int) -> None:
        """Drawn together where the bar is narrower than its figure."""
        text, font = f"{figure:,}", self.small()
        needed = QFontMetrics(font).horizontalAdvance(text)
        if needed > box.width() - 2:
            font.setStretch(max(55, int(100 * (box.width() - 2) / needed)))
        painter.setFont(font)
        self.text(painter, box, _MIDDLE, text)
        painter.setFont(self.small())

    def _draw_titles(self, painter: QPainter, line: float) -> None:
        metrics, x = QFontMetrics(self.small()), 6.0
        for kind, title in enumerate(self.titles):
            self.fill(painter, QRectF(x, line * 0.4, line * 0.6, line * 0.6), kind)
            x += line * 0.6 + 6
            wide = metrics.horizontalAdvance(title)
            self.text(painter, QRectF(x, line * 0.1, wide, line * 1.2), _LEFT, title)
            x += wide + 18


class Level(Chart):
    """Bars under each other, each behind its label; the figure stands at its end."""

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(theme.now().ems(24), round(theme.now().small * 1.75 * (len(self.bars) + 0.4)))

    def draw(self, painter: QPainter) -> None:
        painter.setFont(self.small())
        metrics, row = QFontMetrics(self.small()), theme.now().small * 1.75
        widest = max([metrics.horizontalAdvance(bar.label) for bar in self.bars], default=0)
        labels = min(widest + 14, self.width() * 0.45)
        most = max([1, *(bar.figures[0] for bar in self.bars)])
        reach = self.width() - labels - metrics.horizontalAdvance(f"{most:,}") - 24
        for at, bar in enumerate(self.bars):
            top, figure = row * (at + 0.2), bar.figures[0]
            label = metrics.elidedText(bar.label, Qt.TextElideMode.ElideRight, round(labels - 10))
            self.text(painter, QRectF(6, top, labels, row), _LEFT, label)
            long = reach * figure / most
            if figure:
                self.fill(painter, QRectF(labels, top + row * 0.12, long, row * 0.76), 0)
            self.text(painter, QRectF(labels + long + 6, top, 99, row), _LEFT, f"{figure:,}")
