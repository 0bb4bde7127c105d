"""The forms of the calendar, the officers and the contacts, opened as their user would."""

from collections.abc import Callable, Iterator
from functools import partial

from kucho_desktop.app.window import Window
from kucho_desktop.contacts.page.tabs import TABS as CONTACT_PARTS
from kucho_desktop.officers import store as offices
from kucho_desktop.officers.page.tabs import TABS as OFFICER_PARTS
from kucho_desktop.officers.page.when import DAY

Wait = Callable[[Callable[[], object]], None]
Opens = Callable[[Window, Wait], object]
Scene = tuple[str, Opens]


def begins(room: str, work: str) -> Opens:
    """Where a work of a room is gone to by its name."""
    return lambda window, _wait: window.begin(room, work)


def scenes_of_calendar() -> Iterator[Scene]:
    yield "a new event", begins("calendar", "add")
    yield "the usual events", begins("calendar", "usual")
    yield "one time is moved", _moved
    yield "an event in a month", _month


def _moved(window: Window, _wait: Wait) -> None:
    begins("calendar", "event:1")(window, _wait)
    window.pages["calendar"].sheet.this_time.move_it.click()


def _month(window: Window, _wait: Wait) -> None:
    begins("calendar", "event:2")(window, _wait)
    window.pages["calendar"].overview.tabs["month"].click()


def scenes_of_officers() -> Iterator[Scene]:
    for part, _label in OFFICER_PARTS:
        yield f"officers: {part}", begins("officers", part)
        if part not in ("officers", "turns"):
            yield f"officers: new in {part}", partial(_new_of_officers, part)
    yield "officers of next year", begins("officers", "next-year")
    yield "officers of a day", _officers_of_a_day
    yield "the usual posts", _usual_posts


def _new_of_officers(part: str, window: Window, _wait: Wait) -> None:
    window.begin("officers", part)
    window.pages["officers"].part(part).begin_new()


def _officers_of_a_day(window: Window, _wait: Wait) -> None:
    window.begin("officers", "officers")
    window.pages["officers"].seats.when.choose(DAY)


def _usual_posts(window: Window, _wait: Wait) -> None:
    window.begin("officers", "posts")
    window.pages["officers"].posts.offer_ready()


def scenes_of_contacts() -> Iterator[Scene]:
    for part, _label in CONTACT_PARTS:
        yield f"contacts: {part}", partial(_contacts, part)
        if part != "tree":
            yield f"contacts: new in {part}", partial(_new_of_contacts, part)
    for part in ("bodies", "troubles"):
        yield f"contacts: usual {part}", partial(_usual_contacts, part)


def _contacts(part: str, window: Window, _wait: Wait) -> None:
    """The phone tree begins with whoever holds a post."""
    book = window.book
    if part == "tree" and not offices.APPOINTMENTS.all(book):
        post = next(iter(offices.POSTS.all(book)), None)
        id_ = post.id if post else offices.POSTS.add(book, {"name": "区長"})
        offices.appoint(book, {"post_id": id_, "name": "山田 太郎"})
    window.begin("contacts", part)


def _new_of_contacts(part: str, window: Window, _wait: Wait) -> None:
    window.begin("contacts", part)
    window.pages["contacts"].part(part).begin_new()


def _usual_contacts(part: str, window: Window, _wait: Wait) -> None:
    window.begin("contacts", part)
    window.pages["contacts"].part(part).offer_ready()
