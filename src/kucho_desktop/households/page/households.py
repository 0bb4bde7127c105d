"""The page of the households: what is offered in it is kept in the book, or explained."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from typing import Any

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from kucho_desktop.core.book import Book
from kucho_desktop.core.errors import CannotKeep, KuchoError
from kucho_desktop.core.i18n import _
from kucho_desktop.households import store
from kucho_desktop.households.model import Member
from kucho_desktop.households.model.events import Told
from kucho_desktop.households.page import keeping
from kucho_desktop.households.page.events.arriving import NewHousehold
from kucho_desktop.households.page.events.happened import Happened
from kucho_desktop.households.page.events.leaving import LeavingQuestion, ask_leaving
from kucho_desktop.households.page.list.columns import name_of
from kucho_desktop.households.page.sheet.with_pictures import HouseholdsWithPictures
from kucho_desktop.widgets.holding import ENTRY, WHERE, Holding
from kucho_desktop.widgets.parts import button
from kucho_desktop.widgets.question import ask

_MAY_BE_TWICE = frozenset({"head", "address", "phone", "mobile"})


class HouseholdsPage(HouseholdsWithPictures):
    """Each thing that the user does here is one step, and can be taken back."""

    def __init__(self, book: Book) -> None:
        self._happened: Happened | None = None
        self._leaving: LeavingQuestion | None = None
        self._leaves: list[Any] = []
        super().__init__(book)
        self.happens = button(_("What has changed…"), self._show_happened, icon="calendar-days")
        self.happens.setShortcut("Ctrl+E")
        self.who.add_button(self.happens)
        self.setTabOrder(self.history, self.happens)
        self.setTabOrder(self.happens, self.form.boxes["head"].edit)
        self.listing.moved.connect(self._move)
        self.sheet.changes.connect(self._change)
        self.sheet.answered.connect(self._answer)
        self.sheet.removes.connect(self._remove)
        self.sheet.ties.wants.connect(self.go_to_household)
        self.sheet.ties.done.connect(self.done)
        self.sheet.talks.done.connect(self.done)
        self.past.undone.connect(self._undo_step)
        self.past.closed.connect(self._close_past)

    # what has changed in a year

    @property
    def happened(self) -> Happened:
        """The list of events and their small form; made when it is first needed."""
        if self._happened is None:
            self._happened = Happened(self._book, self._groups)
            self._happened.written.connect(self._write_event)
            self._happened.closed.connect(self._close_happened)
            self.side.card.body.addWidget(self._happened, 1)
        return self._happened

    def _show_in_card(self, part: str) -> None:
        """One goes before the other comes: both at once would make a low window higher."""
        if self._happened is not None and part != "happened":
            self._happened.hide()
        super()._show_in_card(part)
        if self._happened is not None and part == "happened":
            self._happened.show()

    def _show_selected(self, id_: int) -> None:
        """Whoever goes to another household leaves what was begun for this one."""
        other = self._household is None or self._household.id != id_
        super()._show_selected(id_)
        if other and self._part == "happened":
            self._show_in_card("sheet")

    def hold_again(self, said: Any) -> None:
        super().hold_again(said)
        if said["part"] == "happened":
            self._show_happened()
        self._leaves = list(said["leaves"])
        if self._leaves:
            QTimer.singleShot(0, self, self._ask_again)

    def holdings(self) -> Iterator[Holding]:
        """Also who was just being asked about: the cover answers every question with no."""
        for held in super().holdings():
            asked = self._leaving
            leaves = [] if asked is None else [self._leaving_id, *asked.said()]
            yield Holding({**held.said, "leaves": leaves}, ENTRY if leaves else WHERE)

    @Slot()
    def _ask_again(self) -> None:
        """Who leaves, and since when, as it was being answered."""
        members = self._household.members if self._household is not None else ()
        gone = [each for each in members if each.id == self._leaves[0]]
        if gone:
            self._let_go(gone[0], {"members": tuple(one for one in members if one != gone[0])})

    def starts_at(self) -> QWidget:
        if self._part == "happened":
            return self.happened.focusWidget() or self.happened.back
        return super().starts_at()

    @Slot()
    def _show_happened(self) -> None:
        if self._household is not None:
            happened = self.happened
            self._show_in_card("happened")
            happened.begin(self._household)

    @Slot()
    def _close_happened(self) -> None:
        self._show_sheet()
        self.happens.setFocus(Qt.FocusReason.TabFocusReason)

    @Slot(str, object)
    def _write_event(self, name: str, told: Told) -> None:
        if self._household is None:
            return
        with self._explaining():
            store.write_event(self._book, self._household.id, name, told)
            self.offer_group_of(self._household.id)
            self._close_happened()
            self._tell_done()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Esc goes back from the small form to the list of events, and then to the household."""
        if event.key() == Qt.Key.Key_Escape and self._part == "happened":
            self.happened.step_back()
        elif event.key() == Qt.Key.Key_Escape and self._part == "past":
            self._close_past()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _close_past(self) -> None:
        self._show_sheet()
        self.history.setFocus(Qt.FocusReason.TabFocusReason)

    # each thing that is done

    @contextmanager
    def _explaining(self, values: Mapping[str, Any] | None = None) -> Iterator[None]:
        """What cannot be kept is said, and the form shows again what is kept."""
        try:
            yield
        except CannotKeep as error:
            self.form.put_off()
            self.refused.emit(str(error))
        except KuchoError as error:
            self.sheet.bring_back(values or {})
            self.refused.emit(str(error))

    def _tell_done(self) -> None:
        self.done.emit(self._book.undo_label())

    @Slot(object, object)
    def _change(self, values: Mapping[str, Any], day: date | None) -> None:
        now = self._household
        if now is None:
            return
        gone = keeping.missing_from(now, values)
        if gone is not None:
            self._let_go(gone, values)
            return
        with self._explaining(values):
            keeping.keep(self._book, now.id, values, day)
            if day is not None or "tonarigumi_id" in values:
                self._tell_done()
            if _MAY_BE_TWICE & values.keys():
                self._look_for_same()

    def _look_for_same(self) -> None:
        """Say so where another household has the same name and the same address or phone."""
        now = self._household
        if now is None:
            return
        found = store.same_household_ids(
            self._book,
            now.head,
            address=now.address,
            phones=(now.phone, now.mobile),
            apart_from=now.id,
        )
        sentence = _("Another household “{name}” has the same address or phone.")
        self.who.show_same(
            found[0] if found else 0, sentence.format(name=now.head) if found else ""
        )

    def _let_go(self, member: Member, values: Mapping[str, Any]) -> None:
        """A person was taken out of the rows: ask since when, or whether it was a mistake."""
        assert self._household is not None
        others = [each for each in self._household.members if each.id != member.id]
        name = member.name or _("A person without a name")
        question = LeavingQuestion(
            self,
            _("{member} leaves the family").format(member=name),
            _("The years until then stay in the book. It can be undone."),
            [_("Leaves on this day"), _("Was added by mistake: remove")],
            self._book.today,
            heads=others if member.is_head else (),
            leaves_house=not others,
        )
        if self._leaves:
            question.say_again(self._leaves[1:])
            self._leaves = []
        self._leaving, self._leaving_id = question, member.id
        answer = ask_leaving(question)
        self._leaving = None
        self.sheet.bring_back({"members": ()})
        if answer is None:
            return
        with self._explaining():
            if answer.day is None:
                keeping.keep(self._book, self._household.id, values, None)
            elif others:
                store.member_leaves(self._book, member.id, answer.day, answer.next_head)
            else:
                id_ = self._household.id
                store.member_goes(self._book, id_, member.id, answer.day, house=answer.house)
            self._tell_done()

    @Slot(str, object, object, str, str)
    def _answer(
        self, audience: str, answers: Mapping[str, bool], day: date, way: str, form: str
    ) -> None:
        if self._household is not None:
            with self._explaining():
                id_ = self._household.id
                store.answer_consent(self._book, id_, audience, answers, day, way, form)
                self._tell_done()

    @Slot(object)
    def arrive(self, new: NewHousehold) -> None:
        with self._explaining():
            id_ = keeping.add(self._book, new)
            self.arriving.start_over()
            if new.is_unnamed:
                # Who writes down dwellings walks along a street: the next one follows.
                self.arriving.write_unnamed(new.tonarigumi_id)
            else:
                self.go_to_household(id_)
            self._tell_done()

    @Slot(int, int)
    def _move(self, id_: int, before: int) -> None:
        with self._explaining():
            store.move_household(self._book, id_, before or None)

    @Slot()
    def _remove(self) -> None:
        now = self._household
        if now is None:
            return
        text = _(
            "“{household}” goes with all that was written about it, as if it had never been there."
            " If it has moved away, please use “{happens}” instead."
        ).format(household=name_of(now), happens=self.happens.text())
        title = _("Remove a household added by mistake")
        if ask(self, title, text, [_("Remove")], destroys=True):
            with self._explaining():
                store.remove_household(self._book, now.id)
                self._tell_done()

    @Slot(int)
    def _undo_step(self, step: int) -> None:
        event = self.past.event_of(step)
        if event is None:
            return
        text = event.step.text
        if event.is_wider:
            text += "\n" + _(
                "It was done to other households too, and is taken back there as well."
            )
        if ask(self, _("Take this change back?"), text, [_("Take it back")]):
            with self._explaining():
                self._book.undo_step(step)
                self._tell_done()
