"""How many copies each group gets, and why; the list with stamps, and the slips for the piles."""

import pytest
from circulars.printed_text import text_of
from PySide6.QtCore import Qt

from kucho_desktop.app.papers import make_paper
from kucho_desktop.circulars.model import DeliveryItem, GroupExtra
from kucho_desktop.circulars.model.deliveries import (
    GroupHouses,
    copies_for,
    left_over,
    total_of,
    why,
)
from kucho_desktop.circulars.store import DELIVERIES, EXTRAS, LETTERS, groups_on
from kucho_desktop.core.errors import NotAllowed
from kucho_desktop.core.handouts import all_handouts
from kucho_desktop.households.store import add_household
from kucho_desktop.tonarigumi.store import add_tonarigumi, remove_tonarigumi

JOINED, REFUSES, TWO, OUTSIDE = (True, True, 1), (True, False, 1), (True, True, 2), (False, True, 1)


def group(*houses, **extra) -> GroupHouses:
    return GroupHouses(1, "一組", houses=houses, extra=GroupExtra(1, 1, **extra))


def test_every_number_says_what_it_is_made_of():
    twelve = group(*[JOINED] * 11, REFUSES, OUTSIDE, apartments=6, spare=1)
    count = copies_for("all", twelve)
    assert (count.total, count.said) == (18, "世帯 12 − 不要・郵送 1 + アパート 6 + 予備 1")
    assert copies_for("everyone", twelve).total == 19
    more = copies_for("all", group(TWO, JOINED, shops=2))
    assert (more.total, more.said) == (5, "世帯 2 + 2部目から 1 + 店・事業所 2")
    assert copies_for("all", group()).said == "世帯 0"


@pytest.mark.parametrize(("reach", "total"), [("circulate", 2), ("board", 3), ("leaders", 1)])
def test_what_does_not_go_from_house_to_house(reach, total):
    assert copies_for(reach, group(JOINED, circulars=2, boards=3)).total == total


def test_no_number_is_below_nought():
    silent = group((True, True, 0), (True, False, 0), (True, False, 3))
    assert copies_for("all", silent).total == 0


def test_two_numbers_of_one_group_are_both_explained():
    things = (DeliveryItem(1, reach="all"), DeliveryItem(2, reach="everyone"))
    assert why(things, group(JOINED, OUTSIDE)) == (
        "全戸（加入世帯）：世帯 1、未加入の世帯にも：世帯 2"
    )
    assert why(things, group(JOINED)) == "世帯 1"
    assert why(things[:1], group(JOINED, OUTSIDE)) == "世帯 1"
    assert why((DeliveryItem(1, reach="board"),), group(JOINED)) == ""


def test_what_is_left_over():
    groups = [group(JOINED, JOINED), group(JOINED)]
    assert total_of(DeliveryItem(0), groups) == 3
    assert left_over(DeliveryItem(0, received=5), groups) == 2
    assert left_over(DeliveryItem(0, received=1), groups) == -2
    assert left_over(DeliveryItem(0), groups) is None


def test_the_groups_of_the_book_with_their_needs(street):
    first = groups_on(street)[0]
    assert copies_for("all", first).total == len(first.houses)
    EXTRAS.add(street, {"tonarigumi_id": first.id, "apartments": 6})
    again = groups_on(street)[0]
    assert copies_for("all", again).total == len(first.houses) + 6
    EXTRAS.change(street, again.extra.id, {"apartments": None})
    assert groups_on(street)[0].extra.apartments == 0
    with pytest.raises(NotAllowed, match="もうあります"):
        EXTRAS.add(street, {"tonarigumi_id": first.id})


def test_whoever_is_in_no_group_is_not_forgotten(book):
    add_household(book, {"head": "髙橋 一郎"})
    (alone,) = groups_on(book)
    assert alone.name == "（隣組なし）"
    assert copies_for("all", alone).total == 1
    assert copies_for("leaders", alone).total == 0


def test_a_group_that_has_needs_is_not_removed(book):
    made = add_tonarigumi(book, "新しい組")
    EXTRAS.add(book, {"tonarigumi_id": made, "boards": 1})
    with pytest.raises(NotAllowed, match="終わりにして"):
        remove_tonarigumi(book, made)
    EXTRAS.remove(book, EXTRAS.all(book)[0].id)
    remove_tonarigumi(book, made)


def test_a_letter_is_handed_out_with_one_key(qtbot, street, page):
    part = page.letters
    for title in ("公民館報", "ごみの収集"):
        made = LETTERS.add(street, {"title": title, "kind": "deliver", "copies": 130})
        part.list.select(made)
        part.into_delivery.setFocus()
        qtbot.keyClick(part.into_delivery, Qt.Key.Key_Return)
        page.show_part("letters")
    (kept,) = DELIVERIES.all(street)
    assert [(each.title, each.reach, each.received) for each in kept.items] == [
        ("公民館報", "all", 130),
        ("ごみの収集", "all", 130),
    ]
    assert kept.day == "2026-11-20"
    page.begin("deliveries")
    told = page.part("deliveries").counts.text()
    assert "公民館報：8部 – 122部残ります" in told
    assert "＝ 世帯" in told
    assert page.paper_about() == {"delivery": str(kept.id)}


def test_the_papers_of_a_day(street):
    for name in ("delivery", "delivery-slips"):
        assert "この日の配布は書かれていません" in text_of(make_paper(street, name).pdf)
    first = groups_on(street)[0]
    EXTRAS.add(street, {"tonarigumi_id": first.id, "apartments": 6, "boards": 1})
    things = (
        DeliveryItem(0, 0, "広報", "all", 20),
        DeliveryItem(0, 0, "ポスター", "board"),
    )
    made = DELIVERIES.add(street, {"day": "2026-11-25", "due": "2026-11-28", "items": things})
    DELIVERIES.add(street, {"day": "2026-11-01", "items": (DeliveryItem(0, 0, "前の広報"),)})
    text = text_of(make_paper(street, "delivery").pdf)
    for said in ("広報", "アパート6", "受領印", "合計", "残り", "11月28日"):
        assert said in text
    assert "前の広報" not in text, "the newest day unless another is asked for"
    slips = text_of(make_paper(street, "delivery-slips", options={"delivery": str(made)}).pdf)
    assert first.short in slips
    assert "部" in slips
    assert [each.paper for each in all_handouts(street)][:1] == ["delivery-slips"]


def test_very_many_things_and_groups_are_printed(street):
    things = tuple(DeliveryItem(0, 0, f"配るもの{n}" * 4, "everyone", n) for n in range(30))
    DELIVERIES.add(street, {"day": "2026-11-25", "items": things})
    assert make_paper(street, "delivery", size=14).pages >= 1
    assert make_paper(street, "delivery-slips", size=14).pages == -(-len(groups_on(street)) // 2)
