"""Which letters a text file is written in: by mark, by NULs, by escapes, by what decodes."""

import re
from dataclasses import dataclass

_ESCAPES = re.compile(rb"\x1b[$(][@BJI]")
_HALF_KANA = re.compile("[\uff61-\uff9f]")
_FULL = re.compile("[\u3041-\u30ff\u4e00-\u9fff]")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")


@dataclass(frozen=True)
class Charset:
    """A text and the charset that it was read in; how many characters could not be read."""

    name: str
    text: str
    unread: int = 0


def decoded(content: bytes, charset: str = "") -> Charset | None:
    """Read a text file; None if it is no text at all."""
    if charset:
        found: Charset | None = _as(content, charset, strict=False)
    else:
        found = _marked(content) or _escaped(content) or _plain(content)
    if found is None or len(_CONTROLS.findall(found.text[:20_000])) > 3:
        return None
    return found


def _as(content: bytes, charset: str, *, strict: bool = True) -> Charset | None:
    try:
        text = content.decode(charset, "strict" if strict else "replace")
    except UnicodeDecodeError:
        return None
    return Charset(charset, text.removeprefix("\ufeff"), text.count("\ufffd"))


def _marked(content: bytes) -> Charset | None:
    """By byte order mark, or by the NULs that UTF-16 puts between Latin letters."""
    if content.startswith(b"\xef\xbb\xbf"):
        return _as(content, "utf-8", strict=False)
    if content.startswith(b"\xff\xfe"):
        return _as(content, "utf-16-le", strict=False)
    if content.startswith(b"\xfe\xff"):
        return _as(content, "utf-16-be", strict=False)
    start = content[:4000]
    even, odd = start[::2].count(0), start[1::2].count(0)
    if even + odd > len(start) // 50 and max(even, odd) > 10 * min(even, odd):
        return _as(content, "utf-16-le" if odd > even else "utf-16-be", strict=False)
    return None


def _escaped(content: bytes) -> Charset | None:
    return _as(content, "iso2022_jp_ext") if _ESCAPES.search(content) else None


def _plain(content: bytes) -> Charset | None:
    utf8 = _as(content, "utf-8")
    if utf8 is not None:
        return utf8
    cp932, euc = _as(content, "cp932"), _as(content, "euc_jp")
    if cp932 is not None and euc is not None:
        return euc if _reads_better(euc.text, cp932.text) else cp932
    return cp932 or euc or _nearly(content)


def _reads_better(euc: str, cp932: str) -> bool:
    """EUC taken for cp932 turns into half-width kana nearly throughout."""
    half, full = len(_HALF_KANA.findall(cp932)), len(_FULL.findall(cp932))
    return half > 3 * full and len(_FULL.findall(euc)) > half // 4


def _nearly(content: bytes) -> Charset | None:
    """A file with some spoilt letters, if all but a few of them can be read."""
    tries = [_as(content, charset, strict=False) for charset in ("utf-8", "cp932", "euc_jp")]
    best = min((each for each in tries if each is not None), key=lambda each: each.unread)
    return best if best.unread * 50 <= len(best.text) else None
