"""The first page: how the district stands, what was changed last, what to do next."""

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLabel, QLayoutItem, QVBoxLayout

from kucho_desktop.association.store import TABLES as ASSOCIATION_TABLES
from kucho_desktop.association.store import the_association
from kucho_desktop.core.book import Book
from kucho_desktop.core.dates import show_date
from kucho_desktop.core.found import Place
from kucho_desktop.core.history import Step, last_steps
from kucho_desktop.core.i18n import _, n_
from kucho_desktop.households.model import DWELLED, JOINED, MEMBERSHIP_CLASSES
from kucho_desktop.households.store import Figures, figures, has_households, sizes_of_groups
from kucho_desktop.tonarigumi.store import TABLES as TONARIGUMI_TABLES
from kucho_desktop.tonarigumi.store import all_tonarigumi
from kucho_desktop.widgets import theme
from kucho_desktop.widgets.icons import picture
from kucho_desktop.widgets.parts import Card, Flow, ShortText, button, line, rule, words
from kucho_desktop.widgets.room_page import RoomPage

_STEPS = 8
_GROUPS = 12


class HomePage(RoomPage):
    """Shows only what there is. The window is painted first, then the figures are counted."""

    name = "home"
    tables = frozenset({"household_today", "household"}) | ASSOCIATION_TABLES | TONARIGUMI_TABLES

    def __init__(self, book: Book) -> None:
        super().__init__(show_date(book.today))
        self._book = book
        self.next = Card(_("What to do next"), "sprout")
        self.changes = Card(_("Last changes"), "history")
        self.district = Card(_("How the district stands"), "users")
        self.care = Card(_("Take care"), "triangle-alert", look=True)
        wide, slim = QVBoxLayout(), QVBoxLayout()
        for place, cards in ((wide, (self.next, self.changes)), (slim, (self.care, self.district))):
            place.setSpacing(14)
            for card in cards:
                card.hide()
                place.addWidget(card)
            place.addStretch(1)
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._sides.setContentsMargins(0, 0, 4, 0)
        self._sides.setSpacing(14)
        self._sides.addLayout(wide, 5)
        self._sides.addLayout(slim, 4)
        self.body.addWidget(Flow(self._sides))

    def changed(self, changes: object) -> None:
        """Every step is a line in the last changes."""
        self._stale = True
        self._reload_if_seen()

    def reload(self) -> None:
        QTimer.singleShot(0, self, self.fill)

    @Slot()
    def fill(self) -> None:
        """Count and show."""
        self.title.setText(show_date(self._book.today))
        has_some = has_households(self._book)
        self._show_next(has_some)
        self._show_changes(last_steps(self._book, _STEPS))
        self._show_district(has_some)
        self._show_care()

    def _show_next(self, has_some: bool) -> None:
        association = the_association(self._book)
        todo = [
            (bool(association.chief), _("Write what the district is called and who is its chief"),
             button(_("The district"), self._go_to_association, icon="landmark")),
            (has_some, _("Read in the roster that you have"),
             button(_("Read in a table…"), self._read_in, icon="sheet", role="go")),
            (has_some, _("or write the households one by one"),
             button(_("Add a household"), self._add, icon="plus")),
        ]  # fmt: skip
        _empty(self.next)
        self.next.setVisible(not all(done for done, _text, _button in todo))
        for done, text, made in todo:
            sign = QLabel()
            sign.setPixmap(picture("circle-check" if done else "chevron-right", "go"))
            made.setVisible(not done)
            said = words(text, "second" if done else "")
            row = line(sign, said, made, gap=12)
            row.setStretch(1, 1)
            self.next.body.addLayout(row)

    def _show_changes(self, steps: Sequence[Step]) -> None:
        _empty(self.changes)
        self.changes.setVisible(bool(steps))
        for number, step in enumerate(steps):
            if number:
                self.changes.body.addWidget(rule())
            day = show_date(step.at.date(), weekday=False)
            if step.at.date() == self._book.today:
                day = _("Today")
            when = _("{day} {hour}:{minute:02}").format(
                day=day, hour=step.at.hour, minute=step.at.minute
            )
            said = ShortText(step.text)
            row = line(said, words(when, "second", wrap=False), gap=12)
            row.setStretch(0, 1)
            self.changes.body.addLayout(row)

    def _show_district(self, has_some: bool) -> None:
        _empty(self.district)
        self.district.setVisible(has_some)
        if not has_some:
            return
        counted = figures(self._book)
        all_ = counted.all_households
        self._fact(_("Households"), n_("{count} household", "{count} households", all_), all_)
        for code, label in MEMBERSHIP_CLASSES.choices:
            count = counted.households.get(code, 0)
            if count and count != all_:
                said = n_("{count} household", "{count} households", count)
                self._fact(_(label), said, count, part=True)
        people = counted.all_people
        self._fact(_("People"), n_("{count} person", "{count} people", people), people)
        self._show_joined(counted)
        self._show_groups()

    def _show_joined(self, counted: Figures) -> None:
        dwelled = sum(counted.households.get(code, 0) for code in DWELLED)
        joined = sum(counted.households.get(code, 0) for code in DWELLED & JOINED)
        if dwelled:
            share = _("{percent}%").format(percent=f"{100 * joined / dwelled:.1f}")
            self._fact(_("Share of households that have joined"), share, 0)

    def _show_groups(self) -> None:
        groups = [group for group in all_tonarigumi(self._book)]
        sizes = sizes_of_groups(self._book)
        if not groups:
            return
        self.district.body.addSpacing(4)
        self.district.body.addWidget(rule())
        shown = [group for group in groups if sizes.get(group.id)][:_GROUPS]
        for group in shown:
            count = sizes[group.id]
            self._fact(group.full_name, n_("{count} household", "{count} households", count), count)
        if len(shown) < len([group for group in groups if sizes.get(group.id)]):
            more = button(_("See all groups"), self._go_to_groups, role="quiet")
            self.district.body.addLayout(line(more, None))

    def _fact(self, title: str, text: str, count: int, *, part: bool = False) -> None:
        value = words(text.format(count=f"{count:,}"), "second" if part else "strong", wrap=False)
        value.setFont(theme.column_font(value.font()))
        name = ShortText(("　" if part else "") + title, "second" if part else "")
        row = line(name, value, gap=12)
        row.setStretch(0, 1)
        self.district.body.addLayout(row)

    def _show_care(self) -> None:
        said = []
        if self._book.about("practice"):
            said.append(
                _("This is the invented district for practice. Do not write real people in it.")
            )
        if self._book.read_only:
            said.append(_("This book is open for reading only. Nothing can be changed."))
        lost = sizes_of_groups(self._book).get(None, 0) if all_tonarigumi(self._book) else 0
        if lost:
            said.append(
                n_(
                    "{count} household belongs to no group.",
                    "{count} households belong to no group.",
                    lost,
                ).format(count=lost)
            )
        _empty(self.care)
        self.care.setVisible(bool(said))
        for text in said:
            self.care.body.addWidget(words(text))

    @Slot()
    def _go_to_association(self) -> None:
        self.go_to.emit(Place("association"))

    @Slot()
    def _go_to_groups(self) -> None:
        self.go_to.emit(Place("tonarigumi"))

    @Slot()
    def _read_in(self) -> None:
        self.begins.emit("households", "import")

    @Slot()
    def _add(self) -> None:
        self.begins.emit("households", "add")

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        under = event.size().width() < theme.now().ems(50)
        ways = QBoxLayout.Direction
        self._sides.setDirection(ways.TopToBottom if under else ways.LeftToRight)


def _empty(card: Card) -> None:
    """Take everything but the heading out of a card."""
    while card.body.count() > 1:
        _drop(card.body.takeAt(1))


def _drop(item: QLayoutItem | None) -> None:
    widget = item.widget() if item is not None else None
    layout = item.layout() if item is not None else None
    if widget is not None:
        widget.hide()
        widget.deleteLater()
    elif layout is not None:
        while layout.count():
            _drop(layout.takeAt(0))
        layout.deleteLater()
