"""Drafts of the window: what is typed is written down when typing rests, and put back later.

Nothing here is on the way to the window: the desk makes it once the first page is painted.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, QTimer, Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from kucho_desktop.core.book import Book
from kucho_desktop.core.drafts import all_drafts, keep_drafts
from kucho_desktop.core.i18n import _
from kucho_desktop.widgets.drafts import held_in, hold_again, path_of, widget_at
from kucho_desktop.widgets.holding import ENTRY, LOOK
from kucho_desktop.widgets.room_page import RoomPage

if TYPE_CHECKING:
    from kucho_desktop.app.window import Window

_REST = 1_200
"""Milliseconds without a key after which what stands there is written down."""
_PLACE = "."
"""Under this name lies where the keys were when the window was locked."""
Said = dict[int, list[Any]]


class Drafting(QObject):
    """Of one window. waiting: what was put aside and not put back yet, by page and household."""

    def __init__(self, window: "Window", book: Book, *, after_lock: bool = False) -> None:
        """after_lock: the same run of the program, so that one goes on where one was."""
        super().__init__(window)
        self._book = book
        found: dict[str, Said] = all_drafts(book)
        self._place = found.get(_PLACE, {}) if after_lock else {}
        self.waiting = _worth_it(found, LOOK if after_lock else ENTRY)
        self._seen: dict[str, Said] = {}
        self._kept: dict[str, Said] = {page: dict(said) for page, said in found.items()}
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.setInterval(_REST)
        self.timer.timeout.connect(self.note)
        self._home = window.pages.get("home")
        self._offer()

    def _window(self) -> "Window":
        from kucho_desktop.app.window import Window

        window = self.parent()
        assert isinstance(window, Window)
        return window

    # writing down

    @Slot()
    def touched(self) -> None:
        """A key was pressed: wait until the typing rests."""
        self.timer.start()

    @Slot()
    def note(self) -> None:
        """Write down what stands on the page that one is on, where it is something else now."""
        window = self._window()
        page = window.pages.get(window.current)
        if page is None or self._book.read_only:
            return
        said = self._said_of(window.current, page, ENTRY)
        if said == self._kept.get(window.current, {}):
            return
        if keep_drafts(self._book, {window.current: said}):
            self._kept[window.current] = said
        else:
            self.timer.start()  # something else is just being written

    def look(self) -> None:
        """As the page is before it is covered, with a question that is open there."""
        window = self._window()
        page = window.pages.get(window.current)
        self._seen = (
            {} if page is None else {window.current: self._said_of(window.current, page, LOOK)}
        )

    def keep_all(self, *, is_lock: bool = False) -> bool:
        """Before the pages go; tell whether it could be written. is_lock: also where one was."""
        self.timer.stop()
        if self._book.read_only:
            return True  # nothing can be written, so nothing is typed that would be kept
        window = self._window()
        least = LOOK if is_lock else ENTRY
        pages = {name: self._said_of(name, page, least) for name, page in window.pages.items()}
        pages |= self._seen if is_lock else {}
        pages |= {name: said for name, said in self.waiting.items() if name not in pages}
        pages[_PLACE] = {0: [self._where()]} if is_lock else {}
        gone: dict[str, Said] = {name: {} for name in self._kept if name not in pages}
        changed = {
            name: said
            for name, said in {**gone, **pages}.items()
            if said != self._kept.get(name, {})
        }
        if changed and not keep_drafts(self._book, changed):
            return False
        self._kept |= changed
        return True

    def _said_of(self, name: str, page: RoomPage, least: int) -> Said:
        """What waits for the same page still is not lost."""
        return {**self.waiting.get(name, {}), **held_in(page, least)}

    def _where(self) -> dict[str, Any]:
        window = self._window()
        page = window.pages.get(window.current)
        held = page.focusWidget() if page is not None else None
        inside = page is not None and held is not None and page.isAncestorOf(held)
        path = path_of(held, page) if inside and held is not None and page is not None else ""
        at = held.cursorPosition() if isinstance(held, QLineEdit) else 0
        return {"page": window.current, "focus": path, "at": at}

    # putting back

    def has_waiting(self) -> bool:
        return bool(_worth_it(self.waiting, ENTRY))

    def _offer(self) -> None:
        """On the first page, as long as something waits."""
        from kucho_desktop.app.home import HomePage

        if isinstance(self._home, HomePage) and not self._place:
            self._home.show_unfinished(self.has_waiting())
            self._home.goes_on.connect(self.go_on)
            self._home.throws_away.connect(self.throw_away)

    @Slot()
    def go_on(self) -> None:
        """Where something was typed last; other pages get theirs when they are gone to."""
        self._window().go(next(iter(self.waiting), "home"))

    def see(self, name: str) -> None:
        """The user went to a page by himself: what he had begun there stands there again."""
        begun = name in _worth_it(self.waiting, ENTRY)
        if self.put_back(name) and begun:
            self._window().toast.tell(_("What you had not finished stands here again."))

    def put_back(self, name: str) -> bool:
        """On a page that is shown now; tell whether there was something."""
        said = self.waiting.pop(name, None)
        self._stop_offering()
        page = self._window().pages.get(name)
        if said is None or page is None:
            return False
        for parts in said.values():
            hold_again(page, parts)
        self.timer.start()
        return True

    def come_back(self) -> None:
        """After a lock: the same page, the same entries, the keys where they were."""
        for where in self._place.get(0, [])[:1]:
            self._go_to(where)

    def _go_to(self, where: Mapping[str, Any]) -> None:
        window = self._window()
        window.go(where["page"])
        self.put_back(where["page"])
        page = window.pages[where["page"]]
        held: QWidget | None = widget_at(page, where["focus"]) if where["focus"] else None
        if held is not None:
            held.setFocus(Qt.FocusReason.OtherFocusReason)
            if isinstance(held, QLineEdit):
                held.setCursorPosition(where["at"])

    @Slot()
    def throw_away(self) -> None:
        """The user does not want them."""
        self.waiting.clear()
        self._stop_offering()
        self.keep_all()

    def forget_erased(self) -> None:
        """Drafts of somebody who was erased are in the book no more, so they wait no more."""
        there = all_drafts(self._book)
        for page, said in list(self.waiting.items()):
            left = {id_: parts for id_, parts in said.items() if id_ in there.get(page, {})}
            self.waiting = self.waiting | {page: left}
        self.waiting = {page: said for page, said in self.waiting.items() if said}
        self._kept = {page: dict(said) for page, said in there.items()}
        self._stop_offering()

    def _stop_offering(self) -> None:
        from kucho_desktop.app.home import HomePage

        if isinstance(self._home, HomePage) and not self.has_waiting():
            self._home.show_unfinished(False)


def _worth_it(found: Mapping[str, Said], least: int) -> dict[str, Said]:
    """Those in which something is worth that much; not the place, which is no page."""
    worth = {
        page: {id_: parts for id_, parts in said.items() if any(p[2] >= least for p in parts)}
        for page, said in found.items()
        if page != _PLACE
    }
    return {page: said for page, said in worth.items() if said}
