"""梓野区 is believable, whole on every day, and the same from the same seed."""

import json
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from kucho_desktop.app.books import open_book
from kucho_desktop.app.practice import write_practice_book
from kucho_desktop.association.store import the_association
from kucho_desktop.cli import main
from kucho_desktop.core.book import Book
from kucho_desktop.core.errors import CannotKeep
from kucho_desktop.core.history import last_steps
from kucho_desktop.core.tables import TABLES
from kucho_desktop.core.text import problem_with_phone
from kucho_desktop.households.model import HEAD, Household, Member
from kucho_desktop.households.store import figures, find_households, history_of, households_on
from kucho_desktop.tonarigumi.store import all_tonarigumi

TODAY = date(2026, 11, 20)
PASSWORD = "azusano practice"
PARENTS = {"父", "母", "妻の父", "妻の母"}
CHILDREN = {"長男", "次男", "三男", "四男", "長女", "次女", "三女", "四女"}


def _write(path: Path, **options: int) -> Path:
    write_practice_book(path, PASSWORD, today=TODAY, **options)
    return path


def _open(path: Path) -> Book:
    return open_book(path, PASSWORD, today=TODAY, read_only=True)


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Book]:
    opened = _open(_write(tmp_path_factory.mktemp("practice") / "梓野区.kucho"))
    yield opened
    opened.close()


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


@pytest.mark.parametrize(
    ("count", "years"), [(0, 3), (1, 3), (2, 1), (7, 3), (21, 3), (25, 10), (40, 0), (61, 3)]
)
def test_any_number_will_do(tmp_path: Path, count: int, years: int) -> None:
    book = _open(_write(tmp_path / "small.kucho", households=count, years=years, seed=count))
    try:
        assert len(households_on(book)) == count
        assert book.problems() == []
    finally:
        book.close()


def test_who_lived_here_before_is_not_there_twice(tmp_path: Path) -> None:
    """In twenty years children of every house have gone and come back."""
    book = _open(_write(tmp_path / "long.kucho", households=200, years=20, seed=2))
    try:
        assert len(households_on(book)) == 200
        assert book.problems() == []
    finally:
        book.close()


def test_what_is_broken_off_leaves_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fill_the_disk(*_words: object, **_more: object) -> None:
        raise CannotKeep("full")

    monkeypatch.setattr("kucho_desktop.app.practice.writing.describe", fill_the_disk)
    with pytest.raises(CannotKeep):
        _write(tmp_path / "half.kucho", households=10)
    assert list(tmp_path.iterdir()) == []


def test_many_households_are_written_at_once(tmp_path: Path) -> None:
    book = _open(_write(tmp_path / "town.kucho", households=1500))
    try:
        assert figures(book).all_households == 1500
        assert book.problems() == []
        assert max(group.depth for group in all_tonarigumi(book)) == 2
        assert 50 < len(last_steps(book, 2000)) < 500
        _has_one_head_each(book, TODAY)
        _has_one_head_each(book, TODAY - timedelta(days=500))
    finally:
        book.close()


def _contents(book: Book) -> dict[str, list[dict[str, object]]]:
    tables = {name: book.rows(f'SELECT * FROM "{name}" ORDER BY 1') for name in TABLES}
    for row in tables["step"]:
        del row["at"]
    tables["about"] = [row for row in tables["about"] if row["name"] != "book_id"]
    return tables


def test_the_same_seed_gives_the_same_book(book: Book, tmp_path: Path) -> None:
    again = _open(_write(tmp_path / "again.kucho"))
    other = _open(_write(tmp_path / "other.kucho", seed=2))
    try:
        first, second = _contents(book), _contents(again)
        for name in TABLES:
            assert first[name] == second[name], name
        assert _contents(other)["member"] != first["member"]
    finally:
        again.close()
        other.close()


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


@pytest.mark.parametrize("seed", range(1, 6))
def test_difficult_characters_occur(tmp_path: Path, seed: int) -> None:
    book = _open(_write(tmp_path / "names.kucho", seed=seed))
    try:
        names = "".join(member.name for h in households_on(book) for member in h.members)
        assert {"髙", "﨑", "𠮷", "邉"} <= set(names)
        assert find_households(book, "吉田")
    finally:
        book.close()


def test_some_come_from_abroad(people: list[Member]) -> None:
    assert [member for member in people if len(member.name.split()) > 2]


def test_demo_writes_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("KUCHO_PASSWORD", PASSWORD)
    path = tmp_path / "demo.kucho"
    assert main(["demo", str(path), "--households", "30", "--years", "1", "--seed", "4"]) == 0
    capsys.readouterr()
    assert main(["check", str(path), "--json"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert said["ok"] is True
    assert said["households"] == 30
    assert main(["demo", str(path)]) == 1
    assert capsys.readouterr().err.strip()
