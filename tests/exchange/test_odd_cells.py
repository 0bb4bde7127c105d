"""Cells with an oddity: what is put right, and that it is said."""

import zipfile
from datetime import date
from pathlib import Path

import openpyxl
import xlsxwriter
from tests.exchange.given import from_csv, from_xlsx, names
from tests.exchange.wanted import TODAY, read_file, wanted

from kucho_desktop.exchange.cells import (
    AGE_GIVEN,
    AREA_ADDED,
    DATE_TO_LOT,
    DEDUCED,
    FURIGANA,
    HALF_KANA,
    POLITE_CUT,
    READING_SPLIT,
    REPEATED,
    SPLIT,
    ZERO_LOST,
)


def test_merged_family(tmp_path: Path) -> None:
    rows = [
        ["隣組", "世帯主", "家族", "続柄", "年齢", "電話"],
        ["1組", "丸山 太郎", "花子", "妻", 70, "0263-72-1111"],
        [None, None, "一郎", "長男", 40, None],
        ["2組", "百瀬 誠", "恵", "妻", 60, None],
    ]
    reading = from_xlsx(tmp_path, rows, "A2:A3", "B2:B3", "F2:F3")
    assert names(reading) == [["丸山 太郎", "花子", "一郎"], ["百瀬 誠", "恵"]]
    people = reading.records[0].people
    assert [person["relation"] for person in people] == ["head", "妻", "長男"]
    assert [person.get("born") for person in people] == [None, "1956~", "1986~"]
    assert AGE_GIVEN in {repair.what for repair in reading.repairs}


def test_heading_in_two_lines_over_people(tmp_path: Path) -> None:
    rows = [
        ["隣組", "世帯主", None, "家族１", None, None, "電話"],
        [None, "氏名", "年齢", "氏名", "続柄", "年齢", None],
        ["1組", "丸山 太郎", 80, "花子", "妻", 75, "0263-72-1111"],
        ["2組", "百瀬 誠", None, None, None, None, None],
    ]
    reading = from_xlsx(tmp_path, rows, "B1:C1", "D1:F1", "A1:A2", "G1:G2")
    assert names(reading) == [["丸山 太郎", "花子"], ["百瀬 誠"]]
    assert [person["born"] for person in reading.records[0].people] == ["1946~", "1951~"]


def test_houses_by_what_is_written_of_them(tmp_path: Path) -> None:
    text = (
        "組,番,氏名,住所,電話,備考\n1,1,丸山 太郎,豊科1-1,,R7より休会\n1,2,,豊科1-2,,空き家\n"
        "1,3,（空家）,豊科1-3,,\n1,4,㈱丸山商店,豊科1-4,,\n1,5,コーポあずさ,豊科1-5,,\n"
        "1,6,百瀬 誠,豊科1-6,,隣は空き家\n2,7,務台 清,豊科1-7,,準区民\n"
    )
    reading = from_csv(tmp_path, text)
    classes = [record.values.get("membership") for record in reading.records]
    assert classes == ["paused", "empty", "empty", "office", "apartment", None, "associate"]
    assert names(reading)[1:3] == [[], []]
    assert DEDUCED in {repair.what for repair in reading.repairs}


def test_phones(tmp_path: Path) -> None:
    text = (
        "組,氏名,電話\n1,丸山 太郎,0263-72-1111／090-1111-2222\n1,百瀬 花子,72-1112\n"
        "1,務台 誠,(0263)72-1113\n1,降旗 清,263721114\n1,上條 茂,9011112222\n"
        "1,等々力 恵,1.23E+10\n1,会田 正,なし\n"
    )
    reading = from_csv(tmp_path, text)
    phones = [record.values.get("phone") for record in reading.records]
    assert phones == [
        "0263-72-1111",
        "0263-72-1112",
        "0263-72-1113",
        "0263-72-1114",
        "090-1111-2222",
        None,
        None,
    ]
    assert reading.records[0].values["mobile"] == "090-1111-2222"
    assert [problem.row for problem in reading.problems] == [7]
    said = {repair.what for repair in reading.repairs}
    assert {ZERO_LOST, AREA_ADDED, SPLIT} <= said


def test_house_numbers_that_became_days(tmp_path: Path) -> None:
    rows = [["組", "氏名", "番地"]] + [
        [1, "丸山 太郎", cell]
        for cell in (
            date(2026, 3, 5),
            "5-Mar",
            "3月5日",
            "1905/7/1",
            date(1999, 7, 1),
            "〃",
            "3628-21",
        )
    ]
    reading = from_xlsx(tmp_path, rows)
    lots = [record.values["address"] for record in reading.records]
    assert lots == ["3-5", "3-5", "3-5", "1905-7", "1999-7", "1999-7", "3628-21"]
    said = [repair.what for repair in reading.repairs]
    assert said.count(DATE_TO_LOT) == 5
    assert said.count(REPEATED) == 1


def test_names_with_more_than_a_name(tmp_path: Path) -> None:
    text = (
        "組,氏名,電話\n1,◎丸山 太郎（組長）,\n1,百瀬 花子 様（ももせ はなこ）,\n"
        '1,"マルヤマ ジロウ\n丸山 二郎",\n1,等々力 恵（旧姓 丸山）,\n'
    )
    reading = from_csv(tmp_path, text)
    heads = [record.people[0] for record in reading.records]
    assert [head["name"] for head in heads] == [
        "丸山 太郎",
        "百瀬 花子",
        "丸山 二郎",
        "等々力 恵（旧姓 丸山）",
    ]
    assert reading.records[0].values["note"] == "◎ 組長"
    assert [head.get("kana") for head in heads[1:3]] == ["ももせ はなこ", "まるやま じろう"]
    assert {POLITE_CUT, READING_SPLIT} <= {repair.what for repair in reading.repairs}


def test_a_family_that_is_only_described(tmp_path: Path) -> None:
    text = (
        "組,世帯主,家族構成\n1,丸山 太郎,妻・長男\n1,百瀬 誠,夫婦＋子2\n"
        "1,務台 清,妻 花子、母（85歳）\n"
    )
    reading = from_csv(tmp_path, text)
    assert [len(record.people) for record in reading.records] == [3, 1, 3]
    assert reading.records[1].values["note"] == "夫婦＋子2"
    wife, mother = reading.records[2].people[1:]
    assert (wife["name"], wife["relation"]) == ("花子", "妻")
    assert (mother["relation"], mother["born"]) == ("母", "1941~")


def test_nothing_is_lost(tmp_path: Path) -> None:
    text = (
        "組,番号,続柄,氏名,住所,携帯,備考,区費\n"
        "1,1,本人,丸山 太郎,豊科1-2,090-1111-1111,留守がち,6000\n"
        ",,長男,一郎,松本市3-4,090-2222-2222,単身赴任,\n1,2,本人,百瀬 誠,豊科5,12-34,,\n"
        ",,,,,,犬に注意,\n"
    )
    reading = from_csv(tmp_path, text)
    first, second = reading.records
    assert first.values["mobile"] == "090-1111-1111"
    son = first.people[1]
    assert son["phone"] == "090-2222-2222"
    assert "松本市3-4" in son["note"]
    assert "単身赴任" in son["note"]
    assert "12-34" in second.values["note"]
    assert "犬に注意" in second.values["note"]
    reasons = " ".join(problem.reason for problem in reading.problems)
    assert "区費" in reasons
    assert "携帯" in reasons


def test_half_width_kana_and_furigana_of_excel(tmp_path: Path) -> None:
    with xlsxwriter.Workbook(str(tmp_path / "roster.xlsx")) as book:
        sheet = book.add_worksheet()
        for place, row in enumerate((("組", "世帯主"), ("1組", "髙橋 トミ"), ("1組", "𠮷田 正"))):
            sheet.write_row(place, 0, row)
    with (
        zipfile.ZipFile(tmp_path / "roster.xlsx") as old,
        zipfile.ZipFile(tmp_path / "spoken.xlsx", "w") as new,
    ):
        for name in old.namelist():
            part = old.read(name).decode()
            part = part.replace(
                "<si><t>髙橋 トミ</t></si>",
                '<si><t>髙橋 トミ</t><rPh sb="0" eb="2"><t>ﾀｶﾊｼ</t></rPh></si>',
            ).replace(
                "<si><t>𠮷田 正</t></si>",
                '<si><t>𠮷田 正</t><rPh sb="0" eb="3"><t>ヨシダ</t></rPh>'
                '<rPh sb="4" eb="5"><t>タダシ</t></rPh></si>',
            )
            new.writestr(name, part)
    reading = read_file(tmp_path / "spoken.xlsx", wanted(), TODAY)
    kana = [record.people[0]["kana"] for record in reading.records]
    assert kana == ["たかはし とみ", "よしだ ただし"]
    assert [repair.what for repair in reading.repairs].count(FURIGANA) == 2
    text = "組,氏名,ﾌﾘｶﾞﾅ\n1,丸山 太郎,ﾏﾙﾔﾏ ﾀﾛｳ\n"
    reading = from_csv(tmp_path, text)
    assert reading.records[0].people[0]["kana"] == "まるやま たろう"
    assert HALF_KANA in {repair.what for repair in reading.repairs}


def test_last_years_sheet_is_not_read_twice(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    assert book.active is not None
    book.remove(book.active)
    for year in ("R7名簿", "R8名簿"):
        sheet = book.create_sheet(year)
        sheet.append(["組", "世帯主", "住所"])
        for number in range(1, 9):
            sheet.append([1, f"丸山 {'一二三四五六七八'[number - 1]}郎", f"豊科{number}-1"])
    sheet.append([1, "百瀬 誠", "豊科9-1"])
    book.save(tmp_path / "a.xlsx")
    reading = read_file(tmp_path / "a.xlsx", wanted(), TODAY)
    assert len(reading.records) == 9
    assert {record.sheet for record in reading.records} == {"R8名簿"}
