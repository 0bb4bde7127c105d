"""同じ世帯が二つないか調べる: the pairs, likeliest first, and what becomes of each."""

from collections.abc import Iterator, Sequence
from typing import Any

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QStringListModel, Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from kucho_desktop.core.book import Book
from kucho_desktop.core.errors import KuchoError
from kucho_desktop.core.i18n import _, n_
from kucho_desktop.households import store
from kucho_desktop.households.model import Household
from kucho_desktop.households.model.again.doubles import REASONS, Double
from kucho_desktop.households.page.list.columns import name_of
from kucho_desktop.households.page.sheet.sheet import Groups
from kucho_desktop.households.page.works.doubles.beside import Beside
from kucho_desktop.households.page.works.work import WorkPage
from kucho_desktop.tonarigumi.store import tonarigumi_named
from kucho_desktop.widgets.holding import WHERE, Holding
from kucho_desktop.widgets.parts import Card, Flow, button, column, line, words
from kucho_desktop.widgets.wrapping import Wrapping

_ALL = 1000
"""The pairs have all the height; where there is none, the sentence stays at the top."""


class _Pairs(QListView):
    """The pairs, each with its reasons. Enter goes to what differs."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("Households that may be one"))
        self.setModel(QStringListModel(self))
        self.setWordWrap(True)
        self.setSpacing(6)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)

    def show_lines(self, lines: Sequence[str], row: int) -> None:
        model = self.model()
        assert isinstance(model, QStringListModel)
        model.setStringList(lines)
        at = self.model().index(min(row, len(lines) - 1), 0)
        self.selectionModel().setCurrentIndex(at, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.focusNextChild()
        else:
            super().keyPressEvent(event)


class Doubles(WorkPage):
    """Each pair becomes one household or is said to be two: one step each."""

    tables = store.TABLES | {"not_same", "household_today"}

    def __init__(self, book: Book, _groups: Groups) -> None:
        super().__init__()
        self._book = book
        self._pairs: list[Double] = []
        self._row = 0
        self.count = words("", "second")
        self.list = _Pairs()
        self.beside = Beside()
        self.unite = button(_("Make them one household"), self._unite, role="go")
        self.apart = button(_("They are two households"), self._tell_apart)
        self.see = button(_("See the first household"), self._see, role="quiet")
        card = Card()
        card.body.setContentsMargins(18, 14, 8, 14)
        card.body.addWidget(Flow(column(self.beside, None)), 1)
        card.body.addLayout(Wrapping(self.unite, self.apart, self.see, gap=10))
        self._parts = QWidget()
        sides = line(self.list, card, gap=16)
        sides.setStretch(0, 2)
        sides.setStretch(1, 3)
        self._parts.setLayout(sides)
        layout = column(self.count, self._parts, None, gap=8)
        layout.setStretch(1, _ALL)
        self.setLayout(layout)
        self.list.selectionModel().currentChanged.connect(self._select)

    def reload(self) -> None:
        """Search anew; one stays at the place in the list where one was."""
        self._pairs = store.doubles_in(self._book)
        count = len(self._pairs)
        self.count.setText(
            n_(
                "{count} pair may be one household. Please look at each.",
                "{count} pairs may be one household each. Please look at each.",
                count,
            ).format(count=f"{count:,}")
            if count
            else _("No household seems to be there twice.")
        )
        had_focus = self.isAncestorOf(self.focusWidget() or self)
        self._parts.setVisible(count > 0)
        self._households = self._read()
        self.list.show_lines([self._line(each) for each in self._pairs], self._row)
        self._show()
        if had_focus:
            self.focus_first()

    def _read(self) -> dict[int, Household]:
        ids = dict.fromkeys(id_ for each in self._pairs for id_ in (each.one, each.other))
        return {each.id: each for each in store.households_of(self._book, list(ids))}

    def _line(self, pair: Double) -> str:
        one, other = (self._households[id_] for id_ in (pair.one, pair.other))
        reasons = _(", ").join(_(REASONS[reason]) for reason in pair.reasons)
        said = _("{one} and {other}\n{reasons}")
        return said.format(one=name_of(one), other=name_of(other), reasons=reasons)

    def focus_first(self) -> None:
        if self._pairs:
            self.list.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.rests.emit()

    def holdings(self) -> Iterator[Holding]:
        if self._pairs:
            pair = self._pairs[self._row]
            yield Holding([pair.one, pair.other], WHERE)

    def hold_again(self, said: Any) -> None:
        """The same pair, wherever it stands now."""
        at = [row for row, each in enumerate(self._pairs) if [each.one, each.other] == said]
        if at:
            self._row = at[0]
            self.list.show_lines([self._line(each) for each in self._pairs], self._row)
            self._show()

    @Slot(QModelIndex, QModelIndex)
    def _select(self, now: QModelIndex, _before: QModelIndex) -> None:
        if now.isValid() and now.row() != self._row:
            self._row = now.row()
            self._show()

    def _show(self) -> None:
        self._row = max(0, min(self._row, len(self._pairs) - 1))
        if self._pairs:
            pair = self._pairs[self._row]
            one, other = (self._households[id_] for id_ in (pair.one, pair.other))
            self.beside.show_two(one, other, tonarigumi_named(self._book))

    @Slot()
    def _unite(self) -> None:
        first, second = self.beside.both()
        chosen = self.beside.chosen()
        try:
            store.unite(
                self._book,
                first.id,
                second.id,
                chosen.values,
                chosen.same_people,
                chosen.head,
                chosen.of_people,
                chosen.since,
            )
        except KuchoError as error:
            self.refused.emit(str(error))
            return
        self.done.emit(_("{household} is one household now").format(household=name_of(first)))

    @Slot()
    def _tell_apart(self) -> None:
        first, second = self.beside.both()
        try:
            store.are_not_the_same(self._book, first.id, second.id)
        except KuchoError as error:
            self.refused.emit(str(error))
            return
        said = _("{household} and {other} are two households")
        self.done.emit(said.format(household=name_of(first), other=name_of(second)))

    @Slot()
    def _see(self) -> None:
        self.wants.emit(self.beside.both()[0].id)
