"""The roster as PDF: against the least that can write the same texts, and against LibreOffice."""

import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from tests.bench import libreoffice, raw_pdf
from tests.bench.districts import FOLDER, PASSWORD, ROOT, copied, opened
from tests.bench.measure import Line, ahead, beside, in_turn, noted, surroundings, timed, under

from kucho_desktop.app.paper_request import Request
from kucho_desktop.app.papers import Draft, draft, draw
from kucho_desktop.core.keys import read_slots

SIZES = (300, 3_000, 30_000)
FACE = ROOT / "resources" / "fonts" / "BIZUDGothic-Regular.ttf"
FIELDS = ("number", "membership", "head", "kana", "yago", "members", "address", "phone", "mobile")
# How many times longer LibreOffice should take: for one more document once it runs, and in all.
IN_THE_PROGRAM = {300: 10, 3_000: 15, 30_000: 25}
AS_A_PROCESS = {300: 2, 3_000: 7, 30_000: 15}


def _texts(made: Draft) -> list[tuple[str, ...]]:
    return [
        tuple(record.text(name).replace("\n", " ") for name in FIELDS)
        for group in made.gathered.groups
        for record in group.households.records
    ]


def _whole_process(households: int, folder: Path) -> float:
    with copied(households) as book:
        key = read_slots(book).open(PASSWORD).hex()
        command = [sys.executable, "-m", "tests.bench.our_process", "print", str(book)]
        command += ["roster-officers", "-o", str(folder / "out.pdf")]
        given = surroundings(KUCHO_PASSWORD=PASSWORD, BENCH_KEY=key)
        begun = time.perf_counter()
        subprocess.run(command, check=True, cwd=ROOT, env=given)
        return (time.perf_counter() - begun) * 1000


def _against_libreoffice(
    households: int, texts: list[tuple[str, ...]], drawn: float, folder: Path
) -> Iterator[Line]:
    soffice = libreoffice.program()
    if soffice is None:
        return
    tables = [folder / "one.xlsx", folder / "two.xlsx"]
    for table in tables:
        libreoffice.workbook(table, texts)
    libreoffice.print_to_pdf(soffice, tables[:1], folder)
    took = in_turn(
        {
            "one": lambda: libreoffice.print_to_pdf(soffice, tables[:1], folder),
            "two": lambda: libreoffice.print_to_pdf(soffice, tables, folder),
            "ours": lambda: _whole_process(households, folder),
        },
        rounds=1 if households > 3_000 else 3,
    )
    what = f"roster of {households:,}"
    one_more = max(took["two"] - took["one"], 1)
    name, goals = "LibreOffice", (IN_THE_PROGRAM[households], AS_A_PROCESS[households])
    yield ahead(f"{what} drawn, LibreOffice running", drawn, one_more, goals[0], name)
    yield ahead(f"{what}, whole process", took["ours"], took["one"], goals[1], name)


def _lines_for(households: int, folder: Path, drawn: dict[int, float]) -> Iterator[Line]:
    with opened(households) as book:
        gathered = in_turn(
            {"": lambda: timed(lambda: draft(book, "roster-officers", Request()))}, 3
        )
        made = draft(book, "roster-officers", Request())
    texts = _texts(made)
    rows_on_a_page = max(1, round(households / draw(made).pages))
    took = in_turn(
        {
            "ours": lambda: timed(lambda: draw(made)),
            "raw": lambda: timed(lambda: raw_pdf.table(texts, FACE, rows_on_a_page, 8)),
        },
        rounds=3 if households > 3_000 else 7,
    )
    drawn[households] = took["ours"]
    what = f"roster of {households:,}"
    yield noted(f"{what} gathered from the book", gathered[""])
    yield beside(f"{what} drawn", took["ours"], took["raw"], 1.7, "the raw floor")
    yield from _against_libreoffice(households, texts, took["ours"], folder)


def lines() -> Iterator[Line]:
    """Every size; then whether time grows with it and no faster."""
    drawn: dict[int, float] = {}
    FOLDER.mkdir(parents=True, exist_ok=True)
    for households in SIZES:
        with tempfile.TemporaryDirectory(dir=FOLDER) as scratch:
            yield from _lines_for(households, Path(scratch), drawn)
    yield under("roster: 30,000 drawn ÷ 3,000 drawn", drawn[30_000] / drawn[3_000], 11, "×")
