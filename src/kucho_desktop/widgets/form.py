"""A form for any record, made from what its fields say.

>>> form = Form(Household, [Section("", ["head", "kana", ("phone", "mobile")])])
>>> form.changed.connect(self._change)              # (record id, {field name: value})
>>> form.changed_from.connect(self._change_from)    # (record id, values, day): 「変わった」
>>> form.corrected.connect(self._correct)           # (record id, values): 「まちがいを直す」
>>> form.show_record(household)                     # again after every reading of the book

What belongs together comes together (a name with its reading, a postal code with its address),
so that it can be one step.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kucho_desktop.core.fields import Field, Record, fields_of
from kucho_desktop.core.i18n import _
from kucho_desktop.widgets import theme
from kucho_desktop.widgets.choice import ChoiceEditor, Choices
from kucho_desktop.widgets.editors import Line
from kucho_desktop.widgets.field import FieldBox
from kucho_desktop.widgets.filling import Filling
from kucho_desktop.widgets.holding import Held, Holding
from kucho_desktop.widgets.lines import LineOfBoxes
from kucho_desktop.widgets.parts import words
from kucho_desktop.widgets.since import SinceQuestion

_TAB = Qt.FocusReason.TabFocusReason


@dataclass(frozen=True)
class Section:
    """Some fields under a heading; fields in a tuple stand on one line where there is room."""

    title: str
    lines: Sequence[str | tuple[str, ...]]


class Form(QWidget, Held):
    """Shows a record and offers what was changed in it. A record with the id 0 is a new one.

    choices: for fields that refer to something, what there is to choose from.
    addresses: gives the towns of a postal code as the beginnings of addresses.
    undated: fields that are kept with their dates, but put right without a question.
    ended: Enter was pressed in the last box.
    of_households: the ids of the records are those of households.
    """

    knows_its_boxes = True
    of_households = False

    changed = Signal(int, object)
    changed_from = Signal(int, object, object)
    corrected = Signal(int, object)
    ended = Signal()

    def __init__(
        self,
        kind: type[Record],
        sections: Sequence[Section] = (),
        *,
        choices: Mapping[str, Callable[[], Choices]] | None = None,
        addresses: Callable[[str], Sequence[str]] | None = None,
        today: Callable[[], date] = date.today,
        undated: Collection[str] = (),
    ) -> None:
        super().__init__()
        self._record: Record | None = None
        self._today = today
        self._drafts: dict[int, dict[str, Any]] = {}
        self._pending: dict[str, Any] = {}
        known = {
            field.name: replace(field, dated="") if field.name in undated else field
            for field in fields_of(kind)
        }
        sections = sections or [Section("", list(known))]
        self.boxes: dict[str, FieldBox] = {}
        self._lines: dict[str, LineOfBoxes] = {}
        self._filling = Filling(self, self.boxes, addresses)
        self.question = SinceQuestion()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(theme.now().gap)
        for section in sections:
            self._add_section(section, known, choices or {})
        self._layout.addStretch(1)
        self._align_labels()
        self.question.setParent(self)
        self.question.changed_from.connect(self._answer_changed)
        self.question.corrected.connect(self._answer_corrected)
        self.question.given_up.connect(self.give_up)

    def _add_section(
        self,
        section: Section,
        known: Mapping[str, Field],
        choices: Mapping[str, Callable[[], Choices]],
    ) -> None:
        if section.title:
            self._layout.addSpacing(theme.now().gap)
            self._layout.addWidget(words(_(section.title), "heading"))
        for names in section.lines:
            boxes = [
                FieldBox(known[name], choices.get(name))
                for name in ((names,) if isinstance(names, str) else names)
            ]
            made = LineOfBoxes(boxes)
            self._layout.addWidget(made)
            for box in boxes:
                self._take_box(box, made)

    def _take_box(self, box: FieldBox, place: "LineOfBoxes") -> None:
        self.boxes[box.field.name] = box
        self._lines[box.field.name] = place
        box.accepted.connect(self._accept)
        box.onward.connect(self._go_on)
        self._filling.watch(box)

    def _align_labels(self) -> None:
        widest = max((place.label_width() for place in self._lines.values()), default=0)
        for place in self._lines.values():
            place.set_label_width(min(widest, theme.now().ems(9)))

    @property
    def record(self) -> Record | None:
        return self._record

    def show_record(self, record: Record, *, same: bool = False) -> None:
        """Show it; an unfinished entry on the same record stays, also while others are shown.

        same: it is the one shown until now under another id (a new one that was just kept).
        """
        same = same or (self._record is not None and self._record.id == record.id)
        if not same:
            self._put_aside()
        self._record = record
        for name, box in self.boxes.items():
            box.show_value(getattr(record, name), keep_unfinished=same)
        for name, text in self._drafts.pop(record.id, {}).items():
            self.boxes[name].show_draft(text, said=_("Not finished yet"))

    def give_room(self, names: Iterable[str], ems: float = 18) -> None:
        """What these lists offer is long."""
        for name in names:
            editor = self.boxes[name].editor if name in self.boxes else None
            if isinstance(editor, ChoiceEditor):
                editor.box.setMaximumWidth(theme.now().ems(ems))

    def show_line(self, name: str, wanted: bool) -> None:
        """Show the line of a field only where it is asked for."""
        if name in self._lines:
            self._lines[name].setVisible(wanted)

    def is_unfinished(self) -> bool:
        return bool(self._pending) or any(box.is_unfinished() for box in self.boxes.values())

    def finish(self) -> bool:
        """Offer what is being typed; tell whether nothing is left over."""
        return all([box.offer() for box in self.boxes.values()]) and not self._pending

    def first_edit(self) -> QWidget:
        """The box that the form begins with."""
        return next(iter(self.boxes.values())).edit

    def focus_first(self) -> None:
        self._enter(next(iter(self.boxes.values())))

    def _put_aside(self) -> None:
        """Keep unfinished entries by the record's id until it is shown again."""
        drafts = self._unfinished()
        if drafts and self._record is not None:
            self._drafts[self._record.id] = drafts
        self._pending.clear()
        self.question.hide()

    def _unfinished(self) -> dict[str, Any]:
        drafts = ((name, box.draft()) for name, box in self.boxes.items())
        return {name: draft for name, draft in drafts if draft is not None}

    def holdings(self) -> Iterator[Holding]:
        """The unfinished entries of every record that was shown, the one shown now last."""
        drafts = dict(self._drafts)
        now = self._record.id if self._record is not None else None
        if now is not None and (unfinished := self._unfinished()):
            drafts[now] = unfinished
        for id_, boxes in drafts.items():
            asked = list(self._pending) if id_ == now else []
            day = self.question.day.text() if asked else ""
            said = {"record": id_, "boxes": boxes, "asked": asked, "day": day}
            yield Holding(said, about=id_ if self.of_households and id_ else None)

    def hold_again(self, said: Any) -> None:
        """In the boxes; for another record than the one shown, until that one is shown."""
        if self._record is None or self._record.id != said["record"]:
            self._drafts[said["record"]] = dict(said["boxes"])
            return
        for name, draft in said["boxes"].items():
            if name in self.boxes:
                self.boxes[name].show_draft(draft, said=_("Not finished yet"))
        for name in said["asked"]:
            if name in self.boxes and name not in self._pending:
                self.boxes[name].offer()
        if self._pending and said["day"]:
            self.question.day.setText(said["day"])

    def put_off(self) -> None:
        """What was offered could not be written just now: it stays, and is offered again."""
        if self._record is not None:
            for name, box in self.boxes.items():
                box.put_off(getattr(self._record, name))

    @Slot(str, object)
    def _accept(self, name: str, value: object) -> None:
        if self._record is None:
            return
        values = {name: value, **self._filling.along_with(name)}
        dated = {each for each in values if self._asks_since(each)}
        plain = {each: values[each] for each in values if each not in dated}
        if not dated:
            first = any(self.boxes[each].editor.is_dated_change() for each in values)
            signal = self.corrected if first and self._record.id else self.changed
            signal.emit(self._record.id, plain)
            return
        self._pending.update(values)
        for each in values:
            self.boxes[each].wait()
        self._lines[name].show_under(self.question)
        self.question.ask(self._today())

    def _asks_since(self, name: str) -> bool:
        """A new record, and what was not known until now, need no question."""
        assert self._record is not None
        if not self._record.id or not self.boxes[name].editor.is_dated_change():
            return False
        field = self.boxes[name].field
        return bool(getattr(self._record, name) != field.kind.empty)

    @Slot(str)
    def _go_on(self, name: str) -> None:
        names = list(self.boxes)
        behind = names[names.index(name) + 1 :]
        following = [each for each in behind if not self._lines[each].isHidden()]
        asks = name in self._pending and not self.question.isHidden()
        together = (
            following and self.boxes[following[0]].field.dated == self.boxes[name].field.dated
        )
        if asks and not together:
            self.question.day.setFocus(_TAB)
        elif following:
            self._enter(self.boxes[following[0]])
        else:
            self.focusNextChild()
            self.ended.emit()

    def _enter(self, box: FieldBox) -> None:
        """Go into a box; behind what was filled in for the user, so that he types on."""
        box.edit.setFocus(_TAB)
        if box.is_auto and isinstance(box.edit, Line):
            box.edit.end(False)

    @Slot(object)
    def _answer_changed(self, day: date) -> None:
        record, values = self._take_pending()
        self.changed_from.emit(record, values, day)

    @Slot()
    def _answer_corrected(self) -> None:
        record, values = self._take_pending()
        self.corrected.emit(record, values)

    def _take_pending(self) -> tuple[int, dict[str, Any]]:
        values = dict(self._pending)
        self._pending.clear()
        self.question.hide()
        for name in values:
            self.boxes[name].answered()
        assert self._record is not None
        return self._record.id, values

    @Slot()
    def give_up(self) -> None:
        """Bring back what was kept in the fields that wait for an answer."""
        names = list(self._pending)
        self._pending.clear()
        self.question.hide()
        for name in names:
            self.boxes[name].restore()
        if names:
            self.boxes[names[0]].edit.setFocus(Qt.FocusReason.OtherFocusReason)
