"""The recovery code on paper."""

from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter

from kucho_desktop.app.code_sheet import print_code
from kucho_desktop.app.printing import new_printer
from kucho_desktop.widgets import theme


def test_the_sheet_with_the_recovery_code(qapp, tmp_path):
    theme.load_fonts()  # a bare system has none of its own
    place = tmp_path / "code.pdf"
    printer = new_printer("名簿")
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(place))
    assert print_code(printer, tmp_path / "梓野区.kucho", "-".join(["ABCD"] * 18))
    printed = QPdfDocument()
    printed.load(str(place))
    text = printed.getAllText(0).text()
    assert text.count("ABCD") == 18
    assert "梓野区.kucho" in text
