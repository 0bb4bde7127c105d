"""The directory of bodies outside and the troubles with which one turns to them, in the book."""

from collections.abc import Iterable

from kucho_desktop.contacts.model import READY_BODIES, READY_TROUBLES, Advice, Body, Trouble
from kucho_desktop.core.book import Book
from kucho_desktop.core.i18n import N_, _
from kucho_desktop.core.shelf import Shelf
from kucho_desktop.core.text import fold

BODIES = Shelf(
    Body,
    "outside_body",
    "position, id",
    N_("Add a body outside"),
    N_("Change {field} of a body outside"),
    N_("Remove a body outside"),
)
TROUBLES = Shelf(
    Trouble,
    "trouble",
    "position, id",
    N_("Write down a trouble"),
    N_("Change {field} of a trouble"),
    N_("Remove a trouble"),
)


def bodies_in_order(book: Book) -> list[Body]:
    """By kind, then as they were put in."""
    return sorted(BODIES.all(book), key=lambda each: (each.rank, each.position, each.id))


def names_of_bodies(book: Book) -> dict[int, str]:
    return {each.id: each.name or each.person for each in bodies_in_order(book)}


def remove_body(book: Book, id_: int) -> None:
    """Troubles keep its name in words."""
    name = BODIES.one(book, id_).name
    with book.step(N_("Remove a body outside")):
        for each in TROUBLES.all(book):
            if each.outside_body_id == id_:
                TROUBLES.change(
                    book, each.id, {"outside_body_id": None, "place": each.place or name}
                )
        BODIES.remove(book, id_)


def move_trouble(book: Book, id_: int, by: int) -> None:
    """Up (-1) or down (+1) on the paper."""
    every = TROUBLES.all(book)
    here = next((at for at, each in enumerate(every) if each.id == id_), -1)
    there = min(max(here + by, 0), len(every) - 1)
    if here < 0 or here == there:
        return
    every.insert(there, every.pop(here))
    with book.step(N_("Change the order of the troubles")) as db:
        for position, each in enumerate(every):
            if each.position != position:
                db.table("trouble").update(each.id, {"position": position})


def take_over_bodies(book: Book, places: Iterable[int]) -> None:
    """Add bodies of the ready list, by their places in it."""
    with book.step(N_("Take over usual bodies")):
        known = {each.name for each in BODIES.all(book)}
        position = max((each.position for each in BODIES.all(book)), default=-1)
        for ready in (READY_BODIES[place] for place in places):
            if _(ready.name) in known:
                continue
            position += 1
            values = {
                "kind": ready.kind,
                "name": _(ready.name),
                "phone": ready.phone,
                "what_for": _(ready.what_for) if ready.what_for else "",
                "emergency": int(ready.emergency),
                "position": position,
            }
            BODIES.add(book, values)


def take_over_troubles(book: Book, places: Iterable[int]) -> None:
    """Add troubles of the ready list; each leads to its body where that is in the directory."""
    with book.step(N_("Take over usual troubles")):
        every = TROUBLES.all(book)
        known, position = {each.trouble for each in every}, len(every)
        bodies = {each.name: each.id for each in BODIES.all(book)}
        for ready in (READY_TROUBLES[place] for place in places):
            if _(ready.trouble) in known:
                continue
            name = _(ready.body) if ready.body else _("Chief of the district")
            values = {
                "trouble": _(ready.trouble),
                "outside_body_id": bodies.get(name),
                "place": "" if name in bodies else name,
                "position": position,
            }
            TROUBLES.add(book, values)
            position += 1


def advices(book: Book) -> list[Advice]:
    """Every trouble with the numbers of its body."""
    bodies = {each.id: each for each in BODIES.all(book)}
    return [_advice(each, bodies.get(each.outside_body_id or 0)) for each in TROUBLES.all(book)]


def _advice(trouble: Trouble, body: Body | None) -> Advice:
    if body is None:
        return Advice(trouble.id, trouble.trouble, trouble.place, trouble.phone, note=trouble.note)
    return Advice(
        trouble.id,
        trouble.trouble,
        trouble.place or body.name,
        trouble.phone or body.phone,
        "" if trouble.phone else body.night_phone,
        body.hours,
        trouble.note,
        body.publicity != "officers",
    )


def find_bodies(book: Book, typed: str, most: int) -> list[tuple[int, str, str]]:
    """(id, name, what else) of bodies; of troubles the id is negative."""
    wanted = fold(typed)
    if not wanted:
        return []
    found: list[tuple[int, str, str]] = []
    for body in bodies_in_order(book):
        words = (body.name, body.kana, body.person, body.phone, body.what_for, _kind(body))
        if wanted in fold(" ".join(words)):
            found.append((body.id, body.name or body.person, body.phone))
    for advice in advices(book):
        if wanted in fold(f"{advice.trouble} {advice.place}"):
            detail = " ".join(part for part in (advice.place, advice.phone) if part)
            found.append((-advice.id, advice.trouble, detail))
    return found[:most]


def _kind(body: Body) -> str:
    from kucho_desktop.contacts.model.bodies import KINDS

    return KINDS.show(body.kind)
