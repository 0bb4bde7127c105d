"""What must hold of households when a step is done."""

from kucho_desktop.core.book import Book
from kucho_desktop.core.errors import NotAllowed
from kucho_desktop.core.i18n import _
from kucho_desktop.core.journal import Changes
from kucho_desktop.households.model import HEAD, HOME, PLACE
from kucho_desktop.tonarigumi.store import lost_intervals


def refuse_two_heads(book: Book, changes: Changes) -> None:
    """A household has one head at a time."""
    if HOME not in changes:
        return
    found = book.tuples(
        f"""SELECT 1 FROM {HOME} mine JOIN {HOME} other ON other.household_id = mine.household_id
            AND other.id <> mine.id AND other.relation = '{HEAD}'
            AND other.since < mine.until AND mine.since < other.until
        WHERE mine.relation = '{HEAD}' AND mine.id IN (SELECT row FROM step_row
            WHERE "table" = '{HOME}') LIMIT 1"""
    )
    if found:
        raise NotAllowed(
            _("A household has one head. Please change the relation of the other person first.")
        )


def refuse_lost_places(book: Book, changes: Changes) -> None:
    """A group stays as long as households are in it."""
    if lost_intervals(book, changes, PLACE, "tonarigumi_id"):
        raise NotAllowed(_("Households still belong to this group. Please move them first."))


def refuse_two_rounds(book: Book, changes: Changes) -> None:
    """One round of a kind goes on at a time, also where an older closing is taken back."""
    if "sheet_round" in changes and book.tuples(
        "SELECT 1 FROM sheet_round WHERE closed = '' GROUP BY kind HAVING count(*) > 1"
    ):
        raise NotAllowed(_("There is a round that still goes on. Please close it first."))
