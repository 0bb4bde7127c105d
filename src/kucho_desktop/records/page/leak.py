"""漏えい・紛失のときの手順: what to do now, by when, and who stood on the paper that is lost."""

from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kucho_desktop.core.book import Book
from kucho_desktop.core.copies import households_on
from kucho_desktop.core.dates import show_date
from kucho_desktop.core.handouts import all_handouts
from kucho_desktop.core.i18n import _, n_
from kucho_desktop.households.store import households_of
from kucho_desktop.records.model import Notice, leak_steps
from kucho_desktop.records.page.handouts import TitleOf, numbers_said
from kucho_desktop.widgets import theme
from kucho_desktop.widgets.choice import DropDown
from kucho_desktop.widgets.day_box import DayBox
from kucho_desktop.widgets.holding import Held
from kucho_desktop.widgets.parts import Card, Flow, button, column, line, words
from kucho_desktop.widgets.wrapping import Wrapping

_MOST_NAMES = 24


class LeakTab(QWidget, Held):
    """prints: the paper with the steps (its options)."""

    prints = Signal(object)

    only_looks = True

    def __init__(self, book: Book, title_of: TitleOf) -> None:
        super().__init__()
        self._book = book
        self._title_of = title_of
        self.paper = DropDown([(None, _("No paper of this log"))])
        self.paper.setAccessibleName(_("What is lost"))
        self.paper.setSizeAdjustPolicy(
            DropDown.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.paper.setMinimumWidth(theme.now().ems(32))
        self.noticed = DayBox(_("Noticed on"), self._today)
        self.noticed.show_day(book.today)
        self.print = button(
            _("Print the steps and a form…"), self._print, icon="printer", role="go"
        )
        self.who = Card(_("Who stood on it"), "users")
        self.count = words("", "strong")
        self.names = words("")
        self.who.body.addWidget(self.count)
        self.who.body.addWidget(self.names)
        self.flow = Flow()
        asked = Card()
        for title, part in ((_("What is lost"), self.paper), (_("Noticed on"), self.noticed)):
            label = words(title, "second", wrap=False)
            label.setFixedWidth(theme.now().ems(7))
            label.setBuddy(part)
            asked.body.addLayout(line(label, part, None, gap=12))
        asked.body.addLayout(Wrapping(self.print))
        self._steps = QWidget()
        self._place = QVBoxLayout()
        self._place.setContentsMargins(0, 0, 0, 0)
        self.setLayout(column(Flow(column(asked, self.who, self._place, None, gap=14))))
        self.paper.activated.connect(self._show_who)
        self.noticed.changed.connect(self._show_steps)
        self._place.addWidget(self._steps)

    def _today(self) -> date:
        return self._book.today

    def reload(self) -> None:
        given = [
            (each.id, f"{show_date(each.at.date(), weekday=False)}　{self._title_of(each.paper)}"
             f"　{numbers_said(each)}　{each.for_whom}")
            for each in all_handouts(self._book)
        ]  # fmt: skip
        self.paper.offer([(None, _("No paper of this log")), *given])
        self._show_who()
        self._show_steps()

    def begin_about(self, handout: int) -> None:
        """A paper of the log is lost."""
        self.reload()
        self.paper.choose(handout)
        self._show_who()

    @Slot()
    def _show_who(self) -> None:
        chosen = self.paper.currentData()
        self.who.setVisible(chosen is not None)
        if chosen is None:
            return
        ids = households_on(self._book, chosen)
        there = households_of(self._book, ids[:_MOST_NAMES])
        text = n_("{count} household stood on it", "{count} households stood on it", len(ids))
        self.count.setText(text.format(count=f"{len(ids):,}"))
        named = _(", ").join(each.head or each.address or _("(no name)") for each in there)
        if len(ids) > _MOST_NAMES:
            rest = _("{texts} and {count} more")
            named = rest.format(texts=named, count=f"{len(ids) - _MOST_NAMES:,}")
        self.names.setText(named or _("Nobody is noted for this paper."))

    @Slot()
    def _show_steps(self) -> None:
        day = self.noticed.check()
        if day is None:
            return
        old, self._steps = self._steps, QWidget()
        cards = [self._step(number, each) for number, each in enumerate(leak_steps(day), start=1)]
        layout = column(*cards, gap=10)
        self._steps.setLayout(layout)
        self._place.addWidget(self._steps)
        old.hide()
        old.deleteLater()

    def _step(self, number: int, notice: Notice) -> Card:
        card = Card(f"{number}.  {notice.title}")
        for text in notice.lines:
            card.body.addWidget(words(text))
        return card

    @Slot()
    def _print(self) -> None:
        chosen, day = self.paper.currentData(), self.noticed.take()
        if day is not None:
            said = {"noticed": day.isoformat()}
            self.prints.emit(said | ({"handout": str(chosen)} if chosen is not None else {}))

    def keys_begin_at(self) -> QWidget:
        return self.paper
