"""Which window is there: the entrance, or the window over the open book.

Each is loaded when it is needed; most starts need only the entrance to be painted.
"""

import os
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Slot
from PySide6.QtWidgets import QAbstractButton, QApplication

from kucho_desktop.app.faults import Faults
from kucho_desktop.app.settings import Settings, load_settings
from kucho_desktop.core.errors import Damaged, FoundDamaged, KuchoError
from kucho_desktop.widgets import theme
from kucho_desktop.widgets.task import wait_for_tasks

if TYPE_CHECKING:
    from kucho_desktop.app.copies.keeping_safe import Safekeeping
    from kucho_desktop.app.entrance import Entrance
    from kucho_desktop.app.locks.away import Away
    from kucho_desktop.app.window import Window
    from kucho_desktop.core.book import Book

_A_MINUTE = 60_000
_SOON, _LATER = 100, 500  # after the first page is seen


class Desk(QObject):
    """Opens and closes books; puts the look on; notices that a new day has begun."""

    def __init__(self, app: QApplication) -> None:
        super().__init__()
        self.app = app
        self.settings: Settings = load_settings()
        self.book: Book | None = None
        self.window: Window | None = None
        self.entrance: Entrance | None = None
        self.safe: Safekeeping | None = None
        self.faults = Faults(self._shown, self)
        self.faults.goes_back.connect(self._choose_copy)
        theme.put_on(app, self.settings.palette, self.settings.points, dressed=False)
        self._clock = QTimer(self)
        self._clock.setInterval(_A_MINUTE)
        self._clock.timeout.connect(self._see_new_day)
        self.away: Away | None = None

    def start(self, path: Path | None) -> None:
        """Open this book if its password is known, else ask."""
        password = os.environ.get("KUCHO_PASSWORD")
        if path is not None and password is not None:
            from kucho_desktop.app.books import open_book

            try:
                self.show_book(open_book(path, password))
            except KuchoError as error:
                self.show_entrance(path).unlock.refuse(error)
            return
        unlock = self.show_entrance(path).unlock
        if not unlock.by_itself.isHidden():
            unlock.open_by_itself()

    def show_entrance(self, path: Path | None = None) -> "Entrance":
        from kucho_desktop.app.entrance import Entrance

        self.entrance = Entrance(path, self.settings.recent_books())
        self.entrance.opened.connect(self._opened)
        self.entrance.forgotten.connect(self.settings.forget_books)
        theme.dress(self.app)
        self.entrance.show()
        return self.entrance

    @Slot(object)
    def _opened(self, book: "Book") -> None:
        self.show_book(book)
        if self.book is None:
            return
        entrance, self.entrance = self.entrance, None
        if entrance is not None:
            entrance.close()
            entrance.deleteLater()

    def show_book(self, book: "Book") -> None:
        """Its window; where it is damaged in the middle, the entrance with a way back."""
        self.book = book
        try:
            if not book.about("practice"):
                self.settings.remember_book(book.path)
                self.settings.save()
            self._show_window("home")
        except FoundDamaged as error:
            self._refuse(book, error)
            return
        self._clock.start()
        if self.away is None:
            QTimer.singleShot(_SOON, self, self._begin_to_watch)
        QTimer.singleShot(_LATER, self, self.keep_safe)

    def _shown(self) -> "Window | Entrance | None":
        return self.window or self.entrance

    @Slot()
    def _choose_copy(self) -> None:
        if self.window is not None:
            self.window.begin("restore", "")

    def _refuse(self, book: "Book", error: FoundDamaged) -> None:
        self.book = None
        book.close()
        entrance = self.entrance or self.show_entrance(book.path)
        entrance.unlock.refuse(Damaged(str(error)))

    @Slot()
    def _begin_to_watch(self) -> None:
        """Once the window is painted, not before: it asks Qt for the names of all its events."""
        if self.away is None:
            from kucho_desktop.app.locks.away import Away

            self.away = Away(self)

    def let_go_of_book(self) -> None:
        """The book is locked: the file is closed and the key forgotten; the window stays."""
        book = self.book
        self._close_book()
        if book is not None:
            book.forget_key()

    @Slot()
    def keep_safe(self) -> None:
        """Copies, drafts and the check after a bad end come when the user sees his page already."""
        if self.away is not None:
            self.away.watch()
        if self.safe is None and self.book is not None and self.window is not None:
            from kucho_desktop.app.copies.keeping_safe import Safekeeping

            self.safe = Safekeeping(self.book)
            self.safe.gives_up_book.connect(self._give_up_book)
            self.safe.went_back.connect(self._open_again)
            self.safe.watch(self.window)
            self.safe.begin()

    @Slot()
    def _give_up_book(self) -> None:
        """The window stays, covered, until the file that takes its place is there."""
        self._clock.stop()
        if self.book is not None:
            self.book.close()

    @Slot(str, bool)
    def _open_again(self, said: str, is_well: bool) -> None:
        """After going back to a copy, or not: under the same key, or with its password."""
        from kucho_desktop.app.books import open_again

        before, self.safe = self.safe, None
        window, old = self.window, self.book
        if before is not None:
            before.end()
        self.window = self.book = None
        if old is None or window is None:
            return
        try:
            self.show_book(open_again(old))
        except KuchoError as error:
            self.show_entrance(old.path)
            if self.entrance is not None:
                self.entrance.unlock.tell(said if is_well else f"{said}\n{error}")
        if self.window is not None:
            (self.window.toast.tell if is_well else self.window.toast.warn)(said)
        window.close()
        window.deleteLater()

    def _show_window(self, page: str) -> None:
        from kucho_desktop.app.rooms import rooms
        from kucho_desktop.app.window import Window

        assert self.book is not None
        before = self.window
        if before is not None:
            before.remember()
        unfinished = before.unfinished() if before is not None else None
        self.window = Window(self.book, rooms(), self.settings, unfinished)
        self.window.look_changed.connect(self._change_look)
        self.window.left.connect(self._leave)
        self.window.go(page)
        self.window.starts_over.connect(self._start_over)
        self.window.closes_for.connect(self._close_for)
        if self.safe is not None:
            self.safe.watch(self.window)
        if self.away is not None:
            self.away.guard(self.window)
        theme.dress(self.app)
        if self.settings.geometry:
            self.window.show()
        else:
            self.window.showMaximized()
        if before is not None:  # only now: the program ends with its last window
            before.close()
            before.deleteLater()

    @Slot()
    def _change_look(self) -> None:
        """Every length follows the type, so the window is built anew. After the click is over."""
        QTimer.singleShot(0, self, self._build_anew)

    @Slot()
    def _build_anew(self) -> None:
        theme.put_on(self.app, self.settings.palette, self.settings.points)
        held = self.window.focusWidget() if self.window is not None else None
        self._show_window(self.window.current if self.window is not None else "home")
        if self.away is not None:
            self.away.watch()
        if self.window is not None and isinstance(held, QAbstractButton):
            _hold_again(self.window, held.text())

    @Slot()
    def _leave(self) -> None:
        """Close this book and ask for another one."""
        QTimer.singleShot(0, self, self._leave_now)

    @Slot()
    def _leave_now(self) -> None:
        if self.safe is None or not self.safe.holds(self._change_book):
            self._change_book()

    @Slot()
    def _change_book(self) -> None:
        window, self.window = self.window, None
        if self.safe is not None and self.safe.closing is not None:
            self.safe.closing.let_go()
        self.show_entrance()
        if window is not None:
            window.close()
            window.deleteLater()
        self._close_book()

    @Slot(str)
    def _close_for(self, work: str) -> None:
        """A new key, or the end of a term: done with a book that nobody has open."""
        self._work = work
        QTimer.singleShot(0, self, self._work_closed)

    @Slot()
    def _work_closed(self) -> None:
        assert self.book is not None
        path = self.book.path
        self._change_book()
        if self.entrance is not None:
            self.entrance.begin(self._work, path)

    @Slot()
    def _start_over(self) -> None:
        """Throw the practice district away and write it anew."""
        QTimer.singleShot(0, self, self._write_practice_anew)

    @Slot()
    def _write_practice_anew(self) -> None:
        from kucho_desktop.app.practising import throw_away

        self._change_book()
        throw_away()
        if self.entrance is not None:
            self.entrance.practise()

    @Slot()
    def _see_new_day(self) -> None:
        if self.book is not None and not self.book.is_lent:
            self.book.see_new_day()
        if self.safe is not None:
            self.safe.tick()

    def _close_book(self) -> None:
        self._clock.stop()
        safe, self.safe = self.safe, None
        if safe is not None:
            safe.end()
        book, self.book = self.book, None
        if book is not None:
            from kucho_desktop.app.copies.copying import forget

            forget(book)  # the settings may know of its copies, also where the desk does not yet
            if book.is_lent:
                wait_for_tasks()
            book.close()

    def end(self) -> None:
        """Before the program ends: no work is left, the book is one file."""
        wait_for_tasks()
        if self.away is not None:
            self.away.end()
        if self.entrance is not None:
            self.entrance.close_unfinished()
        self._close_book()


def _hold_again(window: "Window", text: str) -> None:
    """The button that was pressed has the keys again in the window that was built anew."""
    for each in window.pages[window.current].findChildren(QAbstractButton):
        if each.text() == text:
            each.setFocus(Qt.FocusReason.OtherFocusReason)
