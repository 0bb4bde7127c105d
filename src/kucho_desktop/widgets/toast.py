"""The strip at the foot that says what was done, with undo, for ten seconds."""

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QFrame, QWidget

from kucho_desktop.core.i18n import _
from kucho_desktop.widgets.icons import picture
from kucho_desktop.widgets.parts import Button, line, words

_TEN_SECONDS = 10_000


class Toast(QFrame):
    """Lies over the foot of the page; a sentence about trouble stays until it is closed.

    Its parts are made when there is first something to say.
    """

    undo = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("strip")
        self._is_furnished = False
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.timeout.connect(self._end)
        self.hide()

    def _furnish(self) -> None:
        if self._is_furnished:
            return
        self._is_furnished = True
        self.sign = words("", wrap=False)
        self.text = words("", wrap=True)
        self.undo_button = Button(_("Undo"))
        self.close_button = Button(_("Close"))
        for each in (self.undo_button, self.close_button):
            each.setAutoDefault(False)
        layout = line(self.sign, self.text, self.undo_button, self.close_button, gap=12)
        layout.setStretch(1, 1)
        layout.setContentsMargins(18, 8, 10, 8)
        self.setLayout(layout)
        self.undo_button.clicked.connect(self._undo)
        self.close_button.clicked.connect(self.hide)

    @Slot(str)
    def say(self, text: str) -> None:
        """Say what was done, and offer to undo it; it goes by itself."""
        self._show("circle-check", text, can_undo=True)
        self._clock.start(_TEN_SECONDS)

    @Slot(str)
    def tell(self, text: str) -> None:
        """Say what was done where there is nothing to undo."""
        self._show("circle-check", text, can_undo=False)
        self._clock.start(_TEN_SECONDS)

    @Slot(str)
    def warn(self, text: str) -> None:
        """Say what could not be done; it stays until it is closed."""
        self._show("triangle-alert", text, can_undo=False)
        self._clock.stop()

    def let_go(self) -> None:
        """Another step was kept: its undo would take back that one, not what is said here."""
        if self._is_furnished and not self.undo_button.isHidden():
            self.hide()

    def wait(self, text: str) -> None:
        """Say what is going on; it stays until that is over."""
        self._show("history", text, can_undo=False)
        self._clock.stop()

    def _show(self, icon: str, text: str, can_undo: bool) -> None:
        self._furnish()
        self.sign.setPixmap(picture(icon, "strip_go"))
        self.text.setText(text)
        self.setAccessibleName(text)
        self.undo_button.setVisible(can_undo)
        self.show()
        self.raise_()
        self.place()

    def place(self) -> None:
        """Stand at the foot of what it lies over."""
        parent = self.parentWidget()
        if parent is None or self.isHidden():
            return
        width = min(parent.width() - 32, max(self.sizeHint().width(), 560))
        height = max(self.heightForWidth(width), self.sizeHint().height())
        self.setGeometry(
            (parent.width() - width) // 2, parent.height() - height - 16, width, height
        )

    @Slot()
    def _end(self) -> None:
        """Not while somebody is about to press it."""
        if self.undo_button.hasFocus() or self.close_button.hasFocus():
            self._clock.start(_TEN_SECONDS)
        else:
            self.hide()

    @Slot()
    def _undo(self) -> None:
        self.hide()
        self.undo.emit()
