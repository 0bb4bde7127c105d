"""One hand: how somebody spells names, phones, days and groups throughout a table."""

import random
import unicodedata
from datetime import date

from tests.exchange.invented import HALF, House, Person
from tests.exchange.writing import Cell

KANJI = "〇一二三四五六七八九十"
NAMED = ("上町", "中町", "下町", "東常会", "西常会", "北原組", "南組", "新田")


class Writer:
    """One hand: it spells everything its own way throughout a table."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        pick = chance.choice
        self.gap = pick(("　", " ", "　", ""))
        self.kana = pick(("hira", "kata", "half"))
        self.phones = pick(("plain", "wide", "number", "brackets", "digits", "mixed"))
        self.place = pick(("", "", "豊科", "安曇野市豊科", "大字豊科 "))
        self.lot = pick(("", "番地"))
        self.wide_lots = chance.random() < 0.25
        self.groups = pick(("number", "組", "隣組", "wide", "kanji", "named", "班", "letter"))
        self.head = pick(("本人", "世帯主", "本人", "主", ""))
        self.born = pick(("era", "short", "iso", "slash", "day", "mixed"))
        self.none = pick(("", "", "なし", "－"))
        self.same = pick(("〃", "同上", "", "〃", "″"))

    def name(self, person: Person, *, given_only: bool = False) -> str:
        surname, given = person.name.split("\0")
        return given if given_only else f"{surname}{self.gap}{given}"

    def reading(self, person: Person) -> str:
        text = person.kana.replace("\0", self.gap or " ")
        if self.kana == "hira":
            return text
        kata = "".join(chr(ord(c) + 0x60) if "ぁ" <= c <= "ゖ" else c for c in text)
        if self.kana == "kata":
            return kata
        narrow = unicodedata.normalize("NFD", kata).replace("\u3099", "ﾞ").replace("\u309a", "ﾟ")
        return narrow.translate(HALF).replace("　", " ")

    def phone(self, phone: str) -> Cell:
        if not phone:
            return self.none
        style = (
            self.phones
            if self.phones != "mixed"
            else self.chance.choice(("plain", "wide", "number"))
        )
        if style == "wide":
            return wide(phone)
        if style == "number":
            return int(phone.replace("-", ""))
        if style == "brackets":
            return "{}({}){}".format(*phone.split("-"))
        return phone.replace("-", "") if style == "digits" else phone

    def address(self, house: House) -> Cell:
        if not self.place and not self.lot and self.chance.random() < 0.1:
            day = date(2026, self.chance.randint(1, 12), self.chance.randint(1, 28))
            house.address = f"{day.month}-{day.day}"
            return day
        text = f"{self.place}{house.address}{self.lot}"
        house.address = text
        return wide(text) if self.wide_lots else text

    def group(self, number: int) -> Cell:
        return {
            "number": number,
            "組": f"{number}組",
            "隣組": f"第{number}隣組",
            "wide": f"第{wide(str(number))}隣組",
            "kanji": f"{KANJI[number]}組",
            "named": NAMED[number - 1],
            "班": f"{number}班",
            "letter": f"{'ABCDEFGH'[number - 1]}組",
        }[self.groups]

    def birthday(self, born: date) -> Cell:
        style = (
            self.born
            if self.born != "mixed"
            else self.chance.choice(("era", "short", "iso", "slash"))
        )
        era, letter, first = next(
            each for each in (("平成", "H", 1989), ("昭和", "S", 1926)) if born.year >= each[2]
        )
        if born < date(1989, 1, 8) and era == "平成":
            era, letter, first = "昭和", "S", 1926
        year = born.year - first + 1
        if style == "day":
            return born
        return {
            "era": f"{era}{year if year > 1 else '元'}年{born.month}月{born.day}日",
            "short": f"{letter}{year}.{born.month}.{born.day}",
            "iso": born.isoformat(),
            "slash": f"{born.year}/{born.month:02}/{born.day:02}",
        }[style]


def wide(text: str) -> str:
    return "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in text)
