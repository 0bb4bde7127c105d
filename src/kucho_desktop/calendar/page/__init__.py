"""The room of the calendar, as the user sees it."""

from kucho_desktop.calendar.page.around import Around
from kucho_desktop.calendar.page.calendar import CalendarPage

__all__ = ["Around", "CalendarPage"]
