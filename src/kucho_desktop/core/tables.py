"""Every table of the book, said once: is it journaled, is it personal, whose is it, how it goes.

A test fails on a table that is not declared here, or of which it is not said how it is erased.
"""

from typing import NamedTuple

HOUSEHOLD, MEMBER = "household", "member"
"""Who can be erased: the tables of which a row is somebody."""

GOES, NAMELESS, CLEANED, STAYS = "goes", "nameless", "cleaned", "stays"
"""How a table is erased with somebody: his rows go; they stay without him and without the columns
of `names` (money); `erasing` looks through it on its own; nothing in it is about a person of the
roster, or the law wants it kept."""


class Table(NamedTuple):
    """What must be known of a table besides its columns.

    journaled: written only in a step; its rows can be undone and have a history.
    personal: holds data about a person; erased with the household or member.
    period_of: of a table of intervals, the columns that say whose value it is.
    derived: made from other tables, by what the rooms do at the end of a step.
    erased_by: the column that names the person's household or member, "" where there is none.
    erased: GOES, NAMELESS, CLEANED or STAYS. owners: (column, HOUSEHOLD or MEMBER) of everybody
    with whom a row goes, one of them is enough. names: columns by which the history calls the row.
    told: columns into which the program itself may write the name of somebody else.
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
    erased: str = ""
    owners: tuple[tuple[str, str], ...] = ()
    names: tuple[str, ...] = ()
    told: tuple[str, ...] = ()


_OF_HOUSEHOLD = (("household_id", HOUSEHOLD),)
_OF_MEMBER = (("member_id", MEMBER),)
_OF_TWO = (("household_id", HOUSEHOLD), ("other_id", HOUSEHOLD))
_OF_EITHER = (*_OF_HOUSEHOLD, *_OF_MEMBER)
_IN_A_CALL = (
    *_OF_HOUSEHOLD,
    ("by_household_id", HOUSEHOLD),
    ("instead_household_id", HOUSEHOLD),
)

TABLES = {
    table.name: table
    for table in (
        # the book itself
        Table("about", journaled=False, erased=STAYS),
        Table("step", journaled=False, personal=True, to_successor=True, erased=CLEANED),
        Table("entry", journaled=False, personal=True, erased=CLEANED),
        Table("open_step", journaled=False, to_successor=False, erased=STAYS),
        Table("handout", journaled=False, personal=True, erased=CLEANED),
        Table(
            "draft",
            journaled=False,
            personal=True,
            erased_by="household_id",
            to_successor=False,
            erased=GOES,
            owners=_OF_HOUSEHOLD,
        ),
        Table("erasure", journaled=False, erased=STAYS),
        Table("erased", journaled=False, erased=STAYS),
        # 区の姿
        Table("association", to_treasurer=True, erased=STAYS),
        Table("association_year", period_of=("association_id",), to_treasurer=True, erased=STAYS),
        Table("area", to_treasurer=True, erased=STAYS),
        Table("purpose", period_of=("association_id", "use"), erased=STAYS),
        Table("chronicle", erased=STAYS),
        # こよみ
        Table("calendar_event", personal=True, erased=STAYS),  # who is responsible is typed freely
        Table("calendar_change", erased=STAYS),
        # 隣組
        Table("tonarigumi", to_treasurer=True, erased=STAYS),
        Table("tonarigumi_place", period_of=("tonarigumi_id",), to_treasurer=True, erased=STAYS),
        # 世帯
        Table(
            "household",
            personal=True,
            erased_by="id",
            to_treasurer=True,
            erased=GOES,
            owners=(("id", HOUSEHOLD),),
            names=("name", "name_kana"),
            told=("name", "name_kana"),
        ),
        Table(
            "household_membership",
            period_of=("household_id",),
            personal=True,
            erased_by="household_id",
            to_treasurer=True,
            erased=GOES,
            owners=_OF_HOUSEHOLD,
            told=("reason",),
        ),
        Table(
            "household_place",
            period_of=("household_id",),
            personal=True,
            erased_by="household_id",
            to_treasurer=True,
            erased=GOES,
            owners=_OF_HOUSEHOLD,
        ),
        Table(
            "household_address",
            period_of=("household_id",),
            personal=True,
            erased_by="household_id",
            to_treasurer=True,
            erased=GOES,
            owners=_OF_HOUSEHOLD,
        ),
        Table(
            "member",
            personal=True,
            erased_by="id",
            to_treasurer=True,
            erased=GOES,
            owners=(("id", MEMBER),),
            names=("name", "kana", "known_as", "known_as_kana", "former_name"),
        ),
        Table(
            "member_home",
            period_of=("member_id",),
            personal=True,
            erased_by="member_id",
            to_treasurer=True,
            erased=GOES,
            owners=_OF_EITHER,
        ),
        Table(
            "member_whereabouts",
            period_of=("member_id",),
            personal=True,
            erased_by="member_id",
            erased=GOES,
            owners=_OF_MEMBER,
        ),
        Table(
            "consent",
            period_of=("household_id", "item", "audience"),
            personal=True,
            erased_by="household_id",
            erased=GOES,
            owners=_OF_HOUSEHOLD,
        ),
        Table(
            "household_tie",
            personal=True,
            erased_by="household_id",
            erased=GOES,
            owners=_OF_TWO,
        ),
        Table(
            "household_talk",
            personal=True,
            erased_by="household_id",
            erased=GOES,
            owners=_OF_HOUSEHOLD,
        ),
        Table("sheet_round", erased=STAYS),
        Table(
            "sheet_return",
            personal=True,
            erased_by="household_id",
            erased=GOES,
            owners=_OF_HOUSEHOLD,
        ),
        Table("saved_list", erased=STAYS),
        Table("not_same", erased_by="household_id", erased=GOES, owners=_OF_TWO),
        Table(
            "attachment",
            personal=True,
            erased_by="household_id",  # a person's go with him
            erased=GOES,
            owners=_OF_EITHER,
        ),
        Table("picture", journaled=False, personal=True, erased=CLEANED),
        Table(
            "handout_household",
            journaled=False,
            erased_by="household",
            erased=NAMELESS,
            owners=(("household", HOUSEHOLD),),
        ),
        Table("handout_copy", journaled=False, erased=STAYS),
        Table("disclosure", personal=True, erased=STAYS),
        # in the bin until its day
        Table("erasure_wait", erased_by="household_id", erased=GOES, owners=_OF_EITHER),
        # 役職
        Table("department", erased=STAYS),
        Table("department_task", erased=STAYS),
        Table("post", erased=STAYS),
        Table(
            "appointment",
            personal=True,
            erased_by="member_id",
            erased=NAMELESS,
            owners=_OF_MEMBER,
            names=("name", "kana", "phone", "address", "note"),
        ),
        Table("training", personal=True, erased_by="member_id", erased=GOES, owners=_OF_MEMBER),
        Table("turn", personal=True, erased_by="household_id", erased=GOES, owners=_OF_HOUSEHOLD),
        Table(
            "relief",
            period_of=("kind", "household_id", "member_id"),
            personal=True,
            erased_by="household_id",
            erased=GOES,
            owners=_OF_EITHER,
        ),
        Table("adviser", personal=True, erased_by="member_id", erased=GOES, owners=_OF_MEMBER),
        Table("nomination", personal=True, erased=STAYS),
        Table("candidate", personal=True, erased_by="member_id", erased=GOES, owners=_OF_MEMBER),
        # 連絡網
        Table("outside_body", personal=True, erased=STAYS),  # who answers there is typed freely
        Table("trouble", erased=STAYS),
        Table(
            "call_rule",
            personal=True,
            erased_by="household_id",
            erased=GOES,
            owners=_IN_A_CALL,
        ),
        # 文書と回覧
        Table("letter", personal=True, erased=STAYS),  # who sees to it is typed freely
        Table("city_request", erased=STAYS),
        Table("delivery", erased=STAYS),
        Table("delivery_item", erased=STAYS),
        Table("group_extra", erased=STAYS),
        Table(
            "household_today",
            journaled=False,
            personal=True,
            derived=True,
            erased_by="household_id",
            erased=GOES,
            owners=(("id", HOUSEHOLD),),
        ),
    )
}

UNDECLARED = ("_sqlite_migrations", "sqlite_sequence", "sqlite_stat1", "sqlite_stat4")
"""Tables that libraries keep for themselves."""
