"""Tables out: typed cells, a header that stays, charsets that say what they cannot hold."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import openpyxl

from kucho_desktop.exchange.files import open_table
from kucho_desktop.exchange.table import Table, TableColumn, cannot_write
from kucho_desktop.exchange.writing_csv import JAPANESE, write_csv
from kucho_desktop.exchange.writing_xlsx import write_xlsx

TABLE = Table(
    "名簿 [役員]",
    (
        TableColumn("氏名"),
        TableColumn("電話"),
        TableColumn("生年月日", text=False),
        TableColumn("人数", text=False),
    ),
    (
        ("=SUM(A1:A9)", "0263-72-1234", date(1946, 4, 2), 3),
        ("𠮷田 正", "090-1234-5678", "昭和21年頃", None),
    ),
    "役員 令和8年4月10日",
)


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


def test_no_text_becomes_a_formula_and_every_text_comes_back(tmp_path: Path) -> None:
    texts = (
        "=1+1",
        "+81 263",
        "-5度",
        "@丸山",
        "'=x",
        "''",
        "3-5",
        "0263-72-1234",
        "2026/4/1",
        "改\n行",
        '"',
    )
    table = Table(
        "表", (TableColumn("氏名"), TableColumn("備考")), tuple(("丸山", text) for text in texts)
    )
    write_csv(table, tmp_path / "t.csv")
    write_xlsx(table, tmp_path / "t.xlsx")
    for path in (tmp_path / "t.csv", tmp_path / "t.xlsx"):
        rows = open_table(path).sheets[0].rows
        assert tuple(row[1] for row in rows[-len(texts) :]) == texts
    shown = (tmp_path / "t.csv").read_text("utf-8-sig")
    assert not any(cell.lstrip('"').startswith(("=", "+", "-", "@")) for cell in shown.split(","))


def test_no_table_passes_through_the_folder_for_temporary_files(tmp_path, monkeypatch) -> None:
    """There is none: whoever asks for a file in it fails."""
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "none"))
    write_xlsx(TABLE, tmp_path / "t.xlsx", [replace(TABLE, title="別")])
    write_csv(TABLE, tmp_path / "t.csv", JAPANESE)
    assert sorted(each.name for each in tmp_path.iterdir()) == ["t.csv", "t.xlsx"]
