"""A paper goes to the printer: page by page, each drawn at 300 dpi on white."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QSize, QTimer, Signal, Slot
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from kucho_desktop.core.i18n import _
from kucho_desktop.widgets.task import Progress

_DPI = 300
_POINTS_PER_INCH = 72


def new_printer(title: str, name: str = "") -> QPrinter:
    """The printer of this name, else the usual one of this computer, at 300 dpi.

    It has the whole sheet to draw on.
    """
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    if name in QPrinterInfo.availablePrinterNames():
        printer.setPrinterName(name)
    printer.setResolution(_DPI)
    printer.setFullPage(True)
    printer.setDocName(title)
    return printer


class PrintRun(QObject):
    """One page at a time, so that the window stays alive and it can be stopped.

    ended: empty if all went well, else a sentence. pages: those that are printed, from 0.
    """

    ended = Signal(str)

    def __init__(self, pdf: bytes, printer: QPrinter) -> None:
        super().__init__()
        self._buffer = QBuffer(self)
        self._buffer.setData(QByteArray(pdf))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self._document = QPdfDocument(self)
        self._document.load(self._buffer)
        self._printer = printer
        self._painter = QPainter()
        self.pages = self._chosen_pages()
        self._next = 0
        self._stopped = False
        self.progress = Progress()

    def _chosen_pages(self) -> list[int]:
        """The pages asked for in the printer's dialog, all if none were."""
        asked, count = self._printer.pageRanges(), self._document.pageCount()
        if asked.isEmpty():
            return list(range(count))
        return [page for page in range(count) if asked.contains(page + 1)]

    def start(self) -> None:
        if not self.pages or not self._set_sheet(self.pages[0]):
            self.ended.emit(_("There is nothing to print."))
        elif not self._painter.begin(self._printer):
            self.ended.emit(_("The printer cannot be used now. Is it switched on and connected?"))
        else:
            QTimer.singleShot(0, self, self._print_next)

    @Slot()
    def stop(self) -> None:
        self._stopped = True

    @Slot()
    def _print_next(self) -> None:
        if self._stopped:
            self._printer.abort()
            self._finish(_("Printing was stopped."))
            return
        page = self.pages[self._next]
        if self._next:
            self._set_sheet(page)
            self._printer.newPage()
        self._painter.drawImage(self._painter.viewport(), self._picture(page))
        self._next += 1
        self.progress.tell(self._next, len(self.pages))
        if self._next == len(self.pages):
            self._finish("")
        else:
            QTimer.singleShot(0, self, self._print_next)

    def _set_sheet(self, page: int) -> bool:
        """The sheet and its orientation are those of the paper's page."""
        size = self._document.pagePointSize(page)
        upright = size.width() <= size.height()
        sheet = size if upright else size.transposed()
        ways = QPageLayout.Orientation
        self._printer.setPageSize(QPageSize(sheet, QPageSize.Unit.Point))
        self._printer.setPageOrientation(ways.Portrait if upright else ways.Landscape)
        return size.width() > 0

    def _picture(self, page: int) -> QImage:
        """Qt draws pages on nothing; a printer needs the white of the sheet."""
        size = self._document.pagePointSize(page)
        pixels = QSize(
            round(size.width() * _DPI / _POINTS_PER_INCH),
            round(size.height() * _DPI / _POINTS_PER_INCH),
        )
        drawn = self._document.render(page, pixels)
        white = QImage(pixels, QImage.Format.Format_RGB32)
        white.fill(0xFFFFFFFF)
        painter = QPainter(white)
        painter.drawImage(0, 0, drawn)
        painter.end()
        return white

    def _finish(self, problem: str) -> None:
        if self._painter.isActive():
            self._painter.end()
        self.ended.emit(problem)
