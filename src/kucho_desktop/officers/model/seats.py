"""Seats: every place of every post on a day, filled or empty, and what is wrong with them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from kucho_desktop.core.audiences import EVERYONE, NEIGHBOURS, OFFICIALS, Audience
from kucho_desktop.core.dates import short_date
from kucho_desktop.core.fields import Kind, field
from kucho_desktop.core.i18n import N_
from kucho_desktop.core.kinds import ADDRESS, KANA, NAME, NUMBER, PHONE, TEXT, YEN
from kucho_desktop.officers.model.posts import MONEY, Appointment, Post


def _day(kept: str) -> str:
    return short_date(kept)


_DAY = Kind("day", show=_day)
_WITH_CITY = NEIGHBOURS | {Audience.CITY}
_AS_WRITTEN = frozenset({Audience.CHIEF, Audience.CITY, Audience.PERSON})
_NOBODY, _NO_POST = Appointment(0), Post(0)
GROUP_STEP, POST_STEP = 1_000, 10_000_000


@dataclass(frozen=True)
class Seat:
    """One place of a post on a day, as lists and papers show it.

    id: of the appointment; negative where nobody is there. household_id: where the officer lives.
    gone: the day (ISO) from which an officer lives here no more; has_died: why.
    answers: consent items that the household said yes to for every household.
    """

    id: int
    department: str = field(TEXT, N_("Department"), seen_by=EVERYONE, width=7)
    post: str = field(TEXT, N_("Post"), seen_by=EVERYONE, width=9)
    group: str = field(TEXT, N_("Group"), seen_by=EVERYONE, width=6)
    home: str = field(TEXT, N_("Group"), seen_by=_WITH_CITY, consent="name", width=6)
    name: str = field(NAME, N_("Name"), seen_by=EVERYONE, consent="name", width=9)
    kana: str = field(KANA, N_("Reading"), seen_by=_WITH_CITY, consent="name", width=9)
    address: str = field(ADDRESS, N_("Address"), seen_by=_WITH_CITY, consent="address", width=14)
    phone: str = field(PHONE, N_("Phone number"), seen_by=_WITH_CITY, consent="phone", width=8)
    mobile: str = field(PHONE, N_("Mobile phone"), seen_by=_WITH_CITY, consent="phone", width=8)
    since: str = field(_DAY, N_("From"), seen_by=EVERYONE, width=8)
    last: str = field(_DAY, N_("Until (last day)"), seen_by=EVERYONE, width=8)
    terms: int = field(NUMBER, N_("Which term"), seen_by=OFFICIALS | {Audience.CITY}, width=3)
    before: str = field(NAME, N_("Who was before"), seen_by=OFFICIALS, width=8)
    also: str = field(TEXT, N_("Holds as well"), seen_by=EVERYONE, width=10)
    allowance: int | None = field(YEN, N_("Allowance a year"), seen_by=MONEY, width=6)
    reported_to: str = field(TEXT, N_("Reported to"), seen_by=OFFICIALS, width=8)
    appointment: Appointment = _NOBODY
    of_post: Post = _NO_POST
    household_id: int = 0
    known_as: str = ""
    known_as_kana: str = ""
    gone: str = ""
    has_died: bool = False
    answers: frozenset[str] = frozenset()

    @property
    def is_vacant(self) -> bool:
        return self.id < 0

    def as_shown(self, audience: Audience) -> "Seat":
        """Under the name that the officer goes by; chief and city read it as it is written."""
        if not self.known_as or audience in _AS_WRITTEN:
            return self
        return replace(self, name=self.known_as, kana=self.known_as_kana)

    def agreed(self, item: str, _audience: Audience) -> bool:
        """Whoever takes a post is known by name, unless that was ruled out; the rest is asked."""
        publicity = self.appointment.publicity
        if self.is_vacant:
            return True
        if item == "name":
            return publicity != "none"
        if item == "phone" and publicity:
            return publicity == "phone"
        return item in self.answers and publicity != "none"


def empty_seat_id(post: Post, group: int | None, place: int) -> int:
    """The id of a place in which nobody is; the same each time it is asked for."""
    return -(post.id * POST_STEP + (group or 0) * GROUP_STEP + place + 1)


def laid_out(
    posts: Sequence[Post],
    groups: Sequence[int],
    appointments: Iterable[Appointment],
) -> list[tuple[Post, int | None, Appointment | None, int]]:
    """(post, group, who is there or None, place) for every seat, in the order of the posts.

    groups: in which there are households, in district order. More than the post has places for
    are shown all the same: nobody is left out.
    """
    held: dict[tuple[int, int | None], list[Appointment]] = {}
    for each in appointments:
        held.setdefault((each.post_id, each.tonarigumi_id), []).append(each)
    seats: list[tuple[Post, int | None, Appointment | None, int]] = []
    for post in posts:
        for group in _places_of(post, groups, held):
            there = held.get((post.id, group), [])
            wanted = post.number if not post.per_group or group is not None else 0
            for place in range(max(wanted, len(there))):
                who = there[place] if place < len(there) else None
                seats.append((post, group, who, place))
    return seats


def _places_of(
    post: Post, groups: Sequence[int], held: Iterable[tuple[int, int | None]]
) -> list[int | None]:
    """The groups of a post; those that are none any more come last where somebody is left."""
    own = [group for post_id, group in held if post_id == post.id]
    first: list[int | None] = list(groups) if post.per_group else [None]
    return [*first, *dict.fromkeys(group for group in own if group not in first)]


def last_of_term(first: date, years: int, last_of_year: date) -> date:
    """The last day of a term: of one year the last of that year, of two that of the next."""
    try:
        return last_of_year.replace(year=last_of_year.year + max(years, 1) - 1)
    except ValueError:  # the 29th of February
        return last_of_year.replace(year=last_of_year.year + max(years, 1) - 1, day=28)
