"""Ready questions about a household on a day: each a rule with its name and its sentence."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from kucho_desktop.core.audiences import Audience
from kucho_desktop.core.i18n import N_, _
from kucho_desktop.households.model.choices import DWELLED, JOINED
from kucho_desktop.households.model.household import Household
from kucho_desktop.households.model.lists.traits import age, at_home, grade, here_since

OLD = 75
_NEW_BORN, _LAST_OF_ELEMENTARY, _LAST_OF_JUNIOR_HIGH = -7, 6, 9
"""Grades, as `grade_on` counts them."""
_NO_HOUSEHOLD = frozenset({"empty", "villa", "apartment"})
"""Houses that nobody could be called in."""


@dataclass(frozen=True)
class Ready:
    """asks: the traits that it looks at; whom they are not open to may not be told by it."""

    name: str
    label: str
    about: str
    holds: Callable[[Household, date], bool]
    asks: tuple[str, ...]

    @property
    def title(self) -> str:
        return _(self.label)

    @property
    def sentence(self) -> str:
        return _(self.about)


def _one_year_before(day: date) -> date:
    return date(day.year - 1, day.month, 28 if (day.month, day.day) == (2, 29) else day.day)


def is_joined(household: Household, _day: date) -> bool:
    return household.membership in JOINED


def is_not_joined(household: Household, _day: date) -> bool:
    return household.membership in DWELLED - JOINED


def is_old_only(household: Household, day: date) -> bool:
    ages = [age(member.born, day) for member in at_home(household)]
    return bool(ages) and all(each is not None and each >= OLD for each in ages)


def is_alone(household: Household, _day: date) -> bool:
    return len(at_home(household)) == 1


def is_old_and_alone(household: Household, day: date) -> bool:
    return is_alone(household, day) and is_old_only(household, day)


def has_old(household: Household, day: date) -> bool:
    return any((age(member.born, day) or 0) >= OLD for member in household.members)


def has_infants(household: Household, day: date) -> bool:
    return _has_grade(household, day, _NEW_BORN, 0)


def has_pupils(household: Household, day: date) -> bool:
    return _has_grade(household, day, 1, _LAST_OF_ELEMENTARY)


def has_students(household: Household, day: date) -> bool:
    return _has_grade(household, day, _LAST_OF_ELEMENTARY + 1, _LAST_OF_JUNIOR_HIGH)


def _has_grade(household: Household, day: date, first: int, last: int) -> bool:
    grades = (grade(member.born, day) for member in household.members)
    return any(each is not None and first <= each <= last for each in grades)


def is_new(household: Household, day: date) -> bool:
    return here_since(household) > _one_year_before(day).isoformat()


def has_somebody_away(household: Household, _day: date) -> bool:
    return len(at_home(household)) < len(household.members)


def has_not_agreed(household: Household, _day: date) -> bool:
    return household.membership in JOINED and not household.agreed("name", Audience.EVERY_HOUSEHOLD)


def has_not_answered(household: Household, _day: date) -> bool:
    return household.membership in JOINED and not household.consents


def has_no_phone(household: Household, _day: date) -> bool:
    own = any(member.phone for member in household.members)
    could_have = household.membership not in _NO_HOUSEHOLD
    return could_have and not (household.phone or household.mobile or own)


def is_away_by_day(household: Household, _day: date) -> bool:
    return bool(household.away_by_day)


def has_no_address(household: Household, _day: date) -> bool:
    return not household.address


def has_no_group(household: Household, _day: date) -> bool:
    return household.tonarigumi_id is None


def has_unknown_age(household: Household, _day: date) -> bool:
    return any(not member.born for member in household.members)


def is_nobody_in(household: Household, _day: date) -> bool:
    return household.membership in ("empty", "villa")


def is_passed_by(household: Household, _day: date) -> bool:
    return household.circular != "pass" or household.distribution != "all"


def is_long_not_recorded(household: Household, day: date) -> bool:
    lived_in = household.membership in DWELLED
    return lived_in and household.recorded_on <= _one_year_before(day).isoformat()


_AGES, _PHONES = ("ages",), ("phone", "mobile")

READY: Mapping[str, Ready] = {
    each.name: each
    for each in (
        Ready(
            "old_only",
            N_("Only people of 75 and over"),
            N_("Everybody who is at home is 75 or older."),
            is_old_only,
            ("ages", "at_home"),
        ),
        Ready(
            "alone",
            N_("Living alone"),
            N_("One person is at home; whoever is in a care home or away is not counted."),
            is_alone,
            ("at_home",),
        ),
        Ready(
            "old_alone",
            N_("75 and over, living alone"),
            N_("The only person at home is 75 or older."),
            is_old_and_alone,
            ("ages", "at_home"),
        ),
        Ready(
            "old",
            N_("With somebody of 75 and over"),
            N_("Somebody of the family is 75 or older."),
            has_old,
            _AGES,
        ),
        Ready(
            "infants",
            N_("With children before school"),
            N_("A child of the family has not entered elementary school yet."),
            has_infants,
            _AGES,
        ),
        Ready(
            "pupils",
            N_("With children in elementary school"),
            N_("A child of the family is in elementary school."),
            has_pupils,
            _AGES,
        ),
        Ready(
            "students",
            N_("With children in junior high school"),
            N_("A child of the family is in junior high school."),
            has_students,
            _AGES,
        ),
        Ready(
            "away",
            N_("With somebody away"),
            N_("Somebody is in a care home, in hospital, or away for study or work."),
            has_somebody_away,
            ("at_home",),
        ),
        Ready(
            "away_by_day",
            N_("Nobody in by day"),
            N_("The sheet says that nobody is in by day."),
            is_away_by_day,
            ("away_by_day",),
        ),
        Ready(
            "new",
            N_("Moved in within a year"),
            N_("The first day known of it lies less than a year back."),
            is_new,
            ("here_since",),
        ),
        Ready(
            "joined",
            N_("Households that have joined"),
            N_("A household that belongs to the association, supporters and paused ones, too."),
            is_joined,
            ("membership",),
        ),
        Ready(
            "not_joined",
            N_("Not joined"),
            N_("Somebody lives there who does not belong to the association."),
            is_not_joined,
            ("membership",),
        ),
        Ready(
            "nobody_in",
            N_("Empty and holiday houses"),
            N_("An empty house or a holiday house."),
            is_nobody_in,
            ("membership",),
        ),
        Ready(
            "passed_by",
            N_("Delivered in another way"),
            N_("The circular does not come by, or printed matter is not simply delivered."),
            is_passed_by,
            ("circular", "distribution"),
        ),
        Ready(
            "not_agreed",
            N_("No consent"),
            N_("A member household whose name may not be shown to every household."),
            has_not_agreed,
            ("agreed_name",),
        ),
        Ready(
            "not_answered",
            N_("Consent not answered"),
            N_("A member household of which no answer about consent is written down."),
            has_not_answered,
            ("agreed_name",),
        ),
        Ready(
            "no_phone",
            N_("No phone number"),
            N_("Neither the household nor anybody of the family has a number."),
            has_no_phone,
            _PHONES,
        ),
        Ready(
            "no_address",
            N_("No address"),
            N_("No address is written."),
            has_no_address,
            ("address",),
        ),
        Ready("no_group", N_("No group"), N_("It stands in no group."), has_no_group, ()),
        Ready(
            "unknown_age",
            N_("Birthday not known"),
            N_("Somebody of the family has no birthday and no age written."),
            has_unknown_age,
            _AGES,
        ),
        Ready(
            "not_recorded",
            N_("Sheet older than a year"),
            N_("The form was filled in more than a year ago, or no day is written."),
            is_long_not_recorded,
            ("recorded_on",),
        ),
    )
}
"""In the order in which they are offered."""
