"""The works of a round: the yearly household sheets, and the lists that the groups put right."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Any, ClassVar

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QApplication, QStackedLayout, QWidget

from kucho_desktop.association import store as association_store
from kucho_desktop.core.book import Book
from kucho_desktop.core.errors import KuchoError
from kucho_desktop.core.history import last_undoable
from kucho_desktop.core.i18n import N_, _
from kucho_desktop.households import store
from kucho_desktop.households.model import Household
from kucho_desktop.households.model.events import Told
from kucho_desktop.households.model.rounds.round import LISTS, SHEETS, Progress, Round, Said
from kucho_desktop.households.page import keeping
from kucho_desktop.households.page.events.arriving import Arriving, NewHousehold
from kucho_desktop.households.page.events.happened import Happened
from kucho_desktop.households.page.sheet.sheet import Groups
from kucho_desktop.households.page.works.rounds.beginning import Beginning
from kucho_desktop.households.page.works.rounds.group_walk import GroupWalk
from kucho_desktop.households.page.works.rounds.overview import Overview, in_words
from kucho_desktop.households.page.works.work import WorkPage
from kucho_desktop.widgets.holding import WHERE, Holding


class RoundPage(WorkPage):
    """Begin, see how far it is, walk a group, tell what has changed, add a household."""

    kind: ClassVar[str] = SHEETS
    about: ClassVar[str] = ""
    tables = store.TABLES | store.ROUND_TABLES | association_store.TABLES | {"household_today"}

    def __init__(self, book: Book, groups: Groups) -> None:
        super().__init__()
        self._book = book
        self._groups = groups
        self._round: Round | None = None
        self._group: int | None = None
        self._snapshot: list[int] | None = None
        self._happened: Happened | None = None
        self._arriving: Arriving | None = None
        self.beginning = Beginning(_(self.about))
        self.overview = Overview(self.kind)
        self.walk = GroupWalk(book, self.kind)
        self._places = QStackedLayout(self)
        for part in (self.beginning, self.overview, self.walk):
            self._places.addWidget(part)
        self.beginning.begins.connect(self._begin)
        self.overview.opens.connect(self._open)
        self.overview.lacking.connect(self._open_lacking)
        self.overview.prints.connect(self.prints)
        self.overview.closes.connect(self._close)
        self.overview.moves.connect(self._move_day)
        self.overview.refused.connect(self.refused)
        self.walk.refused.connect(self.refused)
        self.walk.ended.connect(self._end_group)
        self.walk.happened.connect(self._show_happened)
        self.walk.adds.connect(self._show_arriving)
        self.walk.rest.connect(self._keep_rest)

    # what is shown

    def reload(self) -> None:
        self._round = store.open_round(self._book, self.kind)
        if self._round is None:
            self._show_beginning()
            return
        progress = store.progress_of(self._book, self._round)
        self.overview.show_round(self._round, progress, self._book.today)
        if self._places.currentWidget() is self.beginning:
            self._show_overview()
        elif self._places.currentWidget() is not self.overview:
            self._show_lines(progress)

    def _show_beginning(self) -> None:
        today = self._book.today
        before = [
            _("{form}: {progress}").format(
                form=each.name, progress=in_words(store.progress_of(self._book, each))
            )
            for each in store.rounds_of(self._book, self.kind)[:3]
        ]
        name = store.name_of_round(self._book, self.kind)
        day = store.usual_return_by(self.kind, today)
        self.beginning.propose(name, day, today, before)
        focused = QApplication.focusWidget()
        had_focus = focused is not None and self.isAncestorOf(focused)
        self._places.setCurrentWidget(self.beginning)
        if had_focus:
            self.beginning.focus_first()

    def _show_overview(self) -> None:
        self._places.setCurrentWidget(self.overview)
        self.overview.focus_next()

    def _show_lines(self, progress: list[Progress]) -> None:
        assert self._round is not None
        if self._snapshot is not None:
            lines = store.lines_among(self._book, self._round, self._snapshot)
            title = _("Still out: {progress}").format(progress=in_words(progress))
            self.walk.show_lines(self._round, title, lines, self._groups.names)
            return
        lines = store.lines_of(self._book, self._round, self._group)
        own = [each for each in progress if each.group == self._group]
        title = f"{own[0].title}　{in_words(own)}" if own else ""
        self.walk.show_lines(self._round, title, lines)

    def focus_first(self) -> None:
        if self._stale:
            self._stale = False
            self.reload()
        if self._places.currentWidget() is self.beginning:
            self.beginning.focus_first()
        elif self._places.currentWidget() is self.walk:
            self.walk.list.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self._show_overview()

    def paper_about(self) -> Mapping[str, str]:
        """The round, and the group that one is in."""
        if self._round is None:
            return {}
        about = {"round": str(self._round.id)}
        if self._places.currentWidget() is self.walk and self._group is not None:
            about["group"] = str(self._group)
        return about

    # going about

    @Slot(int)
    def _open(self, group: int) -> None:
        self._group, self._snapshot = group or None, None
        self._begin_walk()

    @Slot()
    def _open_lacking(self) -> None:
        if self._round is not None:
            self._group, self._snapshot = None, store.lacking_ids(self._book, self._round)
            self._begin_walk()

    def _begin_walk(self) -> None:
        if self._round is not None:
            self._places.setCurrentWidget(self.walk)
            self._show_lines(store.progress_of(self._book, self._round))
            self.walk.begin()

    @Slot()
    def _end_group(self) -> None:
        self._show_overview()

    def step_back(self) -> bool:
        part = self._places.currentWidget()
        if part is self.walk:
            self.walk.finish()
            self._show_overview()
        elif self._happened is not None and part is self._happened:
            self._happened.step_back()
        elif self._arriving is not None and part is self._arriving:
            self._back_to_walk()
        else:
            return False
        return True

    def finish(self) -> None:
        if self._places.currentWidget() is self.walk:
            self.walk.finish()

    @Slot()
    def _back_to_walk(self) -> None:
        self._places.setCurrentWidget(self.walk)
        self.walk.list.setFocus(Qt.FocusReason.TabFocusReason)

    def _put_in(self, part: QWidget) -> None:
        if self._places.indexOf(part) < 0:
            self._places.addWidget(part)
        self._places.setCurrentWidget(part)

    def _try(self, keep: Callable[..., object], *what: object) -> bool:
        """Keep something, and say so if it is new; or say why not."""
        before = last_undoable(self._book)
        try:
            keep(self._book, *what)
        except KuchoError as error:
            self.refused.emit(str(error))
            return False
        if last_undoable(self._book) != before:
            self.done.emit(self._book.undo_label())
        return True

    # what is begun

    def holdings(self) -> Iterator[Holding]:
        parts = (("walk", self.walk), ("happened", self._happened), ("new", self._arriving))
        shown = self._places.currentWidget()
        household = self.walk.household()
        said = {
            "part": next((name for name, part in parts if part is shown), ""),
            "group": self._group or 0,
            "lacking": self._snapshot is not None,
            "household": household.id if household is not None else 0,
        }
        yield Holding(said, WHERE)

    def hold_again(self, said: Any) -> None:
        """The same group, the same line, and what was opened there."""
        if not said["part"] or self._round is None:
            return
        self._open_lacking() if said["lacking"] else self._open(said["group"])
        self.walk.select(said["household"])
        household = self.walk.household()
        if said["part"] == "happened" and household is not None:
            self._show_happened(household)
        elif said["part"] == "new":
            self._show_arriving()

    # the round

    @Slot(str, str)
    def _begin(self, name: str, return_by: str) -> None:
        if self._try(store.begin_round, self.kind, name, return_by):
            self.focus_first()

    @Slot(str)
    def _move_day(self, return_by: str) -> None:
        if self._round is not None:
            self._try(partial(store.change_round, return_by=return_by), self._round.id)

    @Slot()
    def _close(self) -> None:
        if self._round is not None:
            self._try(store.close_round, self._round.id)

    @Slot()
    def _keep_rest(self) -> None:
        """Not while a line that one typed into cannot be kept."""
        if self._round is None or self._snapshot is not None or not self.walk.finish():
            return
        if self._try(store.keep_rest, self._round, self._group):
            self._show_overview()

    # what has changed there

    @Slot(object)
    def _show_happened(self, household: Household) -> None:
        self.walk.finish()
        if self._happened is None:
            self._happened = Happened(self._book, self._groups)
            self._happened.back_text = _("Back to the lines")
            self._happened.written.connect(self._write_event)
            self._happened.closed.connect(self._back_to_walk)
        self._put_in(self._happened)
        now = store.household(self._book, household.id)
        self._happened.begin(now or household)

    @Slot(str, object)
    def _write_event(self, name: str, told: Told) -> None:
        household = self.walk.household()
        if household is not None and self._try(store.write_event, household.id, name, told):
            self._back_to_walk()

    @Slot()
    def _show_arriving(self) -> None:
        self.walk.finish()
        if self._arriving is None:
            self._arriving = Arriving(self._book, self._groups)
            self._arriving.given_up.connect(self._back_to_walk)
            self._arriving.wants.connect(self.wants)
            self._arriving.arrived.connect(self._arrive)
        self._put_in(self._arriving)
        self._arriving.begin(self._group)
        self._arriving.form.focus_first()

    @Slot(object)
    def _arrive(self, new: NewHousehold) -> None:
        assert self._arriving is not None
        try:
            with self._book.step(N_("Add household {household}"), household=new.head):
                id_ = keeping.add(self._book, new)
                if self.kind == LISTS and self._round is not None:
                    store.keep_line(self._book, self._round, id_, Said())
        except KuchoError as error:
            self.refused.emit(str(error))
            return
        self._arriving.start_over()
        self.walk.select(id_)
        self._back_to_walk()
        self.done.emit(self._book.undo_label())
