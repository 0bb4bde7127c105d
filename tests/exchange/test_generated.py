"""Hundreds of rosters drawn from seeds: counts and values come out as they were put in."""

import os
import re
import unicodedata
from pathlib import Path

import pytest
from tests.exchange import odd_layouts
from tests.exchange.invented import CLASSES, House
from tests.exchange.rosters import Roster, make
from tests.exchange.wanted import TODAY, read_file, wanted

from kucho_desktop.exchange.roster import Reading, Record

MANY = int(os.environ.get("KUCHO_MANY", "180"))


@pytest.mark.parametrize("seed", range(MANY))
def test_roster_of_seed(seed: int, tmp_path: Path) -> None:
    roster = make(seed, tmp_path)
    reading = read_file(roster.path, wanted(), TODAY)
    assert differences(roster, reading) == []


@pytest.mark.parametrize("seed", range(max(MANY // 2, 1)))
def test_odd_roster_of_seed(seed: int, tmp_path: Path) -> None:
    roster = make(seed, tmp_path, odd_layouts.ALL)
    assert differences(roster, read_file(roster.path, wanted(), TODAY)) == []


def differences(roster: Roster, reading: Reading) -> list[str]:
    """What came out otherwise than it was put in, in words."""
    found = []
    counts = (len(reading.records), reading.members, len(reading.groups))
    if counts != (len(roster.houses), roster.members, roster.groups):
        found.append(f"{counts} for {(len(roster.houses), roster.members, roster.groups)}")
    for house, record in zip(roster.houses, reading.records, strict=False):
        found += _of_house(house, record)
    by_group: dict[int, set[tuple[str, ...]]] = {}
    for house, record in zip(roster.houses, reading.records, strict=False):
        by_group.setdefault(house.group, set()).add(record.group)
    found += [f"group {group}: {names}" for group, names in by_group.items() if len(names) != 1]
    return found


def _of_house(house: House, record: Record) -> list[str]:
    head = record.people[0] if record.people else {}
    pairs = [
        ("head", _name(house), "".join(head.get("name", "").split())),
        ("phone", _digits(house.phone), _digits(record.values.get("phone", ""))),
        ("mobile", _digits(house.mobile), _digits(record.values.get("mobile", ""))),
        ("address", _plain(house.address), _plain(record.values.get("address", ""))),
        ("count", house.count, len(record.people)),
        ("class", CLASSES.get(house.membership, "full"), record.values.get("membership", "full")),
    ]
    if head.get("kana") and house.people:
        pairs.append(("kana", house.head.kana.replace("\0", ""), head["kana"].replace(" ", "")))
    for person, read in zip(house.people, record.people, strict=False):
        given = person.name.split("\0")[1]
        pairs.append(("member", True, read.get("name", "").endswith(given)))
        born = read.get("born", "")
        if born:
            exact = born in (person.born.isoformat(), f"{2026 - person.age:04}~")
            pairs.append(("born", True, exact or born))
        if read.get("gender"):
            pairs.append(("gender", "female" if person.woman else "male", read["gender"]))
    return [f"row {record.row} {what}: {put!r} → {got!r}" for what, put, got in pairs if put != got]


def _name(house: House) -> str:
    return house.head.name.replace("\0", "") if house.people else ""


def _digits(text: str) -> str:
    return re.sub(r"\D", "", text)


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).replace("−", "-")
