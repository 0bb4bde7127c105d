"""What must hold of this room when a step is done."""

from kucho_desktop.core.book import Book
from kucho_desktop.core.errors import NotAllowed
from kucho_desktop.core.i18n import _
from kucho_desktop.core.journal import Changes


def refuse_lost_needs(book: Book, changes: Changes) -> None:
    """A group of which it is said what it needs stays."""
    if "tonarigumi" not in changes:
        return
    if book.tuples(
        """SELECT 1 FROM group_extra WHERE tonarigumi_id IS NOT NULL
            AND tonarigumi_id NOT IN (SELECT id FROM tonarigumi) LIMIT 1"""
    ):
        raise NotAllowed(
            _(
                "It is written down what this group needs of what is handed out. Please end the"
                " group instead of removing it."
            )
        )
