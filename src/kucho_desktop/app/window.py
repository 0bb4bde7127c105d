"""The window over one book: side bar, top bar, one page at a time, status line."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent, QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from kucho_desktop.app.going_back import GoingBack
from kucho_desktop.app.locks.hiding import Hiding
from kucho_desktop.app.pages import page_named, settings_page
from kucho_desktop.app.searching import Hits
from kucho_desktop.app.settings import Settings
from kucho_desktop.app.sidebar import SideBar
from kucho_desktop.app.statusline import StatusLine
from kucho_desktop.app.topbar import TopBar
from kucho_desktop.app.window_keys import WindowKeys
from kucho_desktop.association.store import fiscal_year, name_of, own_words, words_of
from kucho_desktop.core import i18n
from kucho_desktop.core.book import Book
from kucho_desktop.core.found import Place
from kucho_desktop.core.history import last_steps
from kucho_desktop.core.i18n import _
from kucho_desktop.core.journal import Changes
from kucho_desktop.widgets import theme
from kucho_desktop.widgets.room_page import RoomPage
from kucho_desktop.widgets.toast import Toast

if TYPE_CHECKING:
    from kucho_desktop.app.drafting import Drafting
    from kucho_desktop.app.locks.cover import Cover
    from kucho_desktop.app.rooms import Room

_MOST_HITS = 8


class Window(QMainWindow):
    """Pages are built when they are first gone to.

    look_changed: the type size, the palette or the district's own words were chosen anew.
    left: the book shall be closed. starts_over: the practice district shall be written anew.
    closes_for: what is done with the closed book: a new key (RENEW), the end of a term (LEAVE).
    """

    look_changed = Signal()
    left = Signal()
    starts_over = Signal()
    closes_for = Signal(str)

    def __init__(
        self,
        book: Book,
        rooms: Sequence["Room"],
        settings: Settings,
        unfinished: Mapping[str, Mapping[str, Any]] | None = None,
    ) -> None:
        """unfinished: what the pages of the window before were at."""
        super().__init__()
        self._unfinished = dict(unfinished or {})
        self.book = book
        self._rooms = {room.name: room for room in rooms}
        self._settings = settings
        self._own_words = words_of(book)
        self.pages: dict[str, RoomPage] = {}
        self.current = ""
        self.side = SideBar(
            [("home", _("Home"), "house"), *((r.name, r.title(), r.icon) for r in rooms)],
            [
                ("hide", _("Hide the screen"), "lock"),
                ("settings", _("Settings"), "settings"),
                ("help", _("How to use"), "circle-question-mark"),
            ],
        )
        self.top = TopBar(self._search)
        self.foot = StatusLine()
        self.stack = QStackedWidget()
        self.stack.setObjectName("pages")
        self._lay_out()
        self.hiding = Hiding(self, self._root, book.path)
        self.toast = Toast(self.stack)
        self.back = GoingBack(book, self.toast)
        self.drafting: Drafting | None = None
        self._is_empty = False
        self._connect()
        self._show_names()
        self._show_steps()
        self.foot.show_kept(None, "")
        self.foot.show_book(str(book.path))
        self.go("home")

    def _lay_out(self) -> None:
        right = QVBoxLayout()
        right.setSpacing(0)
        for part, stretch in ((self.top, 0), (self.stack, 1), (self.foot, 0)):
            right.addWidget(part, stretch)
        inside = QWidget()
        layout = QHBoxLayout(inside)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.side)
        layout.addLayout(right, 1)
        self._root = QStackedWidget()
        self._root.addWidget(inside)
        self.setCentralWidget(self._root)
        self.top.search.lie_over(inside)
        if self._settings.geometry:
            self.restoreGeometry(bytes.fromhex(self._settings.geometry))
            width = self.width()
        else:
            # Not self.screen(): what a widget gives out is thought to be its own, and the screen
            # itself would go with the window.
            room = QGuiApplication.primaryScreen().availableSize()
            self.resize(QSize(1280, 760).boundedTo(room))
            width = room.width()  # it will be shown as large as that
        self.side.show_narrow(theme.now().is_narrow(width))  # before the style sheet is put on

    def _connect(self) -> None:
        self.side.chosen.connect(self.go)
        self.top.search.go_to.connect(self.go_to)
        self.top.undo.clicked.connect(self.undo)
        self.top.redo.clicked.connect(self.redo)
        self.top.print.clicked.connect(self.print)
        self.toast.undo.connect(self.undo)
        self.hiding.over.connect(self._uncover)
        self._keys = WindowKeys(self)
        self.book.listen(self._changed)

    @Slot(str)
    def go(self, name: str) -> None:
        """Show a page by its name; it is built now if it never was."""
        if name == "hide":
            self.hide_screen()
            return
        if name not in self.pages:
            self._build(name)
        before = self.pages.get(self.current)
        if before is not None and name != self.current:
            before.finish()
        self.current = name
        self.stack.setCurrentWidget(self.pages[name])
        self.side.mark(name)
        if not self.pages[name].take_focus():
            self.side.focus_place(name)
        if self.drafting is not None:
            self.drafting.see(name)

    @Slot(object)
    def go_to(self, place: Place) -> None:
        self._go_for_more(place.room)
        self.pages[place.room].show_place(place)

    def _go_for_more(self, name: str) -> None:
        """What was unfinished there would be in the way of what is wanted now: it waits."""
        drafting, self.drafting = self.drafting, None
        self.go(name)
        self.drafting = drafting

    @Slot(str, str)
    def begin(self, room: str, work: str) -> None:
        """Begin a work of a room; a paper begins about what the user is on."""
        here = self.pages.get(self.current)
        self._go_for_more(room)
        if room == "print" and here is not None:
            self.pages[room].about = here.paper_about()
        self.pages[room].begin(work)

    @Slot()
    def print(self) -> None:
        """Offer the papers of the page that the user is on first."""
        here = self.pages.get(self.current)
        self.begin("print", next(iter(here.papers if here else ()), ""))

    @Slot()
    def focus_search(self) -> None:
        self.top.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.top.search.selectAll()

    def _build(self, name: str) -> None:
        page = self._make(name)
        self.pages[name] = page
        self.stack.addWidget(page)
        page.go_to.connect(self.go_to)
        page.begins.connect(self.begin)
        page.done.connect(self.toast.say)
        page.told.connect(self.toast.tell)
        page.refused.connect(self.toast.warn)
        for view in page.lists():
            view.set_widths(self._settings.widths.get(view.objectName(), {}))
            view.widths_changed.connect(self._keep_widths)
        if name in self._unfinished:
            page.go_on_with(self._unfinished.pop(name))

    def _make(self, name: str) -> RoomPage:
        """Pages are loaded when they are first gone to."""
        if name == "settings":
            return settings_page(self._settings, self)
        return page_named(name, self.book) or self._rooms[name].make_page(self.book)

    def _search(self, typed: str) -> Hits:
        return [
            (room.title(), room.search(self.book, typed, _MOST_HITS))
            for room in self._rooms.values()
        ]

    @Slot()
    def undo(self) -> None:
        self.back.undo()

    @Slot()
    def redo(self) -> None:
        self.back.redo()

    def _changed(self, changes: Changes) -> None:
        """Told by the book after every step that was kept."""
        self._show_steps()
        self.toast.let_go()
        if "association" in changes or "association_year" in changes:
            self._show_names()
            self._use_own_words()
        for step in last_steps(self.book, 1):
            self.foot.show_kept(step.at, step.text)
        for page in list(self.pages.values()):
            page.changed(changes)

    def _show_steps(self) -> None:
        self.top.show_steps(self.book.undo_label(), self.book.redo_label())

    def _show_names(self) -> None:
        name = name_of(self.book) or _("A district without a name")
        self.side.show_names(name, fiscal_year(self.book).title)
        if not self.hiding.is_on:
            self.setWindowTitle(name)

    def _use_own_words(self) -> None:
        """A district that calls its groups 班 reads 班 everywhere from now on."""
        if words_of(self.book) != self._own_words:
            self._own_words = words_of(self.book)
            i18n.call_things({})
            i18n.call_things(own_words(self.book))
            self.look_changed.emit()

    @Slot(str, object)
    def _keep_widths(self, name: str, widths: object) -> None:
        if isinstance(widths, dict):
            self._settings.widths[name] = widths

    @Slot()
    def hide_screen(self) -> None:
        """Nothing of the book is seen until the password is typed; unfinished entries stay."""
        self.top.search.clear()
        self.top.search.close_hits()
        self.hiding.hide()

    @property
    def cover(self) -> "Cover | None":
        """What lies over the window while its user is away."""
        return self.hiding.cover

    @Slot()
    def _uncover(self) -> None:
        self._show_names()
        before = self.pages[self.current].focusWidget()
        if before is not None:
            before.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        if self._is_empty:
            return
        self.side.show_narrow(theme.now().is_narrow(event.size().width()))
        self.toast.place()
        self.top.search.close_hits()

    def unfinished(self) -> dict[str, Mapping[str, Any]]:
        """What each page is at and no book knows of, for the window after this one."""
        return self._unfinished | {name: page.unfinished() for name, page in self.pages.items()}

    def remember(self) -> None:
        """Take what is being typed, and where the window stands."""
        page = self.pages.get(self.current)
        if page is not None:
            page.finish()
        if self.drafting is not None:
            self.drafting.keep_all()
        self._settings.geometry = bytes(self.saveGeometry().toHex().data()).decode()
        self._settings.save()

    def empty(self) -> None:
        """Only what hides the screen is left; nothing of the book is in this window any more."""
        self._is_empty = True
        self.book.unlisten(self._changed)
        self.drafting = None
        self.pages.clear()
        self.hiding.empty()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        self.remember()
        self.book.unlisten(self._changed)
        super().closeEvent(event)
