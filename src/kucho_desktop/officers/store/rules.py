"""What must hold of posts and turns when a step is done."""

from kucho_desktop.core.book import Book
from kucho_desktop.core.errors import NotAllowed
from kucho_desktop.core.i18n import _
from kucho_desktop.core.journal import Changes

_OF_PEOPLE = ("appointment", "relief", "adviser", "training", "candidate")
_OF_GROUPS = ("appointment", "turn")


def refuse_lost_officers(book: Book, changes: Changes) -> None:
    """Whoever stands in a post, or is let off one, stays in the roster; so does his group."""
    if "member" in changes and _lost(book, _OF_PEOPLE, "member"):
        raise NotAllowed(
            _(
                "This person stands among the officers, the reliefs or the trainings. Please take"
                " the entry out there first."
            )
        )
    if "tonarigumi" in changes and _lost(book, _OF_GROUPS, "tonarigumi"):
        raise NotAllowed(
            _("This group had a leader or a turn. Please end the group instead of removing it.")
        )


def _lost(book: Book, tables: tuple[str, ...], owner: str) -> bool:
    """Whether a row names somebody whom the open step has taken out."""
    gone = f"""SELECT row FROM step_row WHERE "table" = '{owner}'
        AND row NOT IN (SELECT id FROM {owner})"""
    return any(
        book.tuples(f"SELECT 1 FROM {table} WHERE {owner}_id IN ({gone}) LIMIT 1")
        for table in tables
    )
