"""What was put right in a table and what was not understood: by kind, and as a list to keep."""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import QStringListModel, Qt, Signal, Slot
from PySide6.QtWidgets import QAbstractItemView, QFileDialog, QListView, QWidget

from kucho_desktop.core.dates import show_born
from kucho_desktop.core.fields import fields_of
from kucho_desktop.core.i18n import _
from kucho_desktop.core.whole_writing import write_whole
from kucho_desktop.exchange.cells import AGE_GIVEN, SERIAL_DATE
from kucho_desktop.exchange.roster import Problem, Reading, Repair
from kucho_desktop.households.model import Household
from kucho_desktop.widgets import theme
from kucho_desktop.widgets.parts import button, column, line, words

Entry = Problem | Repair

_SEEN_AT_ONCE = 6


class Foldable(QWidget):
    """A button with a count; pressed, it shows the lines it counts."""

    def __init__(self, title: str, entries: Sequence[Entry]) -> None:
        super().__init__()
        self.title = title
        self._entries = entries
        self.button = button(
            _("{what}: {count}").format(what=title, count=f"{len(entries):,}"), role="row"
        )
        self.button.setCheckable(True)
        self.button.toggled.connect(self._unfold)
        self.list = QListView()
        self.list.setAccessibleName(title)
        self.list.setWordWrap(True)
        self.list.setSpacing(2)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setLayoutMode(QListView.LayoutMode.Batched)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.hide()
        self.setLayout(column(self.button, self.list, gap=4))

    @Slot(bool)
    def _unfold(self, shown: bool) -> None:
        if shown and self.list.model() is None:
            lines = [_in_words(entry) for entry in self._entries]
            self.list.setModel(QStringListModel(lines, self.list))
            rows = min(len(lines), _SEEN_AT_ONCE)
            self.list.setFixedHeight(round((rows + 0.5) * (theme.now().row + 2)))
        self.list.setVisible(shown)


def in_short(reading: Reading) -> str:
    """How much was not understood, and how much was put right; empty if nothing."""
    said = []
    for title, entries in (
        (_("Not understood"), reading.problems),
        (_("Put right"), reading.repairs),
    ):
        if entries:
            said.append(_("{what}: {count}").format(what=title, count=f"{len(entries):,}"))
    return _(", ").join(said)


class Remarks(QWidget):
    """refused: a sentence, where the list could not be saved."""

    refused = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._reading: Reading | None = None
        self.parts: list[Foldable] = []
        self._body = column(gap=6)
        self.save = button(_("Save this list…"), self._save, icon="file-down")
        self.none = words(_("Everything was understood as it stands."), "go")
        self.setLayout(column(self.none, self._body, line(self.save, None), gap=10))

    def show_reading(self, reading: Reading) -> None:
        self._reading = reading
        for old in self.parts:
            old.hide()
            old.deleteLater()
        self.parts = [Foldable(title, entries) for title, entries in _grouped(reading)]
        for part in self.parts:
            self._body.addWidget(part)
        folds = [each for part in self.parts for each in (part.button, part.list)]
        for before, after in pairwise([self.save, *folds, self.save]):
            self.setTabOrder(before, after)
        self.none.setVisible(not self.parts)
        self.save.setVisible(bool(self.parts))

    @Slot()
    def _save(self) -> None:
        if self._reading is None:
            return
        name = _("Reading in {file}").format(file=self._reading.plan.path.stem)
        start = str(self._reading.plan.path.with_name(f"{name}.txt"))
        chosen, _kind = QFileDialog.getSaveFileName(
            self.window(), _("Save this list…"), start, _("Text (*.txt)")
        )
        if chosen:
            try:
                write_whole(Path(chosen), as_text(self._reading).encode("utf-8-sig"))
            except OSError:
                message = _("The list could not be saved there. Please choose another place.")
                self.refused.emit(message)


def _grouped(reading: Reading) -> list[tuple[str, Sequence[Entry]]]:
    """What was not understood first, then what was put right, by kind."""
    kinds: dict[str, list[Repair]] = {}
    for repair in reading.repairs:
        kinds.setdefault(repair.what, []).append(repair)
    parts: list[tuple[str, Sequence[Entry]]] = [
        (_("Not understood"), reading.problems),
        *((_(what), repairs) for what, repairs in kinds.items()),
        (_("No household, so passed over"), reading.remarks),
    ]
    return [(title, entries) for title, entries in parts if entries]


def _where(sheet: str, row: int) -> str:
    return _("{sheet}, row {row}").format(sheet=sheet, row=row) if row else sheet


def _in_words(entry: Entry) -> str:
    if isinstance(entry, Repair):
        said = _("{heading}: {old} → {new}").format(
            heading=entry.heading, old=" ".join(entry.was.split()), new=_now(entry)
        )
    else:
        said = entry.reason
    return _("{where}: {said}").format(where=_where(entry.sheet, entry.row), said=said)


def _now(repair: Repair) -> str:
    """What is kept now, as the user would write it."""
    if repair.what in (AGE_GIVEN, SERIAL_DATE):
        return show_born(repair.now)
    known = (field for field in fields_of(Household) if field.title == repair.heading)
    field = next(known, None)
    return field.kind.show(repair.now) if field and field.kind.choices else repair.now


def as_text(reading: Reading) -> str:
    """The whole list, to be kept or printed."""
    return "\n".join(_lines_of(reading)) + "\n"


def _lines_of(reading: Reading) -> Iterable[str]:
    yield reading.plan.path.name
    for title, entries in _grouped(reading):
        yield ""
        yield _("{what}: {count}").format(what=title, count=f"{len(entries):,}")
        yield from (f"  {_in_words(entry)}" for entry in entries)
