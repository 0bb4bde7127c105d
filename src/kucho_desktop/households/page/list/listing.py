"""The left side of the room: filters, the list, and the buttons for the walking order."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from kucho_desktop.association.store import the_association
from kucho_desktop.core.book import Book
from kucho_desktop.core.i18n import _, n_
from kucho_desktop.core.search import SearchFilter
from kucho_desktop.households import store
from kucho_desktop.households.model import Household
from kucho_desktop.households.model.lists.wanted import HouseholdList
from kucho_desktop.households.page.list.columns import Wording, is_faint, list_columns
from kucho_desktop.households.page.list.filters import Filters
from kucho_desktop.households.page.list.narrow import NarrowLine
from kucho_desktop.households.page.list.walking import WalkingList, WalkingTable
from kucho_desktop.tonarigumi.model import Tonarigumi
from kucho_desktop.widgets import theme
from kucho_desktop.widgets.holding import Held
from kucho_desktop.widgets.parts import button, column, line, words

_MILLISECONDS = 150
"""So long a rest between two letters is the end of a word to look at."""
_AT_ONCE = 20_000
"""So many texts are looked through before the list is painted."""
_SCREENFUL = 60
_FRAME = 30
"""Milliseconds in which the screenful is painted, before the rest is looked for."""


class Listing(QWidget, Held):
    """selected: the id of the household the user is on, 0 for none. opened: he wants to its form.

    While somebody types in the narrow line it is told when the typing rests: the list must not
    wait for the sheet of a household that is only passed by.

    moved: (id, id of the household it shall stand before, 0 for last). refused: a sentence.
    """

    selected = Signal(int)
    opened = Signal(int)
    holds_nothing = True

    moved = Signal(int, int)
    refused = Signal(str)

    def __init__(self, book: Book) -> None:
        super().__init__()
        self._book = book
        self._wording = Wording()
        self._ids: list[int] = []
        self._narrowing = SearchFilter()
        self._is_loaded = False
        self._stood = 0
        self._rest, self._later = QTimer(self), QTimer(self)
        self.filters = Filters()
        self.narrow = NarrowLine(_("Narrow down"))
        self.up = button(_("Up"), self._move_up, icon="arrow-up")
        self.down = button(_("Down"), self._move_down, icon="arrow-down")
        self.up.setAccessibleName(_("Move this house up in the walking order (Alt+↑)"))
        self.down.setAccessibleName(_("Move this house down in the walking order (Alt+↓)"))
        self.count = words("", "strong", wrap=False)
        self.nothing = words("", "second")
        self.nothing.hide()
        table = WalkingTable(list_columns(self._wording), self._fetch, is_faint=is_faint)
        self.list = WalkingList(table, "households", _("Households"))
        self._under = line(self.narrow, self.up, self.down, self.count)
        self._under.setStretch(0, 1)
        self._top = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._top.setSpacing(theme.now().gap)
        self._top.addWidget(self.filters)
        self._top.addLayout(self._under, 1)
        layout = column(self._top, self.nothing, self.list)
        layout.setStretch(2, 1)
        self.setLayout(layout)
        self._connect()

    def _connect(self) -> None:
        for timer, work in ((self._rest, self._tell_now), (self._later, self._narrow_wholly)):
            timer.setSingleShot(True)
            timer.timeout.connect(work)
        self._rest.setInterval(_MILLISECONDS)
        self._later.setInterval(_FRAME)
        self.narrow.quitted.connect(self.settle)
        self.filters.changed.connect(self._filter_anew)
        self.narrow.entered.connect(self._load)
        self.narrow.textChanged.connect(self._narrow)
        self.narrow.into_list.connect(self.focus_list)
        self.list.selected.connect(self._tell_selected)
        self.list.opened.connect(self.opened)
        self.list.moved.connect(self.moved)
        self.list.refused.connect(self.refused)

    def _fetch(self, ids: Sequence[int]) -> list[Household]:
        return store.households_of(self._book, ids)

    # what is shown

    def learn(self, groups: Sequence[Tonarigumi]) -> None:
        """Groups or the association have changed."""
        self.filters.offer_groups(groups)
        names = {group.id: group.name for group in groups}
        self._wording.learn(names, the_association(self._book))

    def as_list(self) -> HouseholdList | None:
        """What is shown, for a paper or a table; None where no households are chosen.

        Where any answer of a list is enough a group cannot be asked for beside them.
        """
        wanted, inside = self.filters.as_list(), self.filters.wanted_groups()
        if wanted is None or not (wanted.any_of and inside):
            return wanted
        shown = frozenset(store.household_ids(self._book, groups=inside))
        found = store.found_ids(self._book, wanted)
        return replace(wanted, without=frozenset(found - shown))

    def reload(self) -> None:
        """Read the list anew; the household being worked on stays, whatever the filter says."""
        self.filters.offer_lists(store.all_lists(self._book))
        self._show(keep=self.list.selected_id())

    def _show(self, keep: int = 0) -> None:
        self._later.stop()
        ids = store.household_ids(
            self._book,
            order=self.filters.wanted_order(),
            groups=self.filters.wanted_groups(),
            memberships=self.filters.wanted_memberships(),
        )
        asked = self.filters.asked()
        if asked is not None:
            found = store.found_ids(self._book, asked)
            ids = [id_ for id_ in ids if id_ in found]
        for household in store.households_of(self._book, ids[:1]):
            self._wording.learn_town(household.address)
        if keep:
            self._put_back(keep, ids)
        self._ids = ids
        self._is_loaded = False
        rows = self._found_rows()
        if keep and isinstance(rows, list):
            self._put_back_row(keep, rows)
        self.list.show_ids(ids, rows)
        self._show_state()

    def _put_back(self, id_: int, ids: list[int]) -> None:
        """What was just changed would vanish from under the hands that change it."""
        if id_ in self._ids and id_ not in ids and store.household(self._book, id_):
            ids.insert(min(self._ids.index(id_), len(ids)), id_)

    def _put_back_row(self, id_: int, rows: list[int]) -> None:
        if self.list.table.row_of(id_) >= 0 and id_ in self._ids:
            row = self._ids.index(id_)
            if row not in rows:
                rows.append(row)
                rows.sort()

    def _found_rows(self) -> Sequence[int] | None:
        typed = self.narrow.text()
        if not typed.strip():
            return None
        self._load()
        found = self._narrowing.find(typed)
        return found if isinstance(found, range) else list(found)

    @Slot()
    def _load(self) -> None:
        """Read the texts to search in, before the first letter is typed."""
        if self._is_loaded:
            return
        texts = store.search_texts(self._book)
        self._narrowing.load([texts.get(id_, "") for id_ in self._ids])
        self._is_loaded = True

    def _show_state(self) -> None:
        count = self.list.table.rowCount()
        said = n_("{count} household", "{count} households", count)
        self.count.setText(said.format(count=f"{count:,}"))
        self.nothing.setVisible(count == 0)
        if self.narrow.text().strip():
            sentence = _("No household holds “{typed}”. Esc brings all back.")
            self.nothing.setText(sentence.format(typed=self.narrow.text().strip()))
        else:
            self.nothing.setText(_("There is no such household."))
        walking = self.filters.wanted_order() == "walking"
        self.list.let_move(walking and not self.narrow.text().strip())
        self._show_moves()

    def _show_moves(self) -> None:
        """The button that was just pressed keeps the focus, even where it has come to an end."""
        for each, by in ((self.up, -1), (self.down, 1)):
            each.setEnabled(self.list.can_move(by) or each.hasFocus())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Filters and buttons on one line where there is room."""
        super().resizeEvent(event)
        room = event.size().width() - self.filters.sizeHint().width()
        ways = QBoxLayout.Direction
        fits = room > self._under.minimumSize().width() + theme.now().gap
        self._top.setDirection(ways.LeftToRight if fits else ways.TopToBottom)

    # what the user does

    def go_to(self, id_: int) -> bool:
        """Select a household, showing all of them if it is not in the list; tell if it is there."""
        there = self._find(id_)
        self.settle()
        return there

    def _find(self, id_: int) -> bool:
        if not self.list.select(id_):
            self.filters.show_all()
            self.narrow.blockSignals(True)
            self.narrow.clear()
            self.narrow.blockSignals(False)
            self._show()
            return self.list.select(id_)
        return True

    @Slot()
    def focus_list(self) -> None:
        self.settle()
        self.list.setFocus(Qt.FocusReason.TabFocusReason)

    @Slot()
    def _filter_anew(self) -> None:
        self._show()

    @Slot()
    def _narrow(self) -> None:
        """Show what was found; in a very long list a screenful of it at once, then the rest."""
        typed = self.narrow.text()
        if not self._later.isActive():
            self._stood = self.list.selected_id()
        self._later.stop()
        if len(self._ids) > _AT_ONCE and typed.strip():
            self._load()
            first = self._narrowing.first(typed, _SCREENFUL, _AT_ONCE)
            if not self._narrowing.knows(typed):
                self.list.show_rows(first)
                self._later.start()
                return
        self._narrow_wholly()

    @Slot()
    def _narrow_wholly(self) -> None:
        rows = self._found_rows()
        self.list.show_rows(range(len(self._ids)) if rows is None else rows)
        if self._stood != self.list.selected_id():
            self.list.select(self._stood)
        self._show_state()

    @Slot(int)
    def _tell_selected(self, id_: int) -> None:
        self._show_moves()
        if self.narrow.hasFocus():
            self._rest.start()
        else:
            self._rest.stop()
            self.selected.emit(id_)

    @Slot()
    def settle(self) -> None:
        """Show all that is found and tell where the user has come to, without waiting."""
        if self._later.isActive():
            self._later.stop()
            self._narrow_wholly()
        if self._rest.isActive():
            self._rest.stop()
            self._tell_now()

    @Slot()
    def _tell_now(self) -> None:
        self.selected.emit(self.list.selected_id())

    @Slot()
    def _move_up(self) -> None:
        self.list.move_selected(-1)

    @Slot()
    def _move_down(self) -> None:
        self.list.move_selected(1)
