"""Sheets of A4 with the head and foot that every paper has, filled from the top down."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from kucho_desktop.core.i18n import language
from kucho_desktop.paper import strokes
from kucho_desktop.paper.booklet import sides
from kucho_desktop.paper.document import Document
from kucho_desktop.paper.fitting import Align, fit
from kucho_desktop.paper.frame import Frame
from kucho_desktop.paper.glyphs import Font
from kucho_desktop.paper.imprint import Imprint, Printed
from kucho_desktop.paper.lines import break_lines

MM = 72 / 25.4
A4 = (210 * MM, 297 * MM)
A3 = (A4[1], A4[0] * 2)
A5 = (A4[1] / 2, A4[0])
"""Half an A4 across: a page of a booklet."""
MARGIN = 12 * MM
BINDING = 25 * MM
"""Room for two punched holes, 12 mm from the edge."""
LEADING = 1.6


@dataclass
class Page:
    """What stands on one page between head and foot: ready-made forms below, operators above."""

    forms: list[str] = field(default_factory=list)
    strokes: list[str] = field(default_factory=list)


@dataclass
class Part:
    """Pages that go to one person, counted from one, with a copy number of their own."""

    subtitle: str
    pages: list[Page] = field(default_factory=list)


class Sheet:
    """The pages of one paper. Points from the lower left; `at` is where the next thing begins.

    personal: the paper holds personal data: it is marked so and carries a copy number.
    notices: sentences for the foot of every page, below the purpose.
    binding: a broad margin at the left for the folder.
    booklet: pages of A5, laid two by two on A4 to be folded (see `booklet`).
    on_a3: the sheet is twice as large, for the wall.
    """

    def __init__(
        self,
        title: str,
        imprint: Imprint,
        *,
        subtitle: str = "",
        personal: bool = False,
        numbered: bool = True,
        landscape: bool = False,
        binding: bool = False,
        booklet: bool = False,
        on_a3: bool = False,
        notices: tuple[str, ...] = (),
    ) -> None:
        upright = A5 if booklet else A3 if on_a3 else A4
        page_width, page_height = reversed(upright) if landscape else upright
        paper = (A4[1], A4[0]) if booklet else (page_width, page_height)
        self.size = imprint.size
        self.left = BINDING if binding else MARGIN
        self.right = page_width - MARGIN
        self._imprint = imprint
        self._numbered = personal and numbered
        self._booklet = booklet
        self.document = Document(title, paper, language(), imprint.instead)
        self.lettering = self.document.lettering
        edges = (self.left, MARGIN, self.right, page_height - MARGIN)
        self._frame = Frame(title, imprint, self.lettering, edges, personal, notices)
        self.top = self._frame.top
        self.bottom = self._frame.bottom
        self._parts = [Part(subtitle)]
        self.at = self.top
        self.new_page()

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def room(self) -> float:
        """How much is free below, on this page."""
        return self.at - self.bottom

    @property
    def untouched(self) -> bool:
        """Whether nothing stands on this page yet."""
        return self.at == self.top

    @property
    def page(self) -> Page:
        return self._parts[-1].pages[-1]

    def new_page(self) -> None:
        self._parts[-1].pages.append(Page())
        self.at = self.top

    def new_part(self, subtitle: str) -> None:
        """Go on with pages for somebody else; the first call names the pages begun."""
        part = self._parts[-1]
        if len(part.pages) == 1 and self.untouched and not part.subtitle:
            part.subtitle = subtitle
            return
        self._parts.append(Part(subtitle))
        self.new_page()

    def need(self, height: float) -> None:
        """Begin a new page unless this much is free."""
        if self.room < height and not self.untouched:
            self.new_page()

    def gap(self, lines: float = 0.5) -> None:
        self.at -= lines * self.size

    def draw(self, operators: str) -> None:
        self.page.strokes.append(operators)

    def write(
        self,
        x: float,
        y: float,
        text: str,
        *,
        size: float | None = None,
        font: Font = Font.TABLE,
        align: Align = Align.LEFT,
        width: float | None = None,
        whole: bool = False,
    ) -> float:
        """Write one line with its baseline at y, shrunk into `width`; gives the width used."""
        letters = self.lettering[font]
        fitted = fit(letters, text, size or self.size, width or self.width, whole=whole)
        start = x + ((width or 0.0) - fitted.width) * align.value if width else x
        if not width:
            start = x - fitted.width * align.value
        self.draw(f"BT 1 0 0 1 {start:.2f} {y:.2f} Tm{fitted.operators()} ET")
        return fitted.width

    def paragraph(
        self, text: str, *, size: float | None = None, font: Font = Font.PROSE, indent: float = 0
    ) -> None:
        """Prose over the whole width, broken into lines."""
        size = size or self.size
        for line in break_lines(text, self.width - indent, size, font):
            self.need(size * LEADING)
            self.write(
                self.left + indent,
                self.at - size * (0.5 * LEADING + 0.36),
                line,
                size=size,
                font=font,
            )
            self.at -= size * LEADING

    def heading(self, text: str) -> None:
        """A bold line over a rule, never alone at the foot of a page."""
        size = self.size * 1.15
        self.need(size * 5)
        self.at -= size * 1.3
        self.write(self.left, self.at, text, size=size, font=Font.PROSE_BOLD, width=self.width)
        self.at -= size * 0.4
        self.draw(strokes.line(self.left, self.at, self.right, self.at, strokes.RULE))
        self.at -= size * 0.4

    def printed(self) -> Printed:
        """Close the paper."""
        copies: list[tuple[int | None, int]] = []
        for part, numbers in zip(self._parts, self._dealt_numbers(), strict=True):
            copies += self._print_part(part, numbers)
        pdf, pages = self.document.pdf(), sum(count for _number, count in copies)
        replaced = tuple(self.lettering.replaced)
        instead = tuple(self.lettering.substitutes.used)
        return Printed(pdf, pages, replaced, len(self._parts), instead, tuple(copies))

    def _dealt_numbers(self) -> list[tuple[int | None, ...]]:
        given = self._imprint.copy_numbers if self._numbered else ()
        each = max(1, len(given) // len(self._parts))
        dealt: list[tuple[int | None, ...]] = []
        for place in range(len(self._parts)):
            own: tuple[int | None, ...] = given[place * each : (place + 1) * each]
            dealt.append(own or (None,))
        return dealt

    def _print_part(
        self, part: Part, numbers: tuple[int | None, ...]
    ) -> list[tuple[int | None, int]]:
        """Gives the number of each copy and how many pages it has."""
        frame = f"{self._frame.head(part.subtitle)}\n{self._frame.foot()}"
        framed = Page(strokes=[frame])
        if len(numbers) * len(part.pages) > 1:
            framed = Page([self.document.add_form(frame)])
        bodies = [self._body(page, shared=len(numbers) > 1) for page in part.pages]
        printed = []
        for number in numbers:
            ready = []
            for at, page in enumerate(bodies, 1):
                count = self._frame.numbers(at, len(bodies), number, numbered=self._numbered)
                operators = "\n".join((*framed.strokes, *page.strokes, count))
                ready.append((operators, (*framed.forms, *page.forms)))
            printed.append((number, self._fold(ready) if self._booklet else self._add(ready)))
        return printed

    def _add(self, pages: Sequence[tuple[str, Sequence[str]]]) -> int:
        for operators, forms in pages:
            self.document.add_page(operators, forms)
        return len(pages)

    def _fold(self, pages: Sequence[tuple[str, Sequence[str]]]) -> int:
        """Lay the pages two by two on the sides of a booklet; gives how many sides."""
        kept = [self.document.add_form(operators, forms) for operators, forms in pages]
        laid = sides(len(pages))
        for left, right in laid:
            side = [kept[left]] if left is not None else []
            if right is not None:
                side.append(self.document.add_moved(kept[right], A5[0]))
            self.document.add_page("", side)
        return len(laid)

    def _body(self, page: Page, *, shared: bool) -> Page:
        """Where there are many copies, what stands on a page is kept once for all of them."""
        if not shared:
            return page
        return Page([self.document.add_form("\n".join(page.strokes), page.forms)])
