"""What is given out reads back in as the same households."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kucho_desktop.core.audiences import Audience
from kucho_desktop.core.fields import fields_of, shown
from kucho_desktop.exchange.families import families_table
from kucho_desktop.exchange.reading import read_file
from kucho_desktop.exchange.roster import Record
from kucho_desktop.exchange.table import Table, TableColumn, cannot_write
from kucho_desktop.exchange.writing_csv import JAPANESE, UTF8, write_csv
from kucho_desktop.exchange.writing_xlsx import write_xlsx
from kucho_desktop.households.model import MEMBERSHIP_CLASSES, Household, Member
from kucho_desktop.households.model.words import wanted

TODAY = date(2026, 4, 10)
GROUPS = (("東常会", "1組"), ("東常会", "2組"), ("西常会", "1組"), ("西常会",), ())

names = st.sampled_from(
    ("丸山　一郎", "𠮷田 正", "髙橋 トミ", "区 誠", "葛󠄀城 実", "正", "小計沢 優")
)
kana = st.sampled_from(("まるやま いちろう", "よしだ ただし", "", "とみ"))
births = st.sampled_from(("1946-04-02", "1946-04", "1946", "1946~", "", "2019-05-01", "1899-12-30"))
members = st.builds(
    Member,
    id=st.just(0),
    relation=st.sampled_from(("妻", "長男", "", "孫の妻")),
    name=names,
    kana=kana,
    born=births,
    gender=st.sampled_from(("", "male", "female")),
    whereabouts=st.sampled_from(("home", "care")),
    phone=st.sampled_from(("", "090-1234-5678")),
    note=st.sampled_from(("", "車いす")),
)


@st.composite
def districts(draw: st.DrawFn) -> list[Household]:
    made = []
    for id_ in range(1, draw(st.integers(1, 8)) + 1):
        people = [Member(0, relation="head", name=draw(names), kana=draw(kana), born=draw(births))]
        people += draw(st.lists(members, max_size=3))
        people += [Member(0)] * draw(st.integers(0, 2))
        lived = draw(st.integers(0, 5)) > 0
        made.append(
            Household(
                id_,
                number=draw(st.sampled_from(("", f"{id_}", f"A-{id_}"))),
                tonarigumi_id=draw(st.integers(0, len(GROUPS) - 1)),
                walking_order=draw(st.integers(1, 30)),
                membership=draw(st.sampled_from([code for code, _label in MEMBERSHIP_CLASSES.choices])),
                head=people[0].name if lived else draw(st.sampled_from(("", "㈱丸山商店", "公民館"))),
                kana=people[0].kana if lived else "",
                yago=draw(st.sampled_from(("", "中屋"))),
                postal_code=draw(st.sampled_from(("", "399-8205"))),
                address=draw(st.sampled_from(("", "安曇野市豊科1234-5", "3-5", "=1+1"))),
                phone=draw(st.sampled_from(("", "0263-72-1234"))),
                mobile=draw(st.sampled_from(("", "090-8765-4321"))),
                copies=draw(st.integers(0, 3)),
                away_by_day=draw(st.integers(0, 1)),
                recorded_on=draw(st.sampled_from(("", "2025-11-03"))),
                note=draw(st.sampled_from(("", "屋号 角屋", "休会", "回覧は裏口へ", "-3度", "'=x"))),
                members=tuple(people) if lived else (),
            )
        )  # fmt: skip
    return made


@pytest.mark.parametrize("charset", ["", UTF8])
@settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(district=districts())
def test_reads_back_as_the_same(district: list[Household], charset: str, tmp_path: Path) -> None:
    paths = {house.id: GROUPS[house.tonarigumi_id or 0] for house in district}
    table = families_table(
        shown(Household, district, Audience.CHIEF), wanted(), paths, title="世帯台帳"
    )
    path = tmp_path / ("roster.csv" if charset else "roster.xlsx")
    if charset:
        write_csv(table, path, charset)
    else:
        write_xlsx(table, path)
    reading = read_file(path, wanted(), TODAY)
    assert reading.problems == ()
    assert len(reading.records) == len(district)
    for house, record in zip(district, reading.records, strict=True):
        assert record.group == paths[house.id]
        assert _of_record(record) == _of_house(house)


def _of_house(house: Household) -> dict[str, Any]:
    said = _said(
        house, Household, leave_out={"tonarigumi_id", "members", "consents", "head", "kana"}
    )
    if not house.members:
        said |= {"head": house.head} if house.head else {}
    people = sorted(house.members, key=lambda member: member.relation != "head")
    unnamed = [member for member in people if not member.name]
    named = [member for member in people if member.name]
    return {**said, "people": [_said(member, Member) for member in [*named, *unnamed]]}


def _said(
    record: Any, kind: Any, leave_out: frozenset[str] | set[str] = frozenset()
) -> dict[str, Any]:
    return {
        each.name: value
        for each in fields_of(kind)
        if each.name not in leave_out
        and (value := getattr(record, each.name)) != _start(kind, each.name)
    }


def _start(kind: Any, name: str) -> Any:
    return kind.__dataclass_fields__[name].default


def _of_record(record: Record) -> dict[str, Any]:
    people = [_other(person, Member) for person in record.people]
    return {**_other(record.values, Household), "people": people}


def _other(values: Mapping[str, Any], kind: Any) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value not in (_start(kind, name), "")}


# ---- the files themselves ----


TABLE = Table(
    "名簿 [役員]",
    (TableColumn("氏名"), TableColumn("電話"), TableColumn("生年月日", text=False), TableColumn("人数", text=False)),
    (("=SUM(A1:A9)", "0263-72-1234", date(1946, 4, 2), 3), ("𠮷田 正", "090-1234-5678", "昭和21年頃", None)),
    "役員 令和8年4月10日",
)  # fmt: skip


def test_xlsx_has_typed_cells_and_is_set_up_for_printing(tmp_path: Path) -> None:
    write_xlsx(TABLE, tmp_path / "t.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "t.xlsx").active
    assert sheet is not None
    assert [cell.value for cell in sheet[3]] == ["氏名", "電話", "生年月日", "人数"]
    assert sheet["A4"].value == "=SUM(A1:A9)"
    assert sheet["A4"].data_type == "s"
    assert sheet["B4"].number_format == "@"
    assert sheet["C4"].is_date
    assert sheet["C4"].number_format.startswith("[$-411]ggge")
    assert (sheet["D4"].value, sheet["D4"].data_type) == (3, "n")
    assert sheet.freeze_panes == "A4"
    assert sheet.auto_filter.ref == "A3:D5"
    assert sheet.print_title_rows == "$3:$3"
    assert sheet.page_setup.orientation == "landscape"
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.page_setup.fitToHeight == 0
    assert sheet.title == "名簿  役員"


def test_csv_says_beforehand_what_it_cannot_write(tmp_path: Path) -> None:
    (lost,) = cannot_write(TABLE)
    assert (lost.row, lost.column, lost.text, lost.characters) == (2, "氏名", "𠮷田 正", "𠮷")
    assert not list(cannot_write(TABLE, "utf-8"))
    write_csv(TABLE, tmp_path / "t.csv", JAPANESE)
    lines = (tmp_path / "t.csv").read_bytes().decode("cp932").split("\r\n")
    assert lines[1] == "'=SUM(A1:A9),0263-72-1234,1946-04-02,3"
    assert lines[2].startswith("〓田 正,")
    write_csv(TABLE, tmp_path / "u.csv")
    assert (tmp_path / "u.csv").read_bytes().startswith(b"\xef\xbb\xbf")
