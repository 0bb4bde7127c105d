"""An erasure that is killed: in the book, while its file is written anew, or in the copies."""

import random
from contextlib import closing
from pathlib import Path

from core.canaries import is_found
from crash.district import KEY, begin_district, opened
from crash.killing import Say
from crash.work import NAME, Corrupt, Lost, Work, whole

from kucho_desktop.core.backup import back_up
from kucho_desktop.core.book import Book
from kucho_desktop.core.drafts import keep_drafts
from kucho_desktop.core.erased import erase_now, follow, in_book
from kucho_desktop.core.erased_copies import follow_in_copies, known_of
from kucho_desktop.core.erasing import Whom, is_unclean
from kucho_desktop.core.kept_copies import copies_in, folder_in
from kucho_desktop.core.places import backups_folder
from kucho_desktop.households import store

_HOMES = 14


def _mark(id_: int) -> str:
    """It stands in all that a household says, and nowhere else."""
    return f"カナリヤ{id_:03}号"


class Erasing(Work):
    """A household after the other goes for good, and out of two copies."""

    longest = 0.25
    per_folder = 10

    def begin(self, folder: Path) -> None:
        begin_district(folder / NAME, _HOMES)
        with closing(opened(folder / NAME)) as book:
            with book.aside():
                book.set_about("book_id", f"{random.randrange(1 << 40):010x}")
            for id_ in store.household_ids(book):
                store.change_household(book, id_, "head", _mark(id_))
                store.change_household(book, id_, "note", _mark(id_) * 50)
            said = {id_: [["Sheet:0", _mark(id_), 2]] for id_ in store.household_ids(book)}
            keep_drafts(book, {"households": said})
            back_up(book, _copies(book))
            back_up(book, _copies(book))

    def do(self, folder: Path, say: Say, chance: random.Random) -> None:
        with closing(opened(folder / NAME)) as book:
            id_ = chance.choice(store.household_ids(book))
            say("began")
            erase_now(book, Whom(frozenset({id_})), 5)
            say(f"erased {id_}")
            known = known_of(book)
        follow_in_copies(known)
        say("followed")

    def judge(self, folder: Path, said: list[str], chance: random.Random) -> None:
        """As the next opening does: it finishes what was cut short, then the copies follow."""
        path = folder / NAME
        with closing(whole(path, thoroughly=chance.random() < 0.3)) as book:
            follow(book, in_book(book))
            erased = {each.row for each in in_book(book).erased if each.kind == "household"}
            if lost := {int(line[7:]) for line in said if line.startswith("erased ")} - erased:
                raise Lost(f"acknowledged as erased, and there again: {lost}")
            if set(store.household_ids(book)) != set(range(1, _HOMES + 1)) - erased:
                raise Lost("somebody else went, or somebody came back")
            if any(store.household(book, i).head != _mark(i) for i in store.household_ids(book)):
                raise Lost("somebody who stays is not as he was")
            if is_unclean(book):
                raise Corrupt("the file was not written anew")
            known = known_of(book)
            copies = [each.path for each in copies_in(_copies(book))]
        if "followed" in said:
            _judge_copies(copies, erased)
        if follow_in_copies(known).left:
            raise Corrupt("a copy could not be written anew")
        if remains := [i for i in erased if is_found(path, KEY, _mark(i))]:
            raise Lost(f"still in the pages of the book: {remains}")
        _judge_copies(copies, erased)


def _copies(book: Book) -> Path:
    return folder_in(backups_folder(), book.path, book.about("book_id"))


def _judge_copies(copies: list[Path], erased: set[int]) -> None:
    for copy in copies:
        with closing(whole(copy)) as book:
            if set(store.household_ids(book)) != set(range(1, _HOMES + 1)) - erased:
                raise Lost(f"{copy.name}: somebody else went, or somebody is still there")
        if remains := [i for i in erased if is_found(copy, KEY, _mark(i))]:
            raise Lost(f"still in the pages of {copy.name}: {remains}")
    if len(copies) != 2:
        raise Lost("a copy is gone")
