"""One step beside the list: what it changed, and whether it can be taken back."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kucho_desktop.core.dates import show_date
from kucho_desktop.core.history import Step
from kucho_desktop.core.i18n import _, n_
from kucho_desktop.households.store import Told
from kucho_desktop.widgets import theme
from kucho_desktop.widgets.parts import Card, Flow, button, rule, words
from kucho_desktop.widgets.wrapping import Wrapping


class PastDetails(Card):
    """takes_back: the step that is shown shall be taken back."""

    takes_back = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.when = words("", "small")
        self.what = words("", "strong")
        self.flow = Flow()
        self.why_not = words("", "second")
        self.back = button(_("Take this change back"), self._take_back, icon="undo-2")
        for part in (self.when, self.what, rule(), self.flow, self.why_not):
            self.body.addWidget(part)
        self.body.addLayout(Wrapping(self.back))
        self.body.setStretch(3, 1)

    def show_step(self, step: Step | None, told: Sequence[Told], more: int, why_not: str) -> None:
        """why_not: why it cannot be taken back; more: changes that are not told one by one."""
        self.setVisible(step is not None)
        if step is None:
            return
        self.when.setText(
            _("{day} {time}").format(day=show_date(step.at.date()), time=f"{step.at:%H:%M}")
        )
        self.what.setText(step.text)
        self._fill(told, more)
        self.why_not.setText(why_not)
        self.why_not.setVisible(bool(why_not))
        self.back.setAccessibleName(_("Take back: {step}").format(step=step.text))
        self.back.setAccessibleDescription(why_not)
        self.back.setVisible(not why_not)

    def _fill(self, told: Sequence[Told], more: int) -> None:
        inside = QWidget()
        inside.setObjectName("flow")
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(0, 2, 8, 2)
        layout.setSpacing(3)
        for each in told:
            layout.addWidget(words(each.subject, "heading"))
            for line in each.lines:
                layout.addWidget(words(line))
            layout.addSpacing(theme.now().gap)
        if more:
            layout.addWidget(
                words(
                    n_("and {count} more change", "and {count} more changes", more).format(
                        count=f"{more:,}"
                    ),
                    "second",
                )
            )
        layout.addStretch(1)
        self.flow.setWidget(inside)

    @Slot()
    def _take_back(self) -> None:
        self.takes_back.emit()
