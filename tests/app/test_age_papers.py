"""The lists of people of an age, and of who came and went: who is on them, and for whom."""

from datetime import date

import pytest
from paper.reading import looks_like, text, texts

from kucho_desktop.app import papers
from kucho_desktop.app.paper_request import Request
from kucho_desktop.core.audiences import Audience
from kucho_desktop.core.errors import NotAllowed
from kucho_desktop.core.handouts import handouts_about
from kucho_desktop.households import store
from kucho_desktop.households.model import Member
from kucho_desktop.tonarigumi.store import add_tonarigumi

LONG = "髙橋ヴィルヘルミーナ 愛子アンネローゼ"
PEOPLE = (
    ("𠮷田 清", "1951-09-15", 1),
    ("山﨑 和子", "1951-09-16", 1),
    ("髙橋 茂", "1951", 1),
    ("丸山 治", "1938-02-03", 2),
    ("小林 凜", "2020-04-02", 2),
    ("宮澤 さくら", "2021-04-02", 2),
    ("太田 翔", "2006-11-20", 2),
    (LONG, "1930-01-05", 2),
    ("降旗 健", "", 2),
)
NAMES = [name for name, _born, _group in PEOPLE]


@pytest.fixture
def lane(book):
    """A head in each of nine houses in two groups, of all ages."""
    for name in ("第1隣組", "第2隣組"):
        add_tonarigumi(book, name)
    for at, (name, born, group) in enumerate(PEOPLE):
        id_ = store.add_household(
            book,
            name,
            kana="よみ かな",
            tonarigumi_id=group,
            address=f"安曇野市豊科{at + 1}-{at + 2}",
            phone=f"0263-72-000{at}",
            since="2020-04-01",
        )
        (member,) = store.members_of(book, id_)
        store.change_member(book, member.id, "born", born)
    return book


def made(book, paper, audience=Audience.CHIEF, **options):
    return papers.make_paper(book, paper, audience=audience, options=options)


def listed(printed) -> list[str]:
    page = text(printed).replace("\n", "")
    return [name for name in NAMES if name.replace(" ", "") in page.replace(" ", "")]


def test_the_elderly_are_listed_on_the_stated_day(lane):
    page = text(made(lane, "elders-list"))
    assert "令和8年9月15日(火)に75歳以上の方。" in page
    assert "数え方：満年齢（誕生日で1つ増える）。" in page
    assert "敬老者名簿" in page
    assert listed(made(lane, "elders-list")) == ["𠮷田 清", "髙橋 茂", "丸山 治", LONG]


@pytest.mark.parametrize(
    ("options", "names"),
    [
        ({"reckoning": "law"}, ["𠮷田 清", "山﨑 和子", "髙橋 茂", "丸山 治", LONG]),
        ({"reference": "year-end"}, ["𠮷田 清", "山﨑 和子", "髙橋 茂", "丸山 治", LONG]),
        ({"reference_day": "2026-09-14"}, ["髙橋 茂", "丸山 治", LONG]),
        ({"min_age": "88"}, ["丸山 治", LONG]),
        ({"min_age": "90", "reckoning": "counted"}, [LONG]),
        ({"group": "1"}, ["𠮷田 清", "髙橋 茂"]),
    ],
)
def test_who_is_on_the_list_depends_on_what_is_chosen(lane, options, names):
    assert listed(made(lane, "elders-list", **options)) == names


def test_whoever_may_not_belong_is_marked_and_whoever_is_unknown_is_counted(lane):
    page = text(made(lane, "elders-list"))
    assert "※ 髙橋 茂" in page
    assert "74～75歳" in page
    assert "※生年月日がはっきりしないため" in page
    assert "生年月日のわからない方が1人います" in page


def test_a_year_to_be_congratulated_on_is_named(lane):
    assert "88歳 米寿" in text(made(lane, "elders-list"))


@pytest.mark.parametrize("audience", [Audience.OFFICERS, Audience.GROUP_LEADER])
def test_births_and_ages_are_for_the_chief(lane, audience):
    printed = made(lane, "elders-list", audience)
    page = text(printed)
    for said in ("昭和", "米寿", "生年月日\n", "88歳"):
        assert said not in page
    assert "丸山 治" in page
    assert "0263-72-0003" in page


def test_each_leader_gets_the_own_group(lane):
    first, second = texts(made(lane, "elders-list", Audience.GROUP_LEADER))
    assert "第1隣組" in first
    assert "𠮷田 清" in first
    assert "丸山 治" not in first
    assert "No. 1" in first
    assert "No. 2" in second


def test_the_paper_is_noted_for_whoever_stands_on_it(lane):
    made(lane, "elders-list")
    by_name = {home.head: home.id for home in store.households_on(lane)}
    assert [each.paper for each in handouts_about(lane, by_name["丸山 治"])] == ["elders-list"]
    assert handouts_about(lane, by_name["小林 凜"]) == []


def test_children_who_start_school_are_those_of_the_law(lane):
    printed = made(lane, "school-starters")
    assert listed(printed) == ["小林 凜"]
    page = text(printed).replace("\n", "")
    assert "令和9年4月1日に小学校へ入学" in page
    assert "令和2年4月2日から令和3年4月1日までに生まれた方" in page
    assert listed(made(lane, "school-starters", when="this")) == []
    assert listed(made(lane, "school-starters", school="junior")) == []


def test_who_comes_of_age_is_of_one_school_year(lane):
    assert listed(made(lane, "coming-of-age")) == ["太田 翔"]
    assert listed(made(lane, "coming-of-age", age="18")) == []
    page = text(made(lane, "coming-of-age")).replace("\n", "")
    assert "令和8年4月2日から令和9年4月1日までに20歳になる方" in page


@pytest.mark.parametrize("paper", ["elders-list", "school-starters", "coming-of-age"])
def test_an_empty_district_has_a_list_too(book, paper):
    printed = made(book, paper)
    assert printed.pages == 1
    assert "該当する方はいません。" in text(printed)


def test_what_is_not_offered_is_refused_with_what_is(lane):
    with pytest.raises(NotAllowed, match=r"「western」は選べません.*birthday"):
        made(lane, "elders-list", reckoning="western")


@pytest.mark.parametrize("size", [12.0, 14.0])
@pytest.mark.parametrize("paper", ["elders-list", "move-list"])
def test_lists_look_as_approved(lane, paper, size):
    store.household_leaves(lane, 3, date(2026, 6, 1), "息子の家へ")
    draft = papers.draft(lane, paper, Request(Audience.CHIEF, size=size))
    printed = papers.draw(draft)
    assert printed.pdf == papers.draw(draft).pdf
    assert printed.replaced == ()
    assert looks_like(printed, f"{paper}-{size:g}")


# ---- who came and went ----


def test_moves_are_listed_by_name_for_the_chief_alone(lane):
    store.household_leaves(lane, 4, date(2026, 6, 1), "施設へ")
    store.member_joins(lane, 1, Member(0, relation="妻", name="𠮷田 凜"), date(2026, 7, 1))
    page = text(made(lane, "move-list"))
    for said in ("丸山 治", "転出（世帯）", "R8.6.1", "施設へ", "𠮷田 凜", "取扱注意", "第2隣組"):
        assert said in page
    for audience in (Audience.OFFICERS, Audience.CITY):
        printed = made(lane, "move-list", audience)
        assert "丸山" not in text(printed)
        assert "転出（世帯）" in text(printed)
        assert "取扱注意" not in text(printed)
        assert "配布番号" not in text(printed)


def test_the_list_says_its_time_and_the_figures_at_both_ends(lane):
    store.household_leaves(lane, 4, date(2026, 6, 1))
    page = text(made(lane, "move-list"))
    assert "令和8年4月1日(水)から令和8年11月20日(金)まで" in page
    assert "令和8年3月31日(火)" in page
    assert "この期間の動きはありません" in text(made(lane, "move-list", first="2026-08-01"))


def test_another_year_or_any_days_can_be_listed(lane):
    store.household_leaves(lane, 4, date(2025, 6, 1))
    assert "丸山 治" not in text(made(lane, "move-list"))
    assert "丸山 治" in text(made(lane, "move-list", year="2025-04-01"))
    assert "令和7年4月1日(火)から令和8年3月31日(火)まで" in text(
        made(lane, "move-list", year="2025-04-01")
    )
    assert "丸山 治" in text(made(lane, "move-list", first="2025-06-01", last="2025-06-01"))


def test_days_in_the_wrong_order_are_refused(lane):
    with pytest.raises(NotAllowed, match="終わりの日が始まりの日より前です"):
        made(lane, "move-list", first="2026-06-02", last="2026-06-01")


def test_the_report_draws_the_years(lane):
    store.household_leaves(lane, 4, date(2024, 6, 1))
    page = text(papers.make_paper(lane, "population-report"))
    for said in ("年度ごとの移り変わり", "令和6年度", "世帯数の移り変わり", "市への報告の数字"):
        assert said in page
    assert "小中学生" not in page
