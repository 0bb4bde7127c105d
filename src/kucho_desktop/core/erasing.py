"""Erasing people: their rows, what the journal remembers of them, and what calls them by name.

Works on a connection inside a transaction, by what `tables` says of each table. The triggers of the
journal rest meanwhile, so that nothing of what goes is written down once more.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial

from kucho_desktop.core import journal
from kucho_desktop.core.book import Book
from kucho_desktop.core.connection import Connection
from kucho_desktop.core.erasing_names import forget_names
from kucho_desktop.core.i18n import N_
from kucho_desktop.core.journal import Changes
from kucho_desktop.core.tables import GOES, HOUSEHOLD, MEMBER, NAMELESS, TABLES, Table

HOME, ATTACHMENT = "member_home", "attachment"
ERASE = "erase"
"""The kind of a step that nothing takes back."""
MESSAGE = N_("Erase {households} households and {people} people for good")
UNCLEAN = "unclean"
"""About the book: somebody was erased, and the file was not yet written anew."""
_IN_JOURNAL = """SELECT DISTINCT '{table}', row FROM entry WHERE "table" = '{table}'
    AND old IS NOT NULL AND json_extract(old, '$.{column}') IN (SELECT id FROM whom
        WHERE kind = '{kind}') AND row NOT IN (SELECT id FROM "{table}")"""


@dataclass(frozen=True)
class Whom:
    """The ids of those who are erased."""

    households: frozenset[int] = frozenset()
    people: frozenset[int] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.households or self.people)

    def ids(self) -> list[tuple[str, int]]:
        """(HOUSEHOLD or MEMBER, id) of each."""
        return [
            *((HOUSEHOLD, id_) for id_ in sorted(self.households)),
            *((MEMBER, id_) for id_ in sorted(self.people)),
        ]


@dataclass(frozen=True)
class Gone:
    """What was erased: everybody with when he was added, by (kind, id); how many of each."""

    added: dict[tuple[str, int], str] = field(default_factory=dict)
    households: int = 0
    people: int = 0
    pictures: int = 0


def erase(book: Book, whom: Whom) -> Gone:
    """Remove them inside an open transaction (`book.aside`), and derive anew what shows them.

    Those who lived nowhere else go with their household. The file holds remains of them until
    `clean_file`.
    """
    gone = book.examine(partial(_erase, whom=whom))
    book.set_about(UNCLEAN, "1")
    for anew in book.upkeep.anew:
        anew(book)
    return gone


def is_unclean(book: Book) -> bool:
    return bool(book.about(UNCLEAN))


def clean_file(book: Book) -> bool:
    """Write the whole file anew, so that nothing is left between its rows or in its log.

    False where somebody was reading just then: it is done the next time.
    """

    def write(db: Connection) -> bool:
        db.execute("VACUUM")
        return not db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()[0][0]

    is_clean = book.examine(write)
    if is_clean:
        with book.aside():
            book.set_about(UNCLEAN, "")
    return is_clean


def _erase(db: Connection, whom: Whom) -> Gone:
    _lay_out(db, whom)
    _gather(db)
    counted = _counted(db)
    digests = _pictures(db)
    added = _added(db)
    watching = _let_triggers_rest(db)
    forget_names(db)
    for table in TABLES.values():
        if table.erased == NAMELESS:
            _leave_nameless(db, table)
    _remove(db)
    pictures = _remove_pictures(db, digests)
    for sql in watching:
        db.execute(sql)
    _note(db, counted)
    return Gone(added, *counted, pictures)


def _lay_out(db: Connection, whom: Whom) -> None:
    """whom: everybody who goes. gone: every row that goes, now there or only in the journal."""
    for table in (
        "whom (kind TEXT, id INTEGER, PRIMARY KEY (kind, id)) WITHOUT ROWID",
        'gone ("table" TEXT, row INTEGER, PRIMARY KEY ("table", row)) WITHOUT ROWID',
    ):
        db.execute(f"CREATE TEMP TABLE IF NOT EXISTS {table}")
        db.execute(f"DELETE FROM temp.{table.split()[0]}")
    _add(db, whom.ids())


def _add(db: Connection, ids: Iterable[tuple[str, int]]) -> None:
    db.executemany("INSERT OR IGNORE INTO whom VALUES (?, ?)", list(ids))


def _gather(db: Connection) -> None:
    """First those who lived nowhere else, then all rows, then whom only the journal knows."""
    db.execute(
        f"""INSERT OR IGNORE INTO whom SELECT '{MEMBER}', member_id FROM {HOME}
        GROUP BY member_id HAVING count(*) = sum(household_id IN (
            SELECT id FROM whom WHERE kind = '{HOUSEHOLD}'))"""
    )
    _gather_rows(db)
    db.execute(
        f"""INSERT OR IGNORE INTO whom SELECT '{MEMBER}', json_extract(old, '$.member_id')
        FROM entry JOIN gone ON gone."table" = entry."table" AND gone.row = entry.row
        WHERE entry."table" = '{HOME}' AND old IS NOT NULL
        AND json_extract(old, '$.member_id') NOT IN (SELECT id FROM member)"""
    )
    _gather_rows(db)


def _gather_rows(db: Connection) -> None:
    """What is there belongs to whom it says now; what is not, to whom it ever said."""
    for table in TABLES.values():
        if table.erased != GOES or not table.journaled:
            continue
        for column, kind in table.owners:
            among = f"(SELECT id FROM whom WHERE kind = '{kind}')"
            db.execute(
                f"""INSERT OR IGNORE INTO gone SELECT '{table.name}', id FROM "{table.name}"
                WHERE "{column}" IN {among}"""
            )
            words = {"table": table.name, "column": column, "kind": kind}
            db.execute("INSERT OR IGNORE INTO gone " + _IN_JOURNAL.format(**words))


def _counted(db: Connection) -> tuple[int, int]:
    households, people = (
        db.execute(
            f"SELECT count(*) FROM whom JOIN \"{kind}\" USING (id) WHERE kind = '{kind}'"
        ).fetchone()[0]
        for kind in (HOUSEHOLD, MEMBER)
    )
    return int(households), int(people)


def _added(db: Connection) -> dict[tuple[str, int], str]:
    """An id with the moment at which it was given means one thing in every copy of a book."""
    found = db.execute(
        f"""SELECT whom.kind, id, ({added_at("whom.kind", "whom.id")}) FROM whom"""
    ).fetchall()
    return {(kind, id_): at or "" for kind, id_, at in found}


def added_at(table: str, row: str) -> str:
    """The SQL that says when a row was first added."""
    return f"""SELECT step.at FROM entry CROSS JOIN step ON step.id = entry.step
        WHERE entry.row = {row} AND entry."table" = {table} AND entry.kind = 'added'
        ORDER BY entry.id LIMIT 1"""


def _let_triggers_rest(db: Connection) -> Sequence[str]:
    """Gives what makes them anew; a transaction that fails puts them back by itself."""
    found = db.execute(
        "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND substr(name, 1, 8) ="
        " 'journal_'"
    ).fetchall()
    for name, _sql in found:
        db.execute(f'DROP TRIGGER "{name}"')
    return [sql for _name, sql in found]


def _leave_nameless(db: Connection, table: Table) -> None:
    """The row stays, of nobody: NULL where the column may be, else an id that nobody has."""
    for column, kind in table.owners:
        among = f"(SELECT id FROM whom WHERE kind = '{kind}')"
        nobody = "NULL" if table.journaled else f'-abs("{column}")'
        blank = "".join(f", \"{name}\" = ''" for name in table.names)
        if table.journaled:
            emptied = "".join(f", '$.{name}', ''" for name in table.names)
            for side in ("old", "new"):
                db.execute(
                    f"""UPDATE entry SET {side} = json_set({side}, '$.{column}', NULL{emptied})
                    WHERE "table" = '{table.name}' AND {side} IS NOT NULL
                    AND json_extract({side}, '$.{column}') IN {among}"""
                )
        db.execute(
            f'UPDATE "{table.name}" SET "{column}" = {nobody}{blank} WHERE "{column}" IN {among}'
        )


def _remove(db: Connection) -> None:
    db.execute(
        """DELETE FROM entry WHERE id IN (SELECT entry.id FROM gone CROSS JOIN entry
        ON entry.row = gone.row AND entry."table" = gone."table")"""
    )
    for table in TABLES.values():
        if table.erased == GOES and table.journaled:
            db.execute(
                f"""DELETE FROM "{table.name}" WHERE id IN (SELECT row FROM gone
                WHERE "table" = '{table.name}')"""
            )
        elif table.erased == GOES:
            for column, kind in table.owners:
                among = f"(SELECT id FROM whom WHERE kind = '{kind}')"
                db.execute(f'DELETE FROM "{table.name}" WHERE "{column}" IN {among}')


def _pictures(db: Connection) -> list[str]:
    """The digests of all that was attached to them, also of what was taken off again."""
    found = db.execute(
        f"""SELECT digest FROM {ATTACHMENT} WHERE id IN (SELECT row FROM gone
            WHERE "table" = '{ATTACHMENT}')
        UNION SELECT json_extract(old, '$.digest') FROM gone CROSS JOIN entry
            ON entry.row = gone.row AND entry."table" = gone."table"
        WHERE gone."table" = '{ATTACHMENT}' AND old IS NOT NULL"""
    )
    return [digest for (digest,) in found.fetchall()]


def _remove_pictures(db: Connection, digests: Iterable[str]) -> int:
    """Those that nobody else has, now or in the journal."""
    return sum(
        db.execute(
            f"""DELETE FROM picture WHERE digest = :digest
            AND NOT EXISTS (SELECT 1 FROM {ATTACHMENT} WHERE digest = :digest)
            AND NOT EXISTS (SELECT 1 FROM entry WHERE "table" = '{ATTACHMENT}'
                AND old IS NOT NULL AND json_extract(old, '$.digest') = :digest)""",
            {"digest": digest},
        ).rowcount
        for digest in digests
    )


def _note(db: Connection, counted: tuple[int, int]) -> None:
    """A line of the history, so that whoever remembers something reads it again. Ids alone."""
    values = dict(zip(("households", "people"), counted, strict=True))
    at = datetime.now(UTC).isoformat(timespec="microseconds")
    step = db.execute(
        'INSERT INTO step (at, message, "values", kind, schema, erased)'
        " VALUES (?, ?, json(?), ?, (SELECT user_version FROM pragma_user_version), 1)",
        [at, MESSAGE, str(values).replace("'", '"'), ERASE],
    ).lastrowid
    db.execute(
        """INSERT INTO entry (step, "table", row, kind)
        SELECT DISTINCT ?, "table", CASE WHEN "table" IN (SELECT kind FROM whom) THEN row ELSE 0
            END, 'erased' FROM gone""",
        [step],
    )


def changes_of_erasing(book: Book) -> Changes:
    """What the last erasing touched, for whoever listens."""
    last = book.tuples("SELECT max(id) FROM step WHERE kind = :kind", kind=ERASE)[0][0]
    return book.examine(partial(journal.touched, step=last)) if last else {}
