"""One change of many households, kept as one step."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from kucho_desktop.core import periods
from kucho_desktop.core.book import Book
from kucho_desktop.core.errors import NotAllowed
from kucho_desktop.core.i18n import N_, _
from kucho_desktop.households.model import Household
from kucho_desktop.households.model.lists.batch import Batch
from kucho_desktop.households.store.keeping import next_place
from kucho_desktop.households.store.seen import households_of

if TYPE_CHECKING:
    from sqlite_utils import Database

GROUP = "tonarigumi_id"


def change_many(book: Book, ids: Sequence[int], batch: Batch, day: date | None = None) -> int:
    """Give these households a value; tells how many had another one.

    day: a dated field has it from that day on; without one what holds today is put right. Who
    comes into another group walks at its end, in the order of the ids.
    Raises NotAllowed, naming the household that cannot have it; then nothing is changed.
    """
    changed = [each for each in households_of(book, ids) if batch.changes(each)]
    if not changed:
        return 0
    if batch.field.dated and day is not None:
        _refuse_absent(book, changed, day)
    label, count = batch.field.label, len(changed)
    with book.step(N_("Change {field} of {count} households"), field=label, count=count) as db:
        if not batch.field.dated:
            rows = [(batch.new_value(each), each.id) for each in changed]
            db.conn.executemany(f'UPDATE household SET "{batch.name}" = ? WHERE id = ?', rows)
            return count
        place = next_place(book, batch.value) if batch.name == GROUP else 0
        for at, each in enumerate(changed):
            further = {"walking_order": place + at} if batch.name == GROUP else {}
            _change_dated(book, db, each, batch, day, further)
    return count


def _refuse_absent(book: Book, changed: Sequence[Household], day: date) -> None:
    """Who was not there on the day cannot have changed on it."""
    there = {each.id for each in households_of(book, [each.id for each in changed], day)}
    for each in changed:
        if each.id not in there:
            raise NotAllowed(
                _("{household}: {reason}").format(household=each.head, reason=_(periods.NOT_THERE))
            )


def _change_dated(
    book: Book,
    db: "Database",
    household: Household,
    batch: Batch,
    day: date | None,
    further: dict[str, Any],
) -> None:
    table, owner = batch.field.dated, {"household_id": household.id}
    values = {batch.name: batch.new_value(household), **further}
    try:
        if day is None:
            periods.correct(db, table, owner, book.today, **values)
        else:
            periods.change_from(db, table, owner, day, **values)
    except NotAllowed as error:
        raise NotAllowed(
            _("{household}: {reason}").format(household=household.head, reason=error)
        ) from error
