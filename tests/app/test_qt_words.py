"""Where the system has no dialogs of its own, Qt's are seen: they speak Japanese as well."""

import re

import pytest
from PySide6.QtCore import QObject
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QDialog,
    QFileDialog,
    QGroupBox,
    QLabel,
    QTabWidget,
)

from kucho_desktop.app.qt_words import translators

OURS = ("PDF", "kucho", "/tmp", "...")


@pytest.fixture
def in_japanese(qapp):
    parent = QObject()
    made = translators(parent)
    assert len(made) == 2, "Qt brings no Japanese of its own"
    for each in made:
        qapp.installTranslator(each)
    yield
    for each in made:
        qapp.removeTranslator(each)


def english_on(dialog: QDialog) -> list[str]:
    """Words that are written in Latin letters alone."""
    texts = [each.text() for each in dialog.findChildren(QLabel)]
    texts += [each.text() for each in dialog.findChildren(QAbstractButton)]
    texts += [each.toolTip() for each in dialog.findChildren(QAbstractButton)]
    texts += [each.title() for each in dialog.findChildren(QGroupBox)]
    for each in dialog.findChildren(QComboBox):
        texts += [each.itemText(at) for at in range(each.count())]
    for each in dialog.findChildren(QTabWidget):
        texts += [each.tabText(at) for at in range(each.count())]
    return [text for text in texts if re.search("[a-z]{2}", text) and not _is_ours(text)]


def _is_ours(text: str) -> bool:
    return any(own in text for own in OURS) or re.search("[ぁ-ん一-龠]", text) is not None


@pytest.mark.parametrize("mode", list(QFileDialog.AcceptMode))
def test_the_dialog_for_files(qtbot, in_japanese, mode):
    dialog = QFileDialog(None, "台帳を開く", "/tmp", "台帳 (*.kucho)")
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setAcceptMode(mode)
    qtbot.addWidget(dialog)
    dialog.show()
    assert any("場所" in each.text() for each in dialog.findChildren(QLabel))
    assert any("キャンセル" in each.text() for each in dialog.findChildren(QAbstractButton))
    assert english_on(dialog) == []


def test_the_dialog_for_printers(qtbot, in_japanese, tmp_path):
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "a.pdf"))
    dialog = QPrintDialog(printer)
    qtbot.addWidget(dialog)
    dialog.show()
    assert english_on(dialog) == []
