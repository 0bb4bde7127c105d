"""「写真・書類」 on the sheet of a household: what was added, seen large, taken off again."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from kucho_desktop.core.attachments import Attachment
from kucho_desktop.core.dates import show_date
from kucho_desktop.core.errors import NotAllowed
from kucho_desktop.core.i18n import _
from kucho_desktop.core.pictures import PDF, Picture
from kucho_desktop.households.model import Household
from kucho_desktop.households.model.attaching import ToAttach
from kucho_desktop.households.page.sheet.photo_file import Reading, ask_for_file
from kucho_desktop.widgets.choice import Choices
from kucho_desktop.widgets.form import Form, Section
from kucho_desktop.widgets.holding import Held, Holding
from kucho_desktop.widgets.parts import button, column, words
from kucho_desktop.widgets.task import Task
from kucho_desktop.widgets.told import told_again, told_of
from kucho_desktop.widgets.wrapping import Wrapping

_MUCH = 50_000_000


def about(one: Attachment, whose: str) -> str:
    """Day, whose and what it is, on one line."""
    kind = "PDF" if one.kind == PDF else _("Photo")
    day = show_date(one.taken_on) if one.taken_on else ""
    return "　".join(part for part in (day, whose, kind) if part)


class _Row(QWidget):
    """One of them: what it is, and what can be done with it."""

    def __init__(self, one: Attachment, whose: str) -> None:
        super().__init__()
        value = str(one.id)
        self.view = button(_("See it"), role="quiet", icon="eye", value=value)
        self.edit = button(_("Change title or day"), role="quiet", value=value)
        self.remove = button(_("Take off"), role="quiet", value=value)
        for each in (self.view, self.edit, self.remove):
            each.setAccessibleName(_("{verb}: {title}").format(verb=each.text(), title=one.title))
        said = column(words(one.title, "strong"), words(about(one, whose), "second"), gap=0)
        self.setLayout(column(said, Wrapping(self.view, self.edit, self.remove), gap=0))


class Attached(QWidget, Held):
    """added: (Picture, ToAttach). changed: (Attachment, title, day). A file can be dropped, too.

    removed, wanted: (Attachment); one is wanted to be seen large.
    """

    added = Signal(object, object)
    changed = Signal(object, str, str)
    removed = Signal(object)
    wanted = Signal(object)

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__()
        self._household: Household | None = None
        self._today = today
        self._shown: tuple[Sequence[Attachment], object] = ((), None)
        self._picture: Picture | None = None
        self._editing: Attachment | None = None
        self._reading: Path | None = None
        self._path = Path()
        self._again: ToAttach | None = None
        self._asked = ToAttach(0)
        self.rows: list[_Row] = []
        self.add = button(_("Add a photo or paper…"), self._ask, icon="plus")
        self.said = words("", "second")
        self.problem = words("", "problem")
        self.form = Form(
            ToAttach,
            [Section("", ["title", "taken_on", "member_id"])],
            choices={"member_id": self._people},
            today=today,
        )
        self.keep = button(_("Add it"), self._keep, role="go")
        self.leave = button(_("Cancel"), self._give_up)
        self._asking = QWidget()
        self._asking.setLayout(column(self.form, Wrapping(self.keep, self.leave, gap=12)))
        self._list = column(gap=8)
        layout = column(
            words(_("Photos and papers"), "heading"),
            self.said,
            self._list,
            self.problem,
            self._asking,
            Wrapping(self.add),
        )
        self.setLayout(layout)
        self._asking.hide()
        self.problem.hide()
        self.form.changed.connect(self._take)

    def accept_drops_on(self, part: QWidget) -> None:
        """A file that is dropped anywhere on this part is meant to be kept."""
        part.setAcceptDrops(True)
        part.installEventFilter(self)

    # what is there

    def show_attached(
        self, household: Household, attached: Sequence[Attachment], weight: int
    ) -> None:
        """weight: bytes of all pictures of the book; said where they are much."""
        if self._household is None or self._household.id != household.id:
            self._household = household
            self._end_asking()
        self._household = household
        names = {each.id: each.name for each in household.members}
        if self._shown != (attached, names):
            self._shown = (attached, names)
            self._fill(attached)
        text = _("Photos (JPEG, PNG) and PDF can be added, or dropped here with the mouse.")
        if attached:
            text = ""
        if weight > _MUCH:
            text += _("All photos and papers of this book together take {size} MB.").format(
                size=round(weight / 1_000_000)
            )
        self.said.setText(text)
        self.said.setVisible(bool(text))

    def whose(self, one: Attachment) -> str:
        """The name of the person, or that it is the household's own."""
        return _("The household") if one.member_id is None else self.name_of(one.member_id)

    def name_of(self, member_id: int | None) -> str:
        """Of a person of this household; "" where it is nobody's."""
        members = self._household.members if self._household else ()
        return next((each.name for each in members if each.id == member_id), "")

    def _fill(self, attached: Sequence[Attachment]) -> None:
        for row in self.rows:
            row.hide()
            row.deleteLater()
        self.rows = [_Row(one, self.whose(one)) for one in attached]
        for row in self.rows:
            row.view.chosen.connect(self._view)
            row.edit.chosen.connect(self._edit)
            row.remove.chosen.connect(self._remove)
            self._list.addWidget(row)
            row.show()

    def _one(self, id_: str) -> Attachment:
        return next(each for each in self._shown[0] if str(each.id) == id_)

    @Slot(str)
    def _view(self, id_: str) -> None:
        self.wanted.emit(self._one(id_))

    @Slot(str)
    def _remove(self, id_: str) -> None:
        self.add.setFocus(Qt.FocusReason.TabFocusReason)
        self.removed.emit(self._one(id_))

    # adding one, or saying something else of it

    def _people(self) -> Choices:
        members = self._household.members if self._household else ()
        named = [(each.id, each.name or _("(no name)")) for each in members]
        return [(None, _("The household")), *named]

    @Slot()
    def _ask(self) -> None:
        path = ask_for_file(self)
        if path is not None:
            self.take(path)

    def take(self, path: Path) -> None:
        """Look at a file, and ask what it is called before it is kept."""
        self._end_asking()
        self._reading, self._again = path, None
        self.add.setText(_("Looking at the file…"))
        task = Task(Reading(path))
        task.done.connect(self._take_read)
        task.failed.connect(self._refuse)
        task.start()

    @Slot(object)
    def _take_read(self, read: Reading) -> None:
        """Whoever went on to another household meanwhile has given it up."""
        if read.path == self._reading and read.picture is not None:
            self._end_asking()
            self._picture, self._path = read.picture, read.path
            day = read.picture.taken_on or self._today().isoformat()
            self._begin(self._again or ToAttach(0, read.path.stem, day), _("Add it"))
            self._again = None

    @Slot(object)
    def _refuse(self, error: Exception) -> None:
        self._end_asking()
        if not isinstance(error, NotAllowed):
            raise error
        self._say(str(error))

    @Slot(str)
    def _edit(self, id_: str) -> None:
        self._end_asking()
        one = self._editing = self._one(id_)
        self._begin(ToAttach(0, one.title, one.taken_on, one.member_id), _("Keep it so"))

    def _begin(self, asked: ToAttach, verb: str) -> None:
        self._asked = asked
        self.keep.setText(verb)
        self.form.boxes["member_id"].setVisible(self._editing is None)
        self.form.show_record(asked)
        self._asking.show()
        self.add.hide()
        self.form.focus_first()

    def holdings(self) -> Iterator[Holding]:
        """A photo is read again from where it lies; it is not in the book yet."""
        if self._asking.isVisibleTo(self):
            editing = self._editing.id if self._editing is not None else 0
            path = str(self._path) if self._picture is not None else ""
            yield Holding({"editing": editing, "path": path, "asked": told_of(self._asked)})

    def hold_again(self, said: Any) -> None:
        if str(said["editing"]) in [str(each.id) for each in self._shown[0]]:
            self._edit(str(said["editing"]))
            self._take(0, dict(said["asked"]))
        elif said["path"]:
            self.take(Path(said["path"]))
            self._again = told_again(ToAttach(0), said["asked"])

    @Slot(int, object)
    def _take(self, _id: int, values: dict[str, Any]) -> None:
        self._asked = replace(self._asked, **values)
        self.form.show_record(self._asked)

    @Slot()
    def _keep(self) -> None:
        if not self.form.finish():
            self._say(_("Something is not yet right above. Please look at it once more."))
            return
        picture, editing, asked = self._picture, self._editing, self._asked
        asked = replace(asked, title=asked.title or _("Photo or paper"))
        self._end_asking()
        self.add.setFocus(Qt.FocusReason.TabFocusReason)
        if editing is not None:
            self.changed.emit(editing, asked.title, asked.taken_on)
        elif picture is not None:
            self.added.emit(picture, asked)

    @Slot()
    def _give_up(self) -> None:
        self._end_asking()
        self.add.setFocus(Qt.FocusReason.TabFocusReason)

    def _end_asking(self) -> None:
        self._picture = self._editing = self._reading = None
        self.add.setText(_("Add a photo or paper…"))
        self._asking.hide()
        self.add.show()
        self._say("")

    def _say(self, problem: str) -> None:
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Esc gives up what is being added."""
        if event.key() == Qt.Key.Key_Escape and self._asking.isVisible():
            self._give_up()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if isinstance(event, QDropEvent) and event.type() in (
            QEvent.Type.DragEnter,
            QEvent.Type.Drop,
        ):
            files = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
            if files:
                event.acceptProposedAction()
                if not isinstance(event, QDragEnterEvent):
                    self.take(Path(files[0]))
                return True
        return super().eventFilter(watched, event)
