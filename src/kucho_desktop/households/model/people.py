"""The people of a household."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from kucho_desktop.core.audiences import OFFICIALS, Audience
from kucho_desktop.core.dates import age_on
from kucho_desktop.core.fields import field
from kucho_desktop.core.i18n import N_
from kucho_desktop.core.kinds import BORN, FLAG, KANA, NAME, NOTE, PHONE, TEXT
from kucho_desktop.households.model.choices import (
    GENDERS,
    HEAD,
    RELATION,
    WHEREABOUTS_CLASSES,
)

HOME = "member_home"
"""The intervals of the household that a member lives in, and of the relation to its head."""
WHEREABOUTS = "member_whereabouts"


@dataclass(frozen=True)
class Member:
    """A person of a household on a day. An empty name is somebody of whom only the number is known.

    since, until: the days of living in this household, half-open.
    died: the day (ISO) that was told as an event; nobody types it into a form.
    """

    id: int
    household_id: int = 0
    position: int = 0
    relation: str = field(
        RELATION,
        N_("Relation"),
        headings=("続柄", "世帯主との続柄", "関係", "つづき柄", "続き柄", "続", "間柄"),
        dated=HOME,
        width=5,
    )
    name: str = field(
        NAME,
        N_("Name"),
        seen_by=OFFICIALS | {Audience.EVERY_HOUSEHOLD},
        headings=("氏名", "名前", "家族氏名", "家族名", "世帯員", "世帯員氏名", "同居家族"),
        searched=True,
        width=9,
    )
    kana: str = field(
        KANA,
        N_("Reading"),
        seen_by=OFFICIALS,
        headings=("ふりがな", "フリガナ", "かな", "カナ", "よみ", "読み", "よみがな"),
        searched=True,
        width=10,
    )
    born: str = field(
        BORN,
        N_("Born"),
        headings=(
            "生年月日",
            "誕生日",
            "生年",
            "生れ年",
            "生まれ年",
            "年齢",
            "歳",
            "満年齢",
            "生まれ",
        ),
        width=9,
    )
    gender: str = field(GENDERS, N_("Sex"), headings=("性別", "男女"), width=4)
    whereabouts: str = field(
        WHEREABOUTS_CLASSES,
        N_("Whereabouts"),
        headings=("在宅", "所在", "居所"),
        dated=WHEREABOUTS,
        default="home",
        width=6,
    )
    phone: str = field(
        PHONE, N_("Own phone"), seen_by=OFFICIALS, headings=("本人携帯",), searched=True, width=8
    )
    work: str = field(TEXT, N_("School or work"), headings=("職業", "勤務先", "学校", "学年"))
    note: str = field(NOTE, N_("Note"), headings=("本人備考",))
    former_name: str = field(
        NAME, N_("Former name"), headings=("旧姓", "旧氏", "旧氏名"), searched=True, width=6
    )
    known_as: str = field(
        NAME, N_("Known as"), seen_by=OFFICIALS, headings=("通称", "通称名"), searched=True, width=9
    )
    known_as_kana: str = field(
        KANA,
        N_("Known as (reading)"),
        headings=("通称かな", "通称フリガナ", "通称ふりがな", "通称カナ", "通称読み"),
        searched=True,
        width=10,
    )
    drawn_as: str = field(
        NAME,
        N_("Written instead where a character is missing"),
        seen_by=OFFICIALS,
        headings=("代わりの字", "代替文字", "代替氏名", "外字の代わり"),
        width=9,
    )
    by_known_as: int = field(
        FLAG, N_("Stands on papers as “known as”"), headings=("通称で掲載", "通称使用"), default=0
    )
    since: str = ""
    until: str = "9999-12-31"
    died: str = ""

    def as_called(self) -> "Member":
        """Under the name that the person goes by, where that is what papers are to show."""
        if not (self.by_known_as and self.known_as):
            return self
        return replace(self, name=self.known_as, kana=self.known_as_kana)

    def age(self, day: date) -> int | None:
        """Full years on a day (年齢計算ニ関スル法律 by birthday); None where unknown."""
        return age_on(self.born, day) if self.born else None

    @property
    def is_head(self) -> bool:
        return self.relation == HEAD


_FOREIGN = re.compile(r"[A-Za-zＡ-Ｚａ-ｚ]|[ァ-ヺー]+[\s・＝=,，、]+[ァ-ヺー]")
_KATAKANA = {code: code + 0x60 for code in range(ord("ぁ"), ord("ゖ") + 1)}


def reading_of(name: str, kana: str) -> str:
    """A name from abroad, in Latin letters or all in katakana, is read in katakana.

    Readings are kept in hiragana. トミ alone is somebody's given name, and no name from abroad.
    """
    return kana.translate(_KATAKANA) if kana and _FOREIGN.match(name) else kana


def head_of(members: Iterable[Member]) -> Member | None:
    for member in members:
        if member.relation == HEAD:
            return member
    return None
