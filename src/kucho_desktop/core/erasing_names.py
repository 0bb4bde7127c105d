"""The names of those who are erased, taken out of the messages of the history.

Nothing is changed in what others said of themselves: looked through are only the steps that touched
the erased, their housemates and neighbours in a step, and the columns into which the program itself
writes the name of somebody else (`told` in `tables`).
"""

import json
import re

from kucho_desktop.core.connection import Connection
from kucho_desktop.core.tables import GOES, HOUSEHOLD, MEMBER, TABLES

SOMEBODY = "〇〇"
"""Stands where a name was."""
_LABELS = frozenset({"field"})
_AROUND = r"(?<!\w){}(?=$|[^\w ]| 宅|の世帯)"
"""A name is whole: 髙橋 is not found in 髙橋 花代, but in 髙橋 宅 and in 髙橋（家）."""
_OWN_STEPS = """SELECT DISTINCT entry.step FROM gone CROSS JOIN entry
    ON entry.row = gone.row AND entry."table" = gone."table" """
_NEAR_STEPS = """SELECT DISTINCT entry.step FROM near CROSS JOIN entry
    ON entry.row = near.row AND entry."table" = near."table" """


def forget_names(db: Connection) -> None:
    """Before the rows go: `whom` and `gone` are laid out."""
    names = _Names(_names(db))
    _lay_out_near(db)
    own = {step for (step,) in db.execute(_OWN_STEPS).fetchall()}
    alone = _alone(db)
    near = {step for (step,) in db.execute(_NEAR_STEPS).fetchall()}
    for step in sorted(own | near):
        _clean_step(db, step, names, whole=step in alone)
    db.executemany("UPDATE step SET erased = 1 WHERE id = ?", [(step,) for step in sorted(own)])
    _clean_told(db, names)
    _drop_drafts(db, names)


def _names(db: Connection) -> set[str]:
    """What they were ever called."""
    found = set[str]()
    for table in TABLES.values():
        for name in table.names if table.erased == GOES else ():
            rows = db.execute(
                f"""SELECT "{name}" FROM "{table.name}" JOIN gone ON gone.row = id
                    AND gone."table" = '{table.name}'
                UNION SELECT json_extract(value, '$.{name}') FROM (
                    SELECT entry.old AS value FROM gone CROSS JOIN entry ON entry.row = gone.row
                        AND entry."table" = gone."table" WHERE gone."table" = '{table.name}'
                    UNION SELECT entry.new FROM gone CROSS JOIN entry ON entry.row = gone.row
                        AND entry."table" = gone."table" WHERE gone."table" = '{table.name}')"""
            )
            found |= {text for (text,) in rows.fetchall() if text}
    return found


def _lay_out_near(db: Connection) -> None:
    """near: rows that stay, of the households in which they lived or that a step of theirs touched.

    Also of the people there.
    """
    db.execute(
        """CREATE TEMP TABLE IF NOT EXISTS near ("table" TEXT, row INTEGER,
            PRIMARY KEY ("table", row)) WITHOUT ROWID"""
    )
    db.execute("DELETE FROM near")
    db.execute("CREATE TEMP TABLE IF NOT EXISTS near_house (id INTEGER PRIMARY KEY)")
    db.execute("DELETE FROM near_house")
    homes = "SELECT household_id FROM member_home WHERE"
    touched = f'SELECT row FROM entry WHERE step IN ({_OWN_STEPS}) AND "table" ='
    among = f"IN (SELECT id FROM whom WHERE kind = '{MEMBER}')"
    for which in (
        f"{homes} member_id {among}",
        f"""SELECT json_extract(old, '$.household_id') FROM entry WHERE "table" = 'member_home'
            AND old IS NOT NULL AND json_extract(old, '$.member_id') {among}""",
        f"{touched} '{HOUSEHOLD}'",
        f"{homes} id IN ({touched} 'member_home')",
        f"SELECT household_id FROM household_membership WHERE id IN"
        f" ({touched} 'household_membership')",
    ):
        db.execute(f"INSERT OR IGNORE INTO near_house SELECT * FROM ({which}) WHERE 1 IS NOT NULL")
    for table in TABLES.values():
        if table.erased == GOES and table.journaled:
            for column, kind in table.owners:
                db.execute(_NEAR[kind].format(table=table.name, column=column))
    db.execute('DELETE FROM near WHERE ("table", row) IN (SELECT "table", row FROM gone)')


_INTO_NEAR = (
    """INSERT OR IGNORE INTO near SELECT '{table}', id FROM "{table}" WHERE "{column}" IN """
)
_NEAR = {
    HOUSEHOLD: _INTO_NEAR + "(SELECT id FROM near_house)",
    MEMBER: _INTO_NEAR
    + "(SELECT member_id FROM member_home WHERE household_id IN (SELECT id FROM near_house))",
}


def _alone(db: Connection) -> set[int]:
    """The steps that were about nobody else."""
    found = db.execute(
        f"""SELECT step FROM entry LEFT JOIN gone ON gone."table" = entry."table"
            AND gone.row = entry.row
        WHERE step IN ({_OWN_STEPS}) GROUP BY step HAVING count(*) = count(gone.row)"""
    )
    return {step for (step,) in found.fetchall()}


class _Names:
    """What the erased were ever called, by which texts are looked through."""

    def __init__(self, known: set[str]) -> None:
        self._known = known
        longest_first = sorted(known, key=len, reverse=True)
        found = "|".join(_AROUND.format(re.escape(name)) for name in longest_first)
        self._pattern = re.compile(found or r"(?!)")

    def are_in(self, text: str) -> bool:
        return text in self._known or bool(self._pattern.search(text))

    def out_of(self, text: str) -> str:
        return SOMEBODY if text in self._known else self._pattern.sub(SOMEBODY, text)


def _clean_step(db: Connection, step: int, names: _Names, *, whole: bool) -> None:
    """What is left out is None; `journal.said` has words for it. Numbers and labels stay."""
    before = json.loads(db.execute('SELECT "values" FROM step WHERE id = ?', [step]).fetchone()[0])
    after = {
        name: None
        if name not in _LABELS and isinstance(value, str) and (whole or names.are_in(value))
        else value
        for name, value in before.items()
    }
    if after != before:
        said = json.dumps(after, ensure_ascii=False)
        db.execute('UPDATE step SET "values" = ? WHERE id = ?', [said, step])


def _clean_told(db: Connection, names: _Names) -> None:
    """In rows that stay, and in what the journal remembers of them."""
    for table in TABLES.values():
        for column in table.told:
            rows = db.execute(
                f"""SELECT id, "{column}" FROM "{table.name}" WHERE id IN (
                    SELECT row FROM near WHERE "table" = '{table.name}')"""
            ).fetchall()
            for id_, text in rows:
                said = names.out_of(text)
                if said != text:
                    sql = f'UPDATE "{table.name}" SET "{column}" = ? WHERE id = ?'
                    db.execute(sql, [said, id_])
                _clean_entries(db, table.name, id_, column, names)


def _clean_entries(db: Connection, table: str, row: int, column: str, names: _Names) -> None:
    for side in ("old", "new"):
        found = db.execute(
            f"""SELECT id, json_extract({side}, '$.{column}') FROM entry WHERE row = ?
            AND "table" = ? AND {side} IS NOT NULL""",
            [row, table],
        ).fetchall()
        for id_, text in found:
            said = names.out_of(text or "")
            if said != (text or ""):
                sql = f"UPDATE entry SET {side} = json_set({side}, '$.{column}', ?) WHERE id = ?"
                db.execute(sql, [said, id_])


def _drop_drafts(db: Connection, names: _Names) -> None:
    """What is typed of a household near them, and not kept yet, where it names one of them."""
    drafts = """SELECT page, household_id, said FROM draft
        WHERE household_id IN (SELECT id FROM near_house)"""
    for page, household, said in db.execute(drafts).fetchall():
        if names.are_in(said):
            db.execute("DELETE FROM draft WHERE page = ? AND household_id = ?", [page, household])
