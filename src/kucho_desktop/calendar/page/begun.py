"""What is begun in the calendar and where one is: said in plain values, and shown once more."""

from dataclasses import asdict
from datetime import date
from typing import TYPE_CHECKING, Any

from kucho_desktop.calendar.model import Event
from kucho_desktop.widgets.holding import ENTRY, WHERE, Holding

if TYPE_CHECKING:
    from kucho_desktop.calendar.page.calendar import CalendarPage


def held_of(page: "CalendarPage") -> Holding:
    """An event that is not kept yet, the events that are proposed, or the one that is looked at."""
    new, shown, here = page.new, page.overview.shown(), page.places.currentWidget()
    said = {
        "day": page.overview.day.isoformat(),
        "event": [shown.event.id, shown.day.isoformat()] if shown is not None else [],
        "proposed": page.proposed if here is page.proposals else "",
        "works": here is page.works,
        "new": asdict(new) if new is not None else {},
    }
    is_begun = new is not None and new != Event(0, first_day=new.first_day)
    return Holding(said, ENTRY if is_begun else WHERE)


def begin_again(page: "CalendarPage", said: dict[str, Any]) -> None:
    """Show what `held_of` said."""
    page.overview.day, page.is_fresh = date.fromisoformat(said["day"]), False
    if said["proposed"]:
        page.begin(said["proposed"])
    elif said["works"]:
        page.show_works()
    elif said["new"]:
        page.show_new(Event(**said["new"]), page.overview.day)
    else:
        page.reload()
        if said["event"]:
            id_, day = said["event"]
            page.overview.select_event(id_, date.fromisoformat(day))
