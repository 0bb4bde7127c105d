"""「このパソコンでは合言葉を省く」: asked for by who knows the password, and told what it means."""

from PySide6.QtCore import Signal, Slot

from kucho_desktop.app.locks.known_password import KnownPassword
from kucho_desktop.core.book import Book
from kucho_desktop.core.computer_slot import keep_slot
from kucho_desktop.core.errors import KuchoError
from kucho_desktop.core.i18n import _
from kucho_desktop.widgets.parts import Card, column, words
from kucho_desktop.widgets.wizard import Wizard, WizardStep


class LeavingOutPassword(Wizard):
    """The password, then what it means that this computer opens the book by itself."""

    def __init__(self, book: Book) -> None:
        why = _("Nobody but you shall decide this, even if you left the desk for a moment.")
        self.known = KnownPassword(book.path, why)
        self.meaning = OnThisComputer()
        title = _("Leave out the password on this computer")
        super().__init__(title, [self.known, self.meaning])
        self._book = book
        self.meaning.agreed.connect(self._keep)

    def said(self) -> str:
        return _("This computer opens the book without the password from now on.")

    def forget(self) -> None:
        self.known.forget()

    @Slot()
    def _keep(self) -> None:
        try:
            keep_slot(self._book.path, self.known.key)
        except KuchoError as error:
            self.meaning.tell(str(error))


class OnThisComputer(WizardStep):
    """agreed: it shall be so."""

    agreed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.title = _("What this means")
        self._has_agreed = True
        self.problem = words("", "problem")
        card = Card(self.title, "key-round")
        for text in (
            _("Whoever can use this computer under your name can then open the book as well."),
            _("So this is right only where the computer itself asks for a password or a code."),
            _("A copy on a stick, or the book on another computer, still asks for the password."),
            _("Please keep the password and the recovery code: a new computer needs them."),
        ):
            card.body.addWidget(words(text))
        card.body.addWidget(self.problem)
        self.setLayout(column(card, None))

    def needs_nothing(self) -> bool:
        return True

    def words_for_on(self) -> str:
        return _("Leave out the password here")

    def leave(self) -> bool:
        self._has_agreed = True
        self.agreed.emit()
        return self._has_agreed

    def tell(self, problem: str) -> None:
        self._has_agreed = False
        self.problem.setText(problem)
