"""Lists of chosen households: questions against plain counting, the order, how they are kept."""

import random
from dataclasses import replace
from datetime import date

from households.families import household as invented
from hypothesis import given
from hypothesis import strategies as st

from kucho_desktop.households.model import Consent, Household, Member
from kucho_desktop.households.model.lists.as_of import AsOf
from kucho_desktop.households.model.lists.conditions import WAYS, Condition, read_value
from kucho_desktop.households.model.lists.ready import READY
from kucho_desktop.households.model.lists.sorting import natural
from kucho_desktop.households.model.lists.traits import traits
from kucho_desktop.households.model.lists.wanted import HouseholdList
from kucho_desktop.tonarigumi.model import Tonarigumi, in_district_order

DAY = date(2026, 11, 20)
GROUPS = tuple(
    in_district_order(
        [
            Tonarigumi(1, "上手"),
            Tonarigumi(2, "第1隣組", parent_id=1),
            Tonarigumi(3, "第2隣組", parent_id=1, position=1),
            Tonarigumi(4, "第3隣組", position=2),
        ]
    )
)
NOW = AsOf(DAY, GROUPS)


def a_household(number: int, chance: random.Random) -> Household:
    """With gaps and oddities that a roster has."""
    made = invented(number, chance.choice((2, 3, 4)), number, chance)
    born = ("", "1940~", "1951-11", "2014-07-01", "2020-04-02", "1952-11-20", "2026-11-01")
    members = tuple(
        replace(
            each,
            born=chance.choice(born),
            whereabouts=chance.choice(("home", "home", "care", "study")),
            since=chance.choice(("", "2020-01-01", "2026-05-01")),
            phone=chance.choice(("", "090-1111-2222")),
        )
        for each in made.members
    )
    return replace(
        made,
        tonarigumi_id=chance.choice((made.tonarigumi_id, None)),
        members=members if chance.random() < 0.9 else (),
        consents=chance.choice((made.consents, ())),
        membership=chance.choice(("full", "none", "empty", "villa", "office", "paused")),
        since=chance.choice(("", "2019-04-01", "2026-02-03")),
        phone=chance.choice(("", made.phone)),
        mobile=chance.choice(("", "", made.mobile)),
        away_by_day=chance.choice((0, 1)),
        distribution=chance.choice(("all", "mail", "none")),
        circular=chance.choice(("pass", "skip")),
        address=chance.choice(("", made.address)),
        recorded_on=chance.choice(("", "2024-05-01", "2026-04-10")),
    )


@st.composite
def rosters(draw: st.DrawFn) -> list[Household]:
    chance = random.Random(draw(st.integers(0, 10_000)))
    return [a_household(number, chance) for number in range(1, draw(st.integers(0, 12)) + 1)]


def years(member: Member) -> int | None:
    """Reckoned by hand: what is not known of a day of birth is its beginning."""
    if not member.born:
        return None
    year, month, day = (*map(int, member.born.rstrip("~").split("-")), 0, 0)[:3]
    return DAY.year - year - (1 if (month, day) > (DAY.month, DAY.day) else 0)


def school(member: Member) -> str:
    """By the day on which each year of school was born."""
    if not member.born or member.born.endswith("~") or len(member.born) < 10:
        return ""
    born = member.born
    if born > "2020-04-01":
        return "before"
    if born > "2014-04-01":
        return "elementary"
    return "junior high" if born > "2011-04-01" else ""


def home(household: Household) -> list[Member]:
    return [each for each in household.members if each.whereabouts == "home"]


def old(member: Member) -> bool:
    return (years(member) or 0) >= 75


PLAIN = {
    "old_only": lambda h: len(home(h)) > 0 and all(old(m) for m in home(h)),
    "alone": lambda h: len(home(h)) == 1,
    "old_alone": lambda h: len(home(h)) == 1 and old(home(h)[0]),
    "old": lambda h: any(old(m) for m in h.members),
    "infants": lambda h: any(school(m) == "before" for m in h.members),
    "pupils": lambda h: any(school(m) == "elementary" for m in h.members),
    "students": lambda h: any(school(m) == "junior high" for m in h.members),
    "away": lambda h: any(m.whereabouts != "home" for m in h.members),
    "away_by_day": lambda h: h.away_by_day == 1,
    "new": lambda h: min([h.since, *(m.since for m in h.members)]) > "2025-11-20",
    "joined": lambda h: h.membership in ("full", "paused"),
    "not_joined": lambda h: h.membership == "none",
    "nobody_in": lambda h: h.membership in ("empty", "villa"),
    "passed_by": lambda h: (h.circular, h.distribution) != ("pass", "all"),
    "not_agreed": lambda h: (
        h.membership in ("full", "paused")
        and not any(c.item == "name" and c.answer == "yes" for c in h.consents)
    ),
    "not_answered": lambda h: h.membership in ("full", "paused") and h.consents == (),
    "no_phone": lambda h: (
        h.membership not in ("empty", "villa")
        and "".join([h.phone, h.mobile, *(m.phone for m in h.members)]) == ""
    ),
    "no_address": lambda h: h.address == "",
    "no_group": lambda h: h.tonarigumi_id is None,
    "unknown_age": lambda h: "" in [m.born for m in h.members],
    "not_recorded": lambda h: (
        h.membership in ("full", "none", "paused") and h.recorded_on <= "2025-11-20"
    ),
}


def ids(found: list[Household]) -> list[int]:
    return sorted(each.id for each in found)


@given(rosters())
def test_every_ready_question_finds_whom_plain_counting_finds(roster):
    assert set(PLAIN) == set(READY)
    for name, holds in PLAIN.items():
        found = HouseholdList(ready=(name,)).find(roster, NOW)
        assert ids(found) == [each.id for each in roster if holds(each)], name


@given(rosters(), st.lists(st.sampled_from(sorted(READY)), min_size=1, max_size=3, unique=True))
def test_all_of_them_is_fewer_and_any_of_them_is_more(roster, names):
    single = [set(ids(HouseholdList(ready=(name,)).find(roster, NOW))) for name in names]
    every = HouseholdList(ready=tuple(names))
    assert set(ids(every.find(roster, NOW))) == set.intersection(*single)
    assert set(ids(replace(every, any_of=True).find(roster, NOW))) == set.union(*single)


VALUES = {"choice": "full", "group": "1", "number": "2", "date": "2026-01-01", "text": "豊科"}


@given(rosters(), st.sampled_from(sorted(traits())), st.data())
def test_a_condition_and_its_contrary_share_the_roster(roster, name, data):
    family = traits()[name].family
    contrary = {
        "choice": ("is", "is_not"),
        "group": ("is", "is_not"),
        "text": ("holds", "holds_not"),
    }
    way, other = data.draw(st.sampled_from([contrary.get(family, ("said", "unsaid"))]))
    assert {way, other} <= set(WAYS[family])
    lists = [
        HouseholdList(conditions=(Condition(name, each, VALUES[family]),)) for each in (way, other)
    ]
    first, second = (set(ids(each.find(roster, NOW))) for each in lists)
    assert not first & second
    assert first | second == {each.id for each in roster}


@given(rosters(), st.integers(0, 6))
def test_a_number_is_asked_from_both_sides(roster, limit):
    def count(way):
        one = Condition("people", way, str(limit))
        return len(HouseholdList(conditions=(one,)).find(roster, NOW))

    assert count("least") == sum(len(each.members) >= limit for each in roster)
    assert count("most") == sum(len(each.members) <= limit for each in roster)
    assert count("least") + count("most") - count("is") == len(roster)


def one(**values: object) -> Household:
    return replace(Household(1), **values)


def holds(household: Household, *asked: str) -> bool:
    return bool(HouseholdList(conditions=(Condition(*asked),)).find([household], NOW))


def test_a_group_holds_the_groups_in_it():
    assert holds(one(tonarigumi_id=3), "tonarigumi_id", "is", "1")
    assert not holds(one(tonarigumi_id=4), "tonarigumi_id", "is", "1")
    assert holds(one(tonarigumi_id=None), "tonarigumi_id", "is", "")
    assert holds(one(tonarigumi_id=4), "tonarigumi_id", "is_not", "1")


def test_texts_are_found_however_they_are_written():
    assert holds(one(head="髙橋 太郎"), "head", "holds", "高橋")
    assert holds(one(phone="0263-72-1234"), "phone", "holds", "721234")
    assert holds(one(landlord="ヤマダ不動産"), "landlord", "is", "やまだ不動産")
    assert not holds(one(landlord="山田不動産"), "landlord", "is", "山田")
    assert holds(one(), "landlord", "unsaid")


def test_days_are_asked_from_until_and_by_months_back():
    sheet = one(recorded_on="2026-05-20")
    assert holds(sheet, "recorded_on", "since", "2026-05-20")
    assert not holds(sheet, "recorded_on", "since", "2026-05-21")
    assert holds(sheet, "recorded_on", "before", "2026-05-20")
    assert holds(sheet, "recorded_on", "within", "6")
    assert not holds(sheet, "recorded_on", "within", "5")
    assert not holds(one(), "recorded_on", "before", "2026-05-20")


def test_consent_is_asked_by_item_and_unanswered_is_an_answer():
    yes = Consent(1, item="phone", answer="yes", since="2024-04-01")
    no = Consent(2, item="phone", answer="no", since="2025-04-01")
    assert holds(one(consents=(yes,)), "agreed_phone", "is", "yes")
    assert holds(one(consents=(yes, no)), "agreed_phone", "is", "no")
    assert holds(one(), "agreed_phone", "is", "")


def test_what_is_not_finished_asks_for_nothing():
    unfinished = (Condition("head", "holds", " "), Condition("people", "least"))
    assert HouseholdList(conditions=unfinished).find([one()], NOW) == [one()]
    assert HouseholdList(conditions=unfinished, any_of=True).find([one()], NOW) == [one()]


def test_typed_values_are_understood_or_refused_in_words():
    assert read_value(Condition("people", "least"), "３", DAY) == ("3", "")
    assert read_value(Condition("recorded_on", "since"), "令和8年4月1日", DAY) == ("2026-04-01", "")
    assert read_value(Condition("people", "least"), "たくさん", DAY)[1]
    assert read_value(Condition("recorded_on", "since"), "いつか", DAY)[1]


def test_conditions_are_said_as_a_sentence():
    def said(*asked: str) -> str:
        return Condition(*asked).sentence(NOW)

    assert said("distribution", "is", "mail") == "配布物が郵送である"
    assert said("people", "least", "5") == "人数が5以上"
    assert said("phone", "unsaid") == "電話番号が書いていない"
    assert said("tonarigumi_id", "is", "4") == "隣組が第3隣組である"
    assert said("recorded_on", "within", "12") == "世帯票の記入日が12か月以内"


# ---- the order ----


@given(rosters(), st.sampled_from(["", *sorted(traits())]))
def test_an_order_leaves_nobody_out_and_backwards_only_turns_round(roster, name):
    forth = HouseholdList(sort=name).find(roster, NOW)
    back = HouseholdList(sort=name, backwards=True).find(roster, NOW)
    assert ids(forth) == ids(back) == [each.id for each in roster]
    if name in ("", "tonarigumi_id"):
        assert back == forth[::-1]
    elif traits()[name].family == "number":
        values = [traits()[name].of(each, DAY) for each in forth]
        said = [value for value in values if value is not None]
        assert said == sorted(said)
        assert values[len(said) :] == [None] * (len(values) - len(said))


def test_house_numbers_go_as_one_counts():
    streets = ["豊科10-2", "豊科2-11", "豊科2", "豊科２-3"]
    assert sorted(streets, key=natural) == ["豊科2", "豊科２-3", "豊科2-11", "豊科10-2"]


def test_names_go_by_their_reading_and_those_without_one_stand_last():
    roster = [
        replace(Household(number), head=head, kana=kana)
        for number, head, kana in (
            (1, "", ""),
            (2, "渡辺 一", "わたなべ はじめ"),
            (3, "青木 清", "あおき きよし"),
        )
    ]
    for backwards, order in ((False, [3, 2, 1]), (True, [2, 3, 1])):
        made = HouseholdList(sort="head", backwards=backwards)
        assert [each.id for each in made.find(roster, NOW)] == order
