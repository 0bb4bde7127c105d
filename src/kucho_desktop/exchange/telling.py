"""Say what was put right in a cell or not understood; text that has no place goes into the note."""

from kucho_desktop.exchange.cells import Value
from kucho_desktop.exchange.drafts import Draft, Said
from kucho_desktop.exchange.files import Cell
from kucho_desktop.exchange.profile import text_of
from kucho_desktop.exchange.roles import Roles
from kucho_desktop.exchange.roster import Column


def tell(
    said: Said, value: Value, number: int, column: Column, cell: Cell, draft: Draft, roles: Roles
) -> None:
    """Tell all that a value is, besides what is kept of it."""
    if value.repair:
        said.repair(number, column.heading, value.repair, text_of(cell), value.kept)
    if value.problem:
        said.problem(number, f"{column.heading}: {value.problem}")
    if value.left:
        draft.notes.append(f"{column.heading}: {value.left}")
    if value.more:
        _place_second(value.more, column, draft, roles)


def _place_second(more: str, column: Column, draft: Draft, roles: Roles) -> None:
    """A second phone in one cell fills the phone field that no column fills, else the note."""
    mobile = roles.wanted.household_field("mobile")
    free = "mobile" not in roles.filled and "mobile" not in draft.values
    free = free and mobile is not None and not mobile.problem_with(more)
    if mobile is not None and free and column.meaning == "household.phone":
        draft.values["mobile"] = mobile.kind.tidy(more)
        return
    draft.notes.append(f"{column.heading}: {more}")
