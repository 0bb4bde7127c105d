"""The room of the calendar, as the user sees it."""

from kucho_desktop.calendar.page.calendar import Around, CalendarPage

__all__ = ["Around", "CalendarPage"]
