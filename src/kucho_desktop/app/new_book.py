"""Making a new book: the district's name, a password, and the recovery code to be written down."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths, Signal, Slot
from PySide6.QtWidgets import QFileDialog

from kucho_desktop.app.books import create_book
from kucho_desktop.app.locks.code import Code, TriedCode, note_code_kept
from kucho_desktop.app.locks.new_password import Locking
from kucho_desktop.association.model import Association
from kucho_desktop.association.store import name_association
from kucho_desktop.core.book import Book
from kucho_desktop.core.errors import KuchoError
from kucho_desktop.core.i18n import _
from kucho_desktop.widgets.form import Form, Section
from kucho_desktop.widgets.parts import Card, button, column, line, words
from kucho_desktop.widgets.wizard import Wizard, WizardStep

_NOT_IN_FILE_NAMES = str.maketrans('\\/:*?"<>|', "＼／：＊？＂＜＞｜")


class NewBook(Wizard):
    """made: the new Book, open and named."""

    made = Signal(object)

    def __init__(self) -> None:
        self.naming = Naming()
        self.locking = Locking(_("A password for the book"), _("Make the book"))
        self.code = Code()
        self.tried = TriedCode()
        steps = [self.naming, self.locking, self.code, self.tried]
        super().__init__(_("A new book"), steps)
        self._book: Book | None = None
        self.locking.agreed.connect(self._make)
        self.tried.later.connect(self.finished)
        self.finished.connect(self._tell_made)

    @Slot()
    def _make(self) -> None:
        path = self.naming.path()
        try:
            book, code = create_book(path, self.locking.first.line.text())
            try:
                name_association(book, **self.naming.values())
            except BaseException:
                book.close()
                raise
        except KuchoError as error:
            self.locking.tell(str(error))
            return
        self._book = book
        self.code.show_code(book, code)
        self.tried.show_code(code)
        self.back.setDisabled(True)
        self.give_up.hide()

    @Slot()
    def _tell_made(self) -> None:
        book, self._book = self._book, None
        if book is not None and self.tried.may_go_on():
            note_code_kept(book)
        self.locking.forget()
        self.code.forget()
        self.tried.forget()
        self.back.setDisabled(False)
        self.give_up.show()
        if book is not None:
            self.made.emit(book)

    def is_made(self) -> bool:
        return self._book is not None

    def close_book(self) -> None:
        """The window is closed before the code was written down: the book itself is kept."""
        if self._book is not None:
            self._book.close()
            self._book = None


class Naming(WizardStep):
    """The name of the district, how it is read, and where the book will lie."""

    def __init__(self) -> None:
        super().__init__()
        self.title = _("What is your district called?")
        self.form = Form(Association, [Section("", ["name", "kana"])])
        self.place = words("", "second")
        self._folder = documents_folder()
        self.other = button(_("Keep it in another folder…"), self._ask, icon="folder-open")
        card = Card(self.title, "landmark")
        card.body.addWidget(self.form)
        card.body.addSpacing(8)
        card.body.addWidget(self.place)
        card.body.addLayout(line(self.other, None))
        self.setLayout(column(card, None))
        self.setFocusProxy(self.form.boxes["name"].edit)
        for box in self.form.boxes.values():
            box.typing.connect(self._show)
        self.form.ended.connect(self.ended)

    def entered(self) -> None:
        if self.form.record is None:
            self.form.show_record(Association(0))
        self._show()

    def keep_in(self, folder: Path) -> None:
        self._folder = folder
        self._show()

    def values(self) -> dict[str, object]:
        return {name: box.editor.value() for name, box in self.form.boxes.items()}

    def path(self) -> Path:
        name = str(self.values()["name"]).translate(_NOT_IN_FILE_NAMES).strip(" .")
        return self._folder / f"{name}.kucho"

    def may_go_on(self) -> bool:
        boxes = self.form.boxes
        named = bool(boxes["name"].editor.typed().strip())
        return named and not any(box.editor.problem() for box in boxes.values())

    @Slot()
    def _show(self) -> None:
        text = _("The book will be the file {path}").format(path=self.path())
        self.place.setText(text if self.may_go_on() else "")
        self.changed.emit()

    @Slot()
    def _ask(self) -> None:
        place = QFileDialog.getExistingDirectory(self, self.other.text(), str(self._folder))
        if place:
            self.keep_in(Path(place))


def documents_folder() -> Path:
    """Where people keep their papers; a bare machine names such a folder, but has none."""
    named = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(named) if named and Path(named).is_dir() else Path.home()
