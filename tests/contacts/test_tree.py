"""The phone tree, whatever officers, houses and rules there are."""

from random import Random

import pytest

from kucho_desktop.contacts.model.tree import House, Office, Rule, Spot, house_key, phone_tree


def invented(seed: int):
    """Any district: posts that are vacant or held twice, groups without leader or houses."""
    chance = Random(seed)
    people = [f"p{number}" for number in range(chance.randrange(1, 14))]

    def who() -> str:
        return chance.choice(people) if chance.random() < 0.85 else ""

    homes = {person: chance.choice((0, 0, 1 + number)) for number, person in enumerate(people)}
    offices = []
    for post in range(1, chance.randrange(2, 9)):
        for _place in range(chance.choice((1, 1, 2))):
            person = who()
            department = chance.choice((0, 0, 1, 2))
            offices.append(Office(Spot(post), person, homes.get(person, 0), department))
    groups = range(1, chance.randrange(2, 20))
    for group in groups:
        person = who()
        offices.append(Office(Spot(99, group), person, homes.get(person, 0), 0, True))
    houses = [House(id_, chance.choice((0, *groups))) for id_ in range(1, chance.randrange(2, 60))]
    spots = [each.spot for each in offices] + [Spot(household=each.id) for each in houses]
    spots.append(Spot(household=777))
    rules = [
        Rule(
            number,
            chance.choice(spots),
            chance.choice([None, *spots]),
            chance.choice([None, *spots]),
        )
        for number in range(chance.randrange(12))
    ]
    return offices, houses, rules, chance.random() < 0.5


@pytest.mark.parametrize("seed", range(400))
def test_everybody_is_reached_once_and_nobody_in_a_circle(seed):
    offices, houses, rules, chain = invented(seed)
    tree = phone_tree(offices, houses, rules, chain=chain)
    walked = [key for key, _depth in tree.walk()]
    people = {each.person for each in offices if each.person}
    if not people:
        assert walked == []
        return
    covered = {each.household for each in offices if each.person}
    wanted = people | {house_key(each.id) for each in houses if each.id not in covered}
    assert len(walked) == len(set(walked))
    assert set(walked) == wanted
    assert set(tree.caller) == wanted - {tree.root}
    assert all(other in wanted and other != key for key, other in tree.instead.items())


def office(post, person, **more):
    return Office(Spot(post, more.pop("group", 0)), person, **more)


BOARD = [
    office(1, "chief"),
    office(2, "deputy"),
    office(3, "treasurer"),
    office(4, "head", department=7),
    office(5, "hand", department=7),
]


def leaders(count):
    return [office(9, f"l{group}", group=group, per_group=True) for group in range(1, count + 1)]


def test_the_chief_calls_the_board_and_it_calls_the_leaders():
    tree = phone_tree([*BOARD, *leaders(12)], [House(5, 1), House(6, 1)])
    below = tree.below()
    assert below["chief"] == ["deputy", "treasurer", "head"]
    assert below["head"][0] == "hand"
    assert [len(below[key]) for key in ("deputy", "treasurer")] == [4, 4]
    assert below["l1"] == [house_key(5), house_key(6)]


def test_from_house_to_house():
    tree = phone_tree([*BOARD, *leaders(1)], [House(5, 1), House(6, 1), House(7, 1)], chain=True)
    assert [tree.caller[house_key(id_)] for id_ in (5, 6, 7)] == ["l1", house_key(5), house_key(6)]


def test_without_a_leader_the_first_house_begins():
    tree = phone_tree(BOARD, [House(5, 1), House(6, 1)])
    assert tree.caller[house_key(5)] == "deputy"
    assert tree.caller[house_key(6)] == house_key(5)


def test_a_rule_changes_who_calls_and_who_stands_in():
    rule = Rule(1, Spot(9, 1), Spot(3), Spot(household=6))
    tree = phone_tree([*BOARD, *leaders(2)], [House(5, 1), House(6, 1)], [rule])
    assert tree.caller["l1"] == "treasurer"
    assert tree.instead["l1"] == house_key(6)
    assert tree.unheeded == []


def test_a_circle_is_not_heeded():
    rules = [Rule(1, Spot(2), Spot(9, 1)), Rule(2, Spot(1), Spot(2)), Rule(3, Spot(5), Spot(88))]
    tree = phone_tree([*BOARD, *leaders(1)], [], rules)
    assert tree.unheeded == [1, 2, 3]
    assert tree.caller["deputy"] == "chief"


def test_who_has_two_posts_is_called_once():
    both = office(9, "deputy", group=1, per_group=True)
    tree = phone_tree([*BOARD, both], [House(5, 1)])
    assert tree.caller["deputy"] == "chief"
    assert tree.caller[house_key(5)] == "deputy"
