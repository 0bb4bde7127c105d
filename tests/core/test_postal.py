"""Postal codes to addresses and back."""

import sqlite3
from contextlib import closing

from kucho_desktop.core.places import resources
from kucho_desktop.core.postal import address_of, codes_of, towns_of


def test_a_code_gives_its_town() -> None:
    (town,) = towns_of("3998205")
    assert (town.prefecture, town.city, town.town) == ("長野県", "安曇野市", "豊科")
    assert (town.prefecture_kana, town.city_kana, town.town_kana) == (
        "ながのけん",
        "あづみのし",
        "とよしな",
    )
    assert town.code == "399-8205"
    assert town.municipality == "20220"
    assert town.address == "長野県安曇野市豊科"


def test_any_way_of_writing_a_code_will_do() -> None:
    assert towns_of("〒３９９ー８２０５") == towns_of("399-8205") == towns_of("3998205")
    assert address_of("001-0000") == address_of("0010000") == "北海道札幌市北区"


def test_unknown_codes_give_nothing() -> None:
    for code in ("", "abc", "399", "9999999", "①②③④⑤⑥⑦⑧"):
        assert towns_of(code) == []
        assert address_of(code) is None


def test_a_code_of_several_towns_gives_what_they_share() -> None:
    shared = [row[0] for row in _codes_of_several_towns()]
    for code in shared[:200]:
        address = address_of(f"{code:07}")
        towns = towns_of(f"{code:07}")
        assert all(town.address.startswith(address or "") for town in towns)
    assert address_of("498-0000") is None  # 愛知県 and 三重県


def _codes_of_several_towns() -> list[tuple[int]]:
    with closing(sqlite3.connect(resources() / "postal.sqlite")) as connection:
        return connection.execute(
            "SELECT code FROM town GROUP BY code HAVING count(*) > 1"
        ).fetchall()


def test_a_village_is_not_named_twice() -> None:
    assert address_of("390-1301") == "長野県東筑摩郡山形村"
    assert address_of("384-0083") == "長野県小諸市市"


def test_an_address_gives_its_code() -> None:
    assert codes_of("長野県安曇野市豊科4932-1") == ["399-8205"]
    assert codes_of("安曇野市豊科高家1") == ["399-8204"]
    assert codes_of("安曇野市豊科大字高家1") == ["399-8204"]
    assert codes_of("安曇野市　穂高有明") == ["399-8301"]
    assert codes_of("山形村1234") == codes_of("東筑摩郡山形村") == ["390-1301"]


def test_the_beginning_of_an_address_gives_all_its_codes_the_best_first() -> None:
    codes = codes_of("安曇野市豊科")
    assert codes[0] == "399-8205"
    assert set(codes) >= {"399-8201", "399-8202", "399-8203", "399-8204"}
    assert codes_of("安曇野市")[0] == "399-8200"


def test_what_is_no_address_gives_nothing() -> None:
    assert codes_of("") == codes_of("どこか") == []


def test_the_data_is_all_of_japan_and_small() -> None:
    path = resources() / "postal.sqlite"
    with closing(sqlite3.connect(path)) as connection:
        counts = [
            connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
            for table in ("town", "city")
        ]
        prefectures = connection.execute("SELECT count(DISTINCT prefecture) FROM city").fetchone()
    assert counts[0] > 120_000
    assert counts[1] > 1_880
    assert prefectures == (47,)
    assert path.stat().st_size < 9_000_000
