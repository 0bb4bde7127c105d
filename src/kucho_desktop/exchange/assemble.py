"""Put the rows of one sheet together into households and people."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from kucho_desktop.core.i18n import _
from kucho_desktop.exchange.cells import REPEATED, SPLIT, Tidier, Value, count_of
from kucho_desktop.exchange.drafts import BETWEEN, Draft, Said
from kucho_desktop.exchange.files import MERGED, Cell, Sheet
from kucho_desktop.exchange.finishing import Finisher, telling_words
from kucho_desktop.exchange.knowledge import COUNT, PARTS, Knowledge
from kucho_desktop.exchange.layout import said_in
from kucho_desktop.exchange.persons import People, Person, same_person
from kucho_desktop.exchange.profile import text_of
from kucho_desktop.exchange.roles import Roles
from kucho_desktop.exchange.roster import Column, SheetPlan
from kucho_desktop.exchange.telling import tell
from kucho_desktop.exchange.vocabulary import squeezed


class Assembler:
    """Makes drafts of rows. It knows the columns, never where a household begins."""

    def __init__(
        self, sheet: Sheet, plan: SheetPlan, knowledge: Knowledge, today: date, said: Said
    ) -> None:
        self._wanted = wanted = knowledge.wanted
        self._said = said
        self._roles = roles = Roles(sheet, plan, knowledge, today)
        self._classes = telling_words(knowledge)
        houses = {
            name: {word: code for word, code in words.items() if code in wanted.unlived}
            for name, words in self._classes.items()
        }
        self._people = People(roles, said, sheet.furigana, houses, self._classes)
        self.finished = Finisher(roles, said, self._classes).finished
        self._last: dict[int, Cell] = {}
        self._count_at = roles.structure.get(COUNT)
        self._parts_at = [roles.structure[part] for part in PARTS if part in roles.structure]
        self._counts: dict[Cell, int | None] = {}
        self._alone = not (roles.further or roles.several)

    # ---- a row of people ----

    def household(self, row: Sequence[Cell], number: int, group: tuple[str, ...]) -> Draft:
        """A row with which a household begins."""
        draft = Draft(number, group)
        values, last = draft.values, self._last
        for index, name, glance, tidier, column in self._roles.household:
            cell = row[index]
            if cell == "":
                continue
            if glance is not None and type(cell) is str and glance(cell):
                values[name] = last[index] = cell
                continue
            value = tidier(cell)
            if value.ditto:
                value = self._repeated(index, tidier, number, column, cell)
            else:
                last[index] = cell
            if not value.plain:
                tell(self._said, value, number, column, cell, draft, self._roles)
            if value.kept is not None and value.kept != "":
                values[name] = value.kept
        self._count(row, draft)
        self._first_person(row, number, draft)
        if not self._alone:
            self._people.add_further(row, number, draft)
        return draft

    def _repeated(
        self, index: int, tidier: Tidier, number: int, column: Column, cell: Cell
    ) -> Value:
        above = self._last.get(index, "")
        if above == "":
            return Value(None)
        value = tidier(above)
        if cell != MERGED:
            self._said.repair(number, column.heading, REPEATED, text_of(cell), value.kept)
        return Value(value.kept)

    def _count(self, row: Sequence[Cell], draft: Draft) -> None:
        if self._count_at is not None:
            draft.count = self._count_of(row[self._count_at])
        if draft.count is None and self._parts_at:
            parts = [self._count_of(row[index]) for index in self._parts_at]
            counted = [count for count in parts if count is not None]
            draft.count = sum(counted) if counted else None

    def _count_of(self, cell: Cell) -> int | None:
        if cell == "" or cell == MERGED:
            return None
        if cell not in self._counts:
            self._counts[cell] = count_of(cell)
        return self._counts[cell]

    def _first_person(self, row: Sequence[Cell], number: int, draft: Draft) -> None:
        wanted, people = self._wanted, self._people
        person = people.own(row, number, draft)
        people.read_name(person, number, draft)
        if self._roles.named:
            head = draft.values.pop(wanted.head, "")
            kana = draft.values.pop(wanted.head_kana, "")
            if self._is_another(head, person):
                self._add_head({wanted.name: head, **({wanted.kana: kana} if kana else {})}, draft)
                draft.people.append(person)
                return
            if head and not person.get(wanted.name):
                person[wanted.name] = head
            if kana and not person.get(wanted.kana):
                person[wanted.kana] = kana
        self._add_head(person, draft)

    def _is_another(self, head: str, person: Person) -> bool:
        """世帯主 names one person and 氏名 another, who is not the head either."""
        name = person.get(self._wanted.name, "")
        is_head = person.get(self._wanted.relation) == self._wanted.head_relation
        return bool(head and name) and not same_person(head, name) and not is_head

    def _add_head(self, person: Person, draft: Draft) -> None:
        relation = self._wanted.relation
        if len(person) > (relation in person):
            person.setdefault(relation, self._wanted.head_relation)
            draft.people.insert(0, person)

    # ---- more people ----

    def member(self, row: Sequence[Cell], number: int, draft: Draft) -> None:
        """A further row of the same household."""
        person = self._people.own(row, number, draft)
        self._people.read_name(person, number, None)
        self._own_values(row, number, draft, person)
        if person:
            draft.people.append(person)
        self._people.add_further(row, number, draft)
        if draft.count is None:
            self._count(row, draft)
        if person and not person.get(self._wanted.name):
            self._said.problem(number, _("A person of whom no name is written."))

    def _own_values(self, row: Sequence[Cell], number: int, draft: Draft, person: Person) -> None:
        """What a member's row says of the household: the same, something missing, or his own."""
        values = draft.values
        for index, name, _glance, tidier, column in self._roles.household:
            cell = row[index]
            if cell == "" or cell == MERGED:
                continue
            value = tidier(cell)
            if value.ditto:
                if values.get(name):
                    self._said.repair(number, column.heading, REPEATED, text_of(cell), values[name])
                continue
            if not value.plain:
                tell(self._said, value, number, column, cell, draft, self._roles)
            if value.kept not in (None, "", values.get(name)):
                self._own_value(name, value.kept, column, text_of(cell), draft, person)

    def _own_value(
        self, name: str, kept: Any, column: Column, text: str, draft: Draft, person: Person
    ) -> None:
        """A mobile phone is the member's own; what the household lacks is the household's."""
        wanted = self._wanted
        if name == wanted.head:
            return
        if name == "mobile" and person and "phone" not in person and wanted.member_field("phone"):
            person["phone"] = kept
        elif name not in draft.values and name != wanted.note:
            draft.values[name] = kept
        else:
            piece = text if name == wanted.note else f"{column.heading}: {text}"
            if person and wanted.member_field("note"):
                person["note"] = BETWEEN.join(filter(None, (person.get("note", ""), piece)))
            else:
                draft.notes.append(piece)

    # ---- rows without a name ----

    def is_house(self, row: Sequence[Cell], *, alone: bool) -> bool:
        """Whether a row without a name is a house all the same: an empty one, or one of a list."""
        said = {place.name: said_in(row, place.at) for place in self._roles.household}
        words = [word for known in self._classes.values() for word in known]
        if any(squeezed(text).startswith(word) for text in said.values() if text for word in words):
            return True
        return alone and bool(said.get("address") or (said.get("number") and said.get("phone")))

    def says_of_a_person(self, row: Sequence[Cell]) -> bool:
        """Whether a row without a name has a relation or a birthday: a baby not yet named."""
        return any(said_in(row, place.at) for place in self._roles.person)

    def goes_on(self, row: Sequence[Cell], number: int, draft: Draft) -> bool:
        """A line that only goes on with the note, the address or the phones above; or False."""
        own = {place.at for place in self._roles.household}
        filled = [index for index, cell in enumerate(row) if cell not in ("", MERGED)]
        if not own.issuperset(filled):
            return False
        told = []
        for index, name, _glance, tidier, column in self._roles.household:
            text = said_in(row, index)
            if not text:
                continue
            kept = tidier(row[index]).kept
            free = "mobile" if draft.values.get("phone") else name
            if name in ("phone", "mobile") and kept and not draft.values.get(free):
                draft.values[free] = kept
            else:
                draft.notes.append(
                    text if name == self._wanted.note else f"{column.heading}: {text}"
                )
            told.append(text)
        self._said.repair(number, "", SPLIT, " ".join(told), "")
        return bool(told)
