"""The two rounds of a year: the sheets of the households, and the lists of the groups."""

from kucho_desktop.core.i18n import N_
from kucho_desktop.households.model.rounds.round import LISTS, SHEETS
from kucho_desktop.households.page.works.rounds.round_page import RoundPage


class SheetRound(RoundPage):
    """What the households say on their sheets, once a year."""

    kind = SHEETS
    papers = ("household-sheet", "still-out")
    about = N_(
        "Once a year every household gets a sheet with what is known of it, puts it right and"
        " hands it back. Begin the round here, print the sheets for it, and enter in walking order"
        " what comes back."
    )


class ListRound(RoundPage):
    """What the leaders of the groups have put right on their lists, in April."""

    kind = LISTS
    papers = ("correction-list", "still-out")
    about = N_(
        "Every group's leader gets one list of the group, puts it right in red and hands it back."
        " Begin here, print the lists, and enter in walking order what was put right."
    )
