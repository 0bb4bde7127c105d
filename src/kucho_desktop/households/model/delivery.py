"""How a house gets circulars and printed matter, by its kind of membership."""

from typing import Any

from kucho_desktop.households.model.household import Household

USUAL: dict[str, dict[str, Any]] = {
    "full": {"circular": "pass", "distribution": "all", "copies": 1},
    "associate": {"circular": "pass", "distribution": "all", "copies": 1},
    "supporter": {"circular": "pass", "distribution": "all", "copies": 1},
    "none": {"circular": "skip", "distribution": "all", "copies": 1},
    "paused": {"circular": "skip", "distribution": "all", "copies": 0},
    "empty": {"circular": "skip", "distribution": "none", "copies": 0},
    "villa": {"circular": "skip", "distribution": "mail", "copies": 1},
    "apartment": {"circular": "skip", "distribution": "none", "copies": 0},
    "office": {"circular": "pass", "distribution": "all", "copies": 1},
}
"""Who has not joined gets flyers and no circular. Where a class is chosen this comes with it."""


def delivery_after(household: Household, membership: str) -> dict[str, Any]:
    """What changes with another membership; what the household has of its own stays."""
    before, after = USUAL[household.membership], USUAL[membership]
    return {
        name: value
        for name, value in after.items()
        if getattr(household, name) == before[name] != value
    }
