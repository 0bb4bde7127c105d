"""A new password, typed twice and judged in words."""

from PySide6.QtCore import Qt, Signal, Slot

from kucho_desktop.app.locks.line import PasswordLine
from kucho_desktop.core.i18n import _
from kucho_desktop.core.keys import password_quality, problem_with_password
from kucho_desktop.widgets.parts import Card, column, words
from kucho_desktop.widgets.wizard import WizardStep


class Locking(WizardStep):
    """A password, twice. verb: what going on does. agreed: the password may be taken."""

    agreed = Signal()

    def __init__(self, title: str, verb: str) -> None:
        super().__init__()
        self.title = title
        self._verb = verb
        self.first = PasswordLine(_("Password"), with_check=True)
        self.second = PasswordLine(_("The same once more"), with_check=False)
        self.quality = words("", "understood")
        self.problem = words("", "problem")
        card = Card(self.title, "key-round")
        said = _("Nobody can read the book without it. Words that only you think of are good.")
        card.body.addWidget(words(said, "second"))
        for part in (self.first, self.quality, self.second, self.problem):
            card.body.addWidget(part)
        self.setLayout(column(card, None))
        self.setFocusProxy(self.first)
        self.first.check.toggled.connect(self.second.show_letters)
        for each in (self.first, self.second):
            each.line.textChanged.connect(self._judge)
        self.first.line.onward.connect(self._go_to_second)
        self.second.line.onward.connect(self.ended)
        self._has_agreed = True

    def entered(self) -> None:
        self._judge()

    def may_go_on(self) -> bool:
        typed = self.first.line.text()
        return not problem_with_password(typed) and typed == self.second.line.text()

    def words_for_on(self) -> str:
        return self._verb

    def leave(self) -> bool:
        self._has_agreed = True
        self.agreed.emit()
        return self._has_agreed

    def tell(self, problem: str) -> None:
        self._has_agreed = False
        self.problem.setText(problem)

    def forget(self) -> None:
        self.first.line.clear()
        self.second.line.clear()

    @Slot()
    def _go_to_second(self) -> None:
        self.second.line.setFocus(Qt.FocusReason.TabFocusReason)

    @Slot()
    def _judge(self) -> None:
        typed, again = self.first.line.text(), self.second.line.text()
        short = problem_with_password(typed)
        quality = _("This password: {quality}").format(quality=password_quality(typed))
        self.quality.setText(quality if typed and not short else "")
        differs = bool(again) and not typed.startswith(again)
        not_yet = short if typed else ""
        self.problem.setText(_("The two are not the same.") if differs else not_yet)
        self.changed.emit()
