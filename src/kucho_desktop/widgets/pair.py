"""Two parts side by side, or one above the other where there is little room."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from kucho_desktop.widgets import theme


class Pair(QWidget):
    """shares: how the room is parted. narrowest: in ems, below which they stand in a column."""

    def __init__(
        self,
        left: QWidget,
        right: QWidget,
        shares: tuple[int, int] = (5, 4),
        *,
        narrowest: int = 46,
    ) -> None:
        super().__init__()
        self._narrowest = narrowest
        self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(14)
        for part, share in zip((left, right), shares, strict=True):
            self._layout.addWidget(part, share)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        under = event.size().width() < theme.now().ems(self._narrowest)
        ways = QBoxLayout.Direction
        self._layout.setDirection(ways.TopToBottom if under else ways.LeftToRight)
