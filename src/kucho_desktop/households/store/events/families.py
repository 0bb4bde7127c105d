"""What happens in a family in a year: each is one step from a day on."""

from dataclasses import replace
from datetime import date
from typing import Any

from kucho_desktop.core import periods
from kucho_desktop.core.book import Book
from kucho_desktop.core.errors import NotAllowed
from kucho_desktop.core.i18n import N_, _
from kucho_desktop.households.model import HEAD, HOME, MEMBERSHIP, Household, Member, head_of
from kucho_desktop.households.store import family
from kucho_desktop.households.store.events.heads import be_head, event, give_a_head
from kucho_desktop.households.store.keeping import household_leaves
from kucho_desktop.households.store.seen import household
from kucho_desktop.households.store.ties.keeping import nobody_is_left

AWAY = {
    "home": N_("{member} is at home again"),
    "care": N_("{member} goes into a care home"),
    "hospital": N_("{member} goes to hospital"),
    "study": N_("{member} goes away to study"),
    "work": N_("{member} goes away for work"),
}


def there_on(book: Book, id_: int, day: date) -> Household:
    """Raises NotAllowed where the household was not there on the day."""
    found = household(book, id_, day)
    if found is None:
        raise NotAllowed(_(periods.NOT_THERE))
    return found


def member_on(now: Household, member_id: int | None) -> Member:
    """Raises NotAllowed where nobody is chosen, or somebody who does not live there on the day."""
    for member in now.members:
        if member.id == member_id:
            return member
    raise NotAllowed(
        _("Please choose who it is. On that day only those who lived there can be chosen.")
    )


def called(member: Member) -> str:
    return member.name or _("(no name)")


def member_dies(
    book: Book, id_: int, member_id: int, day: date, next_head: int | None = None, house: str = ""
) -> None:
    """A person has died. The household, its order and its past stay.

    next_head: who is the head from then on. house: where nobody is left, "empty" for a house that
    stays on the list, "gone" for one that goes.
    """
    now = there_on(book, id_, day)
    gone = member_on(now, member_id)
    others = [member for member in now.members if member.id != gone.id]
    if day > book.today:
        raise NotAllowed(_("This day is still to come. Please write down the day of the death."))
    message = N_("{member} has died")
    said = {"member": called(gone)}
    if not others:
        message = N_("{member} has died; the house is empty")
    elif gone.is_head:
        if not next_head:
            raise NotAllowed(_("Please choose the next head of the household."))
        message = N_("{member} has died; {head} is the head now")
        said["head"] = called(member_on(replace(now, members=tuple(others)), next_head))
    with event(book, message, _homes_of(book, gone.id), **said) as db:
        periods.end_on(db, HOME, {"member_id": gone.id}, day)
        db.table("member").update(gone.id, {"died": day.isoformat()})
        if not others:
            _leave_house(book, now, gone, day, house)
        else:
            give_a_head(book, id_, next_head)


def _homes_of(book: Book, member_id: int) -> list[int]:
    found = book.tuples(
        f"SELECT DISTINCT household_id FROM {HOME} WHERE member_id = :id", id=member_id
    )
    return [id_ for (id_,) in found]


def _leave_house(book: Book, now: Household, last: Member, day: date, house: str) -> None:
    """Nobody lives there any more: the house stays as an empty one, or goes from the list.

    What is not dated – circular and copies – changes with it only where the day has come.
    """
    if house == "gone":
        household_leaves(book, now.id, day)
        return
    with book.step("") as db:
        for row in memberships_from(book, now.id, day):
            since = max(row["since"], day.isoformat())
            first = date.fromisoformat(since)
            owner = {"household_id": now.id}
            periods.change_from(db, MEMBERSHIP, owner, first, membership="empty", reason="")
        nobody_is_left(book, now.id, day)
        left: dict[str, Any] = {
            "name": _("{member} (house)").format(member=called(last)),
            "name_kana": last.kana,
        }
        if day <= book.today:
            left |= {"circular": "skip", "copies": 0, "distribution": "none"}
        db.table("household").update(now.id, left)


def memberships_from(book: Book, id_: int, day: date) -> list[dict[str, Any]]:
    """The intervals of membership that end after a day."""
    return book.rows(
        f"SELECT * FROM {MEMBERSHIP} WHERE household_id = :id AND until > :day ORDER BY since",
        id=id_,
        day=day.isoformat(),
    )


def member_goes(
    book: Book, id_: int, member_id: int, day: date, next_head: int | None = None, house: str = ""
) -> None:
    """A person of the family lives elsewhere from a day on; the others stay.

    house: where nobody is left, "empty" for a house that stays on the list, "gone" for one that
    goes.
    """
    now = there_on(book, id_, day)
    gone = member_on(now, member_id)
    alone = len(now.members) == 1
    message = N_("{member} leaves; the house is empty") if alone else N_("{member} leaves")
    with event(book, message, _homes_of(book, gone.id), member=called(gone)) as db:
        periods.end_on(db, HOME, {"member_id": gone.id}, day)
        if alone:
            _leave_house(book, now, gone, day, house)
        else:
            give_a_head(book, id_, next_head)


def head_changes(book: Book, id_: int, next_head: int, day: date) -> None:
    """Another one of the family is the head from a day on."""
    now = there_on(book, id_, day)
    new, old = member_on(now, next_head), head_of(now.members)
    if new.is_head:
        raise NotAllowed(_("{member} is the head already.").format(member=called(new)))
    said = {"head": called(new), "member": called(old) if old else ""}
    with event(book, N_("{head} becomes the head after {member}"), [id_], **said):
        be_head(book, id_, new.id, day)


def member_joins(book: Book, id_: int, member: Member, day: date) -> int:
    """Somebody is born, marries into the family or comes back; gives the id."""
    now = there_on(book, id_, day)
    if not now.members:
        raise NotAllowed(_("Nobody lives there on that day. Please choose another day."))
    if not member.name:
        raise NotAllowed(_("Please write the name."))
    if member.relation == HEAD:
        raise NotAllowed(
            _("There is a head already. Please write how the person is related to the head.")
        )
    ends = memberships_from(book, id_, day)[-1]["until"]
    place = max(each.position for each in now.members) + 1
    with event(book, N_("{member} joins the family"), [id_], member=member.name) as db:
        new = family.add_member(book, id_, replace(member, position=place), day.isoformat())
        if ends != periods.OPEN:
            periods.end_on(db, HOME, {"member_id": new}, date.fromisoformat(ends))
    return new


def whereabouts_change(book: Book, id_: int, member_id: int, where: str, day: date) -> None:
    """A person goes into a home, to hospital, to study or work elsewhere; or is back."""
    who = member_on(there_on(book, id_, day), member_id)
    if where not in AWAY:
        raise NotAllowed(_("Please choose where."))
    if who.whereabouts == where:
        raise NotAllowed(_("It is so already on that day. Nothing was changed."))
    with event(book, AWAY[where], [id_], member=called(who)):
        family.change_member(book, who.id, "whereabouts", where, day)
