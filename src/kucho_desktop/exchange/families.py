"""Households as a table that reads back in as the same households: a row for each person."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from kucho_desktop.core.dates import NotADate, read_born
from kucho_desktop.core.fields import Field, Shown, ShownRecord
from kucho_desktop.core.i18n import _
from kucho_desktop.exchange.headings import heading_key
from kucho_desktop.exchange.knowledge import KEY_TITLE
from kucho_desktop.exchange.roster import Wanted
from kucho_desktop.exchange.table import Table, TableColumn, Value

NO_GROUP = "－"
"""Written for a household of no group, so that it is not taken into the one above."""

Paths = Mapping[int, tuple[str, ...]]


def families_table(
    shown: Shown, wanted: Wanted, paths: Paths, *, title: str, subtitle: str = ""
) -> Table:
    """What an audience may see of households, as rows of people.

    paths: the names of a household's groups by household id, the outermost first.
    A household's own values stand in the row of its first person; its number and group in each.
    """
    return _Families(shown, wanted, paths).table(title, subtitle)


@dataclass(frozen=True)
class _Own:
    """A field that has a column of its own, and the title of that column."""

    field: Field
    title: str

    def value(self, record: ShownRecord | None) -> Value:
        return typed(self.field, record.text(self.field.name)) if record else None


class _Families:
    def __init__(self, shown: Shown, wanted: Wanted, paths: Paths) -> None:
        self._wanted, self._paths = wanted, paths
        self._records = shown.records
        self._members = next(
            (each.name for each in wanted.household if each.kind.record and each.headings
             and each.name in shown.titles), "")  # fmt: skip
        seen = {name for record in shown.records for people in record.rows.values()
                for person in people for name in person.texts}  # fmt: skip
        taken: set[str] = {heading_key(_(KEY_TITLE))}
        inside = (wanted.head, wanted.head_kana) if self._members else ()
        self._household = [
            _Own(each, _title(each, taken))
            for each in wanted.household
            if each.name in shown.titles and each.kind.record is None
            and each.name not in (*inside, wanted.group)
        ]  # fmt: skip
        self._person = [
            _Own(each, _title(each, taken))
            for each in wanted.member
            if self._members and each.kind.record is None
            and (each.name in seen or each.name in (wanted.name, wanted.kana))
        ]  # fmt: skip
        self._depth = max((len(paths.get(each.id, ())) for each in shown.records), default=0)

    def table(self, title: str, subtitle: str) -> Table:
        rows = [
            row
            for number, record in enumerate(self._records, 1)
            for row in self._rows(number, record)
        ]
        return Table(title, tuple(self._columns()), tuple(rows), subtitle)

    def _columns(self) -> list[TableColumn]:
        group = self._wanted.household_field(self._wanted.group)
        columns = [TableColumn(_(KEY_TITLE), 4, text=False)]
        for level in range(self._depth):
            word = group.title if group else ""
            columns.append(TableColumn(word if self._depth == 1 else f"{word}({level + 1})", 6))
        columns += [_column(own) for own in self._person]
        columns += [_column(own) for own in self._household]
        if self._members:
            count = self._wanted.household_field(self._members)
            words = (count.headings if count else ()) or ("",)
            columns.append(TableColumn(words[0], 3, text=False))
        return columns

    def _rows(self, number: int, record: ShownRecord) -> list[tuple[Value, ...]]:
        people = self._people(record)
        rows = []
        for place, person in enumerate(people or [None]):
            cells: list[Value] = [number, *self._groups(record.id)]
            if person is None and self._members:
                cells += [self._of_house(own.field.name, record) for own in self._person]
            else:
                cells += [own.value(person) for own in self._person]
            again = (self._wanted.number,)
            cells += [
                own.value(record) if place == 0 or own.field.name in again else None
                for own in self._household
            ]
            if self._members:
                cells.append(len(record.rows.get(self._members, ())) if place == 0 else None)
            rows.append(tuple(cells))
        return rows

    def _people(self, record: ShownRecord) -> Sequence[ShownRecord | None]:
        """The head first; without those of whom nothing but the number is known."""
        wanted = self._wanted
        people = [
            each for each in record.rows.get(self._members, ())
            if any(each.text(name) for name in (wanted.name, wanted.kana, wanted.born))
        ]  # fmt: skip
        relation = wanted.member_field(wanted.relation)
        head = relation.kind.show(wanted.head_relation) if relation else ""
        return sorted(people, key=lambda each: each.text(wanted.relation) != head)

    def _of_house(self, name: str, record: ShownRecord) -> Value:
        """A house where nobody lives has its own name in the place of the head's."""
        own = {self._wanted.name: self._wanted.head, self._wanted.kana: self._wanted.head_kana}
        return record.text(own[name]) if name in own else None

    def _groups(self, household: int) -> list[Value]:
        path = self._paths.get(household, ())
        return [path[level] if level < len(path) else NO_GROUP for level in range(self._depth)]


def _title(field: Field, taken: set[str]) -> str:
    """The field's title, or another of its headings where that is another column's already."""
    for word in (field.title, *field.headings):
        if heading_key(word) not in taken:
            taken.add(heading_key(word))
            return word
    return field.title


def _column(own: _Own) -> TableColumn:
    numeric = own.field.kind.name in ("number", "yen", "date", "born")
    return TableColumn(own.title, own.field.width, text=not numeric)


def typed(field: Field, text: str) -> Value:
    """A number or a day out of its text, where the field's kind is one; else the text."""
    if not text or (field.kind.choices and text == field.kind.show("")):
        return None
    if field.kind.name in ("number", "yen"):
        digits = text.replace(",", "")
        return int(digits) if digits.isdecimal() else text
    if field.kind.name in ("date", "born"):
        try:
            return date.fromisoformat(read_born(text))
        except (NotADate, ValueError):
            return text
    return text
