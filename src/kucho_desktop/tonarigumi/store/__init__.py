"""Groups in the book."""

from kucho_desktop.tonarigumi.store.groups import (
    TABLES,
    add_missing_tonarigumi,
    add_tonarigumi,
    all_tonarigumi,
    change_tonarigumi,
    end_tonarigumi,
    find_tonarigumi,
    lost_intervals,
    move_tonarigumi,
    refuse_circles,
    refuse_lost_groups,
    remove_tonarigumi,
    tonarigumi_named,
)
from kucho_desktop.tonarigumi.store.regrouping import (
    add_group_behind,
    foresee,
    place_tonarigumi,
    rename_tonarigumi,
)

__all__ = [
    "TABLES",
    "add_group_behind",
    "add_missing_tonarigumi",
    "add_tonarigumi",
    "all_tonarigumi",
    "change_tonarigumi",
    "end_tonarigumi",
    "find_tonarigumi",
    "foresee",
    "lost_intervals",
    "move_tonarigumi",
    "place_tonarigumi",
    "refuse_circles",
    "refuse_lost_groups",
    "remove_tonarigumi",
    "rename_tonarigumi",
    "tonarigumi_named",
]
