"""What the list shows of a household."""

from collections.abc import Mapping, Sequence

from kucho_desktop.association.model import Association
from kucho_desktop.core.fields import field_named
from kucho_desktop.core.i18n import _
from kucho_desktop.households.model import DWELLED, Household
from kucho_desktop.widgets.table import Column

SKIPPED = "skip"


class Wording:
    """Shortens what every row would repeat: the word for a group, the name of the town."""

    def __init__(self) -> None:
        self._groups: dict[int, str] = {}
        self._beginnings: list[str] = []

    def learn(self, groups: Mapping[int, str], association: Association) -> None:
        """groups: the own name of each. The association says where its area lies."""
        word = _("Group")
        self._groups = {id_: name.removesuffix(word) or name for id_, name in groups.items()}
        cities = {association.city, *map(_city_of, (area.prefix for area in association.areas))}
        self._beginnings = sorted((city for city in cities if city), key=len, reverse=True)

    def learn_town(self, address: str) -> None:
        """Where the association has not said where it lies: the town of one of its addresses."""
        if not self._beginnings:
            self._beginnings = [city for city in [_city_of(address)] if city]

    def group(self, household: Household) -> str:
        return self._groups.get(household.tonarigumi_id or 0, "")

    def address(self, household: Household) -> str:
        """Without the town that all addresses of the district share."""
        address = household.address
        for city in self._beginnings:
            if address.startswith(city) and address != city:
                return address.removeprefix(city).strip()
        return address


def _city_of(prefix: str) -> str:
    """「安曇野市」 of 「安曇野市豊科」; nothing where no town can be seen in it."""
    ends = [prefix.find(sign) for sign in "市町村" if prefix.find(sign) > 0]
    return prefix[: min(ends) + 1] if ends else ""


def order(household: Household) -> str:
    """A house that the circular passes by has no place in its order."""
    if household.circular == SKIPPED:
        return _("Skip")
    return str(household.walking_order or "")


def name_of(household: Household) -> str:
    """The head's name; where there is none the house name, and in brackets what kind of house."""
    if household.head:
        return household.head
    kind = field_named(Household, "membership").text(household)
    return household.yago + _("({kind})").format(kind=kind)


def phone(household: Household) -> str:
    return household.phone or household.mobile


def people(household: Household) -> str:
    return str(len(household.members) or "")


def _reading(household: Household) -> str:
    return household.kana


def is_faint(household: Household) -> bool:
    """Whether nobody is to be called on there."""
    return household.circular == SKIPPED or household.membership not in DWELLED | {
        "supporter",
        "office",
    }


def list_columns(wording: Wording) -> Sequence[Column]:
    """Widths in full-width characters: enough for what most households have."""
    return [
        Column("tonarigumi_id", _("Group"), 3.2, wording.group),
        Column("walking_order", _("Order"), 3.4, order, "number"),
        Column("head", _("Head of household"), 6.2, name_of, "bold"),
        Column("kana", _("Reading"), 7.2, _reading, "second", True, "head"),
        Column("address", _("Address"), 7.2, wording.address),
        Column("phone", _("Phone number"), 7.4, phone),
        Column("people", _("People"), 2.4, people, "number"),
    ]
