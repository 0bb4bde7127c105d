"""Whom labels and envelopes go to, read from the book for an audience and a day."""

from datetime import date

from kucho_desktop.association.store import the_association
from kucho_desktop.core import postal
from kucho_desktop.core.audiences import Audience
from kucho_desktop.core.book import Book
from kucho_desktop.core.collecting import collected_later
from kucho_desktop.core.fields import shown
from kucho_desktop.core.i18n import _
from kucho_desktop.households.model import Household
from kucho_desktop.households.model.addresses import (
    HowAddressed,
    Letters,
    is_written_to,
    letters_to,
)
from kucho_desktop.households.model.lists.wanted import HouseholdList
from kucho_desktop.households.store.lists.kept import as_of
from kucho_desktop.households.store.seen import households_of, households_on
from kucho_desktop.paper.addressed import Sender

_CALLED = Audience.OFFICERS
"""On letters people stand under the name they go by, as on every paper for others."""


def letters_for(
    book: Book,
    audience: Audience,
    day: date,
    how: HowAddressed,
    *,
    wanted: HouseholdList | None = None,
    inside: int | None = None,
    only: int | None = None,
) -> Letters:
    """Those of a list (members, shops and offices where there is none), in its order.

    inside: of this group alone. only: this household alone, whatever it is. Whoever is not there
    on the day gets none.
    """
    with collected_later():
        now = as_of(book, day)
        if only is not None:
            found = households_of(book, [only], day)
        elif wanted is None:
            found = [each for each in households_on(book, day) if is_written_to(each)]
        else:
            found = wanted.kept(wanted.find(households_on(book, day), now))
        if inside is not None:
            within = now.inside(inside)
            found = [each for each in found if each.tonarigumi_id in within]
        found = [each.as_shown(_CALLED) for each in found]
        records = shown(Household, found, audience, only=how.fields).records
        return letters_to(zip(found, records, strict=True), how, now.short_names, day)


def sender_of(book: Book, day: date) -> Sender | None:
    """The association with its chief, at his address; None where neither is known."""
    said = the_association(book, day)
    chief = _("{word}　{name}").format(word=said.chief_word, name=said.chief) if said.chief else ""
    names = tuple(filter(None, (said.name, chief)))
    if not names:
        return None
    codes = postal.codes_of(said.chief_address) if said.chief_address else []
    return Sender(names, codes[0] if codes else "", said.chief_address)
