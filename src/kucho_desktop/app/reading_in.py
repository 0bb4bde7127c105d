"""表を読み込む: from the file that the user has to households in the book, in three steps."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kucho_desktop.app.reading_in_columns import Meanings
from kucho_desktop.app.reading_in_file import ChooseFile
from kucho_desktop.app.reading_in_intake import Intake
from kucho_desktop.app.reading_in_result import Result
from kucho_desktop.core.book import Book
from kucho_desktop.core.i18n import _, n_
from kucho_desktop.widgets.wizard import Wizard


class ReadInWizard(QWidget):
    """A page of the window while a table is read in.

    finished: (a text for the strip with undo) the households are in the book. given_up: nothing
    was changed. refused: a sentence about something beside it that did not work.
    """

    finished = Signal(str)
    given_up = Signal()
    refused = Signal(str)

    def __init__(self, book: Book) -> None:
        super().__init__()
        self.setObjectName("page")
        self.done = ""
        self.intake = Intake(book.today)
        self.file = ChooseFile(self.intake)
        self.meanings = Meanings(self.intake)
        self.result = Result(book, self.intake)
        self.wizard = Wizard(_("Read in a table"), [self.file, self.meanings, self.result])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.wizard)
        self.wizard.given_up.connect(self._give_up)
        self.intake.changed.connect(self._lead_on)
        self.result.kept.connect(self._finish)
        self.result.busy.connect(self._hold)
        self.result.refused.connect(self.refused)
        self.wizard.start()

    def open(self, path: Path) -> None:
        """Begin with a file that is known already, such as one dropped on the window."""
        self.file.open(path)

    def starts_at(self) -> QWidget:
        """What goes on, or the step that is shown."""
        return self.wizard.starts_at()

    @Slot()
    def _lead_on(self) -> None:
        """Once the file is understood, Enter goes on."""
        if self.wizard.step() is self.file and self.file.may_go_on():
            self.wizard.on.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _give_up(self) -> None:
        self.intake.forget()
        self.given_up.emit()

    @Slot(int)
    def _finish(self, count: int) -> None:
        self.done = n_(
            "{count} household was read in", "{count} households were read in", count
        ).format(count=f"{count:,}")
        self.intake.forget()
        self.finished.emit(self.done)

    @Slot(bool)
    def _hold(self, busy: bool) -> None:
        """While the households are being written there is only Stop."""
        self.wizard.back.setEnabled(not busy)
        self.wizard.give_up.setEnabled(not busy)
