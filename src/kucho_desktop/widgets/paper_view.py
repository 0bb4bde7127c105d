"""A paper as it will be printed: pages on a desk, zoom, and turning over by keyboard.

Loaded with the first preview only: Qt's PDF part is not needed to open the window.
"""

from PySide6.QtCore import QBuffer, QByteArray, QEvent, QIODevice, QObject, QPointF, Qt, Slot
from PySide6.QtGui import QColor, QKeyEvent, QPalette
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kucho_desktop.core.i18n import _
from kucho_desktop.widgets import theme
from kucho_desktop.widgets.parts import button, words
from kucho_desktop.widgets.wrapping import Wrapping

_CLOSER = 1.2
_SMALLEST, _LARGEST = 0.2, 5.0
_POINTS_PER_INCH = 72


class PaperView(QWidget):
    """Page Up and Page Down turn over, + and − zoom, 0 shows the whole page."""

    def __init__(self) -> None:
        super().__init__()
        self._buffer = QBuffer(self)
        self.document = QPdfDocument(self)
        self.view = QPdfView(self)
        self.view.setDocument(self.document)
        self.view.setPageMode(QPdfView.PageMode.MultiPage)
        self.view.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self.view.setAccessibleName(_("The paper as it will be printed"))
        self.view.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.view.installEventFilter(self)
        palette = self.view.palette()
        for role in (QPalette.ColorRole.Dark, QPalette.ColorRole.Base, QPalette.ColorRole.Window):
            palette.setColor(role, QColor(theme.now().colours.desk))
        self.view.setPalette(palette)
        self.where = words("", "second", wrap=False)
        self._lay_out()
        self.view.pageNavigator().currentPageChanged.connect(self._tell_where)

    def _lay_out(self) -> None:
        self.before = button(_("Page before"), self.go_back, icon="chevron-left")
        self.after = button(_("Next page"), self.go_on, icon="chevron-right")
        self.smaller = button(_("Smaller"), self.zoom_out, icon="zoom-out")
        self.larger = button(_("Larger"), self.zoom_in, icon="zoom-in")
        self.whole = button(_("Whole page"), self.show_whole)
        self.where.setMinimumHeight(theme.now().target)
        tools = Wrapping(self.before, self.where, self.after, self.smaller, self.larger, self.whole)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.now().gap)
        layout.addWidget(self.view, 1)
        layout.addLayout(tools)

    def show_pdf(self, pdf: bytes) -> None:
        """Show this paper; the page and the zoom stay where they were, if there is such a page."""
        page = self.page()
        self.document.close()
        self._buffer.close()
        self._buffer.setData(QByteArray(pdf))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self.document.load(self._buffer)
        self._jump(min(page, max(self.pages() - 1, 0)))
        self._tell_where()

    def clear(self) -> None:
        self.document.close()
        self._tell_where()

    def pages(self) -> int:
        return self.document.pageCount()

    def page(self) -> int:
        """The page that is seen, counted from 0."""
        return max(self.view.pageNavigator().currentPage(), 0)

    def _jump(self, page: int) -> None:
        if 0 <= page < self.pages():
            self.view.pageNavigator().jump(page, QPointF(), 0)

    @Slot()
    def go_on(self) -> None:
        self._jump(self.page() + 1)

    @Slot()
    def go_back(self) -> None:
        self._jump(self.page() - 1)

    @Slot()
    def zoom_in(self) -> None:
        self._zoom(_CLOSER)

    @Slot()
    def zoom_out(self) -> None:
        self._zoom(1 / _CLOSER)

    @Slot()
    def show_whole(self) -> None:
        self.view.setZoomMode(QPdfView.ZoomMode.FitInView)

    def _zoom(self, factor: float) -> None:
        now = self._factor()
        self.view.setZoomMode(QPdfView.ZoomMode.Custom)
        self.view.setZoomFactor(min(max(now * factor, _SMALLEST), _LARGEST))

    def _factor(self) -> float:
        """How large the page is shown now; Qt says so only for a zoom that was set by hand."""
        if self.view.zoomMode() == QPdfView.ZoomMode.Custom or not self.pages():
            return self.view.zoomFactor()
        size = self.document.pagePointSize(self.page())
        margins = self.view.documentMargins()
        room = self.view.viewport().size()
        inch = self.view.logicalDpiX() / _POINTS_PER_INCH
        wide = (room.width() - margins.left() - margins.right()) / (size.width() * inch)
        if self.view.zoomMode() == QPdfView.ZoomMode.FitToWidth:
            return wide
        high = (room.height() - margins.top() - margins.bottom()) / (size.height() * inch)
        return min(wide, high)

    @Slot()
    def _tell_where(self) -> None:
        pages = self.pages()
        text = _("Page {page} of {pages}").format(page=self.page() + 1, pages=pages)
        self.where.setText(text if pages else "")
        # The button that is being pressed keeps the keys, even on the last page.
        self.before.setEnabled(self.page() > 0 or self.before.hasFocus())
        self.after.setEnabled(self.page() + 1 < pages or self.after.hasFocus())
        for each in (self.smaller, self.larger, self.whole):
            each.setEnabled(pages > 0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            keys = Qt.Key
            work = {
                keys.Key_PageDown: self.go_on,
                keys.Key_PageUp: self.go_back,
                keys.Key_Plus: self.zoom_in,
                keys.Key_Minus: self.zoom_out,
                keys.Key_0: self.show_whole,
            }.get(keys(event.key()))
            if work is not None:
                work()
                return True
        return super().eventFilter(watched, event)
