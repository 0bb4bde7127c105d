"""The check of the book: what was looked at, what is not right, and what can be done about it."""

from functools import partial

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from kucho_desktop.core.book import Book
from kucho_desktop.core.errors import KuchoError
from kucho_desktop.core.i18n import N_, _
from kucho_desktop.core.looking_over import Looked, look_over, repair
from kucho_desktop.widgets.icons import picture
from kucho_desktop.widgets.long_step import LongStep
from kucho_desktop.widgets.parts import Card, Flow, button, column, line, words
from kucho_desktop.widgets.room_page import RoomPage
from kucho_desktop.widgets.task import Progress, Task
from kucho_desktop.widgets.working import Working
from kucho_desktop.widgets.wrapping import Wrapping


class CheckPage(RoomPage):
    """Looks each time it is gone to; writing may go on meanwhile."""

    name = "check"
    holds_nothing = True
    has_lists = False

    def __init__(self, book: Book) -> None:
        super().__init__(_("Check of the book"))
        self._book = book
        self.working = Working()
        self.working.stop_button.hide()
        self.result = words("", "heading")
        self.card = Card(_("What was looked at"), "clipboard-list")
        self._rows = QVBoxLayout()
        self._rows.setSpacing(8)
        self.card.body.addLayout(self._rows)
        self.mend = button(_("Put it right"), self._repair, role="go", icon="check")
        self.back = button(_("Go back to a copy…"), self._go_back, icon="history")
        self.body.addWidget(
            Flow(
                column(
                    self.working,
                    self.result,
                    self.card,
                    Wrapping(self.mend, self.back, gap=12),
                    None,
                    gap=14,
                )
            )
        )
        self.again = self.add_button(_("Check again"), self.look, icon="redo-2")
        self.leave = self.add_button(_("Back to the settings"), self._leave, icon="arrow-left")
        self._under_way = False
        self._show_nothing()

    def starts_at(self) -> QWidget:
        return self.again

    def reload(self) -> None:
        self.look()

    @Slot()
    def look(self) -> None:
        """Begin to look, unless it is under way."""
        if self._under_way:
            return
        self._under_way = True
        self._show_nothing()
        progress = Progress()
        self.working.begin(_("The book is being looked over."), progress)
        self._task = Task(partial(look_over, self._book, progress.tell))
        self._task.done.connect(self._show)
        self._task.failed.connect(self._fail)
        self._task.start()

    def _show_nothing(self) -> None:
        for part in (self.result, self.card, self.mend, self.back):
            part.hide()

    @Slot(object)
    def _show(self, found: list[Looked]) -> None:
        self._end()
        while (item := self._rows.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        for each in found:
            self._rows.addWidget(_row(each))
        wrong = [each for each in found if each.problems]
        lost = [each for each in wrong if not each.can_repair]
        self.result.setText(_said(bool(wrong), bool(lost)))
        self.result.show()
        self.card.show()
        self.mend.setVisible(bool(wrong) and not lost and not self._book.read_only)
        self.back.setVisible(bool(lost))
        first = self.mend if self.mend.isVisibleTo(self) else self.back
        if wrong and self.isVisible():
            first.setFocus()

    @Slot(object)
    def _fail(self, error: object) -> None:
        self._end()
        self.refused.emit(str(error) if isinstance(error, KuchoError) else _(_BROKE))
        if not isinstance(error, KuchoError) and isinstance(error, Exception):
            raise error

    def _end(self) -> None:
        self._under_way = False
        self.working.end()

    @Slot()
    def _repair(self) -> None:
        try:
            step = LongStep(self._book, repair)
        except KuchoError as error:
            self.refused.emit(str(error))
            return
        step.kept.connect(self._is_repaired)
        step.failed.connect(self._fail)
        self.working.begin(_("It is being put right."))
        step.start()

    @Slot(object)
    def _is_repaired(self, _none: object) -> None:
        self.told.emit(_("It was put right. The book is looked over once more."))
        self.look()

    @Slot()
    def _go_back(self) -> None:
        self.begins.emit("restore", "")

    @Slot()
    def _leave(self) -> None:
        self.begins.emit("settings", "copies")


def _said(is_wrong: bool, is_lost: bool) -> str:
    if is_lost:
        return _("Something is damaged. Please go back to the last copy that is whole.")
    if is_wrong:
        return _("Something is not right. What you wrote is whole; the rest can be put right.")
    return _("All is well. Nothing is wrong with this book.")


def _row(each: Looked) -> QWidget:
    row = QWidget()
    sign = QLabel()
    sign.setPixmap(picture("triangle-alert", "look") if each.problems else picture("check", "go"))
    said = column(words(each.what), *(words(text, "look") for text in each.problems), gap=2)
    layout = line(sign, said, gap=12)
    layout.setStretch(1, 1)
    layout.setAlignment(sign, Qt.AlignmentFlag.AlignTop)
    row.setLayout(layout)
    return row


_BROKE = N_("The work broke off. Nothing of yours was lost. Please try it once more.")
