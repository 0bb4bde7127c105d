"""Erasing that is cut short leaves either before or after."""

import subprocess
import sys
from contextlib import closing
from datetime import date

import pytest
from core.canaries import is_found
from core.erased_street import KEY, fill

from kucho_desktop.app.books import UPKEEP
from kucho_desktop.core import erasing
from kucho_desktop.core.book import Book
from kucho_desktop.core.erased import erase_now, follow, in_book
from kucho_desktop.core.erasing import Whom
from kucho_desktop.households import store


@pytest.fixture
def place(tmp_path):
    return tmp_path / "梓野区.kucho"


@pytest.fixture
def kept(place, today):
    with closing(Book(place, KEY, upkeep=UPKEEP, today=today)) as book:
        fill(book)
        yield book


def the_gone(book: Book) -> Whom:
    return Whom(frozenset({2}))


@pytest.mark.parametrize("cut", range(1, 130, 8))
def test_cut_short_it_leaves_either_before_or_after(kept, place, cut, monkeypatch):
    """The n-th statement fails, as where the disk is full or the power goes."""
    counted = []

    def stop() -> int:
        counted.append(1)
        return int(len(counted) >= cut)

    before = kept.tuples("SELECT count(*) FROM entry")
    kept._db.set_progress_handler(stop, 400)
    try:
        erase_now(kept, the_gone(kept), 5)
    except Exception:  # noqa: BLE001
        kept._db.set_progress_handler(None, 0)
        if in_book(kept).erasures:
            assert erasing.is_unclean(kept)
            follow(kept, in_book(kept))
        else:
            assert kept.tuples("SELECT count(*) FROM entry") == before
            assert store.household(kept, 2, date(2019, 1, 1)) is not None
            store.change_household(kept, 1, "phone", "0263-72-1111")
            assert kept.undo_label()
            return
    kept._db.set_progress_handler(None, 0)
    assert not is_found(place, KEY)


DIES = """
import os, sys
from pathlib import Path
from kucho_desktop.app.books import UPKEEP
from kucho_desktop.core.book import Book
from kucho_desktop.core.erased import erase_now
from kucho_desktop.core.erasing import Whom

book = Book(Path(sys.argv[1]), bytes(range(32)), upkeep=UPKEEP)
left = [int(sys.argv[2])]


def die():
    left[0] -= 1
    if not left[0]:
        os._exit(9)
    return 0


book.examine(lambda db: db.set_progress_handler(die, 300))
erase_now(book, Whom(frozenset({2})), 5)
os._exit(0)
"""


@pytest.mark.parametrize("cut", [5, 60, 120, 143, 147, 152, 156, 9999])
def test_killed_in_the_midst_it_is_either_before_or_after(kept, place, cut):
    """Without closing anything, as when the power goes; the next opening finishes the work."""
    kept.close()
    subprocess.run([sys.executable, "-c", DIES, str(place), str(cut)], check=False, timeout=60)
    with closing(Book(place, KEY, upkeep=UPKEEP)) as book:
        is_before = not in_book(book).erasures
        assert book.problems() == []
        assert (store.household(book, 2, date(2019, 1, 1)) is not None) is is_before
        follow(book, in_book(book))
    assert is_found(place, KEY) is is_before
