"""A list and the form of what is selected in it: side by side, or one above the other."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from kucho_desktop.widgets import theme
from kucho_desktop.widgets.parts import Card, Flow, column

_NARROWEST = 54


class SideBySide(QWidget):
    """The list keeps its width for what one looks for; the form scrolls in a card of its own.

    turned: whether the form now stands under the list.
    """

    turned = Signal(bool)

    def __init__(self, left: QWidget, form: QWidget, head: QWidget | None = None) -> None:
        """head: who it is. It stands above the form; under a list, it scrolls with the form."""
        super().__init__()
        self.left = left
        self._head = head
        self._inside = column(form)
        self.flow = Flow(self._inside)
        self.card = Card()
        self.card.body.setContentsMargins(18, 14, 8, 14)
        self.card.body.addWidget(self.flow, 1)
        self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(16)
        self._layout.addWidget(left)
        self._layout.addWidget(self.card)
        self._share(False)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        before = self.is_under()
        self._share(event.size().width() < theme.now().ems(_NARROWEST))
        if self.is_under() != before:
            self.turned.emit(self.is_under())

    def _share(self, under: bool) -> None:
        way = QBoxLayout.Direction.TopToBottom if under else QBoxLayout.Direction.LeftToRight
        self._layout.setDirection(way)
        self._layout.setStretch(0, 1 if under else 3)
        self._layout.setStretch(1, 1 if under else 2)
        place = self._inside if under else self.card.body
        if self._head is not None and place.indexOf(self._head) < 0:
            place.insertWidget(0, self._head)

    def is_under(self) -> bool:
        """Whether the form stands under the list."""
        return self._layout.direction() == QBoxLayout.Direction.TopToBottom
