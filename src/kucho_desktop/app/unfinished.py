"""The card of the first page for what was typed the last time and not finished."""

from PySide6.QtCore import Signal

from kucho_desktop.core.i18n import _
from kucho_desktop.widgets.parts import Card, button, words
from kucho_desktop.widgets.wrapping import Wrapping


class Unfinished(Card):
    """goes_on, throws_away: what is to become of it."""

    goes_on = Signal()
    throws_away = Signal()

    def __init__(self) -> None:
        super().__init__(_("You had not finished typing"), "undo-2")
        self.body.addWidget(words(_("What you typed the last time and did not finish is here.")))
        self.go_on = button(_("Go on with it"), self.goes_on, role="go")
        self.throw_away = button(_("Throw it away"), self.throws_away)
        self.body.addLayout(Wrapping(self.go_on, self.throw_away, gap=12))
