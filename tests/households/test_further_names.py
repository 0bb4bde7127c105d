"""Former names, names people go by and names from abroad: read in, found, sorted, written, told."""

import csv

import pytest

from kucho_desktop.app.tables import read_in, understood
from kucho_desktop.app.writing_out.table import gather_table, save_table
from kucho_desktop.core.attachments import attach
from kucho_desktop.core.audiences import Audience
from kucho_desktop.core.book import Book
from kucho_desktop.core.pictures import PDF, Picture
from kucho_desktop.exchange.files import open_table
from kucho_desktop.households import store
from kucho_desktop.households.store.held import held_about

ROWS = (
    "世帯番号,隣組,世帯主,ふりがな,続柄,氏名,かな,旧姓,通称,通称フリガナ,生年月日",
    "1,第1,Maria da Silva Santos,マリア ダ シルバ サントス,世帯主,Maria da Silva Santos,"
    "マリア ダ シルバ サントス,,サントス マリア,サントス マリア,1980/4/1",
    "1,第1,,,長男,Luis da Silva,ルイス,,,,2010/4/1",
    "2,第1,丸山 清,まるやま きよし,世帯主,丸山 清,まるやま きよし,,,,1950/4/1",
    "2,第1,,,妻,丸山 花子,まるやま はなこ,山田,,,1952/4/1",
    "3,第1,グエン ヴァン アン,グエン ヴァン アン,世帯主,グエン ヴァン アン,"
    "グエン ヴァン アン,,,,1990/1/1",
)


@pytest.fixture
def read(book, tmp_path) -> Book:
    table = tmp_path / "名簿.csv"
    table.write_text("\r\n".join(ROWS), "utf-8-sig")
    found = read_in(book, table)
    assert (found.households, found.members, found.problems) == (3, 5, ())
    return book


def test_a_table_brings_former_names_and_names_people_go_by(read):
    maria = store.household(read, 1).members[0]
    assert (maria.known_as, maria.known_as_kana) == ("サントス マリア", "さんとす まりあ")
    assert store.household(read, 2).members[1].former_name == "山田"


def test_names_from_abroad_keep_their_parts_and_are_read_in_katakana(read):
    home = store.household(read, 1)
    assert home.head == "Maria da Silva Santos"
    assert home.kana == "マリア ダ シルバ サントス"
    assert home.members[1].kana == "ルイス"  # Luis da Silva
    assert store.household(read, 2).kana == "まるやま きよし"
    assert [each.kana for each in store.members_of(read, 3)] == ["グエン ヴァン アン"]


def test_a_given_name_in_katakana_alone_is_none_from_abroad(book):
    id_ = store.add_household(book, "トミ", kana="とみ")
    assert store.household(book, id_).kana == "とみ"


def test_the_same_table_read_again_proposes_nothing(read, tmp_path):
    records = understood(open_table(tmp_path / "名簿.csv"), read.today).records
    assert store.proposal_for(read, records).changed == ()


def test_names_from_abroad_stand_where_their_reading_belongs(read):
    ids = store.household_ids(read, order="kana")
    assert [store.household(read, id_).head for id_ in ids] == [
        "グエン ヴァン アン",
        "Maria da Silva Santos",
        "丸山 清",
    ]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("maria", [1]),
        ("ＳＡＮＴＯＳ", [1]),
        ("silva da", [1]),
        ("まりあ", [1]),
        ("グエン", [3]),
        ("山田", [2]),
        ("さんとす", [1]),
    ],
)
def test_every_name_is_searched_without_case_and_kind_of_kana(read, typed, found):
    assert store.find_households(read, typed) == found


@pytest.mark.parametrize("ending", ["xlsx", "csv"])
def test_what_is_written_out_is_read_in_as_it_was(read, tmp_path, ending):
    maria, kiyoshi = (store.household(read, id_).members[0] for id_ in (1, 2))
    store.change_names(read, maria.id, maria.name, {"by_known_as": 1})
    store.change_names(read, kiyoshi.id, kiyoshi.name, {"drawn_as": "丸山 きよし"})
    path = tmp_path / f"控え.{ending}"
    save_table(gather_table(read, Audience.CHIEF), path)
    other = Book(tmp_path / "別の区.kucho", bytes(range(32)), today=read.today)
    read_in(other, path)
    names = ("name", "kana", "former_name", "known_as", "known_as_kana", "drawn_as", "by_known_as")

    def kept(book: Book) -> list[tuple[object, ...]]:
        rows = book.rows("SELECT * FROM member ORDER BY id")
        return [tuple(row[name] for name in names) for row in rows]

    assert kept(other) == kept(read)
    other.close()


def test_a_table_for_others_has_the_name_that_somebody_goes_by(read, tmp_path):
    maria = store.household(read, 1).members[0]
    store.change_names(read, maria.id, maria.name, {"by_known_as": 1})
    path = tmp_path / "役員.csv"
    save_table(gather_table(read, Audience.OFFICERS), path)
    rows = csv.DictReader(path.read_text("utf-8-sig").splitlines())
    assert next(rows)["世帯主"] == "サントス マリア"


def test_the_household_is_told_of_its_names_and_its_papers(read):
    maria = store.household(read, 1).members[0]
    paper = Picture(PDF, b"%PDF-", "0" * 64)
    attach(read, paper, title="通称の届", whose="", member_id=maria.id, taken_on="2026-04-01")
    attach(read, paper, title="家の写真", whose="", household_id=1)
    blocks = {block.title: block.rows for block in held_about(read, 1, str).blocks}
    assert blocks["写真・書類"] == (
        ("令和8年4月1日", "通称の届", "Maria da Silva Santos"),
        ("", "家の写真", ""),
    )
    said = {row[1:] for row in blocks["世帯員"]}
    assert ("通称", "サントス マリア") in said
