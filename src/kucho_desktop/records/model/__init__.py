"""What is recorded about the book's use, and what is to be done when a paper is lost."""

from kucho_desktop.records.model.disclosure import KEPT_YEARS, Disclosure
from kucho_desktop.records.model.given import Given
from kucho_desktop.records.model.leak import Deadlines, Notice, leak_steps, report_items
from kucho_desktop.records.model.rooms import ROOM_TITLES, ROOMS

__all__ = [
    "KEPT_YEARS",
    "ROOMS",
    "ROOM_TITLES",
    "Deadlines",
    "Disclosure",
    "Given",
    "Notice",
    "leak_steps",
    "report_items",
]
