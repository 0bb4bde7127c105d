"""表に書き出す: for whom, as of which day, in which kind of file; what is lost is said before."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFileDialog, QWidget

from kucho_desktop.app.writing_out.away import Gathering, Saving
from kucho_desktop.app.writing_out.table import (
    AUDIENCES,
    PAPER,
    Outgoing,
    lost_characters,
    lost_texts,
    note_table,
)
from kucho_desktop.association.store import the_association
from kucho_desktop.core.audiences import CHIEF_ONLY, Audience
from kucho_desktop.core.book import Book
from kucho_desktop.core.copies import last_receiver
from kucho_desktop.core.errors import KuchoError
from kucho_desktop.core.i18n import _, n_
from kucho_desktop.exchange.writing_csv import JAPANESE, UTF8
from kucho_desktop.households.model.lists.wanted import from_text
from kucho_desktop.tonarigumi.store import tonarigumi_named
from kucho_desktop.widgets import theme
from kucho_desktop.widgets.choice import DropDown
from kucho_desktop.widgets.day_box import DayBox
from kucho_desktop.widgets.parts import Card, Flow, button, column, line, words
from kucho_desktop.widgets.task import Task
from kucho_desktop.widgets.typed_line import Line
from kucho_desktop.widgets.working import Working

XLSX, CSV, OLD_CSV = "xlsx", "csv", "old csv"
_CHARSETS = {XLSX: UTF8, CSV: UTF8, OLD_CSV: JAPANESE}
_MOST_LOST = 12


class WriteOutPage(QWidget):
    """finished: (a text for the strip, without undo) a file was written. given_up: none was.

    about: a list that was put together elsewhere ("list"), for whom ("for"), on which day (ISO).
    """

    finished = Signal(str)
    given_up = Signal()

    def __init__(self, book: Book, about: Mapping[str, str] | None = None) -> None:
        super().__init__()
        said = about or {}
        self._wanted = from_text(said["list"]) if "list" in said else None
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._book = book
        self._number = 0
        self._outgoing: Outgoing | None = None
        self._is_saving = False
        self.audience = DropDown([(each, each.title) for each in AUDIENCES])
        wanted = Audience(said.get("for", AUDIENCES[0].value))
        self.audience.choose(wanted if wanted in AUDIENCES else AUDIENCES[0])
        self.group = DropDown([(None, _("All groups")), *tonarigumi_named(book).items()])
        self.box = DayBox(_("As of which day"), self._today, apart=True)
        self.box.show_day(date.fromisoformat(said["day"]) if "day" in said else book.today)
        self.day = self.box.line
        self.kind = DropDown(
            [
                (XLSX, _("Excel (xlsx)")),
                (CSV, _("csv, with every letter (UTF-8)")),
                (OLD_CSV, _("csv for older programs (Shift JIS)")),
            ]
        )
        self.receiver = Line()
        self.receiver.setMinimumWidth(theme.now().ems(14))
        self.counts = words("", "strong")
        self.held_back = words("")
        self.lost = words("", "look")
        self.problem = words("", "look")
        self.working = Working()
        self.save = button(_("Write it out…"), self.ask, icon="file-down", role="go")
        self.leave = button(_("Cancel"), self._give_up, role="quiet")
        self._lay_out()
        self._connect()
        self.gather()

    def _lay_out(self) -> None:
        card = Card()
        for title, box in (
            (_("For whom"), self.audience),
            (_("Which groups"), self.group),
            (_("As of which day"), self.box),
            (_("Kind of file"), self.kind),
            (_("Given to"), self.receiver),
        ):
            box.setAccessibleName(title)
            label = words(title, "second", wrap=False)
            label.setFixedWidth(theme.now().ems(9))
            card.body.addLayout(line(label, box, None, gap=12))
        for said in self.box.labels():
            card.body.addWidget(said)
        found = Card(_("This will be written"), "sheet")
        if self._wanted is not None:
            found.body.addWidget(words(self._wanted.name(), "strong"))
        for part in (self.counts, self.held_back, self.lost):
            found.body.addWidget(part)
        found.body.addWidget(
            words(
                _(
                    "The file is not locked: whoever has it can read it. Please take care where"
                    " you keep it, and delete it when it is no longer needed."
                ),
                "second",
            )
        )
        now = theme.now()
        layout = column(
            words(_("Write out a table"), "title", wrap=False),
            Flow(column(card, found, self.problem, self.working, None, gap=14)),
            line(self.leave, None, self.save),
            gap=12,
        )
        layout.setContentsMargins(now.margin, 14, now.margin, 14)
        layout.setStretch(1, 1)
        self.setLayout(layout)
        self.setFocusProxy(self.audience)

    def _connect(self) -> None:
        for box in (self.audience, self.group):
            box.activated.connect(self.gather)
        self.kind.activated.connect(self._show)
        self.box.changed.connect(self.gather)
        self.box.onward.connect(self.focusNextChild)

    def _today(self) -> date:
        return self._book.today

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() == Qt.Key.Key_Escape and not self._is_saving:
            self.leave.click()
        else:
            super().keyPressEvent(event)

    # what will be written

    @Slot()
    def gather(self) -> None:
        """Choose anew what this audience may see, away from the window."""
        self._outgoing = None
        self._number += 1
        self._offer_receiver()
        day = self.box.check()
        if day is None:
            self._show()
            return
        audience, group = self.audience.currentData(), self.group.currentData()
        if audience is Audience.GROUP_LEADER and group is None:
            self._show()
            return
        task = Task(Gathering(self._number, self._book, audience, day, group, self._wanted))
        task.done.connect(self._take)
        task.failed.connect(self._refuse)
        task.start()
        self._show()

    def _offer_receiver(self) -> None:
        """To whom such a table went last time, unless a name was typed."""
        audience = self.audience.currentData()
        self.receiver.setEnabled(audience not in CHIEF_ONLY)
        if self.receiver.text().strip() == self.receiver.kept:
            self.receiver.kept = last_receiver(self._book, PAPER, audience)
            self.receiver.setText(self.receiver.kept)

    @Slot(object)
    def _take(self, told: "tuple[int, Outgoing]") -> None:
        number, outgoing = told
        if number == self._number:
            self._outgoing = outgoing
            self._show()

    @Slot()
    def _show(self) -> None:
        found = self._outgoing
        self.problem.hide()
        self.save.setEnabled(found is not None and found.households > 0 and not self._is_saving)
        self.held_back.setVisible(found is not None and found.held_back > 0)
        self.lost.setVisible(False)
        if found is None:
            waits = self.audience.currentData() is Audience.GROUP_LEADER
            waits = waits and self.group.currentData() is None
            self.counts.setText(_("Please choose the group of this leader.") if waits else "")
            return
        self.counts.setText(
            n_("{count} household", "{count} households", found.households).format(
                count=f"{found.households:,}"
            )
        )
        self.held_back.setText(
            n_(
                "{count} household has not agreed to be shown, and is left out.",
                "{count} households have not agreed to be shown, and are left out.",
                found.held_back,
            ).format(count=f"{found.held_back:,}")
        )
        self._show_lost(found)

    def _show_lost(self, found: Outgoing) -> None:
        charset = self._charset()
        signs = lost_characters(found, Path("table.csv"), charset) if charset != UTF8 else []
        chosen = found.chosen_for(charset) if charset != UTF8 else []
        said = [self._lost_in_words(found, signs, charset)] if signs else []
        if chosen:
            names = _(", ").join(chosen)
            said.append(_("Written otherwise, as chosen: {names}").format(names=names))
        self.lost.setText("\n".join(said))
        self.lost.setVisible(bool(said))

    def _lost_in_words(self, found: Outgoing, signs: Sequence[str], charset: str) -> str:
        texts = lost_texts(found, charset)
        shown = _(", ").join(texts[:_MOST_LOST])
        if len(texts) > _MOST_LOST:
            shown = _("{texts} and {count} more").format(texts=shown, count=len(texts) - _MOST_LOST)
        return _(
            "This kind of file cannot hold {signs}; 〓 will stand there instead, in: {texts}."
            " Excel and UTF-8 can hold them."
        ).format(signs=" ".join(signs), texts=shown)

    def _charset(self) -> str:
        return _CHARSETS[self.kind.currentData()]

    # writing it

    @Slot()
    def ask(self) -> None:
        """Where to, in the system's own dialog, which asks before a file is replaced."""
        ending = "xlsx" if self.kind.currentData() == XLSX else "csv"
        district = the_association(self._book).name
        day = self._book.today.isoformat()
        name = _("{district} households {day}").format(district=district, day=day)
        if self._wanted is not None:
            name = " ".join((district, self._wanted.name(), day))
        chosen, _kind = QFileDialog.getSaveFileName(
            self.window(), _("Write out a table"), f"{name.strip()}.{ending}", f"*.{ending}"
        )
        if chosen:
            path = Path(chosen)
            self.write(path if path.suffix else path.with_suffix(f".{ending}"))

    def write(self, path: Path) -> None:
        """Write what is shown to this file."""
        if self._outgoing is None:
            return
        self.problem.hide()
        self._is_saving = True
        self.save.setEnabled(False)
        self.working.begin(_("Writing {file}").format(file=path.name))
        self.working.stop_button.hide()
        task = Task(Saving(self._outgoing, path, self._charset()))
        task.done.connect(self._finish)
        task.failed.connect(self._refuse)
        task.start()

    @Slot(object)
    def _finish(self, saved: Saving) -> None:
        self._end_work()
        try:
            if saved.outgoing.is_personal:
                name = self.receiver.text().strip()
                note_table(self._book, saved.outgoing, for_whom=name)
        except KuchoError as error:
            self._refuse(error)
            return
        self.finished.emit(_("Written to {file}").format(file=str(saved.path)))

    @Slot(object)
    def _refuse(self, error: object) -> None:
        self._end_work()
        known = isinstance(error, KuchoError)
        self.problem.setText(
            str(error) if known else _("The table could not be written. The book itself is safe.")
        )
        self.problem.show()
        if not known:
            assert isinstance(error, BaseException)
            raise error

    def _end_work(self) -> None:
        self._is_saving = False
        self.working.end()
        self._show()

    @Slot()
    def _give_up(self) -> None:
        self._number += 1
        self.given_up.emit()
