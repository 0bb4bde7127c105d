"""Open the window on the practice district; where there is no display, write its papers to out/."""

import json
import os
import subprocess
import sys
from pathlib import Path

from kucho_desktop.app.practising import practice_book
from kucho_desktop.core.places import settings_folder

ROOT = Path(__file__).resolve().parents[1]
PROGRAM = str(Path(sys.executable).with_name("kucho-desktop"))
OUT = ROOT / "out"


def has_display() -> bool:
    """Whether a window can be shown. Only X11 and Wayland announce theirs."""
    if sys.platform in ("win32", "darwin"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def find_a_place() -> None:
    """The program's own folder, or build/ for a user who has no home to write in."""
    try:
        settings_folder().mkdir(parents=True, exist_ok=True)
    except OSError:
        os.environ["KUCHO_HOME"] = str(ROOT / "build" / "home")


def answer(*arguments: str) -> str:
    """What the program says; its own sentence, and the end, where it does not go well."""
    done = subprocess.run([PROGRAM, *arguments], stdout=subprocess.PIPE, text=True, check=False)
    if done.returncode:
        raise SystemExit(done.returncode)
    return done.stdout


def write_papers(book: Path) -> None:
    """Every paper that the program has, as PDF in out/."""
    OUT.mkdir(exist_ok=True)
    for paper in json.loads(answer("papers", "--json")):
        pdf = OUT / f"{paper['name']}.pdf"
        answer("print", str(book), paper["name"], "-o", str(pdf))
        print(f"  out/{pdf.name}  {paper['title']}", flush=True)


def main() -> None:
    """Open the window, or say that there is no display and write the papers."""
    find_a_place()
    book, password = practice_book()
    os.environ["KUCHO_PASSWORD"] = password
    print(f"The practice district is {book}; its password is {password}.", flush=True)
    if has_display():
        os.execv(PROGRAM, [PROGRAM, str(book)])
    print("There is no display (neither DISPLAY nor WAYLAND_DISPLAY is set): no window can open.")
    print("Every paper of the practice district goes to out/ instead:", flush=True)
    write_papers(book)


if __name__ == "__main__":
    main()
