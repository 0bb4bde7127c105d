"""What is written in place of a name that holds a character no font has (外字)."""

from collections.abc import Mapping
from functools import cached_property

from kucho_desktop.paper.glyphs import missing_characters


class Substitutes:
    """used: (name, what was written instead), each once, in order of appearance.

    A name that some font on this computer has after all stays as it is. Where only the family or
    the given name stands, the part that belongs to it is written.
    """

    def __init__(self, instead: Mapping[str, str]) -> None:
        self._instead = instead
        self.used: dict[tuple[str, str], None] = {}

    def in_place(self, text: str) -> str:
        """The text with every name that cannot be drawn as its owner chose."""
        if self._instead:
            for name, written in self._needed:
                if name in text:
                    text = text.replace(name, written)
                    self.used[name, written] = None
        return text

    @cached_property
    def _needed(self) -> list[tuple[str, str]]:
        """Whole names first, the longest before those that it holds."""
        whole = {each: to for each, to in self._instead.items() if missing_characters(each)}
        parts: dict[str, str] = {}
        for name, written in whole.items():
            pairs = zip(name.split(), written.split(), strict=False)
            if len(name.split()) == len(written.split()):
                parts |= {part: to for part, to in pairs if missing_characters(part)}
        return [*_longest_first(whole), *_longest_first(parts)]


def _longest_first(names: Mapping[str, str]) -> list[tuple[str, str]]:
    return sorted(names.items(), key=lambda pair: -len(pair[0]))
