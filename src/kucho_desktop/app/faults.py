"""Telling what went wrong where nobody waited for it: the file, the disk, or the program itself."""

import re
from collections.abc import Callable
from weakref import WeakMethod

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from kucho_desktop.core.errors import FoundDamaged, KuchoError
from kucho_desktop.core.i18n import _

_OF_QT = re.compile(r"(?:Error calling Python override of \S+ )+")
"""What PySide puts before a sentence that came out of a widget's own method."""


class Faults(QObject):
    """goes_back: the book is damaged, and the user wants to go back to a copy.

    over: the window over which it is told.
    """

    goes_back = Signal()

    def __init__(self, over: Callable[[], QWidget | None], parent: QObject) -> None:
        super().__init__(parent)
        self._over = WeakMethod(over)  # a desk that its own part held would end in any thread
        self._error: KuchoError | None = None
        self._is_telling = False

    def tell(self, error: KuchoError | None) -> None:
        """Not at once: Qt may be amid laying out or painting, where a question ends the program.

        error: None where the program is wrong.
        """
        if not self._is_telling:
            self._is_telling = True
            self._error = error
            QTimer.singleShot(0, self, self._say)

    @Slot()
    def _say(self) -> None:
        from kucho_desktop.widgets.question import Question

        title, said, verbs = _words_of(self._error)
        question = Question((self._over() or _nothing)(), title, said, verbs)
        question.leave.hide()
        question.exec()
        question.deleteLater()
        self._is_telling = False
        if question.answer and question.answer != verbs[-1]:
            self.goes_back.emit()


def _nothing() -> QWidget | None:
    return None


def _words_of(error: KuchoError | None) -> tuple[str, str, list[str]]:
    """Title, sentence and what can be done; the last of it is to go on."""
    go_on = _("Go on working")
    if error is None:
        said = _(
            "What you did last may be missing. Everything before it is kept, nothing was lost."
            " A short report without any names was written."
        )
        return _("Something went wrong in the program"), said, [go_on]
    verbs = [_("Go back to a copy…")] if isinstance(error, FoundDamaged) else []
    return _("This did not go well"), _OF_QT.sub("", str(error)), [*verbs, go_on]
