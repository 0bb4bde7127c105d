"""A wrong password is followed by a pause that grows; how near it was is never said."""

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QLabel

from kucho_desktop.app.locks.line import PasswordLine
from kucho_desktop.core.errors import WrongPassword
from kucho_desktop.core.i18n import n_

_FREE = 2
"""Slips of the finger that cost nothing."""
_LONGEST = 60
_A_SECOND = 1_000


def seconds_after(wrong: int) -> int:
    """How long to wait after so many wrong passwords in a row: 0, 0, 2, 4, 8 … 60."""
    return min(2 ** (wrong - _FREE), _LONGEST) if wrong > _FREE else 0


class Patience(QObject):
    """Tells what is wrong beside a password, and holds its box for a while.

    ticked: how many seconds it still takes; 0 when the box is given back.
    clock: seconds that only grow.
    """

    ticked = Signal(int)

    def __init__(
        self,
        password: PasswordLine,
        problem: QLabel,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__()  # no child of what it holds: the two would keep each other for ever
        self._password, self._problem = password, problem
        self._clock = clock
        self._wrong = 0
        self._until = 0.0
        self._sentence = ""
        self._ticking = QTimer(self)
        self._ticking.setInterval(_A_SECOND)
        self._ticking.timeout.connect(self.see_the_clock)

    def tell(self, sentence: str) -> None:
        """Show a sentence; nothing hides it."""
        self._sentence = sentence
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))

    def refuse(self, error: Exception) -> None:
        """It could not be opened. Only a wrong password makes anybody wait."""
        self.tell(str(error))
        self._password.line.selectAll()
        self._password.line.setFocus()
        if isinstance(error, WrongPassword):
            self._wrong += 1
            self._until = self._clock() + seconds_after(self._wrong)
            self.see_the_clock()

    def accept(self) -> None:
        """It was right: the next slip is the first one again."""
        self._wrong = 0
        self._password.line.clear()
        self.tell("")

    def is_waiting(self) -> bool:
        return self._clock() < self._until

    @Slot()
    def see_the_clock(self) -> None:
        """Say how long it still takes, or give the box back."""
        left = max(0, -int((self._clock() - self._until) // 1))
        self._password.line.setReadOnly(left > 0)
        self.ticked.emit(left)
        if not left:
            self._ticking.stop()
            self._problem.setText(self._sentence)
            return
        wait = n_("Please wait {count} second.", "Please wait {count} seconds.", left)
        self._problem.setText(f"{self._sentence}\n{wait.format(count=left)}")
        self._ticking.start()
