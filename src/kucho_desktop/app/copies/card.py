"""The part of the settings about copies: the last one, the second place, going back, the check."""

from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFileDialog

from kucho_desktop.app.copies.copying import Copying, copying_of, said_when
from kucho_desktop.core.book import Book
from kucho_desktop.core.dates import show_date
from kucho_desktop.core.errors import KuchoError
from kucho_desktop.core.i18n import _
from kucho_desktop.core.keeping import Kept
from kucho_desktop.core.lying import facts, warning_about
from kucho_desktop.core.second_place import choose_second_place, second_place
from kucho_desktop.widgets.parts import Card, button, line, words
from kucho_desktop.widgets.working import Working
from kucho_desktop.widgets.wrapping import Wrapping


class CopiesCard(Card):
    """begins: (page, "") to be gone to. refused: a sentence."""

    begins = Signal(str, str)
    refused = Signal(str)

    def __init__(self, book: Book) -> None:
        super().__init__(_("Copies and check"), "history")
        self._book = book
        self._copying: Copying = copying_of(book)
        self.last = words("")
        self.second = words("")
        self.lies = words(warning_about(book.path, facts()), "look")
        self.lies.setVisible(bool(self.lies.text()))
        self.now = button(_("Make a copy now"), self._copy, icon="check")
        self.choose = button(_("Choose a second place…"), self._ask_for_place, icon="folder-open")
        self.forget = button(_("Do without it"), self._forget)
        self.back = button(_("Go back to a copy…"), self._go_back, icon="history")
        self.check = button(_("Check the book"), self._check, icon="clipboard-list")
        self.working = Working()
        for part in (self.last, self.working, self.lies):
            self.body.addWidget(part)
        self.body.addLayout(Wrapping(self.now, self.back, self.check, gap=12))
        self.body.addWidget(self.second)
        self.body.addLayout(line(self.choose, self.forget, None, gap=12))
        self._copying.stands.connect(self._show_copies)
        self._copying.ended.connect(self._ended)
        for each in (self.now, self.choose, self.forget):
            each.setEnabled(self._copying.is_meant)
        self._show_copies(self._copying.kept)
        self._show_second()

    @Slot(object)
    def _show_copies(self, kept: Kept | None) -> None:
        if not self._copying.is_meant:
            self.last.setText(_("No copies are made of this book: it is for practice or reading."))
        elif kept is None or kept.at is None:
            self.last.setText(
                _("Copies are made by themselves: every half hour of work, and on closing.")
            )
        else:
            when = said_when(kept.at, self._copying.now())
            self.last.setText(
                _(
                    "The last copy: {when}. It was opened and looked over. Copies are made by"
                    " themselves: every half hour of work, and on closing."
                ).format(when=when)
            )
        self._show_second()

    def _show_second(self) -> None:
        place = second_place(self._copying.book_id)
        self.forget.setVisible(place.folder is not None)
        if place.folder is None or place.seen is None:
            self.choose.setText(_("Choose a second place…"))
            self.second.setText(
                _(
                    "If this computer breaks, only a copy elsewhere helps. Plug in a memory stick"
                    " and choose it as the second place; copies then go there, too."
                )
            )
            return
        self.choose.setText(_("Choose another second place…"))
        self.second.setText(
            _("The second place: {folder} (a copy was last made there on {day})").format(
                folder=place.folder, day=show_date(place.seen)
            )
        )

    @Slot()
    def _copy(self) -> None:
        self._copying.begin()
        if self._copying.is_under_way:
            self.now.setEnabled(False)
            self.working.begin(_("The book is copied and the copy is looked over."))
            self.working.stop_button.hide()

    @Slot(bool)
    def _ended(self, _is_well: bool) -> None:
        self.working.end()
        self.now.setEnabled(self._copying.is_meant)
        self._show_second()

    @Slot()
    def _ask_for_place(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, _("The second place"), str(Path.home()))
        if chosen:
            self.use(Path(chosen))

    def use(self, folder: Path | None) -> None:
        """Take this as the second place; a copy goes there at once."""
        if folder is not None and folder == self._book.path.parent:
            self.refused.emit(
                _("The book itself lies there. Please choose another place, such as a stick.")
            )
            return
        try:
            choose_second_place(self._copying.book_id, folder, self._book.today)
        except KuchoError as error:
            self.refused.emit(str(error))
            return
        self._show_second()
        if folder is not None:
            self._copy()

    @Slot()
    def _forget(self) -> None:
        self.use(None)

    @Slot()
    def _go_back(self) -> None:
        self.begins.emit("restore", "")

    @Slot()
    def _check(self) -> None:
        self.begins.emit("check", "")
