"""What may be a password, and how hard it is to guess."""

import unicodedata
from collections.abc import Iterable
from itertools import pairwise

from kucho_desktop.core.i18n import _

_SHORTEST, _LONGEST = 8, 1000


def problem_with_password(password: str) -> str:
    """Why this password cannot be taken, as a sentence; empty if it can."""
    if len(password) < _SHORTEST:
        return _("A password has at least {count} characters.").format(count=_SHORTEST)
    if len(password) > _LONGEST:
        return _("A password has at most {count} characters.").format(count=_LONGEST)
    return ""


def password_quality(password: str) -> str:
    """How hard it is to guess, in a word or two: for the label beside the box."""
    plain = unicodedata.normalize("NFKC", password)
    if problem_with_password(password):
        return _("too short") if len(password) < _SHORTEST else _("too long")
    strength = _strength(plain)
    if strength < 50:
        return _("easy to guess")
    return _("fair") if strength < 65 else _("good")


def _strength(plain: str) -> float:
    """Bits, roughly: runs and repeats (1234, aaaa) add almost nothing."""
    jumps = {(ord(after) - ord(before)) for before, after in pairwise(plain)}
    fresh = min(len(set(plain)) + len(jumps) / 2, len(plain))
    return fresh * _bits_each(plain)


def _bits_each(plain: Iterable[str]) -> float:
    signs = set(plain)
    if any(ord(sign) > 0x7F for sign in signs):
        return 7.0
    kinds = (str.isdigit, str.islower, str.isupper)
    used = sum(any(kind(sign) for sign in signs) for kind in kinds)
    other = any(not sign.isalnum() for sign in signs)
    return 3.3 if all(map(str.isdigit, signs)) else 4.0 + 0.5 * (used - 1 + other)
