"""Postal codes of all Japan, from resources/postal.sqlite: plain, read-only, never in the book."""

import re
import sqlite3
from contextlib import closing
from dataclasses import dataclass

from kucho_desktop.core.order import KATAKANA
from kucho_desktop.core.places import resources
from kucho_desktop.core.text import fold, tidy_postal_code

_TOWNS = """
    SELECT town.code, prefecture, city.city, town, prefecture_kana, city_kana, kana, city.code
    FROM town JOIN city ON city.id = town.city
"""
_COUNTY = re.compile(r"^.{1,5}?郡(?=.)")
_SECTION = re.compile("大字|字")


@dataclass(frozen=True)
class Town:
    """A town of a postal code; `town` is empty for "all that has no code of its own".

    municipality: its five-digit code (JIS X 0402).
    """

    code: str
    prefecture: str
    city: str
    town: str
    prefecture_kana: str
    city_kana: str
    town_kana: str
    municipality: str

    @property
    def address(self) -> str:
        """What stands before the house number."""
        return self.prefecture + self.city + self.town


def beginnings_of(postal_code: str) -> list[str]:
    """How addresses with this code begin, as people of the prefecture write them: 安曇野市豊科."""
    return [town.city + town.town for town in towns_of(postal_code)]


def towns_of(postal_code: str) -> list[Town]:
    """Every town of a code, in any way of writing it; empty if no such code is known."""
    digits = tidy_postal_code(postal_code).replace("-", "")
    if len(digits) != 7 or not (digits.isascii() and digits.isdecimal()):
        return []
    return _read(f"{_TOWNS} WHERE town.code = ? ORDER BY place", (int(digits),))


def address_of(postal_code: str) -> str | None:
    """Prefecture, city and town; where a code has several, the parts that they share.

    None if the code is unknown or its towns share nothing.
    """
    towns = towns_of(postal_code)
    if len({(each.prefecture, each.city) for each in towns}) > 1:
        same = len({each.prefecture for each in towns}) == 1
        return towns[0].prefecture if same else None
    if not towns:
        return None
    shortest = min((each.town for each in towns), key=len)
    shared = all(each.town.startswith(shortest) for each in towns)
    return towns[0].prefecture + towns[0].city + (shortest if shared else "")


def codes_of(address: str) -> list[str]:
    """The postal codes of an address or of its beginning, the best one first: "399-8205".

    The prefecture and the county may be left out, 大字 and house numbers may be there.
    """
    if not address.strip():
        return []
    plain = _squeezed(address)
    found: list[tuple[int, Town]] = []
    for city, first, last, rest in _cities_in(plain):
        where = f"{_TOWNS} WHERE town.code BETWEEN ? AND ? AND city.id = ?"
        for town in _read(where, (first, last, city)):
            name = _squeezed(town.town)
            if rest.startswith(name) or name.startswith(rest):
                found.append((len(name) if rest.startswith(name) else -len(name), town))
    best = max((length for length, _town in found), default=0)
    fitting = [each for each in found if each[0] == best or each[0] < 0]
    fitting.sort(key=lambda each: (each[0] < 0, -each[0], each[1].code))
    return list(dict.fromkeys(town.code for _length, town in fitting))


def _cities_in(plain: str) -> list[tuple[int, int, int, str]]:
    """(id, first code, last code, what follows) of the municipalities an address begins with."""
    with closing(_connection()) as connection:
        rows = connection.execute("SELECT id, first, last, prefecture, city FROM city").fetchall()
    found = []
    for city, first, last, prefecture, name in rows:
        rest = plain.removeprefix(_squeezed(prefecture))
        for written in (name, _COUNTY.sub("", name)):
            if rest.startswith(_squeezed(written)):
                found.append((city, first, last, rest.removeprefix(_squeezed(written))))
                break
    shortest = min((len(each[-1]) for each in found), default=0)
    return [each for each in found if len(each[-1]) == shortest]


def _squeezed(text: str) -> str:
    return fold(_SECTION.sub("", text))


def _read(sql: str, values: tuple[int, ...]) -> list[Town]:
    with closing(_connection()) as connection:
        return [_town(*row) for row in connection.execute(sql, values)]


def _town(code: int, prefecture: str, city: str, town: str, *others: str) -> Town:
    prefecture_kana, city_kana, town_kana = (kana.translate(KATAKANA) for kana in others[:3])
    return Town(
        tidy_postal_code(f"{code:07}"),
        prefecture,
        city,
        town,
        prefecture_kana,
        city_kana,
        town_kana,
        others[3],
    )


def _connection() -> sqlite3.Connection:
    uri = (resources() / "postal.sqlite").resolve().as_uri()
    return sqlite3.connect(f"{uri}?mode=ro&immutable=1", uri=True)
