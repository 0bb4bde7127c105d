"""The first step of reading in: choose the file, by a button or by dropping it here."""

from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QFrame, QLabel

from kucho_desktop.app.reading_in.intake import Intake
from kucho_desktop.core.i18n import _, n_
from kucho_desktop.exchange.roster import Reading
from kucho_desktop.widgets.icons import picture
from kucho_desktop.widgets.parts import Card, Flow, button, column, line, words
from kucho_desktop.widgets.wizard import WizardStep
from kucho_desktop.widgets.working import Working

ENDINGS = ("xlsx", "xlsm", "xls", "ods", "csv", "tsv", "txt")
_last_folder = ""


def _remember(path: Path) -> None:
    """Only until the program ends: where somebody keeps rosters is nobody's business."""
    global _last_folder
    _last_folder = str(path.parent)


class DropPlace(QFrame):
    """A frame with room to drop a file on."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("card")
        self.choose = button(_("Choose a file…"), icon="folder-open", role="go")
        sign = QLabel()
        sign.setPixmap(picture("sheet", "go"))
        layout = column(
            line(sign, words(_("Choose the file of your roster"), "heading"), None, gap=10),
            words(
                _(
                    "Files of Excel (xlsx, xls), of OpenOffice (ods) and csv files can be read."
                    " The file itself stays as it is."
                )
            ),
            line(self.choose, None),
            words(_("You can also drop the file here with the mouse."), "second"),
            gap=12,
        )
        layout.setContentsMargins(22, 20, 22, 20)
        self.setLayout(layout)


class ChooseFile(WizardStep):
    """Shows what was found in the file, or in a sentence why it cannot be read."""

    def __init__(self, intake: Intake) -> None:
        super().__init__()
        self.title = _("Choose the file")
        self._intake = intake
        self.place = DropPlace()
        self.choose = self.place.choose
        self.choose.clicked.connect(self.ask)
        self.working = Working()
        self.working.stopped.connect(intake.stop)
        self.found = Card(_("Found"), "circle-check")
        self.file = words("", "strong")
        self.counts = words("")
        self.found.body.addWidget(self.file)
        self.found.body.addWidget(self.counts)
        self.trouble = Card(_("This file could not be read"), "triangle-alert", look=True)
        self.sentence = words("")
        self.trouble.body.addWidget(self.sentence)
        flow = Flow(column(self.place, self.working, self.trouble, self.found, None, gap=16))
        self.setLayout(column(flow))
        self.setFocusProxy(self.choose)
        self.setAcceptDrops(True)
        intake.changed.connect(self.show_intake)
        self.show_intake()

    def may_go_on(self) -> bool:
        return self._intake.reading is not None and not self._intake.working_on

    @Slot()
    def ask(self) -> None:
        """The system's own dialog."""
        kinds = " ".join(f"*.{ending}" for ending in ENDINGS)
        chosen, _kind = QFileDialog.getOpenFileName(
            self.window(),
            _("Choose the file of your roster"),
            _last_folder,
            ";;".join((_("Tables ({kinds})").format(kinds=kinds), _("All files (*)"))),
        )
        if chosen:
            self.open(Path(chosen))

    def open(self, path: Path) -> None:
        _remember(path)
        self._intake.open(path)

    @Slot()
    def show_intake(self) -> None:
        intake = self._intake
        if intake.working_on:
            self.working.begin(intake.working_on)
        else:
            self.working.end()
        self.trouble.setVisible(bool(intake.problem))
        self.sentence.setText(intake.problem)
        reading = intake.reading
        self.found.setVisible(reading is not None and not intake.working_on)
        if reading is not None and intake.path is not None:
            self.file.setText(intake.path.name)
            self.counts.setText(counts_in_words(reading))
        self.changed.emit()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        dropped = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        if dropped:
            event.acceptProposedAction()
            self.open(Path(dropped[0]))


def counts_in_words(reading: Reading) -> str:
    """120世帯、320人、8つの隣組."""
    households, people, groups = len(reading.records), reading.members, len(reading.groups)
    return _(", ").join(
        (
            n_("{count} household", "{count} households", households).format(
                count=f"{households:,}"
            ),
            n_("{count} person", "{count} people", people).format(count=f"{people:,}"),
            n_("{count} group", "{count} groups", groups).format(count=f"{groups:,}"),
        )
    )
