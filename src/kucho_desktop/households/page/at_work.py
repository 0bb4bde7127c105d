"""The page of the households gives its place to a work on many of them, and takes it back."""

from collections.abc import Iterator, Mapping
from typing import Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from kucho_desktop.core.book import Book
from kucho_desktop.households import store
from kucho_desktop.households.page.view import HouseholdsView
from kucho_desktop.households.page.works.desk import WorkDesk
from kucho_desktop.households.page.works.work import WorkPage
from kucho_desktop.widgets.holding import WHERE, Holding
from kucho_desktop.widgets.room_page import Changes

WORK = "work:"
"""Stands before the name of a work where another page begins it."""
LIST, ROSTER = "household-list", "group-roster"
UNNAMED = "add_unnamed"
"""Begins a dwelling that has not joined and of which no name is known."""


class HouseholdsAtWork(HouseholdsView):
    """Either the list with a sheet is there, or the desk of the works."""

    def __init__(self, book: Book) -> None:
        self._desk: WorkDesk | None = None
        self._happened_to = 0
        super().__init__(book)
        self.listing.filters.changed.connect(self._offer_papers)

    @Slot()
    def _offer_papers(self) -> None:
        """Where some households are chosen their list is the paper that one means."""
        own = type(self).papers
        if self._happened_to and self._happened_to == self.list.selected_id():
            own = (ROSTER, *own)
        self.papers = (LIST, *own) if self.listing.filters.as_list() is not None else own

    def offer_group_of(self, id_: int) -> None:
        """Something has happened to a household: the roster of its group is what follows."""
        self._happened_to = id_
        self._offer_papers()

    def _show_selected(self, id_: int) -> None:
        super()._show_selected(id_)
        if self._happened_to and not self._is_at_desk():
            self._offer_papers()

    def unfinished(self) -> dict[str, Any]:
        """What is listed, who is shown, and the works that are amid of something."""
        said = {"filters": self.listing.filters.unfinished(), "at": self.list.selected_id()}
        return said | ({"desk": self._desk.unfinished()} if self._desk is not None else {})

    def go_on_with(self, unfinished: Mapping[str, Any]) -> None:
        self._read_groups()
        self.listing.filters.offer_lists(store.all_lists(self._book))
        self.listing.filters.go_on_with(unfinished["filters"])
        self.listing.list.select(unfinished["at"])
        if "desk" in unfinished:
            shown = bool(unfinished["desk"]["shown"])
            if shown:
                self._enter_desk()
            self.desk.go_on_with(unfinished["desk"])

    @property
    def desk(self) -> WorkDesk:
        """The works on many households; made when they are first wanted."""
        if self._desk is None:
            self._desk = WorkDesk(self._book, self._groups)
            self._desk.left.connect(self._leave_desk)
            self._desk.begins.connect(self.begins)
            self._desk.opened.connect(self._show_work)
            self._desk.hide()
            self.body.addWidget(self._desk, 1)
        return self._desk

    @Slot()
    def show_works(self) -> None:
        self._enter_desk()
        self.desk.show_list()

    def begin(self, work: str) -> None:
        """Also "work:" and the name of a work, behind a space what it begins with."""
        if work.startswith(WORK):
            self._enter_desk()
            name, _space, about = work.removeprefix(WORK).partition(" ")
            self.desk.begin(name, about)
        elif work == UNNAMED:
            self.add_household()
            self.arriving.write_unnamed()
        else:
            super().begin(work)

    def starts_at(self) -> QWidget:
        """The list; where something is begun, that."""
        if self._desk is not None and self._is_at_desk():
            return self._desk.focusWidget() or self._desk.back
        if self._is_arriving:
            return self.arriving.form.first_edit()
        if self._part == "past":
            return self.past.back
        return self.together if self._is_wide else self.list

    # what is begun

    def holdings(self) -> Iterator[Holding]:
        """Which household, what of it, and which work is at hand."""
        at_desk = self._desk is not None and self._is_at_desk()
        yield Holding(
            {
                "household": self._household.id if self._household is not None else 0,
                "part": self._part,
                "wide": self._is_wide,
                "new": self._arriving is not None,
                "desk": at_desk,
                "work": self._desk.name_of_work() if self._desk is not None and at_desk else "",
            },
            WHERE,
        )

    def hold_again(self, said: Any) -> None:
        """Where one was; what was typed there follows."""
        if said["household"]:
            self.go_to_household(said["household"])
        if said["wide"] and not self._is_wide:
            self._widen()
        if said["part"] == "new":
            self.add_household()
        elif said["new"]:
            self.arriving.hide()
        elif said["part"] == "past":
            self._show_past()
        if said["desk"]:
            self.show_works()
            if said["work"]:
                self.desk.begin(said["work"])

    def _enter_desk(self) -> None:
        self.finish()
        self._read_groups()
        self.side.hide()
        self.desk.show()
        self._show_top(False)

    @Slot(object)
    def _show_work(self, work: WorkPage | None) -> None:
        """What a work says goes the same way as what the page says."""
        if work:
            self.papers = work.papers
        else:
            self._offer_papers()
        if work is not None and not work.property("heard"):
            work.setProperty("heard", True)
            work.wants.connect(self.go_to_household)
            work.prints.connect(self._print_from)
            for said, told in (
                (work.begins, self.begins),
                (work.done, self.done),
                (work.told, self.told),
                (work.refused, self.refused),
            ):
                said.connect(told)

    @Slot(str)
    def _print_from(self, paper: str) -> None:
        self.begins.emit("print", paper)

    def _put_desk_away(self) -> None:
        """The list and the sheet stand there again."""
        if self._desk is not None and not self._desk.isHidden():
            self._desk.finish()
            self._desk.hide()
            self.side.show()
            self._offer_papers()
            self._show_top(not self.is_empty())

    @Slot()
    def _leave_desk(self) -> None:
        self._put_desk_away()
        self.works.setFocus(Qt.FocusReason.TabFocusReason)

    def _is_at_desk(self) -> bool:
        return self._desk is not None and not self._desk.isHidden()

    def _show_top(self, there: bool) -> None:
        super()._show_top(there and not self._is_at_desk())

    def changed(self, changes: Changes) -> None:
        super().changed(changes)
        if self._desk is not None:
            self._desk.changed(changes)

    def finish(self) -> None:
        if self._desk is not None and self._is_at_desk():
            self._desk.finish()
        else:
            super().finish()

    def paper_about(self) -> Mapping[str, str]:
        """What the work at hand is about, or the household that one is on with what is listed."""
        if self._desk is not None and self._is_at_desk() and self._desk.work is not None:
            return self._desk.work.paper_about()
        about, listed, here = dict(super().paper_about()), self.listing.as_list(), self._household
        if listed is not None:
            about["list"] = listed.as_text()
        if here is not None and here.id == self._happened_to and here.tonarigumi_id is not None:
            about[f"{ROSTER}:group"] = str(here.tonarigumi_id)
        return about

    @Slot(int)
    def go_to_household(self, id_: int) -> None:
        self._put_desk_away()
        super().go_to_household(id_)

    @Slot()
    def add_household(self) -> None:
        self._put_desk_away()
        super().add_household()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Esc goes back from the work to the list of works, and then to the households."""
        if event.key() == Qt.Key.Key_Escape and self._is_at_desk():
            self.desk.step_back()
        else:
            super().keyPressEvent(event)
