"""The pages of the window on which a table is read in or written out."""

import json
from collections.abc import Iterator
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from kucho_desktop.app.reading_in.wizard import ReadInWizard
from kucho_desktop.app.whole_page import WholePage
from kucho_desktop.app.writing_out.page import WriteOutPage
from kucho_desktop.core.book import Book
from kucho_desktop.core.i18n import _
from kucho_desktop.widgets.holding import WHERE, Holding


class ReadInPage(WholePage):
    """A wizard begun anew each time; one that is just writing is never thrown away."""

    name = "read_in"

    def __init__(self, book: Book) -> None:
        super().__init__(_("Read in a table"), book)
        self.wizard: ReadInWizard | None = None

    def reload(self) -> None:
        """Gone to without being begun, as when the window is built anew for another type size."""
        if self.wizard is None:
            self.begin("")

    def starts_at(self) -> QWidget | None:
        return self.wizard.starts_at() if self.wizard is not None else None

    def holdings(self) -> Iterator[Holding]:
        """Which file, what was said otherwise of it, and how far one was."""
        if self.wizard is not None and self.wizard.intake.path is not None:
            yield Holding(self.wizard.coming_back.said())

    def hold_again(self, said: Any) -> None:
        if self.wizard is None:
            self.begin("")
        if self.wizard is not None and not self._book.is_lent:
            self.wizard.coming_back.begin(said)

    def begin(self, _work: str) -> None:
        if self.wizard is not None and self._book.is_lent:
            return
        made = ReadInWizard(self._book)
        made.finished.connect(self._finish)
        made.given_up.connect(self.go_back)
        made.refused.connect(self.refused)
        self.show_whole(made, self.wizard)
        self.wizard = made
        made.file.setFocus()

    @Slot(str)
    def _finish(self, said: str) -> None:
        self.go_back()
        self.done.emit(said)


class WriteOutTablePage(WholePage):
    """For whom, as of which day, in which kind of file."""

    name = "write_out"
    only_looks = True

    def __init__(self, book: Book) -> None:
        super().__init__(_("Write out a table"), book)
        self._work = ""
        self.inner: WriteOutPage | None = None

    def reload(self) -> None:
        if self.inner is None:
            self.begin("")

    def starts_at(self) -> QWidget | None:
        return self.inner

    def holdings(self) -> Iterator[Holding]:
        yield Holding(self._work, WHERE)

    def hold_again(self, said: Any) -> None:
        if self.inner is None or said != self._work:
            self.begin(said)

    def begin(self, work: str) -> None:
        """Work is empty, or says what a list is about (JSON of option and value)."""
        self._work = work
        made = WriteOutPage(self._book, json.loads(work) if work else None)
        made.finished.connect(self._finish)
        made.given_up.connect(self.go_back)
        self.show_whole(made, self.inner)
        self.inner = made
        made.setFocus()

    @Slot(str)
    def _finish(self, said: str) -> None:
        self.go_back()
        self.told.emit(said)
