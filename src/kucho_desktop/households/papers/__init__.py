"""Papers about households: rosters, the household's own sheet, the figures."""

from kucho_desktop.households.papers.booklet_roster import roster_booklet
from kucho_desktop.households.papers.group_rosters import group_rosters
from kucho_desktop.households.papers.population import population_report
from kucho_desktop.households.papers.rosters import roster_members, roster_officers
from kucho_desktop.households.papers.sheets import blank_household_sheet, household_sheets
from kucho_desktop.households.papers.street_plan import street_plans

__all__ = [
    "blank_household_sheet",
    "group_rosters",
    "household_sheets",
    "population_report",
    "roster_booklet",
    "roster_members",
    "roster_officers",
    "street_plans",
]
