"""A corrected table is compared with the book: nothing is doubled, and all of it is one step."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from kucho_desktop.app.books import open_book
from kucho_desktop.app.practice import write_practice_book
from kucho_desktop.app.reading_in.again import AS_NEW, CHANGED, GONE, NEW, Judged
from kucho_desktop.app.reading_in.again_alone import read_again_alone
from kucho_desktop.app.tables import read_in, understood, write_out
from kucho_desktop.core.audiences import Audience
from kucho_desktop.core.book import Book
from kucho_desktop.exchange.files import open_table
from kucho_desktop.households.model.again.comparison import Proposal
from kucho_desktop.households.store import (
    answer_consent,
    figures,
    history_of,
    household,
    households_on,
    proposal_for,
)
from kucho_desktop.tonarigumi.store import all_tonarigumi

SAMPLES = Path(__file__).parents[1] / "exchange" / "samples"
TODAY = date(2026, 11, 20)
SPRING = date(2026, 4, 1)


@pytest.fixture(scope="module")
def practice_file(tmp_path_factory) -> Path:
    path = tmp_path_factory.mktemp("practice") / "practice.kucho"
    write_practice_book(path, "ajisai-no-niwa", households=120, today=TODAY)
    return path


@pytest.fixture
def practice(practice_file: Path) -> Iterator[Book]:
    book = open_book(practice_file, "ajisai-no-niwa", today=TODAY)
    yield book
    book.close()


@pytest.mark.parametrize("ending", ["xlsx", "csv"])
@pytest.mark.parametrize(
    "audience", [Audience.CHIEF, Audience.OFFICERS, Audience.EVERY_HOUSEHOLD, Audience.CITY]
)
def test_what_was_written_out_proposes_nothing(practice, tmp_path, ending, audience):
    out = tmp_path / f"out.{ending}"
    write_out(practice, out, audience=audience)
    proposal = proposal_for(practice, understood(open_table(out), TODAY).records)
    assert [each.differences for each in proposal.changed] == []
    assert (proposal.new, proposal.unsure) == ((), ())
    if audience in (Audience.CHIEF, Audience.OFFICERS, Audience.CITY):
        assert proposal.gone == ()


@pytest.mark.parametrize(
    "name", ["roster_plain.xlsx", "roster_as_kept.xlsx", "roster_families_cp932.csv"]
)
@pytest.mark.parametrize("empties", [False, True])
def test_a_roster_read_again_proposes_nothing(book, name, empties):
    found = read_in(book, SAMPLES / name)
    told = read_again_alone(book, SAMPLES / name, empties=empties)
    assert told.proposal == Proposal(unchanged=found.households)
    assert figures(book).all_households == found.households


def edited(book: Book, tmp_path: Path, *changes: tuple[int, str, object]) -> Path:
    """The roster written out and worked on in Excel: (row of a household, heading, new value)."""
    path = tmp_path / "corrected.xlsx"
    write_out(book, path)
    workbook = openpyxl.load_workbook(path)
    sheet = workbook.worksheets[0]
    headings = [cell.value for cell in sheet[3]]
    for row, heading, value in changes:
        sheet.cell(row + 3, headings.index(heading) + 1).value = value
    workbook.save(path)
    return path


def test_phone_and_address_are_changed_and_undone(book, tmp_path):
    read_in(book, SAMPLES / "roster_plain.xlsx")
    first, second = households_on(book)[:2]
    table = edited(book, tmp_path, (1, "電話番号", "0263-11-2222"), (2, "住所", "新しい町1-2"))
    told = read_again_alone(book, table, day=SPRING)
    assert [len(each.differences) for each in told.proposal.changed] == [1, 1]
    assert household(book, first.id).phone == "0263-11-2222"
    assert household(book, second.id).address == "新しい町1-2"
    assert household(book, second.id, date(2026, 3, 31)).address == second.address
    assert "corrected.xlsx" in history_of(book, first.id)[0].step.text
    book.undo()
    assert households_on(book)[:2] == [first, second]


def test_the_head_is_put_right_in_the_first_sheet_alone(practice, tmp_path):
    first = households_on(practice)[0]
    table = edited(practice, tmp_path, (1, "世帯主", "新しい　太郎"))
    (changed,) = proposal_for(practice, understood(open_table(table), TODAY).records).changed
    assert changed.household.id == first.id
    assert [(each.old, each.new) for each in changed.differences] == [(first.head, "新しい　太郎")]


def test_an_empty_cell_empties_only_when_it_shall(book, tmp_path):
    read_in(book, SAMPLES / "roster_plain.xlsx")
    first = households_on(book)[0]
    assert first.phone
    table = edited(book, tmp_path, (1, "電話番号", None))
    assert read_again_alone(book, table).proposal.changed == ()
    read_again_alone(book, table, empties=True)
    assert household(book, first.id).phone == ""


def test_a_column_that_the_table_lacks_is_left_alone(book, tmp_path):
    read_in(book, SAMPLES / "roster_plain.xlsx")
    before = households_on(book)
    table = tmp_path / "names.csv"
    lines = [f"{each.head},{each.address}" for each in before]
    table.write_text("\n".join(["氏名,住所", *lines]), "utf-8")
    told = read_again_alone(book, table, empties=True)
    assert told.proposal == Proposal(unchanged=len(before))
    assert households_on(book) == before


def test_a_table_of_one_group_says_nothing_of_the_others(book, tmp_path):
    read_in(book, SAMPLES / "roster_plain.xlsx")
    group = all_tonarigumi(book)[2]
    table = tmp_path / "one.xlsx"
    write_out(book, table, group=group.id)
    workbook = openpyxl.load_workbook(table)
    workbook.worksheets[0].delete_rows(4)
    workbook.save(table)
    proposal = proposal_for(book, understood(open_table(table), TODAY).records)
    assert len(proposal.gone) == 1
    assert proposal.gone[0].tonarigumi_id == group.id
    assert len(proposal.silent_groups) == 7


def test_a_table_that_cannot_write_a_name_does_not_spoil_it(book, tmp_path):
    table = tmp_path / "names.csv"
    table.write_text("氏名,住所,電話\n𠮷田　髙志,梓野1-1,0263-11-1111\n", "utf-8")
    read_in(book, table)
    table.write_text("氏名,住所,電話\n吉田　高志,梓野1-1,0263-11-1112\n", "utf-8")
    told = read_again_alone(book, table)
    fields = told.as_said()["changed"][0]["fields"]
    assert [(each["title"], each["taken"]) for each in fields] == [
        ("電話番号", True),
        ("𠮷田　髙志の氏名", False),
    ]
    assert households_on(book)[0].head == "𠮷田　髙志"
    assert households_on(book)[0].phone == "0263-11-1112"


def test_a_new_family_in_an_old_house_is_asked_about(book, tmp_path):
    table = tmp_path / "names.csv"
    table.write_text("氏名,住所\n丸山　誠,梓野1-1\n百瀬　隆,梓野1-2\n", "utf-8")
    read_in(book, table)
    table.write_text("氏名,住所\n丸山　誠,梓野1-1\n二木　正,梓野1-2\n", "utf-8")
    told = read_again_alone(book, table, gone_leave=True)
    (unsure,) = told.proposal.unsure
    assert [each.household.head for each in unsure.candidates] == ["百瀬　隆"]
    assert [each.head for each in households_on(book)] == ["丸山　誠", "百瀬　隆"]
    decided = told.proposal.decided(unsure)
    assert [each.head for each in decided.gone] == ["百瀬　隆"]
    assert len(decided.new) == 1


def test_ticks_decide_what_is_taken_over(book, tmp_path):
    table = tmp_path / "names.csv"
    rows = ["氏名,住所,電話,備考", "丸山　誠,梓野1-1,0263-11-1111,"]
    rows.append("百瀬　隆,梓野1-2,0263-11-1112,")
    table.write_text("\n".join([*rows, "二木　正,梓野1-3,0263-11-1113,"]), "utf-8")
    read_in(book, table)
    rows[1] = "丸山　誠,梓野1-1,0263-99-9999,角の家"
    table.write_text("\n".join([*rows, "青木　実,梓野5-5,0263-55-5555,"]), "utf-8")
    judged = Judged.of(proposal_for(book, understood(open_table(table), TODAY).records))
    assert [judged.size(name) for name in (CHANGED, NEW, GONE)] == [1, 1, 1]
    changed = judged.proposal.changed[0]
    assert judged.as_wanted().changed == (changed,)
    judged.take((CHANGED, 0), changed, 0, False)
    (left,) = judged.as_wanted().changed
    assert left.differences == changed.differences[1:]
    judged.take((CHANGED, 0), changed, 1, False)
    assert not judged.is_ticked((CHANGED, 0))
    judged.tick((CHANGED, 0), True)
    assert judged.as_wanted().changed == (changed,)
    judged.tick((NEW, 0), False)
    assert judged.as_wanted().new == ()
    assert judged.leaving() == ()
    judged.tick((GONE, 0), True)
    assert [each.head for each in judged.leaving()] == ["二木　正"]


def test_what_is_asked_can_be_answered(book, tmp_path):
    table = tmp_path / "names.csv"
    table.write_text("氏名,住所\n丸山　誠,梓野1-1\n百瀬　隆,梓野1-2\n", "utf-8")
    read_in(book, table)
    table.write_text("氏名,住所\n丸山　誠,梓野1-1\n二木　正,梓野1-2\n", "utf-8")
    judged = Judged.of(proposal_for(book, understood(open_table(table), TODAY).records))
    assert judged.as_wanted() == Proposal()
    assert judged.size(GONE) == 0
    judged.decide(0, AS_NEW)
    assert len(judged.as_wanted().new) == 1
    assert [each.head for each in judged.gone] == ["百瀬　隆"]
    judged.tick((GONE, 0), True)
    assert [each.head for each in judged.leaving()] == ["百瀬　隆"]
    judged.decide(0, judged.proposal.unsure[0].candidates[0].household.id)
    assert judged.leaving() == ()
    (changed,) = judged.as_wanted().changed
    assert [each.new for each in changed.differences] == ["二木　正"]


def test_an_answer_about_consent_is_taken_over(book, tmp_path):
    read_in(book, SAMPLES / "roster_plain.xlsx")
    first = households_on(book)[0].id
    day = date(2024, 4, 1)
    everybody = Audience.EVERY_HOUSEHOLD.value
    answer_consent(book, first, everybody, {"phone": True, "name": True}, day, "form")
    table = tmp_path / "corrected.xlsx"
    write_out(book, table)
    workbook = openpyxl.load_workbook(table)
    sheet = workbook.worksheets[-1]
    headings = [cell.value for cell in sheet[3]]
    place = next(row for row in (4, 5) if "電話番号" in [cell.value for cell in sheet[row]])
    sheet.cell(place, headings.index("回答") + 1).value = "同意しない"
    sheet.cell(place, headings.index("回答日") + 1).value = date(2026, 4, 1)
    workbook.save(table)
    told = read_again_alone(book, table)
    (field,) = told.as_said()["changed"][0]["fields"]
    assert (field["old"], field["new"]) == ("同意する", "同意しない")
    said = {each.item: (each.answer, each.since) for each in household(book, first).consents}
    assert said == {"phone": ("no", "2026-04-01"), "name": ("yes", "2024-04-01")}


def test_width_and_spaces_are_no_change(book, tmp_path):
    table = tmp_path / "names.csv"
    table.write_text("氏名,住所,電話\n丸山　誠,梓野1丁目2-3,0263-11-1111\n", "utf-8")
    read_in(book, table)
    table.write_text("氏名,住所,電話\n丸山 誠,梓野１－２－３,０２６３（１１）１１１１\n", "utf-8")
    assert read_again_alone(book, table).proposal == Proposal(unchanged=1)


def test_a_line_that_stands_twice_is_asked_about(book, tmp_path):
    table = tmp_path / "names.csv"
    table.write_text("氏名,住所\n丸山　誠,梓野1-1\n百瀬　隆,梓野1-2\n二木　正,梓野1-3\n", "utf-8")
    read_in(book, table)
    with table.open("a", encoding="utf-8") as more:
        more.write("丸山　誠,梓野1-1\n")
    proposal = read_again_alone(book, table).proposal
    assert (proposal.unchanged, proposal.new, len(proposal.unsure)) == (3, (), 1)
    assert figures(book).all_households == 3
