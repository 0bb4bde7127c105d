"""The directory and the troubles: each is a list of records with a form."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import Slot

from kucho_desktop.contacts import store
from kucho_desktop.contacts.model import READY_BODIES, READY_TROUBLES, Body, Trouble
from kucho_desktop.contacts.page.ready_tab import Ready, ReadyTab
from kucho_desktop.core.book import Book
from kucho_desktop.core.fields import Field
from kucho_desktop.core.i18n import N_, _
from kucho_desktop.widgets.choice import Choices
from kucho_desktop.widgets.form import Section
from kucho_desktop.widgets.kept_tab import About, Offers
from kucho_desktop.widgets.parts import Button, button


def _body_title(each: Body) -> str:
    return each.name or each.person


def _trouble_title(each: Trouble) -> str:
    return each.trouble


def _bodies_about() -> About:
    return About(
        title=_("Bodies outside"),
        what_for=_(
            "City, fire brigade, welfare council and whoever else one deals with. Those that are"
            " called in an emergency stand at the top of the phone tree for emergencies."
        ),
        adds=_("Add a body"),
        removes=_("Added by mistake: remove"),
        removed=_("The body was removed"),
        shelf=store.BODIES,
        columns=[("name", 12), ("kind", 9), ("phone", 8), ("person", 8), ("what_for", 12)],
        spare=["person", "what_for"],
        sections=[
            Section("", ["kind", "name", "kana", "person", "phone", "night_phone", "fax"]),
            Section("", ["hours", "what_for", "address", "emergency", "publicity", "note"]),
        ],
        needs=["name", "person"],
        title_of=_body_title,
        papers=[("outside-bodies", _("Print the directory…"))],
    )


def _troubles_about() -> About:
    return About(
        title=_("Where to turn in trouble"),
        what_for=_(
            "Trouble, where one turns, phone: printed in large type for every household and for"
            " the notice board."
        ),
        adds=_("Add a trouble"),
        removes=_("Written by mistake: remove"),
        removed=_("The trouble was removed"),
        shelf=store.TROUBLES,
        columns=[("trouble", 14), ("outside_body_id", 12), ("phone", 7), ("note", 10)],
        spare=["phone", "note"],
        sections=[Section("", ["trouble", "outside_body_id", "place", "phone", "note"])],
        needs=["trouble"],
        title_of=_trouble_title,
        papers=[("where-to-turn", _("Print where to turn…"))],
        start=_last_place,
    )


def _last_place(book: Book) -> Mapping[str, Any]:
    """A new trouble comes last."""
    return {"position": len(store.TROUBLES.all(book))}


def _known_bodies(book: Book) -> set[str]:
    return {each.name for each in store.BODIES.all(book)}


def _known_troubles(book: Book) -> set[str]:
    return {each.trouble for each in store.TROUBLES.all(book)}


def _usual(ready: Sequence[Any]) -> set[int]:
    return {place for place, each in enumerate(ready) if each.usual}


class BodiesTab(ReadyTab):
    """The directory."""

    def __init__(self, book: Book) -> None:
        ready = Ready(
            _("Usual bodies"),
            _("Tick those you deal with. Numbers and names are filled in afterwards."),
            _("Take over usual bodies…"),
            _("The bodies were taken over"),
            [_(each.name) for each in READY_BODIES],
            _usual(READY_BODIES),
            _known_bodies,
            store.take_over_bodies,
        )
        super().__init__(book, _bodies_about(), ready)

    def remove_record(self, id_: int) -> None:
        store.remove_body(self._book, id_)


class _Bodies(Offers):
    """The bodies of the directory, and how the list calls them."""

    def __init__(self, book: Book) -> None:
        self._book = book
        self._names: dict[int, str] = {}

    def look_at(self, _records: Iterable[Any]) -> None:
        self._names = store.names_of_bodies(self._book)

    def by_table(self) -> Mapping[str, Callable[[], Choices]]:
        return {"outside_body": self._bodies}

    def _bodies(self) -> Choices:
        return [(None, _("(none)")), *self._names.items()]

    def text_of(self, field: Field) -> Callable[[Any], str]:
        return self._where if field.kind.table else super().text_of(field)

    def _where(self, record: Trouble) -> str:
        return record.place or self._names.get(record.outside_body_id or 0, "")


class TroublesTab(ReadyTab):
    """The troubles, in the order of the paper."""

    def __init__(self, book: Book) -> None:
        self.up = button(_("Move up"), self._move_up, icon="arrow-up")
        self.down = button(_("Move down"), self._move_down, icon="arrow-down")
        ready = Ready(
            _("Usual troubles"),
            _("Tick what should stand on the paper. Each line can be changed afterwards."),
            _("Take over usual troubles…"),
            _("The troubles were taken over"),
            [_(each.trouble) for each in READY_TROUBLES],
            _usual(READY_TROUBLES),
            _known_troubles,
            store.take_over_troubles,
        )
        super().__init__(book, _troubles_about(), ready, _Bodies(book))

    def own_buttons(self) -> Sequence[Button]:
        return (self.up, self.down)

    @Slot()
    def _move_up(self) -> None:
        store.move_trouble(self._book, self.list.selected_id(), -1)

    @Slot()
    def _move_down(self) -> None:
        store.move_trouble(self._book, self.list.selected_id(), 1)


TABS = (
    ("tree", N_("Phone tree")),
    ("bodies", N_("Bodies outside")),
    ("troubles", N_("Where to turn in trouble")),
)
"""The parts of the room, in the order of their buttons."""
