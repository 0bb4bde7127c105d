"""Every paper: for whom, what may be chosen, how it is gathered from the book and drawn."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from kucho_desktop.app import household_papers as households
from kucho_desktop.app.paper_request import PaperOption, Request
from kucho_desktop.association.store import the_association
from kucho_desktop.core.audiences import Audience
from kucho_desktop.core.book import Book
from kucho_desktop.core.errors import NotAllowed
from kucho_desktop.core.handouts import log_handout, next_copy
from kucho_desktop.core.i18n import N_, _
from kucho_desktop.paper.imprint import STANDARD_SIZE, Imprint, Printed


@dataclass(frozen=True)
class Paper:
    """One kind of paper. `gather` reads the book, `draw` is pure and may run anywhere.

    audiences: the first one is the usual one. purpose: which sentence stands at its foot.
    parts: how many differently numbered parts the gathered data will make (0: not numbered).
    """

    name: str
    label: str
    audiences: tuple[Audience, ...]
    gather: Callable[[Book, Request], Any]
    draw: Callable[[Any, Imprint], Printed]
    parts: Callable[[Any], int]
    options: tuple[PaperOption, ...] = ()
    purpose: str = "roster"

    @property
    def title(self) -> str:
        """The paper's name in the user's language."""
        return _(self.label)

    def as_said(self) -> dict[str, Any]:
        """For the command line."""
        return {
            "name": self.name,
            "title": self.title,
            "audience": self.audiences[0].value,
            "audiences": [audience.value for audience in self.audiences],
            "options": [option.as_said() for option in self.options],
        }


@dataclass(frozen=True)
class Draft:
    """A paper gathered and ready to be drawn, here or in another process."""

    paper: str
    gathered: Any
    imprint: Imprint
    request: Request = field(default_factory=Request)


def _unnumbered(_gathered: Any) -> int:
    return 0


_PAPERS = (
    Paper(
        "roster-members",
        N_("Roster of members"),
        (Audience.EVERY_HOUSEHOLD, Audience.NOTICE_BOARD),
        households.gather_members,
        households.draw_members,
        households.one_part,
        (households.ORDER,),
    ),
    Paper(
        "roster-officers",
        N_("Roster of members, for officers"),
        (Audience.OFFICERS, Audience.CHIEF, Audience.DISASTER),
        households.gather_officers,
        households.draw_officers,
        households.one_part,
        (households.ORDER,),
    ),
    Paper(
        "group-roster",
        N_("Roster of each group"),
        (Audience.GROUP_LEADER, Audience.OFFICERS, Audience.EVERY_HOUSEHOLD),
        households.gather_group_rosters,
        households.draw_group_rosters,
        households.part_per_group,
        (households.GROUP,),
    ),
    Paper(
        "household-sheet",
        N_("Household sheet"),
        (Audience.PERSON,),
        households.gather_sheets,
        households.draw_sheets,
        _unnumbered,
        (households.GROUP, households.HOUSEHOLD, households.BLANK, households.RETURN_BY),
        purpose="form",
    ),
    Paper(
        "population-report",
        N_("Households and population"),
        (Audience.CITY, Audience.CHIEF, Audience.OFFICERS, Audience.NOTICE_BOARD),
        households.gather_population,
        households.draw_population,
        _unnumbered,
        purpose="",
    ),
)


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


def note_handout(book: Book, made: Draft, *, for_whom: str = "") -> None:
    """Write in the hand-out log that the numbered copies are out."""
    if made.imprint.copy_numbers:
        log_handout(
            book,
            made.paper,
            made.imprint.audience,
            for_whom=for_whom or made.imprint.audience.title,
            purpose=made.imprint.purpose,
            copies=len(made.imprint.copy_numbers),
        )


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
