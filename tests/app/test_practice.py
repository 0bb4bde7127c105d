"""梓野区 is believable, whole on every day, and the same from the same seed."""

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from app.practice_books import TODAY, opened, written

from kucho_desktop.association.store import the_association
from kucho_desktop.core.book import Book
from kucho_desktop.core.history import last_steps
from kucho_desktop.core.text import problem_with_phone
from kucho_desktop.households.model import HEAD, Household, Member
from kucho_desktop.households.store import figures, history_of, households_on
from kucho_desktop.tonarigumi.store import all_tonarigumi

PARENTS = {"父", "母", "妻の父", "妻の母"}
CHILDREN = {"長男", "次男", "三男", "四男", "長女", "次女", "三女", "四女"}


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Book]:
    made = opened(written(tmp_path_factory.mktemp("practice") / "梓野区.kucho"))
    yield made
    made.close()


@pytest.fixture(scope="module")
def households(book: Book) -> list[Household]:
    return households_on(book)


@pytest.fixture(scope="module")
def people(households: list[Household]) -> list[Member]:
    return [member for household in households for member in household.members]


def test_it_is_a_practice_book_in_good_order(book: Book) -> None:
    assert book.about("practice") == "1"
    assert book.problems() == []
    assert book.today == TODAY


def test_it_has_as_many_households_as_asked_for(book: Book, households: list[Household]) -> None:
    assert len(households) == figures(book).all_households == 120
    assert len({household.number for household in households}) == 120


def test_groups_lie_in_two_quarters(book: Book, households: list[Household]) -> None:
    groups = all_tonarigumi(book)
    assert [group.depth for group in groups].count(0) == 2
    inner = {group.id for group in groups if group.depth == 1}
    assert len(inner) == 8
    sizes = Counter(household.tonarigumi_id for household in households)
    assert set(sizes) == inner
    assert all(8 <= size <= 20 for size in sizes.values())
    assert all(group.kana for group in groups)


def test_the_association_is_described(book: Book) -> None:
    association = the_association(book)
    assert (association.name, association.kana, association.month) == ("梓野区", "あずさのく", 4)
    assert len(association.chronicle) > 10
    assert association.vision
    assert association.chief in {household.head for household in households_on(book)}
    assert the_association(book, date(2024, 6, 1)).roster_purpose != association.roster_purpose


def test_many_households_are_written_at_once(tmp_path: Path) -> None:
    book = opened(written(tmp_path / "town.kucho", households=1500))
    try:
        assert figures(book).all_households == 1500
        assert book.problems() == []
        assert max(group.depth for group in all_tonarigumi(book)) == 2
        assert 50 < len(last_steps(book, 2000)) < 500
        _has_one_head_each(book, TODAY)
        _has_one_head_each(book, TODAY - timedelta(days=500))
    finally:
        book.close()


def _has_one_head_each(book: Book, day: date) -> None:
    for household in households_on(book, day):
        heads = [member for member in household.members if member.relation == HEAD]
        assert len(heads) == bool(household.members), (household.number, day)


def test_a_house_with_people_has_one_head_on_every_day(book: Book) -> None:
    days = {TODAY, TODAY - timedelta(days=4000)}
    for table in ("household_membership", "member_home"):
        for since, until in book.tuples(f"SELECT since, until FROM {table}"):
            days |= {date.fromisoformat(end) for end in (since, until) if "2023" <= end < "2027"}
    for day in sorted(days):
        _has_one_head_each(book, day)
        _has_one_head_each(book, day - timedelta(days=1))


def test_last_year_was_otherwise(book: Book) -> None:
    def told(day: date) -> set[tuple[str, str, str]]:
        return {
            (member.name, member.relation, member.whereabouts)
            for household in households_on(book, day)
            for member in household.members
        }

    last_year, today = told(date(2025, 11, 20)), told(TODAY)
    assert len(last_year - today) > 5
    assert len(today - last_year) > 5
    assert len(last_year & today) > 150


def test_nobody_is_there_before_being_born(book: Book) -> None:
    for day in (date(2024, 1, 1), date(2025, 7, 1), TODAY):
        for household in households_on(book, day):
            for member in household.members:
                assert not member.born or member.born[:4] <= str(day.year)


def test_the_history_reads_like_that_of_a_chief(book: Book) -> None:
    said = [step.text for step in last_steps(book, 1000)]
    assert 60 < len(said) < 250
    for word in ("生まれる", "亡くなる", "加える", "区を離れる", "所在を変更", "世帯主", "同意"):
        assert any(word in text for text in said), word
    assert not [text for text in said if "「」" in text or "{" in text]
    assert not [text for text in said if text.isascii()]
    assert all(history_of(book, household.id) for household in households_on(book)[:20])


def test_classes_of_membership_are_all_there(households: list[Household]) -> None:
    classes = Counter(household.membership for household in households)
    assert classes["full"] > 70
    assert 4 <= classes["none"] <= 15
    for membership in ("associate", "supporter", "paused", "empty", "villa", "apartment", "office"):
        assert classes[membership], membership


def test_people_are_as_old_as_in_the_country(people: list[Member]) -> None:
    ages = [age for member in people if (age := member.age(TODAY)) is not None]
    assert 200 < len(ages) < 380
    assert 0.22 < sum(age >= 65 for age in ages) / len(ages) < 0.42
    assert 0.06 < sum(age < 15 for age in ages) / len(ages) < 0.2
    assert max(ages) <= 105


def test_parents_are_older_than_their_children(households: list[Household]) -> None:
    for household in households:
        head = next((member for member in household.members if member.is_head), None)
        old = head.age(TODAY) if head else None
        if old is None:
            continue
        for member in household.members:
            age = member.age(TODAY)
            if age is not None and member.relation in CHILDREN:
                assert 16 < old - age < 60, (household.head, member)
            if age is not None and member.relation in PARENTS:
                assert 16 < age - old < 60, (household.head, member)


def test_no_name_comes_twice_in_a_family(households: list[Household]) -> None:
    for household in households:
        names = [member.name for member in household.members if member.name]
        assert len(names) == len(set(names)), names


def test_only_the_young_go_to_school(people: list[Member]) -> None:
    for member in people:
        age = member.age(TODAY)
        if age is not None and ("小学" in member.work or "中学" in member.work):
            assert 6 <= age <= 15, member
        if age is not None and member.whereabouts == "study":
            assert 18 <= age <= 24, member


def test_neighbours_have_neighbouring_numbers(households: list[Household]) -> None:
    lots = [
        int(household.address.removeprefix("安曇野市豊科").split("-")[0])
        for household in households
    ]
    assert lots == sorted(lots)
    assert len({(h.address, h.building) for h in households}) == len(households)
    assert {household.postal_code for household in households} == {"399-8205"}


def test_phones_are_invented_and_look_right(households: list[Household]) -> None:
    phones = [phone for h in households for phone in (h.phone, h.mobile) if phone]
    assert len(phones) > 120
    assert not [phone for phone in phones if problem_with_phone(phone)]
    for phone in phones:
        assert (phone.startswith("0263-") and phone.split("-")[2][0] == "0") or phone[3:5] == "-0"
    landlines = [household.phone for household in households if household.phone]
    assert len(set(landlines)) == len(landlines)


def test_flats_lie_in_their_apartment_house(households: list[Household]) -> None:
    flats = [household for household in households if household.dwelling == "apartment"]
    houses = [household for household in households if household.membership == "apartment"]
    assert sum(house.copies for house in houses) == len(flats)
    assert all(flat.landlord for flat in flats)
    assert {flat.address for flat in flats} == {house.address for house in houses}


def test_same_names_are_told_apart_by_the_name_of_the_house(households: list[Household]) -> None:
    heads = Counter(h.head for h in households if h.members and " " in h.head)
    twins = [name for name, count in heads.items() if count > 1]
    assert twins
    for name in twins:
        told = [h.yago for h in households if h.head == name]
        assert len(set(told)) == len(told)


def test_consent_was_asked_and_mostly_answered(households: list[Household]) -> None:
    asked = [h for h in households if h.membership in ("full", "associate", "paused")]
    answered = [household for household in asked if household.consents]
    assert 0.7 < len(answered) / len(asked) < 0.95
    given = Counter((c.item, c.audience, c.answer) for h in answered for c in h.consents)
    assert given["name", "households", "yes"] > given["family", "households", "yes"]
    assert given["name", "board", "no"]
    assert len({c.way for h in answered for c in h.consents}) > 2


def test_some_come_from_abroad(people: list[Member]) -> None:
    assert [member for member in people if len(member.name.split()) > 2]
