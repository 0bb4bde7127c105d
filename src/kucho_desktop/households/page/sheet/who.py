"""Above the form: who it is, what was agreed to, and what to look at."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QLabel, QWidget

from kucho_desktop.core.audiences import Audience
from kucho_desktop.core.dates import OPEN, show_date, show_month
from kucho_desktop.core.fields import field_named
from kucho_desktop.core.i18n import _
from kucho_desktop.households.model import JOINED, Household
from kucho_desktop.households.model.choices import CONSENT_ITEMS
from kucho_desktop.households.page.list.columns import SKIPPED, name_of
from kucho_desktop.widgets import theme
from kucho_desktop.widgets.icons import picture
from kucho_desktop.widgets.parts import Button, button, column, line, words


def consent_in_words(household: Household) -> str:
    """What the roster for every household may show of this one.

    Who stands in no roster and was not asked is not waited for: there is nothing to say.
    """
    everybody = Audience.EVERY_HOUSEHOLD
    asked = {each.item for each in household.consents if each.audience == everybody.value}
    if not asked and household.membership not in JOINED:
        return ""
    if not asked:
        return _("There is no answer yet on what the roster may show.")
    shown = [(household.agreed(item, everybody), _(label)) for item, label in _asked(household)]
    yes = _listed([label for agreed, label in shown if agreed])
    no = _listed([label for agreed, label in shown if not agreed])
    if not yes:
        return _("The roster may show nothing of this household.")
    if not no:
        return _("The roster may show: {items}").format(items=yes)
    return _("The roster may show: {items} (not {others})").format(items=yes, others=no)


def _listed(words: Sequence[str]) -> str:
    """氏名・住所."""
    together = words[0] if words else ""
    for word in words[1:]:
        together = _("{some}, {one}").format(some=together, one=word)
    return together


def agrees_to_all(household: Household) -> bool:
    everybody = Audience.EVERY_HOUSEHOLD
    return all(household.agreed(item, everybody) for item, _label in _asked(household))


def _asked(household: Household) -> list[tuple[str, str]]:
    """The items that the association shows at all."""
    everybody = Audience.EVERY_HOUSEHOLD.value
    return [each for each in CONSENT_ITEMS.choices if household.asks(each[0], everybody)]


def in_short(household: Household, groups: Mapping[int, str]) -> str:
    """Group, order, membership and house name on one line."""
    kind = field_named(Household, "membership").text(household)
    if household.since:
        since = show_month(household.since)
        kind = _("{membership} (since {month})").format(membership=kind, month=since)
    order = _("No. {order}").format(order=household.walking_order)
    parts = [
        groups.get(household.tonarigumi_id or 0, ""),
        order if household.walking_order else "",
        kind,
        _("House name {name}").format(name=household.yago) if household.yago else "",
        _("The circular passes it by") if household.circular == SKIPPED else "",
    ]
    return "　".join(part for part in parts if part)


class Look(QWidget):
    """An amber sentence with a sign, so that colour is not all that it has."""

    def __init__(self) -> None:
        super().__init__()
        size = round(theme.now().em * 1.1)
        sign = QLabel()
        sign.setPixmap(picture("triangle-alert", "look", size))
        sign.setFixedSize(QSize(size + 2, size + 4))
        self.text = words("", "look")
        layout = line(sign, self.text, gap=6)
        layout.setAlignment(sign, Qt.AlignmentFlag.AlignTop)
        layout.setStretch(1, 1)
        self.setLayout(layout)

    def say(self, text: str) -> None:
        self.text.setText(text)
        self.setVisible(bool(text))


class Who(QWidget):
    """wants: the user wants to see the household that may be the same (its id)."""

    wants = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._same = 0
        self.name = words("", "person")
        self.short = words("", "second")
        self.consent = Look()
        self.agreed = words("", "second")
        self.twice = Look()
        self.see = button(_("See that household"), self._tell, role="quiet")
        twice = line(self.twice, self.see)
        twice.setStretch(0, 1)
        self._buttons = line(gap=8)
        top = line(self.name, self._buttons)
        top.setStretch(0, 1)
        self.setLayout(column(top, self.short, self.consent, self.agreed, twice, gap=2))
        self.show_same(0, "")

    def add_button(self, made: Button) -> None:
        """A button at the right of the name."""
        self._buttons.addWidget(made)

    @Slot()
    def _tell(self) -> None:
        self.wants.emit(self._same)

    def show_same(self, id_: int, sentence: str) -> None:
        """Say that another household looks like the same one; 0 if none does."""
        self._same = id_
        self.twice.say(sentence)
        self.see.setVisible(bool(id_))

    def show_household(self, household: Household, groups: Mapping[int, str]) -> None:
        self.name.setText(name_of(household))
        short = in_short(household, groups)
        if household.until != OPEN:
            leaves = _("leaves on {day}").format(day=show_date(household.until))
            short = f"{short}　{leaves}"
        self.short.setText(short)
        said, fine = consent_in_words(household), agrees_to_all(household)
        self.agreed.setText(said)
        self.agreed.setVisible(fine and bool(said))
        self.consent.say("" if fine else said)
