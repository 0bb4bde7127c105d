"""Who is on a list of people of an age, as an audience may see them."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from kucho_desktop.core.audiences import Audience
from kucho_desktop.core.book import Book
from kucho_desktop.core.fields import field_named, shown
from kucho_desktop.households.model import Household, Member
from kucho_desktop.households.model.figures.age_lists import AgeList, Belongs, Listed
from kucho_desktop.households.model.gathered import ShownGroup
from kucho_desktop.households.store.gathering import by_group


def age_list(
    book: Book,
    audience: Audience,
    day: date,
    belongs: Belongs,
    tell: Callable[[Member], Listed],
    said: str,
    inside: int | None = None,
) -> AgeList:
    """Those who live in the district on a day and belong on the list, by group in walking order.

    tell: what is said of a person to whom the birth may be told. inside: this group alone.
    """
    tells_age = audience in field_named(Member, "born").seen_by
    groups, people, unknown = [], dict[int, Listed](), 0
    for title, households in by_group(book, day, inside):
        homes = []
        for household in households:
            unknown += sum(not member.born for member in household.members)
            listed = {each: belongs(each) for each in household.members}
            members = tuple(each for each, on_it in listed.items() if on_it is not False)
            for each in members:
                told = tell(each) if tells_age else Listed()
                people[each.id] = replace(told, is_unsure=listed[each] is None)
            if members:
                homes.append(replace(household, members=members))
        if homes:
            groups.append(ShownGroup(title, shown(Household, homes, audience, must_agree="name")))
    return AgeList(tuple(groups), people, said, unknown)
