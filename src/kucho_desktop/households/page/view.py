"""What the page of the households looks like, and how one goes about in it."""

from collections.abc import Mapping
from itertools import pairwise

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent

from kucho_desktop.association import store as association_store
from kucho_desktop.core.book import Book
from kucho_desktop.core.found import Place
from kucho_desktop.core.i18n import _
from kucho_desktop.households import store
from kucho_desktop.households.model import Household
from kucho_desktop.households.page.events.arriving import Arriving, NewHousehold
from kucho_desktop.households.page.list.columns import name_of
from kucho_desktop.households.page.list.listing import Listing
from kucho_desktop.households.page.past import Past
from kucho_desktop.households.page.sheet.sheet import Groups, Sheet
from kucho_desktop.households.page.sheet.who import Who
from kucho_desktop.tonarigumi import store as tonarigumi_store
from kucho_desktop.widgets.parts import button
from kucho_desktop.widgets.room_page import Changes, RoomPage
from kucho_desktop.widgets.side_by_side import SideBySide

_SELDOM = tonarigumi_store.TABLES | association_store.TABLES


class HouseholdsView(RoomPage):
    """A list at the left; at the right the sheet of one, its history, or a new household."""

    name = "households"
    tables = store.TABLES | association_store.TABLES | {"household_today", "saved_list"}
    papers: tuple[str, ...] = (
        "household-sheet",
        "group-roster",
        "roster-officers",
        "roster-members",
    )

    def __init__(self, book: Book) -> None:
        super().__init__(_("Households"))
        self._book = book
        self._household: Household | None = None
        self._is_arriving = False
        self._is_wide = False
        self._part = "sheet"
        self._groups_stale = True
        self.works = self.add_button(_("Work on the roster…"), self.show_works, icon="sheet")
        self.works.setShortcut("Ctrl+M")
        self.add = self.add_button(_("Add a household"), self.add_household, icon="plus", go=True)
        self.add.setShortcut("Ctrl+N")
        self.listing = Listing(book)
        self.list = self.listing.list
        self.who = Who()
        self._groups = Groups()
        self.sheet = Sheet(book, self._groups)
        self.form = self.sheet.form
        self.past = Past()
        self._arriving: Arriving | None = None
        self.together = button(_("Show the list"), self._widen, icon="arrow-left")
        self.history = button(_("Changes and history"), self._show_past, icon="history")
        self.apart = button(_("Show it wide"), self._widen, icon="zoom-in")
        self.who.add_button(self.together)
        self.who.add_button(self.apart)
        self.who.add_button(self.history)
        self.together.hide()
        self.apart.hide()
        self.side = SideBySide(self.listing, self.sheet, self.who)
        self.body.addWidget(self.side, 1)
        self._lay_out_card()
        self.listing.selected.connect(self._select)
        self.listing.opened.connect(self._open)
        self.listing.refused.connect(self.refused)
        self.who.wants.connect(self.go_to_household)
        self.sheet.widens.connect(self._widen)
        self.side.turned.connect(self._turn)

    @property
    def arriving(self) -> Arriving:
        """The form of a new household; made when it is first needed."""
        if self._arriving is None:
            self._arriving = Arriving(self._book, self._groups)
            self._arriving.given_up.connect(self._give_up_new)
            self._arriving.wants.connect(self.go_to_household)
            self._arriving.arrived.connect(self.arrive)
            self.side.card.body.addWidget(self._arriving, 1)
        return self._arriving

    @Slot()
    def show_works(self) -> None:
        """Offer what is done with many households at once."""

    @Slot(object)
    def arrive(self, new: NewHousehold) -> None:
        """Keep a new household."""

    def _lay_out_card(self) -> None:
        """The card holds one of three: the sheet, its history, a new household."""
        body = self.side.card.body
        body.addWidget(self.past, 1)
        first = self.form.boxes["head"].edit
        for before, after in pairwise([self.list, self.together, self.apart, self.history, first]):
            self.setTabOrder(before, after)
        self._show_in_card("sheet")

    # what is shown

    def reload(self) -> None:
        if not store.has_households(self._book) and not self._is_arriving:
            self._show_empty()
            return
        self.show_body()
        self._show_top(True)
        self._read_groups()
        self._show_list()
        self.listing.reload()
        if self._is_arriving:
            self.arriving.show_again()
        self._show_selected(self.list.selected_id())
        if not self.past.isHidden():
            self._fill_past()

    def _show_top(self, there: bool) -> None:
        """In an empty room the same two buttons stand in its middle."""
        self.works.setVisible(there)
        self.add.setVisible(there)

    def changed(self, changes: Changes) -> None:
        """Groups are read again only where they changed: there can be thousands."""
        self._groups_stale = self._groups_stale or not _SELDOM.isdisjoint(changes)
        super().changed(changes)

    def _read_groups(self) -> None:
        if self._groups_stale:
            self._groups_stale = False
            self._groups.read(self._book)
            self.listing.learn(self._groups.all)

    def _show_empty(self) -> None:
        self._household = None
        self._show_top(False)
        self.show_empty(
            _("There is no household yet. Let us read in your roster."),
            button(_("Read in a table…"), self._read_in, icon="sheet", role="go"),
            button(_("Add a household"), self.add_household, icon="plus"),
        )

    @Slot(int)
    def _select(self, id_: int) -> None:
        """Whoever goes to another household leaves the new one for later."""
        if self._is_arriving and self.list.hasFocus():
            self._show_sheet()
        self._show_selected(id_)

    def _show_selected(self, id_: int) -> None:
        """Show the selected one; where the list is empty the sheet is, too."""
        other = self._household is None or self._household.id != id_
        self._household = store.household(self._book, id_) if id_ else None
        if self._household is not None:
            self.who.show_household(self._household, self._groups.names)
            self.sheet.show_household(self._household)
        if other:
            self.who.show_same(0, "")
            if self.side.is_under():
                self.side.flow.verticalScrollBar().setValue(0)
            if not self.past.isHidden():
                self._show_in_card("sheet")
        if not self._is_arriving:
            self.side.card.setVisible(self._household is not None)

    def _show_in_card(self, part: str) -> None:
        """One goes before the other comes: both at once would make a low window higher."""
        self._part = part
        places = [("sheet", self.who), ("sheet", self.side.flow), ("past", self.past)]
        if self._arriving is not None:
            places.append(("new", self._arriving))
        for wanted, each in sorted(places, key=lambda place: place[0] == part):
            each.setVisible(wanted == part)
        self._show_list()

    @Slot()
    def _show_sheet(self) -> None:
        self._is_arriving = False
        self._show_in_card("sheet")
        self.side.card.setVisible(self._household is not None)

    @Slot()
    def _show_past(self) -> None:
        self._fill_past()
        self._show_in_card("past")
        self.past.back.setFocus(Qt.FocusReason.TabFocusReason)

    def _fill_past(self) -> None:
        if self._household is not None:
            events = store.history_of(self._book, self._household.id)
            self.past.show_events(name_of(self._household), events)

    @Slot()
    def _widen(self) -> None:
        """Give the sheet the whole width, or the list its place again."""
        self._is_wide = not self._is_wide
        self._show_list()
        if self._is_wide:
            self.together.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.listing.focus_list()

    def _show_list(self) -> None:
        """Not beside a wide sheet, not empty, and not over what needs all the height."""
        under = self.side.is_under()
        there = store.has_households(self._book) and not (under and self._part != "sheet")
        self.listing.setVisible(there and not self._is_wide)
        self.together.setVisible(self._is_wide)
        self.apart.setVisible(under and not self._is_wide)
        self.sheet.wide.setVisible(not under and not self._is_wide)

    @Slot(bool)
    def _turn(self, _under: bool) -> None:
        self._show_list()

    # going about

    def paper_about(self) -> Mapping[str, str]:
        """The household that one is on."""
        return {"household": str(self.list.selected_id())} if self.list.selected_id() else {}

    def show_place(self, place: Place) -> None:
        self.go_to_household(place.id)

    def begin(self, work: str) -> None:
        if work == "import":
            self._read_in()
        elif work == "add":
            self.add_household()

    def finish(self) -> None:
        self.listing.settle()
        if self._is_arriving:
            self.arriving.form.finish()
        elif self._household is not None:
            self.form.finish()

    @Slot(int)
    def go_to_household(self, id_: int) -> None:
        if self._stale:
            self._stale = False
            self.reload()
        if id_ and self.listing.go_to(id_):
            self._show_sheet()
            self.listing.focus_list()

    @Slot()
    def add_household(self) -> None:
        """Begin a new household, in the group that is chosen or selected."""
        self.listing.settle()
        now = self._household
        group = self.listing.filters.one_group() or (now.tonarigumi_id if now else None)
        self._is_arriving = True
        self.show_body()
        self._show_top(True)
        self._read_groups()
        self.arriving.begin(group)
        self._show_in_card("new")
        self.side.card.show()
        self.arriving.focus_first()

    @Slot()
    def _give_up_new(self) -> None:
        """Back to the list; what was typed waits for the next time."""
        self._show_sheet()
        if store.has_households(self._book):
            self.listing.focus_list()
        else:
            self.reload()
            self.take_focus()

    @Slot(int)
    def _open(self, _id: int) -> None:
        if self._household is not None:
            self._show_sheet()
            if self.side.is_under() and not self._is_wide:
                self._widen()
            self.form.focus_first()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Esc goes back one step: to the form, to both sides, to the list."""
        if event.key() != Qt.Key.Key_Escape or self.is_empty():
            super().keyPressEvent(event)
        elif self._is_arriving:
            self._give_up_new()
        else:
            if self._is_wide:
                self._widen()
            self.listing.focus_list()

    @Slot()
    def _read_in(self) -> None:
        self.begins.emit("read_in", "")
