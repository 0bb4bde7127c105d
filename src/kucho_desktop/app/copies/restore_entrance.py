"""Going back to a copy before a book is open: it does not open, or it is not there any more."""

from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from kucho_desktop.app.books import UPKEEP
from kucho_desktop.app.copies.copying import said_of_going_back, said_when
from kucho_desktop.app.copies.list import CopiesList
from kucho_desktop.core.errors import KuchoError
from kucho_desktop.core.i18n import _
from kucho_desktop.core.keys import read_slots
from kucho_desktop.core.restoring import PutBack, Readable, put_back
from kucho_desktop.core.upkeep import Upkeep
from kucho_desktop.core.way_back import copies_for, id_of, is_wanted
from kucho_desktop.widgets import theme
from kucho_desktop.widgets.parts import Card, Flow, button, column, line, words
from kucho_desktop.widgets.task import Task
from kucho_desktop.widgets.working import Working


def offered(path: Path, error: KuchoError) -> str:
    """Words for a button that goes back to a copy; empty where there is none or no need."""
    copies = copies_for(path, id_of(path)) if is_wanted(path, error) else []
    if not copies:
        return ""
    when = said_when(copies[0].at, datetime.now())
    return _("Go back to a copy (last: {when})…").format(when=when)


class RestoreAtEntrance(QWidget):
    """went_back: a copy is in place (what to say). given_up: back to the first page."""

    went_back = Signal(str)
    given_up = Signal()

    def __init__(self, path: Path, password: str) -> None:
        super().__init__()
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._path, self._password, self._upkeep = path, password, UPKEEP
        self.copies = CopiesList(path, UPKEEP, datetime.now)
        self.copies.back.setText(_("Go back to this copy"))
        self.working = Working()
        self.working.stop_button.hide()
        self.problem = words("", "problem")
        self.problem.hide()
        self.leave = button(_("Back"), icon="arrow-left")
        self.leave.clicked.connect(self.given_up)
        card = Card(_("Go back to a copy"), "history")
        card.body.setContentsMargins(26, 20, 26, 22)
        card.body.addWidget(
            words(_("The newest copies stand first. What lies there now is kept beside it."))
        )
        for part in (self.copies, self.working, self.problem):
            card.body.addWidget(part)
        card.body.addLayout(line(self.leave, None))
        inside = column(card, None)
        inside.setContentsMargins(theme.now().margin, 24, theme.now().margin, 24)
        self.setLayout(column(Flow(inside), gap=0))
        self.copies.chosen.connect(self._go_back)
        self.copies.read.connect(self._show_read)
        self.copies.load(id_of(path), [], password)

    @Slot()
    def _show_read(self) -> None:
        if self.isVisible():
            self.copies.list.setFocus()

    @Slot(object)
    def _go_back(self, copy: Readable) -> None:
        if copy.key is None:
            return
        self._when = said_when(copy.copy.at, datetime.now())
        self.problem.hide()
        self.copies.setEnabled(False)
        self.working.begin(_("Going back to a copy"))
        self._task = Task(partial(_put_back, copy, self._path, self._password, self._upkeep))
        self._task.done.connect(self._is_back)
        self._task.failed.connect(self._is_not_back)
        self._task.start()

    @Slot(object)
    def _is_back(self, done: PutBack) -> None:
        self.working.end()
        self.went_back.emit(said_of_going_back(self._when, done))

    @Slot(object)
    def _is_not_back(self, error: object) -> None:
        self.working.end()
        self.copies.setEnabled(True)
        said = _("The copy could not be put in place. The book is as it was.")
        self.problem.setText(str(error) if isinstance(error, KuchoError) else said)
        self.problem.show()


def _put_back(copy: Readable, path: Path, password: str, upkeep: Upkeep) -> PutBack:
    """Slots beside the book that this password opens to the same key stay."""
    assert copy.key is not None
    try:
        keeps = read_slots(path).open(password) == copy.key
    except KuchoError:
        keeps = False
    return put_back(copy.copy.path, path, copy.key, upkeep, now=datetime.now(), keeps_slots=keeps)
