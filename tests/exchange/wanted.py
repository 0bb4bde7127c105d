"""What the tests read: the real declarations of the households."""

from datetime import date
from pathlib import Path

from kucho_desktop.core.fields import fields_of
from kucho_desktop.exchange.files import open_table
from kucho_desktop.exchange.reading import plan_of, read_roster
from kucho_desktop.exchange.roster import Reading, Wanted
from kucho_desktop.households.model import Household, Member
from kucho_desktop.households.model.words import HOUSEHOLD_WORDS, MEMBER_WORDS

TODAY = date(2026, 4, 10)


def wanted() -> Wanted:
    return Wanted(
        tuple(fields_of(Household)), tuple(fields_of(Member)), HOUSEHOLD_WORDS, MEMBER_WORDS
    )


def read_file(path: Path, what: Wanted, today: date) -> Reading:
    """Open, plan and read a file in one go, without a hand on the mapping."""
    table = open_table(path)
    return read_roster(table, plan_of(table, what), what, today)
