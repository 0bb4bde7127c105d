"""Every paper: found by its name, gathered for an audience, drawn, and noted when it goes out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from kucho_desktop.app.paper_kinds import addresses as address_papers
from kucho_desktop.app.paper_kinds import ages as age_papers
from kucho_desktop.app.paper_kinds import calendar as calendar_papers
from kucho_desktop.app.paper_kinds import call_cards as card_papers
from kucho_desktop.app.paper_kinds import calls as call_papers
from kucho_desktop.app.paper_kinds import circulars as circular_papers
from kucho_desktop.app.paper_kinds import contacts as contact_papers
from kucho_desktop.app.paper_kinds import deliveries as delivery_papers
from kucho_desktop.app.paper_kinds import erasures as erasure_papers
from kucho_desktop.app.paper_kinds import figures as figure_papers
from kucho_desktop.app.paper_kinds import handouts as handout_papers
from kucho_desktop.app.paper_kinds import households as household_papers
from kucho_desktop.app.paper_kinds import lists as list_papers
from kucho_desktop.app.paper_kinds import officers as officer_papers
from kucho_desktop.app.paper_kinds import posts as post_papers
from kucho_desktop.app.paper_kinds import records as record_papers
from kucho_desktop.app.paper_kinds import rounds as round_papers
from kucho_desktop.app.paper_kinds import turns as turn_papers
from kucho_desktop.app.paper_request import Paper, Request
from kucho_desktop.association.store import the_association
from kucho_desktop.core.audiences import Audience
from kucho_desktop.core.book import Book
from kucho_desktop.core.errors import NotAllowed
from kucho_desktop.core.handouts import log_handout, next_copy
from kucho_desktop.core.i18n import _
from kucho_desktop.households.store import substitutes
from kucho_desktop.paper.imprint import STANDARD_SIZE, Imprint, Printed


@dataclass(frozen=True)
class Draft:
    """A paper gathered and ready to be drawn, here or in another process."""

    paper: str
    gathered: Any
    imprint: Imprint
    request: Request = field(default_factory=Request)


_PAPERS: tuple[Paper, ...] = (
    *household_papers.PAPERS,
    *officer_papers.PAPERS,
    *turn_papers.PAPERS,
    *post_papers.PAPERS,
    *call_papers.PAPERS,
    *card_papers.PAPERS,
    *contact_papers.PAPERS,
    *address_papers.PAPERS,
    *age_papers.PAPERS,
    *figure_papers.PAPERS,
    *list_papers.PAPERS,
    *calendar_papers.PAPERS,
    *circular_papers.PAPERS,
    *delivery_papers.PAPERS,
    *record_papers.PAPERS,
    *handout_papers.PAPERS,
    *erasure_papers.PAPERS,
    *round_papers.PAPERS,
)
"""Every room's papers; a shelf keeps their order."""


def all_papers() -> Sequence[Paper]:
    return _PAPERS


def paper_named(name: str) -> Paper:
    """Raises NotAllowed, naming the papers that there are."""
    for paper in _PAPERS:
        if paper.name == name:
            return paper
    known = ", ".join(paper.name for paper in _PAPERS)
    raise NotAllowed(
        _("There is no paper {name}. There are: {known}").format(name=name, known=known)
    )


def draft(book: Book, name: str, request: Request) -> Draft:
    """Gather a paper for an audience that it is meant for; the copies bear their next numbers."""
    paper = paper_named(name)
    audience = request.audience or paper.audiences[0]
    if audience not in paper.audiences:
        meant = ", ".join(each.title for each in paper.audiences)
        raise NotAllowed(
            _("“{paper}” is not made for {audience}. It is made for: {meant}").format(
                paper=paper.title, audience=audience.title, meant=meant
            )
        )
    asked = request.for_paper(book, audience)
    gathered = paper.gather(book, asked)
    association = the_association(book, asked.day)
    purpose = {"roster": association.roster_purpose, "form": association.form_purpose}
    first, count = next_copy(book, name), paper.parts(gathered) * asked.copies
    imprint = Imprint(
        association.name,
        audience,
        asked.day or book.today,
        book.today,
        purpose.get(paper.purpose, ""),
        tuple(range(first, first + count)),
        asked.size,
        substitutes(book),
    )
    return Draft(name, gathered, imprint, asked)


def draw(made: Draft) -> Printed:
    """Pure: may run in a worker or in another process."""
    return paper_named(made.paper).draw(made.gathered, made.imprint)


def why_not_out(book: Book, made: Draft) -> str:
    """Why this paper may only be looked at; empty if it may go out."""
    if not (made.imprint.copy_numbers and book.read_only):
        return ""
    return _(
        "Whoever is given this paper stands in the hand-out log, and the book is open for reading"
        " only. To print it, please close the book here and open it for writing."
    )


def note_handout(
    book: Book, made: Draft, *, for_whom: str = "", numbers: Sequence[int] | None = None
) -> None:
    """Write in the hand-out log that the numbered copies are out.

    numbers: of the copies that were printed, where only some pages were; a line for each run.
    """
    for run in _runs(made.imprint.copy_numbers if numbers is None else numbers):
        log_handout(
            book,
            made.paper,
            made.imprint.audience,
            for_whom=for_whom or made.imprint.audience.title,
            purpose=made.imprint.purpose,
            copies=len(run),
            who=_who_is_on(made, run),
            first=run[0],
        )


def _runs(numbers: Sequence[int]) -> list[list[int]]:
    """Numbers that follow each other, together."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and runs[-1][-1] + 1 == number:
            runs[-1].append(number)
        else:
            runs.append([number])
    return runs


def _who_is_on(made: Draft, numbers: Sequence[int]) -> set[int]:
    """The households that stand on the copies with these numbers."""
    paper, dealt = paper_named(made.paper), made.imprint.copy_numbers
    parts = [set(part) for part in paper.who(made.gathered)]
    if len(parts) != paper.parts(made.gathered):
        return set().union(*parts)
    each = len(dealt) // len(parts)
    return set().union(*(parts[(number - dealt[0]) // each] for number in numbers))


def _refuse_unknown(paper: Paper, options: Mapping[str, str]) -> None:
    known = [option.name for option in paper.options]
    for name in options:
        if name not in known:
            raise NotAllowed(
                _("“{paper}” has no option {name}. It has: {known}").format(
                    paper=paper.title, name=name, known=", ".join(known) or "-"
                )
            )


def make_paper(
    book: Book,
    name: str,
    *,
    audience: Audience | None = None,
    day: date | None = None,
    options: Mapping[str, str] | None = None,
    size: float = STANDARD_SIZE,
    copies: int = 1,
) -> Printed:
    """Gather, draw and log a paper in one go, for the command line."""
    _refuse_unknown(paper_named(name), options or {})
    made = draft(book, name, Request(audience, day, options or {}, size, copies))
    refused = why_not_out(book, made)
    if refused:
        raise NotAllowed(refused)
    printed = draw(made)
    note_handout(book, made)
    return printed
