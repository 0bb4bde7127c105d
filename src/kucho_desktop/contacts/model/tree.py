"""The phone tree: who calls whom, made from the officers and the groups (domain 3.24).

The chief calls the board, its first ones call the leaders, each leader the houses of the group.
Everybody is called once, and nobody in a circle, whatever was changed by hand.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

LEADERS_EACH = 5
"""So many leaders one of the board calls, as long as there are enough of the board."""


class Spot(NamedTuple):
    """A place in the tree that stays when its people change: a post (of a group), or a house."""

    post: int = 0
    group: int = 0
    household: int = 0


class Office(NamedTuple):
    """A place of a post and who is in it: the same text for the same person, "" for nobody."""

    spot: Spot
    person: str = ""
    household: int = 0
    department: int = 0
    per_group: bool = False


class House(NamedTuple):
    """group: 0 for none."""

    id: int
    group: int = 0


class Rule(NamedTuple):
    """Changed by hand: who calls this one, and who stands in for him."""

    id: int
    called: Spot
    by: Spot | None = None
    instead: Spot | None = None


@dataclass
class Tree:
    """spots: of everybody who is called, in order. caller: of everybody but the first one.

    unheeded: rules that lead nowhere by now, or in a circle.
    """

    spots: dict[str, list[Spot]] = field(default_factory=dict)
    caller: dict[str, str] = field(default_factory=dict)
    instead: dict[str, str] = field(default_factory=dict)
    unheeded: list[int] = field(default_factory=list)

    @property
    def root(self) -> str:
        """Who calls first; "" where there is nobody."""
        return next(iter(self.spots), "")

    def below(self) -> dict[str, list[str]]:
        """Whom each one calls, in order."""
        found: dict[str, list[str]] = {key: [] for key in self.spots}
        for key, caller in self.caller.items():
            found[caller].append(key)
        return found

    def walk(self) -> Iterator[tuple[str, int]]:
        """Everybody from the top down, with how many calls it takes to get there."""
        below, stack = self.below(), [(self.root, 0)] if self.root else []
        while stack:
            key, depth = stack.pop()
            yield key, depth
            stack += [(each, depth + 1) for each in reversed(below[key])]

    def is_under(self, key: str, other: str) -> bool:
        """Whether a call to `key` goes through `other`."""
        at: str | None = key
        while at is not None and at != other:
            at = self.caller.get(at)
        return at == other


def house_key(id_: int) -> str:
    return f"house {id_}"


def phone_tree(
    offices: Sequence[Office],
    houses: Sequence[House],
    rules: Sequence[Rule] = (),
    *,
    chain: bool = False,
) -> Tree:
    """Offices and houses in their order. chain: in a group each house calls the next one."""
    made = _Making(offices, houses, chain=chain)
    made.change(rules)
    made.find_deputies(rules)
    return made.tree


class _Making:
    def __init__(self, offices: Sequence[Office], houses: Sequence[House], *, chain: bool) -> None:
        self.tree = Tree()
        self._chain = chain
        self._at: dict[Spot, str] = {}
        self._deputies: dict[str, str] = {}
        held = [each for each in offices if each.person]
        covered = {each.household: each.person for each in reversed(held) if each.household}
        self._at |= {Spot(household=house): person for house, person in covered.items()}
        board = [each for each in held if not each.per_group]
        leaders = [each for each in held if each.per_group]
        if not held:
            return
        first = (board or leaders)[0]
        self._add(first, "")
        self._add_board(board)
        self._add_groups(leaders, [each for each in houses if each.id not in covered])

    def _add(self, office: Office, caller: str) -> None:
        """Somebody with two posts is called once, in the first of them."""
        if office.person not in self.tree.spots and caller:
            self.tree.caller[office.person] = caller
        self.tree.spots.setdefault(office.person, []).append(office.spot)
        self._at.setdefault(office.spot, office.person)

    def _add_board(self, board: Sequence[Office]) -> None:
        heads: dict[int, str] = {}
        for each in board:
            head = heads.setdefault(each.department, each.person) if each.department else ""
            caller = self.tree.root if head in ("", each.person) else head
            if each.spot not in self.tree.spots.get(each.person, ()):
                self._add(each, caller)

    def _add_groups(self, leaders: Sequence[Office], houses: Sequence[House]) -> None:
        of_group: dict[int, tuple[list[Office], list[House]]] = {}
        for office in leaders:
            of_group.setdefault(office.spot.group, ([], []))[0].append(office)
        for house in houses:
            of_group.setdefault(house.group, ([], []))[1].append(house)
        root = self.tree.root
        board = [key for key, caller in self.tree.caller.items() if caller == root] or [root]
        share = min(len(board), max(2, -(-len(of_group) // LEADERS_EACH)))
        for place, (own, homes) in enumerate(of_group.values()):
            caller = board[place * share // len(of_group)]
            for office in own:
                if office.spot not in self.tree.spots.get(office.person, ()):
                    self._add(office, caller)
                caller = own[0].person
            self._add_houses(homes, caller, has_leader=bool(own))

    def _add_houses(self, homes: Sequence[House], caller: str, *, has_leader: bool) -> None:
        """Without a leader, the first house of the group begins."""
        for place, house in enumerate(homes):
            key, spot = house_key(house.id), Spot(household=house.id)
            self.tree.spots[key] = [spot]
            self._at[spot] = key
            self.tree.caller[key] = caller
            if self._chain or (place == 0 and not has_leader):
                caller = key

    def change(self, rules: Sequence[Rule]) -> None:
        """One rule after the other; what would be a circle is left as it was."""
        tree = self.tree
        for rule in rules:
            called = self._at.get(rule.called)
            if rule.by is None and called is not None:
                continue
            caller = self._at.get(rule.by) if rule.by is not None else None
            if called is None or caller is None or tree.is_under(caller, called):
                tree.unheeded.append(rule.id)
            elif tree.caller.get(called) != caller:
                del tree.caller[called]
                tree.caller[called] = caller

    def find_deputies(self, rules: Sequence[Rule]) -> None:
        """Who calls on for somebody who is not in: the next one that the same one calls."""
        tree, below = self.tree, self.tree.below()
        for siblings in below.values():
            callers = [key for key in siblings if below[key]]
            for place, key in enumerate(callers):
                other = callers[(place + 1) % len(callers)]
                if other != key:
                    tree.instead[key] = other
        for rule in rules:
            called = self._at.get(rule.called)
            other = self._at.get(rule.instead, "") if rule.instead is not None else ""
            if called and other and other != called:
                tree.instead[called] = other
        first = below.get(tree.root)
        if first:
            tree.instead.setdefault(tree.root, first[0])
