"""古い記録の消去: the rule, who is proposed by it, who waits in the bin, what was erased."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from kucho_desktop.association.model import ERASE_AFTER
from kucho_desktop.association.store import change_association, years_kept
from kucho_desktop.core.book import Book
from kucho_desktop.core.erased import erasures
from kucho_desktop.core.errors import KuchoError
from kucho_desktop.core.i18n import _, n_
from kucho_desktop.households.model.gone import LongGone
from kucho_desktop.records.page.erasing_cards import BinCard, DoneCard, ProposedCard
from kucho_desktop.records.store.erasing import (
    proposed,
    put_into_bin,
    take_out_of_bin,
    waiting,
)
from kucho_desktop.widgets import theme
from kucho_desktop.widgets.choice import DropDown
from kucho_desktop.widgets.parts import Card, Flow, column, words
from kucho_desktop.widgets.wrapping import Wrapping


class ErasingTab(QWidget):
    """done, refused: as of a page. prints: the name of a paper."""

    done = Signal(str)
    refused = Signal(str)
    prints = Signal(str)

    def __init__(self, book: Book) -> None:
        super().__init__()
        self._book = book
        self.years = DropDown([(years, _(label)) for years, label in ERASE_AFTER.choices])
        self.years.setAccessibleName(_("Erase who left or died"))
        self.years.setEnabled(not book.read_only)
        self.rule = Card()
        label = words(_("Erase who left or died"), wrap=False)
        label.setBuddy(self.years)
        label.setMinimumHeight(theme.now().target)
        self.rule.body.addLayout(Wrapping(label, self.years, gap=12))
        self.rule.body.addWidget(
            words(
                _(
                    "What is needed no more is to be erased (個人情報保護法 22条). With the names"
                    " go addresses, telephones, talks, pictures and their history; the copies on"
                    " this computer and in the second place follow. Not reached: printed papers,"
                    " what others hold, and what you wrote of them with other households."
                ),
                "second",
            )
        )
        self.proposed = ProposedCard()
        self.bin = BinCard()
        self.gone = DoneCard()
        cards = (self.bin, self.rule, self.proposed, self.gone)
        self.flow = Flow(column(*cards, None, gap=14))
        self.setLayout(column(self.flow, gap=0))
        self.years.activated.connect(self._change_rule)
        self.proposed.confirmed.connect(self._put)
        self.bin.put_back.connect(self._put_back)
        self.gone.prints.connect(self.prints)

    @Slot()
    def reload(self) -> None:
        self.years.choose(years_kept(self._book))
        can_write = not self._book.read_only
        self.proposed.show_proposed(proposed(self._book), can_write=can_write)
        waits, done = waiting(self._book), erasures(self._book)
        self.bin.setVisible(bool(waits))
        self.bin.show_waiting(waits, can_write=can_write)
        self.gone.setVisible(bool(done))
        self.gone.show_done(done)

    @Slot()
    def _change_rule(self) -> None:
        years = self.years.currentData()
        if years == years_kept(self._book):
            return
        try:
            change_association(self._book, "erase_after", years)
        except KuchoError as error:
            self.refused.emit(str(error))
        self.reload()

    @Slot(object)
    def _put(self, whom: Sequence[LongGone]) -> None:
        try:
            put_into_bin(self._book, whom, years_kept(self._book))
        except KuchoError as error:
            self.refused.emit(str(error))
            return
        self.reload()
        self.keys_begin_at().setFocus()
        text = n_("{count} waits in the bin now", "{count} wait in the bin now", len(whom))
        self.done.emit(text.format(count=len(whom)))

    @Slot(object)
    def _put_back(self, ids: Sequence[int]) -> None:
        try:
            take_out_of_bin(self._book, ids)
        except KuchoError as error:
            self.refused.emit(str(error))
            return
        self.reload()
        self.keys_begin_at().setFocus()
        self.done.emit(_("Put back. It is not erased."))

    def keys_begin_at(self) -> QWidget:
        return self.proposed.boxes[0] if self.proposed.boxes else self.years
