"""The figures of a district in words, the same on the page and on paper."""

from kucho_desktop.core.i18n import _, n_
from kucho_desktop.households.model.figures.headcount import DECADES, OLD, Headcount
from kucho_desktop.households.model.figures.population import Population

Fact = tuple[str, str]
"""What it is, and its figure."""
CAME, WENT = ("came", "person_came"), ("went", "person_went")
"""Kinds of moves whose persons came into the district, and who went from it."""


def percent_of(percent: float | None) -> str:
    return "－" if percent is None else _("{percent}%").format(percent=f"{percent:.1f}")


def span_named(first: int, last: int | None) -> str:
    """0〜14歳, 75歳以上."""
    if last is None:
        return _("{first} and over").format(first=first)
    return _("{first} to {last}").format(first=first, last=last)


def pairs_of_ages(district: Headcount) -> list[tuple[str, int, int]]:
    """(decade of age, men, women), the oldest on top; only those of whom both are known."""
    return [
        (
            _decade(decade),
            district.decades.get(("male", decade), 0),
            district.decades.get(("female", decade), 0),
        )
        for decade in reversed(range(DECADES))
    ]


def _decade(decade: int) -> str:
    first = decade * 10
    return span_named(first, None if decade == DECADES - 1 else first + 9)


def city_facts(found: Population, district: Headcount) -> list[Fact]:
    """What the forms of 世帯数報告 ask for; "not joined" counts dwellings, never names."""
    groups = sum(1 for count in found.groups if count.title)
    return [
        (_("Groups"), f"{groups:,}"),
        (_("Households in which somebody lives"), f"{district.dwelled:,}"),
        (_("of these joined"), f"{district.joined:,}"),
        (_("of these not joined"), f"{district.dwelled - district.joined:,}"),
        (_("Joined"), percent_of(district.joined_percent)),
        (_("Empty houses"), f"{district.by_class.get('empty', 0):,}"),
        (_("Population"), f"{district.persons:,}"),
        (_("Men"), f"{district.genders.get('male', 0):,}"),
        (_("Women"), f"{district.genders.get('female', 0):,}"),
        (_("{age} and over").format(age=OLD), f"{district.old:,}"),
        (_("75 and over"), f"{district.ages[-1]:,}"),
        (_("Share of those of {age} and over").format(age=OLD), percent_of(district.old_percent)),
    ]


def remarks(district: Headcount) -> list[str]:
    """What one must know to read the figures."""
    said = [
        _(
            "Joined: of the households in which somebody lives ({dwelled}), those that belong to "
            "the association ({joined})."
        ).format(dwelled=f"{district.dwelled:,}", joined=f"{district.joined:,}")
    ]
    if district.away:
        text = n_(
            "{count} person who is away in care, for study or for work is counted.",
            "{count} persons who are away in care, for study or for work are counted.",
            district.away,
        )
        said.append(text.format(count=f"{district.away:,}"))
    if district.age_about:
        text = n_(
            "Of {count} person only the year of birth or an age is known; the age is counted as "
            "near as it can be.",
            "Of {count} persons only the year of birth or an age is known; their ages are counted "
            "as near as they can be.",
            district.age_about,
        )
        said.append(text.format(count=f"{district.age_about:,}"))
    if district.age_unknown:
        text = n_(
            "The age of {count} person is not known; it is in the persons, in no class of age.",
            "The ages of {count} persons are not known; they are in the persons, in no class "
            "of age.",
            district.age_unknown,
        )
        said.append(text.format(count=f"{district.age_unknown:,}"))
    return said
