"""Texts that hold more than a name: a reading, a class of membership, a whole family."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

from kucho_desktop.core.text import tidy_kana
from kucho_desktop.exchange.vocabulary import is_relation, squeezed
from kucho_desktop.exchange.words import RELATIONS

_KANA_ONLY = re.compile(r"[ぁ-ゖァ-ヺーｦ-ﾟ・\s　]+")
_IN_BRACKETS = re.compile(r"^(?P<outer>[^()（）]+?)[\s　]*[(（](?P<inner>[^()（）]*)[)）]$")
_SEPARATORS = re.compile(r"[、,，/／・\n;；]|(?<=\S)\s*[＋+]\s*(?=\S)")
_NUMBERED = re.compile(r"^[(（]?(?:[0-9０-９]{1,2}[.．、)）]|[①-⑳])\s*")
_AGE = re.compile(r"[\s　(（]*(?P<age>[0-9０-９]{1,3})\s*[歳才][)）]?$")
_TRAILING_AGE = re.compile(r"[\s　(（]+(?P<age>[0-9０-９]{1,3})[)）]?$")
_RELATION_FIRST = re.compile(
    "^(?P<relation>"
    + "|".join(sorted(map(re.escape, RELATIONS), key=len, reverse=True))
    + r")(?P<gap>[\s　:：・]*)(?P<name>.+)$"
)
_OFFICE = re.compile(
    r"[㈱㈲㈳㈶]|\((?:株|有|合|医|社|福)\)|株式会社|有限会社|合同会社|合資会社|社会福祉法人|医療法人"
    r"|.+(?:商店|医院|クリニック|工業所?|工務店|建設|製作所|営業所|事業所|支店|事務所|郵便局|保育園|幼稚園|美容室|理容店|食堂|薬局)$"
)
_APARTMENT = re.compile(
    r".*(?:アパート|コーポ|ハイツ|メゾン|マンション|ハイム|レジデンス|コート|ビレッジ)"
    r"[\s　A-Za-zＡ-Ｚ0-9０-９・ぁ-ゖァ-ヺー一-鿿]*$|.+荘$"
)
_SINCE = re.compile(r"^.{0,14}?(?:より|から|以降)")
_STATE = re.compile(
    r"^(?:中|扱い|世帯|です|届|届出済|家屋|として|のため.*|している|住宅|部屋)?(?:[(:：・].*)?$"
)
_DESCRIBED = re.compile(
    r"夫婦|単身|独居|独身|世代|両親|親子|一人暮らし|[0-9一二三四五六七八九]人|[子孫男女娘]供?[0-9]|人$|世帯"
)
_MARKS = re.compile(r"^[◎○●☆★※＊*・◆■]+\s*|\s*[◎○●☆★※＊*◆■]+$")
_OFFICE_HELD = re.compile(
    r"^(?P<name>.+?)\s*[(（](?P<office>[^()（）]*(?:組長|班長|常会長|伍長|区長|会長|会計|役員|委員|理事|班長)[^()（）]*)[)）]$"
)
_PARTS = re.compile(r"[、。,;；/／\n]|[\s　]+")


@dataclass(frozen=True)
class Said:
    """One person as a text names him."""

    name: str
    relation: str = ""
    age: str = ""


def bracketed(text: str) -> tuple[str, str]:
    """What stands before brackets at the end, and in them; the second is empty without any."""
    found = _IN_BRACKETS.match(text)
    return (found["outer"].strip(), found["inner"].strip()) if found else (text, "")


def reading_inside(text: str) -> tuple[str, str]:
    """A name and the reading written with it; the reading is empty where there is none.

    >>> reading_inside("丸山 一郎（まるやま いちろう）")
    ('丸山 一郎', 'まるやま いちろう')
    """
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    if len(lines) == 2:
        kana = [line for line in lines if _KANA_ONLY.fullmatch(line.strip("()（）"))]
        if len(kana) == 1 or (kana and _sounds_like(*lines)):
            return next(line for line in lines if line != kana[0]), kana[0].strip("()（）")
    found = _IN_BRACKETS.match(text)
    if not found or not _KANA_ONLY.fullmatch(found["inner"]):
        return text, ""
    outer, inner = found["outer"].strip(), found["inner"].strip()
    if _KANA_ONLY.fullmatch(outer):
        return (outer, inner) if _sounds_like(outer, inner) else (text, "")
    return (text, "") if len(inner) < 2 or is_relation(inner) else (outer, inner)


def _sounds_like(one: str, other: str) -> bool:
    """Whether two words in kana are the same but for the kind of kana."""
    return tidy_kana(one).split() == tidy_kana(other).split()


def marks_off(name: str) -> tuple[str, str]:
    """A name without signs and offices around it, and what they were.

    >>> marks_off("◎丸山 一郎（組長）")
    ('丸山 一郎', '◎ 組長')
    """
    bare = _MARKS.sub("", name)
    told = [name.replace(bare, "").strip()] if bare and bare != name else []
    held = _OFFICE_HELD.match(bare)
    if held:
        bare, told = held["name"], [*told, held["office"]]
    return (bare, " ".join(told)) if bare else (name, "")


def class_in_name(text: str, words: Mapping[str, str]) -> tuple[str, str, str]:
    """The name without a class of membership, the class, and what else the cell said.

    >>> class_in_name("(空き家)", {"空き家": "empty"})
    ('', 'empty', '')
    """
    word = squeezed(text).strip("()[]【】<>《》「」『』※*")
    if word in words:
        return "", words[word], ""
    found = _IN_BRACKETS.match(text.strip())
    if found:
        inner, outer = squeezed(found["inner"]), squeezed(found["outer"])
        if inner in words:
            return found["outer"].strip(), words[inner], ""
        if outer in words:
            return "", words[outer], text.strip()
    return text, "", ""


def kind_of_house(name: str, words: Mapping[str, str]) -> str:
    """The class of a firm or a block of flats, by its name; empty for people."""
    plain = unicodedata.normalize("NFKC", name)
    if _OFFICE.match(plain) or (_OFFICE.search(name) and not _OFFICE.fullmatch(plain)):
        return words.get("事業所", "")
    return words.get("アパート", "") if _APARTMENT.match(name) else ""


def class_in_note(note: str, words: Mapping[str, str]) -> str:
    """The class that a note states of the household: 空き家（管理：長男）, R7より休会."""
    for part in (note, *_PARTS.split(note)):
        said = squeezed(part).strip("()[]【】※*・")
        for plain in (said, _SINCE.sub("", said)):
            for word, code in words.items():
                if plain.startswith(word) and _STATE.match(plain[len(word) :]):
                    return code
    return ""


def house_name_in(note: str) -> str:
    """中屋 of a note that says 「屋号 中屋」 and nothing else."""
    found = re.fullmatch(r"屋号[\s　:：・「『は]*([^\s　「」『』、。]{1,10})[」』]?", note.strip())
    return found.group(1) if found else ""


def only_describes(text: str) -> bool:
    """夫婦＋子2, 単身, 3世代 tell of a family without naming anybody."""
    return bool(_DESCRIBED.search(squeezed(text)))


def family_in(text: str, surname: str = "") -> list[Said]:
    """The people whom one cell names: 花子、太郎（長男） or 妻 花子・長男 太郎.

    surname: that of the head, which tells 「丸山 花子」 from 「太郎 花子」.
    """
    parts = [part.strip() for part in _SEPARATORS.split(text) if part.strip()]
    if len(parts) == 1:
        parts = _by_spaces(parts[0], surname)
    return [said for part in parts if (said := _said(part)).name or said.relation]


def _by_spaces(text: str, surname: str) -> list[str]:
    words = text.split()
    if len(words) < 2 or (surname and words[0] == surname and len(words) == 2):
        return [text]
    if any(is_relation(word) for word in words):
        joined: list[str] = []
        for word in words:
            if joined and is_relation(joined[-1]):
                joined[-1] += " " + word
            else:
                joined.append(word)
        return joined
    if len(words) == 2 and max(map(len, words)) <= 2 and not surname:
        return [text]
    return words


def _said(part: str) -> Said:
    name, relation, age = _taken_apart(_NUMBERED.sub("", part))
    return Said(name, relation, unicodedata.normalize("NFKC", age).rstrip("歳才"))


def _taken_apart(part: str) -> tuple[str, str, str]:
    """Name, relation, age."""
    age = ""
    relation = ""
    inner = _IN_BRACKETS.match(part)
    if inner:
        for word in re.split(r"[\s　・、]+", inner["inner"]):
            if is_relation(word):
                relation = word
            elif re.fullmatch(r"[0-9０-９]{1,3}[歳才]?", word):
                age = word
        if relation or age:
            part = inner["outer"].strip()
    found = _AGE.search(part) or _TRAILING_AGE.search(part)
    if found:
        part, age = part[: found.start()].strip(), found["age"]
    if not relation:
        if is_relation(part):
            return "", part, age
        led = _RELATION_FIRST.match(part)
        if led and (led["gap"] or len(led["relation"]) > 1):
            relation, part = led["relation"], led["name"].strip()
    return part, relation, age
