"""Banners, sums and footnotes in the words of many hands, and names under odd headings."""

import zipfile
from pathlib import Path

import pytest
import xlsxwriter
from tests.exchange.given import from_csv
from tests.exchange.wanted import TODAY, read_file, wanted

from kucho_desktop.core.errors import CannotReadTable

COUNTS = {
    "counts over their groups": (
        "氏名,住所\n1組 計2戸,\n丸山 太郎,豊科1-1\n百瀬 誠,豊科1-2\n2組 計1戸,\n務台 清,豊科2-1\n",
        (3, 3, 2),
    ),
    "counts under their groups": (
        "1組,,\n氏名,住所,人数\n丸山 太郎,豊科1-1,2\n百瀬 誠,豊科1-2,1\n1組計 2世帯 3人,,\n"
        "2組,,\n務台 清,豊科2-1,1\n2組計 1世帯 1人,,\n",
        (3, 4, 2),
    ),
    "sums in brackets": (
        "組,氏名,人数\n1,丸山 太郎,2\n,（小計）,2\n2,百瀬 誠,3\n,（小計）,3\n",
        (2, 5, 2),
    ),
    "the sum of a group named after a place": (
        "地区,氏名,住所,人数\n東,丸山 太郎,豊科1-1,2\n東,百瀬 誠,豊科1-2,1\n,東計,,3\n"
        "西,務台 清,豊科2-1,1\n西,臼井 弘,豊科2-2,1\n,西計,,2\n",
        (4, 5, 2),
    ),
    "a leader in a cell of its own": (
        "氏名,住所,電話\n一班,組長 百瀬,\n百瀬 誠,豊科1-1,0263-72-1111\n"
        "二班,組長 務台,\n務台 清,豊科2-1,0263-72-1112\n",
        (2, 2, 2),
    ),
    "a leader beside the first group": (
        "番号,氏名,ふりがな,住所\n中村常会,,組長 丸山,\n1,丸山 太郎,まるやま たろう,豊科1-1\n"
        "青木常会,,組長 百瀬,\n2,百瀬 誠,ももせ まこと,豊科1-2\n",
        (2, 2, 2),
    ),
    "a place over the addresses": (
        "氏名,住所,電話\n【上手】,,\n丸山 太郎,豊科1-1,0263-72-1111\n,【宮ノ下】,\n"
        "百瀬 誠,豊科1-2,0263-72-1112\n",
        (2, 2, 2),
    ),
    "a group that says what it is": (
        "氏名,住所\n隣組名：1組,\n丸山 太郎,豊科1-1\n隣組名：2組,\n百瀬 誠,豊科1-2\n",
        (2, 2, 2),
    ),
    "a banner under the headings, not at the left": (
        "氏名,住所,電話\n,【中村常会】,\n丸山 太郎,豊科1-1,0263-72-1111\n"
        "【青木常会】,,\n百瀬 誠,豊科1-2,0263-72-1112\n",
        (2, 2, 2),
    ),
    "a place of one letter": (
        "氏名,住所\n◎東,\n丸山 太郎,豊科1-1\n◎西,\n百瀬 誠,豊科1-2\n",
        (2, 2, 2),
    ),
    "when it was printed": (
        "組,氏名,住所\n1,丸山 太郎,豊科1-1\n1,百瀬 誠,豊科1-2\n,,\n,印刷：令和8年5月1日,\n",
        (2, 2, 1),
    ),
    "a page goes on": (
        "氏名,住所\n【1組】,\n丸山 太郎,豊科1-1\n次ページへ続く,\n百瀬 誠,豊科1-2\n",
        (2, 2, 1),
    ),
    "people below the sums of their groups": (
        "氏名,続柄,人数,住所\n【1組】,,,\n丸山 太郎,本人,2,豊科1-1\n花子,妻,,\n合計,,2,\n"
        "【2組】,,,\n百瀬 誠,本人,2,豊科1-2\n恵,妻,,\n合計,,2,\n",
        (2, 4, 2),
    ),
    "a district once for its households": (
        "地区,氏名,住所\n東,丸山 太郎,豊科1-1\n,百瀬 誠,豊科1-2\n西,務台 清,豊科2-1\n"
        ",臼井 弘,豊科2-2\n",
        (4, 4, 2),
    ),
    "parts of a name under one heading": (
        "番号,氏名,,住所\n,名字,名前,\n1,丸山,太郎,豊科1-1\n2,百瀬,誠,豊科1-2\n",
        (2, 2, 0),
    ),
    "the head and everybody": (
        "世帯主,続柄,お名前,住所\n丸山 太郎,本人,丸山 太郎,豊科1-1\n,妻,花子,\n"
        "百瀬 誠,本人,百瀬 誠,豊科1-2\n,妻,恵,\n",
        (2, 4, 0),
    ),
    "everybody by one column of families": (
        "家族氏名,続柄,年齢,所在\n丸山 太郎（まるやま　たろう）,本人,80,豊科1-1\n"
        "ハル（はる）,妻,75,\n百瀬 誠（ももせ　まこと）,本人,60,豊科1-2\n",
        (2, 3, 0),
    ),
    "two groups side by side": (
        "1組,,,2組,,\n氏名,住所,電話,氏名,住所,電話\n丸山 太郎,1-1,0263-72-1111,百瀬 誠,2-1,\n"
        "務台 清,1-2,,臼井 弘,2-2,0263-72-1114\n",
        (4, 4, 2),
    ),
    "a family under numbers": (
        "組,氏名,住所,家族,,\n,,,1,2,3\n1,丸山 太郎,豊科1-1,花子,一郎,\n1,百瀬 誠,豊科1-2,恵,,\n"
        "2,務台 清,豊科2-1,節子,弘,学\n",
        (3, 9, 2),
    ),
    "a family under one heading": (
        "組,氏名,住所,家族氏名,,備考\n1,丸山 太郎,豊科1-1,花子,一郎,\n1,百瀬 誠,豊科1-2,恵,,転入\n",
        (2, 5, 1),
    ),
}


@pytest.mark.parametrize(("text", "wanted"), COUNTS.values(), ids=COUNTS)
def test_counts(text: str, wanted: tuple[int, int, int], tmp_path: Path) -> None:
    reading = from_csv(tmp_path, text)
    assert (len(reading.records), reading.members, len(reading.groups)) == wanted


def test_readings_stand_over_or_behind_names(tmp_path: Path) -> None:
    text = '氏名,住所\n"ﾏﾙﾔﾏ ﾀﾛｳ\n丸山 太郎",豊科1-1\n"ﾊﾙ\nハル",豊科1-2\nサト（さと）,豊科1-3\n'
    people = [record.people[0] for record in from_csv(tmp_path, text).records]
    assert [person["name"] for person in people] == ["丸山 太郎", "ハル", "サト"]
    assert [person["kana"] for person in people] == ["まるやま たろう", "はる", "さと"]


def test_a_surname_and_a_given_name_make_one_name(tmp_path: Path) -> None:
    text = "番号,氏名,,住所\n,氏,名,\n1,丸山,太郎,豊科1-1\n2,百瀬,誠,豊科1-2\n"
    people = [record.people[0] for record in from_csv(tmp_path, text).records]
    assert [person["name"] for person in people] == ["丸山　太郎", "百瀬　誠"]


def test_a_lot_is_the_address_where_nothing_else_is(tmp_path: Path) -> None:
    text = "氏名,地番\n丸山 太郎,332-1\n百瀬 誠,7月12日\n"
    addresses = [record.values["address"] for record in from_csv(tmp_path, text).records]
    assert addresses == ["332-1", "7-12"]


def test_a_class_in_brackets_behind_a_name(tmp_path: Path) -> None:
    text = "氏名,住所\n丸山 太郎（未加入）,豊科1-1\n百瀬 誠（休会中）,豊科1-2\n務台 清,豊科1-3\n"
    records = from_csv(tmp_path, text).records
    assert [record.people[0]["name"] for record in records] == ["丸山 太郎", "百瀬 誠", "務台 清"]
    assert [record.values.get("membership", "full") for record in records] == [
        "none",
        "paused",
        "full",
    ]


def test_furigana_of_a_surname_and_of_a_given_name(tmp_path: Path) -> None:
    with xlsxwriter.Workbook(str(tmp_path / "roster.xlsx")) as book:
        sheet = book.add_worksheet()
        for place, row in enumerate((("姓", "名", "住所"), ("丸山", "正", "1-1"))):
            sheet.write_row(place, 0, row)
    with (
        zipfile.ZipFile(tmp_path / "roster.xlsx") as old,
        zipfile.ZipFile(tmp_path / "spoken.xlsx", "w") as new,
    ):
        for name in old.namelist():
            part = old.read(name).decode()
            for word, kana in (("丸山", "マルヤマ"), ("正", "タダシ")):
                spoken = f'<rPh sb="0" eb="{len(word)}"><t>{kana}</t></rPh>'
                part = part.replace(f"<si><t>{word}</t></si>", f"<si><t>{word}</t>{spoken}</si>")
            new.writestr(name, part)
    person = read_file(tmp_path / "spoken.xlsx", wanted(), TODAY).records[0].people[0]
    assert (person["name"], person["kana"]) == ("丸山　正", "まるやま ただし")


def test_a_place_over_the_headings_is_the_first_group(tmp_path: Path) -> None:
    text = (
        "【東】,,\n氏名,住所,人数\n丸山 太郎,豊科1-1,四\n百瀬 誠,豊科1-2,二人\n"
        "【西】,,\n務台 清,豊科2-1,十二\n"
    )
    records = from_csv(tmp_path, text).records
    assert [record.group for record in records] == [("東",), ("東",), ("西",)]
    assert [len(record.people) for record in records] == [4, 2, 12]


def test_a_title_in_brackets_is_no_group_by_itself(tmp_path: Path) -> None:
    text = "【取扱注意】,\n氏名,住所\n丸山 太郎,豊科1-1\n百瀬 誠,豊科1-2\n"
    assert [record.group for record in from_csv(tmp_path, text).records] == [(), ()]


@pytest.mark.parametrize(
    "text",
    [
        "丸山 太郎\n百瀬 誠\n務台 清\n臼井 弘\n",
        "丸山 太郎,0263-72-1111\n百瀬 誠,0263-72-1112\n務台 清,\n臼井 弘,\n",
    ],
)
def test_names_alone_are_a_roster(text: str, tmp_path: Path) -> None:
    records = from_csv(tmp_path, text).records
    assert [record.people[0]["name"] for record in records] == [
        "丸山 太郎",
        "百瀬 誠",
        "務台 清",
        "臼井 弘",
    ]


@pytest.mark.parametrize("text", ["会計報告\n収入の部\n支出の部\n", "安曇野市\n松本市\n塩尻市\n"])
def test_other_words_alone_are_none(text: str, tmp_path: Path) -> None:
    with pytest.raises(CannotReadTable):
        from_csv(tmp_path, text)
