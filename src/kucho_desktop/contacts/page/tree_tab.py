"""Who calls whom: everybody from the chief down, and what may be changed of it by hand."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from kucho_desktop.contacts import store
from kucho_desktop.contacts.model import Call
from kucho_desktop.core.book import Book
from kucho_desktop.core.errors import KuchoError
from kucho_desktop.core.i18n import _, n_
from kucho_desktop.widgets.choice import Choices
from kucho_desktop.widgets.form import Form, Section
from kucho_desktop.widgets.parts import button, column, line, words
from kucho_desktop.widgets.record_list import RecordList
from kucho_desktop.widgets.side_by_side import SideBySide
from kucho_desktop.widgets.table import Column, PagedTable
from kucho_desktop.widgets.wrapping import Wrapping

_INDENT = "　"


def _place(call: Call) -> str:
    """Moved in by one for each call it takes to get there."""
    return f"{_INDENT * min(call.depth, 6)}{call.place}"


def _phone(call: Call) -> str:
    return call.mobile or call.phone


def _columns() -> list[Column]:
    return [
        Column("place", _("Post or group"), 13, _place, "bold", False),
        Column("name", _("Name"), 8, lambda call: call.name, "", False),
        Column("phone", _("Phone number"), 8, _phone, "", True),
        Column("caller", _("Is called by"), 8, lambda call: call.caller, "", False),
        Column("deputy", _("If not in, calls on"), 8, lambda call: call.deputy, "", True),
    ]


class TreeTab(QWidget):
    """done, refused: as of a page. prints: the name of a paper."""

    done = Signal(str)
    refused = Signal(str)
    prints = Signal(str)

    def __init__(self, book: Book) -> None:
        super().__init__()
        self._book = book
        self._shown: dict[int, Call] = {}
        self._chosen: Call | None = None
        self.papers = [
            button(label, icon="printer", value=name)
            for name, label in (
                ("phone-tree", _("Print the tree…")),
                ("call-list", _("Print it as a list…")),
                ("call-card", _("Print cards for the wallet…")),
            )
        ]
        for each in self.papers:
            each.chosen.connect(self.prints)
        self.list = RecordList(PagedTable(_columns(), self._fetch), "calls", _("Phone tree"))
        choices: dict[str, Callable[[], Choices]] = {
            "by_id": self._callers,
            "instead_id": self._callers,
        }
        section = Section("", ["by_id", "instead_id"])
        self.form = Form(Call, (section,), choices=choices, today=self._today)
        self.form.changed.connect(self._change)
        self.form.corrected.connect(self._change)
        self.head = words("", "person", wrap=False)
        self.more = words("", "second")
        self.anew = button(_("Again as made from the posts"), self._anew, role="quiet")
        self.list.selected.connect(self._show)
        self.list.opened.connect(self.form.focus_first)
        self._lay_out()

    def _lay_out(self) -> None:
        inside = QWidget()
        layout = column(self.more, self.form, Wrapping(self.anew), None)
        layout.setContentsMargins(0, 0, 8, 0)
        inside.setLayout(layout)
        self.side = SideBySide(self.list, inside, self.head)
        told = _(
            "The chief calls the board, the board calls the leaders, each leader the houses of the"
            " group. It follows the posts and the roster by itself; what you change here stays."
        )
        self.empty = words(
            _("Nobody holds a post yet. The tree begins with the chief: please write down who holds"
              " which post.")
        )  # fmt: skip
        whole = column(
            words(told, "second"), line(None, *self.papers), self.empty, self.side, gap=8
        )
        whole.setStretch(3, 1)
        self.setLayout(whole)

    def _today(self) -> date:
        return self._book.today

    def _fetch(self, ids: Sequence[int]) -> list[Call]:
        return [self._shown[id_] for id_ in ids if id_ in self._shown]

    def _callers(self) -> Choices:
        """Officers, and the houses of the same group."""
        own = self._chosen
        if own is None:
            return ()
        kept = [
            each
            for each in self._shown.values()
            if each.id != own.id
            and (
                each.is_officer or each.group == own.group or each.id in (own.by_id, own.instead_id)
            )
        ]
        named = [(each.id, _("{name} ({group})").format(name=each.name, group=each.place))
                 for each in kept]  # fmt: skip
        return [(None, _("(as made from the posts)")), *named]

    def reload(self) -> None:
        found = store.calls_on(self._book, self._book.today).all
        self._shown = {each.id: each for each in found}
        self.list.show_ids([each.id for each in found])
        self.empty.setVisible(not found)
        self.side.setVisible(bool(found))
        self._show(self.list.selected_id())

    @Slot(int)
    def _show(self, id_: int) -> None:
        found = self._shown.get(id_)
        if found is None:
            return
        self._chosen = found
        self.head.setText(found.name)
        self.more.setText(self._said(found))
        self.anew.setVisible(found.by_id is not None or found.instead_id is not None)
        self.form.show_record(found)

    def _said(self, call: Call) -> str:
        calls = n_("calls {count} house or officer", "calls {count} houses or officers", call.calls)
        parts = [
            call.place,
            _("called by {name}").format(name=call.caller) if call.caller else _("calls first"),
            calls.format(count=call.calls) if call.calls else _("calls nobody"),
        ]
        return _(" · ").join(parts)

    @Slot(int, object)
    def _change(self, id_: int, values: dict[str, Any]) -> None:
        call = self._shown[id_]
        said = {"by_id": call.by_id, "instead_id": call.instead_id, **values}
        self._keep(call, said["by_id"], said["instead_id"])

    def _keep(self, call: Call, by: int | None, instead: int | None) -> None:
        try:
            store.change_call(
                self._book,
                call,
                by=self._shown.get(by or 0),
                instead=self._shown.get(instead or 0),
            )
        except KuchoError as error:
            self.refused.emit(str(error))
            self.reload()

    @Slot()
    def _anew(self) -> None:
        if self._chosen is not None:
            self._keep(self._chosen, None, None)

    def select(self, id_: int) -> None:
        self.list.select(id_)

    def finish(self) -> None:
        self.form.finish()

    def starts_at(self) -> QWidget:
        return self.list if self._shown else self.papers[0]
