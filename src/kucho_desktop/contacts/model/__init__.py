"""Bodies outside, where one turns in trouble, and who calls whom."""

from kucho_desktop.contacts.model.bodies import (
    READY_BODIES,
    READY_TROUBLES,
    Advice,
    Body,
    Trouble,
)

__all__ = ["READY_BODIES", "READY_TROUBLES", "Advice", "Body", "Trouble"]
