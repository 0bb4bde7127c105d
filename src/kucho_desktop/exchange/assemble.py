"""Put the rows of one sheet together into households and people."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from kucho_desktop.core.i18n import _
from kucho_desktop.core.text import narrow
from kucho_desktop.exchange.cells import (
    DEDUCED,
    FURIGANA,
    READING_SPLIT,
    REPEATED,
    SPLIT,
    Tidier,
    Value,
    count_of,
)
from kucho_desktop.exchange.files import MERGED, Cell, Sheet
from kucho_desktop.exchange.knowledge import (
    AGE,
    COUNT,
    GIVEN,
    KANA_GIVEN,
    KANA_SURNAME,
    KEY,
    PARTS,
    SEVERAL,
    SURNAME,
    Knowledge,
)
from kucho_desktop.exchange.layout import said_in
from kucho_desktop.exchange.meaning import words_of
from kucho_desktop.exchange.names import (
    class_in_name,
    class_in_note,
    family_in,
    house_name_in,
    kind_of_house,
    reading_inside,
)
from kucho_desktop.exchange.profile import text_of
from kucho_desktop.exchange.roster import Column, Problem, Record, Repair, SheetPlan
from kucho_desktop.exchange.vocabulary import squeezed

BETWEEN = " ／ "
"""Stands between the pieces of a note that come from different places."""


@dataclass
class Draft:
    """A household while its rows are being read."""

    row: int
    group: tuple[str, ...]
    values: dict[str, Any] = field(default_factory=dict)
    people: list[dict[str, Any]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    count: int | None = None
    house: str = ""


@dataclass
class Said:
    """What is told of a reading besides the households."""

    sheet: str
    problems: list[Problem] = field(default_factory=list)
    repairs: list[Repair] = field(default_factory=list)
    remarks: list[Problem] = field(default_factory=list)

    def problem(self, row: int, reason: str) -> None:
        self.problems.append(Problem(self.sheet, row, reason))

    def repair(self, row: int, heading: str, what: str, was: str, now: object) -> None:
        self.repairs.append(Repair(self.sheet, row, heading, what, was, str(now)))


class Assembler:
    """Makes drafts of rows. It knows the columns, never where a household begins."""

    def __init__(
        self, sheet: Sheet, plan: SheetPlan, knowledge: Knowledge, today: date, said: Said
    ) -> None:
        self._wanted = knowledge.wanted
        self._said = said
        self._furigana = sheet.furigana
        self._last: dict[int, Cell] = {}
        self._classes = {
            name: _telling(words_of(found, f"household.{name}", knowledge))
            for name in self._wanted.from_notes
            if (found := self._wanted.household_field(name))
        }
        self._houses = {
            name: {word: code for word, code in words.items() if code in self._wanted.unlived}
            for name, words in self._classes.items()
        }
        self._columns(sheet, plan, knowledge, today)

    def _columns(self, sheet: Sheet, plan: SheetPlan, knowledge: Knowledge, today: date) -> None:
        three = _three_part(sheet, plan)
        self._household: list[tuple[int, str, Tidier, Column]] = []
        self._person: list[tuple[int, str, Tidier, Column]] = []
        self._further: dict[int, list[tuple[int, str, Tidier | None, Column]]] = {}
        self._structure: dict[str, int] = {}
        self._headed = any(c.meaning == "household.head" and c.person == 0 for c in plan.columns)
        self._named = any(c.meaning == "member.name" and c.person == 0 for c in plan.columns)
        for column in plan.columns:
            found = knowledge.field_of(column.meaning)
            tidier = None
            if found is not None:
                words = words_of(found, column.meaning, knowledge)
                tidier = Tidier(found, words, today, three_part=three)
            if column.person:
                name = found.name if found else column.meaning
                self._further.setdefault(column.person, []).append(
                    (column.index, name, tidier or self._age(today, column), column)
                )
            elif found is None or tidier is None:
                if column.meaning:
                    self._structure[column.meaning] = column.index
            elif column.meaning.startswith("member."):
                self._person.append((column.index, found.name, tidier, column))
            elif found.name == self._wanted.head_kana and not self._named:
                self._person.append((column.index, self._wanted.kana, tidier, column))
            elif found.name == self._wanted.head and not self._named:
                self._person.append((column.index, self._wanted.name, tidier, column))
            else:
                self._household.append((column.index, found.name, tidier, column))
        self._ages = self._age(today, None) if AGE in self._structure else None

    def _age(self, today: date, column: Column | None) -> Tidier | None:
        born = self._wanted.member_field(self._wanted.born)
        if born is None or (column is not None and column.meaning != AGE):
            return None
        return Tidier(born, {}, today)

    # ---- a row of people ----

    def household(self, row: Sequence[Cell], number: int, group: tuple[str, ...]) -> Draft:
        """A row with which a household begins."""
        draft = Draft(number, group)
        values = draft.values
        for index, name, tidier, column in self._household:
            cell = row[index]
            if cell == "":
                continue
            value = tidier.memo.get(cell) or tidier(cell)
            if value.ditto:
                value = self._repeated(index, tidier, number, column, cell)
            else:
                self._last[index] = cell
            if not value.plain:
                self._told(value, number, column, cell, draft)
            if value.kept is not None and value.kept != "":
                values[name] = value.kept
        self._counted(row, draft)
        self._first_person(row, number, draft)
        for person in self._further:
            self._further_person(row, number, draft, person)
        self._family(row, draft)
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

    def _told(
        self, value: Value, number: int, column: Column, cell: Cell, draft: Draft | None
    ) -> None:
        """Say what was repaired or not understood; text that has no place goes into the note."""
        was = text_of(cell)
        if value.repair:
            self._said.repair(number, column.heading, value.repair, was, value.kept)
        if value.problem:
            self._said.problem(number, f"{column.heading}: {value.problem}")
        if draft is None:
            return
        if value.left:
            draft.notes.append(f"{column.heading}: {value.left}")
        if value.more:
            self._second(value.more, column, draft)

    def _second(self, more: str, column: Column, draft: Draft) -> None:
        """A second phone in one cell fills the free phone field, else the note."""
        mobile = self._wanted.household_field("mobile")
        if column.meaning == "household.phone" and mobile and not draft.values.get("mobile"):
            value = Tidier(mobile, {}, date.min)(more)
            if value.kept and not any(name == "mobile" for _i, name, _t, _c in self._household):
                draft.values["mobile"] = value.kept
                return
        draft.notes.append(f"{column.heading}: {more}")

    def _counted(self, row: Sequence[Cell], draft: Draft) -> None:
        index = self._structure.get(COUNT)
        if index is not None and row[index] not in ("", MERGED):
            draft.count = count_of(row[index])
        if draft.count is None:
            parts = [
                count_of(row[at]) for part in PARTS if (at := self._structure.get(part)) is not None
            ]
            counted = [count for count in parts if count is not None]
            draft.count = sum(counted) if counted else None

    def _person_of(
        self, row: Sequence[Cell], number: int, draft: Draft
    ) -> tuple[dict[str, Any], bool]:
        """The person of a row, and whether the row names one."""
        person: dict[str, Any] = {}
        for index, name, tidier, column in self._person:
            cell = row[index]
            if cell == "":
                continue
            value = tidier.memo.get(cell) or tidier(cell)
            if value.ditto:
                continue
            if not value.plain:
                self._told(value, number, column, cell, draft)
            if value.kept is not None and value.kept != "":
                person[name] = value.kept
        if SURNAME in self._structure or KANA_SURNAME in self._structure:
            self._joined(row, person)
        if self._ages is not None and not person.get(self._wanted.born):
            self._aged(row[self._structure[AGE]], number, person)
        return person, bool(person)

    def _joined(self, row: Sequence[Cell], person: dict[str, Any]) -> None:
        """姓 and 名 in columns of their own, the surname perhaps only once or as 〃."""
        for name, first, second in (
            (self._wanted.name, SURNAME, GIVEN),
            (self._wanted.kana, KANA_SURNAME, KANA_GIVEN),
        ):
            if first not in self._structure or second not in self._structure:
                continue
            index = self._structure[first]
            surname, given = said_in(row, index), said_in(row, self._structure[second])
            if surname:
                self._last[index] = surname
            elif row[index] != "" and given:
                surname = str(self._last.get(index, ""))
            text = "　".join(part for part in (surname, given) if part)
            if text:
                found = self._wanted.member_field(name)
                person[name] = found.kind.tidy(text) if found else text

    def _aged(self, cell: Cell, number: int, person: dict[str, Any]) -> None:
        if self._ages is None or cell in ("", MERGED):
            return
        value = self._ages(cell)
        if value.kept:
            person[self._wanted.born] = value.kept
            self._said.repair(number, _("Age"), value.repair, text_of(cell), value.kept)

    def _first_person(self, row: Sequence[Cell], number: int, draft: Draft) -> None:
        wanted = self._wanted
        person, _known = self._person_of(row, number, draft)
        head = draft.values.pop(wanted.head, "") if self._headed and self._named else ""
        kana = draft.values.pop(wanted.head_kana, "") if self._named else ""
        self._read_name(person, number, draft)
        name = person.get(wanted.name, "")
        if head and name and not _same_person(head, name) and not self._is_head(person):
            self._add_head({wanted.name: head, wanted.kana: kana}, draft)
            draft.people.append(person)
            return
        if head and not name:
            person[wanted.name] = head
        if kana and not person.get(wanted.kana):
            person[wanted.kana] = kana
        self._add_head(person, draft)

    def _is_head(self, person: Mapping[str, Any]) -> bool:
        return person.get(self._wanted.relation) == self._wanted.head_relation

    def _add_head(self, person: dict[str, Any], draft: Draft) -> None:
        wanted = self._wanted
        if any(value for key, value in person.items() if key != wanted.relation):
            person.setdefault(wanted.relation, wanted.head_relation)
            draft.people.insert(0, {key: value for key, value in person.items() if value})

    def _read_name(self, person: dict[str, Any], number: int, draft: Draft | None) -> None:
        """What a name cell holds besides a name: a reading, 空き家, a firm's kind."""
        wanted = self._wanted
        written = person.get(wanted.name, "")
        if not written:
            return
        name, reading = (
            reading_inside(written)
            if "(" in written or "（" in written or "\n" in written
            else (written, "")
        )
        if reading and not person.get(wanted.kana):
            kana = wanted.member_field(wanted.kana)
            person[wanted.kana] = kana.kind.tidy(reading) if kana else reading
            self._said.repair(number, _("Name"), READING_SPLIT, written, name)
        if draft is not None:
            name = self._class_from_name(name, number, draft)
        if not person.get(wanted.kana) and written in self._furigana:
            kana = wanted.member_field(wanted.kana)
            reading = self._furigana[written]
            person[wanted.kana] = kana.kind.tidy(reading) if kana else reading
            self._said.repair(number, _("Reading"), FURIGANA, written, person[wanted.kana])
        person[wanted.name] = name

    def _class_from_name(self, name: str, number: int, draft: Draft) -> str:
        for field_name, words in self._houses.items():
            if not words:
                continue
            bare, code, rest = class_in_name(name, words)
            code = code or kind_of_house(name, words)
            if code and not draft.values.get(field_name):
                draft.values[field_name] = code
                self._said.repair(number, self._title(field_name), DEDUCED, name, code)
            if rest:
                draft.notes.append(rest)
            name = bare
        return name

    def _title(self, name: str) -> str:
        found = self._wanted.household_field(name)
        return found.title if found else name

    # ---- more people ----

    def member(self, row: Sequence[Cell], number: int, draft: Draft) -> None:
        """A further row of the same household."""
        wanted = self._wanted
        person, known = self._person_of(row, number, draft)
        if self._named and not known and said_in(row, None):
            return
        self._read_name(person, number, None)
        self._own_values(row, number, draft, person)
        if person:
            draft.people.append(person)
        for further in self._further:
            self._further_person(row, number, draft, further)
        self._family(row, draft)
        if draft.count is None:
            self._counted(row, draft)
        if wanted.name not in person and person and KEY not in self._structure:
            self._said.problem(number, _("A person of whom no name is written."))

    def _own_values(
        self, row: Sequence[Cell], number: int, draft: Draft, person: dict[str, Any]
    ) -> None:
        """What a member's row says of the household: the same, something missing, or his own."""
        for index, name, tidier, column in self._household:
            cell = row[index]
            if cell == "" or cell == MERGED:
                continue
            value = tidier.memo.get(cell) or tidier(cell)
            if value.ditto:
                above = draft.values.get(name)
                if above:
                    self._said.repair(number, column.heading, REPEATED, text_of(cell), above)
                continue
            if not value.plain:
                self._told(value, number, column, cell, draft)
            kept = value.kept
            if kept in (None, "") or kept == draft.values.get(name):
                continue
            if self._is_his_own(name, kept, person):
                continue
            if name not in draft.values and name not in (self._wanted.note, self._wanted.head):
                draft.values[name] = kept
            elif name != self._wanted.head:
                self._to_his_note(name, column, text_of(cell), person, draft)

    def _is_his_own(self, name: str, kept: Any, person: dict[str, Any]) -> bool:
        """A mobile phone in a member's row is the member's."""
        own = self._wanted.member_field("phone")
        if name == "mobile" and own is not None and "phone" not in person and person:
            person["phone"] = kept
            return True
        return False

    def _to_his_note(
        self, name: str, column: Column, text: str, person: dict[str, Any], draft: Draft
    ) -> None:
        piece = text if name == self._wanted.note else f"{column.heading}: {text}"
        note = self._wanted.member_field("note")
        if note is None or not person:
            draft.notes.append(piece)
        else:
            person["note"] = BETWEEN.join(filter(None, (person.get("note", ""), piece)))

    def _further_person(self, row: Sequence[Cell], number: int, draft: Draft, which: int) -> None:
        """A person in columns to the right: 妻, 家族2 …"""
        person: dict[str, Any] = {}
        relation = ""
        for index, name, tidier, column in self._further[which]:
            cell = row[index]
            relation = relation or column.relation
            if cell in ("", MERGED):
                continue
            if name == SEVERAL:
                self._several(text_of(cell), draft, column.relation)
                continue
            value = tidier(cell) if tidier else Value(text_of(cell))
            if value.kept in (None, ""):
                self._told(value, number, column, cell, draft)
                continue
            if not value.plain:
                self._told(value, number, column, cell, draft)
            person[self._wanted.born if name == AGE else name] = value.kept
        if any(
            person.get(key) for key in (self._wanted.name, self._wanted.born, self._wanted.kana)
        ):
            self._said_name(person)
            if relation and not person.get(self._wanted.relation):
                person[self._wanted.relation] = relation
            draft.people.append(person)

    def _said_name(self, person: dict[str, Any]) -> None:
        """花子（妻） in a cell of its own."""
        written = person.get(self._wanted.name, "")
        found = family_in(written, written.split()[0]) if written else []
        if len(found) == 1 and found[0].name and found[0].relation:
            person[self._wanted.name] = found[0].name
            person.setdefault(self._wanted.relation, found[0].relation)

    def _family(self, row: Sequence[Cell], draft: Draft) -> None:
        index = self._structure.get(SEVERAL)
        if index is not None and row[index] not in ("", MERGED):
            self._several(text_of(row[index]), draft, "")

    def _several(self, text: str, draft: Draft, relation: str) -> None:
        wanted = self._wanted
        head = draft.people[0].get(wanted.name, "") if draft.people else ""
        surname = head.split()[0] if head.split() else ""
        for said in family_in(text, surname):
            if said.relation and _is_head_word(said, head):
                continue
            person = {wanted.name: said.name, wanted.relation: said.relation or relation}
            if said.age and self._wanted.member_field(wanted.born):
                born = self._wanted.member_field(wanted.born)
                person[wanted.born] = born.kind.tidy(f"{said.age}歳") if born else ""
            draft.people.append({key: value for key, value in person.items() if value})

    # ---- rows without a name ----

    def is_house(self, row: Sequence[Cell], *, alone: bool) -> bool:
        """Whether a row without a name is a house all the same: an empty one, or one of a list."""
        said = {name: said_in(row, index) for index, name, _tidier, _column in self._household}
        words = [word for known in self._classes.values() for word in known]
        if any(squeezed(text).startswith(word) for text in said.values() if text for word in words):
            return True
        return alone and bool(said.get("address") or (said.get("number") and said.get("phone")))

    def goes_on(self, row: Sequence[Cell], number: int, draft: Draft) -> bool:
        """A line that only goes on with the note, the address or the phones above; or False."""
        told = []
        for index, name, tidier, column in self._household:
            text = said_in(row, index)
            if not text:
                continue
            value = tidier(row[index])
            if name in ("phone", "mobile") and value.kept and not draft.values.get("mobile"):
                draft.values["mobile" if draft.values.get("phone") else name] = value.kept
            elif name == self._wanted.note:
                draft.values[name] = BETWEEN.join(filter(None, (draft.values.get(name), text)))
            else:
                draft.notes.append(f"{column.heading}: {text}")
            told.append(text)
        if len(told) != sum(1 for cell in row if cell not in ("", MERGED)):
            return False
        self._said.repair(number, "", SPLIT, " ".join(told), "")
        return bool(told)

    # ---- done ----

    def finished(self, draft: Draft) -> Record:
        """Deduce what notes say, and add the people of whom only the number is known."""
        values, wanted = draft.values, self._wanted
        note = values.get(wanted.note, "")
        if note:
            self._from_note(note, draft)
        if draft.notes:
            pieces = [values.get(wanted.note, ""), *draft.notes]
            values[wanted.note] = BETWEEN.join(filter(None, pieces))
        people = draft.people
        if draft.count is not None:
            if draft.count == 0 and (KEY in self._structure or self._nobody_lives(draft)):
                house = people[0] if people else {}
                names = {
                    wanted.head: house.get(wanted.name),
                    wanted.head_kana: house.get(wanted.kana),
                }
                values |= {key: name for key, name in names.items() if name}
                people = []
            elif draft.count < len(people):
                reason = _("{count} people are counted here, but {named} are named.")
                self._said.problem(draft.row, reason.format(count=draft.count, named=len(people)))
            else:
                people = people + [{} for _unnamed in range(draft.count - len(people))]
        return Record(self._said.sheet, draft.row, draft.group, values, tuple(people))

    def _nobody_lives(self, draft: Draft) -> bool:
        return any(draft.values.get(name) in self._wanted.unlived for name in self._classes)

    def _from_note(self, note: str, draft: Draft) -> None:
        wanted = self._wanted
        for name, words in self._classes.items():
            code = class_in_note(note, words) if words and not draft.values.get(name) else ""
            if code:
                draft.values[name] = code
                self._said.repair(draft.row, self._title(name), DEDUCED, note, code)
        told = any(name == wanted.house_name for _index, name, _tidier, _column in self._household)
        if wanted.household_field(wanted.house_name) and not told:
            house = house_name_in(note)
            if house:
                draft.values[wanted.house_name] = house
                draft.values.pop(wanted.note)
                self._said.repair(draft.row, self._title(wanted.house_name), DEDUCED, note, house)


def _telling(words: Mapping[str, str]) -> dict[str, str]:
    """Words that tell something in a note; 正 or 店 alone could be anything, even a name."""
    return {word: code for word, code in words.items() if len(word) > 1}


def _same_person(one: str, other: str) -> bool:
    """Whether a given name alone, or another spacing, is meant."""
    first, second = "".join(one.split()), "".join(other.split())
    return first == second or (len(second) < len(first) and first.endswith(second))


def _is_head_word(said: Any, head: str) -> bool:
    return said.relation in ("本人", "世帯主") and (not said.name or _same_person(head, said.name))


def _three_part(sheet: Sheet, plan: SheetPlan) -> bool:
    """Whether house numbers of this table usually have three parts."""
    index = next((c.index for c in plan.columns if c.meaning == "household.address"), None)
    if index is None:
        return False
    texts = [
        narrow(cell)
        for row in sheet.rows[plan.header.stop :][:500]
        if isinstance(cell := row[index], str)
    ]
    numbered = [text for text in texts if re.search(r"\d", text)]
    three = sum(1 for text in numbered if re.search(r"\d+-\d+-\d+", text))
    return bool(numbered) and three * 2 > len(numbered)
