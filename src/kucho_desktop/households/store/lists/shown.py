"""A list that somebody put together, read from the book for an audience and a day."""

from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import date

from kucho_desktop.core.audiences import Audience
from kucho_desktop.core.book import Book
from kucho_desktop.core.errors import NotAllowed
from kucho_desktop.core.fields import Shown, shown
from kucho_desktop.core.i18n import _
from kucho_desktop.households.model import Household
from kucho_desktop.households.model.lists.as_of import AsOf
from kucho_desktop.households.model.lists.shown import ListPart, ShownList
from kucho_desktop.households.model.lists.traits import traits
from kucho_desktop.households.model.lists.wanted import HouseholdList
from kucho_desktop.households.store.lists.kept import as_of
from kucho_desktop.households.store.seen import households_on


def list_for(
    book: Book,
    audience: Audience,
    day: date,
    wanted: HouseholdList,
    *,
    apart: bool = False,
    inside: int | None = None,
) -> ShownList:
    """The list as this audience may see it.

    apart: a part for each group, as its leader sees no other. inside: this group alone.
    Raises NotAllowed where being on the list would tell what the audience may not know.
    """
    _refuse_to_tell(wanted, audience)
    now = as_of(book, day)
    found = wanted.kept(wanted.find(households_on(book, day), now))
    if inside is not None:
        within = now.inside(inside)
        found = [each for each in found if each.tonarigumi_id in within]
    columns = wanted.columns_for(audience)
    if not columns:
        raise NotAllowed(
            _("None of the chosen columns may be shown to “{audience}”.").format(
                audience=audience.title
            )
        )
    needs = {need for name in columns for need in traits()[name].needs}
    parts = tuple(
        ListPart(title, _seen(those, audience, wanted, needs))
        for title, those in (_by_group(found, now) if apart else [("", found)])
    )
    names = {str(id_): name for id_, name in now.short_names.items()}
    sentences = tuple(wanted.sentences(now))
    return ShownList(wanted.name(), sentences, tuple(columns), parts, day, names)


def listed_ids(book: Book, wanted: HouseholdList) -> list[int]:
    """Today's households that a list is about, in its order."""
    now = as_of(book)
    return [each.id for each in wanted.kept(wanted.find(households_on(book), now))]


def _seen(
    those: list[Household], audience: Audience, wanted: HouseholdList, needs: Collection[str]
) -> Shown:
    may = [each for each in those if wanted.may_show(each, audience)]
    seen = shown(Household, may, audience, must_agree="name", only=needs)
    return replace(seen, held_back=seen.held_back + len(those) - len(may))


def _refuse_to_tell(wanted: HouseholdList, audience: Audience) -> None:
    too_much = wanted.tells_too_much(audience)
    if too_much:
        raise NotAllowed(
            _(
                "“{audience}” may not know: {fields}. Whoever stands on this list would be told by"
                " it, so it is not made. Please choose another audience or other questions."
            ).format(audience=audience.title, fields=_(", ").join(too_much))
        )


def _by_group(found: Iterable[Household], now: AsOf) -> list[tuple[str, list[Household]]]:
    """In district order; those without a group last."""
    groups: dict[int | None, list[Household]] = {id_: [] for id_ in now.names}
    for each in found:
        groups.setdefault(each.tonarigumi_id, []).append(each)
    return [
        (now.names.get(id_ or 0, "") or _("Without a group"), own)
        for id_, own in groups.items()
        if own
    ]
