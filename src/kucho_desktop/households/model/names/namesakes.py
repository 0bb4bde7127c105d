"""Households whose heads have the same name (同姓同名), told apart as people do."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from kucho_desktop.core.i18n import _
from kucho_desktop.core.text import fold


class Known(NamedTuple):
    """What a household is known by. group: the name of it."""

    id: int
    name: str
    yago: str = ""
    group: str = ""
    address: str = ""


_WAYS: tuple[tuple[str, ...], ...] = (
    ("yago",),
    ("group",),
    ("group", "yago"),
    ("address",),
    ("group", "address"),
)
"""By what they are told apart, the shortest way first."""


def told_apart(everybody: Iterable[Known]) -> Mapping[int, str]:
    """Id → the words that tell a household from its namesakes; who has none is not in it.

    髙橋 and 高橋 are namesakes: read aloud nobody hears the difference.
    """
    same: dict[str, list[Known]] = {}
    for each in everybody:
        same.setdefault(fold(each.name), []).append(each)
    words: dict[int, str] = {}
    for name, namesakes in same.items():
        if name and len(namesakes) > 1:
            words |= _words(namesakes)
    return words


def _words(namesakes: Sequence[Known]) -> dict[int, str]:
    """In the first way in which all differ; where none does, by all that is known."""
    said: dict[int, str] = {}
    for way in _WAYS:
        said = {each.id: _said(each, way) for each in namesakes}
        if len(set(said.values())) == len(said) and all(said.values()):
            break
    return said


def _said(one: Known, way: Sequence[str]) -> str:
    return " ".join(part for part in (getattr(one, name) for name in way) if part)


def with_words(name: str, words: str) -> str:
    """髙橋 一郎（中屋）."""
    return _("{household} ({group})").format(household=name, group=words) if words else name
