"""What one step did to households, told household by household."""

import json
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass

from kucho_desktop.core.book import Book
from kucho_desktop.core.errors import NotAllowed
from kucho_desktop.core.history import RowChange
from kucho_desktop.core.i18n import _
from kucho_desktop.households.model import HOME
from kucho_desktop.households.store.held import as_it_was
from kucho_desktop.households.store.past import told_in_words
from kucho_desktop.households.store.seen import households_of


@dataclass(frozen=True)
class Told:
    """subject: whom or what it concerned. lines: each value before and after."""

    subject: str
    lines: tuple[str, ...]


def told_of_households(book: Book, changes: Sequence[RowChange]) -> list[Told]:
    """In the order in which the step came to them; what has no household is left out."""
    homes = _homes_of(book, changes)
    by_household: dict[int, list[RowChange]] = {}
    for change in changes:
        owner = _owner_of(change, homes)
        if owner:
            by_household.setdefault(owner, []).append(change)
    names = _names_of(book, by_household)
    return [
        Told(names.get(id_) or _("(no name)"), told_in_words(book, own))
        for id_, own in by_household.items()
    ]


def _owner_of(change: RowChange, homes: dict[int, int]) -> int:
    """The household's id; 0 where there is none."""
    row = change.new or change.old or {}
    if change.table == "household":
        return change.row
    if row.get("household_id"):
        return int(row["household_id"])
    member = change.row if change.table == "member" else int(row.get("member_id") or 0)
    return homes.get(member, 0)


def _homes_of(book: Book, changes: Iterable[RowChange]) -> dict[int, int]:
    """Member id → the household that he belongs to, or did last."""
    wanted = set()
    for change in changes:
        row = change.new or change.old or {}
        wanted.add(change.row if change.table == "member" else int(row.get("member_id") or 0))
    ids = json.dumps(sorted(wanted - {0}))
    gone = book.tuples(
        f"""SELECT json_extract(old, '$.member_id'), json_extract(old, '$.household_id') FROM entry
        WHERE "table" = '{HOME}' AND old IS NOT NULL
        AND json_extract(old, '$.member_id') IN (SELECT value FROM json_each(:ids))""",
        ids=ids,
    )
    there = book.tuples(
        f"""SELECT member_id, household_id FROM {HOME}
        WHERE member_id IN (SELECT value FROM json_each(:ids)) ORDER BY since""",
        ids=ids,
    )
    return dict(gone) | dict(there)


def _names_of(book: Book, ids: Iterable[int]) -> dict[int, str]:
    """What the households are called now; those that have gone, by the name they had last."""
    wanted = list(ids)
    names = {each.id: each.head or each.address for each in households_of(book, wanted)}
    for id_ in set(wanted) - set(names):
        with suppress(NotAllowed):
            was = as_it_was(book, id_)
            names[id_] = was.head or was.address
            continue
        found = book.tuples(
            """SELECT coalesce((SELECT nullif(json_extract(old, '$.name'), '') FROM entry
                WHERE "table" = 'household' AND row = :id AND old IS NOT NULL
                ORDER BY id DESC LIMIT 1), (SELECT json_extract(person.old, '$.name')
                FROM entry home JOIN entry person ON person."table" = 'member'
                    AND person.row = json_extract(home.old, '$.member_id')
                    AND person.old IS NOT NULL
                WHERE home."table" = 'member_home' AND home.old IS NOT NULL
                    AND json_extract(home.old, '$.household_id') = :id
                ORDER BY json_extract(home.old, '$.position'), person.id DESC LIMIT 1))""",
            id=id_,
        )
        names[id_] = found[0][0] or ""
    return names
