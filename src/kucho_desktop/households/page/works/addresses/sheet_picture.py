"""A picture of a sheet of labels: a click or the arrows say which label is the first free one."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QBrush, QFont, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from kucho_desktop.core.i18n import _
from kucho_desktop.paper.stationery import A4_HEIGHT, A4_WIDTH, LabelSheet
from kucho_desktop.widgets import theme

_RIM = 6
"""Pixels around the sheet, for the frame of the focus."""
_NUMBERED = 0.55
"""The largest number on a label, as a share of its height."""


class SheetPicture(QWidget):
    """chosen: another label is the first free one, counted from 0."""

    chosen = Signal(int)

    def __init__(self, sheet: LabelSheet) -> None:
        super().__init__()
        self.sheet = sheet
        self.start = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(_("First free label of the sheet"))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self._tell_aloud()

    def show_sheet(self, sheet: LabelSheet) -> None:
        """Another sheet; it is taken for a full one."""
        if sheet != self.sheet:
            self.sheet = sheet
            self.start = 0
            self._tell_aloud()
            self.update()

    def choose(self, face: int) -> None:
        """Begin at this label, where there is such a one."""
        if 0 <= face < self.sheet.faces and face != self.start:
            self.start = face
            self._tell_aloud()
            self.update()
            self.chosen.emit(face)

    def _tell_aloud(self) -> None:
        said = _("Label {number} of {faces} is the first that is free.")
        self.setAccessibleDescription(said.format(number=self.start + 1, faces=self.sheet.faces))

    def sizeHint(self) -> QSize:  # noqa: N802
        wide = theme.now().ems(15)
        return QSize(wide, round(wide * A4_HEIGHT / A4_WIDTH))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(theme.now().ems(9), theme.now().ems(12))

    def place_of(self, face: int) -> QRectF:
        """Where a label is drawn."""
        page, scale = self._page()
        left, top = self.sheet.place(face)
        corner = page.topLeft() + QPointF(left * scale, top * scale)
        return QRectF(corner.x(), corner.y(), self.sheet.width * scale, self.sheet.height * scale)

    def _page(self) -> tuple[QRectF, float]:
        """The sheet as large as there is room, and pixels for a millimetre."""
        room = self.rect().adjusted(_RIM, _RIM, -_RIM, -_RIM)
        scale = min(room.width() / A4_WIDTH, room.height() / A4_HEIGHT)
        wide, high = A4_WIDTH * scale, A4_HEIGHT * scale
        return QRectF(room.x() + (room.width() - wide) / 2, room.y(), wide, high), scale

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        keys = Qt.Key
        steps = {
            keys.Key_Left: -1,
            keys.Key_Right: 1,
            keys.Key_Up: -self.sheet.columns,
            keys.Key_Down: self.sheet.columns,
            keys.Key_Home: -self.start,
            keys.Key_End: self.sheet.faces - 1 - self.start,
        }
        step = steps.get(keys(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.choose(self.start + step)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        for face in range(self.sheet.faces):
            if self.place_of(face).contains(event.position()):
                self.choose(face)
                return
        super().mousePressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        now = theme.now()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        page, scale = self._page()
        painter.setPen(QPen(now.colour("rim"), 1))
        painter.setBrush(now.colour("card"))
        painter.drawRect(page)
        font = QFont(self.font())
        font.setPixelSize(max(min(round(self.sheet.height * scale * _NUMBERED), now.em), 6))
        painter.setFont(font)
        for face in range(self.sheet.faces):
            self._draw_label(painter, face)
        if self.hasFocus():
            wide = now.colours.focus_width
            painter.setPen(QPen(now.colour("focus"), wide))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            inset = wide / 2
            painter.drawRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset))

    def _draw_label(self, painter: QPainter, face: int) -> None:
        """Used ones are hatched, the first free one is full, the others bear their numbers."""
        now = theme.now()
        place = self.place_of(face).adjusted(1, 1, -1, -1)
        first = face == self.start
        painter.setPen(QPen(now.colour("go" if first else "rim"), 1))
        if face < self.start:
            painter.setBrush(QBrush(now.colour("faint"), Qt.BrushStyle.BDiagPattern))
        else:
            painter.setBrush(now.colour("go" if first else "go_pale"))
        painter.drawRect(place)
        if face >= self.start:
            painter.setPen(now.colour("on_go" if first else "ink"))
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, str(face + 1))
