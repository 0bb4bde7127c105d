"""A household, and what it agreed to show (domain: 世帯台帳)."""

from dataclasses import dataclass, replace

from kucho_desktop.core.audiences import EVERYONE, NEIGHBOURS, OFFICIALS, Audience
from kucho_desktop.core.fields import field
from kucho_desktop.core.i18n import N_
from kucho_desktop.core.kinds import (
    ADDRESS,
    DATE,
    EMAIL,
    FLAG,
    KANA,
    NAME,
    NOTE,
    NUMBER,
    PHONE,
    POSTAL_CODE,
    TEXT,
    reference,
    rows_of,
)
from kucho_desktop.households.model.choices import (
    CIRCULAR,
    CONSENT_ANSWERS,
    CONSENT_AUDIENCES,
    CONSENT_ITEMS,
    CONSENT_WAYS,
    DISTRIBUTION,
    DWELLINGS,
    MEMBERSHIP_CLASSES,
)
from kucho_desktop.households.model.people import Member, head_of

MEMBERSHIP = "household_membership"
PLACE = "household_place"
ADDRESSES = "household_address"
"""The tables of intervals behind the dated fields."""

WITH_CITY = NEIGHBOURS | {Audience.CITY}
NAMED_TO = WITH_CITY | {Audience.NOTICE_BOARD}
"""Whom a name may reach, the notice board included; consent may narrow it."""
_AS_WRITTEN = frozenset({Audience.CHIEF, Audience.CITY, Audience.PERSON})


@dataclass(frozen=True)
class Consent:
    """One answer of a household: may this item be shown to this audience."""

    id: int
    household_id: int = 0
    item: str = field(CONSENT_ITEMS, N_("What"), default="name", width=6)
    audience: str = field(
        CONSENT_AUDIENCES, N_("Shown to"), default=Audience.EVERY_HOUSEHOLD.value, width=6
    )
    answer: str = field(CONSENT_ANSWERS, N_("Answer"), default="yes", width=6)
    since: str = field(DATE, N_("Answered on"), width=9)
    way: str = field(CONSENT_WAYS, N_("How"), default="form", width=6)
    until: str = "9999-12-31"
    form: str = field(TEXT, N_("Which form"), width=8)


@dataclass(frozen=True)
class Household:
    """A household, or a house without one, as it is on a day.

    head, kana: of the member whose relation is "head"; of the house itself where nobody lives.
    limit: (item, audience) of all that the association shows at most; None for no limit.
    refused: the same of what it does not agree to by now, whatever it said on an earlier day.
    """

    id: int
    number: str = field(
        TEXT,
        N_("Household number"),
        seen_by=OFFICIALS,
        headings=("世帯番号", "世帯No", "No", "番号", "整理番号", "名簿番号", "会員番号"),
        searched=True,
        width=5,
    )
    tonarigumi_id: int | None = field(
        reference("tonarigumi"),
        N_("Group"),
        seen_by=EVERYONE,
        headings=("隣組", "組", "班", "常会", "隣組名", "組名", "班名", "隣保", "町会", "ブロック"),
        dated=PLACE,
        width=5,
    )
    walking_order: int = field(
        NUMBER,
        N_("Order"),
        seen_by=NEIGHBOURS,
        headings=("順", "組内順", "回覧順", "順番", "順路", "回覧番号"),
        dated=PLACE,
        width=3,
    )
    membership: str = field(
        MEMBERSHIP_CLASSES,
        N_("Membership"),
        seen_by=OFFICIALS | {Audience.TREASURER, Audience.CITY},
        headings=("加入区分", "加入", "区分", "会員区分", "種別", "加入状況", "会員種別"),
        dated=MEMBERSHIP,
        default="full",
        width=6,
    )
    head: str = field(
        NAME,
        N_("Head of household"),
        seen_by=NAMED_TO,
        headings=(
            "世帯主",
            "世帯主名",
            "世帯主氏名",
            "氏名",
            "お名前",
            "名前",
            "御芳名",
            "戸主",
            "代表者",
            "会員名",
            "姓名",
        ),
        searched=True,
        consent="name",
        width=9,
    )
    kana: str = field(
        KANA,
        N_("Reading"),
        seen_by=NAMED_TO,
        headings=(
            "ふりがな",
            "フリガナ",
            "かな",
            "カナ",
            "よみ",
            "読み",
            "よみがな",
            "ヨミ",
            "世帯主かな",
            "世帯主ふりがな",
            "氏名カナ",
        ),
        searched=True,
        consent="name",
        width=10,
    )
    yago: str = field(
        TEXT,
        N_("House name"),
        seen_by=NEIGHBOURS,
        headings=("屋号",),
        searched=True,
        consent="name",
        width=6,
    )
    nameplate: str = field(
        NAME, N_("Nameplate"), seen_by=OFFICIALS, headings=("表札", "表札名", "連名"), searched=True
    )
    postal_code: str = field(
        POSTAL_CODE,
        N_("Postal code"),
        seen_by=WITH_CITY,
        headings=("郵便番号", "〒", "郵便", "〒番号"),
        dated=ADDRESSES,
        consent="address",
        width=6,
    )
    address: str = field(
        ADDRESS,
        N_("Address"),
        seen_by=WITH_CITY,
        headings=("住所", "ご住所", "所在地", "所在", "番地", "所番地", "現住所", "住居"),
        dated=ADDRESSES,
        searched=True,
        consent="address",
        width=14,
    )
    building: str = field(
        TEXT,
        N_("Building and room"),
        seen_by=WITH_CITY,
        headings=("建物", "建物名", "方書", "アパート名", "部屋番号", "号室", "マンション名"),
        dated=ADDRESSES,
        searched=True,
        consent="address",
    )
    lot: str = field(TEXT, N_("Lot number"), seen_by=OFFICIALS, headings=("地番",), searched=True)
    phone: str = field(
        PHONE,
        N_("Phone number"),
        seen_by=NEIGHBOURS,
        headings=("電話", "電話番号", "TEL", "固定電話", "自宅電話", "連絡先", "℡", "☎", "自宅"),
        searched=True,
        consent="phone",
        width=8,
    )
    mobile: str = field(
        PHONE,
        N_("Mobile phone"),
        seen_by=NEIGHBOURS,
        headings=("携帯", "携帯電話", "携帯番号", "ケータイ", "スマホ", "緊急連絡先", "電話2"),
        searched=True,
        consent="phone",
        width=8,
    )
    fax: str = field(
        PHONE, N_("Fax"), seen_by=OFFICIALS, headings=("FAX", "ファックス"), searched=True
    )
    email: str = field(
        EMAIL,
        N_("E-mail"),
        seen_by=OFFICIALS,
        headings=("メール", "Eメール", "E-mail", "メールアドレス"),
    )
    members: tuple[Member, ...] = field(
        rows_of(Member),
        N_("Members"),
        seen_by=NEIGHBOURS | {Audience.CITY},
        consent="family",
        headings=("人数", "世帯人数", "家族数", "世帯員数", "家族人数", "人員"),
        width=3,
    )
    dwelling: str = field(DWELLINGS, N_("Dwelling"), headings=("住居区分", "住居形態", "住まい"))
    landlord: str = field(
        TEXT,
        N_("Landlord or manager"),
        seen_by=OFFICIALS,
        headings=("家主", "大家", "管理会社", "管理者"),
    )
    distribution: str = field(
        DISTRIBUTION,
        N_("Printed matter"),
        seen_by=OFFICIALS,
        headings=("配布", "広報"),
        default="all",
    )
    circular: str = field(
        CIRCULAR, N_("Circular"), seen_by=OFFICIALS, headings=("回覧", "回覧板"), default="pass"
    )
    copies: int = field(
        NUMBER, N_("Copies"), seen_by=OFFICIALS, headings=("部数", "配布部数"), default=1, width=3
    )
    waste_place: str = field(
        TEXT,
        N_("Waste station"),
        seen_by=OFFICIALS,
        headings=("ごみ集積所", "ゴミ集積所", "ごみステーション"),
    )
    away_by_day: int = field(
        FLAG, N_("Nobody in by day"), headings=("昼間不在", "日中不在"), default=0
    )
    consents: tuple[Consent, ...] = field(rows_of(Consent), N_("Consent"))
    recorded_on: str = field(
        DATE, N_("Form filled in on"), headings=("記入日", "更新日", "届出日"), width=9
    )
    note: str = field(
        NOTE,
        N_("Note"),
        headings=("備考", "摘要", "メモ", "特記事項", "その他"),
        searched=True,
        width=14,
    )
    since: str = ""
    until: str = "9999-12-31"
    limit: frozenset[tuple[str, str]] | None = None
    refused: frozenset[tuple[str, str]] = frozenset()

    def as_shown(self, audience: Audience) -> "Household":
        """With the names that people go by; chief, city and household read them as written."""
        if audience in _AS_WRITTEN or not any(each.by_known_as for each in self.members):
            return self
        members = tuple(each.as_called() for each in self.members)
        head = head_of(members)
        named = head if head and head.name else Member(0, name=self.head, kana=self.kana)
        return replace(self, members=members, head=named.name, kana=named.kana)

    def answer(self, item: str, audience: str) -> str:
        """The latest answer: "yes", "no", "" where there is none. audience: an Audience's value."""
        answers = [
            (consent.since, consent.id, consent.answer)
            for consent in self.consents
            if consent.item == item and consent.audience == audience
        ]
        return max(answers)[2] if answers else ""

    def asks(self, item: str, audience: str) -> bool:
        """Whether the association would show it at all, so that the household is asked."""
        return self.limit is None or (item, audience) in self.limit

    def agreed(self, item: str, audience: Audience) -> bool:
        """Whether it may be shown: the latest answer is yes, unanswered is no (個人情報保護法27条).

        What the association does not show at all stays away whatever the household said. The
        family is shown by name, so that it needs the answer about the name as well.
        """
        if not self.asks(item, audience.value) or (item, audience.value) in self.refused:
            return False
        named = item != "family" or self.agreed("name", audience)
        return named and self.answer(item, audience.value) == "yes"
