"""What happens to a household in a year: each is one step from a day on."""

from collections.abc import Callable, Collection, Mapping
from datetime import date
from typing import Any

from kucho_desktop.core import periods
from kucho_desktop.core.attachments import move_attachments
from kucho_desktop.core.book import Book
from kucho_desktop.core.errors import NotAllowed
from kucho_desktop.core.i18n import N_, _
from kucho_desktop.households.model import (
    ADDRESSES,
    HEAD,
    HOME,
    MEMBERSHIP,
    PLACE,
    Household,
    Member,
)
from kucho_desktop.households.model.delivery import USUAL
from kucho_desktop.households.model.relations import relation_after
from kucho_desktop.households.store.events.families import (
    called,
    member_on,
    memberships_from,
    there_on,
)
from kucho_desktop.households.store.events.heads import event, homes_in, refuse_unsound
from kucho_desktop.households.store.keeping import (
    change_household_from,
    household_leaves,
    next_place,
)
from kucho_desktop.households.store.seen import household
from kucho_desktop.households.store.ties.keeping import let_follow
from kucho_desktop.tonarigumi.store import tonarigumi_named

_ADDRESS = ("postal_code", "address", "building")


def household_moves_within(
    book: Book, id_: int, day: date, address: Mapping[str, str], group: int | None = None
) -> None:
    """The household lives at another address of the district; with a group: at its end, too.

    address: postal_code, address and building.
    """
    now = there_on(book, id_, day)
    if not address.get("address"):
        raise NotAllowed(_("Please write the new address."))
    with event(book, N_("{household} moves within the district"), [id_], household=now.head):
        also = {name: address.get(name, "") for name in _ADDRESS if name != "address"}
        change_household_from(book, id_, "address", address["address"], day, also)
        if group is not None and group != now.tonarigumi_id:
            _walk_in(book, id_, group, day)


def household_changes_group(book: Book, id_: int, group: int | None, day: date) -> None:
    """The household belongs to another group from a day on, and walks at its end."""
    now = there_on(book, id_, day)
    if group == now.tonarigumi_id:
        raise NotAllowed(_("It is so already on that day. Nothing was changed."))
    said = {"household": now.head, "group": tonarigumi_named(book, day).get(group or 0, "")}
    with event(book, N_("{household} comes into the group {group}"), [id_], **said):
        _walk_in(book, id_, group, day)


def _walk_in(book: Book, id_: int, group: int | None, day: date) -> None:
    if group not in tonarigumi_named(book, day):
        raise NotAllowed(_("Please choose a group that is there on that day."))
    order = {"walking_order": next_place(book, group)}
    change_household_from(book, id_, "tonarigumi_id", group, day, order)


def household_pauses(book: Book, id_: int, day: date, reason: str = "") -> None:
    """休会: the household stays a member, and the circular passes it by."""
    _belong(book, id_, day, "paused", N_("{household} pauses"), reason)


def household_quits(book: Book, id_: int, day: date, reason: str = "") -> None:
    """脱会: the dwelling stays on the list as one that has not joined."""
    _belong(book, id_, day, "none", N_("{household} leaves the association"), reason)


def household_joins_again(book: Book, id_: int, day: date, membership: str = "full") -> None:
    """A household that paused or had not joined belongs to the association from a day on."""
    paused = there_on(book, id_, day).membership == "paused"
    message = N_("{household} joins again") if paused else N_("{household} joins")
    _belong(book, id_, day, membership, message, "")


def _belong(book: Book, id_: int, day: date, membership: str, message: str, reason: str) -> None:
    """What is not dated – circular and copies – changes with it only where it holds today."""
    now = there_on(book, id_, day)
    if now.membership == membership:
        raise NotAllowed(_("It is so already on that day. Nothing was changed."))
    if not now.members:
        raise NotAllowed(_("Nobody lives there on that day. Please choose another day."))
    with event(book, message, [id_], household=now.head) as db:
        owner = {"household_id": id_}
        periods.change_from(db, MEMBERSHIP, owner, day, membership=membership, reason=reason)
        today = household(book, id_)
        if day > book.today or today is None or today.membership != membership:
            return
        if membership in ("paused", "none"):
            usual = USUAL[membership]
            values = {name: usual[name] for name in ("circular", "copies")}
            db.table("household").update(id_, values)
        elif today.circular == "skip":
            copies = today.copies or 1
            db.table("household").update(id_, {"circular": "pass", "copies": copies})


def household_splits(
    book: Book,
    id_: int,
    members: Collection[int],
    next_head: int,
    day: date,
    address: Mapping[str, str] | None = None,
    group: int | None = None,
) -> int:
    """Some of the family are a household of their own from a day on; gives its id.

    Without an address and a group the new household has those of the old one.
    """
    now = there_on(book, id_, day)
    goes = {member_on(now, each).id for each in {*members, next_head}}
    head = member_on(now, next_head)
    if head.is_head or any(each.is_head and each.id in goes for each in now.members):
        raise NotAllowed(
            _(
                "The head stays with the old household."
                " If the head goes, please choose those who stay."
            )
        )
    with event(book, N_("{member} sets up a household"), [id_], member=called(head)) as db:
        new = db.table("household").insert({"note": "", "dwelling": now.dwelling}).last_pk
        assert isinstance(new, int)
        days = {"household_id": new, "since": day.isoformat(), "until": periods.OPEN}
        db.table(MEMBERSHIP).insert({**days, "membership": now.membership})
        lives = address if address and address.get("address") else _address_of(now)
        db.table(ADDRESSES).insert({**days, **{name: lives.get(name, "") for name in _ADDRESS}})
        place = now.tonarigumi_id if group is None else group
        db.table(PLACE).insert(
            {**days, "tonarigumi_id": place, "walking_order": next_place(book, place)}
        )
        _move_people(book, id_, new, day, goes, _as_seen_by(head), periods.OPEN)
        refuse_unsound(book, new)
    return new


def _address_of(now: Household) -> dict[str, str]:
    return {name: getattr(now, name) for name in _ADDRESS}


def _as_seen_by(head: Member) -> Callable[[dict[str, Any]], str]:
    def relation(row: dict[str, Any]) -> str:
        if row["member_id"] == head.id:
            return HEAD
        return relation_after(head.relation, row["relation"], row["gender"])

    return relation


def households_merge(book: Book, id_: int, into: int, day: date, relation: str = "") -> None:
    """All of one household live in another one from a day on; the first is gone then.

    relation: of its head to the head of the other.
    """
    now, other = there_on(book, id_, day), there_on(book, into, day)
    if id_ == into or not now.members or not other.members:
        raise NotAllowed(_("Please choose another household in which somebody lives."))
    head = relation if relation != HEAD else ""
    said = {"household": now.head, "other": other.head}
    with event(book, N_("{household} joins the household of {other}"), [id_, into], **said):
        people = {row["member_id"] for row in homes_in(book, id_)}
        ends = memberships_from(book, into, day)[-1]["until"]

        def related(row: dict[str, Any]) -> str:
            return head if row["relation"] == HEAD else ""

        _move_people(book, id_, into, day, people, related, ends)
        let_follow(book, id_, into, day)
        move_attachments(book, id_, into)
        household_leaves(
            book, id_, day, _("Joined the household of {other}").format(other=other.head)
        )


def _move_people(
    book: Book,
    from_: int,
    into: int,
    day: date,
    people: Collection[int],
    relation: Callable[[dict[str, Any]], str],
    ends: str,
) -> None:
    """Let people live in another household from a day on, as long as they were to live here."""
    at = day.isoformat()
    last = max(row["until"] for row in memberships_from(book, from_, day))
    behind = max((row["position"] for row in homes_in(book, into)), default=-1) + 1
    with book.step("") as db:
        for row in homes_in(book, from_):
            if row["member_id"] not in people or row["until"] <= at:
                continue
            until = min(periods.OPEN if row["until"] == last else row["until"], ends)
            since = max(row["since"], at)
            if row["since"] < at:
                db.table(HOME).update(row["id"], {"until": at})
            else:
                db.table(HOME).delete(row["id"])
            if since < until:
                moved = {"member_id": row["member_id"], "position": behind + row["position"]}
                moved |= {"household_id": into, "relation": relation(row)}
                db.table(HOME).insert({**moved, "since": since, "until": until})
