"""What stands around households, many rows at once: ties, talks, and what came back of a round."""

from collections.abc import Iterable, Sequence
from dataclasses import fields
from typing import Any, NamedTuple

from kucho_desktop.core.book import Book
from kucho_desktop.core.bulk import add_rows
from kucho_desktop.core.i18n import N_
from kucho_desktop.households.model.rounds.round import Round
from kucho_desktop.households.model.ties.talks import Talk
from kucho_desktop.households.model.ties.ties import Tie


class Back(NamedTuple):
    """What came back of a household, and on which day (ISO)."""

    household_id: int
    returned_on: str
    state: str


def write_ties(book: Book, ties: Sequence[Tie]) -> None:
    """As they are given, from the household's side on which each is kept."""
    with book.step(N_("Write down {count} ties"), count=len(ties)) as db:
        add_rows(db.conn, "household_tie", _columns(Tie), _rows(ties))


def write_talks(book: Book, talks: Sequence[Talk]) -> None:
    with book.step(N_("Write down {count} talks"), count=len(talks)) as db:
        add_rows(db.conn, "household_talk", _columns(Talk), _rows(talks))


def write_round(book: Book, of: Round, back: Iterable[Back]) -> None:
    """A round that began in the past, with what came back so far. Its id is not looked at."""
    with book.step(N_("Write down {form}"), form=of.name) as db:
        values = {each.name: getattr(of, each.name) for each in fields(Round) if each.name != "id"}
        id_ = db.table("sheet_round").insert(values).last_pk
        columns = ("round_id", *Back._fields)
        add_rows(db.conn, "sheet_return", columns, [(id_, *each) for each in back])


def _columns(kind: type[Any]) -> tuple[str, ...]:
    return tuple(each.name for each in fields(kind) if each.name != "id")


def _rows(values: Sequence[Any]) -> list[tuple[Any, ...]]:
    names = _columns(type(values[0])) if values else ()
    return [tuple(getattr(value, name) for name in names) for value in values]
