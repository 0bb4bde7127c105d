"""Open the window on the practice district; where there is no display, write its papers to out/."""

import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PROGRAM = str(Path(sys.executable).with_name("kucho-desktop"))
# No secret: the people of the practice district are invented.
PASSWORD = "practice"
OUT = ROOT / "out"


def practice_folder() -> Path:
    """The user's own data folder where there is one, else build/."""
    data = Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")
    return (
        data if data.is_dir() and os.access(data, os.W_OK) else ROOT / "build"
    ) / "kucho_desktop"


def has_display() -> bool:
    """Whether a window can be shown. Only X11 and Wayland announce theirs."""
    if sys.platform in ("win32", "darwin"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _run(*arguments: str) -> str:
    """What the program answers; its own sentence, and the end, where it does not go well."""
    done = subprocess.run([PROGRAM, *arguments], stdout=subprocess.PIPE, text=True, check=False)
    if done.returncode:
        raise SystemExit(done.returncode)
    return done.stdout


def practice_book() -> Path:
    """梓野区 with its 120 invented households, written the first time."""
    book = practice_folder() / "梓野区.kucho"
    if not book.exists():
        book.parent.mkdir(parents=True, exist_ok=True)
        print(f"Writing the practice district to {book}", file=sys.stderr)
        _run("demo", str(book))
    return book


def write_papers(book: Path) -> None:
    """Every paper that the program has, as PDF in out/."""
    print("There is no display (DISPLAY and WAYLAND_DISPLAY are not set), so no window can open.")
    print("Writing every paper of the practice district to out/ instead:")
    OUT.mkdir(exist_ok=True)
    for paper in json.loads(_run("papers", "--json")):
        pdf = OUT / f"{paper['name']}.pdf"
        _run("print", str(book), paper["name"], "-o", str(pdf))
        print(f"  out/{pdf.name}  {paper['title']}")


def main() -> None:
    """Open the window, or write the papers."""
    os.environ.setdefault("KUCHO_PASSWORD", PASSWORD)
    book = practice_book()
    if not has_display():
        write_papers(book)
        return
    print(f"The password of the practice district is: {os.environ['KUCHO_PASSWORD']}")
    os.execv(PROGRAM, [PROGRAM, str(book)])


if __name__ == "__main__":
    main()
