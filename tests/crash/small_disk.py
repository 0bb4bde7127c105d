"""A real disk of two megabytes that gets full. Run in a namespace of its own, as its root."""

import random
import subprocess
import sys
from contextlib import closing
from pathlib import Path

from crash.district import begin_district, edit, opened, state_of

from kucho_desktop.core import i18n
from kucho_desktop.core.backup import back_up
from kucho_desktop.core.errors import CannotKeep


def main(folder: Path) -> None:
    """Mounts the disk there, fills it, makes room and goes on."""
    i18n.use("ja")
    words = ["mount", "-t", "tmpfs", "-o", "size=2m", "none", str(folder)]
    if subprocess.run(words, capture_output=True, check=False).returncode:
        print("cannot mount")
        return
    filler = folder / "写真"
    filler.write_bytes(bytes(900_000))
    begin_district(folder / "a.kucho")
    print(_until_full(folder))
    filler.unlink()
    with closing(opened(folder / "a.kucho")) as book:
        assert book.problems() == []
        for seed in range(20):
            edit(book, random.Random(seed))
        try:
            back_up(book, folder / "copies")
        except CannotKeep as error:
            print(error)
        assert book.problems() == []
    print("well")


def _until_full(folder: Path) -> str:
    chance = random.Random(1)
    with closing(opened(folder / "a.kucho")) as book:
        last = state_of(book)
        while True:
            try:
                edit(book, chance)
            except CannotKeep as error:
                assert state_of(book) == last
                return str(error)
            last = state_of(book)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
