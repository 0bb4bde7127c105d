"""第三者に渡した記録: whom personal data was given to or received from, and why (29条・30条)."""

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from kucho_desktop.core.book import Book
from kucho_desktop.core.dates import show_date
from kucho_desktop.core.errors import KuchoError
from kucho_desktop.core.i18n import _
from kucho_desktop.records.model import Disclosure
from kucho_desktop.records.store import (
    add_disclosure,
    all_disclosures,
    change_disclosure,
    disclosure,
    remove_disclosure,
)
from kucho_desktop.widgets.form import Form, Section
from kucho_desktop.widgets.pair import Pair
from kucho_desktop.widgets.parts import Card, Flow, button, column, line, words
from kucho_desktop.widgets.record_list import RecordList
from kucho_desktop.widgets.table import PagedTable, columns_of
from kucho_desktop.widgets.wrapping import Wrapping

_SECTIONS = (
    Section("", ["given_on", "way", "party", "address", "whose", "items"]),
    Section("", ["basis", "obtained", "note"]),
)


class DisclosuresTab(QWidget):
    """done, refused: as of a page. prints: the name of a paper."""

    done = Signal(str)
    refused = Signal(str)
    prints = Signal(str)

    def __init__(self, book: Book) -> None:
        super().__init__()
        self._book = book
        self._shown: dict[int, Disclosure] = {}
        self.add = button(_("Write down a giving"), self._add, icon="plus", role="go")
        self.log = button(_("Print this log…"), icon="printer", value="disclosure-log")
        self.log.chosen.connect(self.prints)
        names = ["given_on", "party", "items", "basis"]
        table = PagedTable(
            columns_of(
                Disclosure,
                names,
                widths={"given_on": 8, "party": 10, "items": 10, "basis": 10},
                spare=["basis", "items"],
                styles={"party": "bold"},
            ),
            self._fetch,
        )
        self.list = RecordList(table, "disclosures", _("Given to third parties"))
        self.form = Form(Disclosure, _SECTIONS, today=self._today)
        self.form.setObjectName("flow")
        self.form.changed.connect(self._change)
        self.form.corrected.connect(self._change)
        self.keep = words("", "second")
        self.remove = button(_("Remove this record"), self._remove, icon="trash-2")
        self._lay_out()
        self.list.selected.connect(self._show)

    def _lay_out(self) -> None:
        self.what_for = words(
            _(
                "Write down here when a list or a name goes to somebody outside the association:"
                " the city, the police, another association, a shop. Keep it for three years."
                " What goes to the members themselves stands in the log of what was given out."
            ),
            "second",
        )
        self.card = Card()
        flow = Flow()
        flow.setWidget(self.form)
        self.card.body.addWidget(flow, 1)
        self.card.body.addWidget(self.keep)
        self.card.body.addLayout(Wrapping(self.remove))
        pair = Pair(self.list, self.card, (5, 5))
        layout = column(self.what_for, line(self.add, None, self.log), pair, gap=8)
        layout.setStretch(2, 1)
        self.setLayout(layout)

    def _today(self) -> date:
        return self._book.today

    def _fetch(self, ids: Sequence[int]) -> Sequence[Disclosure]:
        return [self._shown[id_] for id_ in ids]

    def reload(self) -> None:
        found = all_disclosures(self._book)
        self._shown = {each.id: each for each in found}
        self.list.setVisible(bool(found))
        self.list.show_ids([each.id for each in found])
        self._show(self.list.selected_id())

    @Slot(int)
    def _show(self, id_: int) -> None:
        found = self._shown.get(id_)
        self.card.setVisible(found is not None)
        if found is None:
            return
        self.form.show_record(found)
        until = found.keep_until
        self.keep.setText(_("To be kept until {day}").format(day=show_date(until)) if until else "")

    @Slot()
    def _add(self) -> None:
        self.begin_with({})

    def begin_with(self, values: Mapping[str, object]) -> None:
        """Write one down of which this much is known."""
        try:
            id_ = add_disclosure(self._book, values)
        except KuchoError as error:
            self.refused.emit(str(error))
            return
        self.reload()
        self.list.select(id_)
        self.form.focus_first()

    @Slot(int, object)
    def _change(self, id_: int, values: dict[str, object]) -> None:
        try:
            change_disclosure(self._book, id_, values)
        except KuchoError as error:
            self.refused.emit(str(error))
            self.reload()

    @Slot()
    def _remove(self) -> None:
        id_ = self.list.selected_id()
        try:
            remove_disclosure(self._book, id_)
        except KuchoError as error:
            self.refused.emit(str(error))
            return
        if disclosure(self._book, id_) is None:
            self.add.setFocus()
            self.done.emit(_("The record was removed"))

    def finish(self) -> None:
        self.form.finish()

    def keys_begin_at(self) -> QWidget:
        return self.list if self._shown else self.add
