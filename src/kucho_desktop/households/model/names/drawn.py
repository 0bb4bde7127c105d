"""A person's further names in words, and what may be written where a character is missing."""

from collections.abc import Iterable

from kucho_desktop.core.fields import field_named
from kucho_desktop.core.i18n import _
from kucho_desktop.core.text import variants
from kucho_desktop.households.model.people import Member

FURTHER_NAMES = ("former_name", "known_as", "known_as_kana", "drawn_as", "by_known_as")
_SAID = ("former_name", "known_as", "drawn_as")
_SELECTORS = ("\U000e0100", "\U000e01ef")


def further_names(members: Iterable[Member]) -> list[str]:
    """A sentence for each person who has such names: 花子　旧姓：山田、通称：…."""
    said = []
    for member in members:
        parts = [
            _("{field}: {value}").format(field=field_named(Member, name).title, value=value)
            for name in _SAID
            if (value := getattr(member, name))
        ]
        if member.as_called() is not member:
            parts.append(_("papers for others say “{name}”").format(name=member.known_as))
        if parts:
            name = member.name or _("(no name)")
            said.append(_("{member} – {changes}").format(member=name, changes=_(", ").join(parts)))
    return said


def written_instead(name: str, missing: Iterable[str]) -> str:
    """The name with everyday characters for the missing ones; "" where one has none."""
    for sign in missing:
        usual = sign[0] if _has_selector(sign) else variants().get(sign[0], "")
        if not usual:
            return ""
        name = name.replace(sign, usual)
    return name


def _has_selector(sign: str) -> bool:
    return len(sign) > 1 and _SELECTORS[0] <= sign[1] <= _SELECTORS[1]
