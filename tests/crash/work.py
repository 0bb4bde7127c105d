"""What every work that is killed has in common, and how a book is judged that a child left."""

import random
from collections.abc import Iterable
from pathlib import Path

from crash.district import State, begin_district, opened, state_of
from crash.killing import Say

from kucho_desktop.core.book import Book
from kucho_desktop.core.looking_over import look_over

PASSWORD = "あずさの山の清い水"
NAME = "梓野区.kucho"


class Lost(AssertionError):
    """Something that was acknowledged is not there, or something is there that nobody did."""


class Corrupt(AssertionError):
    """The file does not open, or the check finds something wrong with it."""


class Work:
    """longest: seconds until it is killed. per_folder: trials after which one begins anew."""

    longest = 0.05
    per_folder = 40

    def begin(self, folder: Path) -> None:
        """Lay out what there is before the first trial."""
        begin_district(folder / NAME)

    def do(self, folder: Path, say: Say, chance: random.Random) -> None:
        """In the child. What it says is true from then on, whatever happens."""
        raise AssertionError

    def judge(self, folder: Path, said: list[str], chance: random.Random) -> None:
        """In the parent. Raises Lost or Corrupt."""
        raise AssertionError


def whole(path: Path, thoroughly: bool = False) -> Book:
    """Open what a dead child left; everything in it must be right."""
    try:
        book = opened(path)
        problems = book.problems()
        if thoroughly:
            problems += [text for each in look_over(book) for text in each.problems]
    except Exception as error:
        raise Corrupt(f"{path.name}: {error!r}") from error
    if problems:
        book.close()
        raise Corrupt(f"{path.name}: {problems}")
    return book


def judge_edits(book: Book, said: list[State]) -> None:
    """All that was acknowledged is there, and at most what was under way beyond it."""
    now, last = state_of(book), said[-1]
    if now == last:
        return
    if now.steps == last.steps and now.handouts == last.handouts + 1 and now.rows == last.rows:
        return
    beyond = book.tuples("SELECT id FROM step WHERE id > :last", last=last.steps)
    if len(beyond) != 1 or now.handouts != last.handouts:
        raise Lost(f"acknowledged {last}, found {now}")
    book._reverse(now.steps, "undo")
    if state_of(book).rows != last.rows:
        raise Lost(f"beyond what was acknowledged there is more than one step: {last}, {now}")


def states(said: Iterable[str]) -> list[State]:
    return [State.read(line.removeprefix("at ")) for line in said if line.startswith("at ")]
