"""Bodies outside, troubles, and who calls whom, in the book."""

from kucho_desktop.contacts.store.directory import (
    BODIES,
    TROUBLES,
    advices,
    bodies_in_order,
    find_bodies,
    move_trouble,
    names_of_bodies,
    remove_body,
    take_over_bodies,
    take_over_troubles,
)

TABLES = frozenset({"outside_body", "trouble", "call_rule"})
"""What belongs to this room."""

__all__ = [
    "BODIES",
    "TABLES",
    "TROUBLES",
    "advices",
    "bodies_in_order",
    "find_bodies",
    "move_trouble",
    "names_of_bodies",
    "remove_body",
    "take_over_bodies",
    "take_over_troubles",
]
