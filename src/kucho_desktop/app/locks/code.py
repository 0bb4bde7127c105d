"""The recovery code: shown and printed, then tried by typing two of its groups."""

from random import SystemRandom
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QGridLayout, QLabel

from kucho_desktop.core.book import Book
from kucho_desktop.core.i18n import _
from kucho_desktop.core.recovery import GROUPS, is_group
from kucho_desktop.widgets.check_box import CheckBox
from kucho_desktop.widgets.parts import Card, button, column, line, words
from kucho_desktop.widgets.typed_line import Line
from kucho_desktop.widgets.wizard import WizardStep
from kucho_desktop.widgets.wrapping import Wrapping

if TYPE_CHECKING:
    from kucho_desktop.app.printing import PrintRun

_GROUPS_IN_A_LINE = 6
_TRIED = 2


def note_code_kept(book: Book) -> None:
    """The sheet was tried: from now on nobody is reminded of it."""
    with book.aside():
        book.set_about("code_kept", book.today.isoformat())


def is_code_kept(book: Book) -> bool:
    """Practice, and a book that another window writes to, need no sheet from here."""
    needs_none = book.about("practice") or not book.about("book_id") or book.read_only
    return bool(needs_none or book.about("code_kept"))


class Code(WizardStep):
    """The code, shown until the step is left."""

    def __init__(self) -> None:
        super().__init__()
        self.title = _("The recovery code")
        self._code = ""
        self._book: Book | None = None
        self._run: PrintRun | None = None
        self.groups = QGridLayout()
        self.groups.setHorizontalSpacing(22)
        self.groups.setVerticalSpacing(8)
        self.written = CheckBox(_("I have written it down or printed it"))
        self.print_button = button(_("Print the sheet…"), self._print, icon="printer")
        self.print_sealed = button(_("Print the one for the deputy…"), self._print_sealed)
        self.problem = words("", "problem")
        card = Card(self.title, "key-round")
        for text in (
            _("If the password is forgotten, only this code opens the book."),
            _("Print it or write it on paper, and keep it apart from this computer."),
            _("A second sheet, sealed, is for the deputy if the chief falls ill."),
        ):
            card.body.addWidget(words(text))
        card.body.addSpacing(8)
        card.body.addLayout(line(self.groups, None))
        card.body.addSpacing(8)
        card.body.addLayout(Wrapping(self.print_button, self.print_sealed, gap=12))
        card.body.addWidget(self.problem)
        card.body.addWidget(self.written)
        self.setLayout(column(card, None))
        self.setFocusProxy(self.written)
        self.written.toggled.connect(self._tell)

    def show_code(self, book: Book, code: str) -> None:
        self.forget()
        self._book, self._code = book, code
        for place, group in enumerate(code.split("-")):
            row, column_ = divmod(place, _GROUPS_IN_A_LINE)
            self.groups.addWidget(words(group, "code", wrap=False), row, column_)

    def code(self) -> str:
        return self._code

    def forget(self) -> None:
        self._code, self._book = "", None
        self.written.setChecked(False)
        while self.groups.count():
            item = self.groups.takeAt(0)
            label = item.widget() if item is not None else None
            if isinstance(label, QLabel):
                label.hide()
                label.deleteLater()

    def may_go_on(self) -> bool:
        return self.written.isChecked()

    @Slot(bool)
    def _tell(self, is_written: bool) -> None:
        self.changed.emit()
        if is_written:
            self.ended.emit()

    @Slot()
    def _print(self) -> None:
        self._to_printer(sealed=False)

    @Slot()
    def _print_sealed(self) -> None:
        self._to_printer(sealed=True)

    def _to_printer(self, *, sealed: bool) -> None:
        """Loads what printing needs only now."""
        from PySide6.QtPrintSupport import QPrintDialog

        from kucho_desktop.app.locks.sheet import code_sheet
        from kucho_desktop.app.printing import PrintRun, new_printer

        assert self._book is not None
        printer = new_printer(self.title)
        if QPrintDialog(printer, self).exec() == QPrintDialog.DialogCode.Accepted:
            pdf = code_sheet(self._book, self._code, sealed=sealed)
            self._run = PrintRun(pdf, printer)
            self._run.ended.connect(self.problem.setText)
            self._run.start()


class TriedCode(WizardStep):
    """Two groups are read from the paper; a sheet that nobody can read is no use.

    later: it shall be tried another day.
    """

    later = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.title = _("Is the sheet readable?")
        self._code = ""
        self.numbers: list[int] = []
        self.boxes = [Line() for _each in range(_TRIED)]
        self._labels = [words("", "second") for _each in self.boxes]
        self.problem = words("", "problem")
        self.wait = button(_("Try it another day"), self._wait, role="quiet")
        card = Card(self.title, "key-round")
        said = _("Take the sheet in your hand and type two of its groups, read from the paper.")
        card.body.addWidget(words(said))
        for label, box in zip(self._labels, self.boxes, strict=True):
            label.setBuddy(box)
            card.body.addWidget(label)
            card.body.addWidget(box)
            box.textChanged.connect(self._judge)
        card.body.addWidget(self.problem)
        card.body.addLayout(line(self.wait, None))
        self.setLayout(column(card, None))
        self.setFocusProxy(self.boxes[0])
        self.boxes[0].onward.connect(self._go_to_second)
        self.boxes[1].onward.connect(self.ended)

    def show_code(self, code: str) -> None:
        """Ask for two groups of this code, others each time."""
        self.forget()
        self._code = code
        self.numbers = sorted(SystemRandom().sample(range(1, GROUPS + 1), _TRIED))
        for number, label, box in zip(self.numbers, self._labels, self.boxes, strict=True):
            label.setText(_("Group number {number}").format(number=number))
            box.setAccessibleName(label.text())

    def forget(self) -> None:
        self._code = ""
        for box in self.boxes:
            box.clear()

    def may_go_on(self) -> bool:
        return bool(self._code) and all(self._right())

    def words_for_on(self) -> str:
        return _("Done")

    def _right(self) -> list[bool]:
        pairs = zip(self.boxes, self.numbers, strict=True)
        return [bool(self._code) and is_group(b.text(), self._code, n) for b, n in pairs]

    @Slot()
    def _wait(self) -> None:
        self.later.emit()

    @Slot()
    def _go_to_second(self) -> None:
        self.boxes[1].setFocus()

    @Slot()
    def _judge(self) -> None:
        """Said once four signs are there."""
        wrong = [
            number
            for number, box, right in zip(self.numbers, self.boxes, self._right(), strict=True)
            if len(box.text().strip()) >= len("ABCD") and not right and self._code
        ]
        said = _("Group number {number} is not what stands on the sheet. Please look again.")
        self.problem.setText("\n".join(said.format(number=number) for number in wrong))
        self.changed.emit()
