"""The page of the households keeps photos and papers, and shows them large in the card."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from kucho_desktop.core import attachments
from kucho_desktop.core.attachments import Attachment
from kucho_desktop.core.book import Book
from kucho_desktop.core.errors import KuchoError
from kucho_desktop.core.pictures import Picture
from kucho_desktop.households import store
from kucho_desktop.households.model.attaching import ToAttach
from kucho_desktop.households.page.at_work import HouseholdsAtWork
from kucho_desktop.households.page.list.columns import name_of
from kucho_desktop.households.page.sheet.photo_file import Reading, ask_for_file
from kucho_desktop.households.page.sheet.viewing import Viewing
from kucho_desktop.widgets.task import Task


class HouseholdsWithPictures(HouseholdsAtWork):
    """The card may hold one picture instead of the sheet or the history."""

    def __init__(self, book: Book) -> None:
        self._viewing: Viewing | None = None
        self._came_from: tuple[str, QWidget | None] = ("sheet", None)
        self._was_wide = False
        self._for_step = (0, "", 0)
        super().__init__(book)
        attached = self.sheet.attached
        attached.added.connect(self._add_picture)
        attached.changed.connect(self._change_picture)
        attached.removed.connect(self._take_off)
        attached.wanted.connect(self.view_picture)
        self.sheet.names.changed.connect(self._change_names)
        self.past.attaches.connect(self._add_to_step)
        self.past.wanted.connect(self.view_picture)

    @property
    def viewing(self) -> Viewing:
        """Where one picture is seen large; made when it is first needed."""
        if self._viewing is None:
            self._viewing = Viewing()
            self._viewing.closed.connect(self._close_viewing)
            self.side.card.body.addWidget(self._viewing, 1)
        return self._viewing

    def _show_in_card(self, part: str) -> None:
        """A picture has the whole width; after it the list stands where it stood."""
        if part == "viewing" and self._part != "viewing":
            self._was_wide, self._is_wide = self._is_wide, True
        elif part != "viewing" and self._part == "viewing":
            self._is_wide = self._was_wide
        super()._show_in_card(part)
        if self._viewing is not None:
            self._viewing.setVisible(part == "viewing")
            if part != "viewing":
                self._viewing.clear()

    def _show_selected(self, id_: int) -> None:
        """Whoever goes to another household has seen enough of this one's picture."""
        other = self._household is None or self._household.id != id_
        super()._show_selected(id_)
        if other and self._part == "viewing":
            self._show_in_card("sheet")

    def _fill_past(self) -> None:
        if self._household is not None:
            own = store.attachments_with(self._book, self._household.id)
            self.past.show_attached(_by_step(own))
        super()._fill_past()

    # each thing that is done

    @contextmanager
    def _telling(self) -> Iterator[None]:
        """What is done can be undone; what cannot be done is explained."""
        try:
            yield
            self.done.emit(self._book.undo_label())
        except KuchoError as error:
            self.refused.emit(str(error))

    @Slot(object, object)
    def _add_picture(self, picture: Picture, asked: ToAttach) -> None:
        now = self._household
        if now is None:
            return
        whose = self.sheet.attached.name_of(asked.member_id) or name_of(now)
        owner = {"member_id": asked.member_id} if asked.member_id else {"household_id": now.id}
        with self._telling():
            attachments.attach(
                self._book,
                picture,
                title=asked.title,
                taken_on=asked.taken_on,
                whose=whose,
                **owner,
            )

    @Slot(int)
    def _add_to_step(self, step: int) -> None:
        """Keep a photo or paper with one thing in the history; its title can be changed later."""
        now, path = self._household, ask_for_file(self)
        if now is not None and path is not None:
            self._for_step = (now.id, name_of(now), step)
            task = Task(Reading(path))
            task.done.connect(self._keep_with_step)
            task.failed.connect(self._refuse)
            task.start()

    @Slot(object)
    def _keep_with_step(self, read: Reading) -> None:
        id_, whose, step = self._for_step
        if read.picture is None:
            return
        with self._telling():
            attachments.attach(
                self._book,
                read.picture,
                title=read.path.stem,
                taken_on=read.picture.taken_on or self._book.today.isoformat(),
                whose=whose,
                household_id=id_,
                step=step,
            )

    @Slot(object)
    def _refuse(self, error: Exception) -> None:
        if not isinstance(error, KuchoError):
            raise error
        self.refused.emit(str(error))

    @Slot(object, str, str)
    def _change_picture(self, one: Attachment, title: str, day: str) -> None:
        with self._telling():
            attachments.change_attachment(self._book, one, title, day)

    @Slot(object)
    def _take_off(self, one: Attachment) -> None:
        with self._telling():
            attachments.remove_attachment(self._book, one)

    @Slot(int, str, object)
    def _change_names(self, member_id: int, name: str, values: Mapping[str, Any]) -> None:
        with self._telling():
            store.change_names(self._book, member_id, name, values)

    @Slot(object)
    def view_picture(self, one: Attachment) -> None:
        """Show one large; it comes straight from the book."""
        viewing, from_part = self.viewing, self._part
        self._came_from = (from_part, self.focusWidget())
        self._show_in_card("viewing")
        content = attachments.content_of(self._book, one.digest)
        viewing.show_content(one, content, self.sheet.attached.whose(one))

    @Slot()
    def _close_viewing(self) -> None:
        part, before = self._came_from
        self._show_in_card(part)
        if before is not None and isValid(before):
            before.setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() == Qt.Key.Key_Escape and self._part == "viewing":
            self._close_viewing()
        else:
            super().keyPressEvent(event)


def _by_step(own: Sequence[Attachment]) -> Mapping[int, Sequence[Attachment]]:
    found: dict[int, list[Attachment]] = {}
    for one in own:
        found.setdefault(one.step, []).append(one)
    return found
