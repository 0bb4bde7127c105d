"""The records of the book's use: what was done in it, what left it, and to whom."""

from kucho_desktop.records.store.disclosures import (
    add_disclosure,
    all_disclosures,
    change_disclosure,
    disclosure,
    remove_disclosure,
)
from kucho_desktop.records.store.past import Subject, about, subjects_found, told_of_step

__all__ = [
    "Subject",
    "about",
    "add_disclosure",
    "all_disclosures",
    "change_disclosure",
    "disclosure",
    "remove_disclosure",
    "subjects_found",
    "told_of_step",
]
