"""Posts, officers, turns, reliefs and the like in the book."""

from kucho_desktop.officers.store.about import about_household
from kucho_desktop.officers.store.coming import (
    holder_now,
    put_in_turns,
    stay_in_office,
    turn_for,
)
from kucho_desktop.officers.store.officers import (
    appoint,
    appoint_many,
    change_appointment,
    end_appointment,
    head_of_house,
    move_post,
    remove_post,
    seats_on,
    take_over_posts,
    year_after,
)
from kucho_desktop.officers.store.open_items import open_items, post_of
from kucho_desktop.officers.store.people import (
    houses_to_choose,
    names_of,
    names_of_houses,
    people_to_choose,
    phones_of,
)
from kucho_desktop.officers.store.rules import refuse_lost_officers
from kucho_desktop.officers.store.search import find_officers
from kucho_desktop.officers.store.shelves import (
    ADVISERS,
    APPOINTMENTS,
    DEPARTMENTS,
    NOMINATIONS,
    POSTS,
    RELIEFS,
    TABLES,
    TRAININGS,
)
from kucho_desktop.officers.store.turns import (
    Rota,
    exchange_turns,
    forget_turn,
    groups_to_choose,
    leader_post,
    next_turn,
    rota_of,
    rotas,
    write_turn,
    years_of_rota,
)

__all__ = [
    "ADVISERS",
    "APPOINTMENTS",
    "DEPARTMENTS",
    "NOMINATIONS",
    "POSTS",
    "RELIEFS",
    "TABLES",
    "TRAININGS",
    "Rota",
    "about_household",
    "appoint",
    "appoint_many",
    "change_appointment",
    "end_appointment",
    "exchange_turns",
    "find_officers",
    "forget_turn",
    "groups_to_choose",
    "head_of_house",
    "holder_now",
    "houses_to_choose",
    "leader_post",
    "move_post",
    "names_of",
    "names_of_houses",
    "next_turn",
    "open_items",
    "people_to_choose",
    "phones_of",
    "post_of",
    "put_in_turns",
    "refuse_lost_officers",
    "remove_post",
    "rota_of",
    "rotas",
    "seats_on",
    "stay_in_office",
    "take_over_posts",
    "turn_for",
    "write_turn",
    "year_after",
    "years_of_rota",
]
