"""The people that a row names: its own, those in columns to the right, a whole family in a cell."""

from collections.abc import Mapping, Sequence
from typing import Any

from kucho_desktop.core.i18n import _
from kucho_desktop.exchange.cells import (
    DEDUCED,
    FURIGANA,
    POLITE_CUT,
    READING_SPLIT,
    without_polite,
)
from kucho_desktop.exchange.drafts import BETWEEN, Draft, Said
from kucho_desktop.exchange.files import MERGED, Cell
from kucho_desktop.exchange.glance import glance_at
from kucho_desktop.exchange.knowledge import (
    AGE,
    GIVEN,
    KANA_GIVEN,
    KANA_SURNAME,
    SURNAME,
)
from kucho_desktop.exchange.layout import said_in
from kucho_desktop.exchange.names import Said as SaidPerson
from kucho_desktop.exchange.names import (
    bracketed,
    class_in_name,
    family_in,
    kind_of_house,
    marks_off,
    only_describes,
    reading_inside,
)
from kucho_desktop.exchange.profile import text_of
from kucho_desktop.exchange.roles import Place, Roles
from kucho_desktop.exchange.telling import tell
from kucho_desktop.exchange.vocabulary import is_relation, squeezed

Person = dict[str, Any]


class People:
    """Reads people out of rows.

    houses: words by field that say a name is no person's; classes: all that may follow a name in
    brackets, as 「丸山 一郎（未加入）」.
    """

    def __init__(
        self,
        roles: Roles,
        said: Said,
        furigana: Mapping[str, str],
        houses: Mapping[str, Mapping[str, str]],
        classes: Mapping[str, Mapping[str, str]],
    ) -> None:
        self._roles, self._wanted, self._said = roles, roles.wanted, said
        self._furigana, self._houses, self._classes = furigana, houses, classes
        self._surnames = ["", ""]
        self._split = SURNAME in roles.structure or KANA_SURNAME in roles.structure
        name = roles.wanted.member_field(roles.wanted.name)
        self._plain_name = glance_at(name) if name else None

    def own(self, row: Sequence[Cell], number: int, draft: Draft) -> Person:
        """The row's own person; empty if it names none."""
        person: Person = {}
        for index, name, glance, tidier, column in self._roles.person:
            cell = row[index]
            if cell == "":
                continue
            if glance is not None and type(cell) is str and glance(cell):
                person[name] = cell
                continue
            value = tidier(cell)
            if value.ditto:
                continue
            if not value.plain:
                tell(self._said, value, number, column, cell, draft, self._roles)
            if value.kept not in (None, ""):
                person[name] = value.kept
        if self._split:
            self._join(row, person)
        if self._roles.ages is not None and not person.get(self._wanted.born):
            self._age(row[self._roles.structure[AGE]], number, person)
        return person

    def _join(self, row: Sequence[Cell], person: Person) -> None:
        """姓 and 名 in columns of their own, the surname perhaps only once or as 〃."""
        structure = self._roles.structure
        pairs = ((self._wanted.name, SURNAME, GIVEN), (self._wanted.kana, KANA_SURNAME, KANA_GIVEN))
        for which, (name, first, second) in enumerate(pairs):
            if first not in structure or second not in structure:
                continue
            index = structure[first]
            surname, given = said_in(row, index), said_in(row, structure[second])
            if surname:
                self._surnames[which] = surname
            elif row[index] != "" and given:
                surname = self._surnames[which]
            text = "　".join(part for part in (surname, given) if part)
            if text:
                found = self._wanted.member_field(name)
                person[name] = found.kind.tidy(text) if found else text

    def _age(self, cell: Cell, number: int, person: Person) -> None:
        if self._roles.ages is None or cell in ("", MERGED):
            return
        value = self._roles.ages(cell)
        if value.kept:
            person[self._wanted.born] = value.kept
            self._said.repair(number, _("Age"), value.repair, text_of(cell), value.kept)

    def read_name(self, person: Person, number: int, draft: Draft | None) -> None:
        """What a name cell holds besides a name: a reading, 空き家, a firm's kind.

        draft: the household, for what a head's name says of it.
        """
        wanted = self._wanted
        written = person.get(wanted.name, "")
        if not written:
            return
        name, reading = written, ""
        if not (self._plain_name and self._plain_name(written)):
            name, reading = reading_inside(written)
            name = self._without_polite(name, number)
            name = self._without_marks(name, person, draft)
            if draft is not None:
                name = self._class_from(name, number, draft)
            name = self._without_relation(name, person)
        if reading and not person.get(wanted.kana):
            self._take_reading(person, reading)
            self._said.repair(number, _("Name"), READING_SPLIT, written, name)
        if written in self._furigana and not person.get(wanted.kana):
            self._take_reading(person, self._furigana[written])
            self._said.repair(number, _("Reading"), FURIGANA, written, person[wanted.kana])
        person[wanted.name] = name
        if not name:
            del person[wanted.name]

    def _without_polite(self, name: str, number: int) -> str:
        bare = without_polite(name)
        if bare != name:
            self._said.repair(number, _("Name"), POLITE_CUT, name, bare)
        return bare

    def _without_marks(self, name: str, person: Person, draft: Draft | None) -> str:
        """◎ and （組長） are told in the note, of the household or of the member."""
        bare, told = marks_off(name)
        if told and draft is not None:
            draft.notes.append(told)
        elif told and self._wanted.member_field("note"):
            person["note"] = BETWEEN.join(filter(None, (person.get("note", ""), told)))
        return bare

    def _without_relation(self, name: str, person: Person) -> str:
        """丸山 花子（妻） where no column says it."""
        bare, inner = bracketed(name)
        relation = self._wanted.member_field(self._wanted.relation)
        if relation is None or not is_relation(inner) or person.get(self._wanted.relation):
            return name
        person[self._wanted.relation] = relation.kind.tidy(inner)
        return bare

    def _take_reading(self, person: Person, reading: str) -> None:
        kana = self._wanted.member_field(self._wanted.kana)
        person[self._wanted.kana] = kana.kind.tidy(reading) if kana else reading

    def _class_from(self, name: str, number: int, draft: Draft) -> str:
        for field_name, words in self._houses.items():
            if not words:
                continue
            bare, code, rest = class_in_name(name, words)
            outer, inner = bracketed(bare)
            if not code and squeezed(inner) in self._classes.get(field_name, {}):
                bare, code = outer, self._classes[field_name][squeezed(inner)]
            code = code or kind_of_house(name, words)
            if code and not draft.values.get(field_name):
                draft.values[field_name] = code
                found = self._wanted.household_field(field_name)
                title = found.title if found else field_name
                self._said.repair(number, title, DEDUCED, name, code)
            if rest:
                draft.notes.append(rest)
            name = bare
        return name

    # ---- further people of the same row ----

    def add_further(self, row: Sequence[Cell], number: int, draft: Draft) -> None:
        """Those in columns of their own, then those of a cell that names the whole family."""
        for which, places in self._roles.further.items():
            self._add_one(row, number, draft, places, self._roles.relations.get(which, ""))
        for index, relation in self._roles.several:
            cell = row[index]
            if cell not in ("", MERGED):
                self._add_family(text_of(cell), draft, relation)

    def _add_one(
        self, row: Sequence[Cell], number: int, draft: Draft, places: list[Place], relation: str
    ) -> None:
        wanted = self._wanted
        person: Person = {}
        for index, name, _glance, tidier, column in places:
            cell = row[index]
            if cell in ("", MERGED):
                continue
            value = tidier(cell)
            if not value.plain:
                tell(self._said, value, number, column, cell, draft, self._roles)
            if value.kept not in (None, ""):
                person[name] = value.kept
        if any(person.get(key) for key in (wanted.name, wanted.born, wanted.kana)):
            self._split_relation(person)
            if relation and not person.get(wanted.relation):
                person[wanted.relation] = relation
            draft.people.append(person)

    def _split_relation(self, person: Person) -> None:
        """花子（妻） in a cell of its own."""
        written = person.get(self._wanted.name, "")
        found = family_in(written, written.split()[0]) if written.split() else []
        if len(found) == 1 and found[0].name and found[0].relation:
            person[self._wanted.name] = found[0].name
            person.setdefault(self._wanted.relation, found[0].relation)

    def _add_family(self, text: str, draft: Draft, relation: str) -> None:
        wanted = self._wanted
        head = draft.people[0].get(wanted.name, "") if draft.people else ""
        surname = head.split()[0] if head.split() else ""
        if only_describes(text):
            draft.notes.append(text.strip())
            return
        for each in family_in(text, surname):
            if each.relation and _is_the_head(each, head):
                continue
            person = {wanted.name: each.name, wanted.relation: each.relation or relation}
            born = wanted.member_field(wanted.born)
            if each.age and born is not None:
                person[wanted.born] = born.kind.tidy(f"{each.age}歳")
            draft.people.append({key: value for key, value in person.items() if value})


def same_person(one: str, other: str) -> bool:
    """Whether a given name alone, or another spacing, is meant."""
    first, second = "".join(one.split()), "".join(other.split())
    return first == second or (len(second) < len(first) and first.endswith(second))


def _is_the_head(said: SaidPerson, head: str) -> bool:
    return said.relation in ("本人", "世帯主") and (not said.name or same_person(head, said.name))
