"""Photos and papers of a household and its people."""

from kucho_desktop.core.attachments import Attachment, attachments_of
from kucho_desktop.core.book import Book
from kucho_desktop.households.model import HOME


def attachments_with(book: Book, household_id: int) -> list[Attachment]:
    """Those of the household, of who lives there, and of who last lived there before going."""
    found = book.tuples(
        f"""SELECT DISTINCT member_id FROM {HOME} own WHERE household_id = :id
        AND NOT EXISTS (SELECT 1 FROM {HOME} other WHERE other.member_id = own.member_id
            AND other.household_id <> :id AND other.since > own.since)""",
        id=household_id,
    )
    return attachments_of(book, household_id, [id_ for (id_,) in found])
