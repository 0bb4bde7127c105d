"""What the page of labels and envelopes looks like: choices, the sheet, the paper itself."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from kucho_desktop.core.i18n import N_, _
from kucho_desktop.households.model.addresses import LabelRun, LetterRun, Letters, answers_to
from kucho_desktop.households.page.works.addresses.choices import Choices
from kucho_desktop.households.page.works.addresses.printers import PrinterCard
from kucho_desktop.households.page.works.addresses.sheet_picture import SheetPicture
from kucho_desktop.households.page.works.work import WorkPage
from kucho_desktop.paper.addressed import Sender
from kucho_desktop.paper.printers import Shift
from kucho_desktop.widgets import theme
from kucho_desktop.widgets.paper_view import PaperView
from kucho_desktop.widgets.parts import Button, Card, Flow, button, column, line, words
from kucho_desktop.widgets.wrapping import Wrapping

_KINDS = (("labels", N_("Labels")), ("letters", N_("Envelopes and postcards")))


class AddressesView(WorkPage):
    """kind_chosen: labels instead of envelopes, or the other way round."""

    kind_chosen = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.is_labels = True
        self.tabs = {name: self._tab(name, _(label)) for name, label in _KINDS}
        self.print_button = button(_("Print…"), icon="printer", role="go")
        self.choices = Choices()
        self.printer = PrinterCard()
        self.picture = SheetPicture(self.choices.chosen_sheet)
        self.used = words("", "second")
        self.left = words("", "second")
        self.count = words("", "strong", wrap=False)
        self.count.setMinimumHeight(theme.now().target)
        self.notes = words("", "look")
        self.sample = words(
            _("Only the first ones are shown here; all of them are printed."), "second"
        )
        self.sample.hide()
        self.paper = PaperView()
        self.paper.show_whole()
        self._lay_out()

    def _tab(self, name: str, title: str) -> Button:
        made = button(title, role="row", value=name)
        made.setCheckable(True)
        made.setAutoExclusive(True)
        made.chosen.connect(self._choose_kind)
        return made

    def _lay_out(self) -> None:
        now = theme.now()
        asked = column(
            self.choices,
            words(_("Where the printer prints"), "heading"),
            self.printer,
            None,
            gap=now.gap,
        )
        asked.setContentsMargins(0, 0, 8, 8)
        card = Card()
        card.body.setContentsMargins(14, 12, 6, 12)
        card.body.addWidget(Flow(asked))
        card.setFixedWidth(now.ems(18) + 40)
        self.sheet = QWidget()
        middle = column(
            words(_("Click the first free label"), "heading"),
            self.picture,
            self.used,
            self.left,
            None,
        )
        middle.setStretch(1, 8)
        self.sheet.setLayout(middle)
        self.sheet.setFixedWidth(now.ems(12.5))
        seen = QWidget()
        seen.setLayout(column(self.sample, self.paper))
        both = line(card, self.sheet, seen, gap=16)
        both.setStretch(2, 1)
        layout = column(
            Wrapping(*self.tabs.values(), self.count, self.print_button, gap=12),
            self.notes,
            both,
            gap=now.gap,
        )
        layout.setStretch(2, 1)
        self.setLayout(layout)
        around = [*self.tabs.values(), self.print_button, self.choices.list]
        for before, after in pairwise(around):
            QWidget.setTabOrder(before, after)

    @Slot(str)
    def _choose_kind(self, name: str) -> None:
        self.show_kind(name)
        self.kind_chosen.emit()

    def show_kind(self, name: str) -> None:
        """Labels ("labels"), or envelopes and postcards ("letters")."""
        self.is_labels = name == "labels"
        for each, made in self.tabs.items():
            made.setChecked(each == name)
        self.choices.show_kind(self.is_labels)
        self.sheet.setVisible(self.is_labels)
        self.printer.test.setVisible(self.is_labels)

    def show_used(self, start: int, after: int) -> None:
        """Which label is the first, and from which one on the last sheet is free afterwards."""
        self.used.setText(_("Begins with label {number}.").format(number=start + 1))
        said = _("Keep the last sheet: next time it begins with label {number}.")
        self.left.setText(said.format(number=after + 1) if after else "")
        self.left.setVisible(bool(after))

    def show_notes(self, notes: Sequence[str]) -> None:
        self.notes.setText("\n".join(notes))
        self.notes.setVisible(bool(notes))

    def focus_first(self) -> None:
        self._reload_if_seen()
        self.choices.list.setFocus()

    def label_run(self, letters: Letters, shift: Shift) -> LabelRun:
        return LabelRun(letters, self.choices.chosen_sheet.name, self.picture.start, shift)

    def letter_run(self, letters: Letters, shift: Shift, sender: Sender | None) -> LetterRun:
        """Without the sender where none is wanted; to the sender himself where it comes back."""
        choices = self.choices
        answers = choices.chosen_stock.answers
        return LetterRun(
            answers_to(sender, letters) if answers else letters,
            choices.chosen_stock.name,
            str(choices.way.currentData()),
            choices.boxes.isChecked(),
            sender if choices.from_us.isChecked() and not answers else None,
            shift,
        )
