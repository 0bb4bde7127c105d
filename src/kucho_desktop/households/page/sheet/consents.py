"""What a household answered when it was asked what may be shown of it."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QLabel, QWidget

from kucho_desktop.core.audiences import Audience
from kucho_desktop.core.dates import show_date
from kucho_desktop.core.fields import field_named
from kucho_desktop.core.i18n import _
from kucho_desktop.households.model import Consent, Household
from kucho_desktop.households.model.choices import (
    CONSENT_AUDIENCES,
    CONSENT_ITEMS,
    CONSENT_WAYS,
)
from kucho_desktop.widgets import theme
from kucho_desktop.widgets.choice import DropDown
from kucho_desktop.widgets.day_box import DayBox
from kucho_desktop.widgets.editors import Line
from kucho_desktop.widgets.flag import CheckBox
from kucho_desktop.widgets.parts import button, column, words
from kucho_desktop.widgets.wrapping import Wrapping


def _title(name: str) -> str:
    return field_named(Consent, name).title


class ConsentAnswers(QWidget):
    """One answer at a time, as it stands on the returned form: nothing counts until it is kept.

    answered: (audience, whether it agrees by item, day, way, the name of the form).
    """

    answered = Signal(str, object, object, str, str)

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__()
        self._today = today
        self._household: Household | None = None
        self._touched = False
        self._form = ""
        self.audience = DropDown([(code, _(label)) for code, label in CONSENT_AUDIENCES.choices])
        self.audience.setAccessibleName(_title("audience"))
        self.audience.setCurrentIndex(0)
        self.items = {code: CheckBox(_(label)) for code, label in CONSENT_ITEMS.choices}
        self.box = DayBox(_title("since"), today, apart=True)
        self.day = self.box.line
        self.way = DropDown([(code, _(label)) for code, label in CONSENT_WAYS.choices])
        self.way.setAccessibleName(_title("way"))
        self.way.setCurrentIndex(0)
        self.form = Line()
        self.form.setAccessibleName(_title("form"))
        self.form.setPlaceholderText(_("for example: Household sheet of 2026"))
        self.form.setFixedWidth(theme.now().ems(16))
        self.kept = words("", "second")
        self.keep = button(_("Write down this answer"), self._keep, icon="check")
        self._lay_out()
        self.audience.activated.connect(self._show_audience)
        self.box.onward.connect(self._go_on)
        self.form.onward.connect(self._go_to_keep)
        for item in self.items.values():
            item.clicked.connect(self._touch)

    def _lay_out(self) -> None:
        parts = (
            words(_("Consent"), "heading"),
            self.kept,
            Wrapping(_label("audience"), self.audience),
            Wrapping(*self.items.values(), gap=12),
            Wrapping(_label("since"), self.box, self.way),
            *self.box.labels(),
            Wrapping(_label("form"), self.form),
            Wrapping(self.keep),
        )
        self.setLayout(column(*parts))

    def show_household(self, household: Household, form: str = "") -> None:
        """Show what holds; ticks that are not written down yet stay on the same household.

        form: the name of the form that comes back in these days.
        """
        same = self._household is not None and self._household.id == household.id
        self._household = household
        self._form = form
        if not (same and self._touched):
            self._show_kept()

    def _show_kept(self) -> None:
        self._touched = False
        household = self._household
        if household is None:
            return
        audience = Audience(self.audience.currentData())
        for code, item in self.items.items():
            item.setChecked(household.answer(code, audience.value) == "yes")
            item.setVisible(household.asks(code, audience.value))
        self.box.show_day(self._today())
        self.form.setText(self._form)
        self.form.kept = self._form
        self.kept.setText(self._last_answer(household, audience))

    def _last_answer(self, household: Household, audience: Audience) -> str:
        answers = [each for each in household.consents if each.audience == audience.value]
        if not answers:
            return _("No answer was written down yet.")
        last = max(answers, key=_answered_on)
        way = field_named(Consent, "way").text(last)
        if last.form:
            way = _("{way} ({form})").format(way=way, form=last.form)
        day = show_date(last.since)
        if not day:
            return _("Answered: {way}").format(way=way)
        return _("Answered on {day}: {way}").format(day=day, way=way)

    @Slot()
    def _show_audience(self) -> None:
        self._show_kept()

    @Slot()
    def _touch(self) -> None:
        self._touched = True

    @Slot()
    def _go_on(self) -> None:
        self.way.setFocus()

    @Slot()
    def _go_to_keep(self) -> None:
        self.keep.setFocus()

    @Slot()
    def _keep(self) -> None:
        day = self.box.take()
        if day is None:
            return
        self._touched = False
        asked = {code: item for code, item in self.items.items() if not item.isHidden()}
        answers = {code: item.isChecked() for code, item in asked.items()}
        way, form = self.way.currentData(), self.form.text().strip()
        self.answered.emit(self.audience.currentData(), answers, day, way, form)


def _label(name: str) -> QLabel:
    """As high as the box that it stands before."""
    made = words(_title(name), "second", wrap=False)
    made.setMinimumHeight(theme.now().target)
    made.setAlignment(Qt.AlignmentFlag.AlignVCenter)
    return made


def _answered_on(consent: Consent) -> tuple[str, int]:
    return consent.since, consent.id
