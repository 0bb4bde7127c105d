"""Patterns that are compiled with their first use: compiling them all costs 30 ms of the start."""

import re
from typing import Any, cast

_USES = ("findall", "finditer", "fullmatch", "match", "search", "split", "sub")


class _Later:
    """Stands for a compiled pattern; the first use puts that one's own methods in its place."""

    def __init__(self, text: str, flags: int) -> None:
        self._text = text
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        if name not in _USES:
            raise AttributeError(name)
        compiled = re.compile(self._text, self._flags)
        vars(self).update({use: getattr(compiled, use) for use in _USES})
        return vars(self)[name]


def pattern(text: str, flags: int = 0) -> re.Pattern[str]:
    """As `re.compile`, for patterns that a module keeps ready."""
    return cast("re.Pattern[str]", _Later(text, flags))
