"""One hand-out beside the list: what it was, whom it went to, and a tick for each copy."""

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kucho_desktop.core.audiences import Audience
from kucho_desktop.core.copies import Copy
from kucho_desktop.core.dates import short_date, show_date
from kucho_desktop.core.handouts import LOST, RETURNED, SHREDDED, Handout
from kucho_desktop.core.i18n import N_, _, n_
from kucho_desktop.widgets import theme
from kucho_desktop.widgets.choice import DropDown
from kucho_desktop.widgets.flag import CheckBox
from kucho_desktop.widgets.parts import Card, Flow, button, column, line, words
from kucho_desktop.widgets.typed_line import Line
from kucho_desktop.widgets.wrapping import Wrapping

HOW = {RETURNED: N_("returned"), SHREDDED: N_("shredded"), LOST: N_("lost")}
_TICKS = (
    (RETURNED, N_("A tick means: returned")),
    (SHREDDED, N_("A tick means: shredded or deleted")),
    (LOST, N_("A tick means: lost")),
)
_THIRD_PARTIES = frozenset({Audience.CITY, Audience.SUPPORTERS, Audience.DISASTER})
"""Outside the association: the law asks for a record of its own (個人情報保護法 29条)."""
_MOST_TICKS = 120
"""Boxes on the card; the copies after these are ticked together."""


class CopyCard(Card):
    """ticked: (numbers, how; "" for out after all). named: whom it went to, corrected.

    asks_what_to_do: the hand-out whose id this is was lost. discloses: it went to a third party,
    and shall be written down as that.
    """

    ticked = Signal(object, str)
    named = Signal(str)
    asks_what_to_do = Signal(int)
    discloses = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._given: Handout | None = None
        self._copies: Mapping[int, Copy] = {}
        self.boxes: dict[int, CheckBox] = {}
        self.what = words("", "strong")
        self.facts = words("", "second")
        self.purpose = words("", "second")
        self.whom = Line()
        self.whom.setAccessibleName(_("Given to"))
        self.how = DropDown([(how, _(label)) for how, label in _TICKS])
        self.how.setAccessibleName(_("What a tick means"))
        self.rest = button(_("Tick all that are still out"), self._tick_rest, icon="check")
        self.more = words("", "second")
        self.is_lost = words("", "look")
        self.lost = button(_("If it is lost…"), self._ask, icon="triangle-alert")
        self.disclose = button(_("Write down as given to a third party"), self._disclose)
        self._place = QVBoxLayout()
        self._place.setContentsMargins(0, 0, 0, 0)
        self._ticks = QWidget()
        self._place.addWidget(self._ticks)
        self._lay_out()
        self.whom.onward.connect(self.take_name)
        self.whom.left.connect(self.take_name)

    def _lay_out(self) -> None:
        label = words(_("Given to"), "second", wrap=False)
        label.setBuddy(self.whom)
        whom = line(label, self.whom, gap=10)
        whom.setStretch(1, 1)
        inside = column(
            self.what,
            self.facts,
            whom,
            Wrapping(self.how, self.rest),
            self._place,
            self.more,
            self.is_lost,
            Wrapping(self.lost, self.disclose),
            self.purpose,
            None,
            gap=theme.now().gap,
        )
        inside.setContentsMargins(0, 0, 8, 0)
        self.body.addWidget(Flow(inside), 1)

    def show_handout(
        self, given: Handout, title: str, copies: Mapping[int, Copy], today: date
    ) -> None:
        is_other = self._given is None or self._given.id != given.id
        self._given = given
        self.what.setText(title)
        self.facts.setText(_facts_of(given))
        self.purpose.setText(given.purpose)
        self.disclose.setVisible(given.audience in _THIRD_PARTIES)
        self.whom.kept = given.for_whom
        self.whom.setText(given.for_whom)
        self._today = today
        if is_other:
            self.how.choose(RETURNED)
            self._lay_boxes(given)
        self.show_copies(copies)

    def _lay_boxes(self, given: Handout) -> None:
        self.boxes = {}
        for number in given.numbers[:_MOST_TICKS]:
            box = CheckBox(f"No.{number}")
            box.setProperty("number", number)
            box.clicked.connect(self._tick)
            self.boxes[number] = box
        left = len(given.numbers) - len(self.boxes)
        text = n_("and {count} more copy", "and {count} more copies", left)
        self.more.setText(text.format(count=f"{left:,}"))
        self.more.setVisible(left > 0)
        old, self._ticks = self._ticks, QWidget()
        self._ticks.setLayout(Wrapping(*self.boxes.values(), gap=theme.now().gap))
        self._place.addWidget(self._ticks)
        old.hide()
        old.deleteLater()

    def show_copies(self, copies: Mapping[int, Copy]) -> None:
        """What is known of each; the boxes themselves stay, and so do the keys."""
        self._copies = copies
        for number, box in self.boxes.items():
            copy = copies.get(number)
            box.setChecked(copy is not None)
            text = f"No.{number}"
            if copy is not None:
                day = short_date(copy.on)
                text = _("{number} {how} {day}").format(number=text, how=_(HOW[copy.how]), day=day)
            box.setText(text)
            box.setAccessibleName(text)
        gone = [number for number, copy in copies.items() if copy.how == LOST]
        self.is_lost.setText(
            _("Lost: {numbers}. Please look at what to do now.").format(
                numbers=_(", ").join(f"No.{number}" for number in gone[:12])
            )
        )
        self.is_lost.setVisible(bool(gone))
        assert self._given is not None
        self.rest.setEnabled(len(copies) < self._given.copies or self.rest.hasFocus())

    @Slot()
    def _tick(self) -> None:
        box = self.sender()
        if isinstance(box, CheckBox):
            how = str(self.how.currentData()) if box.isChecked() else ""
            self.ticked.emit([int(box.property("number"))], how)

    @Slot()
    def _tick_rest(self) -> None:
        if self._given is not None:
            rest = [number for number in self._given.numbers if number not in self._copies]
            self.ticked.emit(rest, str(self.how.currentData()))

    @Slot()
    def take_name(self) -> None:
        typed = self.whom.text().strip()
        if self._given is not None and typed != self.whom.kept:
            self.whom.kept = typed
            self.named.emit(typed)

    @Slot()
    def _disclose(self) -> None:
        if self._given is not None:
            self.discloses.emit(self._given.id)

    @Slot()
    def _ask(self) -> None:
        if self._given is not None:
            self.asks_what_to_do.emit(self._given.id)


def _facts_of(given: Handout) -> str:
    when = _("{day} {time}").format(day=show_date(given.at.date()), time=f"{given.at:%H:%M}")
    on_it = n_("{count} household stood on it", "{count} households stood on it", given.households)
    copies = n_("{count} copy", "{count} copies", given.copies).format(count=f"{given.copies:,}")
    said = [when, given.audience.title, copies, on_it.format(count=f"{given.households:,}")]
    return _(", ").join(said)
