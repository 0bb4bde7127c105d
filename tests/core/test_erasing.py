"""Erasing for good: nothing of it is left in any page, and everybody else is as before."""

import subprocess
import sys
from contextlib import closing
from datetime import date

import pytest
from core.canaries import MARK, is_found

from kucho_desktop.app.books import UPKEEP
from kucho_desktop.association.store import name_association
from kucho_desktop.core import erasing, periods
from kucho_desktop.core.attachments import attach, attachments_of, remove_attachment
from kucho_desktop.core.audiences import Audience
from kucho_desktop.core.book import Book
from kucho_desktop.core.erased import erase_now, erasures, follow, in_book, whom_in
from kucho_desktop.core.erasing import Whom
from kucho_desktop.core.errors import CannotUndo
from kucho_desktop.core.fields import fields_of
from kucho_desktop.core.handouts import handouts_about, log_handout
from kucho_desktop.core.history import last_steps
from kucho_desktop.core.pictures import PDF, Picture
from kucho_desktop.core.tables import CLEANED, GOES, NAMELESS, STAYS, TABLES
from kucho_desktop.households import store
from kucho_desktop.households.model import Household, Member
from kucho_desktop.households.model.rounds.round import REFUSED, SHEETS, Said
from kucho_desktop.households.model.ties.talks import Talk
from kucho_desktop.households.model.ties.ties import Tie
from kucho_desktop.households.store.ties.keeping import keep_tie
from kucho_desktop.tonarigumi.store import add_tonarigumi

KEY = bytes(range(32))
LEFT = date(2020, 3, 31)


@pytest.fixture
def place(tmp_path):
    return tmp_path / "梓野区.kucho"


@pytest.fixture
def kept(place, today):
    """A household of canaries that left long ago, beside one that goes on."""
    with closing(Book(place, KEY, upkeep=UPKEEP, today=today)) as book:
        name_association(book, name="梓野区")
        add_tonarigumi(book, "第1隣組")
        store.add_household(book, "髙橋 清", tonarigumi_id=1)
        write_canaries(book)
        yield book


def write_canaries(book: Book) -> int:
    """Every field of a household, of its people and of what belongs to it; changed and left."""
    id_ = store.add_household(
        book, f"{MARK} 一郎", kana=f"{MARK}いちろう", tonarigumi_id=1, address=f"{MARK}1"
    )
    texts = [f.name for f in fields_of(Household) if f.kind.name in ("text", "note", "name")]
    for name in texts:
        if name not in ("head", "members"):
            store.change_household(book, id_, name, f"{MARK} {name}")
            store.change_household(book, id_, name, f"{MARK} {name} あとで")
    head = store.members_of(book, id_)[0]
    for field in fields_of(Member):
        if field.kind.name in ("text", "note", "name", "kana"):
            store.change_member(book, head.id, field.name, f"{MARK} {field.name}")
    store.change_member(book, head.id, "name", f"{MARK} 次郎")
    store.add_member(book, id_, Member(0, relation="妻", name=f"{MARK} 花"))
    store.answer_consent(book, id_, "households", {"name": True}, LEFT, "word")
    keep_tie(book, Tie(0, id_, "contact", name=f"{MARK} 叔父", phone="0263", note=MARK))
    store.keep_talk(book, Talk(0, id_, "2019-04-01", said=f"{MARK}の話", next_step=MARK))
    of = store.round_named(book, store.begin_round(book, SHEETS, "令和8年度 世帯票"))
    store.keep_line(book, of, id_, Said(REFUSED))
    with book.step("test") as db:
        db.execute("UPDATE sheet_return SET note = ?", [MARK])
    for number in range(2):
        picture = Picture(PDF, b"%PDF-" + MARK.encode() * 999 + b"%d" % number, f"d{number}")
        attach(book, picture, title=f"{MARK}の紙", whose=f"{MARK} 一郎", household_id=id_)
    remove_attachment(book, attachments_of(book, id_)[0])
    log_handout(book, "roster-officers", Audience.OFFICERS, for_whom="役員", purpose="", who=[id_])
    store.household_leaves(book, id_, LEFT, f"{MARK}へ転出")
    return id_


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


@pytest.mark.parametrize("cut", range(1, 400, 23))
def test_cut_short_it_leaves_either_before_or_after(kept, place, cut, monkeypatch):
    """The n-th statement fails, as where the disk is full or the power goes."""
    counted = []

    def stop() -> int:
        counted.append(1)
        return int(len(counted) >= cut)

    before = kept.tuples("SELECT count(*) FROM entry")
    kept._db.set_progress_handler(stop, 400)
    try:
        erase_now(kept, the_gone(kept), 5)
    except Exception:  # noqa: BLE001
        kept._db.set_progress_handler(None, 0)
        if in_book(kept).erasures:
            assert erasing.is_unclean(kept)
            follow(kept, in_book(kept))
        else:
            assert kept.tuples("SELECT count(*) FROM entry") == before
            assert store.household(kept, 2, date(2019, 1, 1)) is not None
            store.change_household(kept, 1, "phone", "0263-72-1111")
            assert kept.undo_label()
            return
    kept._db.set_progress_handler(None, 0)
    assert not is_found(place, KEY)


DIES = """
import os, sys
from pathlib import Path
from kucho_desktop.app.books import UPKEEP
from kucho_desktop.core.book import Book
from kucho_desktop.core.erased import erase_now
from kucho_desktop.core.erasing import Whom

book = Book(Path(sys.argv[1]), bytes(range(32)), upkeep=UPKEEP)
left = [int(sys.argv[2])]


def die():
    left[0] -= 1
    if not left[0]:
        os._exit(9)
    return 0


book.examine(lambda db: db.set_progress_handler(die, 300))
erase_now(book, Whom(frozenset({2})), 5)
os._exit(0)
"""


@pytest.mark.parametrize("cut", [5, 60, 150, 260, 420, 9999])
def test_killed_in_the_midst_it_is_either_before_or_after(kept, place, cut):
    """Without closing anything, as when the power goes; the next opening finishes the work."""
    kept.close()
    subprocess.run([sys.executable, "-c", DIES, str(place), str(cut)], check=False, timeout=60)
    with closing(Book(place, KEY, upkeep=UPKEEP)) as book:
        is_before = not in_book(book).erasures
        assert book.problems() == []
        assert (store.household(book, 2, date(2019, 1, 1)) is not None) is is_before
        follow(book, in_book(book))
    assert is_found(place, KEY) is is_before


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
