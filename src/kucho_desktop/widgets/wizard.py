"""A page that leads through something step by step, with back and on, and can always be left."""

from itertools import pairwise

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from kucho_desktop.core.i18n import _
from kucho_desktop.widgets import theme
from kucho_desktop.widgets.parts import button, line, words


class WizardStep(QWidget):
    """One step. changed: whether one may go on has changed. ended: Enter in its last box."""

    changed = Signal()
    ended = Signal()
    title: str = ""
    """What is done here, in the user's language."""

    def entered(self) -> None:
        """It is about to be shown."""

    def may_go_on(self) -> bool:
        return True

    def needs_nothing(self) -> bool:
        """Everything is there already: Enter goes on from the start."""
        return False

    def leave(self) -> bool:
        """Go on was pressed: take what was entered; False stays here."""
        return True

    def words_for_on(self) -> str:
        return _("Go on")


class Wizard(QWidget):
    """finished: after the last step. given_up: left before."""

    finished = Signal()
    given_up = Signal()

    def __init__(self, title: str, steps: list[WizardStep]) -> None:
        super().__init__()
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.steps = steps
        self.title = words(title, "title", wrap=False)
        self.where = words("", "second", wrap=False)
        self.pages = QStackedWidget()
        for step in steps:
            self.pages.addWidget(step)
            step.changed.connect(self._judge)
            step.ended.connect(self._offer_on)
        self.back = button(_("Back"), self._go_back, icon="arrow-left")
        self.on = button(_("Go on"), self._go_on, role="go")
        self.give_up = button(_("Cancel"), self._give_up, role="quiet")
        now = theme.now()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(now.margin, 14, now.margin, 14)
        layout.setSpacing(12)
        layout.addLayout(line(self.title, self.where, None, gap=16))
        layout.addWidget(self.pages, 1)
        foot: QHBoxLayout = line(self.give_up, None, self.back, self.on, gap=12)
        layout.addLayout(foot)

    def start(self) -> None:
        self._show(0)

    def step(self) -> WizardStep:
        return self.steps[self.pages.currentIndex()]

    def show_step(self, number: int) -> None:
        """Where one was before."""
        self._show(number)

    def _show(self, number: int) -> None:
        step = self.steps[number]
        step.entered()
        self.pages.setCurrentIndex(number)
        self.where.setText(
            _("{number} of {count}: {title}").format(
                number=number + 1, count=len(self.steps), title=step.title
            )
        )
        self.back.setVisible(number > 0)
        self._judge()
        self.starts_at().setFocus(Qt.FocusReason.TabFocusReason)

    def starts_at(self) -> QWidget:
        """What this step begins with."""
        return self.on if self.step().needs_nothing() else self.step()

    @Slot()
    def _judge(self) -> None:
        self.on.setText(self.step().words_for_on())
        self.on.setEnabled(self.step().may_go_on())
        self._order_tabs()

    def _order_tabs(self) -> None:
        """From the step's last box Tab comes to what leads on, and last to what throws away.

        Anew each time: boxes made while a step is shown would come behind the buttons.
        """
        step = self.step()
        last: QWidget = step
        each = step.nextInFocusChain()
        while each is not None and each is not step:
            if step.isAncestorOf(each) and each.focusPolicy() != Qt.FocusPolicy.NoFocus:
                last = each
            each = each.nextInFocusChain()
        for before, after in pairwise((last, self.on, self.back, self.give_up)):
            self.setTabOrder(before, after)

    @Slot()
    def _go_on(self) -> None:
        if not self.step().leave():
            return
        number = self.pages.currentIndex()
        if number + 1 < len(self.steps):
            self._show(number + 1)
        else:
            self.finished.emit()

    @Slot()
    def _offer_on(self) -> None:
        if self.on.isEnabled():
            self.on.setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Esc goes back as the buttons do; where these are held it does nothing."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.back.isVisibleTo(self):
            self.back.click()
        elif self.give_up.isVisibleTo(self):
            self.give_up.click()

    @Slot()
    def _go_back(self) -> None:
        self._show(max(self.pages.currentIndex() - 1, 0))

    @Slot()
    def _give_up(self) -> None:
        self.given_up.emit()
