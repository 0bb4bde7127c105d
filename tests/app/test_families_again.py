"""The families of a corrected table: who came, who went, who is the head, what was put right."""

from datetime import date
from pathlib import Path

from kucho_desktop.app.reading_in.again_alone import read_again_alone
from kucho_desktop.app.tables import read_in
from kucho_desktop.core.book import Book
from kucho_desktop.households.model.again.comparison import Proposal
from kucho_desktop.households.store import households_on

SPRING = date(2026, 4, 1)
WIFE = "丸山　和子"
FAMILY = """世帯主,氏名,続柄,生年月日,住所
丸山　誠,丸山　誠,世帯主,昭和20年1月2日,梓野1-1
,丸山　和子,妻,昭和22年3月4日,
,丸山　健太,長男,昭和45年5月6日,
百瀬　隆,百瀬　隆,世帯主,昭和30年7月8日,梓野1-2
"""


def family(book: Book, tmp_path: Path, after: str) -> Proposal:
    table = tmp_path / "family.csv"
    table.write_text(FAMILY, "utf-8")
    read_in(book, table)
    table.write_text(after, "utf-8")
    return read_again_alone(book, table, day=SPRING).proposal


def people(book: Book, day: date | None = None) -> list[tuple[str, str]]:
    return [(each.relation, each.name) for each in households_on(book, day)[0].members]


def test_the_head_died_and_the_wife_is_the_head(book, tmp_path):
    after = FAMILY.replace("丸山　誠,丸山　誠,世帯主,昭和20年1月2日,梓野1-1\n", "")
    after = after.replace(
        ",丸山　和子,妻,昭和22年3月4日,", f"{WIFE},{WIFE},世帯主,昭和22年3月4日,梓野1-1"
    )
    proposal = family(book, tmp_path, after)
    assert (len(proposal.changed), proposal.new, proposal.unsure) == (1, (), ())
    assert people(book) == [("head", "丸山　和子"), ("長男", "丸山　健太")]
    assert people(book, date(2026, 3, 31))[0] == ("head", "丸山　誠")
    book.undo()
    assert people(book) == [("head", "丸山　誠"), ("妻", "丸山　和子"), ("長男", "丸山　健太")]


def test_a_child_is_born_and_a_birthday_is_put_right(book, tmp_path):
    after = FAMILY.replace("昭和22年3月4日", "昭和22年4月3日").replace(
        "百瀬　隆,百瀬", ",丸山　さくら,孫,令和8年2月3日,\n百瀬　隆,百瀬"
    )
    family(book, tmp_path, after)
    members = households_on(book)[0].members
    assert [(each.name, each.born) for each in members[1:]] == [
        ("丸山　和子", "1947-04-03"),
        ("丸山　健太", "1970-05-06"),
        ("丸山　さくら", "2026-02-03"),
    ]
    assert members[3].since == "2026-04-01"


def test_a_member_changed_the_name(book, tmp_path):
    proposal = family(book, tmp_path, FAMILY.replace(",丸山　和子,", ",百瀬　和子,"))
    (changed,) = proposal.changed
    assert [(each.name, each.old, each.new) for each in changed.differences] == [
        ("name", "丸山　和子", "百瀬　和子")
    ]
    assert people(book)[1] == ("妻", "百瀬　和子")


def test_who_only_counted_gets_a_name(book, tmp_path):
    table = tmp_path / "counts.csv"
    table.write_text("氏名,住所,人数\n丸山　誠,梓野1-1,3\n", "utf-8")
    read_in(book, table)
    assert [each.name for each in households_on(book)[0].members] == ["丸山　誠", "", ""]
    ids = [each.id for each in households_on(book)[0].members]
    table.write_text(
        "世帯主,氏名,続柄,住所\n丸山　誠,丸山　誠,世帯主,梓野1-1\n,丸山　和子,妻,\n", "utf-8"
    )
    read_again_alone(book, table)
    members = households_on(book)[0].members
    assert [(each.relation, each.name) for each in members] == [
        ("head", "丸山　誠"),
        ("妻", "丸山　和子"),
    ]
    assert [each.id for each in members] == ids[:2]


def test_more_people_are_counted(book, tmp_path):
    table = tmp_path / "counts.csv"
    table.write_text("氏名,住所,人数\n丸山　誠,梓野1-1,2\n", "utf-8")
    read_in(book, table)
    table.write_text("氏名,住所,人数\n丸山　誠,梓野1-1,4\n", "utf-8")
    read_again_alone(book, table)
    assert len(households_on(book)[0].members) == 4
    table.write_text("氏名,住所,人数\n丸山　誠,梓野1-1,1\n", "utf-8")
    assert read_again_alone(book, table).proposal.changed == ()


def test_another_family_in_the_same_house_is_asked_about(book, tmp_path):
    table = tmp_path / "family.csv"
    before = FAMILY.replace("住所", "住所,電話").replace("梓野1-1", "梓野1-1,0263-11-1111")
    table.write_text(before, "utf-8")
    read_in(book, table)
    after = before
    for old, new in (("誠", "進"), ("和子", "トミ"), ("健太", "大輔")):
        after = after.replace(f"丸山　{old}", f"務台　{new}")
    table.write_text(after, "utf-8")
    proposal = read_again_alone(book, table).proposal
    assert (proposal.changed, proposal.new, proposal.gone) == ((), (), ())
    (unsure,) = proposal.unsure
    assert [each.household.head for each in unsure.candidates] == ["丸山　誠"]
    assert people(book)[0] == ("head", "丸山　誠")
