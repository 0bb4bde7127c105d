"""The user's language, through gettext. English is the source text."""

import gettext

from kucho_desktop.core.places import translations

_catalog: gettext.NullTranslations = gettext.NullTranslations()
_language = "en"


def use(language: str) -> None:
    """Speak this language ("ja", "en") from now on; English where a text is missing."""
    global _catalog, _language
    _catalog = gettext.translation("kucho_desktop", translations(), [language], fallback=True)
    _language = language


def language() -> str:
    """The language spoken now."""
    return _language


def _(text: str) -> str:
    return _catalog.gettext(text) if text else ""


def N_(text: str) -> str:  # noqa: N802 (gettext's own name)
    """Mark a text that is translated where it is shown."""
    return text


def n_(one: str, many: str, count: int) -> str:
    """Choose between two texts by a count; fill the count in with `.format(count=…)` yourself."""
    return _catalog.ngettext(one, many, count)
