"""配布: what is handed out on a day, and how many copies each group gets (domain 3.18).

Every number says what it is made of.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from dataclasses import field as plain

from kucho_desktop.core.audiences import CHIEF_ONLY, Audience
from kucho_desktop.core.fields import field
from kucho_desktop.core.i18n import N_, _
from kucho_desktop.core.kinds import DATE, NOTE, NUMBER, TEXT, choice, reference, rows_of

SEEN = CHIEF_ONLY | {Audience.OFFICERS, Audience.GROUP_LEADER}
REACHES = choice(
    "reach of a delivery",
    (
        ("all", N_("Every joined household")),
        ("everyone", N_("Those not joined too")),
        ("circulate", N_("Circulated")),
        ("board", N_("Notice board")),
        ("leaders", N_("Group leaders only")),
    ),
)


HOUSE_TO_HOUSE = ("all", "everyone")


@dataclass(frozen=True)
class DeliveryItem:
    """One thing that is handed out, and to whom."""

    id: int
    delivery_id: int = 0
    title: str = field(TEXT, N_("What"), seen_by=SEEN, searched=True, width=14)
    reach: str = field(REACHES, N_("To whom"), seen_by=SEEN, default="all", width=9)
    received: int | None = field(NUMBER, N_("Copies that came"), seen_by=SEEN, width=4)
    letter_id: int | None = None
    position: int = 0


@dataclass(frozen=True)
class Delivery:
    """What goes out on one day. due: until when it should be in the houses."""

    id: int
    day: str = field(DATE, N_("Handed out on"), seen_by=SEEN, width=9)
    due: str = field(DATE, N_("In the houses by"), seen_by=SEEN, width=9)
    items: tuple[DeliveryItem, ...] = field(rows_of(DeliveryItem), N_("Things"), seen_by=SEEN)
    note: str = field(NOTE, N_("Note"), seen_by=SEEN, width=14)


@dataclass(frozen=True)
class GroupExtra:
    """What a group needs besides its households, every time."""

    id: int
    tonarigumi_id: int | None = field(
        reference("tonarigumi"), N_("Group"), seen_by=SEEN, default=None, width=12
    )
    apartments: int = field(NUMBER, N_("Apartments"), seen_by=SEEN, default=0, width=4)
    shops: int = field(NUMBER, N_("Shops and offices"), seen_by=SEEN, default=0, width=4)
    spare: int = field(NUMBER, N_("Spare"), seen_by=SEEN, default=0, width=4)
    circulars: int = field(NUMBER, N_("Circulars going round"), seen_by=SEEN, default=1, width=4)
    boards: int = field(NUMBER, N_("Notice boards"), seen_by=SEEN, default=0, width=4)
    note: str = field(NOTE, N_("Note"), seen_by=SEEN, width=14)


@dataclass(frozen=True)
class GroupHouses:
    """A group with what its households get: each tuple is (joined, wants it, copies)."""

    id: int
    name: str
    short: str = ""
    leader: str = ""
    leader_house: int = 0
    houses: tuple[tuple[bool, bool, int], ...] = ()
    extra: GroupExtra = plain(default_factory=lambda: GroupExtra(0))


@dataclass(frozen=True)
class Count:
    """A number of copies and what it is made of: (sign, words, number)."""

    total: int
    parts: tuple[tuple[str, str, int], ...] = ()

    @property
    def said(self) -> str:
        """世帯 12 − 不要 1 + アパート 6 + 予備 1."""
        said = [f"{sign} {words} {number}" if sign else f"{words} {number}"
                for sign, words, number in self.parts]  # fmt: skip
        return " ".join(said)


def copies_for(reach: str, group: GroupHouses) -> Count:
    """How many copies of something a group gets."""
    extra = group.extra
    if not group.id and reach not in HOUSE_TO_HOUSE:
        return Count(0)
    if reach == "circulate":
        return _one(_("Circulars"), extra.circulars)
    if reach == "board":
        return _one(_("Notice boards"), extra.boards)
    if reach == "leaders":
        return _one(_("Leader"), 1)
    houses = [each for each in group.houses if each[0] or reach == "everyone"]
    refused = sum(not wants or not copies for _joined, wants, copies in houses)
    more = sum(copies - 1 for _joined, wants, copies in houses if wants and copies > 1)
    parts = [
        ("", _("Households"), len(houses)),
        ("−", _("do not want it"), refused),
        ("+", _("further copies"), more),
        ("+", _("apartments"), extra.apartments),
        ("+", _("shops"), extra.shops),
        ("+", _("spare"), extra.spare),
    ]
    kept = tuple(part for part in parts if part[2] or not part[0])
    return Count(sum(-n if sign == "−" else n for sign, _words, n in kept), kept)


def why(items: Iterable[DeliveryItem], group: GroupHouses) -> str:
    """Of what the numbers of things from house to house are made; both where two differ."""
    reaches = [each for each in HOUSE_TO_HOUSE if any(item.reach == each for item in items)]
    said = {copies_for(each, group).said: REACHES.show(each) for each in reaches}
    if len(said) < len(HOUSE_TO_HOUSE):
        return next(iter(said), "")
    lines = [_("{thing}: {reach}").format(thing=who, reach=parts) for parts, who in said.items()]
    return _(", ").join(lines)


def _one(words: str, number: int) -> Count:
    return Count(number, (("", words, number),))


def total_of(item: DeliveryItem, groups: Iterable[GroupHouses]) -> int:
    return sum(copies_for(item.reach, group).total for group in groups)


def left_over(item: DeliveryItem, groups: Iterable[GroupHouses]) -> int | None:
    """What is left of what came; below nought it does not suffice. None: not said."""
    return None if item.received is None else item.received - total_of(item, groups)
