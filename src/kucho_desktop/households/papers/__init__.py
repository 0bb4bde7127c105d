"""Papers about households: rosters, the household's own sheet, the figures."""

from kucho_desktop.households.papers.booklet_roster import roster_booklet
from kucho_desktop.households.papers.figures.age_lists import (
    coming_of_age,
    elders_list,
    school_starters,
)
from kucho_desktop.households.papers.figures.move_list import move_list
from kucho_desktop.households.papers.figures.population import population_report
from kucho_desktop.households.papers.group_rosters import group_rosters
from kucho_desktop.households.papers.records.change_history import change_history
from kucho_desktop.households.papers.records.change_notice import change_notice
from kucho_desktop.households.papers.records.disclosure import disclosure_sheet
from kucho_desktop.households.papers.rosters import roster_members, roster_officers
from kucho_desktop.households.papers.round_lists import lists_to_correct, still_out
from kucho_desktop.households.papers.sheets import blank_household_sheet, household_sheets
from kucho_desktop.households.papers.street_plan import street_plans

__all__ = [
    "blank_household_sheet",
    "change_history",
    "change_notice",
    "coming_of_age",
    "disclosure_sheet",
    "elders_list",
    "group_rosters",
    "household_sheets",
    "lists_to_correct",
    "move_list",
    "population_report",
    "roster_booklet",
    "roster_members",
    "roster_officers",
    "school_starters",
    "still_out",
    "street_plans",
]
