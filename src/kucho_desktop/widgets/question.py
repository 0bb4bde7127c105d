"""A question before something is chosen or destroyed. Its buttons say what they do."""

from collections.abc import Sequence

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QDialog, QLabel, QWidget

from kucho_desktop.core.i18n import _
from kucho_desktop.widgets import theme
from kucho_desktop.widgets.parts import Button, button, column, words
from kucho_desktop.widgets.wrapping import Wrapping

_WIDTH = 27
"""Full-width characters on a line of a question."""


class Question(QDialog):
    """Esc and the last button leave everything as it is; `answer` is the chosen verb."""

    def __init__(
        self,
        parent: QWidget | None,
        title: str,
        text: str,
        verbs: Sequence[str],
        *,
        destroys: bool = False,
    ) -> None:
        """verbs: what can be done, said on the buttons; 「やめる」 is added to them."""
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setModal(True)
        self.answer = ""
        role = "stop" if destroys else "go"
        self.buttons = [
            button(verb, role=role if not n else "", value=verb) for n, verb in enumerate(verbs)
        ]
        for each in self.buttons:
            each.chosen.connect(self._choose)
        self.leave = button(_("Cancel"), self.reject)
        layout = column(
            whole(words(title, "heading")),
            whole(words(text)),
            Wrapping(*self.buttons, self.leave, gap=12),
            gap=16,
        )
        layout.setContentsMargins(24, 20, 24, 20)
        self.setLayout(layout)
        self.leave.setFocus()

    @Slot(str)
    def _choose(self, verb: str) -> None:
        self.answer = verb
        self.accept()


def whole(label: QLabel) -> QLabel:
    """As high as its words are in a question: a dialog leaves them less if it may."""
    width = theme.now().ems(_WIDTH)
    label.ensurePolished()
    label.setFixedWidth(width)
    label.setMinimumHeight(label.heightForWidth(width))
    return label


def ask(
    parent: QWidget, title: str, text: str, verbs: Sequence[str], *, destroys: bool = False
) -> str:
    """The chosen verb; empty if everything shall stay as it is."""
    question = Question(parent, title, text, verbs, destroys=destroys)
    question.exec()
    answer = question.answer
    question.deleteLater()
    return answer


def first_button(question: Question) -> Button:
    """The button that does it."""
    return question.buttons[0]
