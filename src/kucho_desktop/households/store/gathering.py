"""What papers about households are made of, read from the book for an audience and a day."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date
from itertools import groupby

from kucho_desktop.core.audiences import Audience
from kucho_desktop.core.book import Book
from kucho_desktop.core.collecting import collected_later
from kucho_desktop.core.fields import Sight
from kucho_desktop.households.model import JOINED, Household
from kucho_desktop.households.model.gathered import ShownGroup
from kucho_desktop.households.store.seen import households_on
from kucho_desktop.households.store.ties.seen import ties_seen
from kucho_desktop.tonarigumi.model import within
from kucho_desktop.tonarigumi.store import all_tonarigumi

Chosen = Callable[[Household], bool]


def groups_for(
    book: Book,
    audience: Audience,
    day: date,
    *,
    chosen: Chosen,
    inside: int | None = None,
    with_family: bool = True,
    with_ties: bool = False,
) -> tuple[ShownGroup, ...]:
    """The groups with the households that are chosen, as an audience may see them.

    inside: only this group and the groups in it. A group with nobody to show is left out.
    with_family: False if of the members only the number is printed. with_ties: also what they are
    tied to.
    """
    groups = []
    sight = Sight(Household, audience, must_agree="name", with_rows=with_family)
    with collected_later():
        for title, households in by_group(book, day, inside):
            wanted = [household for household in households if chosen(household)]
            if wanted:
                groups.append(ShownGroup(title, sight.of(wanted)))
    return _with_ties(book, audience, day, groups) if with_ties else tuple(groups)


def _with_ties(
    book: Book, audience: Audience, day: date, groups: Sequence[ShownGroup]
) -> tuple[ShownGroup, ...]:
    seen = ties_seen(book, audience, day, [id_ for group in groups for id_ in group.ids()])
    return tuple(
        replace(group, ties={id_: seen[id_] for id_ in group.ids() if id_ in seen})
        for group in groups
    )


def by_group(book: Book, day: date, inside: int | None) -> Iterable[tuple[str, list[Household]]]:
    """Title of the group, its households on the day in walking order; "" for those without one."""
    groups = all_tonarigumi(book, day)
    titles = {group.id: group.full_name for group in groups}
    wanted = None if inside is None else within(groups, inside)
    for id_, households in groupby(households_on(book, day, inside=wanted), key=_group_of):
        yield titles.get(id_ or 0, ""), list(households)


def _group_of(household: Household) -> int | None:
    return household.tonarigumi_id


def is_listed(household: Household) -> bool:
    """Whoever belongs to the association stands in its roster."""
    return household.membership in JOINED


def is_visited(household: Household) -> bool:
    """Every house on the walk but those of people who have not joined (domain 5.4, 13)."""
    return household.membership != "none"


def is_there(_household: Household) -> bool:
    return True
