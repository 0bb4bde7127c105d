"""The recovery code on paper: one sheet for the chief, one in a sealed envelope for the deputy."""

from collections.abc import Sequence

from kucho_desktop.core.i18n import _
from kucho_desktop.paper import strokes
from kucho_desktop.paper.fitting import Align
from kucho_desktop.paper.glyphs import Font
from kucho_desktop.paper.imprint import Imprint, Printed
from kucho_desktop.paper.lines import break_lines
from kucho_desktop.paper.marks import seal, writing_line
from kucho_desktop.paper.qr import qr_code
from kucho_desktop.paper.sheet import LEADING, MM, Sheet

_IN_A_ROW = 6
_CODE_SIZE = 22.0
_ROW = 15 * MM
_QR = 44 * MM


def recovery_sheet(code: str, file_name: str, imprint: Imprint) -> Printed:
    """Large groups with their numbers, the same as QR, how to use it and where it is kept."""
    sheet = Sheet(_("Recovery code sheet"), imprint, personal=True, numbered=False)
    sheet.paragraph(
        _(
            "If the password is forgotten, only this code opens the book. Whoever holds this sheet"
            " and the file can read everything in it."
        )
    )
    _draw_code(sheet, code, file_name)
    sheet.heading(_("How it is used"))
    _beside_qr(sheet, code, _steps_to_open())
    sheet.heading(_("How it is kept"))
    _numbered(
        sheet,
        [
            _("Keep it apart from the computer, where only you look: with the seals, in the safe."),
            _("Do not photograph or copy it, and do not send it by mail or fax."),
            _("When a new sheet is printed for a new key, cut this one up."),
        ],
    )
    sheet.gap(1.2)
    _lines(sheet, [_("Where it is kept"), _("Checked by typing two groups on")])
    return sheet.printed()


def sealed_sheet(code: str, file_name: str, imprint: Imprint) -> Printed:
    """What the deputy does when the chief is ill or has died in office, and the code for it."""
    sheet = Sheet(
        _("For the sealed envelope"), imprint, subtitle=_("For the deputy"), personal=True,
        numbered=False,
    )  # fmt: skip
    sheet.paragraph(
        _(
            "Fold this sheet with the writing inside, put it in an envelope, close it and put a"
            " seal across the flap. The deputy keeps it unopened and gives it back at the end of"
            " the term."
        )
    )
    sheet.heading(_("When it may be opened"))
    _numbered(
        sheet,
        [
            _("The chief cannot do the work because of illness or an accident, or has died."),
            _("Two officers are there when it is opened. Write below who, when and why."),
        ],
    )
    sheet.heading(_("What to do then"))
    _beside_qr(
        sheet,
        code,
        [
            _("Ask the family for the computer or the memory stick with the backups."),
            *_steps_to_open(),
            _("Make a new key in the settings, and destroy this sheet."),
        ],
    )
    _draw_code(sheet, code, file_name)
    sheet.gap(1.4)
    _signatures(sheet)
    return sheet.printed()


def _steps_to_open() -> list[str]:
    return [
        _("Start the program and choose the book."),
        _("Press “I forgot the password…” and type the groups in their order."),
        _("Choose a new password. The old one no longer opens the book."),
    ]


def _draw_code(sheet: Sheet, code: str, file_name: str) -> None:
    """Three rows of six; the small number is what the program asks for."""
    groups = code.split("-")
    sheet.gap(0.8)
    sheet.write(sheet.left, sheet.at - sheet.size, _("File: {name}").format(name=file_name))
    sheet.at -= sheet.size * 1.8
    wide = sheet.width / _IN_A_ROW
    for place, group in enumerate(groups):
        down, along = divmod(place, _IN_A_ROW)
        x, low = sheet.left + along * wide, sheet.at - (down + 1) * _ROW
        sheet.draw(strokes.box(x, low, wide, _ROW, strokes.HAIRLINE))
        sheet.write(x + 2 * MM, low + _ROW - 11, str(place + 1), size=9)
        sheet.write(
            x + wide / 2, low + 3.6 * MM, group, size=_CODE_SIZE, font=Font.TABLE_BOLD,
            align=Align.CENTRE,
        )  # fmt: skip
    sheet.at -= _ROW * (-(-len(groups) // _IN_A_ROW))
    sheet.gap(0.6)


def _beside_qr(sheet: Sheet, code: str, sentences: Sequence[str]) -> None:
    """The QR code at the right, to be read by a telephone; the sentences at the left of it."""
    top = sheet.at
    sheet.draw(qr_code(code, sheet.right - _QR, top - _QR, _QR))
    sheet.write(
        sheet.right - _QR / 2, top - _QR - 8, _("The same code as QR"), size=9, align=Align.CENTRE
    )
    _numbered(sheet, sentences, sheet.width - _QR - 6 * MM)
    sheet.at = min(sheet.at, top - _QR - 14)


def _numbered(sheet: Sheet, sentences: Sequence[str], width: float = 0.0) -> None:
    size, indent = sheet.size, sheet.size * 1.8
    for number, sentence in enumerate(sentences, 1):
        base = sheet.at - size * (0.5 * LEADING + 0.36)
        sheet.write(sheet.left, base, f"{number}.", font=Font.PROSE)
        for text in break_lines(sentence, (width or sheet.width) - indent, size, Font.PROSE):
            base = sheet.at - size * (0.5 * LEADING + 0.36)
            sheet.write(sheet.left + indent, base, text, font=Font.PROSE)
            sheet.at -= size * LEADING


def _lines(sheet: Sheet, labels: Sequence[str]) -> None:
    for label in labels:
        writing_line(sheet, sheet.left, sheet.at - sheet.size, sheet.width * 0.8, label)
        sheet.at -= sheet.size * 2.4


def _signatures(sheet: Sheet) -> None:
    half = sheet.width / 2
    for row in (
        (_("Given on"), _("The chief"), _("The deputy")),
        (_("Opened on"), _("Officer present"), _("Officer present")),
    ):
        third = sheet.width / 3
        for place, label in enumerate(row):
            x = sheet.left + place * third
            writing_line(sheet, x, sheet.at - sheet.size * 1.6, third * 0.8, label)
            if place:
                seal(sheet, x + third * 0.88, sheet.at - sheet.size * 1.3)
        sheet.at -= sheet.size * 3.2
    writing_line(sheet, sheet.left, sheet.at - sheet.size, half * 2, _("Why it was opened"))
    sheet.at -= sheet.size * 2
