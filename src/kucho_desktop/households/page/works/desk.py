"""Where one chooses a work on many households, and does it."""

from collections.abc import Mapping
from itertools import pairwise
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from kucho_desktop.core.book import Book
from kucho_desktop.core.i18n import _
from kucho_desktop.households.page.sheet.sheet import Groups
from kucho_desktop.households.page.works.the_works import WORKS, work_named
from kucho_desktop.households.page.works.work import WorkPage
from kucho_desktop.widgets.parts import Button, Flow, button, column, line, words
from kucho_desktop.widgets.room_page import Changes


class WorkDesk(QWidget):
    """The list of works, or one of them.

    opened: a work is shown (its page), or the list (None). left: back to the households.
    begins: (room, work) elsewhere.
    """

    opened = Signal(object)
    left = Signal()
    begins = Signal(str, str)

    def __init__(self, book: Book, groups: Groups) -> None:
        super().__init__()
        self._book = book
        self._groups = groups
        self.pages: dict[str, WorkPage] = {}
        self.work: WorkPage | None = None
        self._unfinished: dict[str, dict[str, Any]] = {}
        self.buttons: dict[str, Button] = {}
        self.back = button(_("Back to the households"), self.step_back, icon="arrow-left")
        self.title = words("", "heading", wrap=False)
        self._list = Flow(self._offers())
        self._places = QStackedLayout()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(line(self.back, self.title, None, gap=16))
        layout.addLayout(self._places, 1)
        # Only now: a widget that a layout without a place is given is a window of its own.
        self._places.addWidget(self._list)
        for before, after in pairwise([self.back, *self.buttons.values()]):
            QWidget.setTabOrder(before, after)

    def _offers(self) -> QVBoxLayout:
        parts: list[QVBoxLayout] = []
        for work in WORKS:
            made = button(work.title, role="row", value=work.name)
            made.setAccessibleDescription(_(work.about))
            made.chosen.connect(self.begin)
            self.buttons[work.name] = made
            parts.append(column(made, words(_(work.about), "second"), gap=3))
        return column(*parts, None, gap=10)

    def name_of_work(self) -> str:
        """The work that is shown; empty for the list."""
        return next((name for name, page in self.pages.items() if page is self.work), "")

    def show_list(self) -> None:
        """Offer the works; the first one has the focus."""
        last = self.name_of_work()
        self._leave_work()
        self.back.setText(_("Back to the households"))
        self.title.setText(_("What would you like to do with the roster?"))
        self._places.setCurrentWidget(self._list)
        self.opened.emit(None)
        start = self.buttons.get(last) or next(iter(self.buttons.values()))
        start.setFocus(Qt.FocusReason.TabFocusReason)

    @Slot(str)
    def begin(self, name: str, about: str = "") -> None:
        """Show a work; its page is made when it is first begun. about: what it begins with."""
        work = work_named(name)
        if work.make is None:
            self.begins.emit(*work.elsewhere)
            return
        if name not in self.pages:
            page = work.make(self._book, self._groups)
            page.rests.connect(self._focus_back)
            self.pages[name] = page
            self._places.addWidget(page)
            if name in self._unfinished:
                page.go_on_with(self._unfinished.pop(name))
        self._leave_work()
        self.work = self.pages[name]
        self.back.setText(_("Back to the works"))
        self.title.setText(work.title)
        self.opened.emit(self.work)
        self._places.setCurrentWidget(self.work)
        if about:
            self.work.take(about)
        self.work.focus_first()

    def unfinished(self) -> dict[str, Any]:
        """What each work is amid of, and which of them is shown."""
        works = {name: said for name, page in self.pages.items() if (said := page.unfinished())}
        shown = next((name for name, page in self.pages.items() if page is self.work), "")
        return {"works": self._unfinished | works, "shown": shown}

    def go_on_with(self, unfinished: Mapping[str, Any]) -> None:
        """Take up the works where they were."""
        self._unfinished = dict(unfinished["works"])
        if unfinished["shown"]:
            self.begin(unfinished["shown"])

    @Slot()
    def _focus_back(self) -> None:
        self.back.setFocus(Qt.FocusReason.TabFocusReason)

    def _leave_work(self) -> None:
        if self.work is not None:
            self.work.finish()
        self.work = None

    @Slot()
    def step_back(self) -> None:
        """One step back: inside the work, to the list of works, to the households."""
        if self.work is None:
            self.left.emit()
        elif not self.work.step_back():
            self.show_list()

    def changed(self, changes: Changes) -> None:
        """Tell the works of a step that was kept."""
        for page in self.pages.values():
            page.changed(changes)

    def finish(self) -> None:
        if self.work is not None:
            self.work.finish()
