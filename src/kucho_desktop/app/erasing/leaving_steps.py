"""The steps before everything is removed: who has the book now, and what goes."""

from contextlib import closing
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QFileDialog, QVBoxLayout, QWidget

from kucho_desktop.app.books import open_book
from kucho_desktop.core.backup import back_up
from kucho_desktop.core.errors import KuchoError
from kucho_desktop.core.i18n import _, n_
from kucho_desktop.core.second_place import second_place
from kucho_desktop.core.text import fold
from kucho_desktop.core.wiping import SECOND, heaps_of
from kucho_desktop.records.model.leaving import Handed
from kucho_desktop.records.papers.leaving import not_covered
from kucho_desktop.widgets import theme
from kucho_desktop.widgets.check_box import CheckBox
from kucho_desktop.widgets.day_box import DayBox
from kucho_desktop.widgets.parts import Button, Card, Flow, button, column, line, words
from kucho_desktop.widgets.task import Task
from kucho_desktop.widgets.typed_line import Line
from kucho_desktop.widgets.wizard import WizardStep
from kucho_desktop.widgets.working import Working
from kucho_desktop.widgets.wrapping import Wrapping

GIVEN, DECLINED = "given", "declined"


class HandOverStep(WizardStep):
    """Nothing goes on before it is said who has the book now, or that nobody shall have it."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.title = _("Has the successor got the book?")
        self._path, self._password = path, ""
        self.ways = QButtonGroup(self)
        self.given = self._way(GIVEN, _("Yes, I have given it to the successor"))
        self.declined = self._way(DECLINED, _("No, nobody shall have it"))
        self.whom = Line()
        self.whom.setAccessibleName(_("Given to"))
        self.on_day = DayBox(_("Given on"), date.today)
        self.on_day.show_day(date.today())
        self.copy = button(_("Make the copy for the successor…"), self._ask, icon="folder-open")
        self.working = Working()
        self.working.stop_button.hide()
        self.copied = words("", "second")
        self.problem = words("", "problem")
        for each in (self.copied, self.problem):
            each.hide()
        self._lay_out()
        self.ways.buttonClicked.connect(self._tell)
        self.whom.textChanged.connect(self._tell)
        self.on_day.changed.connect(self._tell)
        self.whom.onward.connect(self.on_day.setFocus)
        self.on_day.onward.connect(self.ended)

    def _way(self, name: str, label: str) -> Button:
        made = button(label, role="row", value=name)
        made.setCheckable(True)
        made.setProperty("value", name)
        self.ways.addButton(made)
        return made

    def _lay_out(self) -> None:
        copying = Card(_("The copy for the successor"), "folder-open")
        copying.body.addWidget(
            words(
                _(
                    "Plug in a memory stick and make the copy on it. The successor opens it with"
                    " the same password, or with the recovery code. Please try together whether it"
                    " opens on the other computer before you go on here."
                )
            )
        )
        copying.body.addLayout(line(self.copy, None))
        for each in (self.working, self.copied, self.problem):
            copying.body.addWidget(each)
        card = Card(self.title, "users")
        card.body.addLayout(Wrapping(self.given, self.declined, gap=12))
        self.asked = QWidget()
        rows = []
        for text, part in ((_("Given to"), self.whom), (_("Given on"), self.on_day)):
            label = words(text, "second", wrap=False)
            label.setFixedWidth(theme.now().ems(7))
            label.setBuddy(part)
            rows.append(line(label, part, None, gap=12))
        self.whom.setMinimumWidth(theme.now().ems(16))
        self.asked.setLayout(column(*rows))
        self.asked.hide()
        self.warning = words(
            _(
                "Then nobody can ever read it again: no roster, no history. Choose this only where"
                " the district ends, or where the book was never used."
            ),
            "look",
        )
        self.warning.hide()
        card.body.addWidget(self.asked)
        card.body.addWidget(self.warning)
        self.setLayout(column(Flow(column(copying, card, None, gap=14)), gap=0))
        self.setFocusProxy(self.copy)

    def begin(self, password: str) -> None:
        """The password is known now: the book can be opened to be copied."""
        self._password = password

    def forget(self) -> None:
        self._password = ""

    def handed(self) -> Handed:
        """What was said here."""
        day = self.on_day.check()
        if self.given.isChecked() and day is not None:
            return Handed(self.whom.text().strip(), day)
        return Handed()

    def may_go_on(self) -> bool:
        if self.working.isVisibleTo(self):
            return False
        named = bool(self.whom.text().strip()) and self.on_day.check() is not None
        return self.declined.isChecked() or (self.given.isChecked() and named)

    @Slot()
    def _tell(self) -> None:
        self.asked.setVisible(self.given.isChecked())
        self.warning.setVisible(self.declined.isChecked())
        self.changed.emit()

    @Slot()
    def _ask(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, self.copy.text(), str(Path.home()))
        if folder:
            self.copy_into(Path(folder))

    def copy_into(self, folder: Path) -> None:
        """A verified copy with its key file; the window never waits."""
        for each in (self.copied, self.problem):
            each.hide()
        self.working.begin(_("The book is copied and the copy is looked over."))
        self._task = Task(partial(_copied, self._path, self._password, folder))
        self._task.done.connect(self._is_copied)
        self._task.failed.connect(self._is_not_copied)
        self._task.start()
        self.changed.emit()

    @Slot(object)
    def _is_copied(self, copy: Path) -> None:
        self.working.end()
        self.copied.setText(
            _("The copy is there, and it was looked over: {name}").format(name=str(copy))
        )
        self.copied.show()
        self.changed.emit()

    @Slot(object)
    def _is_not_copied(self, error: object) -> None:
        self.working.end()
        self.problem.setText(str(error))
        self.problem.setVisible(isinstance(error, KuchoError))
        self.changed.emit()
        if not isinstance(error, KuchoError) and isinstance(error, Exception):
            raise error


def _copied(path: Path, password: str, folder: Path) -> Path:
    with closing(open_book(path, password, read_only=True)) as book:
        return back_up(book, folder)


class RemoveStep(WizardStep):
    """What goes, with how many files; the name of the district is typed before anything does."""

    confirmed = Signal()

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.title = _("What is removed")
        self._path, self._book_id, self._district = path, "", ""
        self._rows = QVBoxLayout()
        self._rows.setSpacing(6)
        self.second = CheckBox(_("Also the copies in the second place"))
        self.second.setChecked(True)
        self.absent = words("", "look")
        self.typed = Line()
        self.ask = words("")
        self.ask.setBuddy(self.typed)
        self.problem = words("", "problem")
        self.problem.hide()
        self.working = Working()
        self.working.stop_button.hide()
        goes = Card(self.title, "trash-2")
        goes.body.addLayout(self._rows)
        goes.body.addWidget(self.second)
        goes.body.addWidget(self.absent)
        stays = Card(_("What this cannot reach"), "info")
        for text in not_covered():
            stays.body.addWidget(words(f"・{text}", "second"))
        sure = Card(_("There is no way back from here"), "triangle-alert", look=True)
        for each in (self.working, self.ask, self.typed, self.problem):
            sure.body.addWidget(each)
        self.typed.setMaximumWidth(theme.now().ems(24))
        self.setLayout(column(Flow(column(goes, stays, sure, None, gap=14)), gap=0))
        self.setFocusProxy(self.typed)
        self.typed.textChanged.connect(self._tell)
        self.typed.onward.connect(self.ended)

    def begin(self, book_id: str, district: str) -> None:
        self._book_id, self._district = book_id, district
        said = _("Please type the name of the district, “{name}”, to remove everything.")
        self.ask.setText(said.format(name=district))
        self.typed.setAccessibleName(self.ask.text())

    def entered(self) -> None:
        """Count what is there now."""
        while (item := self._rows.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        folder = second_place(self._book_id).folder
        is_there = folder is not None and folder.is_dir()
        for heap in heaps_of(self._path, self._book_id, with_second=is_there):
            count = len(heap.files)
            files = n_("{count} file", "{count} files", count).format(count=f"{count:,}")
            if heap.what != SECOND:
                text = _("・{what} – {files}").format(what=_(heap.what), files=files)
                self._rows.addWidget(words(text))
            else:
                text = _("Also the copies in the second place, {folder}: {count}")
                self.second.setText(text.format(folder=folder, count=files))
        self.second.setVisible(is_there)
        self.absent.setVisible(folder is not None and not is_there)
        self.absent.setText(
            _(
                "The second place is not there now: {folder}. To remove the copies in it, please"
                " plug it in, go back one step and come here again."
            ).format(folder=folder)
        )
        self.typed.clear()
        self.problem.hide()

    def wants_second(self) -> bool:
        return self.second.isVisibleTo(self) and self.second.isChecked()

    def not_reached(self) -> tuple[str, ...]:
        """What stays because the user said so, or because it was not there."""
        folder = second_place(self._book_id).folder
        if folder is None or self.wants_second():
            return ()
        return (_("The copies in the second place, {folder}.").format(folder=folder),)

    def may_go_on(self) -> bool:
        return bool(self._district) and fold(self.typed.text()) == fold(self._district)

    def words_for_on(self) -> str:
        return _("Overwrite and remove everything")

    def leave(self) -> bool:
        """Goes on by itself once it is done."""
        self.problem.hide()
        self.confirmed.emit()
        return False

    def tell(self, problem: str) -> None:
        self.problem.setText(problem)
        self.problem.show()

    @Slot()
    def _tell(self) -> None:
        self.changed.emit()
