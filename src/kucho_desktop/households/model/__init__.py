"""A household, the people who live there, and what they agreed to show."""

from kucho_desktop.households.model.choices import DWELLED, HEAD, JOINED, MEMBERSHIP_CLASSES
from kucho_desktop.households.model.household import (
    ADDRESSES,
    MEMBERSHIP,
    PLACE,
    Consent,
    Household,
)
from kucho_desktop.households.model.people import HOME, WHEREABOUTS, Member, head_of

__all__ = [
    "ADDRESSES",
    "DWELLED",
    "HEAD",
    "HOME",
    "JOINED",
    "MEMBERSHIP",
    "MEMBERSHIP_CLASSES",
    "PLACE",
    "WHEREABOUTS",
    "Consent",
    "Household",
    "Member",
    "head_of",
]
