"""Address labels and envelopes for 3,000 households: time a page, and against LibreOffice."""

import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from tests.bench import label_workbook, libreoffice
from tests.bench.districts import FOLDER, PASSWORD, ROOT, copied, opened
from tests.bench.measure import Line, ahead, compared, in_turn, noted, surroundings, timed, under

from kucho_desktop.app.paper_request import Request
from kucho_desktop.app.papers import Draft, draft, draw
from kucho_desktop.core.book import Book
from kucho_desktop.core.keys import read_slots
from kucho_desktop.paper.stationery import sheet_named

HOUSEHOLDS = 3_000
SHEET = "24-66x34"
PAPERS = {
    "labels": ("address-labels", {"sheet": SHEET, "list": "all"}),
    "envelopes, downward": ("envelopes", {"stock": "naga3", "list": "all"}),
}
A_PAGE = 1.1
AHEAD = 10


def _whole_process(folder: Path) -> float:
    with copied(HOUSEHOLDS) as book:
        key = read_slots(book).open(PASSWORD).hex()
        command = [sys.executable, "-m", "tests.bench.our_process", "print", str(book)]
        command += ["address-labels", "-o", str(folder / "out.pdf")]
        command += ["--option", f"sheet={SHEET}", "--option", "list=all"]
        given = surroundings(KUCHO_PASSWORD=PASSWORD, BENCH_KEY=key)
        begun = time.perf_counter()
        subprocess.run(command, check=True, cwd=ROOT, env=given, capture_output=True)
        return (time.perf_counter() - begun) * 1000


def _texts(made: Draft) -> list[tuple[str, ...]]:
    found = []
    for letter in made.gathered.letters.all:
        to = letter.to
        place = (part for part in (to.postal_code, to.address, to.building) if part)
        found.append((*place, "　".join((to.names[0].name, to.names[0].title))))
    return found


def _against_libreoffice(made: Draft, drawn: float, folder: Path) -> Iterator[Line]:
    soffice = libreoffice.program()
    if soffice is None:
        return
    documents = [folder / "one.xlsx", folder / "two.xlsx"]
    for document in documents:
        label_workbook.labels(document, _texts(made), sheet_named(SHEET))
    libreoffice.print_to_pdf(soffice, documents[:1], folder)
    took = in_turn(
        {
            "one": lambda: libreoffice.print_to_pdf(soffice, documents[:1], folder),
            "two": lambda: libreoffice.print_to_pdf(soffice, documents, folder),
            "ours": lambda: _whole_process(folder),
        },
        rounds=5,
    )
    one_more = max(took["two"] - took["one"], 1)
    what = f"labels for {HOUSEHOLDS:,}"
    yield ahead(f"{what} drawn, LibreOffice running", drawn, one_more, AHEAD, "LibreOffice")
    whole = f"{what}, whole process (with reading the book)"
    yield compared(whole, took["ours"], took["one"], "LibreOffice")


def _measured(book: Book, what: str, drawn: dict[str, tuple[Draft, float]]) -> Iterator[Line]:
    paper, options = PAPERS[what]
    request = Request(options=options)
    gathered = in_turn({"": lambda: timed(lambda: draft(book, paper, request))}, 3)
    made = draft(book, paper, request)
    pages = draw(made).pages
    took = in_turn({"": lambda: timed(lambda: draw(made))}, 5)
    drawn[what] = (made, took[""])
    yield noted(f"{what} for {HOUSEHOLDS:,} gathered from the book", gathered[""])
    yield under(f"{what} for {HOUSEHOLDS:,}: a page", took[""] / pages, A_PAGE)


def lines() -> Iterator[Line]:
    """Time a page of each paper; then the labels beside LibreOffice's."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    drawn: dict[str, tuple[Draft, float]] = {}
    with opened(HOUSEHOLDS) as book:
        for what in PAPERS:
            yield from _measured(book, what, drawn)
    with tempfile.TemporaryDirectory(dir=FOLDER) as scratch:
        yield from _against_libreoffice(*drawn["labels"], Path(scratch))
