"""Bodies outside, where one turns in trouble, and who calls whom."""

from kucho_desktop.contacts.model.bodies import Advice, Body, Trouble
from kucho_desktop.contacts.model.call import Call
from kucho_desktop.contacts.model.ready import READY_BODIES, READY_TROUBLES

__all__ = ["READY_BODIES", "READY_TROUBLES", "Advice", "Body", "Call", "Trouble"]
