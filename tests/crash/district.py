"""A very small district, what its chief does to it at random, and how its book stands."""

import hashlib
import random
from collections.abc import Callable
from contextlib import suppress
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

from kucho_desktop.app.books import UPKEEP
from kucho_desktop.core.attachments import attach
from kucho_desktop.core.audiences import Audience
from kucho_desktop.core.book import Book
from kucho_desktop.core.errors import CannotUndo, NotAllowed
from kucho_desktop.core.handouts import log_handout
from kucho_desktop.core.pictures import JPEG, Picture
from kucho_desktop.core.tables import TABLES
from kucho_desktop.households import store
from kucho_desktop.households.model import Member
from kucho_desktop.households.model.ties.ties import Tie
from kucho_desktop.tonarigumi.store import add_tonarigumi

KEY = bytes(range(32))
TODAY = date(2026, 11, 20)
NAMES = ("髙橋 一郎", "山﨑 和子", "𠮷田 凜", "渡邉 美代子", "小林 茂", "葛󠄀西 清")
JOURNALED = [table.name for table in TABLES.values() if table.journaled]


class State(NamedTuple):
    """How a book stands: its last step, its hand-outs, a hash of every row of the rooms."""

    steps: int
    handouts: int
    rows: str

    def __str__(self) -> str:
        return f"{self.steps} {self.handouts} {self.rows}"

    @classmethod
    def read(cls, said: str) -> "State":
        steps, handouts, rows = said.split()
        return cls(int(steps), int(handouts), rows)


def opened(path: Path, **more: bool) -> Book:
    """The book, on the day on which the tests live."""
    return Book(path, KEY, upkeep=UPKEEP, today=TODAY, **more)


def state_of(book: Book) -> State:
    """With the pictures that the rows name: one without its bytes is lost."""
    seal = hashlib.sha256()
    for name in JOURNALED:
        seal.update(repr(book.tuples(f'SELECT * FROM "{name}" ORDER BY id')).encode())
    shown = "SELECT digest, bytes FROM picture WHERE digest IN (SELECT digest FROM attachment)"
    for digest, content in book.tuples(f"{shown} ORDER BY digest"):
        assert hashlib.sha256(content).hexdigest() == digest
        seal.update(digest.encode())
    ((steps, handouts),) = book.tuples(
        "SELECT (SELECT coalesce(max(id), 0) FROM step), (SELECT count(*) FROM handout)"
    )
    return State(int(steps), int(handouts), seal.hexdigest())


def begin_district(path: Path, homes: int = 8) -> None:
    """Two groups and some households, closed."""
    book = opened(path)
    for number in (1, 2):
        add_tonarigumi(book, f"第{number}隣組")
    with book.step("fill"):
        for number in range(homes):
            name = NAMES[number % len(NAMES)]
            store.add_household(book, name, tonarigumi_id=1 + number % 2, phone="0263-72-0101")
    book.close()


# ---- what the chief does ----


def _some(book: Book, chance: random.Random) -> int:
    return chance.choice(store.household_ids(book) or [0])


def _day(chance: random.Random) -> date:
    return TODAY - timedelta(days=chance.randrange(800))


def _arrives(book: Book, chance: random.Random) -> None:
    head = chance.choice(NAMES)
    store.add_household(book, head, tonarigumi_id=chance.choice((1, 2)), address="豊科1")


def _changes(book: Book, chance: random.Random) -> None:
    name, value = chance.choice(
        [("phone", f"0263-72-{chance.randrange(9999):04}"), ("note", "長い備考" * 200)]
    )
    store.change_household(book, _some(book, chance), name, value)


def _pauses(book: Book, chance: random.Random) -> None:
    how = chance.choice(["paused", "full", "associate"])
    store.change_household_from(book, _some(book, chance), "membership", how, _day(chance))


def _family(book: Book, chance: random.Random) -> None:
    id_ = _some(book, chance)
    family = list(store.household(book, id_).members)
    if len(family) > 4:
        family = family[:2]
    store.change_members(book, id_, [*family, Member(0, relation="妻", name=chance.choice(NAMES))])


def _answers(book: Book, chance: random.Random) -> None:
    said = {item: chance.random() < 0.5 for item in ("name", "phone", "family")}
    store.answer_consent(book, _some(book, chance), "households", said, _day(chance), "form")


def _goes(book: Book, chance: random.Random) -> None:
    if len(store.household_ids(book)) > 4:
        store.household_leaves(book, _some(book, chance), _day(chance))


def _is_removed(book: Book, chance: random.Random) -> None:
    if len(store.household_ids(book)) > 4:
        store.remove_household(book, _some(book, chance))


def _walks(book: Book, chance: random.Random) -> None:
    store.move_household(book, _some(book, chance), _some(book, chance))


def _is_tied(book: Book, chance: random.Random) -> None:
    store.keep_tie(book, Tie(0, _some(book, chance), "contact", None, chance.choice(NAMES)))


def _is_photographed(book: Book, chance: random.Random) -> None:
    content = chance.randbytes(chance.randrange(100, 40_000))
    picture = Picture(JPEG, content, hashlib.sha256(content).hexdigest())
    attach(book, picture, title="写真", whose="x", household_id=_some(book, chance))


def _many(book: Book, chance: random.Random) -> None:
    with book.step("many"):
        for id_ in store.household_ids(book):
            store.change_household(book, id_, "note", chance.choice(NAMES) * 30)


def _is_given(book: Book, chance: random.Random) -> None:
    who = store.household_ids(book)
    log_handout(
        book, "roster", Audience.OFFICERS, for_whom="班長", purpose="回覧", copies=2, who=who
    )


def _takes_back(book: Book, _chance: random.Random) -> None:
    book.undo()


def _does_again(book: Book, _chance: random.Random) -> None:
    book.redo()


EDITS: tuple[Callable[[Book, random.Random], None], ...] = (
    _arrives,
    _changes,
    _changes,
    _pauses,
    _family,
    _answers,
    _goes,
    _is_removed,
    _walks,
    _is_tied,
    _is_photographed,
    _many,
    _is_given,
    _takes_back,
    _does_again,
)


def edit(book: Book, chance: random.Random) -> None:
    """One thing at random; the rules of the rooms may refuse it, then nothing of it is kept."""
    with suppress(NotAllowed, CannotUndo):
        chance.choice(EDITS)(book, chance)
