"""What will be so after an event, said in a sentence before it is written down."""

from collections.abc import Callable, Mapping
from datetime import date

from kucho_desktop.core.dates import show_date
from kucho_desktop.core.fields import field_named
from kucho_desktop.core.i18n import _
from kucho_desktop.households.model import Household, head_of
from kucho_desktop.households.model.events import Told

Names = Mapping[int, str]


class Foretold:
    """What the sentences are made of: the household as it is on the day, and what was told."""

    def __init__(
        self, now: Household, told: Told, today: date, groups: Names, others: Names
    ) -> None:
        self._now = now
        self._told = told
        self._is_ahead = told.day > today.isoformat()
        head = head_of(now.members)
        self._said = {
            "household": now.head,
            "day": show_date(told.day),
            "member": self._called(told.member_id),
            "head": self._called(told.next_head_id or told.own_head_id),
            "old": self._called(head.id if head else None),
            "name": told.name,
            "where": field_named(Told, "whereabouts").text(told),
            "membership": field_named(Told, "membership").text(told),
            "address": told.address,
            "group": groups.get(told.tonarigumi_id or 0, ""),
            "other": others.get(told.other_id or 0, ""),
        }

    def _called(self, member_id: int | None) -> str:
        for member in self._now.members:
            if member.id == member_id:
                return member.name or _("(no name)")
        return ""

    def sentence(self, name: str) -> str:
        return _SENTENCES[name](self).format(**self._said)

    def _head_goes(self) -> bool:
        return any(each.is_head and each.id == self._told.member_id for each in self._now.members)

    def dies(self) -> str:
        if len(self._now.members) == 1 and self._told.house == "gone":
            return _("{member} has died. The household goes from the roster (from {day}).")
        if len(self._now.members) == 1:
            return _("{member} has died. The house stays as an empty house (from {day}).")
        if self._head_goes():
            return _("{member} has died, and {head} becomes the head (from {day}).")
        return _("{member} has died ({day}). The head stays the same.")

    def member_joins(self) -> str:
        return _("{name} joins the family of {household} (from {day}).")

    def member_leaves(self) -> str:
        if len(self._now.members) == 1 and self._told.house == "gone":
            return _("{member} lives elsewhere. The household goes from the roster (from {day}).")
        if len(self._now.members) == 1:
            stays = _("{member} lives elsewhere. The house stays as an empty house (from {day}).")
            return stays + self._circular()
        if self._head_goes():
            return _("{member} lives elsewhere, and {head} becomes the head (from {day}).")
        return _("{member} lives elsewhere (from {day}). The years until then stay in the book.")

    def whereabouts(self) -> str:
        return _("{member}: {where} (from {day}). The household stays as it is.")

    def head_changes(self) -> str:
        return _("{head} becomes the head in place of {old} (from {day}).")

    def moves_within(self) -> str:
        if self._told.tonarigumi_id not in (None, self._now.tonarigumi_id):
            return _(
                "{household} lives at {address} and walks last in the group {group} (from {day})."
            )
        return _("{household} lives at {address} (from {day}). The group stays the same.")

    def changes_group(self) -> str:
        return _("{household} belongs to the group {group} and walks last there (from {day}).")

    def pauses(self) -> str:
        return _("{household} pauses (from {day}).") + self._circular()

    def quits(self) -> str:
        stays = _(
            "{household} leaves the association and stays as a house not joined (from {day})."
        )
        if self._is_ahead:
            return stays + self._circular()
        return stays + _(" The circular passes it by; flyers still go there.")

    def _circular(self) -> str:
        if self._is_ahead:
            return _(" Please change circular and copies when the day has come.")
        return _(" The circular passes it by; there are no copies for it.")

    def joins(self) -> str:
        return _("{household} belongs to the association as “{membership}” (from {day}).")

    def splits(self) -> str:
        goes = {*self._told.member_ids} - {self._told.own_head_id}
        names = [self._called(each.id) for each in self._now.members if each.id in goes]
        if not names:
            return _("{head} has a household alone (from {day}).")
        self._said["members"] = _(", ").join(names)
        return _("{head} is the head of a new household with {members} (from {day}).")

    def merges(self) -> str:
        return _(
            "All of {household} live in the household of {other} (from {day})."
            " The household of {household} ends."
        )

    def leaves(self) -> str:
        return _("{household} leaves the district (from {day}). The years until then stay.")


_SENTENCES: dict[str, Callable[[Foretold], str]] = {
    "dies": Foretold.dies,
    "member_joins": Foretold.member_joins,
    "member_leaves": Foretold.member_leaves,
    "whereabouts": Foretold.whereabouts,
    "head_changes": Foretold.head_changes,
    "moves_within": Foretold.moves_within,
    "changes_group": Foretold.changes_group,
    "pauses": Foretold.pauses,
    "quits": Foretold.quits,
    "joins": Foretold.joins,
    "splits": Foretold.splits,
    "merges": Foretold.merges,
    "leaves": Foretold.leaves,
}
