"""A picture out of the book, seen large: nothing of it is written to the disk."""

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QImage, QKeyEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget

from kucho_desktop.core.i18n import _
from kucho_desktop.widgets import theme
from kucho_desktop.widgets.parts import button
from kucho_desktop.widgets.wrapping import Wrapping

_CLOSER = 1.25
_LARGEST = 4.0


class _Desk(QScrollArea):
    """+ and − zoom, 0 shows the whole picture, the arrows move it."""

    def __init__(self, view: "PictureView") -> None:
        super().__init__()
        self._view = view
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        keys = Qt.Key
        work = {
            keys.Key_Plus: self._view.zoom_in,
            keys.Key_Minus: self._view.zoom_out,
            keys.Key_0: self._view.show_whole,
        }.get(keys(event.key()))
        if work is not None:
            work()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._view.fit()


class PictureView(QWidget):
    """A picture on a desk, as a whole until one zooms."""

    def __init__(self) -> None:
        super().__init__()
        self._image = QImage()
        self._factor = 0.0
        self.desk = _Desk(self)
        self.picture = QLabel()
        self.desk.setWidget(self.picture)
        self.smaller = button(_("Smaller"), self.zoom_out, icon="zoom-out")
        self.larger = button(_("Larger"), self.zoom_in, icon="zoom-in")
        self.whole = button(_("Whole picture"), self.show_whole)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.now().gap)
        layout.addWidget(self.desk, 1)
        layout.addLayout(Wrapping(self.smaller, self.larger, self.whole))
        self.setFocusProxy(self.desk)

    def show_picture(self, content: bytes, title: str) -> bool:
        """Show a JPEG; tells whether it could be read."""
        self._image = QImage.fromData(content)
        self.desk.setAccessibleName(title)
        self.show_whole()
        return not self._image.isNull()

    def clear(self) -> None:
        """Leave nothing of it in sight."""
        self._image = QImage()
        self.picture.clear()

    def shown_size(self) -> QSize:
        return self.picture.size()

    @Slot()
    def zoom_in(self) -> None:
        self._zoom(_CLOSER)

    @Slot()
    def zoom_out(self) -> None:
        self._zoom(1 / _CLOSER)

    @Slot()
    def show_whole(self) -> None:
        self._factor = 0.0
        self.fit()

    def _zoom(self, by: float) -> None:
        whole = self._whole_factor()
        now = self._factor or whole
        self._factor = min(max(now * by, min(whole, 1.0)), _LARGEST)
        self.fit()

    def _whole_factor(self) -> float:
        room = self.desk.maximumViewportSize()
        size = self._image.size()
        if size.isEmpty():
            return 1.0
        return min(room.width() / size.width(), room.height() / size.height(), 1.0)

    def fit(self) -> None:
        """Draw it as large as it is wanted now."""
        if self._image.isNull():
            return
        size = self._image.size() * (self._factor or self._whole_factor())
        if size.isEmpty() or size == self.picture.size():
            return
        scaled = self._image.scaled(
            size,
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        self.picture.setPixmap(QPixmap.fromImage(scaled))
        self.picture.resize(scaled.size())
