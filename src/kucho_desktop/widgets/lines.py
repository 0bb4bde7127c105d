"""Boxes of a form that stand on one line, or under each other where there is no room."""

from collections.abc import Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kucho_desktop.widgets import theme
from kucho_desktop.widgets.field import FieldBox


class LineOfBoxes(QWidget):
    """One line of a form; a question about it appears under it."""

    def __init__(self, boxes: Sequence[FieldBox]) -> None:
        super().__init__()
        self._boxes = boxes
        self._label = 0
        outside = QVBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.setSpacing(theme.now().gap)
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._line.setSpacing(theme.now().gap * 2)
        for box in boxes:
            self._line.addWidget(box, int(box.takes_room()))
        if len(boxes) > 1 and not any(box.takes_room() for box in boxes):
            self._line.addStretch(1)
        outside.addLayout(self._line)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)

    def show_under(self, question: QWidget) -> None:
        layout = self.layout()
        if layout is not None and question.parentWidget() is not self:
            layout.addWidget(question)

    def label_width(self) -> int:
        return self._boxes[0].label_width()

    def set_label_width(self, width: int) -> None:
        self._label = width
        self._share(self.width())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._share(event.size().width())

    def _share(self, width: int) -> None:
        """Labels stand under the form's other labels, except the later ones of a line."""
        needed = sum(box.label_width() + box.needed_width() for box in self._boxes)
        fits = needed + theme.now().gap * 2 * len(self._boxes) <= width
        one = QBoxLayout.Direction.LeftToRight if fits else QBoxLayout.Direction.TopToBottom
        if self._line.direction() != one:
            self._line.setDirection(one)
        self._line.setSpacing(theme.now().gap * (2 if fits else 1))
        for number, box in enumerate(self._boxes):
            box.set_label_width(self._label if number == 0 or not fits else box.label_width())
