"""The room of the groups: their names, what they belong to, and their order."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from kucho_desktop.core.book import Book
from kucho_desktop.core.errors import KuchoError
from kucho_desktop.core.found import Place
from kucho_desktop.core.i18n import N_, _
from kucho_desktop.tonarigumi import store
from kucho_desktop.tonarigumi.model import Tonarigumi, sizes_with_inner
from kucho_desktop.tonarigumi.page.regrouping import Houses, Regroup
from kucho_desktop.widgets.choice import Choices
from kucho_desktop.widgets.form import Form, Section
from kucho_desktop.widgets.holding import WHERE, Holding
from kucho_desktop.widgets.parts import button, column, words
from kucho_desktop.widgets.question import ask
from kucho_desktop.widgets.record_list import RecordList
from kucho_desktop.widgets.room_page import RoomPage
from kucho_desktop.widgets.side_by_side import SideBySide
from kucho_desktop.widgets.table import Column, PagedTable
from kucho_desktop.widgets.wrapping import Wrapping

_SECTIONS = (Section("", ["name", "kana", "parent_id"]),)
NEW = Tonarigumi(0)


def _indented(group: Tonarigumi) -> str:
    """A group stands under the one it belongs to."""
    return "　" * group.depth + group.name


def _reading(group: Tonarigumi) -> str:
    return group.kana


class TonarigumiPage(RoomPage):
    """All groups as a list in district order, and the form of one of them."""

    name = "tonarigumi"
    papers = ("group-roster",)

    def __init__(self, book: Book, houses: Houses) -> None:
        super().__init__(_("Groups"))
        self.tables = store.TABLES | houses.sized_by
        self._book = book
        self._houses = houses
        self._sizes: Mapping[int | None, int] = {}
        self._shown = 0
        self._groups: dict[int, Tonarigumi] = {}
        self.add = self.add_button(_("Add a group"), self.add_group, icon="plus", go=True)
        self.table = PagedTable(
            [
                Column("name", _("Group"), 14, _indented, "bold"),
                Column("kana", _("Reading"), 12, _reading, "second"),
                Column("size", _("Households"), 5, self._size, "number"),
            ],
            self._fetch,
        )
        self.list = RecordList(self.table, "tonarigumi", _("Groups"))
        self.list.selected.connect(self._show_group)
        self.form = Form(
            Tonarigumi, _SECTIONS, choices={"parent_id": self._parents}, today=self._today
        )
        self.form.changed.connect(self._change)
        self.form.corrected.connect(self._change)
        self.form.changed_from.connect(self._change_from)
        self.head = words("", "person", wrap=False)
        self.list.opened.connect(self.form.focus_first)
        self.side = SideBySide(self.list, self._form_with_buttons(), self.head)
        self.side.turned.connect(self._give_room)
        self.body.addWidget(self.side, 1)

    def _form_with_buttons(self) -> QWidget:
        self.up = button(_("Move up"), self._move_up, icon="arrow-up")
        self.down = button(_("Move down"), self._move_down, icon="arrow-down")
        self.end = button(_("End this group…"), self._end)
        self.remove = button(_("Added by mistake: remove…"), self._remove, role="quiet")
        self.up.setShortcut("Alt+Up")
        self.down.setShortcut("Alt+Down")
        self.anew = button(_("Split, join, rename…"), self._begin_anew, icon="calendar-days")
        self.regroup = Regroup(self._book, self._houses)
        self.regroup.done.connect(self.done)
        self.regroup.closed.connect(self._close_anew)
        self.regroup.hide()
        self._sheet, inside = QWidget(), QWidget()
        buttons = Wrapping(self.anew, self.up, self.down, self.end, self.remove, gap=12)
        self._sheet.setLayout(column(self.form, buttons))
        layout = column(self._sheet, self.regroup, None)
        layout.setContentsMargins(0, 0, 8, 0)
        inside.setLayout(layout)
        return inside

    @Slot()
    def _begin_anew(self) -> None:
        """Form the selected group anew, from a day on."""
        group = self._groups.get(self.list.selected_id())
        if group is not None:
            self._sheet.hide()
            self.regroup.show()
            self._give_room()
            self.regroup.begin(group)

    @Slot()
    def _give_room(self) -> None:
        """Where the form stands under the list, forming a group anew needs the height."""
        self.list.setVisible(self.regroup.isHidden() or not self.side.is_under())

    @Slot()
    def _close_anew(self) -> None:
        self.regroup.hide()
        self._sheet.show()
        self._give_room()
        self.anew.setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Esc goes back from the small form to the ways, and then to the group."""
        if event.key() == Qt.Key.Key_Escape and not self.regroup.isHidden():
            self.regroup.step_back()
        else:
            super().keyPressEvent(event)

    def _today(self) -> date:
        return self._book.today

    # showing

    def reload(self) -> None:
        groups = store.all_tonarigumi(self._book)
        self._groups = {group.id: group for group in groups}
        self._sizes = sizes_with_inner(groups, self._houses.sizes(self._book))
        empty = not groups and self.form.record is not NEW
        self.add.setVisible(not empty)  # the same button stands in the middle then
        if empty:
            self.show_empty(
                _("There is no group yet. Reading in your roster makes them, or add one."),
                button(_("Add a group"), self.add_group, icon="plus", role="go"),
            )
            return
        self.show_body()
        self.list.show_ids([group.id for group in groups])
        selected = self._groups.get(self.list.selected_id())
        if self.form.record is not NEW and selected is not None:
            self._show(selected)

    def holdings(self) -> Iterator[Holding]:
        new = self.form.record is NEW
        said = {"group": self._shown, "new": new, "anew": not self.regroup.isHidden()}
        yield Holding(said, WHERE)

    def hold_again(self, said: Any) -> None:
        if said["new"]:
            self.add_group()
        elif self.list.select(said["group"]) and said["anew"]:
            self._begin_anew()

    def starts_at(self) -> QWidget:
        return self.form.first_edit() if self.form.record is NEW else self.list

    def show_place(self, place: Place) -> None:
        self.list.select(place.id)

    def finish(self) -> None:
        self.form.finish()

    def _fetch(self, ids: Sequence[int]) -> list[Tonarigumi]:
        return [self._groups[id_] for id_ in ids if id_ in self._groups]

    def _size(self, group: Tonarigumi) -> str:
        return str(self._sizes.get(group.id, 0))

    def _parents(self) -> Choices:
        outside = [each for each in self._groups.values() if each.id != self._shown]
        return [(None, _("(none)")), *((each.id, each.full_name) for each in outside)]

    @Slot(int)
    def _show_group(self, id_: int) -> None:
        group = self._groups.get(id_)
        if group is not None:
            self._show(group)

    def _show(self, group: Tonarigumi) -> None:
        other = self._shown != group.id
        self._shown = group.id
        self.head.setText(group.full_name or _("New group"))
        if other and not self.regroup.isHidden():
            self._close_anew()
        for each in (self.anew, self.up, self.down, self.end, self.remove):
            each.setVisible(group.id != 0)
        self.form.show_record(group)

    # changing

    @Slot()
    def add_group(self) -> None:
        """Begin a new group in the form; it is kept once it has a name."""
        self.add.show()
        self.show_body()
        self._show(NEW)
        self.form.focus_first()

    @Slot(int, object)
    def _change(self, id_: int, values: dict[str, object]) -> None:
        try:
            if id_ == 0:
                self._add(values)
            else:
                for name, value in values.items():
                    store.change_tonarigumi(self._book, id_, name, value)
        except KuchoError as error:
            self._refuse(error)

    def _add(self, values: dict[str, object]) -> None:
        name = str(values.get("name", ""))
        if not name:
            return
        made = store.add_tonarigumi(self._book, name, kana=str(values.get("kana", "")))
        group = next(each for each in store.all_tonarigumi(self._book) if each.id == made)
        self.form.show_record(group, same=True)
        self.reload()
        self.list.select(made)
        self.done.emit(_("Group “{name}” was added.").format(name=name))

    @Slot(int, object, object)
    def _change_from(self, id_: int, values: dict[str, object], day: date) -> None:
        try:
            with self._book.step(N_("Change group {name}"), name=self._groups[id_].name):
                for name, value in values.items():
                    store.change_tonarigumi(self._book, id_, name, value, day)
        except KuchoError as error:
            self._refuse(error)

    @Slot()
    def _move_up(self) -> None:
        store.move_tonarigumi(self._book, self.list.selected_id(), -1)

    @Slot()
    def _move_down(self) -> None:
        store.move_tonarigumi(self._book, self.list.selected_id(), 1)

    @Slot()
    def _end(self) -> None:
        group = self._groups[self.list.selected_id()]
        today, tomorrow = _("As of today"), _("As of tomorrow")
        answer = ask(
            self,
            _("End this group"),
            _("“{name}” will no longer be there. Its past stays in the book.").format(
                name=group.name
            ),
            [today, tomorrow],
        )
        if not answer:
            return
        day = self._book.today + timedelta(days=0 if answer == today else 1)
        try:
            store.end_tonarigumi(self._book, group.id, day)
        except KuchoError as error:
            self._refuse(error)
        else:
            self.done.emit(_("Group “{name}” was ended.").format(name=group.name))

    @Slot()
    def _remove(self) -> None:
        group = self._groups[self.list.selected_id()]
        answer = ask(
            self,
            _("Remove this group"),
            _("“{name}” goes as if it had never been there.").format(name=group.name),
            [_("Remove")],
            destroys=True,
        )
        if not answer:
            return
        try:
            store.remove_tonarigumi(self._book, group.id)
        except KuchoError as error:
            self._refuse(error)
        else:
            self.done.emit(_("Group “{name}” was removed.").format(name=group.name))

    def _refuse(self, error: KuchoError) -> None:
        self.reload()
        self.refused.emit(str(error))
