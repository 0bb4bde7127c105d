"""Every table of the book, said once: is it journaled, is it personal, whose is it.

A test fails on a table that is not declared here.
"""

from typing import NamedTuple


class Table(NamedTuple):
    """What must be known of a table besides its columns.

    journaled: written only in a step; its rows can be undone and have a history.
    personal: holds data about a person; erased with the household or member.
    period_of: of a table of intervals, the columns that say whose value it is.
    derived: made from other tables, by what the rooms do at the end of a step.
    erased_by: the column that names the person's household or member, "" where there is none.
    to_successor, to_treasurer, to_city: whether it goes along in that file.
    """

    name: str
    journaled: bool = True
    personal: bool = False
    derived: bool = False
    erased_by: str = ""
    period_of: tuple[str, ...] = ()
    to_successor: bool = True
    to_treasurer: bool = False
    to_city: bool = False


TABLES = {
    table.name: table
    for table in (
        # the book itself
        Table("about", journaled=False),
        Table("step", journaled=False, personal=True, to_successor=True),
        Table("entry", journaled=False, personal=True),
        Table("open_step", journaled=False, to_successor=False),
        Table("handout", journaled=False, personal=True),
        # 区の姿
        Table("association", to_treasurer=True),
        Table("association_year", period_of=("association_id",), to_treasurer=True),
        Table("area", to_treasurer=True),
        Table("purpose", period_of=("association_id", "use")),
        Table("chronicle"),
        # 隣組
        Table("tonarigumi", to_treasurer=True),
        Table("tonarigumi_place", period_of=("tonarigumi_id",), to_treasurer=True),
        # 世帯
        Table("household", personal=True, erased_by="id", to_treasurer=True),
        Table(
            "household_membership",
            period_of=("household_id",),
            personal=True,
            erased_by="household_id",
            to_treasurer=True,
        ),
        Table(
            "household_place",
            period_of=("household_id",),
            personal=True,
            erased_by="household_id",
            to_treasurer=True,
        ),
        Table(
            "household_address",
            period_of=("household_id",),
            personal=True,
            erased_by="household_id",
            to_treasurer=True,
        ),
        Table("member", personal=True, erased_by="id", to_treasurer=True),
        Table(
            "member_home",
            period_of=("member_id",),
            personal=True,
            erased_by="member_id",
            to_treasurer=True,
        ),
        Table("member_whereabouts", period_of=("member_id",), personal=True, erased_by="member_id"),
        Table(
            "consent",
            period_of=("household_id", "item", "audience"),
            personal=True,
            erased_by="household_id",
        ),
        Table("household_tie", personal=True, erased_by="household_id"),
        Table("household_talk", personal=True, erased_by="household_id"),
        Table("sheet_round"),
        Table("sheet_return", personal=True, erased_by="household_id"),
        Table("saved_list"),
        Table("not_same", erased_by="household_id"),
        Table("attachment", personal=True, erased_by="household_id"),  # a person's go with him
        Table("picture", journaled=False, personal=True),
        Table("handout_household", journaled=False, erased_by="household"),
        Table("handout_copy", journaled=False),
        Table("disclosure", personal=True),
        # 役職
        Table("department"),
        Table("department_task"),
        Table("post"),
        Table("appointment", personal=True, erased_by="member_id"),
        Table("training", personal=True, erased_by="member_id"),
        Table("turn", personal=True, erased_by="household_id"),
        Table(
            "relief",
            period_of=("kind", "household_id", "member_id"),
            personal=True,
            erased_by="household_id",
        ),
        Table("adviser", personal=True, erased_by="member_id"),
        Table("nomination", personal=True),
        Table("candidate", personal=True, erased_by="member_id"),
        Table(
            "household_today",
            journaled=False,
            personal=True,
            derived=True,
            erased_by="household_id",
        ),
    )
}

UNDECLARED = ("_sqlite_migrations", "sqlite_sequence", "sqlite_stat1", "sqlite_stat4")
"""Tables that libraries keep for themselves."""
