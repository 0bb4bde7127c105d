"""A text of several lines with air between them."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from kucho_desktop.widgets.selectors import draw_text, has_variant

if TYPE_CHECKING:
    from PySide6.QtGui import QTextLayout, QTextLine

_LEADING = 1.42
"""Line height over type height. The font itself has none, and Qt's labels add none."""


class Words(QLabel):
    """A label that breaks its lines by Japanese rules and sets them well apart."""

    def __init__(self, text: str = "") -> None:
        super().__init__(text)
        self.setWordWrap(True)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def _line_height(self) -> float:
        return self.fontMetrics().height() * _LEADING

    def _is_one_line(self, width: int) -> bool:
        """Most are; they need no layout."""
        text = self.text()
        return "\n" not in text and self.fontMetrics().horizontalAdvance(text) <= width

    def _laid_out(self, width: int) -> "list[tuple[QTextLayout, int]]":
        """One layout for each paragraph, and how many lines it has at this width."""
        from PySide6.QtGui import QTextLayout, QTextOption

        option = QTextOption(Qt.AlignmentFlag.AlignLeft)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        paragraphs = []
        for text in self.text().split("\n"):
            layout = QTextLayout(text, self.font())
            layout.setTextOption(option)
            layout.beginLayout()
            count = 0
            while (line := layout.createLine()).isValid():
                line.setLineWidth(max(width, 1))
                line.setPosition(QPointF(0, count * self._line_height()))
                count += 1
            layout.endLayout()
            paragraphs.append((layout, max(count, 1)))
        return paragraphs

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        lines = 1
        if not self._is_one_line(width):
            lines = sum(count for _layout, count in self._laid_out(width))
        return round(lines * self._line_height()) + 1

    def sizeHint(self) -> QSize:  # noqa: N802
        metrics = self.fontMetrics()
        widest = max(metrics.horizontalAdvance(text) for text in self.text().split("\n"))
        width = min(widest + 2, metrics.height() * 32)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        height = self.fontMetrics().height()
        return QSize(min(height * 4, self.sizeHint().width()), round(self._line_height()))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        is_one = self._is_one_line(self.width())
        paragraphs = [] if is_one else self._laid_out(self.width())
        height = (sum(count for _layout, count in paragraphs) or 1) * self._line_height()
        middle = self.alignment() & Qt.AlignmentFlag.AlignVCenter
        top = max((self.height() - height) / 2, 0.0) if middle else 0.0
        lead = (self._line_height() - self.fontMetrics().height()) / 2
        if is_one:
            self._draw_line(painter, top + lead, self.text())
        for layout, count in paragraphs:
            if has_variant(layout.text()):
                for at in range(layout.lineCount()):
                    text = _text_of(layout.text(), layout.lineAt(at))
                    self._draw_line(painter, top + lead + at * self._line_height(), text)
            else:
                layout.draw(painter, QPointF(0, top + lead))
            top += count * self._line_height()

    def _draw_line(self, painter: QPainter, top: float, text: str) -> None:
        base = QPointF(0, top + self.fontMetrics().ascent())
        if has_variant(text):
            from kucho_desktop.widgets.variants import draw_variants

            draw_variants(painter, painter.font(), base, text)
        else:
            painter.drawText(base, text)


class OneLine(QLabel):
    """A label that never breaks."""

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        if not has_variant(self.text()):
            super().paintEvent(event)
            return
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        draw_text(painter, self.contentsRect(), self.alignment(), self.text())


def _text_of(paragraph: str, line: "QTextLine") -> str:
    """Qt counts in UTF-16: a kanji outside the first plane, and a selector, are two."""
    start, end = 2 * line.textStart(), 2 * (line.textStart() + line.textLength())
    return paragraph.encode("utf-16-le")[start:end].decode("utf-16-le")
