"""What a corrected table says otherwise, in the user's words."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from kucho_desktop.core.fields import Field, fields_of
from kucho_desktop.core.i18n import _
from kucho_desktop.exchange.roster import Record
from kucho_desktop.households.model.again.differences import (
    ANSWER,
    COMES,
    GOES,
    GROUP,
    HEAD_IS,
    HOUSEHOLD_FIELDS,
    MEMBER_FIELDS,
    OF_HOUSEHOLD,
    Difference,
)
from kucho_desktop.households.model.household import Consent

_ASKED = ("item", "audience")
_CONSENT = {each.name: each for each in fields_of(Consent)}


@dataclass(frozen=True)
class Said:
    """title: what it is about. old, new: before and after; empty where there was nothing."""

    title: str
    old: str
    new: str

    @property
    def line(self) -> str:
        """All of it on one line."""
        return _("{field}: {old} → {new}").format(
            field=self.title, old=self.old or _("(empty)"), new=self.new or _("(empty)")
        )


def said(difference: Difference) -> Said:
    """One difference as the user reads it."""
    who = difference.who or _("(no name)")
    if difference.what == COMES:
        return Said(_("Comes into the family"), "", person_in_words(difference.person))
    if difference.what == GOES:
        return Said(_("Not in the table any more"), who, "")
    if difference.what == HEAD_IS:
        title = HOUSEHOLD_FIELDS["head"].title
        return Said(title, difference.old, difference.new)
    if difference.what == ANSWER:
        return _answer(difference)
    if difference.what == OF_HOUSEHOLD:
        field = HOUSEHOLD_FIELDS[difference.name]
        return Said(field.title, _shown(field, difference.old), _shown(field, difference.new))
    field = MEMBER_FIELDS[difference.name]
    title = _("{field} of {member}").format(field=field.title, member=who)
    return Said(title, _shown(field, difference.old), _shown(field, difference.new))


def _answer(difference: Difference) -> Said:
    asked = {name: _CONSENT[name].kind.show(difference.person[name]) for name in _ASKED}
    shows = _CONSENT["answer"].kind.show
    old, new = (shows(each) if each else "" for each in (difference.old, difference.new))
    return Said(_("Consent: {item}, {audience}").format(**asked), old, new)


def _shown(field: Field, value: Any) -> str:
    if field.name == GROUP:
        return " ".join(value) or _("Without a group")
    return field.kind.show(value) if value not in ("", None) else ""


def person_in_words(person: Mapping[str, Any]) -> str:
    """Relation, name and what else is known of somebody, on one line."""
    first = [_shown(MEMBER_FIELDS[name], person.get(name, "")) for name in ("relation", "name")]
    if not person.get("name"):
        first.append(_("(no name)"))
    more = [
        _shown(MEMBER_FIELDS[name], value)
        for name, value in person.items()
        if name in MEMBER_FIELDS and name not in ("relation", "name", "kana")
    ]
    return " ".join(filter(None, [*first, *more]))


def name_of_record(record: Record) -> str:
    """What a household of a table is called."""
    names = (person.get("name") for person in record.people)
    name = next(filter(None, names), "") or record.values.get("head", "")
    return name or record.values.get("address", "") or _("(no name)")
