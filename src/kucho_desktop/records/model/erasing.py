"""What waits to be erased for good, and the rule by which it does."""

from dataclasses import dataclass
from datetime import date

from kucho_desktop.core.dates import show_date
from kucho_desktop.core.i18n import _, n_
from kucho_desktop.core.ledger import Erasure
from kucho_desktop.core.tables import HOUSEHOLD
from kucho_desktop.households.model.gone import LongGone

DAYS_IN_BIN = 30
"""So long everything can be put back."""


@dataclass(frozen=True)
class Waiting:
    """Somebody in the bin. is_back: the household or person is there again, or left later."""

    id: int
    who: LongGone
    put_on: date
    goes_on: date
    years: int
    is_back: bool = False


def who_said(who: LongGone) -> str:
    """A household by its head and how many lived there, a person by the name alone."""
    name = who.name or _("(no name)")
    if who.kind == HOUSEHOLD:
        count = len(who.people)
        people = n_("{count} person", "{count} people", count).format(count=count)
        whole = _("Household of {name} – {people}") if count else _("Household of {name}")
        return whole.format(name=name, people=people)
    return _("{name} (of the household of {house})").format(name=name, house=who.house)


def why_said(who: LongGone) -> str:
    """Why somebody stands in the list."""
    day = show_date(who.since, weekday=False)
    if who.kind == HOUSEHOLD:
        said = _("Gone since {day}")
    else:
        said = _("Died on {day}") if who.has_died else _("Left on {day}")
    said = said.format(day=day)
    return _("{texts} ({reason})").format(texts=said, reason=who.reason) if who.reason else said


def erased_said(done: Erasure) -> str:
    """What remains of an erasure, in one line."""
    counts = (
        (n_("{count} household", "{count} households", done.households), done.households),
        (n_("{count} person", "{count} people", done.people), done.people),
        (
            n_("{count} picture or paper", "{count} pictures or papers", done.pictures),
            done.pictures,
        ),
    )
    said = [text.format(count=f"{count:,}") for text, count in counts if count]
    return _("{day}: {what} (rule: {years} years after)").format(
        day=show_date(done.day, weekday=False), what=_(", ").join(said), years=done.years
    )
