"""People and households to choose from in the forms of this room, and how lists call them."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from kucho_desktop.core.book import Book
from kucho_desktop.core.fields import Field
from kucho_desktop.core.i18n import _
from kucho_desktop.officers import store
from kucho_desktop.widgets import theme
from kucho_desktop.widgets.choice import ChoiceEditor, Choices, DropDown
from kucho_desktop.widgets.form import Form
from kucho_desktop.widgets.kept_tab import Offers

_NAME, _WIDEST = 14, 24
"""Full-width characters of a box with a name and its group."""


class People(Offers):
    """Who is offered: those of today, and whoever stands in the record that is shown."""

    def __init__(self, book: Book) -> None:
        self._book = book
        self._names: dict[int, str] = {}
        self._houses: dict[int, str] = {}
        self._departments: dict[int, str] = {}
        self._is_asked = False
        self._member: int | None = None
        self._household: int | None = None

    def look_at(self, records: Iterable[Any]) -> None:
        """Learn the names of all who stand in these records."""
        found = list(records)
        self._is_asked = True
        self._departments = {each.id: each.name for each in store.DEPARTMENTS.all(self._book)}
        self._names = store.names_of(
            self._book, [getattr(each, "member_id", None) for each in found]
        )
        wanted = {getattr(each, "household_id", None) or 0 for each in found} - {0}
        if wanted:
            self._houses = store.names_of_houses(self._book, sorted(wanted))

    def keep_offered(self, record: Any) -> None:
        """Whoever stands in this record is offered too, though he may be gone."""
        self._member = getattr(record, "member_id", None)
        self._household = getattr(record, "household_id", None)

    def people(self) -> Choices:
        if not self._is_asked:
            return ()  # the form is only being put together
        offered = store.people_to_choose(self._book)
        return [(None, _("(none)")), *_with(offered, self._member, self._names)]

    def houses(self) -> Choices:
        if not self._is_asked:
            return ()
        offered = store.houses_to_choose(self._book)
        return [(None, _("(none)")), *_with(offered, self._household, self._houses)]

    def departments(self) -> Choices:
        named = [(each.id, each.name) for each in store.DEPARTMENTS.all(self._book)]
        return [(None, _("(none)")), *named]

    def by_table(self) -> Mapping[str, Callable[[], Choices]]:
        return {"member": self.people, "household": self.houses, "department": self.departments}

    def _department(self, record: Any) -> str:
        """Remembered for the list: it asks row by row."""
        return self._departments.get(record.department_id or 0, "")

    def text_of(self, field: Field) -> Callable[[Any], str]:
        """What a list shows: names instead of ids, and who is not of the roster by his name."""
        if field.kind.table == "member":
            return self._who
        if field.kind.table == "household":
            return self._whose
        return self._department if field.kind.table == "department" else super().text_of(field)

    def _who(self, record: Any) -> str:
        return self._names.get(record.member_id or 0, getattr(record, "name", ""))

    def _whose(self, record: Any) -> str:
        house = self._houses.get(record.household_id or 0, "")
        return house or self._who(record)


def make_room(form: Form) -> None:
    """Boxes that offer thousands of people are as wide as one name, not measured by them all."""
    for box in form.boxes.values():
        editor = box.editor
        if isinstance(editor, ChoiceEditor) and box.field.kind.name == "reference":
            policy = DropDown.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            editor.box.setSizeAdjustPolicy(policy)
            editor.box.setMinimumContentsLength(_NAME)
            editor.box.setMaximumWidth(theme.now().ems(_WIDEST))


def _with(
    offered: dict[int, str], chosen: int | None, names: dict[int, str]
) -> list[tuple[Any, str]]:
    if chosen is None or chosen in offered:
        return list(offered.items())
    return [(chosen, names.get(chosen, "")), *offered.items()]
