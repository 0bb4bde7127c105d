"""How the fields of a household become the columns of a paper."""

import re
from collections import Counter
from collections.abc import Sequence

from kucho_desktop.core.audiences import Audience
from kucho_desktop.core.fields import Field, Shown, ShownRecord, field_named
from kucho_desktop.core.i18n import _
from kucho_desktop.households.model.gathered import ShownGroup
from kucho_desktop.households.model.household import Household
from kucho_desktop.paper.columns import Column
from kucho_desktop.paper.fitting import Align
from kucho_desktop.paper.imprint import Imprint

ALWAYS = frozenset({"head", "address", "phone"})
"""Columns of a roster that stay even where nothing stands in them."""
_NEVER_CUT = frozenset({"phone", "yen", "number", "rows", "postal code"})
_FIRST_DIGIT = re.compile(r"[0-9０-９]")
_SHARED = 0.6
"""A place that so large a share of the addresses begins with is said once, above them."""
_LINES = {"address": 5, "note": 3}
"""An address is where help is sent: it is never cut."""


def title_of(group: ShownGroup) -> str:
    return group.title or _("Without a group")


def column(name: str) -> Column:
    """A column as the field declares it."""
    field = field_named(Household, name)
    counted = field.kind.right_aligned or field.kind.record is not None
    return Column(
        _short_title(field),
        field.width + (8 if field.kind.name in _LINES else 2),
        Align.RIGHT if counted else Align.LEFT,
        lines=_LINES.get(field.kind.name, 1),
        whole=field.kind.name in _NEVER_CUT,
    )


def _short_title(field: Field) -> str:
    """The heads of narrow columns; all others say their label."""
    if field.name == "members":
        return _("Persons")
    if field.name == "mobile":
        return _("Mobile")
    return field.title


def text_of(record: ShownRecord, name: str) -> str:
    """What stands in a cell; the building stands behind the address."""
    text = record.texts.get(name, "")
    if name == "address" and (building := record.text("building")):
        return f"{text} {building}"
    return text


def row_of(record: ShownRecord, names: Sequence[str]) -> list[str]:
    """The cells of a household."""
    texts = record.texts
    row = [texts.get(name, "") for name in names]
    if texts.get("building") and "address" in names:
        row[names.index("address")] = text_of(record, "address")
    return row


def filled(names: Sequence[str], groups: Sequence[ShownGroup], always: frozenset[str]) -> list[str]:
    """The fields that this audience sees and that any household says something of."""
    return [
        name
        for name in names
        if all(name in group.households.titles for group in groups)
        and (name in always or any(_is_said(group.households, name) for group in groups))
    ]


def _is_said(households: Shown, name: str) -> bool:
    return any(record.texts.get(name) for record in households.records)


def check_audience(groups: Sequence[ShownGroup], audience: Audience) -> None:
    """A paper says for whom it is; what stands on it was chosen for the same."""
    if any(group.households.audience is not audience for group in groups):
        raise ValueError("the households were chosen for another audience than the paper's")


def keep_it(imprint: Imprint) -> tuple[str, ...]:
    """What is asked of whoever holds a roster, unless the association says it in its own words."""
    if imprint.purpose:
        return ()
    text = _(
        "This roster is for the work of the association alone. Do not copy it, reprint it or give "
        "it to others. If it is lost, tell the chief at once."
    )
    return (text,)


def shared_place(addresses: Sequence[str]) -> str:
    """What most addresses have before their first digit."""
    places = Counter(_FIRST_DIGIT.split(address)[0] for address in addresses if address)
    if not places:
        return ""
    place, count = places.most_common(1)[0]
    return place if count >= max(2, _SHARED * places.total()) and len(place) > 1 else ""
