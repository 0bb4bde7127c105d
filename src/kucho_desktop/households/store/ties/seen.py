"""Ties as an audience may see them, for the papers on which the households stand."""

import json
from collections.abc import Collection, Mapping
from dataclasses import fields, replace
from datetime import date

from kucho_desktop.core import periods
from kucho_desktop.core.audiences import Audience
from kucho_desktop.core.book import Book
from kucho_desktop.core.fields import ShownRecord, shown
from kucho_desktop.core.i18n import _
from kucho_desktop.households.model import Household
from kucho_desktop.households.model.ties.ties import WRITTEN_AS, Tie, shown_ties
from kucho_desktop.households.store.seen import households_of

_COLUMNS = ", ".join(f"household_tie.{each.name}" for each in fields(Tie))


def ties_seen(
    book: Book, audience: Audience, day: date, ids: Collection[int]
) -> Mapping[int, tuple[ShownRecord, ...]]:
    """Household id → what it is tied to on the day, from its own side.

    Another household has the name that this audience may see. Who is given the own sheet is not
    told what another household is called, as where all is told that is kept about it.
    """
    rows = book.tuples(
        f"""SELECT {_COLUMNS} FROM household_tie WHERE {periods.on("household_tie")}
        AND household_id IN (SELECT value FROM json_each(:ids)) ORDER BY since, id""",
        day=day.isoformat(),
        ids=json.dumps(list(ids)),
    )
    ties = [tie for tie in (Tie(*row) for row in rows) if tie.tie in WRITTEN_AS]
    ties.sort(key=_by_kind)
    others = {tie.other_id for tie in ties if tie.other_id is not None}
    names = _names(book, audience, day, others)
    called = [
        tie if tie.other_id is None else replace(tie, name=names.get(tie.other_id, ""))
        for tie in ties
    ]
    whose = {tie.id: tie.household_id for tie in called}
    found: dict[int, tuple[ShownRecord, ...]] = {}
    for record in shown_ties(called, audience).records:
        id_ = whose[record.id]
        found[id_] = (*found.get(id_, ()), record)
    return found


def _by_kind(tie: Tie) -> int:
    return WRITTEN_AS.index(tie.tie)


def _names(book: Book, audience: Audience, day: date, ids: Collection[int]) -> dict[int, str]:
    if audience is Audience.PERSON:
        return dict.fromkeys(ids, _("(another household of the district)"))
    there = households_of(book, sorted(ids), day) if ids else []
    seen = shown(Household, there, audience, must_agree="name", only=("head",))
    return {record.id: record.text("head") for record in seen.records}
