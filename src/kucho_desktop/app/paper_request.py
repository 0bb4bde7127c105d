"""What a paper is, and what is asked of it: for whom, as of when, how large, how many."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from kucho_desktop.core.audiences import Audience
from kucho_desktop.core.book import Book
from kucho_desktop.core.errors import NotAllowed
from kucho_desktop.core.i18n import N_, _
from kucho_desktop.paper.imprint import STANDARD_SIZE, Imprint, Printed

Choices = Sequence[tuple[str, str]]

ROSTERS, OFFICES, CONTACTS, FORMS, ADDRESSES, FIGURES, RECORDS, PLANS, CIRCULARS = (
    N_("Rosters and lists"),
    N_("Posts and officers"),
    N_("Contacts"),
    N_("Forms to fill in"),
    N_("Labels and envelopes"),
    N_("Figures"),
    N_("Changes and records"),
    N_("Events and dates"),
    N_("Letters and circulars"),
)
"""The shelves on which the papers lie."""


@dataclass(frozen=True)
class PaperOption:
    """Something to choose on a paper. kind: "choice", "flag" or "date".

    choices: (value, words) as the book has them; the first one holds unless another is chosen.
    other: what a value is called that is none of them, but that the page before hands over.
    """

    name: str
    label: str
    kind: str = "choice"
    choices: Callable[[Book], Choices] | None = None
    other: str = ""

    @property
    def title(self) -> str:
        """What is chosen, in the user's language."""
        return _(self.label)

    def as_said(self) -> dict[str, Any]:
        """For the command line."""
        return {"name": self.name, "title": self.title, "kind": self.kind}


@dataclass(frozen=True)
class Request:
    """size: body type in points. copies: how many of each part."""

    audience: Audience | None = None
    day: date | None = None
    options: Mapping[str, str] = field(default_factory=dict)
    size: float = STANDARD_SIZE
    copies: int = 1

    def for_paper(self, book: Book, audience: Audience) -> "Request":
        """With nothing left open; no copy is no paper, so that it is one at least."""
        day, copies = self.day or book.today, max(self.copies, 1)
        return replace(self, audience=audience, day=day, copies=copies)

    @property
    def on(self) -> date:
        assert self.day is not None
        return self.day

    @property
    def whom(self) -> Audience:
        assert self.audience is not None
        return self.audience


def _nobody(_gathered: Any) -> Iterable[Iterable[int]]:
    """For papers without personal data, and for those that stay with the household itself."""
    return ()


@dataclass(frozen=True)
class Paper:
    """One kind of paper. `gather` reads the book, `draw` is pure and may run anywhere.

    audiences: the first one is the usual one. purpose: which sentence stands at its foot.
    shelf: under which heading it is offered. who: the ids of the households that stand on each of
    its parts.
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
    shelf: str = ROSTERS
    who: Callable[[Any], Iterable[Iterable[int]]] = _nobody

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


def unnumbered(_gathered: Any) -> int:
    """For papers without personal data, and for a household's own."""
    return 0


_LARGEST = 2**63
"""Ids are smaller."""


def number_of(typed: str) -> int | None:
    """The id that an option names; none if it is left open."""
    if not typed:
        return None
    if not typed.isdecimal() or int(typed) >= _LARGEST:
        raise NotAllowed(_("“{typed}” is not a number.").format(typed=typed))
    return int(typed)


def chosen(request: Request, option: PaperOption, book: Book) -> str:
    """What is chosen, the first if nothing is. Raises NotAllowed for what is not offered."""
    assert option.choices is not None
    offered = [value for value, _words in option.choices(book)]
    typed = request.options.get(option.name, "") or offered[0]
    if typed not in offered:
        known = ", ".join(filter(None, offered))
        raise NotAllowed(_("“{typed}” is not one of: {known}").format(typed=typed, known=known))
    return typed
