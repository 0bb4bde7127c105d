"""「加入していないお宅」: who has not joined, when one last talked, what is to be done next."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QWidget

from kucho_desktop.core.book import Book
from kucho_desktop.core.dates import show_date
from kucho_desktop.core.i18n import _, n_
from kucho_desktop.households import store
from kucho_desktop.households.model.ties.talks import Asked
from kucho_desktop.households.page.at_work import UNNAMED
from kucho_desktop.households.page.sheet.sheet import Groups
from kucho_desktop.households.page.sheet.talks import Talks
from kucho_desktop.households.page.works.work import WorkPage
from kucho_desktop.widgets import theme
from kucho_desktop.widgets.parts import button, column, line, words
from kucho_desktop.widgets.record_list import RecordList
from kucho_desktop.widgets.side_by_side import SideBySide
from kucho_desktop.widgets.table import Column, PagedTable

_MOST = 10


def _name(asked: Asked) -> str:
    return asked.name or _("(no name)")


def _people(asked: Asked) -> str:
    return str(asked.people or "")


def _short(text: str) -> str:
    """The beginning, so that it stands on two lines at most; the talks themselves stand beside."""
    said = " ".join(text.split())
    return said if len(said) <= _MOST else said[: _MOST - 1] + "…"


def _last(asked: Asked) -> str:
    if asked.last is None:
        return ""
    day = show_date(asked.last.talked_on, weekday=False)
    return f"{day} {_short(asked.last.said)}".strip()


def _next(asked: Asked) -> str:
    if asked.next is None:
        return ""
    day = show_date(asked.next.next_on, weekday=False)
    step = _short(asked.next.next_step)
    return _("{step} (by {day})").format(step=step, day=day) if day else step


class NotJoined(WorkPage):
    """The list at the left; at the right the talks with the one that is selected."""

    tables = store.TABLES | {"household_today"}

    def __init__(self, book: Book, groups: Groups) -> None:
        super().__init__()
        self._book = book
        self._groups = groups
        self._asked: dict[int, Asked] = {}
        self.count = words("", "strong")
        self.joined = words("", "second")
        self.add = button(_("Add a dwelling…"), self._add, icon="plus")
        self.table = PagedTable(
            [
                Column("name", _("House"), 7, _name, "bold"),
                Column("group", _("Group"), 5, self._group),
                Column("people", _("People"), 2.4, _people, "number", True),
                Column("last", _("Last talk"), 10, _last),
                Column("next", _("Next step"), 12, _next),
            ],
            self._fetch,
        )
        self.list = RecordList(self.table, "not-joined", _("Households that have not joined"))
        self.who = words("", "person")
        self.see = button(_("See this household"), self._see)
        self.talks = Talks(book)
        self.talks.heading.hide()
        self.talks.opened.connect(self._give_room)
        self.talks.done.connect(self.done)
        self.list.selected.connect(self._select)
        self.list.opened.connect(self._open)
        self._lay_out()

    def _lay_out(self) -> None:
        right, head = QWidget(), QWidget()
        right.setLayout(column(self.talks, None))
        top = line(self.who, self.see)
        top.setStretch(0, 1)
        head.setLayout(top)
        self.side = SideBySide(self.list, right, head)
        first = line(self.count, self.add)
        first.setStretch(0, 1)
        layout = column(first, self.joined, self.side, gap=theme.now().gap)
        layout.setStretch(2, 1)
        self.setLayout(layout)
        self.setTabOrder(self.add, self.list)
        self.setTabOrder(self.list, self.see)
        self.setTabOrder(self.see, self.talks.add)

    def _group(self, asked: Asked) -> str:
        """Its own name; the groups around it would need the whole line."""
        names = (each.name for each in self._groups.all if each.id == asked.tonarigumi_id)
        return next(names, "")

    def _fetch(self, ids: Sequence[int]) -> list[Asked]:
        return [self._asked[id_] for id_ in ids if id_ in self._asked]

    def reload(self) -> None:
        every = store.not_joined(self._book)
        self._asked = {each.id: each for each in every}
        count = sum(each.membership == "none" for each in every)
        said = [n_("{count} house has not joined.", "{count} houses have not joined.", count)]
        due = store.count_due(self._book)
        if due:
            said.append(n_("{due} next step is due.", "{due} next steps are due.", due))
        self.count.setText(" ".join(said).format(count=f"{count:,}", due=f"{due:,}"))
        joined = store.joined_this_year(self._book)
        names = [
            _("{household} ({group})").format(household=head, group=show_date(day, weekday=False))
            for _id, head, day in joined
        ]
        self.joined.setText(
            _("Joined this year: {names}").format(names=_(", ").join(names)) if names else ""
        )
        self.joined.setVisible(bool(names))
        self.list.show_ids([each.id for each in every])
        self._show(self.list.selected_id())

    @Slot(int)
    def _select(self, id_: int) -> None:
        self._show(id_)

    def _show(self, id_: int) -> None:
        asked = self._asked.get(id_)
        self.side.card.setVisible(asked is not None)
        if asked is not None:
            self.who.setText(_name(asked))
            self.talks.show_household(asked.id)

    def focus_first(self) -> None:
        if self._stale:
            self._stale = False
            self.reload()
        first = self.list if self._asked else self.add
        first.setFocus(Qt.FocusReason.TabFocusReason)

    def step_back(self) -> bool:
        """Esc leaves the form of a talk first."""
        if self.talks.told is None:
            return False
        self.talks.give_up()
        return True

    @Slot(bool)
    def _give_room(self, is_writing: bool) -> None:
        """Where the form stands under the list, it needs the height."""
        self.list.setVisible(not (is_writing and self.side.is_under()))

    @Slot(int)
    def _open(self, _id: int) -> None:
        """Enter in the list begins a talk."""
        self.talks.begin()

    @Slot()
    def _see(self) -> None:
        self.wants.emit(self.list.selected_id())

    @Slot()
    def _add(self) -> None:
        self.begins.emit("households", UNNAMED)
