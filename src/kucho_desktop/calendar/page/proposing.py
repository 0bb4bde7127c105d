"""What is proposed for a year: its title, a hint, and the events with their days."""

from collections.abc import Sequence

from kucho_desktop.calendar import store
from kucho_desktop.calendar.model import Proposal, from_last_year, titles_in, usual_events
from kucho_desktop.core.book import Book
from kucho_desktop.core.fiscal_years import FiscalYear
from kucho_desktop.core.i18n import _

Offer = tuple[str, str, Sequence[Proposal]]


def last_year(book: Book, before: FiscalYear, now: FiscalYear) -> Offer:
    """The single events of the year before, on the right weekday of this one."""
    found = from_last_year(store.all_events(book), store.all_changes(book), before, now)
    title = _("Events of {before} for {now}").format(before=before.title, now=now.title)
    hint = _(
        "Each stands on the same weekday of its month, or on the same holiday. Write another day"
        " over it where it is otherwise this year. What repeats comes by itself."
    )
    if not found:
        hint = _("There is no single event in {year}.").format(year=before.title)
    return title, hint, found


def usual(book: Book, now: FiscalYear) -> Offer:
    """What most districts have, on likely days."""
    there = titles_in(store.all_events(book), store.all_changes(book), now)
    hint = _("Tick what your district has, and write the right days. All can be changed later.")
    return _("Usual events for {year}").format(year=now.title), hint, usual_events(now, there)
