"""Households in the book."""

from kucho_desktop.households.store.again.doubles import are_not_the_same, doubles_in
from kucho_desktop.households.store.again.merging import merged_into, unite
from kucho_desktop.households.store.again.reading import proposal_for, read_again
from kucho_desktop.households.store.attached import attachments_with
from kucho_desktop.households.store.consents import answer_consent, forget_answers
from kucho_desktop.households.store.events.dwellings import (
    add_dwelling,
    household_moves_in,
    houses_to_move_into,
)
from kucho_desktop.households.store.events.families import (
    head_changes,
    member_dies,
    member_goes,
    member_joins,
    whereabouts_change,
)
from kucho_desktop.households.store.events.groups import (
    houses_in,
    merge_groups,
    sizes_on,
    split_group,
)
from kucho_desktop.households.store.events.heads import headless_day
from kucho_desktop.households.store.events.households import (
    household_changes_group,
    household_joins_again,
    household_moves_within,
    household_pauses,
    household_quits,
    household_splits,
    households_merge,
)
from kucho_desktop.households.store.events.told import why_not, write_event
from kucho_desktop.households.store.family import (
    add_member,
    change_member,
    change_members,
    change_members_from,
    member_leaves,
    members_of,
)
from kucho_desktop.households.store.figures.age_lists import age_list
from kucho_desktop.households.store.figures.headcounts import (
    first_recorded,
    headcounts_of_days,
    headcounts_on,
)
from kucho_desktop.households.store.figures.moves import moves_between
from kucho_desktop.households.store.figures.population import (
    population_on,
    years_of_district,
    years_until,
)
from kucho_desktop.households.store.gathering import (
    groups_for,
    is_listed,
    is_there,
    is_visited,
)
from kucho_desktop.households.store.held import held_about
from kucho_desktop.households.store.keeping import (
    add_household,
    change_household,
    change_household_from,
    household_leaves,
    move_household,
    next_place,
    place_household,
    put_in_walking_order,
    remove_household,
)
from kucho_desktop.households.store.listing import (
    Figures,
    figures,
    find_households,
    has_households,
    household_ids,
    same_household_ids,
    sizes_of_groups,
)
from kucho_desktop.households.store.lists.changing import change_many
from kucho_desktop.households.store.lists.found import found_ids
from kucho_desktop.households.store.lists.kept import all_lists, as_of, keep_list, remove_list
from kucho_desktop.households.store.lists.shown import listed_ids
from kucho_desktop.households.store.many import (
    WholeHousehold,
    WholeMember,
    Written,
    write_many,
)
from kucho_desktop.households.store.names.keeping import change_names, substitutes
from kucho_desktop.households.store.names.namesakes import households_by_name, lived_in
from kucho_desktop.households.store.past import (
    Event,
    history_of,
    name_of_person,
    rows_of_household,
    rows_of_person,
)
from kucho_desktop.households.store.past_of_step import Told, told_of_households
from kucho_desktop.households.store.rounds.gathering import (
    lists_to_correct,
    questions_asked,
    still_out_groups,
)
from kucho_desktop.households.store.rounds.keeping import (
    ROUND_TABLES,
    begin_round,
    change_round,
    close_round,
    keep_line,
    keep_rest,
    lacking_ids,
    lines_among,
    lines_of,
    name_of_round,
    open_round,
    progress_of,
    round_named,
    rounds_of,
    take_line_back,
    usual_return_by,
)
from kucho_desktop.households.store.rules import (
    refuse_lost_places,
    refuse_two_heads,
    refuse_two_rounds,
)
from kucho_desktop.households.store.seen import (
    TABLES,
    household,
    households_of,
    households_on,
)
from kucho_desktop.households.store.taking_in import take_in
from kucho_desktop.households.store.texts import first_households, search_texts
from kucho_desktop.households.store.ties.keeping import (
    keep_tie,
    others_to_tie,
    remove_tie,
    ties_of,
)
from kucho_desktop.households.store.ties.talks import (
    count_due,
    finish_step,
    joined_this_year,
    keep_talk,
    not_joined,
    remove_talk,
    talks_of,
)
from kucho_desktop.households.store.today import derive_anew, derive_new_day, derive_today

__all__ = [
    "ROUND_TABLES",
    "TABLES",
    "Event",
    "Figures",
    "Told",
    "WholeHousehold",
    "WholeMember",
    "Written",
    "add_dwelling",
    "add_household",
    "add_member",
    "age_list",
    "all_lists",
    "answer_consent",
    "are_not_the_same",
    "as_of",
    "attachments_with",
    "begin_round",
    "change_household",
    "change_household_from",
    "change_many",
    "change_member",
    "change_members",
    "change_members_from",
    "change_names",
    "change_round",
    "close_round",
    "count_due",
    "derive_anew",
    "derive_new_day",
    "derive_today",
    "doubles_in",
    "figures",
    "find_households",
    "finish_step",
    "first_households",
    "first_recorded",
    "forget_answers",
    "found_ids",
    "groups_for",
    "has_households",
    "head_changes",
    "headcounts_of_days",
    "headcounts_on",
    "headless_day",
    "held_about",
    "history_of",
    "household",
    "household_changes_group",
    "household_ids",
    "household_joins_again",
    "household_leaves",
    "household_moves_in",
    "household_moves_within",
    "household_pauses",
    "household_quits",
    "household_splits",
    "households_by_name",
    "households_merge",
    "households_of",
    "households_on",
    "houses_in",
    "houses_to_move_into",
    "is_listed",
    "is_there",
    "is_visited",
    "joined_this_year",
    "keep_line",
    "keep_list",
    "keep_rest",
    "keep_talk",
    "keep_tie",
    "lacking_ids",
    "lines_among",
    "lines_of",
    "listed_ids",
    "lists_to_correct",
    "lived_in",
    "member_dies",
    "member_goes",
    "member_joins",
    "member_leaves",
    "members_of",
    "merge_groups",
    "merged_into",
    "move_household",
    "moves_between",
    "name_of_person",
    "name_of_round",
    "next_place",
    "not_joined",
    "open_round",
    "others_to_tie",
    "place_household",
    "population_on",
    "progress_of",
    "proposal_for",
    "put_in_walking_order",
    "questions_asked",
    "read_again",
    "refuse_lost_places",
    "refuse_two_heads",
    "refuse_two_rounds",
    "remove_household",
    "remove_list",
    "remove_talk",
    "remove_tie",
    "round_named",
    "rounds_of",
    "rows_of_household",
    "rows_of_person",
    "same_household_ids",
    "search_texts",
    "sizes_of_groups",
    "sizes_on",
    "split_group",
    "still_out_groups",
    "substitutes",
    "take_in",
    "take_line_back",
    "talks_of",
    "ties_of",
    "told_of_households",
    "unite",
    "usual_return_by",
    "whereabouts_change",
    "why_not",
    "write_event",
    "write_many",
    "years_of_district",
    "years_until",
]
