"""What the papers of a round are made of."""

from datetime import date

from kucho_desktop.association.store import shown_at_most
from kucho_desktop.core.audiences import Audience
from kucho_desktop.core.book import Book
from kucho_desktop.core.fields import shown
from kucho_desktop.households.model import Household
from kucho_desktop.households.model.gathered import ShownGroup
from kucho_desktop.households.model.rounds.lists_to_correct import (
    ListToCorrect,
    family_in_words,
    marks_of,
)
from kucho_desktop.households.model.rounds.round import (
    LISTS,
    Round,
    asked_memberships,
    questions_within,
)
from kucho_desktop.households.store.gathering import by_group, groups_for
from kucho_desktop.households.store.rounds.keeping import lacking_ids


def lists_to_correct(
    book: Book, audience: Audience, day: date, *, inside: int | None = None
) -> tuple[ListToCorrect, ...]:
    """A list for each group with houses in it. inside: only this group and the groups in it."""
    asked = asked_memberships(LISTS)
    lists = []
    for title, households in by_group(book, day, inside):
        wanted = [each for each in households if each.membership in asked]
        if wanted:
            lists.append(
                ListToCorrect(
                    ShownGroup(title, shown(Household, wanted, audience)),
                    {each.id: family_in_words(each, day) for each in wanted},
                    {each.id: marks_of(each) for each in wanted},
                )
            )
    return tuple(lists)


def still_out_groups(
    book: Book, audience: Audience, day: date, of: Round, *, inside: int | None = None
) -> tuple[ShownGroup, ...]:
    """The households of which nothing came back, group by group."""
    out = frozenset(lacking_ids(book, of))

    def is_out(household: Household) -> bool:
        return household.id in out

    return groups_for(book, audience, day, chosen=is_out, inside=inside)


def questions_asked(book: Book) -> tuple[tuple[str, str], ...]:
    """(item, audience) of all that a household is asked, in the order of the form."""
    return questions_within(shown_at_most(book))
