"""Bodies outside the association, and where one turns in which trouble (domain 1.3, 1.5)."""

import re
import unicodedata
from dataclasses import dataclass

from kucho_desktop.core.audiences import ASKS_CONSENT, EVERYONE, OFFICIALS, Audience
from kucho_desktop.core.fields import Kind, field
from kucho_desktop.core.i18n import N_
from kucho_desktop.core.kinds import (
    ADDRESS,
    FLAG,
    KANA,
    NAME,
    NOTE,
    PHONE,
    TEXT,
    choice,
    reference,
)

BODY = "outside_body"
_SHORT = re.compile(r"#?[0-9]{3,4}")
"""110, 119, #7119: numbers that stand for an office."""


def _plain(typed: str) -> str:
    return unicodedata.normalize("NFKC", typed).strip()


def _problem_with(typed: str) -> str:
    return "" if _SHORT.fullmatch(_plain(typed)) else PHONE.problem_with(typed)


def _tidy(typed: str) -> str:
    plain = _plain(typed)
    return plain if _SHORT.fullmatch(plain) else str(PHONE.tidy(typed))


OFFICE_PHONE = Kind("phone", tidy=_tidy, problem_with=_problem_with)
KINDS = choice(
    "kind of body",
    (
        ("city", N_("City office")),
        ("branch", N_("Branch office of the city")),
        ("fire", N_("Fire station")),
        ("police", N_("Police")),
        ("electricity", N_("Electricity")),
        ("water", N_("Water works")),
        ("gas", N_("Gas")),
        ("school", N_("School")),
        ("council", N_("Council of social welfare")),
        ("hall", N_("Community hall of the area")),
        ("commissioner", N_("Welfare commissioner")),
        ("care", N_("Care centre for the elderly")),
        ("brigade", N_("Volunteer fire brigade")),
        ("children", N_("Children's association")),
        ("npo", N_("NPO and volunteers")),
        ("welfare", N_("Welfare facility")),
        ("estate", N_("Estate agent")),
        ("union", N_("Council of the residents of the area")),
        ("medical", N_("Doctor or hospital")),
        ("other", N_("Another body")),
    ),
)
PUBLICITY = choice(
    "who may see it",
    (
        ("office", N_("For all, but not who answers")),
        ("all", N_("For all, with who answers")),
        ("officers", N_("For the officers alone")),
    ),
)
_OFFICERS = OFFICIALS | {Audience.CITY, Audience.TREASURER}
_PERSON = "person"
_RANK = {code: place for place, (code, _label) in enumerate(KINDS.choices)}


@dataclass(frozen=True)
class Body:
    """A body outside. night_phone: by night and on holidays. emergency: called in an emergency."""

    id: int
    kind: str = field(KINDS, N_("What kind"), seen_by=EVERYONE, default="other", width=9)
    name: str = field(TEXT, N_("Name of the body"), seen_by=EVERYONE, consent="name", width=14)
    kana: str = field(KANA, N_("Reading"), seen_by=EVERYONE, consent="name", width=12)
    person: str = field(NAME, N_("Who answers"), seen_by=EVERYONE, consent=_PERSON, width=10)
    phone: str = field(OFFICE_PHONE, N_("Phone number"), seen_by=EVERYONE, consent="name", width=8)
    night_phone: str = field(
        OFFICE_PHONE, N_("By night and on holidays"), seen_by=EVERYONE, consent="name", width=8
    )
    fax: str = field(PHONE, N_("Fax"), seen_by=EVERYONE, consent="name", width=8)
    address: str = field(ADDRESS, N_("Address"), seen_by=EVERYONE, consent="name", width=16)
    hours: str = field(TEXT, N_("Hours"), seen_by=EVERYONE, consent="name", width=12)
    what_for: str = field(NOTE, N_("What for"), seen_by=EVERYONE, consent="name", width=16)
    emergency: int = field(FLAG, N_("Called in an emergency"), seen_by=EVERYONE, default=0)
    publicity: str = field(
        PUBLICITY, N_("Who may see it"), seen_by=_OFFICERS, default="office", width=13
    )
    note: str = field(NOTE, N_("Note"), seen_by=_OFFICERS)
    position: int = 0

    @property
    def rank(self) -> int:
        """The place of its kind in the order of the kinds."""
        return _RANK.get(self.kind, len(_RANK))

    def agreed(self, item: str, _audience: Audience) -> bool:
        """An office is known to all; a person only where that was said to be right."""
        return self.publicity == "all" if item == _PERSON else self.publicity != "officers"

    def is_open_to(self, audience: Audience) -> bool:
        return audience not in ASKS_CONSENT or self.agreed("name", audience)


@dataclass(frozen=True)
class Trouble:
    """A trouble and where one turns: a body of the directory, or a place in words."""

    id: int
    trouble: str = field(TEXT, N_("Trouble"), seen_by=EVERYONE, width=16)
    outside_body_id: int | None = field(
        reference(BODY), N_("Where to turn"), seen_by=EVERYONE, default=None, width=14
    )
    place: str = field(TEXT, N_("or somewhere else, in words"), seen_by=EVERYONE, width=14)
    phone: str = field(OFFICE_PHONE, N_("Phone, if it is another one"), seen_by=EVERYONE, width=8)
    note: str = field(TEXT, N_("A word besides"), seen_by=EVERYONE, width=16)
    position: int = 0


@dataclass(frozen=True)
class Advice:
    """A trouble as the paper says it, with what its body says."""

    id: int
    trouble: str = field(TEXT, N_("Trouble"), seen_by=EVERYONE, width=12)
    place: str = field(TEXT, N_("Where to turn"), seen_by=EVERYONE, consent="name", width=12)
    phone: str = field(OFFICE_PHONE, N_("Phone number"), seen_by=EVERYONE, consent="name", width=8)
    night_phone: str = field(
        OFFICE_PHONE, N_("By night and on holidays"), seen_by=EVERYONE, consent="name", width=8
    )
    hours: str = field(TEXT, N_("Hours"), seen_by=EVERYONE, consent="name", width=10)
    note: str = field(TEXT, N_("A word besides"), seen_by=EVERYONE, width=12)
    is_open: bool = True

    def agreed(self, _item: str, _audience: Audience) -> bool:
        return self.is_open
