"""A tonarigumi: the neighbours who share one circular. Groups nest (区 → 常会 → 隣組)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from kucho_desktop.core.audiences import EVERYONE
from kucho_desktop.core.fields import field
from kucho_desktop.core.i18n import N_, _
from kucho_desktop.core.kinds import DATE, KANA, NAME, reference

PLACE = "tonarigumi_place"
"""The intervals of a group's name and of what it belongs to."""


@dataclass(frozen=True)
class Tonarigumi:
    """A group as it is on a day. `path` holds the names from the outermost group inwards."""

    id: int
    name: str = field(
        NAME,
        N_("Group name"),
        seen_by=EVERYONE,
        headings=("隣組", "隣組名", "組", "組名", "班", "班名", "常会", "町会", "地区", "ブロック"),
        dated=PLACE,
        searched=True,
        width=10,
    )
    kana: str = field(KANA, N_("Reading"), seen_by=EVERYONE, dated=PLACE, searched=True)
    parent_id: int | None = field(
        reference("tonarigumi"), N_("Belongs to"), seen_by=EVERYONE, dated=PLACE
    )
    position: int = 0
    path: tuple[str, ...] = ()
    depth: int = 0

    @property
    def full_name(self) -> str:
        """The name with the groups around it, outermost first."""
        return " ".join(self.path)


@dataclass(frozen=True)
class Regrouping:
    """What was answered about a group that is formed anew; what is not asked for stays empty."""

    id: int = 0
    new_name: str = field(NAME, N_("Name of the new group"), width=10)
    name: str = field(NAME, N_("New name"), width=10)
    kana: str = field(KANA, N_("Reading"), width=10)
    into_id: int | None = field(
        reference("tonarigumi"), N_("Into which group?"), default=None, width=10
    )
    behind_id: int | None = field(
        reference("tonarigumi"), N_("Behind which group?"), default=None, width=10
    )
    day: str = field(DATE, N_("From which day?"), width=10)
    houses: tuple[int, ...] = ()


def effect(
    before: Sequence[tuple[Tonarigumi, int]], after: Sequence[tuple[Tonarigumi, int]]
) -> list[str]:
    """What becomes of the groups, a line for each that changes. With each: how many houses."""
    was = {group.id: (group.full_name, count) for group, count in before}
    now = {group.id: (group.full_name, count) for group, count in after}
    said = []
    for id_ in dict.fromkeys([*was, *now]):
        old, new = was.get(id_), now.get(id_)
        if old == new:
            continue
        if old is None and new is not None:
            said.append(_("New: {group}, {count} houses").format(group=new[0], count=new[1]))
        elif new is None and old is not None:
            said.append(_("{group} is no more").format(group=old[0]))
        elif old and new and old[0] != new[0]:
            said.append(_("{old} → {new}").format(old=old[0], new=new[0]))
        elif old and new:
            line = _("{group}: {old} houses → {new}")
            said.append(line.format(group=new[0], old=old[1], new=new[1]))
    order = [id_ for id_ in was if id_ in now]
    if order != [id_ for id_ in now if id_ in was] or (was.keys() != now.keys()):
        said.append(
            _("In this order: {groups}").format(groups=_(", ").join(v[0] for v in now.values()))
        )
    return said


def in_district_order(groups: Iterable[Tonarigumi]) -> list[Tonarigumi]:
    """Depth first, by position; fills in `path` and `depth`. A lost parent counts as none."""
    by_id = {group.id: group for group in groups}
    children: dict[int | None, list[Tonarigumi]] = {}
    for group in by_id.values():
        parent = group.parent_id if group.parent_id in by_id else None
        children.setdefault(parent, []).append(group)
    ordered: list[Tonarigumi] = []
    _walk(children, None, (), ordered)
    return ordered


def _walk(
    children: Mapping[int | None, list[Tonarigumi]],
    parent: int | None,
    path: tuple[str, ...],
    ordered: list[Tonarigumi],
) -> None:
    for group in sorted(children.get(parent, []), key=lambda each: (each.position, each.id)):
        own = (*path, group.name)
        ordered.append(
            Tonarigumi(group.id, group.name, group.kana, parent, group.position, own, len(path))
        )
        _walk(children, group.id, own, ordered)


def within(groups: Iterable[Tonarigumi], outer: int) -> frozenset[int]:
    """A group and all groups inside it."""
    inside = {outer}
    for group in in_district_order(groups):
        if group.parent_id in inside:
            inside.add(group.id)
    return frozenset(inside)


def sizes_with_inner(
    groups: Iterable[Tonarigumi], own: Mapping[int | None, int]
) -> dict[int | None, int]:
    """How many households each group has together with all groups inside it. own: its own ones."""
    sizes = dict(own)
    for group in reversed(in_district_order(groups)):
        if group.parent_id is not None:
            sizes[group.parent_id] = sizes.get(group.parent_id, 0) + sizes.get(group.id, 0)
    return sizes


def has_circle(parents: Mapping[int, int | None]) -> bool:
    """Whether some group belongs, by whatever way round, to itself. parents: group → outer one."""
    clear: set[int] = set()
    for group in parents:
        way: list[int] = []
        here: int | None = group
        while here is not None and here not in clear:
            if here in way:
                return True
            way.append(here)
            here = parents.get(here)
        clear.update(way)
    return False
