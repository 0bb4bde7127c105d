"""iCalendar, line by line (RFC 5545): content lines, folding, escaping.

An own writer of a page: what this program says in iCalendar are dates and a few rules, for which
the known library brings time zones of the whole world and a parser along.
"""

from collections.abc import Iterable, Mapping

LONGEST = 75
"""Octets of a line, without its end (3.1)."""
_ESCAPES = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n", "\r": None})


def escaped(text: str) -> str:
    """A value of the kind TEXT (3.3.11)."""
    return text.replace("\r\n", "\n").translate(_ESCAPES)


def content_line(name: str, value: str, parameters: Mapping[str, str] | None = None) -> str:
    """NAME;PARAMETER=…:value, as yet unfolded."""
    said = "".join(f";{key}={kept}" for key, kept in (parameters or {}).items())
    return f"{name}{said}:{value}"


def folded(line: str) -> str:
    """In parts of at most 75 octets, each but the first behind a space; no character is parted."""
    parts, part, used = [], "", 0
    for character in line:
        wide = len(character.encode("utf-8"))
        if used + wide > LONGEST:
            parts.append(part)
            part, used = " ", 1
        part, used = part + character, used + wide
    return "\r\n".join([*parts, part])


def whole_file(lines: Iterable[str]) -> bytes:
    """As it lies on the disk: UTF-8, every line ended."""
    return "".join(f"{folded(line)}\r\n" for line in lines).encode("utf-8")
