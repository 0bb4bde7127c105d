"""The strip that says a long work is under way, how far it is, and lets it be stopped."""

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QFrame, QProgressBar

from kucho_desktop.core.i18n import _
from kucho_desktop.widgets.parts import button, column, line, words
from kucho_desktop.widgets.task import Progress


class Working(QFrame):
    """Put it where the work was begun; it hides itself when `end` is called."""

    stopped = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("card")
        self.text = words("", "strong")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.stop_button = button(_("Stop"), self._stop)
        layout = column(self.text, line(self.bar, self.stop_button, gap=12))
        layout.setContentsMargins(18, 12, 18, 12)
        self.setLayout(layout)
        self._progress: Progress | None = None
        self._clock = QTimer(self)
        self._clock.setInterval(100)
        self._clock.timeout.connect(self._look)
        self.hide()

    def begin(self, text: str, progress: Progress | None = None) -> None:
        """Appear; with no progress the bar only says that something goes on."""
        self.text.setText(text)
        self.bar.setAccessibleName(text)
        self.bar.setRange(0, 0)
        self.stop_button.setEnabled(True)
        self._progress = progress
        self._clock.start()
        self.show()

    def end(self) -> None:
        self._clock.stop()
        self.hide()

    @Slot()
    def _look(self) -> None:
        if self._progress is not None and self._progress.total:
            self.bar.setRange(0, self._progress.total)
            self.bar.setValue(self._progress.done)

    @Slot()
    def _stop(self) -> None:
        self.stop_button.setEnabled(False)
        if self._progress is not None:
            self._progress.stop()
        self.stopped.emit()
