"""The papers of the calendar."""

from kucho_desktop.calendar.papers.month_plan import month_plan
from kucho_desktop.calendar.papers.next_dates import draw_next_dates
from kucho_desktop.calendar.papers.wall_plan import wall_plan
from kucho_desktop.calendar.papers.year_plan import year_plan

__all__ = ["draw_next_dates", "month_plan", "wall_plan", "year_plan"]
