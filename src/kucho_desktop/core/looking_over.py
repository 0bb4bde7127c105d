"""The large check: what was looked at, in plain words, what is wrong, and putting it right.

Done on a connection of its own that writes to nothing but tables in memory, in any thread.
"""

from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import date

from kucho_desktop.core import check
from kucho_desktop.core.book import Book
from kucho_desktop.core.errors import KuchoError, NotAllowed
from kucho_desktop.core.i18n import N_, _
from kucho_desktop.core.journal import Changes
from kucho_desktop.core.new_day import derived_in_memory
from kucho_desktop.core.tables import TABLES

Tell = Callable[[int, int], None]


@dataclass(frozen=True)
class Looked:
    """One thing that was looked at. problems: sentences. can_repair: nothing is lost by it."""

    what: str
    problems: tuple[str, ...] = ()
    can_repair: bool = False


_DAMAGED = N_("The file is damaged and cannot be read to its end.")
_SOUND = (
    (check.pages, N_("Every page of the file is as it was written.")),
    (check.tables, N_("The pages belong together in the right order.")),
    (check.references, N_("Whatever points to something finds it.")),
    (check.intervals, N_("Nothing holds twice on the same day.")),
)
_RULES = N_("The rules hold: one head of each household, no group inside itself.")
_DERIVED = N_("The lists on the screen show what is written.")


def look_over(book: Book, tell: Tell = lambda *_far: None) -> list[Looked]:
    """Look at everything, and say at what. Whoever writes meanwhile is not held up."""
    with closing(book.opens_here(book.path)) as own:
        day = own.about("day")
    with closing(book.opens_here(book.path, on=date.fromisoformat(day) if day else None)) as own:
        found = list[Looked]()
        for each in _parts(own):
            found.append(each)
            tell(len(found), len(_SOUND) + 2)
        return found


def _parts(own: Book) -> Iterator[Looked]:
    is_whole = True
    for look, what in _SOUND:
        can_repair = False
        try:
            problems = own.examine(look)
            if problems and look is check.tables:
                can_repair = own.examine(check.only_indexes_are_wrong)
        except KuchoError:
            problems = [_(_DAMAGED)]
        is_whole = is_whole and (not problems or can_repair)
        yield Looked(_(what), tuple(problems), can_repair)
    if is_whole:  # what cannot be read cannot be judged
        own.run("PRAGMA query_only = OFF")
        yield Looked(_(_RULES), tuple(_broken_rules(own)))
        problems = _wrong_lists(own)
        yield Looked(_(_DERIVED), tuple(problems), can_repair=bool(problems))


def _broken_rules(own: Book) -> Iterator[str]:
    """As at the end of a step that touched every row there is."""
    own.run('CREATE TEMP TABLE step_row ("table" TEXT, row INTEGER, had_old INTEGER)')
    changes: Changes = {}
    for table in TABLES.values():
        if table.journaled:
            rows = frozenset(id_ for (id_,) in own.tuples(f'SELECT id FROM "{table.name}"'))
            changes[table.name] = rows
            own.run(f"INSERT INTO step_row SELECT '{table.name}', id, 0 FROM \"{table.name}\"")
    own.run('CREATE INDEX temp.step_row_place ON step_row ("table", row)')
    for rule in own.upkeep.rules:
        try:
            rule(own, changes)
        except NotAllowed as broken:
            yield str(broken)


def _wrong_lists(own: Book) -> list[str]:
    """The derived tables are made anew in memory and compared with those of the file."""
    wrong = 0
    names = derived_in_memory(own)
    for anew in own.upkeep.anew:
        anew(own)
    for name in names:
        for one, other in (("main", "temp"), ("temp", "main")):
            wrong += own.tuples(
                f"SELECT count(*) FROM (SELECT * FROM {one}.{name} EXCEPT SELECT * FROM"
                f" {other}.{name})"
            )[0][0]
    if wrong:
        return [_("Some lists show something else than what is written. Nothing is lost.")]
    return []


def repair(book: Book) -> None:
    """Make anew what is made from other things: indexes and derived tables."""
    with book.aside():
        book.run("REINDEX")
        for anew in book.upkeep.anew:
            anew(book)
