"""The step before anything is done to the key: whoever asks for it knows the password."""

from pathlib import Path

from PySide6.QtCore import Signal, Slot

from kucho_desktop.app.locks.line import PasswordLine
from kucho_desktop.app.locks.patience import Patience
from kucho_desktop.core.errors import KuchoError
from kucho_desktop.core.i18n import _
from kucho_desktop.core.keys import read_slots
from kucho_desktop.widgets.parts import Card, column, words
from kucho_desktop.widgets.wizard import WizardStep


class KnownPassword(WizardStep):
    """why: what it is needed for. `key` is the book's and `typed` the password, until `forget`.

    opened: both are known now.
    """

    opened = Signal()

    def __init__(self, path: Path, why: str) -> None:
        super().__init__()
        self.title = _("The password as it is now")
        self.key, self.typed = b"", ""
        self._path = path
        self.password = PasswordLine(self.title)
        self.problem = words("", "problem")
        self.problem.hide()
        self.patience = Patience(self.password, self.problem)
        card = Card(self.title, "lock")
        card.body.addWidget(words(why, "second"))
        card.body.addWidget(self.password)
        card.body.addWidget(self.problem)
        self.setLayout(column(card, None))
        self.setFocusProxy(self.password)
        self.password.line.textChanged.connect(self._tell)
        self.patience.ticked.connect(self._tell)
        self.password.line.onward.connect(self.ended)

    def may_go_on(self) -> bool:
        return bool(self.password.line.text()) and not self.patience.is_waiting()

    def leave(self) -> bool:
        try:
            self.key = read_slots(self._path).open(self.password.line.text())
        except KuchoError as error:
            self.patience.refuse(error)
            return False
        self.typed = self.password.line.text()
        self.patience.accept()
        self.opened.emit()
        return True

    def forget(self) -> None:
        self.key, self.typed = b"", ""
        self.password.line.clear()

    @Slot()
    def _tell(self) -> None:
        self.changed.emit()
