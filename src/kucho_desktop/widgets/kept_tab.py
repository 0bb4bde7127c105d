"""A part of a room that is a list of records and the form of one of them."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLayout, QWidget

from kucho_desktop.core.book import Book
from kucho_desktop.core.dates import show_date
from kucho_desktop.core.errors import KuchoError
from kucho_desktop.core.fields import Field, fields_of
from kucho_desktop.core.i18n import _
from kucho_desktop.core.shelf import Shelf
from kucho_desktop.widgets.choice import Choices
from kucho_desktop.widgets.form import Form, Section
from kucho_desktop.widgets.holding import ENTRY, WHERE, Held, Holding
from kucho_desktop.widgets.parts import button, column, line, words
from kucho_desktop.widgets.record_list import RecordList
from kucho_desktop.widgets.side_by_side import SideBySide
from kucho_desktop.widgets.table import Column, PagedTable
from kucho_desktop.widgets.wrapping import Wrapping


@dataclass(frozen=True)
class About:
    """What a part says of itself. columns: field and width. start: what a new record begins with.

    adds, removes: what the buttons say. removed: what the strip says. papers: (name, button).
    title_of: what stands above the form. needs: a new record is kept once one of these is said.
    """

    title: str
    what_for: str
    adds: str
    removes: str
    removed: str
    shelf: Shelf[Any]
    columns: Sequence[tuple[str, float]]
    sections: Sequence[Section]
    needs: Sequence[str]
    title_of: Callable[[Any], str]
    papers: Sequence[tuple[str, str]] = ()
    start: Callable[[Book], Mapping[str, Any]] = lambda _book: {}
    spare: Sequence[str] = ()


class Offers:
    """What the forms of a room offer to choose from, and how its lists call a value."""

    def look_at(self, records: Iterable[Any]) -> None:
        """These will be shown."""

    def keep_offered(self, record: Any) -> None:
        """What stands in this record is offered too, though it may be gone."""

    def by_table(self) -> Mapping[str, Callable[[], Choices]]:
        """What is offered for a reference to a table."""
        return {}

    def text_of(self, field: Field) -> Callable[[Any], str]:
        """A list shows days without their weekdays."""
        return _Day(field.name) if field.kind.name == "date" else field.text


class _Day:
    def __init__(self, name: str) -> None:
        self._name = name

    def __call__(self, record: Any) -> str:
        return show_date(getattr(record, self._name), weekday=False)


class KeptTab(QWidget, Held):
    """done, refused: as of a page. prints: the name of a paper."""

    done = Signal(str)
    refused = Signal(str)
    prints = Signal(str)

    def __init__(self, book: Book, about: About, offers: Offers | None = None) -> None:
        super().__init__()
        self._book = book
        self._about = about
        self._shown: dict[int, Any] = {}
        self._new: dict[str, Any] = {}
        self._offers = offers or Offers()
        self.add = button(about.adds, self.begin_new, icon="plus", role="go")
        self.papers = [button(label, icon="printer", value=name) for name, label in about.papers]
        for each in self.papers:
            each.chosen.connect(self.prints)
        self.list = RecordList(
            PagedTable(self.columns(), self._fetch), about.shelf.table, about.title
        )
        self.form = Form(
            about.shelf.kind, about.sections, choices=self._choices(), today=self._today
        )
        self.form.changed.connect(self._change)
        self.form.corrected.connect(self._change)
        self.remove = button(about.removes, self._remove, icon="trash-2", role="quiet")
        self.head = words("", "person", wrap=False)
        self.list.selected.connect(self._show)
        self.list.opened.connect(self.form.focus_first)
        self._lay_out()

    def _lay_out(self) -> None:
        inside = QWidget()
        buttons = Wrapping(*self.more_buttons(), self.remove)
        layout = column(*self.over_form(), self.form, *self.under_form(), buttons, None)
        layout.setContentsMargins(0, 0, 8, 0)
        inside.setLayout(layout)
        below = self.under_list()
        left: QWidget = self.list
        if below:
            left = QWidget()
            beside = column(self.list, *below)
            beside.setStretch(0, 1)
            left.setLayout(beside)
        self.side = SideBySide(left, inside, self.head)
        narrowing = self.beside_add()
        top: QLayout = line(self.add, None, *self.papers)
        if narrowing:
            top = Wrapping(self.add, *narrowing, *self.papers)
        whole = column(words(self._about.what_for, "second"), top, gap=8)
        whole.addWidget(self.side, 1)
        self.setLayout(whole)

    def more_buttons(self) -> Sequence[QWidget]:
        """Further ones under the form."""
        return ()

    def beside_add(self) -> Sequence[QWidget]:
        """By what the list is narrowed."""
        return ()

    def over_form(self) -> Sequence[QLayout]:
        """What can be done with the record, where it is seen at once."""
        return ()

    def under_form(self) -> Sequence[QWidget]:
        """What is said of it at length."""
        return ()

    def under_list(self) -> Sequence[QWidget]:
        """What is said besides, of a height of its own."""
        return ()

    def records(self) -> list[Any]:
        """Those that the list shows."""
        return self._about.shelf.all(self._book)

    def columns(self) -> list[Column]:
        """Of the list."""
        known = {field.name: field for field in fields_of(self._about.shelf.kind)}
        made = []
        for place, (name, width) in enumerate(self._about.columns):
            text = self._offers.text_of(known[name])
            style = "bold" if place == 0 else ""
            title = _("Who") if name == "member_id" else known[name].title
            made.append(Column(name, title, width, text, style, name in self._about.spare))
        return made

    def _choices(self) -> dict[str, Callable[[], Choices]]:
        tables = {
            field.name: field.kind.table
            for field in fields_of(self._about.shelf.kind)
            if field.kind.name == "reference"
        }
        offered = self._offers.by_table()
        return {name: offered[table] for name, table in tables.items()}

    def _today(self) -> date:
        return self._book.today

    def _fetch(self, ids: Sequence[int]) -> list[Any]:
        return [self._shown[id_] for id_ in ids if id_ in self._shown]

    def reload(self) -> None:
        found = self.records()
        self._shown = {each.id: each for each in found}
        self._offers.look_at(found)
        self.list.show_ids([each.id for each in found])
        is_new = self.form.record is not None and self.form.record.id == 0 and bool(self._new)
        if not is_new:
            self._show(self.list.selected_id())
        self._show_what_there_is()

    def _show_what_there_is(self) -> None:
        is_new = bool(self._new)
        self.list.setVisible(bool(self._shown))
        self.side.card.setVisible(bool(self._shown) or is_new)

    @Slot(int)
    def _show(self, id_: int) -> None:
        found = self._shown.get(id_)
        if found is not None:
            self._new = {}
            self.put_into_form(found)

    def put_into_form(self, record: Any, *, same: bool = False) -> None:
        """Show it, with what can be done with it."""
        self._offers.keep_offered(record)
        self.head.setText(self._about.title_of(record) or self._about.adds)
        self.remove.setVisible(record.id != 0)
        self.form.show_record(record, same=same)

    @Slot()
    def begin_new(self) -> None:
        """An empty form; it is kept once what matters is said."""
        self._show_new(self._start())
        self.form.focus_first()

    def _start(self) -> dict[str, Any]:
        return {"id": 0, **self._about.start(self._book)}

    def _show_new(self, values: Mapping[str, Any]) -> None:
        self._new = dict(values)
        self.put_into_form(self._about.shelf.kind(**self._new))
        self._show_what_there_is()

    @Slot(int, object)
    def _change(self, id_: int, values: dict[str, Any]) -> None:
        try:
            if id_:
                self._about.shelf.change(self._book, id_, values)
            else:
                self._add(values)
        except KuchoError as error:
            self.refused.emit(str(error))
            self.reload()

    def _add(self, values: dict[str, Any]) -> None:
        self._new |= values
        if not any(self._new.get(name) for name in self._about.needs):
            return
        said = {name: value for name, value in self._new.items() if name != "id"}
        id_ = self._about.shelf.add(self._book, said)
        self._new = {}
        self.kept_new(id_)
        self.put_into_form(self._about.shelf.one(self._book, id_), same=True)
        self.reload()
        self.list.select(id_)

    def kept_new(self, id_: int) -> None:
        """A new record was just kept."""

    @Slot()
    def _remove(self) -> None:
        try:
            self.remove_record(self.list.selected_id())
        except KuchoError as error:
            self.refused.emit(str(error))
            return
        self.done.emit(self._about.removed)

    def remove_record(self, id_: int) -> None:
        """Take one out that was written by mistake."""
        self._about.shelf.remove(self._book, id_)

    def select(self, id_: int) -> None:
        self.list.select(id_)

    def finish(self) -> None:
        self.form.finish()

    def starts_at(self) -> QWidget:
        return self.list if self._shown else self.add

    def holdings(self) -> Iterator[Holding]:
        """What is begun and not in the book yet."""
        if self._new:
            yield Holding(
                {name: _as_said(value) for name, value in self._new.items()},
                WHERE if self._new == self._start() else ENTRY,
            )

    def hold_again(self, said: Any) -> None:
        fields = {field.name: field for field in fields_of(self._about.shelf.kind)}
        self._show_new({name: _from_said(fields.get(name), each) for name, each in said.items()})


def _as_said(value: Any) -> Any:
    """Records inside of a record, such as candidates, in plain values."""
    return [asdict(each) for each in value] if isinstance(value, tuple) else value


def _from_said(field: Field | None, said: Any) -> Any:
    kind = field.kind.record if field is not None else None
    return tuple(kind(**each) for each in said) if kind is not None else said
