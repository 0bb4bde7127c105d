"""What happens to a household in a year: each with what it asks for."""

from collections.abc import Callable
from dataclasses import dataclass

from kucho_desktop.core.fields import field
from kucho_desktop.core.i18n import N_
from kucho_desktop.core.kinds import (
    ADDRESS,
    BORN,
    DATE,
    KANA,
    NAME,
    POSTAL_CODE,
    TEXT,
    choice,
    reference,
)
from kucho_desktop.households.model.choices import RELATION, WHEREABOUTS_CLASSES
from kucho_desktop.households.model.household import Household

JOINED_AS = choice(
    "joined as",
    (
        ("full", N_("Full member")),
        ("associate", N_("Associate member")),
        ("supporter", N_("Supporting member")),
    ),
)
QUIT_REASONS = choice(
    "reason to quit",
    (
        ("", N_("(not said)")),
        ("duties", N_("Burden of the duties")),
        ("fees", N_("Burden of the fees")),
        ("age", N_("Age or illness")),
        ("use", N_("No need for it")),
        ("people", N_("People around")),
        ("other", N_("Something else")),
    ),
)
HOUSES = choice(
    "house left",
    (("empty", N_("Stays as an empty house")), ("gone", N_("Goes from the roster"))),
)


@dataclass(frozen=True)
class Told:
    """What was answered about an event; what it does not ask for stays empty."""

    id: int = 0
    day: str = field(DATE, N_("From which day?"), width=10)
    member_id: int | None = field(reference("member"), N_("Who?"), default=None, width=10)
    next_head_id: int | None = field(
        reference("member"), N_("Head of household from then on"), default=None, width=10
    )
    own_head_id: int | None = field(
        reference("member"), N_("Head of the new household"), default=None, width=10
    )
    relation: str = field(RELATION, N_("Relation to the head"), width=6)
    name: str = field(NAME, N_("Name"), width=9)
    kana: str = field(KANA, N_("Reading"), width=10)
    born: str = field(BORN, N_("Born"), width=9)
    whereabouts: str = field(WHEREABOUTS_CLASSES, N_("Where?"), default="care", width=8)
    tonarigumi_id: int | None = field(reference("tonarigumi"), N_("Group"), default=None, width=8)
    postal_code: str = field(POSTAL_CODE, N_("New postal code"), width=6)
    address: str = field(ADDRESS, N_("New address"), width=14)
    building: str = field(TEXT, N_("Building and room"))
    other_id: int | None = field(
        reference("household"), N_("Into which household?"), default=None, width=12
    )
    membership: str = field(JOINED_AS, N_("As"), default="full", width=8)
    house: str = field(HOUSES, N_("The house"), default="empty", width=10)
    quit_reason: str = field(QUIT_REASONS, N_("Main reason"), width=10)
    reason: str = field(TEXT, N_("Reason (may stay empty)"), width=14)
    offered: str = field(TEXT, N_("What was offered (may stay empty)"), width=14)
    member_ids: tuple[int, ...] = ()


def _lived_in(household: Household) -> bool:
    return bool(household.members)


def _several(household: Household) -> bool:
    return len(household.members) > 1


def _anything(_household: Household) -> bool:
    return True


def _full(household: Household) -> bool:
    return _lived_in(household) and household.membership in ("full", "associate", "supporter")


def _not_full(household: Household) -> bool:
    return _lived_in(household) and household.membership in ("paused", "none")


def _quits(household: Household) -> bool:
    return _full(household) or (_lived_in(household) and household.membership == "paused")


@dataclass(frozen=True)
class Happening:
    """lines: the fields of `Told` that it asks for. picks: it asks for several people.

    can_be: whether it can happen to a household as it is.
    """

    name: str
    label: str
    lines: tuple[str | tuple[str, ...], ...]
    can_be: Callable[[Household], bool] = _anything
    picks: bool = False


HAPPENINGS = (
    Happening(
        "dies", N_("Somebody has died"), ("member_id", "day", "next_head_id", "house"), _lived_in
    ),
    Happening(
        "member_joins",
        N_("Somebody came: birth, marriage, return"),
        (("name", "kana"), ("relation", "born"), "day"),
        _lived_in,
    ),
    Happening(
        "member_leaves",
        N_("Somebody of the family left"),
        ("member_id", "day", "next_head_id", "house"),
        _lived_in,
    ),
    Happening(
        "whereabouts",
        N_("Care home, hospital, study, work away, or back again"),
        ("member_id", "whereabouts", "day"),
        _lived_in,
    ),
    Happening("head_changes", N_("Another head of household"), ("next_head_id", "day"), _several),
    Happening(
        "moves_within",
        N_("Moved within the district"),
        (("postal_code", "address"), "building", "tonarigumi_id", "day"),
    ),
    Happening("changes_group", N_("Another group"), ("tonarigumi_id", "day")),
    Happening("pauses", N_("Pauses the membership"), ("day", "reason"), _full),
    Happening(
        "quits", N_("Left the association"), ("day", "quit_reason", "reason", "offered"), _quits
    ),
    Happening("joins", N_("Joins, or joins again"), ("day", "membership"), _not_full),
    Happening(
        "splits",
        N_("Some of the family are a household of their own"),
        ("own_head_id", ("postal_code", "address"), "building", "tonarigumi_id", "day"),
        _several,
        picks=True,
    ),
    Happening(
        "merges",
        N_("Joined another household of the district"),
        ("other_id", "day", "relation"),
        _lived_in,
    ),
    Happening("leaves", N_("Moved out of the district"), ("day", "reason", "offered")),
)
"""In the order in which they are offered: what happens most often comes first."""


def happening_named(name: str) -> Happening:
    return next(each for each in HAPPENINGS if each.name == name)
