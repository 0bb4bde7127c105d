"""The pages of the letters, requests and deliveries, as parts of one page."""

from kucho_desktop.circulars.page.circulars import CircularsPage

__all__ = ["CircularsPage"]
