"""A list of records that begins with what is usual: ticked, taken over, changed afterwards."""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QGridLayout, QWidget

from kucho_desktop.core.book import Book
from kucho_desktop.core.i18n import _
from kucho_desktop.widgets import theme
from kucho_desktop.widgets.check_box import CheckBox
from kucho_desktop.widgets.holding import WHERE, Holding
from kucho_desktop.widgets.kept_tab import About, KeptTab, Offers
from kucho_desktop.widgets.parts import Button, Card, Flow, button, column, words
from kucho_desktop.widgets.wrapping import Wrapping

_BESIDE = 2
_OFFERED = "ready"


@dataclass(frozen=True)
class Ready:
    """What is usual: labels in the user's language, and which of them are ticked at first.

    known: the labels that are there already. take: adds those at these places.
    """

    title: str
    told: str
    offer: str
    taken: str
    labels: Sequence[str]
    usual: Collection[int]
    known: Callable[[Book], Collection[str]]
    take: Callable[[Book, Sequence[int]], None]


class ReadyTab(KeptTab):
    """As other lists, with a card from which the usual ones are taken over."""

    def __init__(
        self, book: Book, about: About, ready: Ready, offers: Offers | None = None
    ) -> None:
        self._ready = ready
        self.offers_usual = button(ready.offer, self.offer_ready, icon="book-plus")
        self.ticks = [CheckBox(label) for label in ready.labels]
        self.take = button(_("Take over what is ticked"), self._take, icon="check", role="go")
        self.leave = button(_("Leave it"), self.close_ready)
        super().__init__(book, about, offers)
        self.offer = self._ready_card()
        layout = self.layout()
        assert layout is not None
        layout.addWidget(self.offer)
        self.offer.hide()

    def more_buttons(self) -> Sequence[QWidget]:
        return (*self.own_buttons(), self.offers_usual)

    def own_buttons(self) -> Sequence[Button]:
        """Further ones of one list."""
        return ()

    def _ready_card(self) -> Card:
        card = Card(self._ready.title)
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.now().gap * 2)
        for place, tick in enumerate(self.ticks):
            grid.addWidget(tick, place // _BESIDE, place % _BESIDE)
        card.body.addWidget(words(self._ready.told, "second"))
        card.body.addWidget(Flow(column(grid, None)), 1)
        card.body.addLayout(Wrapping(self.take, self.leave, gap=12))
        return card

    @Slot()
    def offer_ready(self) -> None:
        """Show the usual ones; those that are there already cannot be ticked."""
        known = self._ready.known(self._book)
        for place, (label, tick) in enumerate(zip(self._ready.labels, self.ticks, strict=True)):
            is_known = label in known
            tick.setEnabled(not is_known)
            tick.setChecked(is_known or (place in self._ready.usual and not known))
        self.side.hide()
        self.offer.show()
        first = next((tick for tick in self.ticks if tick.isEnabled()), self.leave)
        first.setFocus(Qt.FocusReason.TabFocusReason)

    def holdings(self) -> Iterator[Holding]:
        """Also that the usual ones are offered; what was ticked of them says so itself."""
        yield from super().holdings()
        if not self.offer.isHidden():
            yield Holding(_OFFERED, WHERE)

    def hold_again(self, said: Any) -> None:
        if said == _OFFERED:
            self.offer_ready()
        else:
            super().hold_again(said)

    @Slot()
    def close_ready(self) -> None:
        self.offer.hide()
        self.side.show()
        self.starts_at().setFocus(Qt.FocusReason.TabFocusReason)

    @Slot()
    def _take(self) -> None:
        places = [
            place for place, tick in enumerate(self.ticks) if tick.isChecked() and tick.isEnabled()
        ]
        if places:
            self._ready.take(self._book, places)
            self.done.emit(self._ready.taken)
        self.close_ready()
