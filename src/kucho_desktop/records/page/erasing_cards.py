"""The cards of 古い記録の消去: who is proposed, who waits in the bin, what was erased."""

from collections.abc import Iterator, Sequence
from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kucho_desktop.core.dates import show_date
from kucho_desktop.core.i18n import _, n_
from kucho_desktop.core.ledger import Erasure
from kucho_desktop.households.model.gone import LongGone
from kucho_desktop.records.model.erasing import Waiting, erased_said, who_said, why_said
from kucho_desktop.widgets import theme
from kucho_desktop.widgets.check_box import CheckBox
from kucho_desktop.widgets.holding import Held, Holding
from kucho_desktop.widgets.parts import Card, button, column, line, rule, words
from kucho_desktop.widgets.wrapping import Wrapping

MOST = 100
"""So many are proposed at once; the others come after them."""


class _Lines(QWidget):
    """Lines that are laid out anew; what was there goes."""

    def __init__(self) -> None:
        super().__init__()
        self._place = QVBoxLayout()
        self._place.setContentsMargins(0, 0, 0, 0)
        self.setLayout(self._place)
        self._inside = QWidget()
        self._place.addWidget(self._inside)

    def show_parts(self, parts: Sequence[QWidget]) -> None:
        old, self._inside = self._inside, QWidget()
        self._inside.setLayout(column(*parts, gap=6))
        self._place.addWidget(self._inside)
        old.hide()
        old.deleteLater()


class ProposedCard(Card, Held):
    """confirmed: those who are ticked (LongGone) shall go into the bin."""

    knows_its_boxes = True

    confirmed = Signal(object)

    def __init__(self) -> None:
        super().__init__(_("Who may be erased now"), "users")
        self._shown: list[LongGone] = []
        self._left_out: set[tuple[str, int]] = set()
        self.boxes: list[CheckBox] = []
        self.say = words("")
        self.more = words("", "second")
        self.lines = _Lines()
        self.put = button("", self._confirm, role="go", icon="trash-2")
        self.none = button(_("Untick all"), self._untick_all)
        for part in (self.say, self.lines, self.more):
            self.body.addWidget(part)
        self.body.addLayout(Wrapping(self.put, self.none, gap=12))

    def holdings(self) -> Iterator[Holding]:
        if self._left_out:
            yield Holding(sorted(self._left_out))

    def hold_again(self, said: Any) -> None:
        self._left_out = {(kind, id_) for kind, id_ in said}
        for each, box in zip(self._shown, self.boxes, strict=True):
            box.setChecked((each.kind, each.id) not in self._left_out)

    def show_proposed(self, found: Sequence[LongGone], *, can_write: bool) -> None:
        """All ticked, but for those that were unticked before."""
        self._can_write = can_write
        self.say.setText(
            _("Take the tick away from whom you still need. Nothing is erased at once.")
            if found
            else _("Nobody. Who left or died is proposed here when the years are over.")
        )
        left = len(found) - MOST
        text = n_("{count} more comes after these.", "{count} more come after these.", left)
        self.more.setText(text.format(count=f"{left:,}"))
        self.more.setVisible(left > 0)
        if list(found[:MOST]) != self._shown:
            self._shown = list(found[:MOST])
            self._lay_out()
        for each in (self.put, self.none):
            each.setVisible(bool(found))
        self._count()

    def _lay_out(self) -> None:
        self.boxes, parts = [], list[QWidget]()
        for each in self._shown:
            box = CheckBox(who_said(each))
            box.setAccessibleDescription(why_said(each))
            box.setChecked((each.kind, each.id) not in self._left_out)
            box.toggled.connect(self._count)
            self.boxes.append(box)
            names = _(", ").join(each.people)
            told = _(" · ").join(part for part in (why_said(each), each.place, names) if part)
            parts.append(_both(box, words(told, "second")))
        self.lines.show_parts(parts)

    def ticked(self) -> list[LongGone]:
        pairs = zip(self._shown, self.boxes, strict=True)
        return [each for each, box in pairs if box.isChecked()]

    @Slot()
    def _count(self) -> None:
        ticked = {(each.kind, each.id) for each in self.ticked()}
        shown = {(each.kind, each.id) for each in self._shown}
        self._left_out = (self._left_out - ticked) | (shown - ticked)
        text = n_("Put {count} into the bin", "Put {count} into the bin", len(ticked))
        self.put.setText(text.format(count=len(ticked)))
        self.put.setEnabled(bool(ticked) and self._can_write)

    @Slot()
    def _untick_all(self) -> None:
        for box in self.boxes:
            box.setChecked(False)

    @Slot()
    def _confirm(self) -> None:
        self.confirmed.emit(self.ticked())


class BinCard(Card):
    """put_back: the ids of what waits and shall stay after all."""

    put_back = Signal(object)

    def __init__(self) -> None:
        super().__init__(_("Waiting to be erased"), "trash-2")
        self.body.addWidget(
            words(
                _(
                    "For thirty days everything can be put back. Then it goes by itself, the next"
                    " time the book is opened, and nothing brings it back."
                ),
                "second",
            )
        )
        self.lines = _Lines()
        self.more = words("", "second")
        self.all_back = button(_("Put all back"), self._put_all_back)
        self.body.addWidget(self.lines)
        self.body.addWidget(self.more)
        self.body.addLayout(Wrapping(self.all_back))
        self._shown: list[Waiting] = []

    def show_waiting(self, found: Sequence[Waiting], *, can_write: bool) -> None:
        if list(found) == self._shown:
            return
        self._shown = list(found)
        left = len(found) - MOST
        text = n_("{count} more comes after these.", "{count} more come after these.", left)
        self.more.setText(text.format(count=f"{left:,}"))
        self.more.setVisible(left > 0)
        self.all_back.setVisible(len(found) > 1)
        self.all_back.setEnabled(can_write)
        parts = list[QWidget]()
        for number, each in enumerate(found[:MOST]):
            if number:
                parts.append(rule())
            parts.append(self._row(each, can_write=can_write))
        self.lines.show_parts(parts)

    def _row(self, each: Waiting, *, can_write: bool) -> QWidget:
        back = button(_("Put back"), value=str(each.id), icon="undo-2")
        back.setAccessibleName(_("Put back: {name}").format(name=who_said(each.who)))
        back.setEnabled(can_write)
        back.chosen.connect(self._put_back)
        said = column(words(who_said(each.who), "strong"), words(_when(each), "second"), gap=2)
        row = line(said, back, gap=12)
        row.setStretch(0, 1)
        whole = QWidget()
        whole.setLayout(row)
        return whole

    @Slot(str)
    def _put_back(self, id_: str) -> None:
        self.put_back.emit([int(id_)])

    @Slot()
    def _put_all_back(self) -> None:
        self.put_back.emit([each.id for each in self._shown])


class DoneCard(Card):
    """prints: the record on paper."""

    prints = Signal(str)

    def __init__(self) -> None:
        super().__init__(_("What was erased"), "clipboard-list")
        self.lines = _Lines()
        self.print = button(_("Print this record…"), icon="printer", value="erasure-log")
        self.print.chosen.connect(self.prints)
        self.body.addWidget(self.lines)
        self.body.addLayout(Wrapping(self.print))

    def show_done(self, found: Sequence[Erasure]) -> None:
        self.lines.show_parts([words(erased_said(each)) for each in found[:MOST]])


def _both(box: CheckBox, why: QWidget) -> QWidget:
    """The words under a box begin where its own words do."""
    whole = QWidget()
    inside = column(why)
    inside.setContentsMargins(theme.now().icon + 20, 0, 0, 4)
    whole.setLayout(column(box, inside, gap=0))
    return whole


def _when(each: Waiting) -> str:
    if each.is_back:
        return _("There again, or gone for less long: will not be erased")
    return _("{why} · goes on {day}").format(
        why=why_said(each.who), day=show_date(each.goes_on, weekday=False)
    )
