"""What the tests read: the real declarations of the households."""

from datetime import date

from kucho_desktop.core.fields import fields_of
from kucho_desktop.exchange.roster import Wanted
from kucho_desktop.households.model import Household, Member
from kucho_desktop.households.model.words import HOUSEHOLD_WORDS, MEMBER_WORDS

TODAY = date(2026, 4, 10)


def wanted() -> Wanted:
    return Wanted(
        tuple(fields_of(Household)), tuple(fields_of(Member)), HOUSEHOLD_WORDS, MEMBER_WORDS
    )
