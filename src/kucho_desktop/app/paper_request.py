"""What is asked of a paper: for whom, as of when, how large, how many, and its own options."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from kucho_desktop.core.audiences import Audience
from kucho_desktop.core.book import Book
from kucho_desktop.core.i18n import _
from kucho_desktop.paper.imprint import STANDARD_SIZE

Choices = Sequence[tuple[str, str]]


@dataclass(frozen=True)
class PaperOption:
    """Something to choose on a paper. kind: "choice", "flag" or "date".

    choices: (value, words) as the book has them; the first one holds unless another is chosen.
    """

    name: str
    label: str
    kind: str = "choice"
    choices: Callable[[Book], Choices] | None = None

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
