"""The paper of a list that was put together: what stands on it, for whom, and how it looks."""

from datetime import date

import pytest
from households.families import DAY, LONG_ADDRESS, LONG_NAME, districts
from paper.reading import fonts, looks_like, text, texts

from kucho_desktop.core.audiences import Audience
from kucho_desktop.core.fields import shown
from kucho_desktop.households.model import Household
from kucho_desktop.households.model.lists.shown import ListPart, ShownList
from kucho_desktop.households.model.lists.traits import traits
from kucho_desktop.households.model.lists.wanted import COLUMNS
from kucho_desktop.households.papers.household_list import household_list
from kucho_desktop.paper.imprint import Imprint

PURPOSE = "梓野区の運営のためにのみ利用します。"
MANY = ("tonarigumi_id", "head", "kana", "address", "building", "phone", "names", "ages", "note")


def listed(audience, sizes=(20, 8), columns=COLUMNS, *, apart=False, **more):
    groups = districts(sizes)
    names = {str(at): title for at, (title, _homes) in enumerate(groups, 1)}
    those = [(title, homes) for title, homes in groups] if apart else []
    whole = [("", [home for _title, homes in groups for home in homes])]
    parts = tuple(
        ListPart(title, shown(Household, homes, audience, must_agree="name"))
        for title, homes in those or whole
    )
    made = {"title": "一人暮らし", "sentences": ("一人暮らし",), **more}
    return ShownList(columns=tuple(columns), parts=parts, day=DAY, groups=names, **made)


def printed(audience=Audience.OFFICERS, sizes=(20, 8), columns=COLUMNS, *, size=12.0, **more):
    numbers = tuple(range(1, len(sizes) + 1)) if more.get("apart") else (1,)
    imprint = Imprint("梓野区", audience, DAY, date(2026, 11, 20), PURPOSE, numbers, size)
    return household_list(listed(audience, sizes, columns, **more), imprint)


def test_it_says_what_it_is_for_whom_as_of_when_and_its_number():
    said = text(printed())
    for part in ("一人暮らし", "対象：役員", "令和8年4月1日(水)現在", "取扱注意", "28世帯"):
        assert part in said
    assert "配布番号" in said
    assert PURPOSE in said


def test_the_columns_are_those_that_were_chosen_in_their_order():
    first = texts(printed(columns=("phone", "head", "people")))[0]
    titles = [traits()[name].title for name in ("phone", "head", "people")]
    places = [first.index(title) for title in titles]
    assert places == sorted(places)
    assert "住所" not in first
    assert "第1隣組" in text(printed())


def test_the_conditions_stand_on_it_where_its_name_does_not_say_them():
    assert "条件：" not in text(printed())
    said = text(printed(title="見守り", sentences=("一人暮らし", "住所が豊科を含む")))
    assert "条件：一人暮らし、住所が豊科を含む" in said


def test_names_addresses_and_families_are_never_cut():
    said = "".join(text(printed(Audience.CHIEF, (1,), MANY)).split())
    for part in (LONG_NAME, LONG_ADDRESS, "呼び鈴が鳴らない"):
        assert "".join(part.split()) in said


def test_only_those_who_agreed_are_listed_and_the_others_are_counted():
    audience = Audience.EVERY_HOUSEHOLD
    of = listed(audience)
    said = text(printed(audience))
    assert of.held_back > 0
    assert f"{of.households}世帯" in said
    assert f"{of.held_back}世帯" in said
    heads = [home.head for _title, homes in districts((20, 8)) for home in homes]
    agreed = {record.text("head") for record in of.parts[0].households.records}
    assert {head for head in heads if head in said} == agreed


def test_every_group_has_sheets_and_a_number_of_its_own():
    made = printed(Audience.GROUP_LEADER, (3, 2), apart=True)
    first, second = texts(made)
    assert made.parts == 2
    assert "第1隣組" in first
    assert "第2隣組" not in first
    assert "第2隣組" in second


def test_a_list_of_nobody_says_so():
    made = printed(sizes=())
    assert made.pages == 1
    assert "0世帯" in text(made)


def test_it_is_not_drawn_for_somebody_else():
    imprint = Imprint("梓野区", Audience.CITY, DAY, DAY)
    with pytest.raises(ValueError, match="another audience"):
        household_list(listed(Audience.CHIEF), imprint)


@pytest.mark.parametrize("size", [12.0, 14.0])
def test_the_same_input_gives_the_same_bytes_and_every_letter_is_embedded(size):
    assert printed(size=size).pdf == printed(size=size).pdf
    assert all(fonts(printed(size=size)).values())


@pytest.mark.parametrize("size", [12.0, 14.0])
def test_it_looks_as_approved(size):
    assert looks_like(printed(size=size), f"household-list-{size:g}")
    wide = printed(Audience.CHIEF, (12, 4), MANY, size=size)
    assert looks_like(wide, f"household-list-wide-{size:g}")
