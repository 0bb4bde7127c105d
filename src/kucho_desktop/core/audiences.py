"""Whom an output is for. Not a ladder: the city sees what neighbours do not, and vice versa."""

from enum import Enum

from kucho_desktop.core.i18n import N_, _


class Audience(Enum):
    """The values are what the command line and the file say."""

    CHIEF = "chief"
    OFFICERS = "officers"
    TREASURER = "treasurer"
    GROUP_LEADER = "group-leader"
    EVERY_HOUSEHOLD = "households"
    NOTICE_BOARD = "board"
    CITY = "city"
    SUPPORTERS = "supporters"
    DISASTER = "disaster"
    PERSON = "person"

    @property
    def title(self) -> str:
        """The audience in the user's language."""
        return _(_TITLES[self])


_TITLES = {
    Audience.CHIEF: N_("Chief only"),
    Audience.OFFICERS: N_("Officers"),
    Audience.TREASURER: N_("Treasurer"),
    Audience.GROUP_LEADER: N_("Group leader"),
    Audience.EVERY_HOUSEHOLD: N_("Every household"),
    Audience.NOTICE_BOARD: N_("Notice board"),
    Audience.CITY: N_("City hall"),
    Audience.SUPPORTERS: N_("Supporters"),
    Audience.DISASTER: N_("In a disaster"),
    Audience.PERSON: N_("The household itself"),
}

CHIEF_ONLY = frozenset({Audience.CHIEF, Audience.PERSON})
"""What is kept about a household is open to the household itself (個人情報保護法 33条)."""
OFFICIALS = CHIEF_ONLY | {Audience.OFFICERS, Audience.GROUP_LEADER, Audience.DISASTER}
NEIGHBOURS = OFFICIALS | {Audience.EVERY_HOUSEHOLD, Audience.TREASURER}
EVERYONE = frozenset(Audience)

ASKS_CONSENT = frozenset({Audience.EVERY_HOUSEHOLD, Audience.NOTICE_BOARD})
"""Audiences that see a household's own data only where it agreed (個人情報保護法 27条)."""
