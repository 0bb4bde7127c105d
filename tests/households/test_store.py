"""Households in the book: found by any spelling, in the district's order, with a history."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from kucho_desktop.app.books import UPKEEP
from kucho_desktop.core.book import Book
from kucho_desktop.core.errors import NotAllowed
from kucho_desktop.households import store
from kucho_desktop.households.model import Consent, Member
from kucho_desktop.tonarigumi.store import add_missing_tonarigumi, add_tonarigumi


def found(book, words: str) -> list[str]:
    return [each.head for each in store.households_of(book, store.find_households(book, words))]


@pytest.mark.parametrize(
    "words",
    [
        "髙﨑",
        "高崎",
        "たかさき",
        "ﾀｶｻｷ",
        "タカサキ よしお",
        "0263721234",
        "72-12",
        "０２６３",
        "1234-5",
        "豊科 高崎",
        "吉男",
        "中屋",
        "はなこ",
    ],
)
def test_a_household_is_found_by_any_spelling(book, words):
    id_ = store.add_household(
        book,
        "髙﨑　𠮷男",
        kana="たかさき よしお",
        address="安曇野市豊科1234-5",
        phone="0263-72-1234",
        yago="中屋",
    )
    spouse = Member(0, relation="妻", name="髙﨑 花子", kana="たかさき はなこ")
    store.change_members(book, id_, (*store.household(book, id_).members, spouse))
    store.add_household(book, "山田 太郎", kana="やまだ たろう", phone="0261-99-8888")
    assert found(book, words) == ["髙﨑　𠮷男"]


def test_names_are_kept_exactly_as_written(book):
    for name in ("葛\U000e0100城　一", "神\ufa19 福\ufa1b", "か\u3099く 太"):
        id_ = store.add_household(book, name)
        assert store.household(book, id_).head == name


def test_the_list_comes_in_the_order_of_the_walk(book):
    second = add_tonarigumi(book, "第2隣組")
    first = add_tonarigumi(book, "第1隣組")
    ids = [
        store.add_household(book, "は", kana="は", tonarigumi_id=second),
        store.add_household(book, "い", kana="い", tonarigumi_id=first),
        store.add_household(book, "ろ", kana="ろ", tonarigumi_id=first),
        store.add_household(book, "に", kana="に"),
    ]
    assert store.household_ids(book) == [ids[0], ids[1], ids[2], ids[3]]
    assert store.household_ids(book, order="kana") == [ids[1], ids[3], ids[0], ids[2]]
    assert store.household_ids(book, groups=[first]) == ids[1:3]
    store.move_household(book, ids[2], ids[1])
    assert store.household_ids(book, groups=[first]) == [ids[2], ids[1]]
    assert [each.walking_order for each in store.households_of(book, [ids[2], ids[1]])] == [1, 2]


def test_what_begins_on_a_day_is_seen_on_that_day(tmp_path, today):
    path = tmp_path / "a.kucho"
    book = Book(path, bytes(32), upkeep=UPKEEP, today=today)
    id_ = store.add_household(book, "山田")
    store.household_leaves(book, id_, today + timedelta(days=1))
    assert store.household_ids(book) == [id_]
    book.close()
    tomorrow = Book(path, bytes(32), upkeep=UPKEEP, today=today + timedelta(days=1))
    assert store.household_ids(tomorrow) == []
    tomorrow.close()
    back = Book(path, bytes(32), upkeep=UPKEEP, today=today)
    assert store.household_ids(back) == [id_]
    back.close()


def test_a_change_of_head_name_goes_to_the_person(book):
    id_ = store.add_household(book, "山田 太郎", kana="やまだ たろう")
    store.change_household(book, id_, "head", "山田 太朗", {"kana": "やまだ たろう"})
    assert [member.name for member in store.household(book, id_).members] == ["山田 太朗"]


def test_an_empty_house_has_a_name_but_nobody_in_it(book):
    id_ = store.add_household(book, "", membership="empty", address="豊科9")
    store.change_household(book, id_, "head", "旧 山田宅")
    house = store.household(book, id_)
    assert (house.head, house.members) == ("旧 山田宅", ())
    assert store.figures(book).all_people == 0
    assert found(book, "山田宅") == ["旧 山田宅"]


def test_somebody_in_a_home_keeps_his_place_in_the_family(book):
    id_ = store.add_household(book, "山田 太郎")
    member = store.household(book, id_).members[0]
    store.change_member(book, member.id, "whereabouts", "care", date(2026, 6, 1))
    assert store.household(book, id_, date(2026, 5, 31)).members[0].whereabouts == "home"
    assert store.household(book, id_).members[0].whereabouts == "care"


def test_history_tells_what_happened_in_words(book):
    id_ = store.add_household(book, "山田 太郎", phone="0263-72-0001")
    other = store.add_household(book, "鈴木 一")
    store.change_household(book, other, "phone", "0263-72-7777")
    store.change_household(book, id_, "phone", "0263-72-0002")
    store.change_household_from(book, id_, "membership", "paused", date(2026, 12, 1))
    member = Member(0, relation="妻", name="山田 花子", born="1950~")
    store.change_members(book, id_, (*store.household(book, id_).members, member))
    consent = Consent(0, item="phone", since="2026-04-01", answer="no")
    store.change_household(book, id_, "consents", (consent,))
    events = store.history_of(book, id_)
    told = "\n".join(f"{event.step.text}: {' '.join(event.details)}" for event in events)
    assert "0263-72-0001 → 0263-72-0002" in told
    assert "休会" in told
    assert "令和8年12月1日(火)から" in told
    assert "山田 花子" in told
    assert "昭和25年頃" in told
    assert "同意しない" in told
    assert "鈴木" not in told
    assert "0263-72-7777" not in told
    assert "山田 太郎" in events[-1].step.text


def test_history_tells_who_it_was(book):
    """Two people in one step, one of them without a name."""
    id_ = store.add_household(book, "山田 太郎")
    wife = Member(0, relation="妻", name="山田 花子")
    child = Member(-1, relation="長男")
    store.change_members(book, id_, (*store.household(book, id_).members, wife, child))
    family = store.household(book, id_).members
    away = [
        family[0],
        replace(family[1], phone="090-1234-5678"),
        replace(family[2], whereabouts="study"),
    ]
    store.change_members(book, id_, away)
    details = store.history_of(book, id_)[0].details
    assert details == ("山田 花子 – 本人の電話: 090-1234-5678", "（名前なし） – 所在: 進学")
    store.change_members(book, id_, away[:1])
    details = store.history_of(book, id_)[0].details
    assert [line.split(" – ")[0] for line in details] == ["山田 花子", "（名前なし）"]


def test_history_tells_from_when_on_instead_of_until_when(book):
    id_ = store.add_household(book, "山田 太郎")
    store.add_member(book, id_, Member(0, relation="妻", name="山田 花子"))
    head, wife = store.household(book, id_).members
    store.change_household_from(book, id_, "membership", "paused", date(2026, 6, 1))
    assert store.history_of(book, id_)[0].details == ("加入区分: 休会", "令和8年6月1日(月)から")
    store.member_leaves(book, head.id, date(2026, 6, 1), wife.id)
    assert store.history_of(book, id_)[0].details == (
        "山田 太郎 – 令和8年6月1日(月)の前日まで",
        "山田 花子 – 続柄: 世帯主、令和8年6月1日(月)から",
    )


def test_history_tells_of_an_answer_that_was_given_earlier_than_known(book, today):
    id_ = store.add_household(book, "山田 太郎")
    for day in (today, today - timedelta(days=3)):
        store.answer_consent(book, id_, "households", {"phone": True}, day, "form")
    assert [event.details for event in store.history_of(book, id_)][:2] == [
        ("全戸へ 電話番号: 同意する",),
        ("全戸へ 電話番号: 同意する",),
    ]


def test_history_tells_why_a_household_left(book, today):
    id_ = store.add_household(book, "山田 太郎")
    store.household_leaves(book, id_, today + timedelta(days=30), "息子の所へ")
    assert "理由: 息子の所へ" in store.history_of(book, id_)[0].details


def test_history_tells_of_what_was_taken_back(book):
    id_ = store.add_household(book, "山田 太郎")
    store.change_household(book, id_, "yago", "中屋")
    book.undo()
    told = [event.step.text for event in store.history_of(book, id_)]
    assert told[0].startswith("元に戻す")


def test_a_household_that_is_gone_cannot_be_changed(book):
    id_ = store.add_household(book, "山田 太郎")
    store.remove_household(book, id_)
    with pytest.raises(NotAllowed, match="ありません"):
        store.change_household(book, id_, "phone", "0263-72-0001")


def test_removing_by_mistake_leaves_nothing_behind(book):
    id_ = store.add_household(book, "山田 太郎", address="豊科1")
    consent = Consent(0, item="name", since="2026-04-01")
    store.change_household(book, id_, "consents", (consent,))
    store.remove_household(book, id_)
    for table in ("household", "member", "member_home", "consent", "household_place"):
        assert book.tuples(f"SELECT * FROM {table}") == []
    assert book.problems() == []


def test_the_households_of_some_groups_alone(book):
    ids = add_missing_tonarigumi(book, [("一組",), ("二組",), ("三組",)])
    one, two, three = ids.values()
    for name, group in (("鈴木", three), ("山田", one), ("高橋", two), ("佐藤", None)):
        store.add_household(book, name, tonarigumi_id=group)
    moved = store.add_household(book, "伊藤", tonarigumi_id=two)
    store.change_household_from(book, moved, "tonarigumi_id", one, date(2026, 6, 1))

    def heads(*groups: int, day: date | None = None) -> list[str]:
        return [each.head for each in store.households_on(book, day, inside=groups)]

    assert heads(three, one) == ["山田", "伊藤", "鈴木"]
    assert heads(one, day=date(2026, 5, 31)) == ["山田"]
    assert heads() == []
