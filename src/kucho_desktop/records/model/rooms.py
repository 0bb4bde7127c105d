"""Which changes belong to which room of the house."""

from kucho_desktop.core.i18n import N_
from kucho_desktop.core.tables import TABLES

_OWN = {
    "tonarigumi": frozenset({"tonarigumi", "tonarigumi_place"}),
    "association": frozenset({"association", "association_year", "area", "purpose", "chronicle"}),
    "calendar": frozenset({"calendar_event", "calendar_change"}),
    "officers": frozenset(
        {
            "department",
            "department_task",
            "post",
            "appointment",
            "training",
            "turn",
            "relief",
            "adviser",
            "nomination",
            "candidate",
        }
    ),
    "contacts": frozenset({"outside_body", "trouble", "call_rule"}),
    "circulars": frozenset({"letter", "city_request", "delivery", "delivery_item", "group_extra"}),
    "records": frozenset({"disclosure"}),
}
ROOMS = {
    "households": frozenset(name for name, table in TABLES.items() if table.journaled).difference(
        *_OWN.values()
    ),
    **_OWN,
}
"""Room → the journaled tables whose changes are its own."""

ROOM_TITLES = (
    ("", N_("All that was done")),
    ("households", N_("Households")),
    ("tonarigumi", N_("Groups")),
    ("officers", N_("Posts and officers")),
    ("contacts", N_("Contacts")),
    ("association", N_("The district")),
    ("circulars", N_("Letters and circulars")),
    ("calendar", N_("Calendar")),
    ("records", N_("Given to third parties")),
)
"""As a history is narrowed by them; the first one is all of them."""
