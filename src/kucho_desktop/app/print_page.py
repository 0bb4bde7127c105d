"""The page of all papers: choose one, see it as it will be printed, print it or keep it as PDF."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from kucho_desktop.app import papers
from kucho_desktop.app.drawing_papers import Drawing, draw_away
from kucho_desktop.app.paper_choices import PaperChoices
from kucho_desktop.app.paper_kinds.lists import table_about
from kucho_desktop.app.paper_request import Paper
from kucho_desktop.app.printing import PrintRun, new_printer
from kucho_desktop.core import i18n
from kucho_desktop.core.book import Book
from kucho_desktop.core.errors import KuchoError
from kucho_desktop.core.i18n import _
from kucho_desktop.core.whole_writing import write_whole
from kucho_desktop.households.store import figures
from kucho_desktop.paper.imprint import Printed
from kucho_desktop.widgets import theme
from kucho_desktop.widgets.holding import WHERE, Holding
from kucho_desktop.widgets.job import Job
from kucho_desktop.widgets.paper_view import PaperView
from kucho_desktop.widgets.parts import Button, Card, Flow, button, column, words
from kucho_desktop.widgets.room_page import Changes, RoomPage
from kucho_desktop.widgets.task import Task
from kucho_desktop.widgets.working import Working

_MANY = 1500
"""Households from which on a paper is drawn in a process of its own: the window stays quick."""

_LAID_OUT = 50
"""Milliseconds after which a page that was just opened has found its lengths."""


class PrintPage(RoomPage):
    """Nothing is printed that was not seen. What goes out is noted in the hand-out log."""

    name = "print"
    only_looks = True

    def __init__(self, book: Book) -> None:
        super().__init__(_("Print"))
        self._book = book
        self._draft: papers.Draft | None = None
        self._printed: Printed | None = None
        self._asked = 0
        self._work: Task | Job | None = None
        self._run: PrintRun | None = None
        self._going_out: tuple[papers.Draft | None, str, tuple[int, ...]] = (None, "", ())
        self.keep_button = self.add_button(_("Keep as PDF…"), self.keep, icon="file-down")
        self.keep_button.setShortcut("Ctrl+S")
        self.print_button = self.add_button(_("Print…"), self.print, icon="printer", go=True)
        self.print_button.setShortcut("Ctrl+Return")
        self.view = PaperView()
        self.warning = words("", "look")
        self.warning.hide()
        self.working = Working()
        self.working.stopped.connect(self._stop)
        self.choices: PaperChoices | None = None
        self.list = {paper.name: self._list_button(paper) for paper in papers.all_papers()}
        self.table_button = button(_("Write out a table…"), self._write_out, icon="sheet")
        self._place = column(*self._shelves(), None, gap=6)
        self._place.setContentsMargins(0, 0, 6, 0)
        self.flow = Flow(self._place)
        card = Card()
        card.body.setContentsMargins(14, 12, 6, 12)
        card.body.addWidget(self.flow, 1)
        card.body.addWidget(self.table_button)
        card.setFixedWidth(theme.now().ems(19) + 40)
        right = column(self.warning, self.working, self.view)
        right.setStretch(2, 1)
        layout = QHBoxLayout()
        layout.setSpacing(16)
        layout.addWidget(card)
        layout.addLayout(right, 1)
        self.body.addLayout(layout)
        self._can_print(False)

    def _shelves(self) -> list[QWidget]:
        """The papers under the headings of their shelves."""
        shelves: dict[str, list[QWidget]] = {}
        for paper in papers.all_papers():
            shelves.setdefault(paper.shelf, []).append(self.list[paper.name])
        return [
            each for shelf, made in shelves.items() for each in (words(_(shelf), "small"), *made)
        ]

    def _list_button(self, paper: Paper) -> Button:
        made = button(paper.title, role="row", value=paper.name)
        made.setCheckable(True)
        made.setAutoExclusive(True)
        made.chosen.connect(self.choose)
        return made

    def begin(self, work: str) -> None:
        """Show this paper; with no name the one that was chosen last, or the first."""
        chosen = [name for name, made in self.list.items() if made.isChecked()]
        if work in self.list or self.about or not chosen:
            self.choose(work if work in self.list else next(iter([*chosen, *self.list])))
        else:
            self.make()
        self.list[self._name].setFocus(Qt.FocusReason.TabFocusReason)

    def holdings(self) -> Iterator[Holding]:
        if self.choices is not None:
            yield Holding({"paper": self._name, "about": dict(self.about)}, WHERE)

    def hold_again(self, said: Any) -> None:
        self.about = said["about"]
        if said["paper"] in self.list:
            self.choose(said["paper"])

    @Slot()
    def _write_out(self) -> None:
        """A table for Excel instead of a paper: of the list that is shown, if one is."""
        asked = self.choices.request() if self.choices is not None else None
        self.begins.emit("write_out", table_about(self._book, self._name, asked) if asked else "")

    def starts_at(self) -> QWidget:
        """The paper that is chosen."""
        chosen = (made for made in self.list.values() if made.isChecked())
        return next(chosen, next(iter(self.list.values())))

    def reload(self) -> None:
        if self.choices is not None:
            self.make()

    def changed(self, _changes: Changes) -> None:
        """A paper shows the book as it is now."""
        self._stale = True
        self._reload_if_seen()

    @Slot(str)
    def choose(self, name: str) -> None:
        self.list[name].setChecked(True)
        if self.choices is not None:
            self.choices.hide()
            self.choices.deleteLater()
        self.choices = PaperChoices(self._book, papers.paper_named(name), self.about)
        self.choices.changed.connect(self.make)
        self._open_under(name)
        self._name = name
        self.make()

    def _open_under(self, name: str) -> None:
        """What is chosen about a paper stands right under it, in sight and next for the keys."""
        assert self.choices is not None
        self._place.insertWidget(self._place.indexOf(self.list[name]) + 1, self.choices)
        before: QWidget = self.list[name]
        for part in self.choices.parts():
            QWidget.setTabOrder(before, part)
            before = part
        QTimer.singleShot(_LAID_OUT, self, self._show_choices)

    @Slot()
    def _show_choices(self) -> None:
        """Once all is laid out; the paper itself stays in sight above what is chosen about it."""
        inside = self.flow.widget()
        if self.choices is not None and inside is not None and self.isVisible():
            if inside.height() < inside.sizeHint().height():
                QTimer.singleShot(_LAID_OUT, self, self._show_choices)
                return
            self.flow.ensureWidgetVisible(self.choices, 0, theme.now().gap)
            self.flow.ensureWidgetVisible(self.list[self._name], 0, theme.now().gap)

    @Slot()
    def make(self) -> None:
        """Gather the paper now, draw it away from the window, show it when it is there."""
        request = self.choices.request() if self.choices is not None else None
        self._can_print(False)
        self._asked += 1  # whatever is still being drawn is not wanted any more
        if request is None:
            self.working.end()
            return
        try:
            self._draft = papers.draft(self._book, self._name, request)
        except KuchoError as error:
            self.working.end()
            self.view.clear()
            self._warn(str(error))
            return
        many = figures(self._book).all_households > _MANY
        task: Task | Job
        if many:
            task = Job(draw_away, self._asked, self._draft, i18n.language())
        else:
            task = Task(Drawing(self._asked, self._draft))
        self._work = task
        task.done.connect(self._show)
        task.failed.connect(self._fail)
        self.working.begin(_("The paper is being made."))
        self.working.stop_button.setVisible(many)
        task.start()

    @Slot(object)
    def _show(self, made: tuple[int, Printed]) -> None:
        number, printed = made
        if number != self._asked:
            return
        self.working.end()
        self._printed = printed
        self.view.show_pdf(printed.pdf)
        refused = papers.why_not_out(self._book, self._draft) if self._draft is not None else ""
        self._can_print(not refused)
        self._warn("\n".join([refused, *printed.remarks()] if refused else printed.remarks()))

    @Slot(object)
    def _fail(self, error: object) -> None:
        self.working.end()
        self.view.clear()
        known = isinstance(error, KuchoError)
        self._warn(str(error) if known else _("The paper could not be made. Nothing was lost."))
        if not known and isinstance(error, Exception):
            raise error

    @Slot()
    def _stop(self) -> None:
        if isinstance(self._work, Job):
            self._work.stop()
        if self._run is not None:
            self._run.stop()

    def _warn(self, text: str) -> None:
        self.warning.setText(text)
        self.warning.setVisible(bool(text))

    def _can_print(self, can: bool) -> None:
        if not can:
            self._printed = None
        for each in (self.keep_button, self.print_button):
            # While the next copies are being drawn the keys stay on what was pressed.
            each.setEnabled(can or each.hasFocus())

    @Slot()
    def keep(self) -> None:
        """Keep the paper as a file."""
        printed, made, given_to = self._printed, self._draft, self._given_to()
        if printed is None or self._run is not None:
            return
        title = papers.paper_named(self._name).title
        start = str(Path.home() / f"{title}.pdf")
        place, _kind = QFileDialog.getSaveFileName(self, _("Keep as PDF"), start, "PDF (*.pdf)")
        if not place:
            return
        path = Path(place)
        path = path if path.suffix or path.is_dir() else path.with_suffix(".pdf")
        try:
            write_whole(path, printed.pdf)
        except OSError:
            message = _(
                "{name} could not be written. Is it open in another program, or is the disk full?"
                " The book itself is safe."
            )
            self.refused.emit(message.format(name=path.name))
            return
        self._note(made, given_to, printed.numbers_on(range(printed.pages)))
        self.told.emit(_("Kept as {name}").format(name=path.name))

    @Slot()
    def print(self) -> None:
        """Ask which printer, and print."""
        printed, made, given_to = self._printed, self._draft, self._given_to()
        if printed is None or self._run is not None:
            return
        named = self.about.get("printer", "")  # the one for which the page before found the offset
        printer = new_printer(papers.paper_named(self._name).title, named)
        dialog = QPrintDialog(printer, self)
        if dialog.exec() == QPrintDialog.DialogCode.Accepted:
            self._run = PrintRun(printed.pdf, printer)
            numbers = printed.numbers_on(self._run.pages)
            self._going_out = (made, given_to, numbers)
            self._run.ended.connect(self._end_run)
            self.working.begin(_("Printing"), self._run.progress)
            self._run.start()

    @Slot(str)
    def _end_run(self, problem: str) -> None:
        self.working.end()
        self._run = None
        if problem:
            self.refused.emit(problem)
        else:
            self._note(*self._going_out)
            self.told.emit(_("Sent to the printer"))

    def _given_to(self) -> str:
        return self.choices.given_to() if self.choices is not None else ""

    def _note(self, made: papers.Draft | None, given_to: str, numbers: tuple[int, ...]) -> None:
        """What went out is in the log, whatever is looked at by now. The next numbers follow."""
        if made is not None and not self._book.read_only:
            papers.note_handout(self._book, made, for_whom=given_to, numbers=numbers)
            self.make()
