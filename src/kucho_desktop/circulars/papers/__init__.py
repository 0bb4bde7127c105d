"""The papers of the letters, requests and deliveries."""

from kucho_desktop.circulars.papers.deliveries import (
    DeliveryShown,
    Pile,
    delivery_list,
    delivery_slips,
)
from kucho_desktop.circulars.papers.letters import letter_register, open_letters
from kucho_desktop.circulars.papers.requests import Survey, request_survey

__all__ = [
    "DeliveryShown",
    "Pile",
    "Survey",
    "delivery_list",
    "delivery_slips",
    "letter_register",
    "open_letters",
    "request_survey",
]
