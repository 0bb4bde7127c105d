"""Erasing for good: nothing of it is left in any page, and everybody else is as before."""

from contextlib import closing
from datetime import date

import pytest
from core.canaries import MARK, is_found
from core.erased_street import KEY, fill

from kucho_desktop.app.books import UPKEEP
from kucho_desktop.core import erasing, journal, periods
from kucho_desktop.core.attachments import attach
from kucho_desktop.core.book import Book
from kucho_desktop.core.drafts import all_drafts, keep_drafts
from kucho_desktop.core.erased import erase_now, erasures, follow, in_book, whom_in
from kucho_desktop.core.erasing import Whom
from kucho_desktop.core.errors import CannotUndo
from kucho_desktop.core.handouts import handouts_about
from kucho_desktop.core.history import last_steps
from kucho_desktop.core.pictures import PDF, Picture
from kucho_desktop.core.tables import CLEANED, GOES, HOUSEHOLD, NAMELESS, STAYS, TABLES, Table
from kucho_desktop.households import store
from kucho_desktop.households.model import Member
from kucho_desktop.tonarigumi.store import add_tonarigumi
from kucho_desktop.widgets.holding import ENTRY


@pytest.fixture
def place(tmp_path):
    return tmp_path / "梓野区.kucho"


@pytest.fixture
def kept(place, today):
    with closing(Book(place, KEY, upkeep=UPKEEP, today=today)) as book:
        fill(book)
        yield book


def the_gone(book: Book) -> Whom:
    return Whom(frozenset({2}))


def test_of_every_table_it_is_said_how_it_is_erased(kept):
    for table in TABLES.values():
        assert table.erased in (GOES, NAMELESS, CLEANED, STAYS), table.name
        assert bool(table.owners) == (table.erased in (GOES, NAMELESS)), table.name
        found = kept.tuples(
            f'SELECT "from", "table" FROM pragma_foreign_key_list(\'{table.name}\')'
        )
        named = {(column, to) for column, to in found if to in ("household", "member")}
        assert named <= set(table.owners), table.name
        said = {column for column, _kind in table.owners} | set(table.names) | set(table.told)
        there = kept.tuples(f"SELECT name FROM pragma_table_info('{table.name}')")
        assert said <= {name for (name,) in there}, table.name


def test_the_search_finds_a_canary(kept, place):
    assert is_found(place, KEY)
    assert not is_found(place, KEY, "ジョウビタキ")


def test_the_search_finds_what_no_row_uses_any_more(place):
    """A page that was given free and not yet used again, and a log that is not worked in."""
    with closing(Book(place, KEY, upkeep=UPKEEP)) as book, book.aside():
        book.run("PRAGMA secure_delete = OFF")
    with closing(Book(place, KEY, upkeep=UPKEEP)) as book:
        book.run("PRAGMA secure_delete = OFF")
        with book.aside():
            book.run("INSERT INTO picture VALUES ('x', 'pdf', :it)", it=MARK.encode() * 9000)
        book.examine(lambda db: db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall())
        with book.aside():
            book.run("DELETE FROM picture")
        assert is_found(place, KEY)
        assert erasing.clean_file(book)
        assert not is_found(place, KEY)


def test_nothing_is_left_in_any_page(kept, place):
    done = erase_now(kept, the_gone(kept), 5)
    assert (done.households, done.people, done.pictures) == (1, 2, 2)
    assert not is_found(place, KEY)
    assert kept.problems() == []
    kept.close()
    assert not is_found(place, KEY)


def test_everybody_else_is_as_before(kept):
    before = store.household(kept, 1)
    steps = len(last_steps(kept, 999))
    erase_now(kept, the_gone(kept), 5)
    assert store.household(kept, 1) == before
    assert store.household_ids(kept) == [1]
    assert len(last_steps(kept, 999)) == steps + 1
    assert last_steps(kept, 1)[0].text == "1世帯・2人を完全に消去する"
    assert any("（消去）" in each.text for each in last_steps(kept, 999))


def test_the_log_still_counts_whom_it_does_not_name(kept):
    (given,) = handouts_about(kept, 2)
    erase_now(kept, the_gone(kept), 5)
    assert handouts_about(kept, 2) == []
    assert kept.tuples("SELECT count(*) FROM handout_household") == [(given.households,)]


def test_undo_does_not_cross_it(kept):
    store.change_household(kept, 1, "phone", "0263-72-1111")
    steps = last_steps(kept, 999)
    erase_now(kept, the_gone(kept), 5)
    assert kept.undo_label() == ""
    own = next(each for each in steps if "離れる" in each.text or "転出" in each.text)
    with pytest.raises(CannotUndo, match="消去"):
        kept.undo_step(own.id)
    with pytest.raises(CannotUndo, match="消去"):
        kept.undo_step(last_steps(kept, 1)[0].id)
    phone = next(each for each in steps if "電話" in each.text)
    kept.undo_step(phone.id)
    assert store.household(kept, 1).phone == ""


def test_a_record_without_the_data_remains(kept, today):
    erase_now(kept, the_gone(kept), 5)
    (done,) = erasures(kept)
    assert (done.day, done.years, done.households) == (today.isoformat(), 5, 1)
    assert {(each.kind, each.row) for each in in_book(kept).erased} == {
        ("household", 2),
        ("member", 2),
        ("member", 3),
    }


def test_money_stays_without_the_name(kept, place, monkeypatch):
    """As a room of money will declare its table; it has none yet."""
    sql = """CREATE TABLE charge (id INTEGER PRIMARY KEY AUTOINCREMENT, household_id INTEGER
        REFERENCES household DEFERRABLE INITIALLY DEFERRED, payer TEXT, yen INTEGER) STRICT"""
    charge = Table(
        "charge", erased=NAMELESS, owners=(("household_id", HOUSEHOLD),), names=("payer",)
    )
    monkeypatch.setitem(TABLES, "charge", charge)
    kept.examine(lambda db: (db.execute(sql), journal.remove(db), journal.install(db)))
    with kept.step("charge") as db:
        db.table("charge").insert({"household_id": 2, "payer": f"{MARK} 一郎", "yen": 3000})
    with kept.step("put right") as db:
        db.execute("UPDATE charge SET yen = 3500")
    erase_now(kept, the_gone(kept), 5)
    assert kept.rows("SELECT * FROM charge") == [
        {"id": 1, "household_id": None, "payer": "", "yen": 3500}
    ]
    assert not is_found(place, KEY)
    assert kept.problems() == []
    step = next(each for each in last_steps(kept) if each.text == "put right")
    kept.undo_step(step.id)
    assert kept.tuples("SELECT yen, payer FROM charge") == [(3000, "")]


def test_a_table_outside_the_journal_needs_no_id(kept, place, monkeypatch):
    """Such as what is typed and not kept yet."""
    draft = Table("typed", journaled=False, erased=GOES, owners=(("household_id", HOUSEHOLD),))
    monkeypatch.setitem(TABLES, "typed", draft)
    with kept.aside():
        kept.run("CREATE TABLE typed (household_id INTEGER PRIMARY KEY, said TEXT) WITHOUT ROWID")
        kept.run("INSERT INTO typed VALUES (1, '髙橋'), (2, :said)", said=MARK)
    erase_now(kept, the_gone(kept), 5)
    assert kept.tuples("SELECT * FROM typed") == [(1, "髙橋")]
    assert not is_found(place, KEY)


def test_twice_is_harmless(kept):
    erase_now(kept, the_gone(kept), 5)
    again = erase_now(kept, the_gone(kept), 5)
    assert (again.households, again.people) == (0, 0)
    assert follow(kept, in_book(kept)) == 0


def test_the_last_household(kept, place):
    erase_now(kept, Whom(frozenset({1, 2})), 5)
    assert store.household_ids(kept) == []
    assert kept.tuples("SELECT count(*) FROM member") == [(0,)]
    assert not is_found(place, KEY, "髙橋")
    assert kept.problems() == []


def test_drafts_that_name_them_go(kept, place):
    """Their own, and of the household in which somebody lived; not what others are typing."""
    other = store.add_household(kept, "宮澤 実", tonarigumi_id=1)
    person = store.add_member(kept, 1, Member(0, relation="母", name=f"{MARK} トメ"))
    said = [["Sheet:0", {"rows": [["name", f"{MARK} トメ"]]}, ENTRY]]
    keep_drafts(kept, {"households": {1: said, 2: said, other: [["Sheet:0", "0263", ENTRY]]}})
    erase_now(kept, Whom(frozenset({2}), frozenset({person})), 5)
    assert list(all_drafts(kept)["households"]) == [other]
    assert not is_found(place, KEY)


def test_a_person_whose_household_goes_on(kept, place):
    wife = store.add_member(kept, 1, Member(0, relation="妻", name="ジョウビ タキ子"))
    store.member_dies(kept, 1, wife, date(2019, 5, 1))
    erase_now(kept, Whom(people=frozenset({wife})), 5)
    assert not is_found(place, KEY, "タキ子")
    assert [each.name for each in store.household(kept, 1).members] == ["髙橋 清"]


def test_a_dead_head_is_no_longer_named_by_the_history_of_the_house(kept, place):
    son = store.add_member(kept, 1, Member(0, relation="子", name="髙橋 進"))
    father = store.members_of(kept, 1)[0]
    store.change_household(kept, 1, "phone", "0263-72-1111")
    store.member_dies(kept, 1, father.id, date(2019, 5, 1), son)
    erase_now(kept, Whom(people=frozenset({father.id})), 5)
    assert not is_found(place, KEY, "髙橋 清")
    assert store.household(kept, 1).head == "髙橋 進"


def test_an_empty_house_keeps_no_name_of_the_dead(kept, place):
    last = store.members_of(kept, 1)[0]
    store.member_dies(kept, 1, last.id, date(2019, 5, 1), house="empty")
    store.change_household(kept, 1, "phone", "0263-72-1111")
    erase_now(kept, Whom(people=frozenset({last.id})), 5)
    assert not is_found(place, KEY, "髙橋 清")
    assert store.household(kept, 1).head == "〇〇 宅"


def test_somebody_who_moved_on_within_the_district_stays(kept):
    (head, wife) = store.members_of(kept, 2, date(2020, 1, 1))
    with kept.step("test") as db:
        home = {"household_id": 1, "relation": "妻", "position": 5}
        days = {"since": "2020-03-31", "until": periods.OPEN}
        db.table("member_home").insert({"member_id": wife.id, **home, **days})
    done = erase_now(kept, the_gone(kept), 5)
    assert done.people == 1
    assert [each.id for each in store.household(kept, 1).members] == [1, wife.id]
    assert kept.tuples("SELECT count(*) FROM member WHERE id = :id", id=head.id) == [(0,)]


def test_namesakes_keep_their_names(kept):
    store.add_household(kept, f"{MARK} 一郎", tonarigumi_id=1)
    store.change_household(kept, 3, "phone", "0263-72-1111")
    before = [each.step.text for each in store.history_of(kept, 3)]
    erase_now(kept, the_gone(kept), 5)
    assert [each.step.text for each in store.history_of(kept, 3)] == before


def test_a_picture_that_somebody_else_has_stays(kept):
    picture = Picture(PDF, b"%PDF-" + MARK.encode() * 999 + b"1", "d1")
    attach(kept, picture, title="写し", whose="髙橋 清", household_id=1)
    assert erase_now(kept, the_gone(kept), 5).pictures == 1
    assert kept.tuples("SELECT digest FROM picture") == [("d1",)]


def test_an_id_given_anew_in_another_copy_is_somebody_else(kept, tmp_path, today):
    """Gone back to before the household was written down, its number is given once more."""
    erase_now(kept, the_gone(kept), 5)
    ledger = in_book(kept)
    with closing(Book(tmp_path / "b.kucho", KEY, upkeep=UPKEEP, today=today)) as other:
        add_tonarigumi(other, "第1隣組")
        for name in ("髙橋 清", "宮澤 実", "百瀬 正"):
            store.add_household(other, name, tonarigumi_id=1)
        assert not whom_in(other, ledger)
        assert follow(other, ledger) == 0
        assert len(store.household_ids(other)) == 3
