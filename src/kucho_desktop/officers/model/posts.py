"""Posts of the association, and who holds them from when until when (domain: 役員名簿)."""

from dataclasses import dataclass
from typing import NamedTuple

from kucho_desktop.core.audiences import CHIEF_ONLY, EVERYONE, OFFICIALS, Audience
from kucho_desktop.core.fields import field
from kucho_desktop.core.i18n import N_
from kucho_desktop.core.kinds import (
    ADDRESS,
    DATE,
    FLAG,
    KANA,
    NAME,
    NOTE,
    NUMBER,
    PHONE,
    TEXT,
    YEN,
    choice,
    reference,
)

POST, APPOINTMENT, DEPARTMENT = "post", "appointment", "department"

CHOOSING = choice(
    "choosing",
    (
        ("", N_("(not said)")),
        ("assembly", N_("Chosen by the assembly")),
        ("committee", N_("Proposed by a committee")),
        ("rota", N_("By turns")),
        ("chief", N_("Named by the chief")),
        ("among", N_("From among themselves")),
        ("office", N_("Comes with another post")),
    ),
)
PUBLICITY = choice(
    "publicity",
    (
        ("", N_("Phone as the household answered")),
        ("phone", N_("Name and phone")),
        ("name", N_("Name only")),
        ("none", N_("Not in lists for all")),
    ),
)
"""What an officer agreed to for the list that goes to every household (個人情報保護法 27条)."""

MONEY = CHIEF_ONLY | {Audience.OFFICERS, Audience.TREASURER}


@dataclass(frozen=True)
class Post:
    """A post as it stands. number: how many hold it; in a post per group, in each group.

    term: years. since, last: the first and the last day on which there is the post.
    """

    id: int
    name: str = field(NAME, N_("Post"), seen_by=EVERYONE, searched=True, width=10)
    kana: str = field(KANA, N_("Reading"), seen_by=EVERYONE, width=10)
    department_id: int | None = field(
        reference(DEPARTMENT), N_("Department"), seen_by=EVERYONE, default=None, width=9
    )
    number: int = field(NUMBER, N_("Places"), seen_by=EVERYONE, default=1, width=3)
    per_group: int = field(FLAG, N_("One in each group"), seen_by=EVERYONE, default=0)
    choosing: str = field(CHOOSING, N_("How chosen"), seen_by=OFFICIALS, width=10)
    term: int = field(NUMBER, N_("Term in years"), seen_by=EVERYONE, default=1, width=3)
    allowance: int | None = field(YEN, N_("Allowance a year"), seen_by=MONEY, width=7)
    also: str = field(TEXT, N_("Holds as well"), seen_by=EVERYONE, searched=True, width=16)
    reported_to: str = field(TEXT, N_("Reported to"), seen_by=OFFICIALS, width=16)
    note: str = field(NOTE, N_("Note"), seen_by=OFFICIALS)
    since: str = field(DATE, N_("There since"), seen_by=OFFICIALS, width=9)
    last: str = field(DATE, N_("Until (last day)"), seen_by=OFFICIALS, width=9)
    position: int = 0


@dataclass(frozen=True)
class Appointment:
    """Somebody in a post. member_id: of the roster; name and the like: of somebody from outside.

    With neither, somebody stood here whose data were erased.
    """

    id: int
    post_id: int = 0
    tonarigumi_id: int | None = None
    member_id: int | None = field(
        reference("member"), N_("Who (from the roster)"), default=None, width=14
    )
    name: str = field(NAME, N_("or somebody else, by name"), width=10)
    kana: str = field(KANA, N_("Reading"), width=10)
    phone: str = field(PHONE, N_("Phone number"), width=8)
    address: str = field(ADDRESS, N_("Address"), width=16)
    since: str = field(DATE, N_("From"), width=9)
    last: str = field(DATE, N_("Until (last day)"), width=9)
    publicity: str = field(PUBLICITY, N_("On lists for all"), width=12)
    note: str = field(NOTE, N_("Note"))

    @property
    def is_erased(self) -> bool:
        """Whether nobody knows any more who it was."""
        return self.member_id is None and not self.name


class ReadyPost(NamedTuple):
    """A post that many associations have. usual: ticked in the list to take over."""

    name: str
    number: int = 1
    department: str = ""
    choosing: str = "assembly"
    per_group: bool = False
    also: str = ""
    usual: bool = True
    term: int = 1


CHIEF, LEADER = N_("Chief of the district"), N_("Leader of the neighbour group")

READY_POSTS: tuple[ReadyPost, ...] = (
    ReadyPost(CHIEF, choosing="committee", also=N_("Head of the disaster team"), term=2),
    ReadyPost(N_("Deputy chief"), choosing="committee", also=N_("Deputy of the disaster team")),
    ReadyPost(N_("Treasurer"), choosing="committee"),
    ReadyPost(N_("Secretary"), choosing="chief", usual=False),
    ReadyPost(N_("Auditor"), 2),
    ReadyPost(
        N_("Head of general affairs"), 1, N_("General affairs"), choosing="chief", usual=False
    ),
    ReadyPost(N_("Head of environment"), 1, N_("Environment"), choosing="chief"),
    ReadyPost(N_("Environment member"), 3, N_("Environment"), choosing="chief", usual=False),
    ReadyPost(N_("Head of disaster prevention"), 1, N_("Disaster prevention"), choosing="chief"),
    ReadyPost(
        N_("Disaster prevention member"),
        3,
        N_("Disaster prevention"),
        choosing="chief",
        usual=False,
    ),
    ReadyPost(N_("Head of welfare"), 1, N_("Welfare"), choosing="chief"),
    ReadyPost(N_("Head of culture and sports"), 1, N_("Culture and sports"), choosing="chief"),
    ReadyPost(
        N_("Head of the community hall"), 1, N_("Culture and sports"), choosing="chief", usual=False
    ),
    ReadyPost(N_("Traffic safety"), 1, choosing="chief", usual=False),
    ReadyPost(LEADER, choosing="rota", per_group=True, also=N_("Welfare helper")),
)
"""Posts and departments as associations in Nagano have them (domain 1.3)."""
