"""What was written out reads back in as the same book, whatever stands in it."""

import dataclasses
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kucho_desktop.app.books import UPKEEP
from kucho_desktop.app.practice import write_practice_book
from kucho_desktop.app.tables import read_in, understood, write_out
from kucho_desktop.core import i18n
from kucho_desktop.core.book import Book
from kucho_desktop.exchange.cells import ZERO_LOST
from kucho_desktop.exchange.files import open_table
from kucho_desktop.households.model import HEAD
from kucho_desktop.households.store import (
    WholeHousehold,
    WholeMember,
    households_on,
    write_many,
)
from kucho_desktop.tonarigumi.store import add_missing_tonarigumi, all_tonarigumi

SAMPLES = Path(__file__).parents[1] / "exchange" / "samples"
TODAY = date(2026, 11, 20)
ALWAYS = ("", "9999-12-31")
KEY = bytes(range(32))


def as_seen(book: Book) -> list[dict[str, Any]]:
    """Every household of today with everything but its ids and days."""
    paths = {group.id: group.path for group in all_tonarigumi(book)}
    seen = []
    for household in households_on(book):
        said = dataclasses.asdict(household)
        said["tonarigumi_id"] = paths.get(household.tonarigumi_id or 0)
        for name in ("id", "since", "until"):
            said.pop(name)
        for member in said["members"]:
            for name in ("id", "household_id", "position", "since", "until"):
                member.pop(name)
        for consent in said["consents"]:
            for name in ("id", "household_id"):
                consent.pop(name)
        seen.append(said)
    return seen


def empty_book(folder: Path, name: str) -> Book:
    return Book(folder / f"{name}.kucho", KEY, upkeep=UPKEEP, today=TODAY)


def read_back(book: Book, folder: Path, ending: str) -> Book:
    table = folder / f"out.{ending}"
    assert list(write_out(book, table)) == []
    other = empty_book(folder, f"other-{ending}")
    found = read_in(other, table)
    assert found.problems == ()
    return other


@pytest.mark.parametrize("ending", ["xlsx", "csv"])
@pytest.mark.parametrize(
    ("name", "counts"),
    [
        ("roster_plain.xlsx", (120, 320, 8)),
        ("roster_as_kept.xlsx", (96, 233, 8)),
        ("roster_families_cp932.csv", (60, 135, 8)),
    ],
)
def test_a_roster_comes_back_as_it_was(book, tmp_path, name, counts, ending):
    found = read_in(book, SAMPLES / name)
    assert (found.households, found.members, found.tonarigumi) == counts
    other = read_back(book, tmp_path, ending)
    assert as_seen(other) == as_seen(book)
    other.close()


@pytest.mark.parametrize("ending", ["xlsx", "csv"])
def test_the_practice_district_comes_back(practice, tmp_path, ending):
    other = read_back(practice, tmp_path, ending)
    assert as_seen(other) == as_seen(practice)
    groups = [[(g.path, g.kana) for g in all_tonarigumi(each)] for each in (practice, other)]
    assert groups[0] == groups[1]
    assert any(household["consents"] for household in as_seen(other))
    assert max(len(path) for path, _kana in groups[1]) == 2
    other.close()


@pytest.fixture
def practice(tmp_path: Path) -> Iterator[Book]:
    from kucho_desktop.app.books import open_book

    path = tmp_path / "practice.kucho"
    write_practice_book(path, "ajisai-no-niwa", households=120, today=TODAY)
    book = open_book(path, "ajisai-no-niwa", today=TODAY)
    yield book
    book.close()


@pytest.mark.parametrize("word", ["班", "伍"])
def test_a_district_with_its_own_words_is_read_elsewhere(book, tmp_path, word):
    read_in(book, SAMPLES / "roster_plain.xlsx")
    i18n.call_things({"隣組": word})
    write_out(book, tmp_path / "out.xlsx")
    assert word in open_table(tmp_path / "out.xlsx").sheets[0].rows[2]
    i18n.call_things({})
    other = empty_book(tmp_path, "other")
    assert read_in(other, tmp_path / "out.xlsx").problems == ()
    assert as_seen(other) == as_seen(book)
    other.close()


def test_a_table_that_was_worked_on_in_excel_is_read(book, tmp_path):
    read_in(book, SAMPLES / "roster_plain.xlsx")
    write_out(book, tmp_path / "out.xlsx")
    workbook = openpyxl.load_workbook(tmp_path / "out.xlsx")
    sheet = workbook.worksheets[0]
    headings = [cell.value for cell in sheet[3]]
    phone = headings.index("電話番号") + 1
    sheet.cell(4, phone).value = 263751034
    sheet.cell(5, phone).value = "わからない"
    sheet.cell(3, len(headings) + 1).value = "車の台数"
    sheet.cell(4, len(headings) + 1).value = 2
    sheet.delete_rows(7)
    workbook.save(tmp_path / "out.xlsx")
    found = understood(open_table(tmp_path / "out.xlsx"), TODAY)
    assert len(found.records) == 119
    assert found.records[0].values["phone"] == "0263-75-1034"
    assert [repair.what for repair in found.repairs] == [ZERO_LOST]
    reasons = " ".join(problem.reason for problem in found.problems)
    assert "車の台数" in reasons
    assert "電話番号" in reasons
    assert "台帳No.「4」" in reasons


# ---- any household at all ----

NAMES = st.text("山田中髙﨑𠮷邉邉󠄀々ヶァアあ Ａb1-　()（）様?", max_size=8).map(str.strip)
TEXTS = st.one_of(
    st.sampled_from(
        ["", "〃", "同上", "なし", "-", "=1+1", "'", "空き家", "屋号 中屋", "計", "3-5", "#N/A"]
    ),
    st.text("あ漢a1 ,\"'\n=+-@|;　〜～", max_size=12).map(str.strip),
)
NOTES = TEXTS.map(lambda text: "\n".join(line.rstrip() for line in text.splitlines()))
KANA = st.text("あいうえおがぱっーん　 ", max_size=6).map(lambda text: " ".join(text.split()))
PHONES = st.sampled_from(["", "0263-72-1234", "090-1234-5678", "03-1234-5678"])
BORN = st.sampled_from(["", "1946-04-02", "1946-04", "1946", "1946~", "1898-01-05", "2019-05-01"])
DAYS = st.sampled_from(["", "2020-02-29", "1989-01-08"])
WHERE = st.sampled_from(["home", "care", "hospital", "study", "work"])


@st.composite
def members(draw: st.DrawFn) -> list[WholeMember]:
    count = draw(st.integers(0, 4))
    heads = draw(st.sampled_from([0, None]))
    made = []
    for place in range(count):
        relation = HEAD if place == heads else draw(st.sampled_from(["", "妻", "長男", "同居人"]))
        values = {
            "name": draw(NAMES),
            "kana": draw(KANA),
            "born": draw(BORN),
            "gender": draw(st.sampled_from(["", "male", "female"])),
            "phone": draw(PHONES),
            "work": draw(TEXTS).replace("\n", " ").strip(),
            "note": draw(NOTES),
        }
        whole = WholeMember(
            values, homes=[(relation, place, *ALWAYS)], whereabouts=[(draw(WHERE), *ALWAYS)]
        )
        made.append(whole)
    return made


@st.composite
def households(draw: st.DrawFn) -> WholeHousehold:
    people = draw(members())
    named = any(each.homes[0][0] == HEAD and each.values["name"] for each in people)
    line = TEXTS.map(lambda text: " ".join(text.split()))
    values = {
        "number": draw(line),
        "yago": draw(line),
        "nameplate": draw(NAMES),
        "lot": draw(line),
        "phone": draw(PHONES),
        "mobile": draw(PHONES),
        "fax": draw(PHONES),
        "email": draw(st.sampled_from(["", "a@example.jp"])),
        "dwelling": draw(st.sampled_from(["", "own", "rent"])),
        "landlord": draw(line),
        "distribution": draw(st.sampled_from(["", "all", "mail", "none"])),
        "circular": draw(st.sampled_from(["", "pass", "skip", "apart"])),
        "copies": draw(st.integers(0, 12)),
        "away_by_day": draw(st.integers(0, 1)),
        "recorded_on": draw(DAYS),
        "note": draw(NOTES),
        "name": "" if named else draw(NAMES),
        "name_kana": "",
    }
    membership = draw(st.sampled_from(["full", "none", "paused", "empty", "office"]))
    address = (draw(st.sampled_from(["", "399-8205"])), draw(line), draw(line))
    answer = st.tuples(
        st.sampled_from(["yes", "no"]), st.sampled_from(["form", "word"]), DAYS, st.just(ALWAYS[1])
    )
    consents = [
        (item, "households", *draw(answer))
        for item in draw(st.sets(st.sampled_from(["name", "phone"])))
    ]
    return WholeHousehold(
        values,
        memberships=[(membership, "", *ALWAYS)],
        places=[(draw(st.sampled_from([None, 0, 1, 2])), draw(st.integers(1, 99)), *ALWAYS)],
        addresses=[(*address, *ALWAYS)] if any(address) else (),
        consents=consents,
        members=people,
    )


@pytest.mark.parametrize("ending", ["xlsx", "csv"])
@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(wholes=st.lists(households(), min_size=1, max_size=9))
def test_whatever_stands_in_the_book_comes_back(tmp_path_factory, wholes, ending):
    folder = tmp_path_factory.mktemp("tables")
    book = empty_book(folder, "book")
    ids = list(
        add_missing_tonarigumi(book, [("上手",), ("上手", "１組"), ("下手", "空き家組")]).values()
    )
    placed = [
        each._replace(places=[(None if g is None else ids[g], *rest) for g, *rest in each.places])
        for each in wholes
    ]
    write_many(book, placed, count=len(placed))
    table = folder / f"out.{ending}"
    write_out(book, table)
    other = empty_book(folder, "other")
    read_in(other, table)
    assert as_seen(other) == as_seen(book)
    other.close()
    book.close()
