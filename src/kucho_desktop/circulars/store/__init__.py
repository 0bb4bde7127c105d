"""Letters, requests and deliveries in the book."""

from kucho_desktop.circulars.store.deliveries import (
    DELIVERIES,
    EXTRAS,
    deliver_letter,
    groups_on,
    groups_to_choose,
)
from kucho_desktop.circulars.store.letters import (
    LETTERS,
    finish_letter,
    found_letters,
    letter_years,
    nominate_for_letter,
)
from kucho_desktop.circulars.store.open_items import open_items
from kucho_desktop.circulars.store.requests import REQUESTS, found_requests, request_of_letter
from kucho_desktop.circulars.store.rules import refuse_lost_needs

TABLES = frozenset({"letter", "city_request", "delivery", "delivery_item", "group_extra"})
"""What belongs to this room."""

__all__ = [
    "DELIVERIES",
    "EXTRAS",
    "LETTERS",
    "REQUESTS",
    "TABLES",
    "deliver_letter",
    "finish_letter",
    "found_letters",
    "found_requests",
    "groups_on",
    "groups_to_choose",
    "letter_years",
    "nominate_for_letter",
    "open_items",
    "refuse_lost_needs",
    "request_of_letter",
]
