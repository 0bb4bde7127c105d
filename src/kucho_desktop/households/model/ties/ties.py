"""What ties a household to another one of the book, or to somebody outside it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from kucho_desktop.core.audiences import CHIEF_ONLY, Audience
from kucho_desktop.core.fields import Shown, field, shown
from kucho_desktop.core.i18n import N_
from kucho_desktop.core.kinds import ADDRESS, DATE, KANA, NAME, NOTE, PHONE, choice, reference

KINDS = (
    ("same_plot", N_("Household on the same plot"), "same_plot"),
    ("parent", N_("Household of the parents"), "child"),
    ("child", N_("Household of a child"), "parent"),
    ("payer", N_("Pays the fees"), "pays_for"),
    ("landlord", N_("Landlord"), "rents_to"),
    ("manager", N_("Managing company or person"), "manages"),
    ("owner", N_("Owner of the house"), "owns"),
    ("keeper", N_("Looks after the empty house"), "keeps"),
    ("contact", N_("Emergency contact"), "contact_of"),
    ("building", N_("Building in which it is"), "room"),
    ("room", N_("Room, shop or office in this building"), "building"),
    ("pays_for", N_("The fees of this one are paid too"), "payer"),
    ("rents_to", N_("Let to"), "landlord"),
    ("manages", N_("House that is managed"), "manager"),
    ("owns", N_("House that is owned"), "owner"),
    ("keeps", N_("Empty house that is looked after"), "keeper"),
    ("contact_of", N_("Is the emergency contact of"), "contact"),
)
"""(code, what the other one is, what this household is to the other one)."""
TIES = choice("tie", tuple((code, label) for code, label, _back in KINDS))
_BACK = {code: back for code, _label, back in KINDS}

WRITTEN_AS = ("same_plot", "parent", "payer", "landlord", "manager", "owner", "keeper", "contact")
KEPT = frozenset({*WRITTEN_AS, "building"})
"""A row is kept this way round; seen from the other household it is turned."""
OF_HOUSES = frozenset({"same_plot", "parent", "child", "building", "room"})
"""Only another household of the book can be this."""
OF_PLACE = frozenset({"same_plot", "landlord", "manager", "owner", "building"})
"""What holds for the house, whoever lives in it."""
OF_PEOPLE = frozenset({"payer", "keeper", "contact"})
"""What only somebody can be who is alive."""
OUTLIVES = frozenset({"payer", "landlord", "manager", "owner", "keeper", "contact"})
"""What somebody stays who moves out of the district."""

BY_OFFICERS = CHIEF_ONLY | {Audience.OFFICERS}
BY_OFFICERS_AND_IN_NEED = BY_OFFICERS | {Audience.DISASTER}
_IN_NEED = frozenset({"contact"})


@dataclass(frozen=True)
class Tie:
    """From `since` on and before `until`, `other_id` or the one named here is `tie` of a household.

    other_id: another household of the book, None for somebody outside it.
    """

    id: int = 0
    household_id: int = 0
    tie: str = field(
        TIES, N_("What it is"), seen_by=BY_OFFICERS_AND_IN_NEED, default="same_plot", width=10
    )
    other_id: int | None = field(
        reference("household"), N_("Household in the roster"), default=None, width=12
    )
    name: str = field(NAME, N_("Name"), seen_by=BY_OFFICERS_AND_IN_NEED, searched=True, width=9)
    kana: str = field(KANA, N_("Reading"), seen_by=BY_OFFICERS, searched=True, width=10)
    phone: str = field(
        PHONE, N_("Phone number"), seen_by=BY_OFFICERS_AND_IN_NEED, searched=True, width=8
    )
    address: str = field(ADDRESS, N_("Address"), seen_by=BY_OFFICERS, searched=True, width=14)
    note: str = field(NOTE, N_("Note"), width=14)
    since: str = field(DATE, N_("Since which day"), width=9)
    until: str = field(DATE, N_("Day on which it ended"), default="9999-12-31", width=9)

    @property
    def is_kept_so(self) -> bool:
        """Whether the row is kept this way round."""
        return self.tie in KEPT


def turned(tie: Tie) -> Tie:
    """The same tie as the other household sees it; it must be one of the book."""
    assert tie.other_id is not None
    return replace(tie, tie=_BACK[tie.tie], household_id=tie.other_id, other_id=tie.household_id)


def shown_ties(ties: Iterable[Tie], audience: Audience) -> Shown:
    """The ties that an audience may see: in a disaster the emergency contact alone."""
    open_to_all = audience in BY_OFFICERS
    return shown(Tie, (each for each in ties if open_to_all or each.tie in _IN_NEED), audience)
