"""Households of the same name told apart, wherever one is chosen."""

from kucho_desktop.app.papers import paper_named
from kucho_desktop.app.rooms import rooms
from kucho_desktop.households import store
from kucho_desktop.households.model.names.namesakes import Known, told_apart
from kucho_desktop.tonarigumi.store import add_missing_tonarigumi


def test_the_shortest_way_in_which_all_differ_is_taken():
    assert told_apart([Known(1, "髙橋 一郎", yago="中屋"), Known(2, "丸山 清")]) == {}
    by_house = [Known(1, "髙橋 一郎", "中屋", "第1"), Known(2, "高橋　一郎", "角", "第1")]
    assert told_apart(by_house) == {1: "中屋", 2: "角"}
    by_group = [Known(1, "丸山 清", "", "第1"), Known(2, "丸山 清", "角", "第2")]
    assert told_apart(by_group) == {1: "第1", 2: "第2"}
    one_group = [Known(1, "丸山 清", "", "第1", "豊科1"), Known(2, "丸山 清", "角", "第1", "豊科2")]
    assert told_apart(one_group) == {1: "第1", 2: "第1 角"}
    alike = [Known(1, "丸山 清", "", "第1", "豊科1"), Known(2, "丸山 清", "", "第1", "豊科2")]
    assert told_apart(alike) == {1: "豊科1", 2: "豊科2"}


def namesakes(book) -> tuple[int, int, int]:
    group = next(iter(add_missing_tonarigumi(book, [("第1隣組",)]).values()))
    first = store.add_household(book, "丸山 清", kana="まるやま きよし", tonarigumi_id=group)
    second = store.add_household(book, "丸山 清", kana="まるやま きよし", tonarigumi_id=group)
    other = store.add_household(book, "髙橋 一郎", kana="たかはし いちろう", tonarigumi_id=group)
    store.change_household(book, first, "yago", "中屋")
    store.change_household(book, second, "yago", "角")
    return first, second, other


def test_whoever_chooses_a_household_sees_which_one(book):
    first, second, other = namesakes(book)
    assert store.households_by_name(book) == {
        other: "髙橋 一郎",
        first: "丸山 清（中屋）",
        second: "丸山 清（角）",
    }
    assert store.lived_in(book, apart_from=second) == {
        other: "髙橋 一郎（第1隣組）",
        first: "丸山 清（第1隣組 中屋）",
    }
    option = next(
        each for each in paper_named("household-sheet").options if each.name == "household"
    )
    assert (str(first), "丸山 清（中屋）") in option.choices(book)
    search = rooms()[0].search
    assert ["中屋" in hit.detail for hit in search(book, "丸山", 5)] == [True, False]


def test_an_empty_house_is_called_by_its_address(book):
    id_ = store.add_household(book, "", membership="empty", address="豊科4105")
    assert store.households_by_name(book) == {id_: "豊科4105"}
