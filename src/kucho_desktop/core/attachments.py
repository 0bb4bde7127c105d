"""Photos and papers that belong to a record: each kept once, inside the book and nowhere else.

What belongs to whom is journaled; the pictures themselves lie beside it, by their digest. A picture
stays after it was taken off, so that this can be undone, and goes when nothing can need it again.
"""

import json
from collections.abc import Collection
from dataclasses import dataclass

from kucho_desktop.core.book import Book
from kucho_desktop.core.fields import field
from kucho_desktop.core.i18n import N_
from kucho_desktop.core.kinds import DATE, TEXT
from kucho_desktop.core.pictures import Picture
from kucho_desktop.core.rows import change_row

ATTACHMENT = "attachment"


@dataclass(frozen=True)
class Attachment:
    """household_id, member_id: whose it is, one of them. step: of the history, 0 for none.

    kind: "jpeg" or "pdf". size: bytes in the book.
    """

    id: int
    household_id: int | None = None
    member_id: int | None = None
    step: int = 0
    title: str = field(TEXT, N_("Title"), width=16)
    taken_on: str = field(DATE, N_("Day"), width=9)
    digest: str = ""
    kind: str = ""
    size: int = 0


def attach(
    book: Book,
    picture: Picture,
    *,
    title: str,
    whose: str,
    taken_on: str = "",
    household_id: int | None = None,
    member_id: int | None = None,
    step: int = 0,
) -> int:
    """Keep a picture with a household or a person; gives the id. whose: the name, for the history.

    step: the thing in the history to which it belongs.
    """
    with book.step(N_("Add “{title}” to {whose}"), title=title, whose=whose) as db:
        book.run(
            "INSERT OR IGNORE INTO picture (digest, kind, bytes) VALUES (:digest, :kind, :bytes)",
            digest=picture.digest,
            kind=picture.kind,
            bytes=picture.content,
        )
        owner = {"household_id": household_id, "member_id": member_id, "step": step}
        kept = {"digest": picture.digest, "kind": picture.kind}
        values = {**owner, **kept, "title": title, "taken_on": taken_on}
        id_ = db.table(ATTACHMENT).insert(values).last_pk
    assert isinstance(id_, int)
    return id_


def change_attachment(book: Book, before: Attachment, title: str, taken_on: str) -> None:
    """Call it something else, or give it another day."""
    with book.step(N_("Change what is said of “{title}”"), title=before.title) as db:
        change_row(db, ATTACHMENT, before.id, {"title": title, "taken_on": taken_on})


def remove_attachment(book: Book, one: Attachment) -> None:
    """Take it off; until the pictures are swept, undo brings it back."""
    with book.step(N_("Take off “{title}”"), title=one.title) as db:
        db.table(ATTACHMENT).delete(one.id)


def move_attachments(book: Book, from_: int, into: int) -> None:
    """What belonged to one household belongs to another one now."""
    with book.step("") as db:
        for row in book.rows("SELECT id FROM attachment WHERE household_id = :id", id=from_):
            change_row(db, ATTACHMENT, row["id"], {"household_id": into})


def attachments_of(
    book: Book, household_id: int, members: Collection[int] = ()
) -> list[Attachment]:
    """Those of a household and of these people, in the order in which they came."""
    rows = book.rows(
        """SELECT attachment.id, household_id, member_id, step, title, taken_on,
            attachment.digest, attachment.kind, coalesce(length(bytes), 0) AS size
        FROM attachment LEFT JOIN picture ON picture.digest = attachment.digest
        WHERE household_id = :id OR member_id IN (SELECT value FROM json_each(:members))
        ORDER BY attachment.id""",
        id=household_id,
        members=json.dumps(sorted(members)),
    )
    return [Attachment(**row) for row in rows]


def content_of(book: Book, digest: str) -> bytes:
    """The JPEG or PDF itself; empty if it is not there."""
    found = book.tuples("SELECT bytes FROM picture WHERE digest = :digest", digest=digest)
    return bytes(found[0][0]) if found else b""


def weight_of_pictures(book: Book) -> int:
    """How many bytes all pictures take in the book, those that only undo can need included."""
    return int(book.tuples("SELECT coalesce(sum(length(bytes)), 0) FROM picture")[0][0])


def sweep_pictures(book: Book, _before: str = "", _now: str = "") -> None:
    """Let go the pictures that nothing shows and no undo can bring back; not inside a step.

    A step from before a renewal of the program cannot be taken back, so it needs none.
    """
    if not book.tuples("SELECT 1 FROM picture LIMIT 1"):
        return
    with book.aside():
        book.run(
            """DELETE FROM picture WHERE digest NOT IN (SELECT digest FROM attachment)
            AND digest NOT IN (SELECT json_extract(entry.old, '$.digest') FROM entry
                JOIN step ON step.id = entry.step WHERE entry."table" = 'attachment'
                AND entry.old IS NOT NULL
                AND step.schema = (SELECT user_version FROM pragma_user_version))"""
        )
