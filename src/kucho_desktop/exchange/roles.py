"""The columns of a table by what they are for: the household's, its people's, and the rest."""

import re
from collections import Counter
from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from kucho_desktop.core.text import narrow
from kucho_desktop.exchange.cells import Tidier
from kucho_desktop.exchange.files import Sheet
from kucho_desktop.exchange.glance import glance_at
from kucho_desktop.exchange.knowledge import AGE, SEVERAL, Knowledge
from kucho_desktop.exchange.meaning import words_of
from kucho_desktop.exchange.roster import Column, SheetPlan

_JUDGED_ROWS = 500
_AREA = re.compile(r"[(]?(0(?![5789]0)[1-9]\d{0,3})[-)][ ]?\d{1,4}-\d{4}")


class Place(NamedTuple):
    """One column: where it is, the field it fills, how its cells are judged."""

    at: int
    name: str
    glance: Callable[[str], object] | None
    tidier: Tidier
    column: Column


class Roles:
    """household: fields of the household; person: of the row's own person; further: of others.

    relations: what headings say of further people (妻); several: columns that name a family, with
    what their headings say. structure: index by meaning, for what is no field. named: whether 氏名
    has a column of its own beside 世帯主; where only one of them has, it is the person's.
    """

    def __init__(self, sheet: Sheet, plan: SheetPlan, knowledge: Knowledge, today: date) -> None:
        self.wanted = knowledge.wanted
        self.household: list[Place] = []
        self.person: list[Place] = []
        self.further: dict[int, list[Place]] = {}
        self.relations: dict[int, str] = {}
        self.several: list[tuple[int, str]] = []
        self.structure: dict[str, int] = {}
        own = {column.meaning for column in plan.columns if column.person == 0}
        self.named = "member.name" in own or {"household.head", "given"} <= own
        self._read_own = self.named and _is_of_named(plan, "household.kana", "member.kana")
        self._knowledge, self._today = knowledge, today
        self._three_part = _three_part(sheet, plan)
        self._area = _area_code(sheet, plan)
        for column in plan.columns:
            self._take(column)
        self.ages = self._tidier("member.born") if AGE in self.structure else None
        self.filled = frozenset(place.name for place in self.household)

    def _tidier(self, meaning: str) -> Tidier | None:
        found = self._knowledge.field_of(meaning)
        if found is None:
            return None
        words = words_of(found, meaning, self._knowledge)
        area = self._area if found.kind.name == "phone" else ""
        return Tidier(found, words, self._today, three_part=self._three_part, area=area)

    def _take(self, column: Column) -> None:
        wanted = self.wanted
        meaning = (
            f"member.{wanted.born}" if column.person and column.meaning == AGE else column.meaning
        )
        tidier = self._tidier(meaning)
        if column.meaning == SEVERAL:
            self.several.append((column.index, column.relation))
            return
        if tidier is None:
            if column.meaning and not column.person:
                self.structure[column.meaning] = column.index
            return
        if column.person and column.relation:
            self.relations[column.person] = column.relation
        name = tidier.field.name
        place = Place(column.index, name, glance_at(tidier.field), tidier, column)
        if column.person:
            self.further.setdefault(column.person, []).append(place)
        elif meaning.startswith("member."):
            self.person.append(place)
        elif name == wanted.head_kana and self._read_own:
            self.person.append(place._replace(name=wanted.kana))
        elif name in (wanted.head, wanted.head_kana) and not self.named:
            own = wanted.name if name == wanted.head else wanted.kana
            self.person.append(place._replace(name=own))
        else:
            self.household.append(place)


def _is_of_named(plan: SheetPlan, kana: str, own: str) -> bool:
    """Whether the one column of readings belongs to 氏名, not to 世帯主 beside it."""
    at = {column.meaning: column.index for column in plan.columns if column.person == 0}
    if kana not in at or own in at:
        return False
    if "household.head" not in at:
        return True
    return abs(at["member.name"] - at[kana]) <= abs(at["household.head"] - at[kana])


def _area_code(sheet: Sheet, plan: SheetPlan) -> str:
    """The area code of most landlines of a table; empty if they differ or have none."""
    indexes = [c.index for c in plan.columns if c.meaning == "household.phone" and not c.person]
    codes = Counter(
        found[1]
        for index in indexes
        for row in sheet.rows[plan.header.stop :][:_JUDGED_ROWS]
        if isinstance(cell := row[index], str) and (found := _AREA.match(narrow(cell)))
    )
    ((code, count),) = codes.most_common(1) or [("", 0)]
    return code if count >= 2 and count * 10 >= codes.total() * 8 else ""


def _three_part(sheet: Sheet, plan: SheetPlan) -> bool:
    """Whether house numbers of this table usually have three parts."""
    index = next((c.index for c in plan.columns if c.meaning == "household.address"), None)
    if index is None:
        return False
    texts = [
        narrow(cell)
        for row in sheet.rows[plan.header.stop :][:_JUDGED_ROWS]
        if isinstance(cell := row[index], str)
    ]
    numbered = [text for text in texts if re.search(r"\d", text)]
    three = sum(1 for text in numbered if re.search(r"\d+-\d+-\d+", text))
    return bool(numbered) and three * 2 > len(numbered)
