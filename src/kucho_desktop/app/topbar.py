"""What is always at the top: search, undo and redo with the step's name, print."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy

from kucho_desktop.app.searching import Hits, SearchBox
from kucho_desktop.core.i18n import _
from kucho_desktop.widgets import theme
from kucho_desktop.widgets.icons import picture
from kucho_desktop.widgets.parts import Button, button
from kucho_desktop.widgets.selectors import draw_text


class StepButton(Button):
    """Undo or redo: under the word stands, small, which step that is.

    Qt draws the button alone; the words in it are drawn here.
    """

    def __init__(self, verb: str, sign: str) -> None:
        super().__init__("")
        self._verb = verb
        self._sign = sign
        self._step = ""
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.show_step("")

    def show_step(self, step: str) -> None:
        self._step = step
        self.setEnabled(bool(step))
        said = _("{verb}: {step}").format(verb=self._verb, step=step) if step else self._verb
        self.setAccessibleName(said)
        self.setToolTip(said)
        self.updateGeometry()
        self.update()

    def _small(self) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(theme.now().small)
        return font

    def sizeHint(self) -> QSize:  # noqa: N802
        now = theme.now()
        words = self.fontMetrics().horizontalAdvance(self._verb)
        small = QFontMetrics(self._small()).horizontalAdvance(self._step)
        width = max(words, min(small, now.ems(12))) + now.icon + 44
        return QSize(width, now.em + now.small + 20)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        now = theme.now()
        words = self.fontMetrics().horizontalAdvance(self._verb)
        return QSize(words + now.icon + 44, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        super().paintEvent(event)
        now = theme.now()
        painter = QPainter(self)
        ink = "ink" if self.isEnabled() else "faint"
        sign = picture(self._sign, ink)
        painter.drawPixmap(QPointF(16, (self.height() - now.icon) / 2), sign)
        left = 16 + now.icon + 12
        room = QRect(left, 0, self.width() - left - 12, self.height())
        painter.setPen(now.colour(ink))
        if not self._step:
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, self._verb)
            return
        top = room.adjusted(0, 7, 0, -(now.small + 11))
        painter.drawText(top, Qt.AlignmentFlag.AlignVCenter, self._verb)
        painter.setFont(self._small())
        painter.setPen(now.colour("second"))
        shown = painter.fontMetrics().elidedText(
            self._step, Qt.TextElideMode.ElideRight, room.width()
        )
        below = room.adjusted(0, now.em + 10, 0, -5)
        draw_text(painter, below, Qt.AlignmentFlag.AlignVCenter, shown)


class TopBar(QFrame):
    """The window connects the buttons; the search box tells where to go."""

    def __init__(self, search: Callable[[str], Hits]) -> None:
        super().__init__()
        self.setObjectName("top")
        now = theme.now()
        self.search = SearchBox(search)
        self.search.setMinimumWidth(now.ems(14))
        self.search.setMaximumWidth(now.ems(30))
        self.undo = StepButton(_("Undo"), "undo-2")
        self.redo = StepButton(_("Redo"), "redo-2")
        self.print = button(_("Print"), icon="printer")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(now.margin, 7, now.margin, 7)
        layout.setSpacing(10)
        layout.addWidget(self.search, 3)
        layout.addStretch(1)
        for each in (self.undo, self.redo, self.print):
            layout.addWidget(each)

    def show_steps(self, undo: str, redo: str) -> None:
        self.undo.show_step(undo)
        self.redo.show_step(redo)
