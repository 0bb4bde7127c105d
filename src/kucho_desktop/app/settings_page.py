"""The page of settings: type size and colours, at once; and which book is open."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QButtonGroup, QWidget

from kucho_desktop.app.copies.card import CopiesCard
from kucho_desktop.app.settings import LEAVE, RENEW, Settings
from kucho_desktop.core.book import Book
from kucho_desktop.core.computer_slot import forget_slot, has_slot
from kucho_desktop.core.i18n import _
from kucho_desktop.widgets.parts import Button, Card, Flow, button, column, line, words
from kucho_desktop.widgets.question import ask
from kucho_desktop.widgets.room_page import RoomPage
from kucho_desktop.widgets.theme import TYPE_SIZES
from kucho_desktop.widgets.wrapping import Wrapping

IDLE_MINUTES = (3, 5, 10, 20, 30)


class SettingsPage(RoomPage):
    """look_changed: something about the look was chosen. leaves: close this book.

    starts_over: the practice district shall be written anew.
    closes_for: what is done with the closed book: RENEW, LEAVE.
    """

    name = "settings"
    look_changed = Signal()
    leaves = Signal()
    starts_over = Signal()
    closes_for = Signal(str)

    def __init__(self, settings: Settings, book: Book) -> None:
        super().__init__(_("Settings"))
        self._settings, self._book = settings, book
        sizes = zip(map(str, TYPE_SIZES), (_("Standard"), _("Large"), _("Very large")), strict=True)
        self.sizes = self._choice(dict(sizes), str(settings.points))
        colours = {"calm": _("Calm"), "contrast": _("High contrast"), "dark": _("Dark")}
        self.colours = self._choice(colours, settings.palette)
        type_card = Card(_("Type size"), "zoom-in")
        type_card.body.addLayout(Wrapping(*self._of(self.sizes), gap=12))
        colour_card = Card(_("Colours"), "eye")
        colour_card.body.addLayout(Wrapping(*self._of(self.colours), gap=12))
        book_card = Card(_("The book that is open"), "book-open")
        book_card.body.addWidget(words(str(book.path)))
        leave = button(_("Close this book and open another…"), self._leave, icon="folder-open")
        book_card.body.addLayout(line(leave, None))
        if book.about("practice"):
            again = button(_("Throw this practice district away and begin anew…"), self._ask_again)
            book_card.body.addLayout(line(again, None))
        self.copies = CopiesCard(book)
        self.copies.begins.connect(self.begins)
        self.copies.refused.connect(self.refused)
        cards = [type_card, colour_card, self._away_card(), book_card, self.copies]
        if book.about("book_id") and not book.about("practice"):
            cards.insert(3, self._key_card(book))
            cards.append(self._term_card(book))
        self.body.addWidget(Flow(column(*cards, None, gap=14)))
        self.sizes.buttonClicked.connect(self._choose_size)
        self.colours.buttonClicked.connect(self._choose_colours)

    def _away_card(self) -> Card:
        """Never is not offered: a book that stands open is read by whoever comes by."""
        said = _("{count} minutes")
        minutes = {str(each): said.format(count=each) for each in IDLE_MINUTES}
        self.minutes = self._choice(minutes, str(self._settings.idle_minutes))
        self.minutes.buttonClicked.connect(self._choose_minutes)
        card = Card(_("When nobody is at the desk"), "lock")
        card.body.addWidget(words(_("Hide the screen when nothing was typed for")))
        card.body.addLayout(Wrapping(*self._of(self.minutes), gap=12))
        copied = _("What you copy from here can be pasted for 30 seconds, then it is cleared.")
        card.body.addWidget(words(copied, "second"))
        return card

    @Slot()
    def _choose_minutes(self) -> None:
        self._settings.idle_minutes = int(_chosen(self.minutes))
        self._settings.save()

    def _key_card(self, book: Book) -> Card:
        card = Card(_("Password and recovery code"), "key-round")
        self.password = button(_("Change the password…"), value="password")
        self.renew = button(_("Make a new key…"), self._renew)
        self.renew.setDisabled(book.read_only)
        self.sheet = button(_("Print the recovery code again…"), value="sheet")
        for each in (self.password, self.sheet):
            each.chosen.connect(self._begin_keys)
            each.setDisabled(book.read_only)
        card.body.addLayout(Wrapping(self.password, self.sheet, self.renew, gap=12))
        self.computer = button("", self._turn_computer)
        self.computer.setDisabled(book.read_only)
        self.by_itself = words("", "second")
        card.body.addWidget(self.by_itself)
        card.body.addLayout(line(self.computer, None))
        self._show_computer()
        return card

    def _term_card(self, book: Book) -> Card:
        card = Card(_("When your term ends"), "trash-2")
        card.body.addWidget(
            words(
                _(
                    "Once the successor has the book: everything on this computer is overwritten"
                    " and removed, and a certificate of it is printed."
                ),
                "second",
            )
        )
        self.leave_office = button(_("Remove everything from this computer…"), self._end_term)
        self.leave_office.setDisabled(book.read_only)
        card.body.addLayout(line(self.leave_office, None))
        return card

    @Slot()
    def _end_term(self) -> None:
        self.closes_for.emit(LEAVE)

    def _show_computer(self) -> None:
        """Whether this computer opens the book by itself."""
        is_left_out = has_slot(self._book.path)
        self.by_itself.setText(
            _("This computer opens the book without the password.")
            if is_left_out
            else _("This computer asks for the password each time.")
        )
        self.computer.setText(
            _("Ask for the password again")
            if is_left_out
            else _("Leave out the password on this computer…")
        )

    @Slot()
    def _turn_computer(self) -> None:
        if not has_slot(self._book.path):
            self.begins.emit("safekeeping", "computer")
            return
        forget_slot(self._book.path)
        self._show_computer()
        self.told.emit(_("This computer asks for the password again."))

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        if hasattr(self, "computer"):
            self._show_computer()

    @Slot(str)
    def _begin_keys(self, work: str) -> None:
        self.begins.emit("safekeeping", work)

    def _choice(self, texts: dict[str, str], chosen: str) -> QButtonGroup:
        group = QButtonGroup(self)
        for value, text in texts.items():
            made = button(text, role="row", value=value)
            made.setCheckable(True)
            made.setChecked(value == chosen)
            made.setProperty("value", value)
            group.addButton(made)
        return group

    def _of(self, group: QButtonGroup) -> list[Button]:
        return [each for each in group.buttons() if isinstance(each, Button)]

    def starts_at(self) -> QWidget | None:
        return self.sizes.checkedButton()

    def begin(self, work: str) -> None:
        """Go to a part of the page; "copies": what is said about copies."""
        if work == "copies":
            self.copies.now.setFocus()

    @Slot()
    def _choose_size(self) -> None:
        self._settings.points = int(_chosen(self.sizes))
        self._tell()

    @Slot()
    def _choose_colours(self) -> None:
        self._settings.palette = _chosen(self.colours)
        self._tell()

    def _tell(self) -> None:
        self._settings.save()
        self.look_changed.emit()

    @Slot()
    def _ask_again(self) -> None:
        verb = _("Begin anew")
        text = _("Everything that was changed in the practice district will be gone.")
        if ask(self, _("Begin the practice anew"), text, [verb], destroys=True) == verb:
            self.starts_over.emit()

    @Slot()
    def _renew(self) -> None:
        self.closes_for.emit(RENEW)

    @Slot()
    def _leave(self) -> None:
        self.leaves.emit()


def _chosen(group: QButtonGroup) -> str:
    checked = group.checkedButton()
    return str(checked.property("value")) if checked is not None else ""
