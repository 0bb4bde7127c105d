"""How a place of a post is told: in the list, and beside the form of who is there."""

from kucho_desktop.core.dates import show_date
from kucho_desktop.core.i18n import _
from kucho_desktop.officers import store
from kucho_desktop.officers.model import Seat
from kucho_desktop.widgets.table import Column


def _department(seat: Seat) -> str:
    return seat.department


def _name(seat: Seat) -> str:
    return _("(vacant)") if seat.is_vacant else seat.name


def _last(seat: Seat) -> str:
    return show_date(seat.last, weekday=False)


def _phone(seat: Seat) -> str:
    return seat.mobile or seat.phone


def is_vacant(seat: Seat) -> bool:
    return seat.is_vacant


def columns() -> list[Column]:
    """Of the list: what one looks for, and what there may be room for."""
    return [
        Column("post", _("Post"), 11, store.post_of, "bold"),
        Column("name", _("Name"), 8, _name),
        Column("department", _("Department"), 6, _department, "second", True),
        Column("last", _("Until (last day)"), 8, _last, "second", True),
        Column("phone", _("Phone number"), 7.5, _phone, "", True),
    ]


def care_of(seat: Seat) -> str:
    """Why the chief has to decide something; empty where all is well."""
    if not seat.gone:
        return ""
    if seat.has_died:
        return _("This officer has died. The post goes on in the book until you end it.")
    day = show_date(seat.gone, weekday=False)
    said = _("This officer lives here no more since {day}. The post goes on until you end it.")
    return said.format(day=day)


def more_of(seat: Seat) -> str:
    """Which term it is, who was there before, what comes with the post."""
    told = [
        _("Term No. {number}").format(number=seat.terms) if seat.terms else "",
        _("before: {name}").format(name=seat.before) if seat.before else "",
        _("holds as well: {also}").format(also=seat.also) if seat.also else "",
    ]
    return _(" · ").join(filter(None, told))
