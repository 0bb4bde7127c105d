"""Whom one may ask (顧問, OB), and what was learnt (研修): domain 1.1, 3.10."""

from dataclasses import dataclass

from kucho_desktop.core.audiences import OFFICIALS
from kucho_desktop.core.fields import field
from kucho_desktop.core.i18n import N_
from kucho_desktop.core.kinds import DATE, KANA, NAME, NOTE, PHONE, TEXT, choice, reference

ADVISERS = choice(
    "adviser", (("former", N_("Former officer")), ("adviser", N_("Adviser by the rules")))
)


@dataclass(frozen=True)
class Adviser:
    """Somebody who may be asked. about: what about; reached: when and how."""

    id: int
    kind: str = field(ADVISERS, N_("Which adviser"), seen_by=OFFICIALS, default="former", width=8)
    member_id: int | None = field(
        reference("member"), N_("Who (from the roster)"), default=None, width=14
    )
    name: str = field(NAME, N_("or somebody else, by name"), width=10)
    kana: str = field(KANA, N_("Reading"), width=10)
    phone: str = field(PHONE, N_("Phone number"), seen_by=OFFICIALS, width=8)
    about: str = field(NOTE, N_("May be asked about"), seen_by=OFFICIALS, width=16)
    reached: str = field(TEXT, N_("When and how to ask"), seen_by=OFFICIALS, width=16)
    note: str = field(NOTE, N_("Note"))
    since: str = field(DATE, N_("From"), seen_by=OFFICIALS, width=9)
    last: str = field(DATE, N_("Until (last day)"), seen_by=OFFICIALS, width=9)


@dataclass(frozen=True)
class Training:
    """One person at one training. papers_at: where the hand-outs lie."""

    id: int
    held_on: str = field(DATE, N_("Day"), seen_by=OFFICIALS, width=9)
    theme: str = field(TEXT, N_("What it was about"), seen_by=OFFICIALS, width=16)
    host: str = field(TEXT, N_("Held by"), seen_by=OFFICIALS, width=12)
    member_id: int | None = field(
        reference("member"), N_("Who (from the roster)"), default=None, width=14
    )
    name: str = field(NAME, N_("or somebody else, by name"), width=10)
    papers_at: str = field(TEXT, N_("Where the hand-outs lie"), seen_by=OFFICIALS, width=12)
    note: str = field(NOTE, N_("What stayed in mind"), seen_by=OFFICIALS, width=16)
