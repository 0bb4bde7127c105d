"""The posts themselves: what there is, and the list of usual ones to take over."""

from collections.abc import Iterator, Sequence
from typing import Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QGridLayout, QWidget

from kucho_desktop.core.book import Book
from kucho_desktop.core.i18n import _
from kucho_desktop.officers import store
from kucho_desktop.officers.model import READY_POSTS, Post
from kucho_desktop.officers.page.kept_tab import About, KeptTab
from kucho_desktop.widgets import theme
from kucho_desktop.widgets.check_box import CheckBox
from kucho_desktop.widgets.form import Section
from kucho_desktop.widgets.holding import WHERE, Holding
from kucho_desktop.widgets.parts import Card, Flow, button, column, words
from kucho_desktop.widgets.wrapping import Wrapping

_READY = "ready"


def _title(post: Post) -> str:
    return post.name


def _about() -> About:
    return About(
        title=_("Posts"),
        what_for=_("Which posts there are, how many hold each, and for how long."),
        adds=_("Add a post"),
        removes=_("Added by mistake: remove"),
        removed=_("The post was removed"),
        shelf=store.POSTS,
        columns=[("name", 10), ("department_id", 8), ("number", 3), ("choosing", 9), ("also", 9)],
        spare=["also", "choosing"],
        sections=[
            Section("", [("name", "kana"), "department_id", ("number", "per_group")]),
            Section("", ["choosing", ("term", "allowance"), "also", "reported_to", "note"]),
            Section("", [("since", "last")]),
        ],
        needs=["name"],
        title_of=_title,
        papers=[("posts", _("Print the list of posts…"))],
    )


class PostsTab(KeptTab):
    """As the other parts, with an order and with posts that many associations have."""

    def __init__(self, book: Book) -> None:
        self.up = button(_("Move up"), self._move_up, icon="arrow-up")
        self.down = button(_("Move down"), self._move_down, icon="arrow-down")
        self.ready = button(_("Take over usual posts…"), self.offer_ready, icon="book-plus")
        self.ticks = [CheckBox(_(each.name)) for each in READY_POSTS]
        self.take = button(_("Take over the ticked ones"), self._take, icon="check", role="go")
        self.leave = button(_("Leave it"), self.close_ready)
        super().__init__(book, _about())
        self.offer = self._ready_card()
        self.side_by = self.layout()
        assert self.side_by is not None
        self.side_by.addWidget(self.offer)
        self.offer.hide()

    def more_buttons(self) -> Sequence[QWidget]:
        return (self.up, self.down, self.ready)

    def _ready_card(self) -> Card:
        card = Card(_("Usual posts"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.now().gap * 2)
        for place, tick in enumerate(self.ticks):
            grid.addWidget(tick, place // 3, place % 3)
        card.body.addWidget(
            words(
                _("Tick what your association has. What each one says can be changed afterwards."),
                "second",
            )
        )
        card.body.addWidget(Flow(column(grid, None)), 1)
        card.body.addLayout(Wrapping(self.take, self.leave, gap=12))
        return card

    @Slot()
    def offer_ready(self) -> None:
        """Show the usual posts; those that are there already cannot be ticked."""
        known = {each.name for each in store.POSTS.all(self._book)}
        for ready, tick in zip(READY_POSTS, self.ticks, strict=True):
            is_known = _(ready.name) in known
            tick.setEnabled(not is_known)
            tick.setChecked(is_known or (ready.usual and not known))
        self.side.hide()
        self.offer.show()
        first = next((tick for tick in self.ticks if tick.isEnabled()), self.leave)
        first.setFocus(Qt.FocusReason.TabFocusReason)

    def holdings(self) -> Iterator[Holding]:
        """Also that the usual ones are offered; what was ticked of them says so itself."""
        yield from super().holdings()
        if not self.offer.isHidden():
            yield Holding(_READY, WHERE)

    def hold_again(self, said: Any) -> None:
        if said == _READY:
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
            store.take_over_posts(self._book, places)
            self.done.emit(_("The posts were taken over"))
        self.close_ready()

    @Slot()
    def _move_up(self) -> None:
        store.move_post(self._book, self.list.selected_id(), -1)

    @Slot()
    def _move_down(self) -> None:
        store.move_post(self._book, self.list.selected_id(), 1)

    def remove_record(self, id_: int) -> None:
        store.remove_post(self._book, id_)
