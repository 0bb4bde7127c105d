"""The slot of a password: the key under AES-256-GCM, with a key that scrypt makes of the password.

The kind and the book's id are authenticated with it (RFC 7914, NIST SP 800-38D).
"""

import os
import time
import unicodedata
from base64 import b64decode, b64encode
from collections.abc import Mapping
from functools import cache
from typing import Any

PASSWORD = "password"
_ROUNDS_ALWAYS = 2**14
_ROUNDS_AT_MOST = 2**17
"""128 MB of memory, which an old computer still has."""
_ROUNDS_BELIEVED = 2**20
_BLOCK = 8

Slot = Mapping[str, Any]


def wrapped(key: bytes, book_id: str, password: str, seconds: float) -> Slot:
    """A slot that this password opens; a guess at it takes about so many seconds here."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    salt, nonce = os.urandom(16), os.urandom(12)
    rounds = _rounds_for(seconds)
    wrapping = AESGCM(_stretched(password, salt, rounds, _BLOCK))
    return {
        "kind": PASSWORD,
        "n": rounds,
        "r": _BLOCK,
        "salt": b64encode(salt).decode(),
        "nonce": b64encode(nonce).decode(),
        "key": b64encode(wrapping.encrypt(nonce, key, _said_with(book_id))).decode(),
    }


def unwrapped(slot: Slot, book_id: str, password: str) -> bytes | None:
    """The key, or None if the password is another or the slot is damaged."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    try:
        rounds, block = int(slot["n"]), int(slot["r"])
        salt, nonce, sealed = (b64decode(slot[part]) for part in ("salt", "nonce", "key"))
        if not (1 < rounds <= _ROUNDS_BELIEVED and 0 < block <= 16):
            return None
        wrapping = AESGCM(_stretched(password, salt, rounds, block))
        return wrapping.decrypt(nonce, sealed, _said_with(book_id))
    except (KeyError, ValueError, TypeError, InvalidTag):
        return None


def _said_with(book_id: str) -> bytes:
    return f"{PASSWORD}:{book_id}".encode()


def _stretched(password: str, salt: bytes, rounds: int, block: int) -> bytes:
    """Full-width letters, typed with the input method left on, count as half-width ones."""
    import hashlib  # once a password is typed, not with the window

    plain = unicodedata.normalize("NFKC", password).encode("utf-8", "surrogatepass")
    memory = 256 * rounds * block
    return hashlib.scrypt(plain, salt=salt, n=rounds, r=block, p=1, maxmem=memory, dklen=32)


@cache
def _seconds_of_few_rounds() -> float:
    began = time.perf_counter()
    _stretched("", b"measure", _ROUNDS_ALWAYS, _BLOCK)
    return time.perf_counter() - began


def _rounds_for(seconds: float) -> int:
    """As many as take about so long here. Less than 0.1 s is for tests alone."""
    if seconds < 0.1:
        return 2**4
    rounds, takes = _ROUNDS_ALWAYS, _seconds_of_few_rounds()
    while rounds < _ROUNDS_AT_MOST and takes * 1.5 < seconds:
        rounds, takes = rounds * 2, takes * 2
    return rounds
