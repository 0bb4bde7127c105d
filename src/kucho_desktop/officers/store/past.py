"""歴代役員: who held which post in every year that anything is known of."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from kucho_desktop.association.store import fiscal_year, the_association, year_starts
from kucho_desktop.core.audiences import EVERYONE, Audience
from kucho_desktop.core.book import Book
from kucho_desktop.core.fields import field
from kucho_desktop.core.fiscal_years import FiscalYear, years_between
from kucho_desktop.core.i18n import N_, _
from kucho_desktop.core.kinds import NAME
from kucho_desktop.officers.model import Post
from kucho_desktop.officers.store.kept import day_after
from kucho_desktop.officers.store.people import people_named
from kucho_desktop.officers.store.shelves import APPOINTMENTS, POSTS

_MOST_YEARS = 60


@dataclass(frozen=True)
class PastHolder:
    """Somebody who held a post; seen as the officers of today are."""

    id: int
    name: str = field(NAME, N_("Name"), seen_by=EVERYONE, consent="name", width=9)
    post_id: int = 0
    since: str = ""
    until: str = ""
    household_id: int = 0
    is_hidden: bool = False

    def agreed(self, _item: str, _audience: Audience) -> bool:
        """A post makes known by name, unless that was ruled out."""
        return not self.is_hidden


@dataclass(frozen=True)
class History:
    """posts: those that are not in every group. holders: of them, oldest first."""

    posts: tuple[Post, ...]
    holders: tuple[PastHolder, ...]
    years: tuple[FiscalYear, ...]
    happened: tuple[str, ...]


def history_of_posts(book: Book) -> History:
    """Newest year first, this one included, and the next where somebody is there already."""
    posts = [each for each in POSTS.all(book) if not each.per_group]
    own = {each.id for each in posts}
    held = [each for each in APPOINTMENTS.all(book) if each.post_id in own]
    people = people_named(book, [each.member_id for each in held], book.today)
    holders = []
    for each in held:
        person = people.get(each.member_id or 0)
        called = person.member.as_called().name if person and person.member else ""
        name = called or (person.name if person else each.name) or _("(name erased)")
        home = person.household.id if person and person.household else 0
        hidden = each.publicity == "none"
        until = day_after(each.last)
        holders.append(PastHolder(each.id, name, each.post_id, each.since, until, home, hidden))
    years = _years(book, [each.since for each in holders])
    return History(tuple(posts), tuple(holders), years, _happened(book, years))


def _years(book: Book, begun: Sequence[str]) -> tuple[FiscalYear, ...]:
    known = sorted(day for day in begun if day)
    if not known:
        return ()
    this = fiscal_year(book).first
    last = max(this, date.fromisoformat(known[-1]))
    first = min(this, date.fromisoformat(known[0]))
    years = years_between(first, last, year_starts(book))
    return tuple(reversed(years[-_MOST_YEARS:]))


def _happened(book: Book, years: Sequence[FiscalYear]) -> tuple[str, ...]:
    """What the chronicle of the association says of each year."""
    chronicle = the_association(book).chronicle
    said = []
    for year in years:
        own = [
            each.text
            for each in chronicle
            if len(each.happened) >= 4 and _begins(each.happened, year)
        ]
        said.append(_(", ").join(own))
    return tuple(said)


def _begins(happened: str, year: FiscalYear) -> bool:
    """A day lies in the year of office; of a bare year the year that begins in it is meant."""
    if len(happened) >= 10:
        return year.first.isoformat() <= happened[:10] <= year.last.isoformat()
    return happened[:4] == str(year.number)
