"""Before a book is open: its password, other books, a new one, or the district for practice."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QLabel, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from kucho_desktop.app.locks.unlock import Unlock
from kucho_desktop.app.settings import LEAVE
from kucho_desktop.core.errors import KuchoError
from kucho_desktop.core.i18n import _
from kucho_desktop.widgets import theme
from kucho_desktop.widgets.icons import picture
from kucho_desktop.widgets.parts import Button, Card, Flow, button, column, line, words
from kucho_desktop.widgets.task import Task
from kucho_desktop.widgets.working import Working

if TYPE_CHECKING:
    from kucho_desktop.app.erasing.leaving import LeavingOffice
    from kucho_desktop.app.locks.recovering import Recovering
    from kucho_desktop.app.locks.renewing import Renewing
    from kucho_desktop.app.new_book import NewBook

KIND = "*.kucho"


class Entrance(QMainWindow):
    """opened: the Book. forgotten: everything of a book was removed from this computer."""

    opened = Signal(object)
    forgotten = Signal()

    def __init__(self, path: Path | None, recent: Sequence[Path]) -> None:
        super().__init__()
        self.setWindowTitle(_("Kucho's desk"))
        self.resize(theme.now().ems(56), 720)
        self._recent = [each for each in recent if each != path]
        self.unlock = Unlock()
        self.new: NewBook | None = None
        self.recovering: Recovering | None = None
        self.renewing: Renewing | None = None
        self.leaving: LeavingOffice | None = None
        self.pages = QStackedWidget()
        self.pages.setObjectName("pages")
        self._others: list[Button] = []
        self.pages.addWidget(self._first_page())
        self.setCentralWidget(self.pages)
        self.unlock.opened.connect(self.opened)
        self.unlock.forgotten.connect(self._recover)
        self.unlock.goes_back.connect(self._go_back)
        self.choose(path or (recent[0] if recent else None))

    def _first_page(self) -> QWidget:
        now = theme.now()
        sign = QLabel()
        sign.setPixmap(picture("landmark", "go", now.ems(2.2)))
        title = line(sign, words(_("Kucho's desk"), "title", wrap=False), None, gap=14)
        self.other = button(_("Open another book…"), self._ask_for_file, icon="folder-open")
        self.make = button(_("Make a new book…"), self._make_new, icon="book-plus")
        self.practice = button(
            _("Practise with an invented district"), self.practise, icon="sprout"
        )
        self.working = Working()
        self.working.stop_button.hide()
        self.recent = QVBoxLayout()
        self.recent.setSpacing(6)
        self._card = card = Card()
        card.body.setSpacing(10)
        card.body.setContentsMargins(26, 20, 26, 22)
        card.body.addWidget(self.unlock)
        self.others = others = Card(_("Something else"))
        self.welcome = words(
            _("Make a new book for your district, or try everything with an invented one first.")
        )
        others.body.addWidget(self.welcome)
        others.body.addLayout(self.recent)
        for each in (self.make, self.practice, self.other):
            each.setProperty("role", "row")
            others.body.addWidget(each)
        inside = column(title, card, self.working, others, None, gap=16)
        inside.setContentsMargins(0, 24, 0, 24)
        middle = QWidget()
        middle.setMaximumWidth(now.ems(40))
        middle.setLayout(inside)
        row = line(None, middle, None)
        row.setStretch(1, 100)
        page = QFrame()
        page.setObjectName("page")
        page.setLayout(column(Flow(row), gap=0))
        return page

    def close_unfinished(self) -> None:
        """A new book whose code was not written down yet is kept and closed."""
        for each in (self.new, self.recovering, self.renewing):
            if each is not None:
                each.close_book()

    def choose(self, path: Path | None) -> None:
        """Ask for the password of this book; offer the others below."""
        self._card.setVisible(path is not None)
        self.welcome.setVisible(path is None)
        self.others.heading.setText(_("Something else") if path else _("Welcome"))
        known = path is not None or bool(self._recent)
        self.other.setText(_("Open another book…") if known else _("Open a book that is there…"))
        if path is not None:
            self.unlock.ask(path)
        for old in self._others:
            old.hide()
            old.deleteLater()
        self._others = []
        for each in self._recent:
            if each == path:
                continue
            text = _("Open {name}").format(name=each.stem)
            made = button(text, role="row", icon="book-open", value=str(each))
            made.setToolTip(str(each))
            made.chosen.connect(self._choose_recent)
            self._others.append(made)
            self.recent.addWidget(made)

    @Slot(str)
    def _choose_recent(self, path: str) -> None:
        self.choose(Path(path))

    @Slot()
    def _ask_for_file(self) -> None:
        from PySide6.QtWidgets import QFileDialog  # not before it is seen

        kinds = _("Books ({pattern})").format(pattern=KIND)
        place, _kind = QFileDialog.getOpenFileName(
            self, self.other.text().rstrip("…"), str(Path.home()), kinds
        )
        if place:
            self.choose(Path(place))

    @Slot()
    def _make_new(self) -> None:
        if self.new is None:
            from kucho_desktop.app.new_book import NewBook

            self.new = NewBook()
            self.new.made.connect(self.opened)
            self.new.given_up.connect(self._show_first)
            self.pages.addWidget(self.new)
        self.pages.setCurrentWidget(self.new)
        self.new.start()

    @Slot()
    def _recover(self) -> None:
        """The password is forgotten: begin anew with the code, whatever was typed before."""
        from kucho_desktop.app.locks.recovering import Recovering

        before, self.recovering = self.recovering, Recovering(self.unlock.path)
        if before is not None:
            before.deleteLater()
        self._lead(self.recovering)

    def begin(self, work: str, path: Path) -> None:
        """Do something with a book that was closed for it: RENEW or LEAVE."""
        self.choose(path)
        if work == LEAVE:
            from kucho_desktop.app.erasing.leaving import LeavingOffice

            self.leaving = LeavingOffice(path)
            self.leaving.removed.connect(self.forgotten)
            self.leaving.finished.connect(self._show_nothing)
            self._lead(self.leaving)
        else:
            from kucho_desktop.app.locks.renewing import Renewing

            self.renewing = Renewing(path)
            self._lead(self.renewing)

    def _lead(self, wizard: "Recovering | Renewing | LeavingOffice") -> None:
        wizard.opened.connect(self.opened)
        wizard.given_up.connect(self._show_first)
        self.pages.addWidget(wizard)
        self.pages.setCurrentWidget(wizard)
        wizard.start()

    @Slot()
    def _go_back(self) -> None:
        from kucho_desktop.app.copies.restore_entrance import RestoreAtEntrance

        self.restore = RestoreAtEntrance(self.unlock.path, self.unlock.password.line.text())
        self.restore.given_up.connect(self._end_going_back)
        self.restore.went_back.connect(self._open_copy)
        self.pages.addWidget(self.restore)
        self.pages.setCurrentWidget(self.restore)

    @Slot()
    def _end_going_back(self) -> None:
        self.pages.setCurrentIndex(0)
        self.restore.hide()
        self.restore.deleteLater()

    @Slot(str)
    def _open_copy(self, said: str) -> None:
        """The password that opened the copy opens the book now."""
        password = self.unlock.password.line.text()
        self._end_going_back()
        self.unlock.ask(self.unlock.path)
        self.unlock.tell(said)
        self.unlock.password.line.setText(password)
        self.unlock.go_on.setFocus()

    @Slot()
    def _show_nothing(self) -> None:
        """The book is no more; as on a computer on which there never was one."""
        self._recent = []
        self.choose(None)
        self._show_first()

    @Slot()
    def _show_first(self) -> None:
        self.pages.setCurrentIndex(0)

    @Slot()
    def practise(self) -> None:
        """Write the invented district where the program keeps its own things, then open it."""
        self.practice.setEnabled(False)
        self.working.begin(_("The invented district is being written."))
        self._task = Task(_write_practice)
        self._task.done.connect(self._open_practice)
        self._task.failed.connect(self._tell_failure)
        self._task.start()

    @Slot(object)
    def _open_practice(self, made: tuple[Path, str]) -> None:
        self.working.end()
        self.practice.setEnabled(True)
        path, password = made
        self.choose(path)
        self.unlock.password.line.setText(password)
        self.unlock.open()

    @Slot(object)
    def _tell_failure(self, error: object) -> None:
        self.working.end()
        self.practice.setEnabled(True)
        if not isinstance(error, KuchoError):
            raise RuntimeError("the practice district could not be written") from (
                error if isinstance(error, Exception) else None
            )
        self.choose(None)
        self.unlock.tell(str(error))


def _write_practice() -> tuple[Path, str]:
    """Heavy, and needed once: loaded here, in the worker."""
    from kucho_desktop.app.practising import practice_book

    return practice_book()
