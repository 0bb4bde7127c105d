"""Cells that need no tidying, told at a glance: most cells of most rosters."""

import re
from collections.abc import Callable

from kucho_desktop.core.fields import Field

_LETTER = (
    "\u3005-\u3007\u3041-\u3096\u30a1-\u30fa\u30fc\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
)
_PATTERNS = {
    "phone": re.compile(r"(?=(?:\d-?){10,11}\Z)0\d{1,4}-\d{1,4}-\d{4}"),
    "postal code": re.compile(r"\d{3}-\d{4}"),
    "kana": re.compile(r"[ぁ-ゖー]+(?: [ぁ-ゖー]+)?"),
    "name": re.compile(
        rf"[{_LETTER}]{{1,5}}[ 　][{_LETTER}]{{1,5}}"
        "(?<![様殿店院荘社所業局園室堂設家校寺会場館房組])"
    ),
    "address": re.compile(
        rf"[{_LETTER}](?<![同上該特無不未記空ー])[{_LETTER}0-9\-ー 　]+(?<![ 　])"
    ),
}
_PATTERNS["text"] = _PATTERNS["note"] = _PATTERNS["address"]


def glance_at(field: Field) -> Callable[[str], object] | None:
    """A cheap test that a text is such a value already and is kept as it is; None if there is none.

    What fails it is not wrong, it is only looked at more closely.
    """
    pattern = _PATTERNS.get(field.kind.name)
    return pattern.fullmatch if pattern is not None and field.rule is None else None
