"""The history of a household in words, newest first; what can be is taken back from here."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kucho_desktop.core.attachments import Attachment
from kucho_desktop.core.dates import show_date
from kucho_desktop.core.i18n import _
from kucho_desktop.households.store import Event
from kucho_desktop.widgets import theme
from kucho_desktop.widgets.parts import Button, Flow, button, column, rule, words
from kucho_desktop.widgets.wrapping import Wrapping

_AT_ONCE = 40


class Past(QWidget):
    """undone: the id of the step to take back. closed: back to the form.

    attaches: the id of the step to which a photo or paper is to be added. wanted: an Attachment
    that is to be seen large.
    """

    undone = Signal(int)
    attaches = Signal(int)
    wanted = Signal(object)
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.events: Sequence[Event] = ()
        self._attached: Mapping[int, Sequence[Attachment]] = {}
        self._most = _AT_ONCE
        self.back = button(_("Back to the form"), self._close, icon="arrow-left")
        self.title = words("", "person")
        self.flow = Flow()
        layout = column(Wrapping(self.back), self.title, self.flow)
        layout.setStretch(2, 1)
        self.setLayout(layout)

    def show_attached(self, attached: Mapping[int, Sequence[Attachment]]) -> None:
        """By step, what was added to it; seen with the events that are shown next."""
        self._attached = attached

    def show_events(self, name: str, events: Sequence[Event]) -> None:
        """Show the newest; older ones follow when they are asked for."""
        self.events = events
        self._most = _AT_ONCE
        self.title.setText(_("History of {household}").format(household=name))
        self._fill()

    def event_of(self, step: int) -> Event | None:
        return next((each for each in self.events if each.step.id == step), None)

    def _fill(self) -> None:
        inside = QWidget()
        inside.setObjectName("flow")
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(0, 4, 8, 4)
        layout.setSpacing(theme.now().gap)
        if not self.events:
            layout.addWidget(words(_("Nothing was written down yet."), "second"))
        for event in self.events[: self._most]:
            layout.addWidget(rule())
            layout.addLayout(self._event(event))
        if len(self.events) > self._most:
            layout.addLayout(Wrapping(button(_("Show older ones"), self._show_older)))
        layout.addStretch(1)
        self.flow.setWidget(inside)

    def _event(self, event: Event) -> QVBoxLayout:
        step = event.step
        when = _("{day} {time}").format(day=show_date(step.at.date()), time=f"{step.at:%H:%M}")
        parts: list[QWidget | Wrapping] = [words(when, "small"), words(step.text, "strong")]
        parts += [words(detail) for detail in event.details]
        own = self._attached.get(step.id, ())
        for one in own:
            parts.append(Wrapping(self._see(one)))
        if step.is_reversed:
            parts.append(words(_("This was taken back."), "second"))
        elif step.kind != "undo":
            back = button(
                _("Take this change back…"), icon="undo-2", role="quiet", value=str(step.id)
            )
            back.setAccessibleName(_("Take back: {step}").format(step=step.text))
            back.chosen.connect(self._undo)
            add = button(_("Add a paper…"), icon="plus", role="quiet", value=str(step.id))
            add.setAccessibleName(_("Add a photo or paper to: {step}").format(step=step.text))
            add.chosen.connect(self._attach)
            parts.append(Wrapping(back, add))
        return column(*parts, gap=3)

    def _see(self, one: Attachment) -> Button:
        text = _("See “{title}”").format(title=one.title)
        made = button(text, icon="eye", role="quiet", value=str(one.id))
        made.chosen.connect(self._view)
        return made

    @Slot(str)
    def _view(self, id_: str) -> None:
        for own in self._attached.values():
            for one in own:
                if str(one.id) == id_:
                    self.wanted.emit(one)

    @Slot(str)
    def _attach(self, step: str) -> None:
        self.attaches.emit(int(step))

    @Slot(str)
    def _undo(self, step: str) -> None:
        self.undone.emit(int(step))

    @Slot()
    def _show_older(self) -> None:
        self._most += _AT_ONCE
        self._fill()

    @Slot()
    def _close(self) -> None:
        self.closed.emit()
