"""Who holds which post: this year, next year, or on any day."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from kucho_desktop.core.book import Book
from kucho_desktop.core.dates import show_date
from kucho_desktop.core.errors import KuchoError
from kucho_desktop.core.i18n import _, n_
from kucho_desktop.officers import store
from kucho_desktop.officers.model import Appointment, Seat
from kucho_desktop.officers.model.seats import last_of_term
from kucho_desktop.officers.page.choices import People, make_room
from kucho_desktop.officers.page.seat_words import care_of, columns, is_vacant, more_of
from kucho_desktop.officers.page.when import NEXT, THIS, When
from kucho_desktop.widgets.form import Form, Section
from kucho_desktop.widgets.holding import ENTRY, WHERE, Held, Holding
from kucho_desktop.widgets.parts import button, column, line, words
from kucho_desktop.widgets.record_list import RecordList
from kucho_desktop.widgets.side_by_side import SideBySide
from kucho_desktop.widgets.table import PagedTable
from kucho_desktop.widgets.wrapping import Wrapping

_SECTIONS = (
    Section("", ["member_id", ("name", "kana"), "phone", "address"]),
    Section("", [("since", "last"), "publicity", "note"]),
)
_BY_NAME = ("name", "kana", "phone", "address")


class SeatsTab(QWidget, Held):
    """done, refused: as of a page. prints: the name of a paper."""

    done = Signal(str)
    refused = Signal(str)
    prints = Signal(str)

    def __init__(self, book: Book) -> None:
        super().__init__()
        self._book = book
        self._shown: dict[int, Seat] = {}
        self._new: dict[int, dict[str, Any]] = {}
        self._people = People(book)
        self.when = When(book)
        self.when.changed.connect(self._look_at_day)
        self.next = button(
            _("Choose next year's officers"), self.show_next_year, icon="calendar-days"
        )
        self.all = button(_("Put in all leaders by turns"), self._put_in_all, icon="users")
        self.print = button(_("Print the list of officers…"), icon="printer", value="officer-list")
        self.print.chosen.connect(self.prints)
        self.count = words("", "second")
        self.list = RecordList(
            PagedTable(columns(), self._fetch, is_faint=is_vacant), "officers", _("Officers")
        )
        self.form = Form(
            Appointment,
            _SECTIONS,
            choices={"member_id": self._people.people},
            today=self._today,
        )
        make_room(self.form)
        self.form.changed.connect(self._change)
        self.form.corrected.connect(self._change)
        self.head = words("", "person", wrap=False)
        self.list.selected.connect(self._show)
        self.list.opened.connect(self.form.focus_first)
        self._lay_out()

    def _lay_out(self) -> None:
        self.care = words("", "look")
        self.more = words("", "second")
        self.end = button("", self._end, icon="check")
        self.stay = button("", self._stay, icon="check")
        self.turn = button("", self._put_in_turn, icon="check")
        self.remove = button(
            _("Put in by mistake: take out"), self._remove, icon="trash-2", role="quiet"
        )
        inside = QWidget()
        first = Wrapping(self.end, self.stay, self.turn)
        layout = column(self.care, first, self.form, self.more, Wrapping(self.remove), None)
        layout.setContentsMargins(0, 0, 8, 0)
        inside.setLayout(layout)
        self.side = SideBySide(self.list, inside, self.head)
        top = line(self.when, self.count, None, self.next, self.all, self.print)
        whole = column(top, self.side, gap=8)
        whole.setStretch(1, 1)
        self.setLayout(whole)

    # the day

    def _today(self) -> date:
        return self._book.today

    @Slot()
    def _look_at_day(self) -> None:
        self.finish()
        self._new.clear()
        self.reload()

    @Slot()
    def show_next_year(self) -> None:
        """Every place of next year; nothing of this year changes by filling one."""
        self.when.choose(NEXT)
        self.list.setFocus()

    # showing

    @Slot()
    def reload(self) -> None:
        self.when.offer_years()
        seats = store.seats_on(self._book, self.when.day())
        self._shown = {seat.id: seat for seat in seats}
        self._people.look_at(seat.appointment for seat in seats)
        empty = sum(seat.is_vacant for seat in seats)
        said = n_("{count} place is empty", "{count} places are empty", empty)
        self.count.setText(said.format(count=empty) if empty else "")
        self.next.setVisible(not self.when.is_next_year())
        lacking = any(seat.is_vacant and seat.of_post.choosing == "rota" for seat in seats)
        self.all.setVisible(self.when.is_next_year() and lacking)
        self.list.show_ids([seat.id for seat in seats])
        self._show(self.list.selected_id())

    def _fetch(self, ids: Sequence[int]) -> list[Seat]:
        return [self._shown[id_] for id_ in ids if id_ in self._shown]

    @Slot(int)
    def _show(self, id_: int) -> None:
        seat = self._shown.get(id_)
        self.side.card.setVisible(seat is not None)
        if seat is None:
            return
        self.head.setText(store.post_of(seat))
        record = seat.appointment if not seat.is_vacant else self._empty(seat)
        self._people.keep_offered(record)
        self.form.show_record(record)
        for name in _BY_NAME:
            self.form.show_line(name, record.member_id is None)
        self._say(seat)

    def _empty(self, seat: Seat) -> Appointment:
        """What a place begins with: the days of a whole term."""
        year = self.when.year()
        last = last_of_term(year.first, seat.of_post.term, year.last)
        begun = {"since": year.first.isoformat(), "last": last.isoformat()}
        own = seat.appointment
        said = {**begun, **self._new.get(seat.id, {})}
        return Appointment(seat.id, own.post_id, own.tonarigumi_id, **said)

    def _say(self, seat: Seat) -> None:
        self.care.setText(care_of(seat))
        self.care.setVisible(bool(seat.gone))
        self.end.setVisible(bool(seat.gone))
        if seat.gone:
            day = show_date(self._last_there(seat), weekday=False)
            self.end.setText(_("Let the post end with {day}").format(day=day))
        self.more.setText(more_of(seat))
        self.more.setVisible(bool(self.more.text()))
        self.remove.setVisible(not seat.is_vacant)
        now = self._holder_now(seat)
        self.stay.setVisible(now is not None)
        if now is not None:
            self.stay.setText(_("{name} stays for another term").format(name=now.name))
        turn = store.turn_for(self._book, seat, self.when.year())
        self.turn.setVisible(turn is not None)
        if turn is not None:
            self.turn.setText(_("By turns: put in {name}").format(name=turn[1]))

    def _last_there(self, seat: Seat) -> date:
        last = date.fromisoformat(seat.gone) - timedelta(days=1)
        return max(last, date.fromisoformat(seat.since or "0001-01-01"))

    def _holder_now(self, seat: Seat) -> Seat | None:
        """Whoever may be asked to stay, in a year that has not begun."""
        if self.when.day() <= self._book.today:
            return None
        return store.holder_now(self._book, seat, list(self._shown.values()))

    # changing

    @Slot(int, object)
    def _change(self, id_: int, values: dict[str, Any]) -> None:
        try:
            if id_ > 0:
                store.change_appointment(self._book, id_, values)
            else:
                self._fill(id_, values)
        except KuchoError as error:
            self._refuse(error)

    def _fill(self, id_: int, values: Mapping[str, Any]) -> None:
        """An empty place is filled once it is known by whom."""
        self._new.setdefault(id_, {}).update(values)
        said = self._new[id_]
        seat = self._shown[id_]
        if not (said.get("member_id") or said.get("name")):
            return
        record = self._empty(seat)
        own = {"post_id": record.post_id, "tonarigumi_id": record.tonarigumi_id}
        days = {"since": record.since, "last": record.last}
        made = store.appoint(self._book, {**own, **days, **said})
        self._new.pop(id_, None)
        self.form.show_record(store.APPOINTMENTS.one(self._book, made), same=True)
        self._kept(seat, made)

    def _seat(self) -> Seat | None:
        return self._shown.get(self.list.selected_id())

    @Slot()
    def _stay(self) -> None:
        seat = self._seat()
        now = self._holder_now(seat) if seat else None
        if seat is None or now is None:
            return
        try:
            made = store.stay_in_office(self._book, now, self.when.year())
        except KuchoError as error:
            self._refuse(error)
        else:
            self._kept(seat, made)

    @Slot()
    def _put_in_turn(self) -> None:
        seat = self._seat()
        turn = store.turn_for(self._book, seat, self.when.year()) if seat else None
        if seat is None or turn is None:
            return
        own = seat.appointment
        place = {"post_id": own.post_id, "tonarigumi_id": own.tonarigumi_id}
        since = self.when.year().first.isoformat()
        self._kept(seat, store.appoint(self._book, {**place, "member_id": turn[0], "since": since}))

    def _kept(self, seat: Seat, made: int) -> None:
        self.reload()
        self.list.select(made)
        self.done.emit(_("{post}: kept").format(post=store.post_of(seat)))

    @Slot()
    def _put_in_all(self) -> None:
        """All leaders of next year at once, each group by its turns."""
        try:
            count = store.put_in_turns(self._book, self.when.year())
        except KuchoError as error:
            self._refuse(error)
            return
        said = n_("{count} leader was put in", "{count} leaders were put in", count)
        self.done.emit(said.format(count=count))

    @Slot()
    def _end(self) -> None:
        seat = self._seat()
        if seat is None:
            return
        try:
            store.end_appointment(self._book, seat.id, self._last_there(seat))
        except KuchoError as error:
            self._refuse(error)
        else:
            self.done.emit(_("{post}: ended").format(post=store.post_of(seat)))

    @Slot()
    def _remove(self) -> None:
        seat = self._seat()
        if seat is not None and not seat.is_vacant:
            store.APPOINTMENTS.remove(self._book, seat.id)
            self.done.emit(_("{post}: taken out").format(post=store.post_of(seat)))

    def _refuse(self, error: KuchoError) -> None:
        self.refused.emit(str(error))
        self.reload()

    def select(self, id_: int) -> None:
        self.list.select(id_)

    def holdings(self) -> Iterator[Holding]:
        """Of which day, and what was said of empty places that nobody holds yet."""
        new = [[id_, values] for id_, values in self._new.items() if values]
        if new or self.when.said()[0] != THIS:
            yield Holding({"when": self.when.said(), "new": new}, ENTRY if new else WHERE)

    def hold_again(self, said: Any) -> None:
        self.when.say_again(said["when"])
        self._new = {id_: dict(values) for id_, values in said["new"]}
        self.reload()

    def finish(self) -> None:
        self.form.finish()

    def starts_at(self) -> QWidget:
        return self.list
