"""表を読み込む: from the file that the user has to households in the book, step by step.

An empty book takes the table in; one with households is compared with it.
"""

from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kucho_desktop.app.reading_in.columns import Meanings
from kucho_desktop.app.reading_in.coming_back import ComingBack
from kucho_desktop.app.reading_in.compare import Compare
from kucho_desktop.app.reading_in.file import ChooseFile
from kucho_desktop.app.reading_in.intake import Intake
from kucho_desktop.app.reading_in.result import Result
from kucho_desktop.app.reading_in.settle import Settle
from kucho_desktop.core.book import Book
from kucho_desktop.core.i18n import _, n_
from kucho_desktop.households.store import has_households
from kucho_desktop.widgets.wizard import Wizard, WizardStep


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
        self.compare: Compare | None = None
        self._is_second = has_households(book)
        self.intake = Intake(book.today)
        self.file = ChooseFile(self.intake)
        self.meanings = Meanings(self.intake)
        self.wizard = Wizard(
            _("Read in a table"), [self.file, self.meanings, *self._last_steps(book)]
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.wizard)
        self.wizard.given_up.connect(self._give_up)
        self.intake.changed.connect(self._lead_on)
        self.wizard.start()
        self.coming_back = ComingBack(self.intake, self.wizard, self.compare)

    def _last_steps(self, book: Book) -> list[WizardStep]:
        """A book that holds households already is compared with the table."""
        end: Result | Settle
        if self._is_second:
            self.compare = compare = Compare(book, self.intake)
            self.settle = end = Settle(book, self.intake, compare)
            steps: list[WizardStep] = [compare, end]
        else:
            self.result = end = Result(book, self.intake)
            steps = [end]
        end.kept.connect(self._finish)
        end.busy.connect(self._hold)
        end.refused.connect(self.refused)
        return steps

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
        told = (
            n_(
                "{count} household was taken over from the table",
                "{count} households were taken over from the table",
                count,
            )
            if self._is_second
            else n_("{count} household was read in", "{count} households were read in", count)
        )
        self.done = told.format(count=f"{count:,}")
        self.intake.forget()
        self.finished.emit(self.done)

    @Slot(bool)
    def _hold(self, busy: bool) -> None:
        """While the households are being written there is only Stop."""
        self.wizard.back.setEnabled(not busy)
        self.wizard.give_up.setEnabled(not busy)
