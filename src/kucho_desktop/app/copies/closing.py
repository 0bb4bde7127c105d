"""The last copy before a book is closed: the window tells what it does, and waits for nobody."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtWidgets import QLabel, QProgressBar, QStackedWidget, QWidget

from kucho_desktop.app.copies.copying import Copying
from kucho_desktop.app.window import Window
from kucho_desktop.core.i18n import _
from kucho_desktop.widgets import theme
from kucho_desktop.widgets.icons import picture
from kucho_desktop.widgets.parts import Card, button, column, line, words


class Farewell(QWidget):
    """One card over the whole window: what is going on, or what went wrong and what can be done."""

    def __init__(
        self,
        again: Callable[[], None],
        leave: Callable[[], None],
        stay: Callable[[], None],
    ) -> None:
        super().__init__()
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        now = theme.now()
        sign = QLabel()
        sign.setPixmap(picture("history", "go", now.ems(2)))
        self.title = words("", "title", wrap=False)
        self.text = words("", "second")
        self.problem = words("", "problem")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setRange(0, 0)
        self.again = button(_("Make the copy again"), again, role="go")
        self.leave = button("", leave)
        self.stay = button(_("Do not close"), stay)
        card = Card()
        card.setFixedWidth(now.ems(34))
        card.body.setContentsMargins(28, 24, 28, 24)
        card.body.setSpacing(12)
        card.body.addLayout(line(sign, self.title, None))
        for part in (self.text, self.bar, self.problem):
            card.body.addWidget(part)
        card.body.addLayout(line(self.stay, None, self.leave, self.again, gap=12))
        self.setLayout(column(None, line(None, card, None), None))

    def show_work(self, title: str, text: str, leave: str = "") -> None:
        self.title.setText(title)
        self.text.setText(text)
        self.bar.setAccessibleName(title)
        self.bar.show()
        self.problem.hide()
        self.again.hide()
        self.stay.hide()
        self.leave.setText(leave)
        self.leave.setVisible(bool(leave))
        if leave:
            self.leave.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_problem(self, title: str, problem: str, leave: str) -> None:
        self.title.setText(title)
        self.text.setText(_("Everything you wrote is kept in the book. Only the copy is missing."))
        self.problem.setText(problem)
        self.problem.show()
        self.bar.hide()
        self.again.show()
        self.stay.show()
        self.leave.setText(leave)
        self.leave.show()
        self.again.setFocus(Qt.FocusReason.OtherFocusReason)


class Closing(QObject):
    """Holds a window that is being closed until the copy is made; it lets go in any case."""

    def __init__(self, window: Window, copying: Copying) -> None:
        super().__init__(window)
        self._window = window
        self._copying = copying
        self._then: Callable[[], object] | None = None
        self._may_close = False
        self.page: Farewell | None = None
        window.installEventFilter(self)
        copying.ended.connect(self._ended)

    def let_go(self) -> None:
        """Whatever closes the window from now on closes it."""
        self._may_close = True
        self._then = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() != QEvent.Type.Close or watched is not self._window:
            return False
        if self._then is None and (self._may_close or not self.holds(self._window.close)):
            return False
        event.ignore()
        return True

    def holds(self, then: Callable[[], object]) -> bool:
        """Take what is being typed; if a copy is wanted make it, and do `then` afterwards."""
        self._window.remember()
        if self._may_close or not self._copying.is_wanted():
            return False
        self._then = then

        self._work()
        return True

    def cover(self) -> Farewell:
        """Put the card over the window and keep the keys away from what is under it."""
        if self.page is None:
            self.page = Farewell(self._work, self._leave, self._stay)
            root = self._window.centralWidget()
            assert isinstance(root, QStackedWidget)
            root.addWidget(self.page)
            root.setCurrentWidget(self.page)
            for action in self._window.actions():
                action.setEnabled(False)
        return self.page

    @Slot()
    def _work(self) -> None:
        self.cover().show_work(
            _("Making a copy"),
            _("The book is copied and the copy is looked over. The window closes by itself."),
            _("Close without a copy"),
        )
        self._copying.begin()

    @Slot()
    def _leave(self) -> None:
        self._copying.progress.stop()
        self._go_on()

    @Slot()
    def _stay(self) -> None:
        """Back to the work; what was being closed stays open."""
        self._then = None
        page, self.page = self.page, None
        root = self._window.centralWidget()
        if page is not None and isinstance(root, QStackedWidget):
            root.setCurrentIndex(0)
            page.hide()
            page.deleteLater()
        for action in self._window.actions():
            action.setEnabled(True)

    @Slot(bool)
    def _ended(self, is_well: bool) -> None:
        if self._then is None:
            return
        if is_well and self._copying.is_wanted():  # it was under way before the last word
            self._copying.begin()
        elif is_well:
            self._go_on()
        elif self.page is not None:
            self.page.show_problem(
                _("No copy could be made"), self._copying.trouble, _("Close without a copy")
            )

    def _go_on(self) -> None:
        then, self._then = self._then, None
        self._may_close = True
        if then is not None:
            then()
