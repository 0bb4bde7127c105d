"""An event as it was told in the form, kept in the book or explained."""

from collections.abc import Callable
from datetime import date

from kucho_desktop.core.book import Book
from kucho_desktop.core.errors import NotAllowed
from kucho_desktop.core.i18n import _
from kucho_desktop.households.model import Member
from kucho_desktop.households.model.events import QUIT_REASONS, Told
from kucho_desktop.households.store.events import families as family_events
from kucho_desktop.households.store.events import households as events
from kucho_desktop.households.store.keeping import household_leaves

_ADDRESS = ("postal_code", "address", "building")


def reason_of(told: Told) -> str:
    """Why, and what was offered to prevent it, in the words that the book keeps."""
    labels = dict(QUIT_REASONS.choices)
    why = _(labels[told.quit_reason]) if told.quit_reason else ""
    text = _(", ").join(part for part in (why, told.reason) if part)
    if told.offered:
        text += _(" (offered: {offered})").format(offered=told.offered)
    return text.strip()


def write_event(book: Book, id_: int, name: str, told: Told) -> None:
    """Keep an event as it was told in the form. Raises NotAllowed with the reason."""
    if not told.day:
        raise NotAllowed(_("Please write the day."))
    day = date.fromisoformat(told.day)
    _WRITERS[name](book, id_, day, told)


def why_not(book: Book, id_: int, name: str, told: Told) -> str:
    """Why an event cannot be kept as it was told so far; empty if it can. Keeps nothing."""
    try:
        with book.step(""):
            write_event(book, id_, name, told)
            raise _OnlyLooked
    except _OnlyLooked:
        return ""
    except NotAllowed as error:
        return str(error)


class _OnlyLooked(Exception):
    """Takes back what was tried."""


def _address_told(told: Told) -> dict[str, str]:
    return {name: getattr(told, name) for name in _ADDRESS}


def _joins_family(book: Book, id_: int, day: date, told: Told) -> None:
    new = Member(0, relation=told.relation, name=told.name, kana=told.kana, born=told.born)
    family_events.member_joins(book, id_, new, day)


def _dies(book: Book, id_: int, day: date, told: Told) -> None:
    who, head = told.member_id or 0, told.next_head_id
    family_events.member_dies(book, id_, who, day, head, told.house)


def _goes(book: Book, id_: int, day: date, told: Told) -> None:
    who, head = told.member_id or 0, told.next_head_id
    family_events.member_goes(book, id_, who, day, head, told.house)


def _is_elsewhere(book: Book, id_: int, day: date, told: Told) -> None:
    who = told.member_id or 0
    family_events.whereabouts_change(book, id_, who, told.whereabouts, day)


def _has_another_head(book: Book, id_: int, day: date, told: Told) -> None:
    family_events.head_changes(book, id_, told.next_head_id or 0, day)


def _moves(book: Book, id_: int, day: date, told: Told) -> None:
    events.household_moves_within(book, id_, day, _address_told(told), told.tonarigumi_id)


def _changes_group(book: Book, id_: int, day: date, told: Told) -> None:
    events.household_changes_group(book, id_, told.tonarigumi_id, day)


def _pauses(book: Book, id_: int, day: date, told: Told) -> None:
    events.household_pauses(book, id_, day, reason_of(told))


def _quits(book: Book, id_: int, day: date, told: Told) -> None:
    events.household_quits(book, id_, day, reason_of(told))


def _joins(book: Book, id_: int, day: date, told: Told) -> None:
    events.household_joins_again(book, id_, day, told.membership)


def _splits(book: Book, id_: int, day: date, told: Told) -> None:
    address, head = _address_told(told), told.own_head_id or 0
    events.household_splits(book, id_, told.member_ids, head, day, address, told.tonarigumi_id)


def _merges(book: Book, id_: int, day: date, told: Told) -> None:
    if not told.other_id:
        raise NotAllowed(_("Please choose the household that they live in now."))
    events.households_merge(book, id_, told.other_id, day, told.relation)


def _leaves(book: Book, id_: int, day: date, told: Told) -> None:
    household_leaves(book, id_, day, reason_of(told))


_WRITERS: dict[str, Callable[[Book, int, date, Told], None]] = {
    "dies": _dies,
    "member_joins": _joins_family,
    "member_leaves": _goes,
    "whereabouts": _is_elsewhere,
    "head_changes": _has_another_head,
    "moves_within": _moves,
    "changes_group": _changes_group,
    "pauses": _pauses,
    "quits": _quits,
    "joins": _joins,
    "splits": _splits,
    "merges": _merges,
    "leaves": _leaves,
}
