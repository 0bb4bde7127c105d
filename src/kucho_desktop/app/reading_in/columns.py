"""The second step of reading in: what every column means, and which sheets are read."""

from collections.abc import Sequence
from itertools import zip_longest

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QLayout, QVBoxLayout, QWidget

from kucho_desktop.app.reading_in.file import counts_in_words
from kucho_desktop.app.reading_in.intake import Intake
from kucho_desktop.app.reading_in.plan import Alike, Choices, alike, meanings, together
from kucho_desktop.core.i18n import N_, _
from kucho_desktop.exchange.files import TableFile
from kucho_desktop.exchange.profile import text_of
from kucho_desktop.exchange.roster import Column, SheetPlan
from kucho_desktop.widgets import theme
from kucho_desktop.widgets.choice import DropDown
from kucho_desktop.widgets.flag import CheckBox
from kucho_desktop.widgets.holding import Held
from kucho_desktop.widgets.parts import Card, Flow, ShortText, column, line, words
from kucho_desktop.widgets.wizard import WizardStep
from kucho_desktop.widgets.working import Working

_CHARSETS = (
    ("cp932", N_("Japanese Windows (Shift JIS)")),
    ("utf-8", N_("Unicode (UTF-8)")),
    ("utf-16-le", N_("Unicode (UTF-16)")),
    ("utf-16-be", N_("Unicode (UTF-16, the other way round)")),
    ("euc_jp", N_("Japanese EUC")),
    ("iso2022_jp_ext", N_("Japanese JIS")),
)
_SHOWN_ROWS = 5
_SAMPLES = 3


class MeaningChoice(QObject):
    """The meaning of one column, with the list it is chosen from."""

    chosen = Signal(int, str)

    def __init__(self, column_: Column, choices: Choices) -> None:
        super().__init__()
        self._index = column_.index
        self.box = DropDown(choices)
        self.box.choose(column_.meaning)
        self.box.setAccessibleName(_("Meaning of {heading}").format(heading=column_.heading))
        self.box.setSizeAdjustPolicy(
            DropDown.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.box.setFixedWidth(theme.now().ems(15))
        self.box.activated.connect(self._choose)

    def show_meaning(self, meaning: str) -> None:
        self.box.blockSignals(True)
        self.box.choose(meaning)
        self.box.blockSignals(False)

    @Slot()
    def _choose(self) -> None:
        self.chosen.emit(self._index, str(self.box.currentData()))


class SheetCard(Card):
    """Sheets with the same headings: whether they are read, and what their columns mean."""

    meant = Signal(object, int, str)
    wanted = Signal(object, bool)

    def __init__(self, sheets: Alike, *, alone: bool, fixed: bool) -> None:
        """alone: it cannot be left out. fixed: this program wrote it; nothing is to be changed."""
        super().__init__(_names(sheets))
        self.places = sheets.places
        self.choices: dict[int, MeaningChoice] = {}
        self.read = CheckBox(_("Read this sheet"))
        self.read.setChecked(sheets.is_read)
        self.read.setVisible(not alone and not fixed and bool(sheets.columns))
        self.read.toggled.connect(self._want)
        self.why = words(sheets.why_not, "look")
        self.why.setVisible(bool(sheets.why_not))
        self.body.addWidget(self.why)
        self.body.addWidget(self.read)
        self.where = words("", "second")
        self.body.addWidget(self.where)
        if sheets.columns:
            self.body.addLayout(self._grid(sheets.columns, fixed=fixed))

    def _grid(self, columns: Sequence[Column], *, fixed: bool) -> QLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(0, 2)
        grid.setColumnStretch(1, 3)
        for place, title in enumerate((_("Heading"), _("What stands in it"), _("Meaning"))):
            grid.addWidget(words(title, "second"), 0, place)
        row = 0
        for each in columns:
            if not each.heading and not each.filled:
                continue
            row += 1
            grid.addWidget(ShortText(each.heading or _("(no heading)"), "strong"), row, 0)
            grid.addWidget(ShortText(_samples(each), "second"), row, 1)
            if not fixed:
                choices = meanings(each.person, each.meaning)
                grid.addWidget(self._choice(each, choices), row, 2)
        return grid

    def _choice(self, each: Column, choices: Choices) -> QWidget:
        choice = MeaningChoice(each, choices)
        choice.setParent(self)
        choice.chosen.connect(self._mean)
        self.choices[each.index] = choice
        return choice.box

    def show_sheets(self, sheets: Alike, plans: Sequence[SheetPlan], first_row: int) -> None:
        """Show the meanings anew, without building anything. first_row: as Excel counts."""
        said = [_where_headings_stand(plans[0], first_row), _groups_of(plans)]
        self.where.setText(" ".join(filter(None, said)))
        self.where.setVisible(sheets.is_read)
        for each in sheets.columns:
            if each.index in self.choices:
                self.choices[each.index].show_meaning(each.meaning)
        self.why.setText(sheets.why_not)
        self.why.setVisible(bool(sheets.why_not))
        self.read.blockSignals(True)
        self.read.setChecked(sheets.is_read)
        self.read.blockSignals(False)

    @Slot(int, str)
    def _mean(self, index: int, meaning: str) -> None:
        self.meant.emit(self.places, index, meaning)

    @Slot(bool)
    def _want(self, checked: bool) -> None:
        self.wanted.emit(self.places, checked)


class TextCard(Card):
    """For a text file: which letters it is written in, with its first rows to judge by."""

    def __init__(self) -> None:
        super().__init__(_("Can you read these lines?"))
        self.rows = [ShortText() for _row in range(_SHOWN_ROWS)]
        self.charset = DropDown([(name, _(label)) for name, label in _CHARSETS])
        self.charset.setAccessibleName(_("Kind of letters"))
        for row in self.rows:
            self.body.addWidget(row)
        said = words(_("If not, choose another kind of letters:"), wrap=False)
        self.body.addLayout(line(said, self.charset, None, gap=12))

    def show_table(self, table: TableFile) -> None:
        sheet = table.sheets[0]
        lines = [_(" | ").join(map(text_of, row)) for row in sheet.rows[:_SHOWN_ROWS]]
        for label, text in zip_longest(self.rows, lines, fillvalue=""):
            if isinstance(label, ShortText):
                label.show_text(text)
        if table.charset is not None:
            self.charset.blockSignals(True)
            self.charset.choose(table.charset.name)
            self.charset.blockSignals(False)


class Meanings(WizardStep, Held):
    """Whatever is changed here is read anew at once, away from the window."""

    knows_its_boxes = True
    """What was chosen in them is told by the intake."""

    def __init__(self, intake: Intake) -> None:
        super().__init__()
        self.title = _("What the columns mean")
        self._intake = intake
        self._table: TableFile | None = None
        self.cards: list[SheetCard] = []
        self.counts = words("", "strong")
        self.own = words(
            _("This program wrote the table itself. All columns are known; please go on."), "go"
        )
        self.hint = words(_("Please look whether the meanings are right, and choose where not."))
        self.problem = words("", "look")
        self.working = Working()
        self.working.stopped.connect(intake.stop)
        self.text = TextCard()
        self.text.charset.activated.connect(self._change_charset)
        self._sheets = QVBoxLayout()
        self._sheets.setSpacing(16)
        self.flow = Flow(column(self.text, self._sheets, None, gap=16))
        self.setLayout(
            column(self.hint, self.own, self.counts, self.problem, self.working, self.flow)
        )
        intake.changed.connect(self.show_intake)

    def entered(self) -> None:
        self.show_intake()
        boxes = [choice.box for card in self.cards for choice in card.choices.values()]
        if boxes:
            self.setFocusProxy(boxes[0])

    def may_go_on(self) -> bool:
        return self._intake.reading is not None and not self._intake.working_on

    def needs_nothing(self) -> bool:
        return self.may_go_on()

    @Slot()
    def show_intake(self) -> None:
        intake = self._intake
        if intake.working_on:
            self.working.begin(intake.working_on)
        else:
            self.working.end()
        self.problem.setText(intake.problem)
        self.problem.setVisible(bool(intake.problem))
        self.own.setVisible(intake.is_own)
        self.hint.setVisible(not intake.is_own)
        reading = intake.reading
        self.counts.setText("" if reading is None else counts_in_words(reading))
        if intake.table is not None and not intake.working_on:
            self._show_table(intake.table)
        self.changed.emit()

    def _show_table(self, table: TableFile) -> None:
        plan = self._intake.plan
        assert plan is not None
        if table is not self._table:
            self._table = table
            self.text.setVisible(table.charset is not None and not self._intake.is_own)
            self._build(alike(plan))
        self.text.show_table(table)  # also where other letters were tried in vain
        first_rows = {sheet.name: sheet.first_row for sheet in table.sheets}
        for card in self.cards:
            plans = [plan.sheets[place] for place in card.places]
            first_row = first_rows[plans[0].name]
            card.show_sheets(together(plan, card.places), plans, first_row)

    def _build(self, groups: Sequence[Alike]) -> None:
        for old in self.cards:
            old.hide()
            old.deleteLater()
        alone = sum(each.is_read for each in groups) == len(groups) == 1
        self.cards = [
            SheetCard(each, alone=alone, fixed=self._intake.is_own)
            for each in sorted(groups, key=_read_first)
        ]
        for card in self.cards:
            card.meant.connect(self._change_meaning)
            card.wanted.connect(self._change_sheets)
            self._sheets.addWidget(card)

    @Slot(object, int, str)
    def _change_meaning(self, places: tuple[int, ...], index: int, meaning: str) -> None:
        self._intake.change_meaning(places, index, meaning)

    @Slot(object, bool)
    def _change_sheets(self, places: tuple[int, ...], read: bool) -> None:
        self._intake.change_sheets(places, read=read)

    @Slot()
    def _change_charset(self) -> None:
        if self._intake.path is not None:
            self._intake.open(self._intake.path, str(self.text.charset.currentData()))


def _read_first(sheets: Alike) -> bool:
    return not sheets.is_read


def _names(sheets: Alike) -> str:
    if len(sheets.names) == 1:
        return sheets.names[0]
    return _("{first} to {last} ({count} sheets)").format(
        first=sheets.names[0], last=sheets.names[-1], count=len(sheets.names)
    )


def _where_headings_stand(plan: SheetPlan, first_row: int) -> str:
    rows = [str(row + first_row) for row in plan.header]
    if not rows:
        return _("No headings were found; the meanings are guessed from the cells.")
    kind = _("Each row is a person.") if plan.by_person else _("Each row is a household.")
    return _("Headings in row {rows}. {kind}").format(rows=_(", ").join(rows), kind=kind)


def _groups_of(plans: Sequence[SheetPlan]) -> str:
    """A sheet that is one group by its name or title says so nowhere in its columns."""
    groups = list(dict.fromkeys(plan.group for plan in plans if plan.group))
    return _("Groups: {groups}").format(groups=_(", ").join(groups)) if groups else ""


def _samples(each: Column) -> str:
    shown = [" ".join(text.split()) for text in each.samples if text.strip()]
    return _(" | ").join(shown[:_SAMPLES])
