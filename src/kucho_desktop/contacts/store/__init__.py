"""Bodies outside, troubles, and who calls whom, in the book."""

from kucho_desktop.contacts.store.calls import Calls, calls_on, change_call
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
from kucho_desktop.contacts.store.says import about_household, open_items

TABLES = frozenset({"outside_body", "trouble", "call_rule"})
"""What belongs to this room."""

__all__ = [
    "BODIES",
    "TABLES",
    "TROUBLES",
    "Calls",
    "about_household",
    "advices",
    "bodies_in_order",
    "calls_on",
    "change_call",
    "find_bodies",
    "move_trouble",
    "names_of_bodies",
    "open_items",
    "remove_body",
    "take_over_bodies",
    "take_over_troubles",
]
