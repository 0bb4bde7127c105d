"""区の姿: what the association is called, where it lies, how its year runs, what it wants."""

from dataclasses import dataclass

from kucho_desktop.core.audiences import EVERYONE, OFFICIALS, Audience
from kucho_desktop.core.dates import problem_with_born
from kucho_desktop.core.fields import field
from kucho_desktop.core.i18n import N_, in_own_words
from kucho_desktop.core.kinds import (
    ADDRESS,
    BORN,
    KANA,
    NAME,
    NOTE,
    PHONE,
    POSTAL_CODE,
    TEXT,
    choice,
    rows_of,
    several,
)
from kucho_desktop.core.places import text_of

YEAR = "association_year"
"""The intervals of the month in which the year of office begins."""
PURPOSE = "purpose"
"""The intervals (versions) of the sentences that say what personal data is used for."""

MONTHS = choice(
    "month",
    tuple(
        (month, label)
        for month, label in enumerate(
            (
                N_("January"),
                N_("February"),
                N_("March"),
                N_("April"),
                N_("May"),
                N_("June"),
                N_("July"),
                N_("August"),
                N_("September"),
                N_("October"),
                N_("November"),
                N_("December"),
            ),
            start=1,
        )
    ),
)

_NAME = (("name", N_("Name")),)
SHOWN_TO_HOUSEHOLDS = several(
    "shown to households",
    (
        *_NAME,
        ("address", N_("Address")),
        ("phone", N_("Phone number")),
        ("family", N_("Family")),
    ),
)
SHOWN_ON_BOARD = several("shown on the board", _NAME)
"""What the association may show of a household at most; the household's answer may narrow it."""

ERASE_AFTER = choice(
    "years until erased",
    (
        (1, N_("1 year after")),
        (2, N_("2 years after")),
        (3, N_("3 years after")),
        (5, N_("5 years after")),
        (7, N_("7 years after")),
        (10, N_("10 years after")),
    ),
)
"""個人情報保護法 22条: what is needed no more is to be erased without delay; the 区 says when."""


@dataclass(frozen=True)
class Area:
    """A part of the district: what its addresses begin with."""

    id: int
    postal_code: str = field(POSTAL_CODE, N_("Postal code"), seen_by=EVERYONE, width=6)
    prefix: str = field(ADDRESS, N_("Addresses begin with"), seen_by=EVERYONE, width=16)
    position: int = 0


@dataclass(frozen=True)
class Happening:
    """A line of the chronicle (沿革)."""

    id: int
    happened: str = field(BORN, N_("When"), seen_by=EVERYONE, rule=problem_with_born, width=10)
    text: str = field(TEXT, N_("What happened"), seen_by=EVERYONE, width=24)


@dataclass(frozen=True)
class Association:
    """The association as it is on a day. The words are what this 区 calls things."""

    id: int
    name: str = field(NAME, N_("Name of the district"), seen_by=EVERYONE, searched=True, width=12)
    kana: str = field(KANA, N_("Reading"), seen_by=EVERYONE)
    city: str = field(TEXT, N_("City, town or village"), seen_by=EVERYONE)
    chief: str = field(NAME, N_("Name of the chief"), seen_by=EVERYONE)
    chief_kana: str = field(KANA, N_("Reading of the chief's name"), seen_by=EVERYONE)
    chief_address: str = field(ADDRESS, N_("Address of the chief"), seen_by=OFFICIALS)
    chief_phone: str = field(PHONE, N_("Phone of the chief"), seen_by=OFFICIALS)
    association_word: str = field(TEXT, N_("What the association is called"), seen_by=EVERYONE)
    chief_word: str = field(TEXT, N_("What the chief is called"), seen_by=EVERYONE)
    group_word: str = field(TEXT, N_("What the groups are called"), seen_by=EVERYONE)
    leader_word: str = field(TEXT, N_("What a group's leader is called"), seen_by=EVERYONE)
    month: int = field(
        MONTHS, N_("First month of the year"), seen_by=EVERYONE, dated=YEAR, default=4
    )
    areas: tuple[Area, ...] = field(rows_of(Area), N_("Area"), seen_by=EVERYONE)
    roster_purpose: str = field(
        NOTE, N_("Purpose printed on rosters"), seen_by=EVERYONE, dated=PURPOSE
    )
    form_purpose: str = field(NOTE, N_("Purpose printed on forms"), seen_by=EVERYONE, dated=PURPOSE)
    to_households: str = field(
        SHOWN_TO_HOUSEHOLDS,
        N_("On rosters for every household"),
        seen_by=EVERYONE,
        default="name,address,phone,family",
    )
    to_board: str = field(
        SHOWN_ON_BOARD, N_("On the notice board"), seen_by=EVERYONE, default="name"
    )
    erase_after: int = field(
        ERASE_AFTER,
        N_("Erase who left or died"),
        seen_by=EVERYONE,
        default=5,
    )
    vision: str = field(NOTE, N_("Vision of the district"), seen_by=EVERYONE)
    chronicle: tuple[Happening, ...] = field(rows_of(Happening), N_("Chronicle"), seen_by=EVERYONE)

    @property
    def limit(self) -> frozenset[tuple[str, str]]:
        """(item, audience) of all that may be shown where a household agrees to it."""
        return frozenset(
            (item, audience.value)
            for audience, items in (
                (Audience.EVERY_HOUSEHOLD, self.to_households),
                (Audience.NOTICE_BOARD, self.to_board),
            )
            for item in items.split(",")
            if item
        )


PURPOSE_USES = {"roster_purpose": "roster", "form_purpose": "form"}
"""Field of the association → use of the sentence in the book."""


def usual_purpose(use: str, name: str) -> str:
    """The sentence that stands where the association has written none of its own."""
    return in_own_words(text_of(f"purpose_{use}")).format(name=name).strip()
