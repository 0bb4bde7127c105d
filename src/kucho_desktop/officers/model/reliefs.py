"""Reliefs: who is let off offices or common work, why, who decided it, from when until when.

The relief of fees is a decision of its own in the room of the fees.
"""

from dataclasses import dataclass

from kucho_desktop.core.audiences import CHIEF_ONLY, Audience
from kucho_desktop.core.fields import field
from kucho_desktop.core.i18n import N_
from kucho_desktop.core.kinds import DATE, NOTE, TEXT, choice, reference

OFFICE, WORK = "office", "work"
RELIEFS = choice(
    "relief", ((OFFICE, N_("Relief from offices")), (WORK, N_("Relief from common work")))
)
REASONS = choice(
    "reason of relief",
    (
        ("", N_("(not said)")),
        ("age", N_("Old age")),
        ("illness", N_("Illness or disability")),
        ("care", N_("Cares for somebody")),
        ("single", N_("Alone with children")),
        ("work", N_("Work (shifts, away)")),
        ("served", N_("Has served for long")),
        ("mourning", N_("In mourning")),
        ("other", N_("Something else")),
    ),
)
BOARD = CHIEF_ONLY | {Audience.OFFICERS}
"""A reason may be an illness: it is for the officers' meeting, never for the neighbours."""


@dataclass(frozen=True)
class Relief:
    """A decision about a household, or about one person of it. last: the last day; "" open."""

    id: int
    kind: str = field(RELIEFS, N_("Which relief"), seen_by=BOARD, default=OFFICE, width=8)
    household_id: int | None = field(
        reference("household"), N_("Household"), seen_by=BOARD, default=None, width=14
    )
    member_id: int | None = field(
        reference("member"), N_("or one person alone"), seen_by=BOARD, default=None, width=14
    )
    reason: str = field(REASONS, N_("Reason"), seen_by=BOARD, width=9)
    detail: str = field(NOTE, N_("More on the reason"), seen_by=CHIEF_ONLY, width=16)
    approver: str = field(TEXT, N_("Decided by"), seen_by=BOARD, width=12)
    decided_on: str = field(DATE, N_("Decided on"), seen_by=BOARD, width=9)
    since: str = field(DATE, N_("From"), seen_by=BOARD, width=9)
    last: str = field(DATE, N_("Until (last day)"), seen_by=BOARD, width=9)
