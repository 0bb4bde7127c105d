"""What can be asked of a household and stand in a list of many: its fields, and what they tell."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from typing import Any

from kucho_desktop.core.ages import age_on, grade_on
from kucho_desktop.core.audiences import Audience
from kucho_desktop.core.dates import NotADate, read_born
from kucho_desktop.core.fields import Field, Kind, ShownRecord, field_named, fields_of
from kucho_desktop.core.i18n import N_, _
from kucho_desktop.core.kinds import DATE, NUMBER, TEXT, choice
from kucho_desktop.households.model.choices import CONSENT_ITEMS
from kucho_desktop.households.model.household import Consent, Household
from kucho_desktop.households.model.people import Member

Asked = Callable[[Household, date], Any]
Seen = Callable[[ShownRecord, date], str]

ANSWERS = choice(
    "answer to consent",
    (("yes", N_("Agrees")), ("no", N_("Does not agree")), ("", N_("No answer yet"))),
)


@dataclass(frozen=True)
class Trait:
    """of: its value on a day. seen: what stands in a list of what an audience may see.

    needs: the fields of a household that `seen` reads; none where it never stands in a list.
    seen_by: whom a list that asks for it may tell of it.
    """

    name: str
    label: str
    kind: Kind
    of: Asked
    seen_by: frozenset[Audience]
    needs: tuple[str, ...] = ()
    seen: Seen | None = None
    width: int = 6

    @property
    def title(self) -> str:
        return _(self.label)

    @property
    def is_column(self) -> bool:
        return self.seen is not None

    @property
    def family(self) -> str:
        """How it is asked for: "choice", "group", "number", "date" or "text"."""
        if self.kind.table:
            return "group"
        if self.kind.choices and self.kind.name != "several":
            return "choice"
        known = {"number": "number", "yen": "number", "date": "date"}
        return known.get(self.kind.name, "text")


@lru_cache(maxsize=65_536)
def age(born: str, day: date) -> int | None:
    """Full years; None where nothing is known. Remembered: lists ask for it again and again."""
    return age_on(born, day) if born else None


@lru_cache(maxsize=65_536)
def grade(born: str, day: date) -> int | None:
    return grade_on(born, day)


def at_home(household: Household) -> list[Member]:
    """Who lives there and is not in a care home, in hospital or away for study or work."""
    return [member for member in household.members if member.whereabouts in ("", "home")]


def known_ages(household: Household, day: date) -> list[int]:
    """The ages of its people, oldest first; those whose age is not known are left out."""
    ages = (age(member.born, day) for member in household.members)
    return sorted((each for each in ages if each is not None), reverse=True)


def here_since(household: Household) -> str:
    """The first day known of it, ISO; '' where it was always there or nobody knows.

    Membership begins anew when somebody joins, so that the people who live there count, too.
    """
    return min([household.since, *(member.since for member in household.members)])


def _oldest(household: Household, day: date) -> int | None:
    return max(known_ages(household, day), default=None)


def _youngest(household: Household, day: date) -> int | None:
    return min(known_ages(household, day), default=None)


def _people(household: Household, _day: date) -> int:
    return len(household.members)


def _people_at_home(household: Household, _day: date) -> int:
    return len(at_home(household))


def _ages(household: Household, day: date) -> str:
    return _("/").join(map(str, known_ages(household, day)))


def _names(household: Household, _day: date) -> str:
    return _(", ").join(member.name for member in household.members if member.name)


def _here_since(household: Household, _day: date) -> str:
    return here_since(household)


def _seen_ages(record: ShownRecord, day: date) -> str:
    """Of rows as they are shown: who may not see the days of birth sees no ages."""
    found = (_age_in(member.text("born"), day) for member in record.rows.get("members", ()))
    ages = sorted((each for each in found if each is not None), reverse=True)
    return _("/").join(map(str, ages))


def _seen_oldest(record: ShownRecord, day: date) -> str:
    return _seen_ages(record, day).split(_("/"))[0]


def _seen_youngest(record: ShownRecord, day: date) -> str:
    return _seen_ages(record, day).split(_("/"))[-1]


def _age_in(text: str, day: date) -> int | None:
    try:
        return age(read_born(text, day), day) if text else None
    except NotADate:
        return None


def _seen_names(record: ShownRecord, _day: date) -> str:
    rows = record.rows.get("members", ())
    return _(", ").join(row.text("name") for row in rows if row.text("name"))


@dataclass(frozen=True)
class _Own:
    """A declared field, asked for as it is."""

    name: str

    def __call__(self, household: Household, _day: date) -> Any:
        return getattr(household, self.name)


@dataclass(frozen=True)
class _Text:
    """A declared field as an audience sees it."""

    name: str

    def __call__(self, record: ShownRecord, _day: date) -> str:
        return record.text(self.name)


@dataclass(frozen=True)
class _Answer:
    """What was answered about one item, for every household to see."""

    item: str

    def __call__(self, household: Household, _day: date) -> str:
        return household.answer(self.item, Audience.EVERY_HOUSEHOLD.value)


def _of_field(field: Field) -> Trait:
    own, seen = _Own(field.name), _Text(field.name)
    return Trait(
        field.name, field.label, field.kind, own, field.seen_by, (field.name,), seen, field.width
    )


def _of_people() -> Iterator[Trait]:
    """What follows from the members."""
    whole, born = field_named(Household, "members"), field_named(Member, "born").seen_by
    named, place = field_named(Member, "name").seen_by, field_named(Member, "whereabouts").seen_by
    rows = ("members",)
    yield Trait("people", N_("Persons"), NUMBER, _people, whole.seen_by, rows, _Text("members"), 3)
    yield Trait("at_home", N_("Persons at home"), NUMBER, _people_at_home, place)
    yield Trait("names", N_("Names of the family"), TEXT, _names, named, rows, _seen_names, 16)
    yield Trait("ages", N_("Ages of the family"), TEXT, _ages, born, rows, _seen_ages, 8)
    yield Trait("oldest", N_("Age of the oldest"), NUMBER, _oldest, born, rows, _seen_oldest, 4)
    yield Trait(
        "youngest", N_("Age of the youngest"), NUMBER, _youngest, born, rows, _seen_youngest, 4
    )
    yield Trait("here_since", N_("Here since"), DATE, _here_since, born)


_CONSENTS = {
    "name": N_("Consent to show the name"),
    "address": N_("Consent to show the address"),
    "phone": N_("Consent to show the phone number"),
    "family": N_("Consent to show the family"),
}


def _of_consents() -> Iterator[Trait]:
    seen_by = field_named(Consent, "answer").seen_by
    for item, _label in CONSENT_ITEMS.choices:
        if item in _CONSENTS:
            yield Trait(f"agreed_{item}", _CONSENTS[item], ANSWERS, _Answer(item), seen_by)


@cache
def traits() -> Mapping[str, Trait]:
    """All of them by name, in the order in which they are offered."""
    own = [_of_field(field) for field in fields_of(Household) if field.kind.record is None]
    return {each.name: each for each in (*own, *_of_people(), *_of_consents())}
