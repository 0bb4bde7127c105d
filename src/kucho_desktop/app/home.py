"""The first page: how the district stands, what was changed last, what to do next."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QLayoutItem, QVBoxLayout

from kucho_desktop.core.book import Book
from kucho_desktop.core.dates import show_date
from kucho_desktop.core.found import Place
from kucho_desktop.core.history import Step, last_steps
from kucho_desktop.core.i18n import _
from kucho_desktop.widgets import theme
from kucho_desktop.widgets.icons import picture
from kucho_desktop.widgets.parts import Card, Flow, ShortText, button, line, rule, words
from kucho_desktop.widgets.room_page import RoomPage

if TYPE_CHECKING:
    from kucho_desktop.app.standing import Standing

_STEPS, _OPEN = 12, 8
_ONE_BY_ONE = 2
"""The place of the way to write households one by one among what is to be done first."""


class HomePage(RoomPage):
    """Shows only what there is. The window is painted first, then the figures are counted.

    goes_on, throws_away: what is to become of the entries that were not finished the last time.
    """

    name = "home"
    has_lists = False
    goes_on = Signal()
    throws_away = Signal()

    def __init__(self, book: Book) -> None:
        super().__init__(show_date(book.today))
        self._book = book
        self._is_due = False
        self._has_unfinished = False
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._sides.setContentsMargins(0, 0, 4, 0)
        self._sides.setSpacing(14)
        self.body.addWidget(Flow(self._sides))

    def _make_cards(self) -> None:
        """Not before there is something to show on them: the window is there sooner."""
        from kucho_desktop.app.this_month import ThisMonth
        from kucho_desktop.app.unfinished import Unfinished

        self.waiting = Unfinished()
        self.waiting.goes_on.connect(self.goes_on)
        self.waiting.throws_away.connect(self.throws_away)
        self.month = ThisMonth()
        self.month.go_to.connect(self.go_to)
        self.next = Card(_("What to do next"), "sprout")
        self.open = Card(_("What waits"), "calendar-days")
        self.changes = Card(_("Last changes"), "history")
        self.district = Card(_("How the district stands"), "users")
        self.groups = Card(_("Households of each group"), "clipboard-list")
        self.care = Card(_("Take care"), "triangle-alert", look=True)
        wide, slim = QVBoxLayout(), QVBoxLayout()
        for place, cards in (
            (wide, (self.waiting, self.next, self.month, self.open, self.changes)),
            (slim, (self.care, self.district, self.groups)),
        ):
            place.setSpacing(14)
            for card in cards:
                card.hide()
                place.addWidget(card)
            place.addStretch(1)
        self._sides.addLayout(wide, 5)
        self._sides.addLayout(slim, 4)

    def show_unfinished(self, there: bool) -> None:
        """Entries that wait since the last time."""
        self._has_unfinished = there
        if self._sides.count():
            self.waiting.setVisible(there)

    def changed(self, changes: object) -> None:
        self._stale = True  # every step is a line in the last changes
        self._reload_if_seen()

    def reload(self) -> None:
        self._is_due = True
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        super().paintEvent(event)
        if self._is_due:
            self._is_due = False
            QTimer.singleShot(0, self, self._fill_if_seen)

    @Slot()
    def _fill_if_seen(self) -> None:
        self._is_due = not self.isVisible()  # whoever closed the window has closed the book, too
        if not self._is_due:
            self.fill()

    def fill(self) -> None:
        """Count and show. The rooms are loaded for it only now, after the first paint."""
        from kucho_desktop.app.standing import standing_of

        now = standing_of(self._book)
        if self._sides.count() == 0:
            self._make_cards()
        self.title.setText(show_date(self._book.today))
        self.waiting.setVisible(self._has_unfinished)
        self._show_next(now)
        _empty(self.month)
        self.month.fill(self._book)
        self._show_open(now)
        self._show_changes(last_steps(self._book, _STEPS))
        self._show_district(now)
        self._show_groups(now)
        self._show_care(now)

    def _show_next(self, now: "Standing") -> None:
        done = now.has_households
        is_called = now.has_name and now.has_chief
        todo = [
            (is_called, _what_is_missing(now),
             button(_("The district"), self._go_to_association, icon="landmark")),
            (done, _("Read in the roster that you have"),
             button(_("Read in a table…"), self._read_in, icon="sheet", role="go")),
            (done, _("or write the households one by one"),
             button(_("Add a household"), self._add, icon="plus")),
        ]  # fmt: skip
        if not now.is_code_kept:
            made = button(_("Try the sheet…"), self._try_sheet, icon="key-round")
            todo.append((False, _("Make sure that the recovery code is on paper"), made))
        _empty(self.next)
        self.next.setVisible(not all(each[0] for each in todo))
        for number, (done, text, made) in enumerate(todo):
            if done and number == _ONE_BY_ONE:
                continue  # the other way to the same is not told once it is done
            sign = QLabel()
            sign.setPixmap(picture("circle-check" if done else "chevron-right", "go"))
            said = words(text, "second" if done else "")
            row = line(sign, said, made, gap=12)
            row.setStretch(1, 1)
            self.next.body.addLayout(row)
            made.setVisible(not done)  # only now: before it would be a window of its own

    def _show_open(self, now: "Standing") -> None:
        _empty(self.open)
        self.open.setVisible(bool(now.open))
        for number, item in enumerate(now.open[:_OPEN]):
            if number:
                self.open.body.addWidget(rule())
            go = button(_("See to it"), value=f"{item.room} {item.work}")
            go.setAccessibleDescription(item.text)
            go.chosen.connect(self._go_to_work)
            row = line(words(item.text), go, gap=12)
            row.setStretch(0, 1)
            self.open.body.addLayout(row)
        if len(now.open) > _OPEN:
            more = _("and {count} more").format(count=len(now.open) - _OPEN)
            self.open.body.addWidget(words(more, "second"))

    @Slot(str)
    def _go_to_work(self, where: str) -> None:
        room, _space, work = where.partition(" ")
        self.begins.emit(room, work)

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
            row = line(ShortText(step.text), words(when, "second", wrap=False), gap=12)
            row.setStretch(0, 1)
            self.changes.body.addLayout(row)
        more = button(_("See all changes"), value="history", role="quiet")
        more.chosen.connect(self._go_to_records)
        self.changes.body.addLayout(line(more, None))

    @Slot(str)
    def _go_to_records(self, part: str) -> None:
        self.begins.emit("records", part)

    def _show_district(self, now: "Standing") -> None:
        _empty(self.district)
        self.district.setVisible(now.has_households)
        for title, text in now.facts:
            self.district.body.addLayout(_fact(title, text))
        for text in (now.classes, now.share):
            if text:
                self.district.body.addWidget(words(text, "second"))

    def _show_groups(self, now: "Standing") -> None:
        _empty(self.groups)
        self.groups.setVisible(bool(now.groups))
        for title, text in now.groups:
            self.groups.body.addLayout(_fact(title, text))
        if now.more_groups:
            more = button(_("See all groups"), self._go_to_groups, role="quiet")
            self.groups.body.addLayout(line(more, None))

    def _show_care(self, now: "Standing") -> None:
        _empty(self.care)
        self.care.setVisible(bool(now.care or now.late or now.unsafe or now.old))
        for text in now.care:
            self.care.body.addWidget(words(text))
        for text in now.unsafe:
            self.care.body.addWidget(words(text))
        if now.unsafe:
            copies = button(_("About the copies"), self._go_to_copies)
            self.care.body.addLayout(line(copies, None))
        for text, work in now.late:
            self.care.body.addWidget(words(text))
            made = button(_("Go on with it"), value=work)
            made.chosen.connect(self._go_on)
            self.care.body.addLayout(line(made, None))

        for text in now.old:
            self.care.body.addWidget(words(text))
        if now.old:
            made = button(_("About old records"), value="erasing")
            made.chosen.connect(self._go_to_records)
            self.care.body.addLayout(line(made, None))

    @Slot()
    def _go_to_association(self) -> None:
        self.go_to.emit(Place("association"))

    @Slot()
    def _go_to_copies(self) -> None:
        self.begins.emit("settings", "copies")

    @Slot(str)
    def _go_on(self, work: str) -> None:
        self.begins.emit("households", work)

    @Slot()
    def _go_to_groups(self) -> None:
        self.go_to.emit(Place("tonarigumi"))

    @Slot()
    def _try_sheet(self) -> None:
        self.begins.emit("safekeeping", "sheet")

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


def _what_is_missing(now: "Standing") -> str:
    if now.has_name and not now.has_chief:
        return _("Write who is the chief of the district")
    if now.has_chief and not now.has_name:
        return _("Write what the district is called")
    return _("Write what the district is called and who is its chief")


def _fact(title: str, text: str) -> QHBoxLayout:
    value = words(text, "strong", wrap=False)
    value.setFont(theme.column_font(value.font()))
    row = line(ShortText(title), value, gap=12)
    row.setStretch(0, 1)
    return row


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
