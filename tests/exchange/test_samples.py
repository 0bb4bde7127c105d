"""The three rosters that districts gave: read whole, without a hand on the mapping."""

from collections import Counter
from pathlib import Path

import pytest
from tests.exchange.wanted import TODAY, read_file, wanted

from kucho_desktop.core.errors import CannotReadTable
from kucho_desktop.exchange.cells import DEDUCED, HALF_KANA, REPEATED, ZERO_LOST
from kucho_desktop.exchange.roster import Reading

SAMPLES = Path(__file__).parent / "samples"


def read(name: str) -> Reading:
    return read_file(SAMPLES / name, wanted(), TODAY)


def test_plain_roster() -> None:
    reading = read("roster_plain.xlsx")
    assert len(reading.records) == 120
    assert [group for (group,) in reading.groups] == [f"第{number}隣組" for number in range(1, 9)]
    assert reading.members == 320
    assert reading.problems == ()
    first, second, third = reading.records[:3]
    assert dict(first.values) == {
        "walking_order": 1,
        "postal_code": "399-8205",
        "address": "安曇野市豊科332-29",
        "phone": "0263-75-1034",
        "yago": "中屋",
    }
    head = {"name": "𠮷田 正", "kana": "よしだ ただし", "relation": "head"}
    assert first.people == (head, {}, {})
    assert second.values["mobile"] == "090-8174-9123"
    assert second.values["note"] == "施設入所中"
    assert third.values["membership"] == "paused"
    classes = Counter(record.values.get("membership") for record in reading.records)
    assert classes == {None: 86, "paused": 19, "empty": 15}


def test_roster_as_kept() -> None:
    reading = read("roster_as_kept.xlsx")
    assert len(reading.records) == 96
    assert len(reading.groups) == 8
    assert reading.groups[2] == ("第３隣組",)
    assert reading.problems == ()
    assert {len(members) for members in _by_group(reading).values()} == {12}
    assert [record.values["number"] for record in reading.records] == [
        str(number) for number in range(1, 97)
    ]
    record = reading.records[5]
    assert record.row == 12
    assert record.values["phone"] == "0263-42-5087"
    assert "mobile" not in record.values
    assert record.people[0]["name"] == "廣瀨　德男"
    assert record.people[0]["kana"] == "ひろせ とくお"
    assert len(record.people) == 4
    said = Counter(repair.what for repair in reading.repairs)
    assert said[ZERO_LOST] == 31
    assert said[HALF_KANA] == 96
    remarks = [remark.reason for remark in reading.remarks]
    assert "令和8年4月10日現在" in remarks
    assert "※取扱注意　次年度役員へ引き継ぐこと" in remarks
    assert "第３隣組　　組長：伊藤" in remarks


def test_roster_of_families() -> None:
    reading = read("roster_families_cp932.csv")
    assert (len(reading.records), reading.members, len(reading.groups)) == (60, 135, 8)
    first = reading.records[0]
    assert first.group == ("1組",)
    assert first.values["number"] == "1"
    assert [person["relation"] for person in first.people] == ["head", "妻"]
    assert [person["born"] for person in first.people] == ["1941-05-27", "1943-05-27"]
    assert first.people[1]["gender"] == "female"
    assert first.people[1]["kana"] == "わたなべ かずこ"
    assert all(person.get("born") for record in reading.records for person in record.people)
    said = Counter(repair.what for repair in reading.repairs)
    assert said[REPEATED] == 75
    assert said[DEDUCED] == 18
    lost = [problem for problem in reading.problems if "?" in problem.reason]
    assert [problem.row for problem in lost] == [19, 37, 47, 56, 88, 96, 104, 130]
    assert len(reading.problems) == len(lost)


def test_a_table_of_something_else_is_no_roster() -> None:
    with pytest.raises(CannotReadTable):
        read("shelters_open_data.csv")


def _by_group(reading: Reading) -> dict[tuple[str, ...], list[int]]:
    groups: dict[tuple[str, ...], list[int]] = {}
    for record in reading.records:
        groups.setdefault(record.group, []).append(record.row)
    return groups
