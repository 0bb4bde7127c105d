"""Shapes of what rosters of Japanese neighbourhoods say: groups, leaders, sums, remarks."""

import re
import unicodedata
from functools import lru_cache

from kucho_desktop.exchange.words import GROUP_WORDS, RELATIONS

_OF_RELATION = re.compile(
    r"(?:.{1,4}の)?(?:第?[一二三四五六七1-7長次末]子|[一二三四五六七長次末][男女]|[父母妻夫子孫兄弟姉妹婿嫁甥姪]|ひ孫|祖[父母])"
    r"(?:の(?:[父母妻夫子孫兄弟姉妹婿嫁]|[長次二三][男女]))?(?:[(].{1,6}[)])?"
)

_NUMBER = r"(?:[0-9]{1,3}|[一二三四五六七八九十百]{1,4}|[A-Za-z]|[イロハニホヘト]|[東西南北中上下])"
_WORD = "|".join(GROUP_WORDS)
GROUP = re.compile(
    rf"(?:第?{_NUMBER}の?(?:-[0-9]{{1,2}})?|[^0-9\s,、。]{{1,8}}?(?:第?{_NUMBER})?の?)(?:{_WORD})"
)
"""A whole text, narrowed and without spaces, that names a group."""
NUMBERED_GROUP = re.compile(rf"第?{_NUMBER}(?:の{_NUMBER}|-[0-9]{{1,2}})?(?:{_WORD})")
GROUP_INSIDE = re.compile(
    r"(?:[^\s0-9()年度現在\-]{1,6})?第?(?:[0-9]{1,3}|[一二三四五六七八九十]{1,3})"
    r"(?:隣組|隣保|常会|ブロック|組|班)(?![長員])"
)

LEADER = re.compile(
    r"(?:副?(?:隣組|常会|組|班|伍|ブロック|隣保|区|会|支部)長|伍長|世話人|世話役|当番|責任者|代表者?|役員|担当)"
    r"\s*[:：;／/・]?\s*(?P<name>[^\s()（）0-9:：][^()（）0-9:：]*)?"
)
COUNTED = re.compile(
    r"[(（]?\s*(?:全|計|合計)?[:：\s]*[0-9]{1,4}\s*(?:戸|世帯|軒|名|人|件|家)\s*[)）]?"
)
CONTINUED = re.compile(r"[(（\[【]?\s*(?:続き|つづき|つゞき|続)\s*[)）\]】]?$")
ORNAMENT = " 　【】■◆●○◎□◇▼▽▲△★☆<>＜＞《》〈〉[]［］()（）「」『』*＊-－―ー=＝~〜・:：、,|｜"

_SUM = (
    "小計|合計|総計|累計|総合計|集計|平均|小合計|中計|世帯数|戸数|総数|総世帯数|総戸数|総人数|人数合計"
    "|世帯合計|合計人数|合計世帯数|世帯計|人数計|戸数計|計"
)
TOTAL = re.compile(
    rf"(?:.{{0,8}}(?:{_WORD}|全体|全|区|世帯|人口|頁|ページ|ページ目))?の?(?:{_SUM})"
    r"[:：=]?(?:\(?[0-9,]+(?:戸|世帯|軒|人|名|件)?\)?[/・、]?)*"
    r"|.{1,8}?(?:小計|合計|計):?[0-9,]+(?:戸|世帯|軒)(?:[/・、(]?[0-9,]+(?:人|名)\)?)?"
    r"|(?:全|計|合計)?[0-9,]+(?:戸|世帯|軒)(?:[/・、(]?[0-9,]+(?:人|名)\)?)?"
)
"""A whole text, narrowed and without spaces, that sums up; never a household."""

REMARK = re.compile(
    r"^\s*(?:[※＊*◎☆★■●・]|注[意記:：)）\s]|\(注|（注|備考[:：]|作成[:：者日]|更新[:：日]"
    r"|page|p\.|-\s*\d+\s*-|(?:次|前)の?(?:ページ|頁)|裏面)",
    re.IGNORECASE,
)
AS_OF = re.compile(r"現在|作成|更新|調べ|時点|印刷日|発行日|改訂")
TOLD = re.compile(
    r".[:：].|(?:[明大昭平令][和治正成]|[MTSHR])\s*(?:\d{1,2}|元)\s*[年./\-]|(?:19|20)\d\d\s*[年./]",
    re.IGNORECASE,
)
"""A colon or a date, which a line with a name alone never has."""
LEFT_BLANK = re.compile(
    r"(?:以下)?余白|欠番|空欄|空番|予備|\(?以上\)?|以下省略|空き?地|更地|取り?壊し(?:済み?)?"
)


@lru_cache(maxsize=100_000)
def squeezed(text: str) -> str:
    """Narrow, without any space: for comparing words of a table, never for keeping."""
    return "".join(unicodedata.normalize("NFKC", text).split())


def is_relation(text: str) -> bool:
    word = squeezed(text)
    return word in RELATIONS or bool(_OF_RELATION.fullmatch(word))


def is_total(text: str) -> bool:
    word = squeezed(text)
    return bool(TOTAL.fullmatch(word) or TOTAL.fullmatch(word.strip("()[]【】<>〈〉《》*=-:")))


_NUMERALS = {sign: value for value, sign in enumerate("〇一二三四五六七八九")}


def number_in_kanji(text: str) -> int:
    """四 is 4, 十二 is 12."""
    value, unit = 0, 0
    for sign in text:
        if sign in "十百":
            value += (unit or 1) * (10 if sign == "十" else 100)
            unit = 0
        else:
            unit = _NUMERALS[sign]
    return value + unit
