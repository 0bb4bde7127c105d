"""The sheet that the recovery code is printed on."""

from pathlib import Path

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QPainter
from PySide6.QtPrintSupport import QPrinter

from kucho_desktop.core.i18n import _
from kucho_desktop.widgets import theme

_DPI = 300
_MARGIN = 25 / 25.4 * _DPI
_GROUPS_IN_A_LINE = 6


def print_code(printer: QPrinter, path: Path, code: str) -> bool:
    """Draw it on one sheet; tell whether the printer took it."""
    painter = QPainter()
    if not painter.begin(printer):
        return False
    sheet = QRectF(painter.viewport()).adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
    top = _say(painter, sheet, sheet.top(), _("The recovery code"), 20, bold=True)
    top = _say(painter, sheet, top, path.name, 14)
    groups = code.split("-")
    for start in range(0, len(groups), _GROUPS_IN_A_LINE):
        text = "   ".join(groups[start : start + _GROUPS_IN_A_LINE])
        top = _say(painter, sheet, top, text, 18, bold=True)
    said = _(
        "If the password is forgotten, only this code opens the book. Keep it in a safe place."
    )
    _say(painter, sheet, top, said, 12)
    painter.end()
    return True


def _say(
    painter: QPainter, sheet: QRectF, top: float, text: str, points: int, *, bold: bool = False
) -> float:
    font = QFont()
    font.setFamilies(list(theme.COLUMN_FAMILIES))
    font.setPixelSize(round(points * _DPI / 72))
    font.setBold(bold)
    painter.setFont(font)
    room = QRectF(sheet.left(), top, sheet.width(), sheet.bottom() - top)
    used = painter.boundingRect(room, int(Qt.TextFlag.TextWordWrap), text)
    painter.drawText(room, int(Qt.TextFlag.TextWordWrap), text)
    return used.bottom() + 10 / 25.4 * _DPI
