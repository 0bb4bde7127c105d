"""Reading in where the window was away: the file is read again, and all that was said of it."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Slot

from kucho_desktop.app.reading_in.compare import Compare
from kucho_desktop.app.reading_in.intake import Change, Intake
from kucho_desktop.widgets.wizard import Wizard

_COMPARES = 2


class ComingBack(QObject):
    """One thing after the other, each once the one before is understood."""

    def __init__(self, intake: Intake, wizard: Wizard, compare: Compare | None) -> None:
        super().__init__(wizard)
        self._intake, self._compare = intake, compare
        self._told: list[Any] = []
        self._step, self._left = -1, 0
        self._judged: dict[str, Any] | None = None
        intake.changed.connect(self._go_on)
        if compare is not None:
            compare.proposed.connect(self._judge)

    def said(self) -> dict[str, Any]:
        """Which file, what was said otherwise of it, how far one was; as JSON."""
        wizard, compare = self._wizard(), self._compare
        return {
            "path": str(self._intake.path),
            "charset": self._intake.charset,
            "told": [list(each) for each in self._intake.told],
            "step": wizard.pages.currentIndex(),
            "judged": compare.judged.said() if compare is not None else None,
        }

    def begin(self, said: dict[str, Any]) -> None:
        self._told, self._step, self._judged = list(said["told"]), said["step"], said["judged"]
        self._intake.open(Path(said["path"]), said["charset"])

    def _wizard(self) -> Wizard:
        wizard = self.parent()
        assert isinstance(wizard, Wizard)
        return wizard

    @Slot()
    def _go_on(self) -> None:
        """A file that is there no more is told by the first step, and nothing else is done."""
        if self._step < 0 or self._intake.working_on:
            return
        if self._intake.table is None:
            self._step = -1
        elif self._told:
            told, self._told = self._told, []
            self._intake.change(*(Change(tuple(places), *rest) for places, *rest in told))
        elif self._intake.reading is None:  # what was said of it does not go together
            self._show(min(self._step, 1))
        elif self._compare is not None and self._step > _COMPARES:
            self._show(_COMPARES)  # the last step follows from what is found there
        else:
            self._show(self._step)

    def _show(self, step: int) -> None:
        """What a step shows is made when it is entered."""
        for number in range(1, step + 1):
            self._wizard().show_step(number)
        self._left, self._step = self._step - step, -1

    @Slot()
    def _judge(self) -> None:
        judged, self._judged = self._judged, None
        left, self._left = self._left, 0
        if judged is not None and self._compare is not None:
            self._compare.say_again(judged)
            if left > 0:
                self._wizard().show_step(_COMPARES + 1)
