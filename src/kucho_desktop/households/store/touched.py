"""Which households steps were about, so that what is remembered of the others stays."""

from collections.abc import Collection, Mapping

from kucho_desktop.core.book import Book
from kucho_desktop.households.model import ADDRESSES, HOME, MEMBERSHIP, PLACE, WHEREABOUTS
from kucho_desktop.households.store.ties.keeping import TIE


def touched_households(book: Book, changes: Mapping[str, Collection[int]]) -> set[int]:
    """The households that steps were about, as they are now or were before."""
    touched: set[int] = set()
    for table in changes.keys() & ABOUT_HOUSEHOLDS.keys():
        own = ABOUT_HOUSEHOLDS[table].format(rows=numbers(changes[table]), table=table)
        touched |= {id_ for (id_,) in book.tuples(own)}
    return touched


def numbers(ids: Collection[int]) -> str:
    """Ids as SQL has them in a list."""
    return ",".join(str(int(id_)) for id_ in ids)


_OWNED = """SELECT household_id FROM {table} WHERE id IN ({rows}) UNION
    SELECT json_extract(old, '$.household_id') FROM entry
    WHERE "table" = '{table}' AND row IN ({rows}) AND old IS NOT NULL"""
_OF_PEOPLE = f"SELECT household_id FROM {HOME} WHERE member_id IN "
ABOUT_HOUSEHOLDS = {
    "household": "SELECT id FROM household WHERE id IN ({rows})",
    **dict.fromkeys((MEMBERSHIP, PLACE, ADDRESSES, HOME, TIE, "consent"), _OWNED),
    "member": _OF_PEOPLE + "({rows})",
    WHEREABOUTS: f"{_OF_PEOPLE}({_OWNED.replace('household_id', 'member_id')})",
}
"""How a changed row of each table leads to its household."""
