"""To whom labels, envelopes and postcards are addressed: names with their titles, and where."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from kucho_desktop.core.fields import ShownRecord
from kucho_desktop.core.i18n import N_, _, n_
from kucho_desktop.households.model.choices import JOINED
from kucho_desktop.households.model.household import Household
from kucho_desktop.households.model.people import Member
from kucho_desktop.paper.addressed import Addressee, Named, Sender

TO = (
    ("head", N_("To the head of the household")),
    ("both", N_("To the head with wife or husband")),
    ("family", N_("To the head and the family")),
    ("each", N_("To every person, each an own one")),
    ("each-18", N_("To everybody of 18 and over")),
    ("each-65", N_("To everybody of 65 and over")),
    ("each-70", N_("To everybody of 70 and over")),
    ("each-75", N_("To everybody of 75 and over")),
)
_EACH = "each"
HONOURS = (
    ("", N_("様, for shops and offices 御中")),
    ("様", N_("様")),
    ("御中", N_("御中")),
    ("殿", N_("殿")),
    ("none", N_("No title")),
)
CONTENTS = (
    ("address", N_("Address and name")),
    ("name", N_("Group and name, to be handed over")),
)
_PERSON, _PLACE, _BACK = "様", "御中", "行"
NOBODY = 0
"""Stands for the household of a letter that goes to none."""
_FAMILY = "ご家族"
_TITLES = ("様", "御中", "殿", "先生", "各位")
_PARTNERS = frozenset({"妻", "夫", "配偶者", "内縁の妻", "内縁の夫"})
_NOBODY_IN = frozenset({"empty", "apartment"})
"""Records of a house in which nobody opens a letter."""
_MOST_NAMED = 5

_FIELDS = ("head", "yago", "postal_code", "address", "building")


@dataclass(frozen=True)
class HowAddressed:
    """to, honour, content: codes of TO, HONOURS and CONTENTS. with_house: 屋号 as well."""

    to: str = "head"
    honour: str = ""
    content: str = "address"
    with_house: bool = False

    @property
    def fields(self) -> tuple[str, ...]:
        """What is asked of a household for its letter, as an audience may see it."""
        return (*_FIELDS, "members") if self.to == "both" or self.is_for_each else _FIELDS

    @property
    def is_for_each(self) -> bool:
        """Whether every person gets an own one."""
        return self.to.startswith(_EACH)

    @property
    def from_age(self) -> int:
        """Full years that a person must have; 0 where the age does not matter."""
        return int(self.to.removeprefix(_EACH).removeprefix("-") or 0) if self.is_for_each else 0


@dataclass(frozen=True)
class Letter:
    """One label or envelope, and the household it goes to."""

    household_id: int
    to: Addressee


@dataclass(frozen=True)
class Letters:
    """In their order.

    left_out: who would get one if the address were known. nobody: houses in which nobody lives.
    """

    all: tuple[Letter, ...] = ()
    left_out: tuple[str, ...] = ()
    nobody: int = 0

    @property
    def notes(self) -> tuple[str, ...]:
        """What whoever prints them must know."""
        said = []
        if not self.all:
            said.append(_("There is nobody to whom one would be printed."))
        if self.left_out:
            count = len(self.left_out)
            names = _(", ").join(self.left_out[:_MOST_NAMED])
            if count > _MOST_NAMED:
                names = _("{names} and others").format(names=names)
            text = n_(
                "{count} household has no address and is left out: {names}",
                "{count} households have no address and are left out: {names}",
                count,
            )
            said.append(text.format(count=f"{count:,}", names=names))
        if self.nobody:
            text = n_(
                "{count} house in which nobody lives is left out.",
                "{count} houses in which nobody lives are left out.",
                self.nobody,
            )
            said.append(text.format(count=f"{self.nobody:,}"))
        return tuple(said)


@dataclass(frozen=True)
class LabelRun:
    """sheet: its name. start: labels of the first sheet that are used. shift: see `LabelPages`."""

    letters: Letters
    sheet: str
    start: int = 0
    shift: tuple[float, float] = (0.0, 0.0)


@dataclass(frozen=True)
class LetterRun:
    """stock: its name. way: how it is written. boxes: whether those of the code are drawn."""

    letters: Letters
    stock: str
    way: str
    boxes: bool = False
    sender: Sender | None = None
    shift: tuple[float, float] = (0.0, 0.0)


def answers_to(sender: Sender | None, letters: Letters) -> Letters:
    """As many as there are letters, all of them back to whoever wrote: 行 instead of 様."""
    if sender is None:
        return Letters()
    *above, name = sender.names
    own = Addressee(
        (Named(name, _BACK),), sender.postal_code, sender.address, above="　".join(above)
    )
    return Letters(tuple(Letter(NOBODY, own) for _letter in letters.all))


def is_written_to(household: Household) -> bool:
    """Who gets a letter where nothing else is asked for: members, shops and offices."""
    return household.membership in JOINED or household.membership == "office"


def letters_to(
    households: Iterable[tuple[Household, ShownRecord]],
    how: HowAddressed,
    groups: Mapping[int, str],
    day: date,
) -> Letters:
    """Addressed as asked for; of a household only what its record shows is written.

    groups: their names, for what is handed over. day: on which ages are reckoned.
    """
    made: list[Letter] = []
    left_out: list[str] = []
    nobody = 0
    for household, record in households:
        names = _names(household, record, how, day)
        if not names and how.from_age:
            continue
        if household.membership in _NOBODY_IN or not names:
            nobody += 1
        elif how.content == "address" and not record.text("address").strip():
            left_out.append(record.text("head"))
        else:
            where = _where(household, record, how, groups)
            made += (Letter(household.id, replace(where, names=each)) for each in names)
    return Letters(tuple(made), tuple(left_out), nobody)


def _where(
    household: Household, record: ShownRecord, how: HowAddressed, groups: Mapping[int, str]
) -> Addressee:
    house = record.text("yago") if how.with_house else ""
    if how.content == "name":
        group = groups.get(household.tonarigumi_id or 0, "")
        return Addressee((), above="　".join(filter(None, (group, house))))
    code, address, building = (
        record.text(name).strip() for name in ("postal_code", "address", "building")
    )
    return Addressee((), code, address, building, house)


def _names(
    household: Household, record: ShownRecord, how: HowAddressed, day: date
) -> list[tuple[Named, ...]]:
    """What stands on each letter that goes to this household."""
    head = record.text("head").strip()
    if household.membership == "office" and not how.from_age:
        return [(_named(head, how, _PLACE),)] if head else []
    shown = {row.id: row.text("name") for row in record.rows.get("members", ())}
    people = [each for each in household.members if shown.get(each.id, "").strip()]
    if how.is_for_each:
        old = [each for each in people if not how.from_age or _is_of(each, how.from_age, day)]
        made: list[tuple[Named, ...]] = [(_named(shown[each.id], how),) for each in old]
        return made or ([] if how.from_age else _alone(head, how))
    if not head:
        return []
    first = _named(head, how)
    if how.to == "family" and len(household.members) > 1:
        return [(first, Named(_FAMILY, first.title))]
    partner = _partner(people) if how.to == "both" else None
    if partner is None:
        return [(first,)]
    second = _named(shown[partner.id], how)
    return [(first, replace(second, shares_family=_is_one_family(first, second)))]


def _is_of(person: Member, years: int, day: date) -> bool:
    """Whoever's age is not known gets none."""
    age = person.age(day)
    return age is not None and age >= years


def _alone(head: str, how: HowAddressed) -> list[tuple[Named, ...]]:
    return [(_named(head, how),)] if head else []


def _partner(people: Iterable[Member]) -> Member | None:
    return next((each for each in people if each.relation in _PARTNERS), None)


def _is_one_family(first: Named, second: Named) -> bool:
    return " " in first.name and " " in second.name and first.family == second.family


def _named(name: str, how: HowAddressed, usual: str = _PERSON) -> Named:
    """With its title, unless one is written in the name already."""
    if how.honour == "none" or name.endswith(_TITLES):
        return Named(name)
    return Named(name, how.honour or usual)
