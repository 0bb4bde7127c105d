"""Files that are no rosters get a sentence; nothing crashes and nothing hangs."""

import io
import random
import zipfile
from datetime import date
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter
from tests.exchange.wanted import TODAY, read_file, wanted

from kucho_desktop.core.errors import CannotReadTable
from kucho_desktop.exchange.roster import Reading

SAMPLES = Path(__file__).parent / "samples"
PNG = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40


def read(path: Path) -> Reading:
    return read_file(path, wanted(), TODAY)


def sentence(path: Path) -> str:
    with pytest.raises(CannotReadTable) as found:
        read(path)
    return str(found.value)


def assert_is_a_sentence(problem: CannotReadTable) -> None:
    assert str(problem).endswith("。")


def xlsx(path: Path, *rows: tuple[object, ...]) -> Path:
    book = openpyxl.Workbook()
    assert book.active is not None
    for row in rows:
        book.active.append(row)
    book.save(path)
    return path


def csv(path: Path, text: str) -> Path:
    path.write_text(text, "utf-8")
    return path


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("empty.xlsx", b"", "何も入っていません"),
        ("blank.csv", b"\r\n \r\n", "何も入っていません"),
        ("picture.xlsx", PNG, "表ではありません"),
        ("picture.csv", PNG, "表ではありません"),
        ("packed.xlsx", b"PK\x03\x04" + bytes(100), "壊れていて"),
        ("old.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000), "壊れていて"),
        ("letter.txt", "前略　区民のみなさまへ\n草刈りです。\n".encode(), "名簿が見つかりません"),
        ("letter.csv", b"a,b,c\n1,2,3\n4,5,6\n", "名簿が見つかりません"),
    ],
)
def test_what_is_no_table_gets_a_sentence(
    name: str, content: bytes, words: str, tmp_path: Path
) -> None:
    (tmp_path / name).write_bytes(content)
    assert words in sentence(tmp_path / name)


def test_a_missing_file_and_a_folder_get_a_sentence(tmp_path: Path) -> None:
    assert "nothing.xlsx" in sentence(tmp_path / "nothing.xlsx")
    assert sentence(tmp_path)


def test_a_packed_file_of_other_things_is_no_table(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "letter.docx", "w") as archive:
        archive.writestr("word/document.xml", "<document/>")
    assert "表ではありません" in sentence(tmp_path / "letter.docx")


def test_a_locked_workbook_says_so(tmp_path: Path) -> None:
    content = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
    (tmp_path / "a.xlsx").write_bytes(content + "EncryptedPackage".encode("utf-16-le") + bytes(600))
    assert "パスワード" in sentence(tmp_path / "a.xlsx")
    with zipfile.ZipFile(tmp_path / "b.ods", "w") as archive:
        archive.writestr("content.xml", "")
        archive.writestr("META-INF/manifest.xml", "<m:encryption-data/>")
    assert "パスワード" in sentence(tmp_path / "b.ods")


def test_only_headings_is_no_roster(tmp_path: Path) -> None:
    assert sentence(xlsx(tmp_path / "a.xlsx", ("組", "世帯主", "住所", "電話")))


def test_a_single_household_is_a_roster(tmp_path: Path) -> None:
    path = xlsx(tmp_path / "a.xlsx", ("組", "世帯主", "電話"), (1, "丸山 一郎", 263721234))
    (record,) = read(path).records
    assert record.group == ("1組",)
    assert record.values["phone"].replace("-", "") == "0263721234"


def test_a_hundred_columns(tmp_path: Path) -> None:
    more = [f"欄{number}" for number in range(97)]
    rows = [(1, "丸山 一郎", "0263-72-1234", *range(97)), (2, "百瀬 花子", "", *range(97))]
    reading = read(xlsx(tmp_path / "a.xlsx", ("組", "世帯主", "電話", *more), *rows))
    assert [record.people[0]["name"] for record in reading.records] == ["丸山 一郎", "百瀬 花子"]
    assert len(reading.problems) == 97


def test_headings_that_nobody_knows(tmp_path: Path) -> None:
    text = "だれ,どこ,ばんごう\n丸山 一郎,豊科12-3,0263-72-1234\n百瀬 花子,豊科45-6,0263-72-2345\n"
    reading = read(csv(tmp_path / "a.csv", text))
    first = reading.records[0]
    assert first.people[0]["name"] == "丸山 一郎"
    assert first.values["phone"] == "0263-72-1234"


def test_no_headings_at_all(tmp_path: Path) -> None:
    text = "1組,丸山 一郎,豊科12-3,0263-72-1234\n1組,百瀬 花子,豊科45-6,0263-72-2345\n"
    reading = read(csv(tmp_path / "a.csv", text * 1 + "2組,務台 誠,豊科7-8,0263-72-3456\n"))
    assert [record.people[0]["name"] for record in reading.records] == [
        "丸山 一郎", "百瀬 花子", "務台 誠",
    ]  # fmt: skip
    assert len(reading.groups) == 2
    assert reading.records[0].values["address"] == "豊科12-3"


def test_an_own_extension_does_not_matter(tmp_path: Path) -> None:
    path = tmp_path / "roster.xls"
    path.write_bytes((SAMPLES / "roster_plain.xlsx").read_bytes())
    assert len(read(path).records) == 120


def test_a_far_away_cell_does_not_fill_the_memory(tmp_path: Path) -> None:
    with xlsxwriter.Workbook(str(tmp_path / "a.xlsx")) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ("世帯主", "電話"))
        sheet.write_row(1, 0, ("丸山 一郎", "0263-72-1234"))
        sheet.write(1_048_575, 16_383, "x")
    assert "大きすぎて" in sentence(tmp_path / "a.xlsx")


def test_hidden_sheets_are_left_out_unless_there_is_nothing_else(tmp_path: Path) -> None:
    for shown in (True, False):
        path = tmp_path / f"{shown}.xlsx"
        with xlsxwriter.Workbook(str(path)) as book:
            for name, hide in (("今年", False), ("控え", True)):
                sheet = book.add_worksheet(name)
                if name == "今年" and not shown:
                    sheet.write_row(0, 0, ("表紙",))
                    continue
                sheet.write_row(0, 0, ("世帯主", "電話"))
                sheet.write_row(1, 0, (f"丸山 {name}", "0263-72-1234"))
                if hide:
                    sheet.hide()
        if shown:
            assert [r.people[0]["name"] for r in read(path).records] == ["丸山 今年"]
        else:
            assert sentence(path)


@pytest.mark.parametrize("name", ["roster_plain.xlsx", "roster_families_cp932.csv"])
@pytest.mark.parametrize("seed", range(25))
def test_spoilt_bytes_are_read_or_refused(name: str, seed: int, tmp_path: Path) -> None:
    chance = random.Random(seed)
    content = bytearray((SAMPLES / name).read_bytes())
    for _spot in range(chance.choice((1, 5, 50, 500))):
        content[chance.randrange(len(content))] = chance.randrange(256)
    if chance.random() < 0.3:
        del content[chance.randrange(len(content)) :]
    path = tmp_path / name
    path.write_bytes(content)
    try:
        read(path)
    except CannotReadTable as problem:
        assert_is_a_sentence(problem)


def test_spoilt_sheets_inside_are_read_or_refused(tmp_path: Path) -> None:
    chance = random.Random(3)
    whole = (SAMPLES / "roster_as_kept.xlsx").read_bytes()
    for _round in range(30):
        made = io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(whole)) as old, zipfile.ZipFile(made, "w") as new:
            for item in old.namelist():
                part = bytearray(old.read(item))
                for _spot in range(chance.choice((0, 0, 3, 40))):
                    part[chance.randrange(len(part))] = chance.randrange(32, 127)
                new.writestr(item, bytes(part))
        path = tmp_path / "a.xlsx"
        path.write_bytes(made.getvalue())
        try:
            read(path)
        except CannotReadTable as problem:
            assert_is_a_sentence(problem)


def test_ten_megabytes_of_text(tmp_path: Path) -> None:
    line = "1組,丸山 一郎,安曇野市豊科1234-5,0263-72-1234,090-1234-5678,回覧は裏口へ\n"
    text = "組,世帯主,住所,電話,携帯,備考\n" + line * 20_000
    reading = read(csv(tmp_path / "a.csv", text))
    assert len(reading.records) == 20_000


def test_dates_in_odd_places_stay_readable(tmp_path: Path) -> None:
    rows = (
        ("組", "世帯主", "番地", "備考"),
        (date(2026, 4, 1), "丸山 一郎", date(2026, 3, 5), date(2020, 1, 1)),
    )
    (record,) = read(xlsx(tmp_path / "a.xlsx", *rows)).records
    assert record.values["address"] == "3-5"
    assert record.values["note"] == "2020-01-01"
