"""Somebody in the phone tree, as lists and papers show him."""

from dataclasses import dataclass, replace
from typing import Any

from kucho_desktop.contacts.model.tree import Spot
from kucho_desktop.core.audiences import EVERYONE, NEIGHBOURS, OFFICIALS, Audience
from kucho_desktop.core.fields import field
from kucho_desktop.core.i18n import N_
from kucho_desktop.core.kinds import KANA, NAME, PHONE, TEXT, reference

CALL = "call"
_NOWHERE = Spot()
_SEEN = NEIGHBOURS | {Audience.CITY}


@dataclass(frozen=True)
class Call:
    """A box of the tree. place: the post, or the group of a house. who: whose answers count.

    id: stays the same as long as the same post or house is there.
    """

    id: int
    place: str = field(TEXT, N_("Post or group"), seen_by=EVERYONE, width=9)
    name: str = field(NAME, N_("Name"), seen_by=EVERYONE, consent="name", width=9)
    kana: str = field(KANA, N_("Reading"), seen_by=_SEEN, consent="name", width=9)
    phone: str = field(PHONE, N_("Phone number"), seen_by=_SEEN, consent="phone", width=8)
    mobile: str = field(PHONE, N_("Mobile phone"), seen_by=_SEEN, consent="phone", width=8)
    by_id: int | None = field(
        reference(CALL), N_("Is called by"), seen_by=OFFICIALS, default=None, width=14
    )
    instead_id: int | None = field(
        reference(CALL),
        N_("Who calls on when he is not in"),
        seen_by=OFFICIALS,
        default=None,
        width=14,
    )
    key: str = ""
    spot: Spot = _NOWHERE
    group: int = 0
    household_id: int = 0
    is_officer: bool = False
    caller: str = ""
    deputy: str = ""
    calls: int = 0
    depth: int = 0
    who: Any = None

    def agreed(self, item: str, audience: Audience) -> bool:
        return self.who is not None and bool(self.who.agreed(item, audience))

    def as_shown(self, audience: Audience) -> "Call":
        """Under the name that goes round."""
        said = self.who.as_shown(audience) if self.who is not None else None
        if said is None:
            return self
        return replace(self, name=getattr(said, "name", "") or getattr(said, "head", ""),
                       kana=said.kana)  # fmt: skip
