"""The lines of a group in walking order, with what was typed into them and is not kept yet."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt, Signal

from kucho_desktop.core.audiences import Audience
from kucho_desktop.core.fields import field_named
from kucho_desktop.core.i18n import N_, _
from kucho_desktop.households.model import Household
from kucho_desktop.households.model.choices import CONSENT_ITEMS
from kucho_desktop.households.model.rounds.round import (
    REFUSED,
    RETURNED,
    SHEETS,
    Line,
    Said,
    answers_of,
    questions,
)
from kucho_desktop.households.page.list.columns import name_of
from kucho_desktop.widgets.table import Index

_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_EDIT = int(Qt.ItemDataRole.EditRole)
_SPOKEN = int(Qt.ItemDataRole.AccessibleTextRole)
_NOWHERE = QModelIndex()
TYPED = ("phone", "mobile", "people")
"""Columns that one types into."""


@dataclass
class Draft:
    """What was changed in a line: answers that were turned, and texts as they were typed."""

    answers: dict[tuple[str, str], bool] = field(default_factory=dict)
    typed: dict[str, Any] = field(default_factory=dict)


class WalkLines(QAbstractTableModel):
    """Columns: order, name, the TYPED ones, one for each question, state.

    refused: why what was typed cannot be taken.
    """

    refused = Signal(str)

    def __init__(self, kind: str) -> None:
        super().__init__()
        self._kind = kind
        self.lines: Sequence[Line] = ()
        self.groups: Mapping[int, str] = {}
        self.asked: tuple[tuple[str, str], ...] = ()
        self._drafts: dict[int, Draft] = {}

    def show_lines(self, lines: Sequence[Line], groups: Mapping[int, str] | None = None) -> None:
        """Show these; what was typed into a line and is not kept yet stays in it.

        groups: names to tell the lines of several groups apart.
        """
        asked = questions(lines[0].household) if lines else ()
        if asked == self.asked and _ids(lines) == _ids(self.lines) and lines:
            self.lines = lines
            self.dataChanged.emit(
                self.index(0, 0), self.index(len(lines) - 1, len(self.columns) - 1)
            )
            return
        self.beginResetModel()
        self.lines, self.asked, self.groups = lines, asked, groups or {}
        self.endResetModel()

    def row_of(self, id_: int) -> int:
        """Where a household stands; -1 if it does not."""
        return next((at for at, each in enumerate(self.lines) if each.household.id == id_), -1)

    def id_at(self, row: int) -> int:
        return self.lines[row].household.id if 0 <= row < len(self.lines) else 0

    # what stands in a line

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of the columns; a question's is "item audience"."""
        return ("order", "name", *TYPED, *(" ".join(each) for each in self.asked), "state")

    def answer(self, row: int, question: tuple[str, str]) -> bool | None:
        """As it was turned here, else as it was said; on a form of whoever said nothing, yes."""
        line = self.lines[row]
        draft = self._drafts.get(line.household.id)
        if draft and question in draft.answers:
            return draft.answers[question]
        said = answers_of(line.household).get(question)
        if said is None and self._kind == SHEETS and not line.state:
            return True
        return said

    def is_touched(self, row: int) -> bool:
        return 0 <= row < len(self.lines) and self.lines[row].household.id in self._drafts

    def said(self, row: int, state: str = RETURNED) -> Said:
        """What is to be kept of a line. Of a list only the answers that were turned are new."""
        draft = self._drafts.get(self.lines[row].household.id, Draft())
        answers = dict(draft.answers)
        if self._kind == SHEETS and (not self.lines[row].state or draft.answers):
            answers = {each: bool(self.answer(row, each)) for each in self.asked}
        return Said(state, answers, **draft.typed)

    # typing

    def turn(self, row: int, number: int) -> None:
        """Turn the answer to a question, counted from 0."""
        if 0 <= row < len(self.lines) and 0 <= number < len(self.asked):
            question = self.asked[number]
            yes = not self.answer(row, question)
            self._draft(row).answers[question] = yes
            self._tell(row)

    def turn_all(self, row: int) -> None:
        """Yes to everything; no to everything where it was yes already."""
        if 0 <= row < len(self.lines):
            yes = not all(self.answer(row, each) for each in self.asked)
            self._draft(row).answers.update(dict.fromkeys(self.asked, yes))
            self._tell(row)

    def forget(self, id_: int) -> None:
        """Drop what was typed into the line of a household."""
        if self._drafts.pop(id_, None) is not None and self.row_of(id_) >= 0:
            self._tell(self.row_of(id_))

    def forget_all(self) -> None:
        """What was typed belongs to another round."""
        self._drafts.clear()

    def drafts(self) -> dict[int, dict[str, Any]]:
        """What was typed into each line, by household, as JSON."""
        return {
            id_: {
                "answers": [[*key, yes] for key, yes in draft.answers.items()],
                "typed": draft.typed,
            }
            for id_, draft in self._drafts.items()
        }

    def take_up(self, id_: int, said: Mapping[str, Any]) -> None:
        """Put it into the line again."""
        answers = {(item, audience): yes for item, audience, yes in said["answers"]}
        self._drafts[id_] = Draft(answers, dict(said["typed"]))
        if self.row_of(id_) >= 0:
            self._tell(self.row_of(id_))

    def _draft(self, row: int) -> Draft:
        return self._drafts.setdefault(self.lines[row].household.id, Draft())

    def _tell(self, row: int) -> None:
        self.dataChanged.emit(self.index(row, 0), self.index(row, len(self.columns) - 1))

    def setData(self, index: Index, value: Any, role: int = _EDIT) -> bool:  # noqa: N802
        """Take what was typed; what is not right is explained and the old one stays."""
        name, typed = self.columns[index.column()], str(value).strip()
        if role != _EDIT or name not in TYPED or typed == index.data(_EDIT):
            return False
        if name == "people":
            number = field_named(Household, "copies").kind.tidy(typed) if typed else None
            if number is None or not 0 <= number < 100:
                self.refused.emit(_("Please write how many people live there, as a number."))
                return False
            self._draft(index.row()).typed[name] = number
        else:
            of = field_named(Household, name)
            if problem := of.problem_with(typed):
                self.refused.emit(problem)
                return False
            self._draft(index.row()).typed[name] = of.kind.tidy(typed)
        self._tell(index.row())
        return True

    # what Qt asks

    def rowCount(self, parent: Index = _NOWHERE) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = _NOWHERE) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(self.columns)

    def flags(self, index: Index) -> Qt.ItemFlag:
        typed = index.isValid() and self.columns[index.column()] in TYPED
        return super().flags(index) | (Qt.ItemFlag.ItemIsEditable if typed else Qt.ItemFlag(0))

    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        if role not in (_DISPLAY, _EDIT, _SPOKEN) or not index.isValid():
            return None
        name = self.columns[index.column()]
        line = self.lines[index.row()]
        if name in TYPED:
            return str(self._typed(line, name))
        if name == "order":
            group = self.groups.get(line.household.tonarigumi_id or 0, "")
            return f"{group} {line.household.walking_order or ''}".strip()
        if name == "name":
            return name_of(line.household)
        if name == "state":
            return state_text(line)
        question = self.asked[index.column() - len(TYPED) - 2]
        return {True: _("Yes"), False: _("No"), None: _("No answer yet")}[
            self.answer(index.row(), question)
        ]

    def _typed(self, line: Line, name: str) -> Any:
        draft = self._drafts.get(line.household.id, Draft())
        if name in draft.typed:
            return draft.typed[name]
        home = line.household
        return len(home.members) if name == "people" else getattr(home, name)

    def headerData(  # noqa: N802
        self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal or role not in (_DISPLAY, _SPOKEN):
            return None
        name = self.columns[section]
        titles = {
            "order": _("Order"),
            "name": _("Head of household"),
            "phone": _("Phone number"),
            "mobile": _("Mobile"),
            "people": _("Persons"),
            "state": _("Came back"),
        }
        return titles.get(name) or self._question_title(section - len(TYPED) - 2)

    def _question_title(self, number: int) -> str:
        item, audience = self.asked[number]
        labels = {**dict(CONSENT_ITEMS.choices), "phone": N_("Phone")}
        title = _("Board") if audience == Audience.NOTICE_BOARD.value else _(labels[item])
        return _("{number} {title}").format(number=number + 1, title=title)


def _ids(lines: Sequence[Line]) -> list[int]:
    return [each.household.id for each in lines]


def state_text(line: Line) -> str:
    """Whether it is there, in a word."""
    if line.state == REFUSED:
        return _("Does not answer")
    if line.state == RETURNED:
        return _("Is back")
    return _("Still out")
