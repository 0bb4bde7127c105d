"""Under the family's rows: former names, names people go by, and what to write for a lost sign."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any

from PySide6.QtCore import QModelIndex, Signal, Slot
from PySide6.QtWidgets import QWidget

from kucho_desktop.core.i18n import _
from kucho_desktop.core.text import unwritable
from kucho_desktop.households.model import Member
from kucho_desktop.households.model.names.drawn import FURTHER_NAMES, further_names, written_instead
from kucho_desktop.households.page.sheet.who import Look
from kucho_desktop.widgets.form import Form, Section
from kucho_desktop.widgets.holding import WHERE, Held, Holding
from kucho_desktop.widgets.parts import button, column, line, words
from kucho_desktop.widgets.rows import RowsEditor
from kucho_desktop.widgets.wrapping import Wrapping

_FIELDS = (("former_name", "drawn_as"), ("known_as", "known_as_kana"), "by_known_as")


_OWN_SIGNS = ("\ue000", "\uf8ff")


class FurtherNames(QWidget, Held):
    """The names of the person whose row is selected, in a small form that is shown when asked for.

    changed: (member id, name, values). It also says where no font has a character of a name, and
    offers an everyday one for it.
    """

    changed = Signal(int, str, object)

    def __init__(self, rows: RowsEditor) -> None:
        super().__init__()
        self._rows = rows
        self._members: Sequence[Member] = ()
        self._lacking: Member | None = None
        self._instead = ""
        self.open = button(_("Further names…"), self._turn)
        self.missing = Look()
        self.write = button("", self._write, role="quiet")
        self.said = words("", "second")
        self.whose = words("", "strong")
        self.form = Form(Member, [Section("", _FIELDS)])
        self.close_button = button(_("Close"), self._turn, role="quiet")
        head = line(self.whose, self.close_button)
        head.setStretch(0, 1)
        self._inside = QWidget()
        self._inside.setLayout(column(head, self.form, gap=4))
        self._inside.hide()
        self.setLayout(column(self.missing, Wrapping(self.write), self.said, self._inside, gap=4))
        self.form.changed.connect(self._change)
        rows.view.selectionModel().currentChanged.connect(self._follow)

    def follow_in_tab_order(self, before: QWidget) -> None:
        """Tab goes as one reads: from the buttons of the rows through the small form and on."""
        edits = [box.edit for box in self.form.boxes.values()]
        for each in (self.open, self.write, *edits, self.close_button):
            QWidget.setTabOrder(before, each)
            before = each

    def show_members(self, members: Sequence[Member]) -> None:
        self._members = members
        said = further_names(members)
        self.said.setText("\n".join(said))
        self.said.setVisible(bool(said))
        self.open.setVisible(bool(members))
        self._look_for_missing()
        self._show_form()

    def _look_for_missing(self) -> None:
        """The first person whose name cannot be written, and for whom nothing was chosen yet."""
        lacking = ((each, _missing_in(each.name)) for each in self._members if not each.drawn_as)
        found = next(((each, signs) for each, signs in lacking if signs), None)
        self._lacking = found[0] if found else None
        self._instead = ""
        text = ""
        if found:
            name, signs = found[0].name, found[1]
            text = _(
                "No font for papers has {signs} of {name} as it is written. Please choose under"
                " “{names}” what is to be written instead."
            ).format(signs=" ".join(signs), name=name, names=self.open.text())
            self._instead = written_instead(name, signs)
        self.missing.say(text)
        self.write.setText(_("Write “{name}”").format(name=self._instead))
        self.write.setVisible(bool(self._instead))

    def _selected(self) -> Member | None:
        """Whose row is selected; the first of the family where none is."""
        id_ = self._rows.model.id_at(self._rows.view.currentIndex().row())
        known = {each.id: each for each in self._members}
        return known.get(id_) or (self._members[0] if self._members else None)

    def _show_form(self) -> None:
        if self._inside.isHidden():
            return
        member = self._selected()
        self._inside.setVisible(member is not None)
        if member is not None:
            name = member.name or _("(no name)")
            self.whose.setText(_("Further names of {member}").format(member=name))
            self.form.show_record(member)

    def holdings(self) -> Iterator[Holding]:
        if not self._inside.isHidden() and self.form.record is not None:
            yield Holding(self.form.record.id, WHERE)

    def hold_again(self, said: Any) -> None:
        row = self._rows.model.row_of(said, -1)
        if row >= 0:
            self._rows.view.setCurrentIndex(self._rows.model.index(row, 0))
            self._inside.show()
            self._show_form()

    @Slot()
    def _turn(self) -> None:
        """Show the form, or put it away again."""
        if self._inside.isVisible():
            self.form.finish()
            self._inside.hide()
            self.open.setFocus()
        elif self._members:
            self._inside.show()
            self._show_form()
            self.form.focus_first()

    @Slot(QModelIndex, QModelIndex)
    def _follow(self, _now: QModelIndex, _before: QModelIndex) -> None:
        self._show_form()

    @Slot(int, object)
    def _change(self, id_: int, values: dict[str, Any]) -> None:
        name = next((each.name for each in self._members if each.id == id_), "")
        kept = {each: value for each, value in values.items() if each in FURTHER_NAMES}
        self.changed.emit(id_, name, kept)

    @Slot()
    def _write(self) -> None:
        if self._lacking is not None and self._instead:
            one = self._lacking
            self.changed.emit(one.id, one.name, {"drawn_as": self._instead})


@lru_cache(maxsize=1024)
def _missing_in(name: str) -> tuple[str, ...]:
    """The fonts of the papers are asked only about signs that not every computer knows.

    What somebody drew for himself (外字) has a code in Japanese Windows, and no shape elsewhere.
    """
    own = any(_OWN_SIGNS[0] <= sign <= _OWN_SIGNS[1] for sign in name)
    if not (own or unwritable(name, "cp932")):
        return ()
    from kucho_desktop.paper.glyphs import missing_characters

    return tuple(missing_characters(name))
