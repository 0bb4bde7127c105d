"""What is killed: each work is done by a child in a folder, and judged when the child is dead.

A further work is one more class and one more line in WORKS.
"""

import random
import shutil
import threading
from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path

from crash import older
from crash.district import KEY, State, edit, opened, state_of
from crash.erasing import Erasing
from crash.killing import Say
from crash.work import NAME, PASSWORD, Corrupt, Lost, Work, judge_edits, states, whole

from kucho_desktop.app.books import UPKEEP, open_book
from kucho_desktop.core import keys
from kucho_desktop.core.backup import back_up, logs_of
from kucho_desktop.core.book import Book
from kucho_desktop.core.kept_copies import copies_in
from kucho_desktop.core.keys import key_file_of
from kucho_desktop.core.rekey import rekey
from kucho_desktop.core.restoring import put_back


class Editing(Work):
    """Steps of every kind, opening and closing now and then."""

    longest = 0.04

    def do(self, folder: Path, say: Say, chance: random.Random) -> None:
        while True:
            book = opened(folder / NAME)
            say(f"at {state_of(book)}")
            for _time in range(chance.randrange(30)):
                edit(book, chance)
                say(f"at {state_of(book)}")
            book.close()

    def judge(self, folder: Path, said: list[str], chance: random.Random) -> None:
        with closing(whole(folder / NAME, thoroughly=chance.random() < 0.1)) as book:
            judge_edits(book, states(said))


class BackingUp(Work):
    """Copies one after the other, while the chief goes on working."""

    longest = 0.08
    per_folder = 15

    def begin(self, folder: Path) -> None:
        super().begin(folder)
        keys.write_slots(folder / NAME, "a1b2", PASSWORD, KEY)

    def do(self, folder: Path, say: Say, chance: random.Random) -> None:
        book = opened(folder / NAME)
        say(f"at {state_of(book)}")
        threading.Thread(target=_copy_for_ever, args=(book, folder / "copies", say)).start()
        while True:
            edit(book, chance)
            say(f"at {state_of(book)}")

    def judge(self, folder: Path, said: list[str], chance: random.Random) -> None:
        known = states(said)
        with closing(whole(folder / NAME)) as book:
            last = state_of(book)
            judge_edits(book, known)
        copies = [copy.path for copy in copies_in(folder / "copies")]
        for line in said:
            if line.startswith("copy ") and line[5:] not in {copy.name for copy in copies}:
                raise Lost(f"{line}: the copy is not there")
        seen = folder / "seen"
        before = set(seen.read_text().split()) if seen.exists() else set()
        for copy in copies:
            if copy.name not in before:
                _judge_copy(copy, {*known, last})
        seen.write_text(" ".join(copy.name for copy in copies))


def _copy_for_ever(book: Book, folder: Path, say: Say) -> None:
    while True:
        say(f"copy {back_up(book, folder).name}")


def _judge_copy(copy: Path, known: set[State]) -> None:
    if keys.KeyFile.read(key_file_of(copy)).open(PASSWORD) != KEY:
        raise Corrupt(f"{copy.name}: its slots")
    with closing(whole(copy)) as book:
        if state_of(book) not in known:
            raise Lost(f"{copy.name} is no state that the book was ever in")


class GoingBack(Work):
    """A copy takes the place of the book; what lay there stays beside it."""

    longest = 0.05
    per_folder = 12

    def begin(self, folder: Path) -> None:
        super().begin(folder)
        chance = random.Random(1)
        keys.write_slots(folder / NAME, "a1b2", PASSWORD, KEY)
        with closing(opened(folder / NAME)) as book:
            for _time in range(2):
                back_up(book, folder / "copies")
                for _step in range(5):
                    edit(book, chance)
        (folder / "known").write_text("\n".join(map(str, _known_in(folder))))

    def do(self, folder: Path, say: Say, chance: random.Random) -> None:
        copy = chance.choice(copies_in(folder / "copies"))
        say("began")
        keeps = chance.random() < 0.5
        put_back(copy.path, folder / NAME, KEY, UPKEEP, now=datetime.now(), keeps_slots=keeps)
        say(f"is {copy.path.name}")

    def judge(self, folder: Path, said: list[str], chance: random.Random) -> None:
        known = {State.read(line) for line in (folder / "known").read_text().splitlines()}
        path = folder / NAME
        with closing(whole(path)) as book:
            now = state_of(book)
        if now not in known:
            raise Lost(f"{now} is neither what was there nor a copy")
        for line in said:
            if line.startswith("is "):
                with closing(opened(folder / "copies" / line[3:], read_only=True)) as copy:
                    if state_of(copy) != now:
                        raise Lost("the copy is not in place")
        kept = [each for each in folder.glob("*.kucho") if each != path and "part" not in each.name]
        _must_open(path)
        if said and said[-1].startswith("is ") and not kept:
            raise Lost("what was there before was not kept")
        for each in folder.glob("*戻す前*"):
            each.unlink()


def _known_in(folder: Path) -> list[State]:
    found = []
    for path in (folder / NAME, *(copy.path for copy in copies_in(folder / "copies"))):
        with closing(opened(path, read_only=True)) as book:
            found.append(state_of(book))
    return found


def _must_open(path: Path) -> None:
    """By the password, as the user does."""
    try:
        open_book(path, PASSWORD).close()
    except Exception as error:
        raise Corrupt(f"the password no longer opens it: {error!r}") from error


class Renewing(Work):
    """A new key."""

    longest = 0.06
    per_folder = 12

    def begin(self, folder: Path) -> None:
        super().begin(folder)
        keys.write_slots(folder / NAME, "a1b2", PASSWORD, KEY)
        with closing(opened(folder / NAME)) as book:
            (folder / "known").write_text(str(state_of(book)))
            back_up(book, folder / "copies")

    def do(self, folder: Path, say: Say, chance: random.Random) -> None:
        say("began")
        rekey(folder / NAME, PASSWORD)
        say("done")

    def judge(self, folder: Path, said: list[str], chance: random.Random) -> None:
        path = folder / NAME
        _must_open(path)
        with closing(open_book(path, PASSWORD)) as book:
            if problems := book.problems():
                raise Corrupt(str(problems))
            if state_of(book) != State.read((folder / "known").read_text()):
                raise Lost("the book is not as it was before it got a new key")
            with closing(book.opens_here(copies_in(folder / "copies")[0].path)) as copy:
                if state_of(copy) != state_of(book):
                    raise Lost("the older copy does not open from inside the book")
        if len(keys.read_slots(path).all_keys(PASSWORD)) != 1:
            raise Corrupt("two keys are left in the slots")
        left = {each.name for each in folder.glob(f"{NAME}*")} - {NAME, f"{NAME}.keys"}
        if left:
            raise Corrupt(f"left over: {left}")


class Upgrading(Work):
    """A book of an older program is brought up to date."""

    longest = 0.08
    per_folder = 1

    def begin(self, folder: Path) -> None:
        shutil.copyfile(older.book_of(random.choice(older.SCHEMAS)), folder / NAME)

    def do(self, folder: Path, say: Say, chance: random.Random) -> None:
        say("began")
        opened(folder / NAME).close()

    def judge(self, folder: Path, said: list[str], chance: random.Random) -> None:
        path = folder / NAME
        for copy in folder.glob(f"{NAME}.v*"):
            if not copy.name.endswith((".part", ".part-journal", ".part-wal", ".part-shm")):
                number = int(copy.name.rpartition(".v")[2])
                if problem := older.problem_with_copy(copy, number):
                    raise Corrupt(problem)
        with closing(whole(path, thoroughly=True)) as book:
            number = older.age_of(next(iter(folder.glob(f"{NAME}.v*")), None))
            if number is None:
                raise Lost("there is no copy of the book as it was")
            if problem := older.problem_with_upgraded(book, number):
                raise Lost(problem)
        with suppress(FileNotFoundError):
            for left in logs_of(path):
                left.unlink()


WORKS: dict[str, Work] = {
    "editing": Editing(),
    "backup": BackingUp(),
    "restore": GoingBack(),
    "rekey": Renewing(),
    "migration": Upgrading(),
    "erasure": Erasing(),
}
"""By the name that `make crash` shows."""
