"""The papers of what is handed out: how many copies each group gets, and a slip for each pile."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from kucho_desktop.app.paper_request import (
    CIRCULARS,
    Choices,
    Paper,
    PaperOption,
    Request,
    chosen,
)
from kucho_desktop.circulars import store
from kucho_desktop.circulars.model import Delivery
from kucho_desktop.circulars.model.deliveries import REACHES, GroupHouses, copies_for, why
from kucho_desktop.core.audiences import Audience
from kucho_desktop.core.book import Book
from kucho_desktop.core.dates import show_date
from kucho_desktop.core.i18n import N_, _
from kucho_desktop.paper.imprint import Imprint, Printed

if TYPE_CHECKING:
    from kucho_desktop.circulars.papers import DeliveryShown

_FOR = (Audience.OFFICERS, Audience.GROUP_LEADER, Audience.CHIEF)


def _days(book: Book) -> Choices:
    """The newest day first; an empty choice where there is none."""
    days = [
        (str(each.id), show_date(each.day) if each.day else _("Without a day"))
        for each in store.DELIVERIES.all(book)
    ]
    return days or [("", _("(none)"))]


DELIVERY = PaperOption("delivery", N_("Which day"), choices=_days)


def gather_delivery(book: Book, request: Request) -> "DeliveryShown":
    from kucho_desktop.circulars.papers import DeliveryShown

    which = chosen(request, DELIVERY, book)
    found = [each for each in store.DELIVERIES.all(book) if str(each.id) == which]
    if not found:
        return DeliveryShown("", "", (), ())
    (delivery,) = found
    groups = store.groups_on(book, request.on)
    return DeliveryShown(
        show_date(delivery.day) if delivery.day else "",
        show_date(delivery.due) if delivery.due else "",
        tuple((each.title, REACHES.show(each.reach), each.received) for each in delivery.items),
        tuple(_pile(delivery, group) for group in groups),
        tuple(group.leader_house for group in groups if group.leader_house),
    )


def _pile(delivery: Delivery, group: GroupHouses) -> Any:
    from kucho_desktop.circulars.papers import Pile

    counts = tuple(copies_for(each.reach, group).total for each in delivery.items)
    told = why(delivery.items, group)
    return Pile(group.name, group.short or group.name, group.leader, counts, told)


def draw_list(shown: "DeliveryShown", imprint: Imprint) -> Printed:
    from kucho_desktop.circulars import papers

    return papers.delivery_list(shown, imprint)


def draw_slips(shown: "DeliveryShown", imprint: Imprint) -> Printed:
    from kucho_desktop.circulars import papers

    return papers.delivery_slips(shown, imprint)


def one_part(_shown: "DeliveryShown") -> int:
    return 1


def who_leads(shown: "DeliveryShown") -> Iterable[Iterable[int]]:
    return (shown.households,)


PAPERS = (
    Paper(
        "delivery",
        N_("Copies to hand out"),
        _FOR,
        gather_delivery,
        draw_list,
        one_part,
        (DELIVERY,),
        purpose="",
        shelf=CIRCULARS,
        who=who_leads,
    ),
    Paper(
        "delivery-slips",
        N_("Slips for the piles"),
        _FOR,
        gather_delivery,
        draw_slips,
        one_part,
        (DELIVERY,),
        purpose="",
        shelf=CIRCULARS,
        who=who_leads,
    ),
)
