"""What the page of work on many looks like: its parts at the left, who was found at the right."""

from collections.abc import Iterator

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QStackedLayout, QWidget

from kucho_desktop.core.book import Book
from kucho_desktop.core.i18n import N_, _
from kucho_desktop.households.model import Household
from kucho_desktop.households.model.lists.as_of import AsOf
from kucho_desktop.households.model.lists.wanted import HouseholdList
from kucho_desktop.households.page.sheet.sheet import Groups
from kucho_desktop.households.page.works.many.change import Change
from kucho_desktop.households.page.works.many.columns import Columns
from kucho_desktop.households.page.works.many.found import FoundList, FoundTable
from kucho_desktop.households.page.works.many.give import Give
from kucho_desktop.households.page.works.many.whom import Whom
from kucho_desktop.households.page.works.work import WorkPage
from kucho_desktop.widgets import theme
from kucho_desktop.widgets.holding import ENTRY, WHERE, Holding
from kucho_desktop.widgets.parts import Button, Card, Flow, button, column, line, words
from kucho_desktop.widgets.wrapping import Wrapping

_PARTS = (
    ("whom", N_("Choose")),
    ("columns", N_("Columns and order")),
    ("change", N_("Change together")),
    ("give", N_("Print or keep")),
)


class ManyView(WorkPage):
    """At the left what is asked, shown, changed or given; at the right who was found."""

    def __init__(self, book: Book, groups: Groups) -> None:
        super().__init__()
        self._book = book
        self._wanted = HouseholdList()
        self._today = book.today
        self._as_of = AsOf(self._today)
        self._households: list[Household] = []
        self._found: list[Household] = []
        self.tabs = {name: self._tab(name, _(label)) for name, label in _PARTS}
        self.whom = Whom(self._now, self.tabs[_PARTS[-1][0]])
        self.columns = Columns()
        self.change = Change(groups)
        self.give = Give()
        self._parts: dict[str, QWidget] = {
            "whom": self.whom,
            "columns": self.columns,
            "change": self.change,
            "give": self.give,
        }
        self.part = "whom"
        self.list = FoundList(FoundTable())
        self.count = words("", "strong", wrap=False)
        self.count.setMinimumHeight(theme.now().target)
        self.all = button(_("Tick all of them"))
        self.none = button(_("Tick none of them"))
        self.nothing = words(_("No household is like this."), "second")
        self._lay_out()

    def _tab(self, name: str, title: str) -> Button:
        made = button(title, role="row", value=name)
        made.setCheckable(True)
        made.chosen.connect(self.show_part)
        return made

    def _lay_out(self) -> None:
        now = theme.now()
        self._places = QStackedLayout()
        card = Card()
        card.body.setContentsMargins(14, 12, 6, 12)
        card.body.addLayout(self._places)
        for part in self._parts.values():
            self._places.addWidget(Flow(column(part)))
        card.setFixedWidth(now.ems(19) + 40)
        right = column(
            Wrapping(self.count, self.all, self.none, gap=12), self.nothing, self.list, gap=now.gap
        )
        right.setStretch(2, 1)
        both = line(card, right, gap=16)
        both.setStretch(1, 1)
        layout = column(Wrapping(*self.tabs.values()), both, gap=now.gap)
        layout.setStretch(1, 1)
        self.setLayout(layout)
        self.tabs["whom"].setChecked(True)

    def _now(self) -> AsOf:
        return self._as_of

    def holdings(self) -> Iterator[Holding]:
        said = {
            "list": self._wanted.as_text(),
            "day": self._as_of.day.isoformat(),
            "part": self.part,
        }
        yield Holding(said, WHERE if self._wanted == HouseholdList() else ENTRY)

    @Slot(str)
    def show_part(self, name: str) -> None:
        """Show what is asked ("whom"), "columns", "change" or "give"."""
        self.part = name
        for each, made in self.tabs.items():
            made.setChecked(each == name)
        self._places.setCurrentIndex(list(self._parts).index(name))
