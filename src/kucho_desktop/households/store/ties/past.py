"""Ties and talks in the history of a household, in words: one line for each."""

from collections.abc import Iterable, Mapping
from typing import Any

from kucho_desktop.core.book import Book
from kucho_desktop.core.fields import fields_of
from kucho_desktop.core.history import RowChange
from kucho_desktop.core.i18n import _
from kucho_desktop.households.model.ties.talks import Talk
from kucho_desktop.households.model.ties.ties import Tie
from kucho_desktop.households.store.ties.keeping import TIE
from kucho_desktop.households.store.ties.talks import TALK

_TOLD_APART = ("tie", "other_id", "since", "until", "done")


def others_named(book: Book) -> dict[int, str]:
    """Id → name of every household that another one is or was tied to."""
    return {
        id_: head
        for id_, head in book.tuples(
            f"""SELECT household.id, coalesce(household_today.head, household.name) FROM household
            LEFT JOIN household_today ON household_today.id = household.id
            WHERE household.id IN (SELECT other_id FROM {TIE} UNION SELECT
                json_extract(old, '$.other_id') FROM entry WHERE "table" = '{TIE}'
                AND old IS NOT NULL)"""
        )
    }


def in_one_line(change: RowChange, others: Mapping[int, str]) -> list[str]:
    """What was written, changed or taken out. others: names; without one it is not told."""
    record = {TIE: Tie, TALK: Talk}[change.table]
    now, old = _told(record, change.new, others), _told(record, change.old, others)
    if change.new is None:
        return [_("{what} taken out").format(what=old)]
    done = (change.new or {}).get("done") and not (change.old or {}).get("done")
    if now == old:
        return [_("Done: {what}").format(what=now)] if done else []
    if change.old is None or not old:
        return [now]
    return [_("{old} → {new}").format(old=old, new=now)]


def _told(
    record: type[Tie | Talk], row: Mapping[str, Any] | None, others: Mapping[int, str]
) -> str:
    if row is None:
        return ""
    said: list[str] = []
    if row.get("other_id"):
        said.append(others.get(row["other_id"]) or _("another household"))
    said += _values(record, row)
    if record is Tie:
        text = _(", ").join(said)
        kind = fields_of(Tie)[0].kind.show(row.get("tie", ""))
        return _("{member}: {item}").format(member=kind, item=text)
    return "　".join(said)


def _values(record: type[Tie | Talk], row: Mapping[str, Any]) -> Iterable[str]:
    for field in fields_of(record):
        value = row.get(field.name)
        if field.name not in _TOLD_APART and value not in (None, ""):
            yield field.kind.show(value)
