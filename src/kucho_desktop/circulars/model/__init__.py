"""Letters that come in, what is asked of the association, what is handed out."""

from kucho_desktop.circulars.model.deliveries import Delivery, DeliveryItem, GroupExtra
from kucho_desktop.circulars.model.letters import Letter
from kucho_desktop.circulars.model.requests import CityRequest

__all__ = ["CityRequest", "Delivery", "DeliveryItem", "GroupExtra", "Letter"]
