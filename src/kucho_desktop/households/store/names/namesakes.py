"""Today's households by name, those of the same name told apart, for lists to choose from."""

import json

from kucho_desktop.core import periods
from kucho_desktop.core.book import Book
from kucho_desktop.core.i18n import _
from kucho_desktop.core.text import fold
from kucho_desktop.households.model import ADDRESSES
from kucho_desktop.households.model.names.namesakes import Known, told_apart, with_words
from kucho_desktop.tonarigumi.store import tonarigumi_named


def households_by_name(book: Book) -> dict[int, str]:
    """Id → name of all of today's households, in 五十音順; an empty house by its address."""
    known = _known(book, "")
    words = told_apart(known)
    return {
        each.id: with_words(each.name, words.get(each.id, ""))
        if each.name
        else each.address or _("(no name)")
        for each in known
    }


def lived_in(book: Book, *, apart_from: int = 0) -> dict[int, str]:
    """Id → head and group of today's households in which somebody lives, in 五十音順.

    Namesakes of one group have what tells them apart as well.
    """
    known = _known(book, "AND people > 0")
    words = told_apart(known)
    said = {}
    for each in known:
        more = words.get(each.id, "").removeprefix(each.group).strip()
        said[each.id] = with_words(each.name, f"{each.group} {more}".strip())
    said.pop(apart_from, None)
    return said


def _known(book: Book, only: str) -> list[Known]:
    """House name and address are read only of those who need them."""
    groups = tonarigumi_named(book)
    rows = book.tuples(
        f"SELECT id, head, tonarigumi_id FROM household_today WHERE 1 {only} ORDER BY kana_key"
    )
    count: dict[str, int] = {}
    folded = [fold(head) for _id, head, _group in rows]
    for name in folded:
        count[name] = count.get(name, 0) + 1
    unsure = [id_ for (id_, *_rest), name in zip(rows, folded, strict=True) if count[name] > 1]
    unsure += [id_ for id_, head, _group in rows if not head]
    more = {id_: (yago, address) for id_, yago, address in _more(book, unsure)}
    return [
        Known(id_, head, yago, groups.get(group or 0, ""), address)
        for id_, head, group in rows
        for yago, address in (more.get(id_, ("", "")),)
    ]


def _more(book: Book, ids: list[int]) -> list[tuple[int, str, str]]:
    return book.tuples(
        f"""SELECT household.id, household.yago, coalesce({ADDRESSES}.address, '')
        FROM household LEFT JOIN {ADDRESSES} ON {ADDRESSES}.household_id = household.id
            AND {periods.on(ADDRESSES)}
        WHERE household.id IN (SELECT value FROM json_each(:ids))""",
        ids=json.dumps(ids),
        day=book.today.isoformat(),
    )
