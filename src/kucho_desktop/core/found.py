"""Where something is: a room and a record in it. Rooms say it, the window goes there."""

from typing import NamedTuple


class Place(NamedTuple):
    """A record in a room; id 0 is the room itself."""

    room: str
    id: int = 0


class Found(NamedTuple):
    """One hit of the search, in the words of its room."""

    place: Place
    title: str
    detail: str = ""


class OpenItem(NamedTuple):
    """Something of a room that waits to be done: a sentence, and the work that deals with it."""

    text: str
    room: str
    work: str = ""
