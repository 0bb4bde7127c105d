"""隣組長: who leads each group on a day, and who comes next, for the papers of the roster."""

from datetime import date

from kucho_desktop.association.store import fiscal_year
from kucho_desktop.core.audiences import Audience
from kucho_desktop.core.book import Book
from kucho_desktop.core.fields import shown
from kucho_desktop.officers.model import Seat
from kucho_desktop.officers.store.officers import seats_on, year_after
from kucho_desktop.officers.store.turns import leader_post, rotas

_TOLD_THE_TURN = frozenset({Audience.GROUP_LEADER, Audience.OFFICERS, Audience.CHIEF})
"""Whose turn is reckoned to come is told to the leader, not to everybody before he knows."""


def leaders_of_groups(book: Book, day: date, audience: Audience) -> dict[int, tuple[str, str]]:
    """Group → (its leader, the next one) as the audience may see them; "" where none is known."""
    post = leader_post(book)
    if post is None:
        return {}
    now = _names(book, post.id, day, audience)
    after = year_after(book, fiscal_year(book, day))
    coming = _names(book, post.id, after.first, audience)
    if audience in _TOLD_THE_TURN:
        lacking = [group for group in now if not coming.get(group)]
        for rota in rotas(book, lacking):
            turn = next((each for each in rota.turns if each.year == after), None)
            coming[rota.group_id] = turn.name if turn else ""
    return {group: (name, coming.get(group, "")) for group, name in now.items()}


def _names(book: Book, post: int, day: date, audience: Audience) -> dict[int, str]:
    seats = [each for each in seats_on(book, day) if each.of_post.id == post]
    seen = {each.id: each for each in shown(Seat, seats, audience, must_agree="name").records}
    names: dict[int, str] = {}
    for seat in seats:
        group = seat.appointment.tonarigumi_id
        if group is not None:
            names.setdefault(group, "")
            if seat.id in seen and not names[group]:
                names[group] = seen[seat.id].text("name")
    return names
