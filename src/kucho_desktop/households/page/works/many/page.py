"""Choose households by questions, see them in a table, change them together, give the list away."""

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtCore import Qt, Slot

from kucho_desktop.core.book import Book
from kucho_desktop.core.errors import KuchoError
from kucho_desktop.core.fields import field_named
from kucho_desktop.core.i18n import _, n_
from kucho_desktop.households import store
from kucho_desktop.households.model import Household
from kucho_desktop.households.model.lists.as_of import AsOf
from kucho_desktop.households.model.lists.batch import foresee
from kucho_desktop.households.model.lists.ready import READY
from kucho_desktop.households.model.lists.wanted import from_text
from kucho_desktop.households.page.sheet.sheet import Groups
from kucho_desktop.households.page.works.many.view import ManyView

PAPER = "household-list"


class ManyPage(ManyView):
    """What is asked is found at once; whoever is ticked is changed or listed."""

    tables = store.TABLES | {"saved_list", "household_today"}
    papers = (PAPER,)

    def __init__(self, book: Book, groups: Groups) -> None:
        super().__init__(book, groups)
        self._connect()

    def _connect(self) -> None:
        self.whom.changed.connect(self._take_whom)
        self.whom.day_changed.connect(self._take_day)
        self.whom.opened.connect(self._open)
        self.give.kept.connect(self._keep)
        self.whom.forgotten.connect(self._forget)
        self.columns.changed.connect(self._take_columns)
        self.change.wanted.connect(self._foresee)
        self.change.does.connect(self._do)
        self.give.chosen.connect(self._show_give)
        self.give.prints.connect(self._print)
        self.give.writes.connect(self._write)
        self.give.addresses.connect(self._address)
        self.all.clicked.connect(self._tick_all)
        self.none.clicked.connect(self._tick_none)
        self.list.ticked.connect(self._tick)
        self.list.sorts.connect(self._sort)
        self.list.opened.connect(self.wants)

    # what is shown

    def reload(self) -> None:
        """Read the households of the day anew; what is asked and ticked stays.

        Who looked at today goes on looking at today when a new day begins.
        """
        before, self._today = self._today, self._book.today
        day = self._today if self._as_of.day == before else self._as_of.day
        self._as_of = store.as_of(self._book, day)
        self._households = store.households_on(self._book, self._as_of.day)
        self.whom.show_saved(store.all_lists(self._book))
        self.whom.show_day()
        self.whom.show_counts(
            {
                name: sum(each.holds(household, self._as_of.day) for household in self._households)
                for name, each in READY.items()
            }
        )
        self.list.found.take({each.id: each for each in self._households})
        self.columns.show_list(self._wanted)
        self._find()

    def _find(self) -> None:
        self._found = self._wanted.find(self._households, self._as_of)
        self._show_columns()
        self.list.show_ids([each.id for each in self._found])
        self.nothing.setVisible(not self._found)
        self._show_ticks()

    def _show_columns(self) -> None:
        self.list.show_columns(self._wanted.columns, self._as_of)
        self.list.mark_sort(self._wanted.sort, backwards=self._wanted.backwards)

    def _chosen(self) -> list[Household]:
        return self._wanted.kept(self._found)

    def _show_ticks(self) -> None:
        """Draw the boxes anew, count, and say what follows from it."""
        self.list.found.leave_out(self._wanted.without)
        text = n_("{count} of {all} household", "{count} of {all} households", len(self._found))
        said = {"count": f"{len(self._chosen()):,}", "all": f"{len(self._found):,}"}
        self.count.setText(text.format(**said))
        self.list.viewport().update()
        if self.part == "change":
            self._foresee()
        self._show_give()

    @Slot(str)
    def show_part(self, name: str) -> None:
        super().show_part(name)
        if name != "change":
            self.list.found.foresee(None)
            self._show_columns()
        self._show_ticks()

    def focus_first(self) -> None:
        self.show_part("whom")
        self.whom.focus_first()

    def unfinished(self) -> dict[str, Any]:
        """The list as it was put together, with what is typed only half."""
        day = self._as_of.day.isoformat() if self._as_of.day != self._today else ""
        said = {"list": self._wanted.as_text(), "day": day, "name": self.give.name.text()}
        return said | self.whom.unfinished()

    def go_on_with(self, unfinished: Mapping[str, Any]) -> None:
        self._wanted = from_text(unfinished["list"])
        if unfinished["day"]:
            self._as_of = store.as_of(self._book, date.fromisoformat(unfinished["day"]))
        else:
            self._as_of = store.as_of(self._book)
        self.whom.go_on_with(self._wanted, unfinished)
        self.give.show_name(unfinished["name"])

    def step_back(self) -> bool:
        if self.part == "whom":
            return False
        self.show_part("whom")
        self.tabs["whom"].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def hold_again(self, said: Any) -> None:
        """What was asked and ticked, as of the same day."""
        self._wanted = from_text(said["list"])
        self._as_of = AsOf(date.fromisoformat(said["day"]))
        self.reload()
        self.whom.show_list(self._wanted)
        self.columns.show_list(self._wanted)
        self.show_part(said["part"])

    # what the user does

    @Slot()
    def _take_whom(self) -> None:
        """Other questions: all who are found are ticked."""
        self._wanted = replace(self.whom.whom(self._wanted), title="", without=frozenset())
        self._find()

    @Slot(object)
    def _take_day(self, day: date) -> None:
        self._as_of = AsOf(day)
        self.reload()

    @Slot()
    def _take_columns(self) -> None:
        self._wanted = self.columns.columns(self._wanted)
        self._find()

    @Slot(str)
    def _sort(self, name: str) -> None:
        """The same heading again sorts the other way round."""
        sort = "" if name == "tonarigumi_id" else name
        backwards = self._wanted.sort == sort and not self._wanted.backwards
        self._wanted = replace(self._wanted, sort=sort, backwards=backwards)
        self.columns.show_list(self._wanted)
        self._find()

    @Slot(object, bool)
    def _tick(self, ids: list[int], on: bool) -> None:
        without = self._wanted.without - set(ids) if on else self._wanted.without | set(ids)
        self._wanted = replace(self._wanted, without=without)
        self._show_ticks()

    @Slot()
    def _tick_all(self) -> None:
        self._tick([each.id for each in self._found], True)

    @Slot()
    def _tick_none(self) -> None:
        self._tick([each.id for each in self._found], False)

    @Slot(int)
    def _open(self, id_: int) -> None:
        """A list of one's own, with its columns and its order."""
        for each in store.all_lists(self._book):
            if each.id == id_:
                self._wanted = each.list
                self.whom.show_list(each.list, id_)
                self.columns.show_list(each.list)
                self.give.show_name(each.name)
                self._find()

    @Slot(str)
    def _keep(self, name: str) -> None:
        try:
            id_ = store.keep_list(self._book, name, replace(self._wanted, title=""))
        except KuchoError as error:
            self.refused.emit(str(error))
            self.give.name.setFocus()
            return
        self._open(id_)
        self.done.emit(_("The list “{name}” is kept.").format(name=name.strip()))

    @Slot(int)
    def _forget(self, id_: int) -> None:
        try:
            store.remove_list(self._book, id_)
        except KuchoError as error:
            self.refused.emit(str(error))
            return
        self._wanted = replace(self._wanted, title="")
        self.whom.show_list(self._wanted)
        self.whom.focus_first()
        self.done.emit(_("The list is forgotten. The households stay."))

    @Slot()
    def _foresee(self) -> None:
        """What the change that is thought of would do to each of them."""
        batch = self.change.batch()
        chosen = self._chosen()
        seen = foresee(batch, chosen, self._as_of) if batch else None
        today = self._book.today
        self.change.show_foreseen(seen, today if self._as_of.day == today else None)
        if self.part == "change":
            self.list.found.foresee(seen)
            self._show_columns()

    @Slot(object)
    def _do(self, day: date | None) -> None:
        batch = self.change.batch()
        if batch is None:
            return
        label = field_named(Household, batch.name).title
        try:
            ids = [each.id for each in self._chosen()]
            count = store.change_many(self._book, ids, batch, day)
        except KuchoError as error:
            self.refused.emit(str(error))
            return
        self.change.settle()
        self.change.focus_first()
        said = n_(
            "{field} of {count} household is changed",
            "{field} of {count} households is changed",
            count,
        )
        self.done.emit(said.format(field=label, count=f"{count:,}"))

    @Slot()
    def _show_give(self) -> None:
        if self.part == "give":
            self.give.show_list(self._wanted, self._chosen())

    def paper_about(self) -> Mapping[str, str]:
        """The list as it is now, for whom, as of when."""
        return {
            "list": self._wanted.as_text(),
            "for": self.give.whom.value,
            "day": self._as_of.day.isoformat(),
        }

    @Slot()
    def _print(self) -> None:
        self.prints.emit(PAPER)

    @Slot()
    def _address(self) -> None:
        """Whoever is ticked gets a label or an envelope."""
        self.begins.emit("households", f"work:addresses {self._wanted.as_text()}")

    @Slot()
    def _write(self) -> None:
        self.begins.emit("write_out", json.dumps(dict(self.paper_about()), ensure_ascii=False))
