"""The paper of a list that was put together: asked for by name, or as the page hands it over."""

import json
from collections.abc import Mapping

from kucho_desktop.app.paper_request import ROSTERS, Choices, Paper, PaperOption, Request
from kucho_desktop.core.audiences import Audience
from kucho_desktop.core.book import Book
from kucho_desktop.core.errors import NotAllowed
from kucho_desktop.core.i18n import N_, _
from kucho_desktop.core.text import fold
from kucho_desktop.households.model.lists.ready import READY
from kucho_desktop.households.model.lists.shown import ShownList
from kucho_desktop.households.model.lists.traits import traits
from kucho_desktop.households.model.lists.wanted import (
    HouseholdList,
    from_text,
    with_columns,
    with_sort,
)
from kucho_desktop.households.store import all_lists
from kucho_desktop.households.store.lists.shown import list_for
from kucho_desktop.paper.imprint import Imprint, Printed

_COLUMNS = (
    (N_("Name and phone number"), "tonarigumi_id,head,kana,phone,mobile"),
    (N_("Name and address"), "tonarigumi_id,head,kana,postal_code,address,building"),
    (N_("Name and family"), "tonarigumi_id,head,people,names,ages"),
    (N_("Name and delivery"), "tonarigumi_id,walking_order,head,distribution,circular,copies"),
)
_SORTS = ("kana", "address", "number", "people", "-oldest", "membership")


def _lists(book: Book) -> Choices:
    saved = [(each.name, each.name) for each in all_lists(book)]
    ready = [(name, each.title) for name, each in READY.items()]
    return (("", _("All households")), *saved, *ready)


def _columns(_book: Book) -> Choices:
    return (("", _("As the list has them")), *((names, _(label)) for label, names in _COLUMNS))


def _sorts(_book: Book) -> Choices:
    named = [(each, traits()[each.removeprefix("-")].title) for each in _SORTS]
    return (("", _("As the list has it")), ("walking", _("By group, in walking order")), *named)


LIST = PaperOption(
    "list", N_("Which list"), choices=_lists, other=N_("The list as it was put together")
)
COLUMNS = PaperOption("columns", N_("Which columns"), choices=_columns)
SORT = PaperOption("sort", N_("In which order"), choices=_sorts)


def list_asked(book: Book, options: Mapping[str, str]) -> HouseholdList:
    """The list that is meant, with other columns or in another order where that is asked for.

    Raises NotAllowed for a list, a column or an order that there is not.
    """
    wanted = list_named(book, options.get("list", ""))
    columns, sort = options.get("columns", ""), options.get("sort", "")
    for name in columns.split(",") if columns else ():
        _refuse_unknown(name, [each.name for each in traits().values() if each.is_column])
    if columns:
        wanted = with_columns(wanted, columns)
    if sort:
        _refuse_unknown(sort.removeprefix("-"), ["walking", *traits()])
        wanted = with_sort(wanted, sort)
    return wanted


def list_named(book: Book, name: str) -> HouseholdList:
    """By the name that somebody gave it, by a ready question, or as a page wrote it down."""
    if not name:
        return HouseholdList()
    if name.startswith("{"):
        try:
            return from_text(name)
        except (ValueError, KeyError, TypeError) as error:
            raise NotAllowed(_("This list was not understood: {name}").format(name=name)) from error
    saved = all_lists(book)
    for each in saved:
        if fold(each.name) == fold(name):
            return each.list
    for ready in READY.values():
        if name == ready.name or fold(ready.title) == fold(name):
            return HouseholdList(ready=(ready.name,))
    known = ", ".join([*(each.name for each in saved), *READY])
    raise NotAllowed(
        _("There is no list {name}. There are: {known}").format(name=name, known=known)
    )


def _refuse_unknown(name: str, known: list[str]) -> None:
    if name not in known:
        raise NotAllowed(
            _("There is no column {name}. There are: {known}").format(
                name=name, known=", ".join(known)
            )
        )


def table_about(book: Book, name: str, request: Request) -> str:
    """What the table instead of this paper is about (JSON); empty where it is no list."""
    if name != PAPERS[0].name or not request.options.get(LIST.name):
        return ""
    wanted = list_asked(book, request.options).as_text()
    about = {"list": wanted, "day": (request.day or book.today).isoformat()}
    if request.audience is not None:
        about["for"] = request.audience.value
    return json.dumps(about, ensure_ascii=False)


def gather_list(book: Book, request: Request) -> ShownList:
    apart = request.whom is Audience.GROUP_LEADER
    wanted = list_asked(book, request.options)
    return list_for(book, request.whom, request.on, wanted, apart=apart)


def draw_list(listed: ShownList, imprint: Imprint) -> Printed:
    from kucho_desktop.households.papers.household_list import household_list

    return household_list(listed, imprint)


def part_per_group(listed: ShownList) -> int:
    return max(len(listed.parts), 1)


def who_is_in(shown_list: ShownList) -> list[list[int]]:
    """The households of each of its parts."""
    return [[record.id for record in part.households.records] for part in shown_list.parts]


PAPERS = (
    Paper(
        "household-list",
        N_("List of chosen households"),
        (
            Audience.CHIEF,
            Audience.OFFICERS,
            Audience.GROUP_LEADER,
            Audience.TREASURER,
            Audience.EVERY_HOUSEHOLD,
            Audience.NOTICE_BOARD,
            Audience.CITY,
            Audience.DISASTER,
        ),
        gather_list,
        draw_list,
        part_per_group,
        (LIST, COLUMNS, SORT),
        shelf=ROSTERS,
        who=who_is_in,
    ),
)
