"""One cell to one kept value: what Excel and busy hands spoilt is put right, and said."""

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from kucho_desktop.core.dates import NotADate, from_excel_serial, read_born, read_date
from kucho_desktop.core.fields import Field
from kucho_desktop.core.i18n import N_, _
from kucho_desktop.core.text import full_kana, narrow
from kucho_desktop.exchange.files import MERGED, Cell
from kucho_desktop.exchange.profile import text_of
from kucho_desktop.exchange.vocabulary import number_in_kanji, squeezed
from kucho_desktop.exchange.words import DITTO, ERRORS, NOTHING

ZERO_LOST = N_("Leading zero put back")
AREA_ADDED = N_("Area code added")
DATE_TO_LOT = N_("House number that had become a date")
REPEATED = N_("Repeated from the row above")
HALF_KANA = N_("Half-width kana")
AGE_GIVEN = N_("Age instead of a birthday")
SERIAL_DATE = N_("Date kept as a number")
FURIGANA = N_("Reading taken from Excel's furigana")
READING_SPLIT = N_("Reading taken out of the name")
SPLIT = N_("Several values in one cell")
POLITE_CUT = N_("様 taken off the name")
DEDUCED = N_("Understood from the words")
GROUP_NAMED = N_("Number made a group's name")

_BIG = re.compile(r"\d(?:\.\d+)?[eE]\+?\d{1,2}")
_PHONES = re.compile(r"[/／、,，;；・･\n]|(?<=\d)[\s　]+(?=0)|または|又は")
_HALF = re.compile("[\uff66-\uff9f]")
_MONTH_DAY = re.compile(r"(\d{1,2})月(\d{1,2})日")
_DAY_ENGLISH = re.compile(
    r"(\d{1,2})-(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)", re.IGNORECASE
)
_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_ISO_DAY = re.compile(r"(\d{4})[/-](\d{1,2})[/-](\d{1,2})(?:[ T]0?0:00(?::00)?)?")
_LOCAL = re.compile(r"[1-9]\d{1,3}-\d{4}")
_LOST = re.compile("[?？〓\ufffd]")
_POLITE = re.compile(r"[\s　]*(?:様|殿|さま)$")


@dataclass(frozen=True, slots=True)
class Value:
    """What a cell comes to.

    repair: what was put right; problem: why it could not be kept, its text is then in `left`.
    ditto: it says what the row above says. more: a second value found in the same cell.
    """

    kept: Any
    repair: str = ""
    problem: str = ""
    left: str = ""
    ditto: bool = False
    more: str = ""

    @property
    def plain(self) -> bool:
        return not (self.repair or self.problem or self.left or self.ditto or self.more)


class Tidier:
    """Values of one column; the same cell is judged once.

    three_part: house numbers of this table have three parts, so 2012-03-04 was 12-3-4.
    area: the area code that phones of this table begin with, for those written without.
    """

    def __init__(
        self,
        field: Field,
        words: Mapping[str, Any],
        today: date,
        *,
        three_part: bool = False,
        area: str = "",
    ) -> None:
        self.field = field
        self.memo: dict[Cell, Value] = {}
        self._words = words
        self._today = today
        self._three_part = three_part
        self._area = area
        self._judge = self._judge_for(field)

    def __call__(self, cell: Cell) -> Value:
        found = self.memo.get(cell)
        if found is None:
            found = self.memo[cell] = self._value(cell)
        return found

    def _judge_for(self, field: Field) -> Callable[[Cell, str], Value]:
        by_kind: dict[str, Callable[[Cell, str], Value]] = {
            "phone": self._phone,
            "postal_code": self._postal_code,
            "address": self._address,
            "born": self._born,
            "date": self._date,
            "kana": self._kana,
            "name": self._name,
            "number": self._number,
        }
        if field.kind.choices:
            return self._choice
        return by_kind.get(field.kind.name.replace(" ", "_"), self._text)

    def _value(self, cell: Cell) -> Value:
        text = text_of(cell).strip()
        if cell == MERGED or text in DITTO:
            return Value(None, ditto=True)
        if not text or (text in NOTHING and self.field.kind.name != "name"):
            return Value(None)
        if text.upper() in ERRORS:
            return Value(None, problem=_("Excel shows an error here: {text}").format(text=text))
        return self._judge(cell, text)

    def _checked(self, text: str, repair: str = "", was: str = "") -> Value:
        problem = self.field.problem_with(text)
        if problem:
            return Value(None, problem=problem, left=was or text)
        return Value(self.field.kind.tidy(text), repair)

    def _text(self, cell: Cell, text: str) -> Value:
        if type(cell) is float and self.field.rule is None:
            return Value(text)
        if _HALF.search(text):
            return self._checked(full_kana(text), HALF_KANA, text)
        return self._checked(text)

    def _name(self, _cell: Cell, text: str) -> Value:
        problem = (
            _("A letter of {text} was lost when the file was saved.") if _LOST.search(text) else ""
        )
        return Value(text, "", problem.format(text=text))

    def _kana(self, _cell: Cell, text: str) -> Value:
        return self._checked(text, HALF_KANA if _HALF.search(text) else "", text)

    def _number(self, _cell: Cell, text: str) -> Value:
        digits = re.search(r"\d+", narrow(text))
        return self._checked(digits.group() if digits else text, "", text)

    def _phone(self, cell: Cell, text: str) -> Value:
        first, *others = [part.strip() for part in _PHONES.split(text) if part.strip()] or [text]
        more = " ".join(others)
        plain = narrow(first)
        if _BIG.fullmatch(plain):
            return Value(
                None, problem=_("The number was cut short in Excel: {text}").format(text=text)
            )
        found = plain.removesuffix(".0")
        repair = ""
        if found.isdecimal() and _lost_its_zero(found):
            found, repair = "0" + found, ZERO_LOST
        elif self._area and _LOCAL.fullmatch(found):
            found, repair = f"{self._area}-{found}", AREA_ADDED
        value = self._checked(found, repair, text)
        if value.problem or not more:
            return value
        return Value(value.kept, SPLIT, more=more)

    def _postal_code(self, _cell: Cell, text: str) -> Value:
        plain = narrow(text).removesuffix(".0").replace("〒", "").strip()
        if plain.isdecimal() and len(plain) in (5, 6):
            return self._checked(plain.zfill(7), ZERO_LOST, text)
        return self._checked(plain, "", text)

    def _address(self, cell: Cell, text: str) -> Value:
        lot = self._lot_of(cell, text)
        if lot:
            return self._checked(lot, DATE_TO_LOT, text)
        return self._text(cell, text)

    def _lot_of(self, cell: Cell, text: str) -> str:
        """3-5 that Excel took for the fifth of March; empty if it is no date."""
        plain = narrow(text)
        if isinstance(cell, date):
            return self._lot_of_day(cell)
        found = _MONTH_DAY.fullmatch(plain)
        if found:
            return f"{int(found[1])}-{int(found[2])}"
        found = _DAY_ENGLISH.fullmatch(plain)
        if found:
            return f"{_MONTHS.index(found[2].lower()) + 1}-{int(found[1])}"
        found = _ISO_DAY.fullmatch(plain)
        try:
            return (
                self._lot_of_day(date(*map(int, found.groups()))) if found and "/" in plain else ""
            )
        except ValueError:
            return ""

    def _lot_of_day(self, day: date) -> str:
        recent = 2000 <= day.year <= self._today.year + 1
        if self._three_part and 2001 <= day.year < self._today.year - 1:
            return f"{day.year - 2000}-{day.month}-{day.day}"
        if not recent and day.day == 1:
            return f"{day.year}-{day.month}"
        if not recent:
            return f"{day.year % 100}-{day.month}-{day.day}"
        return f"{day.month}-{day.day}"

    def _born(self, cell: Cell, text: str) -> Value:
        if isinstance(cell, date):
            return Value(text[:10])
        plain = narrow(text)
        number = plain.removesuffix("歳").removesuffix("才").strip()
        if number.isdecimal() and len(number) <= 3 and int(number) <= 125:
            return Value(read_born(f"{number}歳", self._today), AGE_GIVEN)
        if number.isdecimal() and len(number) == 5:
            return Value(from_excel_serial(int(number)).isoformat(), SERIAL_DATE)
        try:
            return Value(read_born(text, self._today), AGE_GIVEN if number != plain else "")
        except NotADate as error:
            return Value(None, problem=str(error), left=text)

    def _date(self, cell: Cell, text: str) -> Value:
        if isinstance(cell, date):
            return Value(text[:10])
        try:
            return Value(read_date(text, self._today).isoformat())
        except NotADate as error:
            return Value(None, problem=str(error), left=text)

    def _choice(self, _cell: Cell, text: str) -> Value:
        word = squeezed(text)
        if word in self._words:
            return Value(self._words[word])
        if not self.field.kind.problem_with(text):
            return Value(self.field.kind.tidy(text))
        bare = re.sub(r"\(.*\)", "", word)
        if bare in self._words:
            return Value(self._words[bare], left=text)
        problem = _("“{text}” is not known as {field}.")
        return Value(None, problem=problem.format(text=text, field=self.field.title), left=text)


def _lost_its_zero(digits: str) -> bool:
    """Nine digits were a landline, ten that begin like a mobile were a mobile number."""
    if digits[0] == "0":
        return False
    return len(digits) == 9 or (len(digits) == 10 and digits[:2] in ("50", "70", "80", "90"))


def without_polite(name: str) -> str:
    """A name without 様 or 殿 behind it."""
    return _POLITE.sub("", name) or name


_IN_KANJI = re.compile(r"(?P<number>[〇一二三四五六七八九十]{1,3})\s*(?:人|名)?")


def count_of(cell: Cell) -> int | None:
    """How many people a cell says: 4, 4人, 四人, 大人2 子供1; None if it says nothing."""
    text = unicodedata.normalize("NFKC", text_of(cell))
    written = _IN_KANJI.fullmatch(text.strip())
    if written:
        return number_in_kanji(written["number"])
    numbers = [int(number) for number in re.findall(r"\d+", text)]
    if not numbers or numbers[0] > 99:
        return None
    return sum(numbers) if re.search(r"\+|大人|男|・", text) else numbers[0]
