"""渡した記録: every paper and table with names that went out, and what became of its copies."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from kucho_desktop.core.audiences import CHIEF_ONLY
from kucho_desktop.core.book import Book
from kucho_desktop.core.copies import copies_of, still_out, tick_copies
from kucho_desktop.core.dates import show_date
from kucho_desktop.core.errors import KuchoError
from kucho_desktop.core.handouts import Handout, all_handouts, handout, name_receiver
from kucho_desktop.core.i18n import _, n_
from kucho_desktop.records.page.copy_card import CopyCard
from kucho_desktop.widgets import theme
from kucho_desktop.widgets.flag import CheckBox
from kucho_desktop.widgets.pair import Pair
from kucho_desktop.widgets.parts import button, column, words
from kucho_desktop.widgets.record_list import RecordList
from kucho_desktop.widgets.table import Column, PagedTable
from kucho_desktop.widgets.wrapping import Wrapping

TitleOf = Callable[[str], str]
"""What the log's name of a paper is called."""


class HandoutsTab(QWidget):
    """refused: a sentence. prints: (name) of a paper. lost: the id of the hand-out that is lost.

    disclosed: what is to be written down of a giving to a third party.
    """

    refused = Signal(str)
    prints = Signal(str)
    lost = Signal(int)
    disclosed = Signal(object)

    def __init__(self, book: Book, title_of: TitleOf) -> None:
        super().__init__()
        self._book = book
        self._title_of = title_of
        self._shown: dict[int, Handout] = {}
        self.only_out = CheckBox(_("Only what is still out"))
        self.only_out.only_looks = True
        self.count = words("", "second", wrap=False)
        self.count.setMinimumHeight(theme.now().target)
        self.log = button(_("Print this log…"), icon="printer", value="handout-log")
        self.out = button(_("Print what is still out…"), icon="printer", value="copies-still-out")
        columns = [
            Column("day", _("Day"), 8, _day_of, "second", spare=True, under="paper"),
            Column("paper", _("What was given"), 14, self._paper_of, "bold"),
            Column("whom", _("Given to"), 8, _whom_of),
            Column("numbers", _("Numbers"), 6, _numbers_of, spare=True),
            Column("out", _("Not back yet"), 4, _out_of, "number"),
        ]
        table = PagedTable(columns, self._fetch, is_faint=_is_back)
        self.list = RecordList(table, "handouts", _("What was given out"))
        self.card = CopyCard()
        pair = Pair(self.list, self.card)
        layout = column(
            Wrapping(self.only_out, self.count, self.out, self.log, gap=12), pair, gap=8
        )
        layout.setStretch(1, 1)
        self.setLayout(layout)
        self._connect()

    def _connect(self) -> None:
        self.only_out.toggled.connect(self.reload)
        self.list.selected.connect(self._show)
        for each in (self.log, self.out):
            each.chosen.connect(self.prints)
        self.card.ticked.connect(self._tick)
        self.card.named.connect(self._name)
        self.card.asks_what_to_do.connect(self.lost)
        self.card.discloses.connect(self._disclose)

    def _paper_of(self, given: Handout) -> str:
        return self._title_of(given.paper)

    def _fetch(self, ids: Sequence[int]) -> Sequence[Handout]:
        return [self._shown[id_] for id_ in ids]

    @Slot()
    def reload(self) -> None:
        """Newest first; only with copies still out, where that is asked for."""
        asked = self.only_out.isChecked()
        found = still_out(self._book)[::-1] if asked else all_handouts(self._book)
        self._shown = {each.id: each for each in found}
        self._say_count()
        self.list.setVisible(bool(found))
        self.list.show_ids([each.id for each in found])
        self._show(self.list.selected_id())

    def _say_count(self) -> None:
        out = sum(each.out for each in still_out(self._book))
        text = n_("{count} copy is still out", "{count} copies are still out", out)
        if self._shown:
            self.count.setText(text.format(count=f"{out:,}"))
        elif all_handouts(self._book):
            self.count.setText(_("Everything has come back or was destroyed."))
        else:
            self.count.setText(_("Nothing was given out so far."))

    @Slot(int)
    def _show(self, id_: int) -> None:
        given = self._shown.get(id_)
        self.card.setVisible(given is not None)
        if given is not None:
            self.card.show_handout(
                given, self._title_of(given.paper), copies_of(self._book, id_), self._book.today
            )

    @Slot(object, str)
    def _tick(self, numbers: Sequence[int], how: str) -> None:
        """Note it; the line stays in sight until another list is asked for."""
        id_ = self.list.selected_id()
        try:
            tick_copies(self._book, id_, numbers, how, self._book.today)
        except KuchoError as error:
            self.refused.emit(str(error))
        self._refresh(id_)
        self.card.show_copies(copies_of(self._book, id_))

    @Slot(str)
    def _name(self, for_whom: str) -> None:
        id_ = self.list.selected_id()
        try:
            name_receiver(self._book, id_, for_whom)
        except KuchoError as error:
            self.refused.emit(str(error))
        self._refresh(id_)

    @Slot(int)
    def _disclose(self, id_: int) -> None:
        given = self._shown[id_]
        text = n_("{count} household", "{count} households", given.households)
        self.disclosed.emit(
            {
                "given_on": given.at.date().isoformat(),
                "party": given.for_whom or given.audience.title,
                "whose": text.format(count=f"{given.households:,}"),
                "note": f"{self._title_of(given.paper)} {numbers_said(given)}",
            }
        )

    def _refresh(self, id_: int) -> None:
        now = handout(self._book, id_)
        if now is not None:
            self._shown[id_] = now
        self._say_count()
        self.list.show_ids(list(self._shown))

    def finish(self) -> None:
        """Take what is being typed."""
        self.card.take_name()

    def keys_begin_at(self) -> QWidget:
        return self.list if self._shown else self.only_out


def _day_of(given: Handout) -> str:
    return show_date(given.at.date(), weekday=False)


def _whom_of(given: Handout) -> str:
    return given.for_whom or given.audience.title


def _numbers_of(given: Handout) -> str:
    return numbers_said(given)


def _out_of(given: Handout) -> str:
    if given.audience in CHIEF_ONLY:
        return _("Kept here")
    return f"{given.out:,}" if given.out else _("All back")


def _is_back(given: Handout) -> bool:
    return not given.out or given.audience in CHIEF_ONLY


def numbers_said(given: Handout) -> str:
    """The numbers that its copies bear: No.3 – 5."""
    first, last = given.numbers[0], given.numbers[-1]
    return (
        f"No.{first}" if first == last else _("No.{first} – {last}").format(first=first, last=last)
    )
