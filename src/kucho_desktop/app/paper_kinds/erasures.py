"""The record of what was erased, on paper."""

from dataclasses import dataclass

from kucho_desktop.app.paper_request import RECORDS, Paper, Request, unnumbered
from kucho_desktop.association.store import years_kept
from kucho_desktop.core.audiences import Audience
from kucho_desktop.core.book import Book
from kucho_desktop.core.erased import erasures
from kucho_desktop.core.i18n import N_
from kucho_desktop.core.ledger import Erasure
from kucho_desktop.paper.imprint import Imprint, Printed


@dataclass(frozen=True)
class Log:
    """Oldest first. years: the rule as it is now."""

    found: tuple[Erasure, ...]
    years: int


def gather_log(book: Book, _request: Request) -> Log:
    return Log(tuple(erasures(book)[::-1]), years_kept(book))


def draw_log(log: Log, imprint: Imprint) -> Printed:
    from kucho_desktop.records import papers

    return papers.erasure_log(log.found, log.years, imprint)


PAPERS = (
    Paper(
        "erasure-log",
        N_("Record of what was erased"),
        (Audience.CHIEF, Audience.OFFICERS),
        gather_log,
        draw_log,
        unnumbered,
        purpose="",
        shelf=RECORDS,
    ),
)
