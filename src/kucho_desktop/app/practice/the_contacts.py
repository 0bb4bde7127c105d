"""The bodies outside with which the practice district deals, and its table of troubles."""

import json

from kucho_desktop.contacts import store
from kucho_desktop.contacts.model import READY_BODIES, READY_TROUBLES
from kucho_desktop.core.book import Book
from kucho_desktop.core.i18n import N_
from kucho_desktop.core.places import resources


def fill_contacts(book: Book) -> None:
    """All that is usual, with invented numbers."""
    said = json.loads((resources() / "practice" / "contacts.json").read_text("utf-8"))
    with book.step(N_("Take over usual bodies")):
        store.take_over_bodies(book, range(len(READY_BODIES)))
        for body in store.BODIES.all(book):
            if values := said["bodies"].get(body.name):
                store.BODIES.change(book, body.id, values)
        store.take_over_troubles(book, range(len(READY_TROUBLES)))
