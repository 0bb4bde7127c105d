"""Words that may be nowhere any more, and the search for them in every page of a book."""

from collections.abc import Iterator
from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

MARK = "カナリヤ"
_PAGE, _SALT, _RESERVED, _IV = 4096, 16, 80, 16
_LOG_HEADER, _FRAME_HEADER = 32, 24
"""SQLCipher 4: AES-256-CBC, and at the end of each page its initial vector and its HMAC-SHA-512."""


def pages_of(path: Path, key: bytes) -> Iterator[bytes]:
    """Every page of the file and every frame of its log as it lies on the disk, decrypted.

    Nothing is asked of SQLite: what no row uses any more is seen, too.
    """
    content = path.read_bytes()
    for place in range(0, len(content), _PAGE):
        yield _decrypted(content[place : place + _PAGE], key, first=place == 0)
    log = path.with_name(path.name + "-wal")
    frames = log.read_bytes() if log.exists() else b""
    for place in range(_LOG_HEADER, len(frames), _FRAME_HEADER + _PAGE):
        page = frames[place + _FRAME_HEADER : place + _FRAME_HEADER + _PAGE]
        yield _decrypted(page, key, first=frames[place : place + 4] == b"\0\0\0\1")


def _decrypted(page: bytes, key: bytes, *, first: bool) -> bytes:
    end = _PAGE - _RESERVED
    opened = Cipher(algorithms.AES(key), modes.CBC(page[end : end + _IV])).decryptor()
    return opened.update(page[_SALT if first else 0 : end]) + opened.finalize()


def is_found(path: Path, key: bytes, mark: str = MARK) -> bool:
    """As a table, an index, JSON or a picture would hold it, also across two pages."""
    content = b"".join(pages_of(path, key))
    ways = (mark.encode(), mark.encode("unicode_escape"), mark.encode("utf-16-le"))
    return any(way in content for way in ways)
