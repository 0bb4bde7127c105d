"""What stands on the papers about households, for whom, and how it looks."""

from dataclasses import replace
from datetime import date

import pytest
from households.counting import headcount
from households.families import (
    DAY,
    LONG_ADDRESS,
    LONG_NAME,
    districts,
    groups_for,
    household,
    member,
)
from paper.reading import fonts, looks_like, text, texts

from kucho_desktop.core.audiences import Audience
from kucho_desktop.core.fields import shown
from kucho_desktop.households.model import Household
from kucho_desktop.households.model.figures.headcount import total
from kucho_desktop.households.model.figures.population import Population
from kucho_desktop.households.model.gathered import ShownGroup
from kucho_desktop.households.papers import (
    blank_household_sheet,
    group_rosters,
    household_sheets,
    population_report,
    roster_members,
    roster_officers,
    street_plans,
)
from kucho_desktop.paper.imprint import Imprint

SIZES = (20, 1, 8)
PURPOSE = "梓野区の運営（連絡・回覧・区費・行事・防災）のためにのみ利用します。"


def imprint(audience, **more):
    return Imprint("梓野区", audience, DAY, date(2026, 11, 20), PURPOSE, **more)


def for_members(sizes=SIZES, *, by_kana=False, **more):
    audience = Audience.EVERY_HOUSEHOLD
    return roster_members(groups_for(audience, sizes), imprint(audience, **more), by_kana=by_kana)


def for_officers(sizes=SIZES, **more):
    return roster_officers(groups_for(Audience.OFFICERS, sizes), imprint(Audience.OFFICERS, **more))


def for_leaders(sizes=SIZES, **more):
    audience = Audience.GROUP_LEADER
    return group_rosters(groups_for(audience, sizes), imprint(audience, **more), leader_word="組長")


def plans(sizes=SIZES, **more):
    audience = Audience.GROUP_LEADER
    return street_plans(groups_for(audience, sizes), imprint(audience, **more))


def sheets(sizes=(2,), **more):
    groups = groups_for(Audience.PERSON, sizes)
    return household_sheets(
        groups, imprint(Audience.PERSON, **more), return_to="組長", return_by=date(2026, 5, 10)
    )


def report(sizes=SIZES, **more):
    counts = [headcount(title, homes, DAY) for title, homes in districts(sizes)]
    return population_report(Population(DAY, tuple(counts)), imprint(Audience.CITY, **more))


EVERY_PAPER = {
    "roster-members": for_members,
    "roster-officers": for_officers,
    "group-roster": for_leaders,
    "group-plan": plans,
    "household-sheet": sheets,
    "population-report": report,
}
each_paper = pytest.mark.parametrize("name", EVERY_PAPER)


@each_paper
def test_every_page_says_whose_for_whom_as_of_when_and_which_page(name):
    for page in texts(EVERY_PAPER[name]()):
        assert "梓野区" in page
        assert "対象：" in page
        assert "令和8年4月1日(水)現在" in page
        assert "ページ" in page
        assert "利用目的：梓野区の運営" in page or name == "household-sheet"


@each_paper
def test_personal_papers_are_marked(name):
    for page in texts(EVERY_PAPER[name]()):
        assert ("取扱注意" in page) is (name != "population-report")
        assert ("配布番号" in page) is (name not in ("population-report", "household-sheet"))


@each_paper
@pytest.mark.parametrize("size", [12.0, 14.0])
def test_the_same_input_gives_the_same_bytes(name, size):
    draw = EVERY_PAPER[name]
    assert draw(size=size).pdf == draw(size=size).pdf


@each_paper
def test_an_empty_district_has_papers_too(name):
    printed = EVERY_PAPER[name](())
    assert printed.pages == 1
    assert "梓野区" in text(printed)


@each_paper
def test_every_letter_is_embedded(name):
    assert all(fonts(EVERY_PAPER[name]()).values())


@each_paper
@pytest.mark.parametrize("size", [12.0, 14.0])
def test_papers_look_as_approved(name, size):
    assert looks_like(EVERY_PAPER[name](size=size), f"{name}-{size:g}")


def test_only_those_who_agreed_are_listed_and_the_others_are_counted():
    agreed = {
        home.head: home.agreed("name", Audience.EVERY_HOUSEHOLD)
        for _title, homes in districts((30,), seed=1)
        for home in homes
    }
    page = text(for_members((30,)))
    homes = districts((30,))[0][1]
    listed = [home for home in homes if home.agreed("name", Audience.EVERY_HOUSEHOLD)]
    assert 0 < len(listed) < 30
    assert f"{len(listed)}世帯を載せています" in page
    assert f"載せていない世帯が{30 - len(listed)}あります" in page
    refused = [home for home in homes if not home.agreed("name", Audience.EVERY_HOUSEHOLD)]
    assert not [home.phone for home in refused if home.phone in page]
    assert all(home.phone in page for home in listed)
    assert agreed


def test_members_do_not_see_what_is_for_officers():
    page = text(for_members())
    assert "加入区分" not in page
    assert "世帯番号" not in page
    assert "加入区分" in text(for_officers())


def test_a_telephone_number_without_consent_stays_away():
    home = districts((2,))[0][1][1]
    silent = replace(home, consents=tuple(c for c in home.consents if c.item != "phone"))
    group = ShownGroup(
        "第1隣組", shown(Household, [silent], Audience.EVERY_HOUSEHOLD, must_agree="name")
    )
    page = text(roster_members([group], imprint(Audience.EVERY_HOUSEHOLD)))
    assert home.head in page
    assert home.phone not in page
    assert home.mobile not in page


def test_a_paper_refuses_what_was_chosen_for_others():
    with pytest.raises(ValueError, match="another audience"):
        roster_members(groups_for(Audience.CHIEF, (2,)), imprint(Audience.EVERY_HOUSEHOLD))


def test_groups_come_in_their_order_with_their_counts():
    page = text(for_officers())
    assert page.index("第1隣組（20世帯）") < page.index("第2隣組（1世帯）")


def test_the_order_of_the_fifty_sounds_has_its_headings():
    page = text(for_members(by_kana=True))
    at = [page.index(f"\n{heading}\n") for heading in ("あ", "た", "な", "ま", "や")]
    assert at == sorted(at)
    assert page.index("おおた") < page.index("たかはし") < page.index("やまざき")


@pytest.mark.parametrize("size", [12.0, 14.0])
def test_long_names_and_addresses_stay_whole(size):
    for printed in (for_members(size=size), for_officers(size=size)):
        page = text(printed).replace("\n", "").replace(" ", "")
        assert LONG_ADDRESS in page
        assert LONG_NAME.split()[0] in page
        assert LONG_NAME.split()[1] in page
        assert printed.replaced == ()


def test_a_group_of_twenty_has_one_page_in_either_size():
    for size in (12.0, 14.0):
        assert for_leaders((20,), size=size).pages == 1


def test_a_group_roster_says_what_to_do_with_it():
    printed = for_leaders(copy_numbers=(1, 2, 3))
    first, second, _third = texts(printed)
    assert "第1隣組" in first
    assert "第2隣組" not in first
    assert "次の役員に引き継ぐ際に返却してください" in first
    assert "No. 1" in first
    assert "No. 2" in second
    for title in ("組長", "副・次期", "部数", "備考"):
        assert title in first
    assert printed.parts == 3


def test_a_place_that_all_addresses_share_is_said_once():
    page = text(for_leaders((1, 12)))
    assert "住所は「豊科」に続く番地です" in page


def test_a_known_leader_is_named():
    (group,) = groups_for(Audience.GROUP_LEADER, (3,))
    led = replace(group, leader="丸山 𠮷雄")
    assert "丸山 𠮷雄" in text(group_rosters([led], imprint(Audience.GROUP_LEADER)))


def test_a_household_sees_all_that_is_kept_of_it():
    pages = texts(sheets((2,)))
    assert len(pages) == 2
    home = districts((2,))[0][1][1]
    for said in (home.number, home.head, home.kana, home.phone, home.postal_code, "様"):
        assert said in pages[1]
    assert PURPOSE in pages[1].replace("\n", "")
    assert "提出先：組長" in pages[1]
    assert "令和8年5月10日(日)" in pages[1]
    assert "世帯主" in pages[1]


def test_a_big_family_goes_on_to_a_second_page():
    home = districts((2,))[0][1][1]
    many = tuple(member(at, home.id, "孫", f"孫 {at}郎", "まご") for at in range(40))
    group = ShownGroup("第1隣組", shown(Household, [replace(home, members=many)], Audience.PERSON))
    printed = household_sheets([group], imprint(Audience.PERSON))
    assert printed.pages > 1
    page = text(printed)
    assert [at for at in range(40) if f"孫 {at}郎" not in page] == []


def test_the_empty_sheet_offers_what_can_be_chosen():
    page = text(blank_household_sheet(imprint(Audience.PERSON), return_to="区長"))
    for said in ("世帯票", "提出先：区長", "持家", "はい", "いいえ", "署名"):
        assert said in page


def test_what_is_counted_adds_up(today):
    counts = [headcount(title, homes, today) for title, homes in districts((9, 4))]
    district = total("合計", counts)
    assert district.households == 13
    assert district.persons == sum(district.genders.values())
    assert district.persons == sum(district.ages) + district.age_unknown
    assert district.very_old <= district.ages[-1]
    assert district.joined <= district.dwelled


def test_ages_are_counted_on_their_birthday():
    import random

    home = household(1, 1, 1, random.Random(0))
    people = [
        member(at, 1, "母", f"{at}", "", born=born, gender="female")
        for at, born in enumerate(("1951-04-01", "1951-04-02", "1946-04-01", "2011-04-02", ""))
    ]
    count = headcount("第1隣組", [replace(home, members=tuple(people))], DAY)
    assert count.ages == (1, 0, 1, 2)
    assert count.very_old == 1
    assert count.age_unknown == 1


def test_the_report_says_what_is_not_known():
    page = text(report())
    assert "年齢不明" in page
    assert "年齢のわからない" in page
    assert "加入率は、人の住む世帯" in page
    assert "合計" in page


def test_no_rate_where_nobody_lives():
    (home,) = districts((1,))[0][1]
    count = headcount("第1隣組", [replace(home, membership="empty", members=())], DAY)
    assert count.joined_percent is None
    assert "－" in text(population_report(Population(DAY, (count,)), imprint(Audience.CITY)))
