"""The large check says what it looked at, finds what is wrong and mends what can be mended."""

from contextlib import closing

import pytest

from kucho_desktop.app.books import UPKEEP
from kucho_desktop.app.practice import write_practice_book
from kucho_desktop.core.book import Book
from kucho_desktop.core.connection import connect
from kucho_desktop.core.looking_over import look_over, repair
from kucho_desktop.core.upkeep import NO_UPKEEP
from kucho_desktop.households import store
from kucho_desktop.tonarigumi.store import add_tonarigumi

KEY = bytes(range(32))


@pytest.fixture
def filled(book):
    with book.step("fill"):
        groups = [add_tonarigumi(book, f"第{n}隣組") for n in range(3)]
        for number in range(60):
            store.add_household(
                book, f"山田 {number}", kana="やまだ", tonarigumi_id=groups[number % 3], phone="1"
            )
    return book


def wrong(book: Book) -> list[str]:
    return [problem for each in look_over(book) for problem in each.problems]


def test_all_is_well_and_it_says_what_it_looked_at(filled):
    told = []
    found = look_over(filled, lambda *far: told.append(far))
    assert len(found) == 6
    assert not [each for each in found if each.problems]
    assert "ページ" in found[0].what
    assert told[-1] == (6, 6)


def test_a_district_with_years_behind_it_is_well(tmp_path):
    path = tmp_path / "p.kucho"
    write_practice_book(path, "れんしゅうの合言葉", households=150, years=4)
    from kucho_desktop.app.books import open_book

    with closing(open_book(path, "れんしゅうの合言葉")) as book:
        assert wrong(book) == []


def test_a_list_that_shows_something_else_is_mended(filled):
    with filled.aside():
        filled.run("UPDATE household_today SET people = 9, head = 'x' WHERE id = 4")
        filled.run("DELETE FROM household_today WHERE id = 5")
    found = look_over(filled)
    assert [each.can_repair for each in found] == [False] * 5 + [True]
    repair(filled)
    assert wrong(filled) == []
    assert len(store.household_ids(filled)) == 60


def test_a_wrong_index_is_mended(filled):
    path = filled.path
    filled.close()
    db = connect(path, KEY)
    db.execute("PRAGMA writable_schema = ON")
    db.execute(
        "UPDATE sqlite_master SET sql = replace(sql, '(tonarigumi_id)', '(people)')"
        " WHERE name = 'household_today_group'"
    )
    db.close()
    with closing(Book(path, KEY, upkeep=UPKEEP, today=filled.today)) as book:
        found = look_over(book)
        (broken,) = [each for each in found if each.problems]
        assert broken.can_repair
        assert "無事" in broken.problems[0]
        repair(book)
        assert wrong(book) == []


def test_two_heads_are_found(filled):
    home = filled.rows("SELECT * FROM member_home LIMIT 1")[0]
    with filled.step("a second person") as db:
        home["member_id"] = db.table("member").insert({"name": "山田 花子"}).last_pk
        home["id"] = home["id"] + 9000
    filled.upkeep = NO_UPKEEP
    with filled.step("a second head") as db:
        db.table("member_home").insert(home)
    filled.upkeep = UPKEEP
    assert any("世帯主" in each for each in wrong(filled))


def test_a_damaged_page_is_told_and_no_more_is_judged(filled):
    path = filled.path
    filled.close()
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)
    with closing(Book(path, KEY, upkeep=UPKEEP, today=filled.today)) as book:
        found = look_over(book)
    assert found[0].problems
    assert not any(each.can_repair for each in found)


def test_the_program_cut_short_is_known_the_next_time(tmp_path):
    path = tmp_path / "a.kucho"
    (tmp_path / "a.kucho.lock").write_text('{"since": "2026-11-20T10:00+09:00"}', "utf-8")
    with closing(Book(path, KEY, upkeep=UPKEEP)) as book:
        assert book.ended_badly
    with closing(Book(path, KEY, upkeep=UPKEEP)) as book:
        assert not book.ended_badly
