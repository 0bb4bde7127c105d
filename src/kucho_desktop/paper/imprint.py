"""What every paper says about itself, and what comes out. Light: does not load ReportLab."""

from collections.abc import Container, Mapping
from dataclasses import dataclass, field
from datetime import date

from kucho_desktop.core.audiences import Audience
from kucho_desktop.core.i18n import _

STANDARD_SIZE = 12.0
LARGE_SIZE = 14.0
SMALLEST_BODY = 11.0
"""Body type in points (domain 7.9: 12 and up, 14 for the elderly; never under 11)."""


@dataclass(frozen=True)
class Imprint:
    """What is said in the head and foot of every page.

    association: its name. day: the day as of which the paper speaks. made: the day of making it.
    purpose: what the personal data may be used for, in the association's own words.
    copy_numbers: the numbers of the copies that are made of a personal paper; each number prints
        the paper once. Where a paper falls into parts that go to different people (a group's
        roster each), the numbers are dealt to the parts in turn. Empty: a line to write one on.
    size: of body type in points.
    instead: by name, what is written for it where no font has one of its characters.
    """

    association: str
    audience: Audience
    day: date
    made: date
    purpose: str = ""
    copy_numbers: tuple[int, ...] = ()
    size: float = STANDARD_SIZE
    instead: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Printed:
    """A paper ready to be shown, kept or printed.

    replaced: characters (with their variation selector, if any) that no font has as written;
        where none has the character at all, 〓 stands in its place.
    parts: how many parts go to different people, each with a copy number of its own.
    instead: (name, what was written for it), as its owner chose.
    copies: in order, which number each copy bears (None: none) and how many pages it has.
    notes: what whoever prints it must know, in sentences.
    """

    pdf: bytes
    pages: int
    replaced: tuple[str, ...] = ()
    parts: int = 1
    instead: tuple[tuple[str, str], ...] = ()
    copies: tuple[tuple[int | None, int], ...] = ()
    notes: tuple[str, ...] = ()

    def numbers_on(self, pages: Container[int]) -> tuple[int, ...]:
        """The numbers of the copies of which at least one of these pages (from 0) is a part."""
        numbers, start = [], 0
        for number, count in self.copies:
            if number is not None and any(page in pages for page in range(start, start + count)):
                numbers.append(number)
            start += count
        return tuple(numbers)

    def remarks(self) -> list[str]:
        """What must be known of the characters on this paper and of its printing, in sentences."""
        said = list(self.notes)
        if self.replaced:
            said.append(
                _("No font has these characters as written: {characters}").format(
                    characters=" ".join(self.replaced)
                )
            )
        if self.instead:
            names = [_("{name} as {written}").format(name=a, written=b) for a, b in self.instead]
            said.append(
                _("Written otherwise, as chosen: {names}").format(names=_(", ").join(names))
            )
        return said
