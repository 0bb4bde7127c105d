"""How to use it, on one page: what to do first, and the keys."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QGridLayout, QWidget

from kucho_desktop.core.i18n import _
from kucho_desktop.widgets.parts import Card, Flow, button, column, line, words
from kucho_desktop.widgets.room_page import RoomPage


class HelpPage(RoomPage):
    """Short enough to be read; the same words as on the buttons."""

    name = "help"

    def __init__(self) -> None:
        super().__init__(_("How to use"))
        cards = [self._first(), self._keys(), self._good_to_know(), self._when_lost()]
        self.flow = Flow(column(*cards, None, gap=14))
        self.flow.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.flow.setAccessibleName(_("How to use"))
        self.body.addWidget(self.flow)

    def starts_at(self) -> QWidget:
        """The arrow keys go down the page."""
        return self.flow

    def _first(self) -> Card:
        card = Card(_("What to do first"), "sprout")
        for number, text in enumerate(
            (
                _("Open “The district” and write its name and yours."),
                _(
                    "Open “Households”, press “Work on the roster…”, then “Read in a table…”, and"
                    " choose the roster you have."
                ),
                _("Look through the list and put right what is wrong. It is kept as you go on."),
                _("Press “Print” at the top and choose a roster."),
            ),
            start=1,
        ):
            card.body.addWidget(words(f"{number}.  {text}"))
        return card

    def _keys(self) -> Card:
        card = Card(_("Keys"), "info")
        keys = [
            ("Ctrl+F", _("Search for a name, a phone number, a house number")),
            ("Ctrl+Z / Ctrl+Y", _("Undo and redo the last step")),
            ("Ctrl+P", _("Print")),
            ("Ctrl+Enter", _("Print the paper that is shown")),
            ("Ctrl+S", _("Keep the paper that is shown as PDF")),
            ("Ctrl+1, 2, 3 …", _("Go to home, households, groups …")),
            ("Ctrl+M", _("Among the households: the works on many of them")),
            ("Ctrl+E", _("Write down what has changed for the household that is shown")),
            ("Ctrl+L", _("Hide the screen when somebody comes")),
            ("Enter", _("Go to the next box; it never closes anything")),
            ("Tab / Shift+Tab", _("Go on and back from one box or button to the next")),
            ("Esc", _("Bring back what stood in the box before, or go one step back")),
            ("F1", _("This page")),
        ]
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        for row, (key, text) in enumerate(keys):
            grid.addWidget(words(key, "strong", wrap=False), row, 0)
            grid.addWidget(words(text), row, 1)
        card.body.addLayout(grid)
        return card

    def _good_to_know(self) -> Card:
        card = Card(_("Good to know"), "circle-check")
        for text in (
            _("There is no button for saving: what you see is kept."),
            _("Dates may be written as you like: R8.4.1, 昭21 4 2, 2026/4/1."),
            _("A date may be only a year, and an age may stand for a birthday."),
            _("A table that was put right is read in again: it is compared, nothing is doubled."),
            _("The book is locked with your password. Keep the recovery code in a safe place."),
        ):
            card.body.addWidget(words(text))
        return card

    def _when_lost(self) -> Card:
        card = Card(_("When a paper or a file is lost"), "triangle-alert")
        card.body.addWidget(words(_("Whom to tell, by when, and who stood on it.")))
        self.lost = button(_("When something is lost…"), self._go_to_steps)
        card.body.addLayout(line(self.lost, None))
        return card

    @Slot()
    def _go_to_steps(self) -> None:
        self.begins.emit("records", "leak")
