"""The recovery code: the key itself in letters that are hard to confuse, in 18 groups of 4.

Crockford's base 32 (no I, L, O, U). Every group is three signs and a check over them and the
place of the group, so that a wrong or misplaced group is named while it is typed. 18 times 15 bits
hold the 256 bits of the key and 14 bits of its SHA-256.
"""

import unicodedata

from kucho_desktop.core.errors import KuchoError
from kucho_desktop.core.i18n import _
from kucho_desktop.core.patterns import pattern

_SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_VALUES = {sign: value for value, sign in enumerate(_SIGNS)} | {"O": 0, "I": 1, "L": 1}
_GROUP = 4
GROUPS = _GROUPS = 18
_BITS = 15
_KEY_BITS = 256
_SPARE = _GROUPS * _BITS - _KEY_BITS
_BETWEEN = pattern(r"[\s\-‐‑‒–—―−ー_.,・]+")


class WrongRecoveryCode(KuchoError):
    """The code holds a mistake; `group` is the number of the wrong group, 0 if it is unknown."""

    def __init__(self, sentence: str, group: int = 0) -> None:
        super().__init__(sentence)
        self.group = group


def recovery_code(key: bytes) -> str:
    """The key as it is printed, beginning such as RZSA-3W7M."""
    import hashlib  # reading a code, on the way to the window, needs none

    check = int.from_bytes(hashlib.sha256(key).digest()[:2], "big") >> (16 - _SPARE)
    whole = int.from_bytes(key, "big") << _SPARE | check
    groups = []
    for place in range(_GROUPS):
        bits = whole >> (_GROUPS - 1 - place) * _BITS & (1 << _BITS) - 1
        values = [bits >> 10 & 31, bits >> 5 & 31, bits & 31]
        groups.append("".join(_SIGNS[value] for value in (*values, _check(values, place))))
    return "-".join(groups)


def key_from_recovery_code(typed: str) -> bytes:
    """The key that a code spells. Raises WrongRecoveryCode naming the first wrong group."""
    groups = _groups(typed)
    _refuse_mistakes(groups, whole=True)
    bits = 0
    for group in groups:
        for value in _values(group)[:-1]:
            bits = bits << 5 | value
    key = (bits >> _SPARE).to_bytes(_KEY_BITS // 8, "big")
    if _groups(recovery_code(key)) != ["".join(_SIGNS[v] for v in _values(g)) for g in groups]:
        raise WrongRecoveryCode(
            _("A group of the recovery code is not right. Please compare it with the sheet.")
        )
    return key


def problem_with_recovery_code(typed_so_far: str) -> str:
    """What is wrong with what was typed until now; empty while it may still become right."""
    try:
        _refuse_mistakes(_groups(typed_so_far), whole=False)
    except WrongRecoveryCode as mistake:
        return str(mistake)
    return ""


def groups_right(typed_so_far: str) -> int:
    """How many groups stand there whole and right, from the first one on."""
    right = 0
    for place, group in enumerate(_groups(typed_so_far)[:_GROUPS]):
        known = len(group) == _GROUP and all(sign in _VALUES for sign in group)
        if not known or _check(_values(group)[:-1], place) != _values(group)[-1]:
            break
        right += 1
    return right


def is_group(typed: str, code: str, number: int) -> bool:
    """Whether this is the group of that number (from 1) of a code, in whatever way it is typed."""
    said = [sign for group in _groups(typed) for sign in group]
    if not all(sign in _VALUES for sign in said):
        return False
    return [_VALUES[sign] for sign in said] == _values(code.split("-")[number - 1])


def _groups(typed: str) -> list[str]:
    plain = unicodedata.normalize("NFKC", typed).upper()
    runs = [run for run in _BETWEEN.split(plain) if run]
    return [run[at : at + _GROUP] for run in runs for at in range(0, len(run), _GROUP)]


def _refuse_mistakes(groups: list[str], *, whole: bool) -> None:
    for place, group in enumerate(groups):
        number = place + 1
        for sign in group:
            if sign not in _VALUES:
                sentence = _("{sign} in group {number} does not occur in a recovery code.")
                raise WrongRecoveryCode(sentence.format(sign=sign, number=number), number)
        if number > _GROUPS:
            sentence = _("A recovery code has {count} groups; these are more.")
            raise WrongRecoveryCode(sentence.format(count=_GROUPS), number)
        if len(group) < _GROUP and (whole or number < len(groups)):
            sentence = _("Group {number} ({group}) should have {count} characters.")
            sentence = sentence.format(number=number, group=group, count=_GROUP)
            raise WrongRecoveryCode(sentence, number)
        if len(group) == _GROUP and _check(_values(group)[:-1], place) != _values(group)[-1]:
            sentence = _("Group {number} ({group}) is not right. Please compare it with the sheet.")
            raise WrongRecoveryCode(sentence.format(number=number, group=group), number)
    if whole and len(groups) < _GROUPS:
        sentence = _("A recovery code has {count} groups; these are only {number}.")
        raise WrongRecoveryCode(sentence.format(count=_GROUPS, number=len(groups)), len(groups) + 1)


def _values(group: str) -> list[int]:
    return [_VALUES[sign] for sign in group]


def _check(values: list[int], place: int) -> int:
    """Weights 2, 4, 8 in the field of 32: any one wrong sign and any two swapped change it."""
    check = place + 1
    for power, value in enumerate(values, 1):
        check ^= _times(value, 1 << power)
    return check


def _times(left: int, right: int) -> int:
    """Multiplication in GF(32), modulo x⁵ + x² + 1."""
    product = 0
    while right:
        if right & 1:
            product ^= left
        left <<= 1
        if left & 32:
            left ^= 0b100101
        right >>= 1
    return product
