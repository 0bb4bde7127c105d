"""The papers of the contacts: what each takes from the book."""

from kucho_desktop.app.paper_request import CONTACTS, Paper, Request, unnumbered
from kucho_desktop.contacts import store
from kucho_desktop.contacts.model import Advice, Body
from kucho_desktop.core.audiences import Audience
from kucho_desktop.core.book import Book
from kucho_desktop.core.fields import Shown, shown
from kucho_desktop.core.i18n import N_
from kucho_desktop.paper.imprint import Imprint, Printed


def gather_advices(book: Book, request: Request) -> Shown:
    return shown(Advice, store.advices(book), request.whom, must_agree="name")


def draw_advices(advices: Shown, imprint: Imprint) -> Printed:
    from kucho_desktop.contacts import papers

    return papers.where_to_turn(advices, imprint)


def gather_bodies(book: Book, request: Request) -> Shown:
    return shown(Body, store.bodies_in_order(book), request.whom, must_agree="name")


def draw_bodies(bodies: Shown, imprint: Imprint) -> Printed:
    from kucho_desktop.contacts import papers

    return papers.body_list(bodies, imprint)


PAPERS = (
    Paper(
        "where-to-turn",
        N_("Where to turn in trouble"),
        (Audience.EVERY_HOUSEHOLD, Audience.NOTICE_BOARD, Audience.OFFICERS),
        gather_advices,
        draw_advices,
        unnumbered,
        purpose="",
        shelf=CONTACTS,
    ),
    Paper(
        "outside-bodies",
        N_("Directory of bodies outside"),
        (Audience.OFFICERS, Audience.EVERY_HOUSEHOLD, Audience.CHIEF),
        gather_bodies,
        draw_bodies,
        unnumbered,
        purpose="",
        shelf=CONTACTS,
    ),
)
