"""To whom personal data was given, or from whom it came, and why that was allowed.

Sources: 個人情報保護法 27条 (when it may be given), 29条 and 30条 (the records of giving and
receiving, kept three years as a rule).
"""

from dataclasses import dataclass
from datetime import date

from kucho_desktop.core.fields import field
from kucho_desktop.core.i18n import N_
from kucho_desktop.core.kinds import ADDRESS, DATE, NOTE, TEXT, choice

WAYS = choice("way", (("given", N_("We gave it")), ("received", N_("We received it"))))
BASES = choice(
    "basis",
    (
        ("consent", N_("The person agreed")),
        ("law", N_("A law or an ordinance says so")),
        ("danger", N_("To protect life, body or property, no time to ask")),
        ("children", N_("For public health or for children, hard to ask")),
        ("city", N_("To help the city or the state in its duty")),
        ("other", N_("Something else (please write it down)")),
    ),
)
"""個人情報保護法 27条1項: consent, or one of the cases in which it need not be asked."""

KEPT_YEARS = 3


@dataclass(frozen=True)
class Disclosure:
    """Personal data that went to a third party, or came from one."""

    id: int
    way: str = field(WAYS, N_("Which way"), default="given", width=8)
    given_on: str = field(DATE, N_("Day"), width=9)
    party: str = field(TEXT, N_("To whom or from whom"), width=16)
    address: str = field(ADDRESS, N_("Where they are"), width=16)
    whose: str = field(TEXT, N_("Whose data"), width=20)
    items: str = field(TEXT, N_("Which items"), width=20)
    basis: str = field(BASES, N_("Why it was allowed"), default="consent", width=18)
    obtained: str = field(TEXT, N_("How they had come by it"), width=20)
    note: str = field(NOTE, N_("Note"), width=20)

    @property
    def keep_until(self) -> date | None:
        """The day until which the record must be kept; None while the day is not known."""
        if not self.given_on:
            return None
        day = date.fromisoformat(self.given_on)
        try:
            return day.replace(year=day.year + KEPT_YEARS)
        except ValueError:  # the 29th of February
            return day.replace(year=day.year + KEPT_YEARS, month=3, day=1)
