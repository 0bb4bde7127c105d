"""The user's language, through gettext. English is the source text."""

import re
from collections.abc import Mapping

from kucho_desktop.core.catalogue import Catalogue
from kucho_desktop.core.places import translations

_catalog = Catalogue()
_language = "en"
_words: Mapping[str, str] = {}
_usual: re.Pattern[str] | None = None


def use(language: str) -> None:
    """Speak this language ("ja", "en") from now on; English where a text is missing."""
    global _catalog, _language
    path = translations() / language / "LC_MESSAGES" / "kucho_desktop.mo"
    _catalog = Catalogue(path if path.is_file() else None)
    _language = language


def language() -> str:
    """The language spoken now."""
    return _language


def call_things(words: Mapping[str, str]) -> None:
    """Say this association's own words (班) where the catalogue has the usual ones (隣組)."""
    global _words, _usual
    _words = {usual: own for usual, own in words.items() if own and own != usual}
    longest_first = sorted(map(re.escape, _words), key=len, reverse=True)
    _usual = re.compile("|".join(longest_first)) if _words else None


def in_own_words(text: str) -> str:
    """A text that is not in the catalogue, with this association's own words."""
    return _usual.sub(lambda found: _words[found.group()], text) if _usual else text


def _(text: str) -> str:
    return in_own_words(_catalog.gettext(text)) if text else ""


def N_(text: str) -> str:  # noqa: N802 (gettext's own name)
    """Mark a text that is translated where it is shown."""
    return text


def n_(one: str, many: str, count: int) -> str:
    """Choose between two texts by a count; fill the count in with `.format(count=…)` yourself."""
    return in_own_words(_catalog.ngettext(one, many, count))
