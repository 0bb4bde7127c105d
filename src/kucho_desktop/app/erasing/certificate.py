"""The last step: what was removed, and the certificate from memory, printed or kept as PDF."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFileDialog

from kucho_desktop.core.i18n import _, n_
from kucho_desktop.core.whole_writing import write_whole
from kucho_desktop.records.model.leaving import Leaving
from kucho_desktop.widgets.parts import Card, button, column, words
from kucho_desktop.widgets.wizard import WizardStep
from kucho_desktop.widgets.wrapping import Wrapping

if TYPE_CHECKING:
    from kucho_desktop.app.printing import PrintRun


class CertificateStep(WizardStep):
    """The certificate lies in no file until the user keeps it in one."""

    def __init__(self) -> None:
        super().__init__()
        self.title = _("Certificate of erasing")
        self.pdf = b""
        self._run: PrintRun | None = None
        self.result = words("", "heading")
        self.left = words("", "look")
        self.said = words("")
        self.print_button = button(_("Print the certificate…"), self._print, icon="printer")
        self.keep_button = button(_("Keep as PDF…"), self._keep, icon="file-down")
        self.problem = words("", "problem")
        card = Card(self.title, "file-text")
        for each in (self.result, self.left, self.said):
            card.body.addWidget(each)
        card.body.addLayout(Wrapping(self.print_button, self.keep_button, gap=12))
        card.body.addWidget(
            words(
                _(
                    "Sign it, let the successor sign it, and hand it over. When this page is closed"
                    " it cannot be made again."
                ),
                "second",
            )
        )
        card.body.addWidget(self.problem)
        self.setLayout(column(card, None))
        self.setFocusProxy(self.print_button)

    def show_done(self, leaving: Leaving, pdf: bytes) -> None:
        """pdf: the certificate; from now on it is in memory alone."""
        self.pdf = pdf
        left = [name for each in leaving.removed for name in each.left]
        self.result.setText(
            _("Not everything could be removed.")
            if left
            else _("Everything was overwritten and removed.")
        )
        text = _("Please remove these yourself: {names}")
        self.left.setText(text.format(names=_(", ").join(left)))
        self.left.setVisible(bool(left))
        count = sum(each.count for each in leaving.removed)
        files = n_("{count} file was removed.", "{count} files were removed.", count)
        self.said.setText(files.format(count=f"{count:,}"))

    def words_for_on(self) -> str:
        return _("Finish")

    @Slot()
    def _print(self) -> None:
        """Loads what printing needs only now."""
        from PySide6.QtPrintSupport import QPrintDialog

        from kucho_desktop.app.printing import PrintRun, new_printer

        printer = new_printer(self.title)
        if QPrintDialog(printer, self).exec() == QPrintDialog.DialogCode.Accepted:
            self._run = PrintRun(self.pdf, printer)
            self._run.ended.connect(self.problem.setText)
            self._run.start()

    @Slot()
    def _keep(self) -> None:
        start = str(Path.home() / f"{self.title}.pdf")
        place, _kind = QFileDialog.getSaveFileName(self, _("Keep as PDF"), start, "PDF (*.pdf)")
        if place:
            self.keep_at(Path(place))

    def keep_at(self, path: Path) -> None:
        whole = path if path.suffix else path.with_suffix(".pdf")
        try:
            write_whole(whole, self.pdf)
        except OSError:
            said = _("{name} could not be written. Is the disk full, or the stick pulled out?")
            self.problem.setText(said.format(name=whole.name))
        else:
            self.problem.setText(_("Kept as {name}.").format(name=whole.name))
