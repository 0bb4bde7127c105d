"""What stands around the households of 梓野区: ties, talks, rounds, pictures."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from app.practice_books import TODAY, opened, written
from PIL import Image

from kucho_desktop.app import papers
from kucho_desktop.core.attachments import content_of
from kucho_desktop.core.book import Book
from kucho_desktop.core.text import problem_with_phone
from kucho_desktop.households import store
from kucho_desktop.households.model.rounds.round import LISTS, SHEETS
from kucho_desktop.households.model.ties.ties import Tie

AROUND = ("household_tie", "household_talk", "sheet_round", "sheet_return", "attachment")


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Book]:
    made = opened(written(tmp_path_factory.mktemp("practice") / "梓野区.kucho"))
    yield made
    made.close()


def all_ties(book: Book) -> list[Tie]:
    ids = [id_ for (id_,) in book.tuples("SELECT id FROM household")]
    return [tie for id_ in ids for tie in store.ties.keeping.every_tie_of(book, id_)]


def test_there_are_ties_of_every_kind_that_a_chief_writes(book: Book) -> None:
    ties = all_ties(book)
    kinds = {tie.tie for tie in ties}
    assert kinds >= {"contact", "owner", "keeper", "landlord", "manager", "building", "payer"}
    assert kinds & {"parent", "same_plot"}
    assert any(tie.until < TODAY.isoformat() for tie in ties)
    assert len({tie.since[:4] for tie in ties}) > 2


def test_every_tie_is_sound(book: Book) -> None:
    there = {each.id: each for each in store.households_on(book)}
    for tie in all_ties(book):
        assert tie.household_id in there
        assert tie.since < tie.until
        assert tie.since >= there[tie.household_id].since
        assert (tie.other_id in there) if tie.other_id else (tie.name and (tie.kana or tie.phone))
        assert tie.other_id is None or tie.since >= there[tie.other_id].since
        assert not tie.phone or problem_with_phone(tie.phone) == ""
    assert book.problems() == []


def test_every_empty_house_has_somebody_who_looks_after_it(book: Book) -> None:
    for each in store.households_on(book):
        if each.membership == "empty":
            kinds = {tie.tie for tie in store.ties_of(book, each.id)}
            assert {"owner", "keeper"} <= kinds


def test_an_apartment_house_knows_its_rooms_and_its_landlord(book: Book) -> None:
    houses = [each for each in store.households_on(book) if each.membership == "apartment"]
    kinds = {tie.tie for house in houses for tie in store.ties_of(book, house.id)}
    assert {"room", "landlord", "manager"} <= kinds


def test_those_who_have_not_joined_were_talked_with_over_the_years(book: Book) -> None:
    asked = store.not_joined(book)
    talked = [each for each in asked if each.last is not None]
    assert 0 < len(talked) <= len(asked)
    assert any(each.next is not None for each in asked)
    years = {day[:4] for (day,) in book.tuples("SELECT talked_on FROM household_talk")}
    assert len(years) > 1
    assert max(years) <= str(TODAY.year)


def test_a_round_of_sheets_goes_on_and_earlier_ones_are_closed(book: Book) -> None:
    now = store.open_round(book, SHEETS)
    assert now is not None
    assert now.began < TODAY.isoformat() < now.return_by
    progress = store.progress_of(book, now)
    asked, back = sum(each.asked for each in progress), sum(each.back for each in progress)
    assert 0 < back < asked
    assert {each.kind for each in store.rounds_of(book) if each.closed} == {SHEETS, LISTS}
    draft = papers.draft(book, "still-out", papers.Request())
    assert len(draft.gathered.groups) >= 1


def test_there_are_small_pictures_that_nobody_took(book: Book) -> None:
    digests = [digest for (digest,) in book.tuples("SELECT digest FROM attachment")]
    assert 1 <= len(digests) <= 2
    for digest in digests:
        content = content_of(book, digest)
        assert len(content) < 30_000
        assert Image.open(BytesIO(content)).size[0] > 100


def test_the_same_seed_gives_the_same_all_around(tmp_path: Path, book: Book) -> None:
    again = opened(written(tmp_path / "again.kucho"))
    other = opened(written(tmp_path / "other.kucho", seed=2))
    try:
        for table in AROUND:
            rows = book.tuples(f"SELECT * FROM {table} ORDER BY id")
            assert rows == again.tuples(f"SELECT * FROM {table} ORDER BY id")
            if table != "sheet_round":  # whose days are those of the calendar
                assert rows != other.tuples(f"SELECT * FROM {table} ORDER BY id"), table
    finally:
        again.close()
        other.close()


@pytest.mark.parametrize("households", [0, 1, 9])
def test_a_small_district_has_as_little_around_it(tmp_path: Path, households: int) -> None:
    made = opened(written(tmp_path / "small.kucho", households=households))
    assert made.problems() == []
    made.close()
