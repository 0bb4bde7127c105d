"""Labels, envelopes and postcards: what is asked of each, and what it takes from the book."""

from collections.abc import Iterable
from dataclasses import replace

from kucho_desktop.app.paper_kinds.households import GROUP, HOUSEHOLD, group_asked
from kucho_desktop.app.paper_kinds.lists import LIST, list_named
from kucho_desktop.app.paper_request import (
    ADDRESSES,
    Choices,
    Paper,
    PaperOption,
    Request,
    chosen,
    number_of,
    unnumbered,
)
from kucho_desktop.core.audiences import Audience
from kucho_desktop.core.book import Book
from kucho_desktop.core.errors import NotAllowed
from kucho_desktop.core.i18n import N_, _
from kucho_desktop.households.model.addresses import (
    CONTENTS,
    HONOURS,
    NOBODY,
    TO,
    HowAddressed,
    LabelRun,
    LetterRun,
    Letters,
    answers_to,
)
from kucho_desktop.households.model.lists.wanted import HouseholdList
from kucho_desktop.households.store.addresses import letters_for, sender_of
from kucho_desktop.paper.imprint import Imprint, Printed
from kucho_desktop.paper.printers import Shift, shift_of
from kucho_desktop.paper.stationery import (
    FARTHEST,
    STEP,
    WAYS,
    label_sheets,
    sheet_named,
    stock_named,
    stocks,
)

_AUDIENCES = (Audience.CHIEF, Audience.OFFICERS)
"""Those who send what the association sends; nobody is told anything by his own address."""
_ALL = "all"
_YES = ("1", "yes", "true")


def _lists(book: Book) -> Choices:
    assert LIST.choices is not None
    _everybody, *lists = LIST.choices(book)
    return (("", _("Members, shops and offices")), (_ALL, _("All households")), *lists)


def _households(book: Book) -> Choices:
    assert HOUSEHOLD.choices is not None
    _everybody, *households = HOUSEHOLD.choices(book)
    return (("", _("(all of the list)")), *households)


def _to(_book: Book) -> Choices:
    return tuple((code, _(label)) for code, label in TO)


def _honours(_book: Book) -> Choices:
    return tuple((code, _(label)) for code, label in HONOURS)


def _contents(_book: Book) -> Choices:
    return tuple((code, _(label)) for code, label in CONTENTS)


def _sheets(_book: Book) -> Choices:
    return tuple((each.name, each.title) for each in label_sheets())


def _stocks(_book: Book) -> Choices:
    return tuple((each.name, each.title) for each in stocks())


def _ways(_book: Book) -> Choices:
    return tuple((code, _(label)) for code, label in WAYS)


def _starts(_book: Book) -> Choices:
    most = max(sheet.faces for sheet in label_sheets())
    return tuple(
        (str(face), _("Label {number}").format(number=face)) for face in range(1, most + 1)
    )


def _millimetres(_book: Book) -> Choices:
    steps = round(FARTHEST / STEP)
    said = (f"{at * STEP:g}" for at in range(-steps, steps + 1))
    return (("", _("As found with the test print")), *((each, f"{each} mm") for each in said))


WHOM = PaperOption(
    "list", N_("Whom they go to"), choices=_lists, other=N_("The list as it was put together")
)
ONLY = PaperOption("only", N_("Only this household"), choices=_households)
NAMES = PaperOption("to", N_("Which names"), choices=_to)
HONOUR = PaperOption("honour", N_("Title after the name"), choices=_honours)
CONTENT = PaperOption("content", N_("What stands on them"), choices=_contents)
HOUSE = PaperOption("house", N_("With the house name"), kind="flag")
SHEET = PaperOption("sheet", N_("Which sheet of labels"), choices=_sheets)
START = PaperOption("start", N_("First free label of the sheet"), choices=_starts)
STOCK = PaperOption("stock", N_("Which envelope or card"), choices=_stocks)
WAY = PaperOption("way", N_("How it is written"), choices=_ways)
BOXES = PaperOption("boxes", N_("Draw the boxes of the postal code too"), kind="flag")
NO_SENDER = PaperOption("no_sender", N_("Without the sender"), kind="flag")
RIGHT = PaperOption("right", N_("Print further to the right"), choices=_millimetres)
DOWN = PaperOption("down", N_("Print further down"), choices=_millimetres)


def _is_set(request: Request, option: PaperOption) -> bool:
    return request.options.get(option.name, "") in _YES


def _list_asked(book: Book, name: str) -> HouseholdList | None:
    """None for members, shops and offices."""
    if not name:
        return None
    return HouseholdList() if name == _ALL else list_named(book, name)


def _letters(book: Book, request: Request) -> Letters:
    said = request.options
    how = HowAddressed(
        chosen(request, NAMES, book),
        chosen(request, HONOUR, book),
        chosen(request, CONTENT, book),
        _is_set(request, HOUSE),
    )
    return letters_for(
        book,
        request.whom,
        request.on,
        how,
        wanted=_list_asked(book, said.get("list", "")),
        inside=group_asked(book, request),
        only=number_of(said.get("only", "")),
    )


def _shift(book: Book, request: Request) -> Shift:
    """As asked for, else as the user found it for his printer."""
    found = shift_of()
    right, down = chosen(request, RIGHT, book), chosen(request, DOWN, book)
    return float(right or found[0]), float(down or found[1])


def gather_labels(book: Book, request: Request) -> LabelRun:
    sheet = sheet_named(chosen(request, SHEET, book))
    start = int(chosen(request, START, book))
    if start > sheet.faces:
        raise NotAllowed(
            _("This sheet has {faces} labels, so there is no label {start}.").format(
                faces=sheet.faces, start=start
            )
        )
    return LabelRun(_letters(book, request), sheet.name, start - 1, _shift(book, request))


def draw_labels(run: LabelRun, imprint: Imprint) -> Printed:
    from kucho_desktop.households.papers.addresses.labels import address_labels

    return _dealt(address_labels(run, imprint), imprint)


def gather_envelopes(book: Book, request: Request) -> LetterRun:
    stock = stock_named(chosen(request, STOCK, book))
    way = chosen(request, WAY, book)
    if way not in stock.ways:
        raise NotAllowed(
            _("{stock} is not written on in this way. Please choose another one.").format(
                stock=stock.title
            )
        )
    own = sender_of(book, request.on)
    letters = _letters(book, request)
    return LetterRun(
        answers_to(own, letters) if stock.answers else letters,
        stock.name,
        way,
        _is_set(request, BOXES),
        None if stock.answers or _is_set(request, NO_SENDER) else own,
        _shift(book, request),
    )


def draw_envelopes(run: LetterRun, imprint: Imprint) -> Printed:
    from kucho_desktop.households.papers.addresses.letters import addressed_letters

    return _dealt(addressed_letters(run, imprint), imprint)


def gather_test(book: Book, request: Request) -> tuple[str, Shift]:
    return sheet_named(chosen(request, SHEET, book)).name, _shift(book, request)


def draw_test(asked: tuple[str, Shift], imprint: Imprint) -> Printed:
    from kucho_desktop.households.papers.addresses.labels import label_test

    return label_test(*asked, imprint)


def one_part(_run: LabelRun) -> int:
    return 1


def one_or_none(run: LetterRun) -> int:
    """Cards for the answers name no household."""
    return int(not stock_named(run.stock).answers)


def who_is_written_to(run: LabelRun | LetterRun) -> Iterable[Iterable[int]]:
    ids = (letter.household_id for letter in run.letters.all)
    return ((id_ for id_ in ids if id_ != NOBODY),)


def _dealt(printed: Printed, imprint: Imprint) -> Printed:
    """Each copy has its number and as many pages as the others."""
    numbers = imprint.copy_numbers or (None,)
    each = -(-printed.pages // len(numbers))
    return replace(printed, copies=tuple((number, each) for number in numbers))


PAPERS = (
    Paper(
        "address-labels",
        N_("Address labels"),
        _AUDIENCES,
        gather_labels,
        draw_labels,
        one_part,
        (WHOM, GROUP, ONLY, SHEET, START, CONTENT, NAMES, HONOUR, HOUSE, RIGHT, DOWN),
        shelf=ADDRESSES,
        who=who_is_written_to,
    ),
    Paper(
        "envelopes",
        N_("Envelopes and postcards"),
        _AUDIENCES,
        gather_envelopes,
        draw_envelopes,
        one_or_none,
        (WHOM, GROUP, ONLY, STOCK, WAY, NAMES, HONOUR, HOUSE, BOXES, NO_SENDER, RIGHT, DOWN),
        shelf=ADDRESSES,
        who=who_is_written_to,
    ),
    Paper(
        "label-test",
        N_("Test print of a label sheet"),
        _AUDIENCES,
        gather_test,
        draw_test,
        unnumbered,
        (SHEET, RIGHT, DOWN),
        shelf=ADDRESSES,
    ),
)
