"""The room of 区の姿: what the district is, in one long form."""

from datetime import date

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from kucho_desktop.association import store
from kucho_desktop.association.model import Association
from kucho_desktop.core.book import Book
from kucho_desktop.core.errors import KuchoError
from kucho_desktop.core.i18n import N_, _
from kucho_desktop.core.postal import beginnings_of
from kucho_desktop.widgets.form import Form, Section
from kucho_desktop.widgets.parts import Card, Flow
from kucho_desktop.widgets.room_page import RoomPage

_SECTIONS = (
    Section("", [("name", "kana"), "city", "month"]),
    Section(N_("Chief"), [("chief", "chief_kana"), "chief_address", "chief_phone"]),
    Section(
        N_("What things are called here"),
        [("association_word", "chief_word"), ("group_word", "leader_word")],
    ),
    Section("", ["areas"]),
    Section(N_("What personal data is used for"), ["roster_purpose", "form_purpose"]),
    Section(N_("How long personal data is kept"), ["erase_after"]),
    Section(
        N_("What is shown at most, where a household agrees to it"), ["to_households", "to_board"]
    ),
    Section(N_("Vision and history"), ["vision", "chronicle"]),
)


class AssociationPage(RoomPage):
    """Everything about the district itself, kept as it is typed."""

    name = "association"
    tables = store.TABLES

    def __init__(self, book: Book) -> None:
        super().__init__(_("The district"))
        self._book = book
        self.form = Form(Association, _SECTIONS, addresses=beginnings_of, today=self._today)
        self.form.changed.connect(self._change)
        self.form.corrected.connect(self._change)
        self.form.changed_from.connect(self._change_from)
        self.form.setObjectName("flow")
        card = Card()
        card.body.setContentsMargins(18, 14, 8, 14)
        flow = Flow()
        flow.setWidget(self.form)
        card.body.addWidget(flow, 1)
        self.card: QWidget = card
        self.body.addWidget(card, 1)

    def _today(self) -> date:
        return self._book.today

    def reload(self) -> None:
        self.form.show_record(store.the_association(self._book))

    def starts_at(self) -> QWidget:
        return self.form.first_edit()

    def finish(self) -> None:
        self.form.finish()

    @Slot(int, object)
    def _change(self, _id: int, values: dict[str, object]) -> None:
        (name, value), *also = values.items()
        try:
            store.change_association(self._book, name, value, dict(also))
        except KuchoError as error:
            self._refuse(error)

    @Slot(int, object, object)
    def _change_from(self, _id: int, values: dict[str, object], day: date) -> None:
        (name, value), *_also = values.items()
        try:
            store.change_association_from(self._book, name, value, day)
        except KuchoError as error:
            self._refuse(error)

    def _refuse(self, error: KuchoError) -> None:
        self.reload()
        self.refused.emit(str(error))
