"""Breaking Japanese text into lines (禁則; JIS X 4051, W3C JLREQ 3.1)."""

import re
from collections.abc import Iterator

from kucho_desktop.paper.glyphs import Font, text_width

_NOT_AT_HEAD = frozenset(
    "、。，．・：；？！ー）」』】〕〉》〙〗｝］〟”’々ゝゞヽヾ〻‐゠–〜～…‥゛゜％"
    "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿ"
    "｡､･ﾞﾟ｣ｧｨｩｪｫｬｭｮｯｰ,.:;?!)]}%'\"℃"
)
_NOT_AT_END = frozenset("（「『【〔〈《〘〖｛［〝“‘｢([{￥＄＃№〒$#¥\\")
_JOINER = "\u2060"
_PAIRS = frozenset({"――", "——", "……", "‥‥", "〳〵", "〴〵"})

_UNIT = re.compile(
    r"[0-9０-９]+(?:[.,:/\-．，：／－ー‐][0-9０-９]+)*"  # a number, a phone number, an amount
    "(?:世帯|年度|か月|ページ|[円年月日時分秒枚件戸名人歳才号番丁組班区部回冊])?"
    r"|[^\W\d_぀-ヿ㐀-鿿豈-﫿\uff00-\uffef\U00020000-\U0003ffff]+"  # a word in Latin letters
    r"(?:['’\-.@_][^\W_぀-ヿ㐀-鿿豈-﫿\uff00-\uffef\U00020000-\U0003ffff]+)*"
    "|.[\ufe00-\ufe0f\U000e0100-\U000e01ef\u3099\u309a]?",
    re.DOTALL,
)
_LETTER = re.compile(".[\ufe00-\ufe0f\U000e0100-\U000e01ef\u3099\u309a]?", re.DOTALL)


def unbroken(name: str) -> str:
    """Mark a name or an amount so that no line breaks within it (U+2060, never seen)."""
    return _JOINER.join(name)


def break_lines(text: str, width: float, size: float, font: Font = Font.PROSE) -> list[str]:
    """Lines no wider than `width` points. A paragraph ends at a line feed; empty ones are kept."""
    lines: list[str] = []
    for paragraph in text.split("\n"):
        lines += _fill(list(_unbreakable(paragraph)), width / size, font)
    return [line.replace(_JOINER, "") for line in lines]


def _unbreakable(paragraph: str) -> Iterator[str]:
    """The text in pieces between which a line may break."""
    held = ""
    for found in _UNIT.finditer(paragraph):
        unit = found.group()
        if held and not _may_part(held, unit):
            held += unit
            continue
        if held:
            yield held
        held = unit
    if held:
        yield held


def _may_part(before: str, after: str) -> bool:
    if after[0] in _NOT_AT_HEAD or before[-1] in _NOT_AT_END:
        return False
    if _JOINER in (after[0], before[-1]) or "\u00a0" in (after[0], before[-1]):
        return False
    return before[-1] + after[0] not in _PAIRS


def _fill(pieces: list[str], ems: float, font: Font) -> list[str]:
    lines: list[str] = []
    line, used = "", 0.0
    for piece in pieces:
        wide = text_width(piece, font, 1)
        if used + text_width(piece.rstrip(" 　"), font, 1) <= ems:
            line, used = line + piece, used + wide
            continue
        if line:
            lines.append(line.rstrip(" 　"))
        line, used = piece.lstrip(" 　") if line else piece, wide
        while used > ems and len(line) > 1:
            head = _as_much_as_fits(line, ems, font)
            lines.append(head)
            line = line[len(head) :]
            used = text_width(line, font, 1)
    lines.append(line.rstrip(" 　"))
    return lines


def _as_much_as_fits(piece: str, ems: float, font: Font) -> str:
    """A piece wider than the whole line has to be broken all the same."""
    head = ""
    for found in _LETTER.finditer(piece):
        if head and text_width(head + found.group(), font, 1) > ems:
            break
        head += found.group()
    return head


def cut(text: str, width: float, size: float, font: Font) -> str:
    """As much of a text as fits, with … where something is left out."""
    if text_width(text, font, size) <= width:
        return text
    return _as_much_as_fits(text, width / size - text_width("…", font, 1), font).rstrip() + "…"
