"""Invented households for the papers' tests: long names, unusual kanji, people away."""

import random
from collections.abc import Sequence
from datetime import date

from kucho_desktop.core.audiences import Audience
from kucho_desktop.core.fields import shown
from kucho_desktop.households.model import Consent, Household, Member
from kucho_desktop.households.model.gathered import ShownGroup

DAY = date(2026, 4, 1)
FAMILIES = {
    "髙橋": "たかはし",
    "山﨑": "やまざき",
    "𠮷田": "よしだ",
    "渡邉": "わたなべ",
    "小林": "こばやし",
    "丸山": "まるやま",
    "宮澤": "みやざわ",
    "太田": "おおた",
    "長﨑": "ながさき",
    "降旗": "ふるはた",
}
PEOPLE = {"太郎": "たろう", "花子": "はなこ", "健": "けん", "美代子": "みよこ", "𠮷雄": "よしお"}
LONG_NAME = "髙橋ヴィルヘルミーナ 愛子アンネローゼ"
LONG_ADDRESS = "安曇野市豊科南穂高字重柳五千七百二十三番地十二"


def member(number: int, household: int, relation: str, name: str, kana: str, **more: str) -> Member:
    return Member(number, household, 0, relation, name, kana, **more)


def household(number: int, group: int, order: int, chance: random.Random) -> Household:
    family, given = chance.choice(list(FAMILIES)), chance.choice(list(PEOPLE))
    name, kana = f"{family} {given}", f"{FAMILIES[family]} {PEOPLE[given]}"
    members = tuple(
        member(
            number * 10 + at,
            number,
            "head" if at == 0 else chance.choice(("妻", "夫", "長男", "母")),
            name if at == 0 else f"{family} {chance.choice(list(PEOPLE))}",
            kana,
            born=chance.choice(("", f"{1935 + chance.randrange(85)}-04-02")),
            gender=chance.choice(("male", "female", "")),
            whereabouts="home" if chance.random() < 0.9 else "care",
        )
        for at in range(1 + chance.randrange(5))
    )
    agrees = "yes" if chance.random() < 0.85 else "no"
    consents = tuple(
        Consent(number * 10 + at, number, item, answer=agrees, since="2024-04-01")
        for at, item in enumerate(("name", "address", "phone", "family"))
    )
    return Household(
        number,
        str(100 + number),
        group,
        order,
        chance.choice(("full", "full", "full", "full", "associate", "none")),
        name,
        kana,
        "油屋" if chance.random() < 0.2 else "",
        postal_code="399-8205",
        address=f"豊科{chance.randrange(1, 6000)}-{chance.randrange(1, 30)}",
        phone=f"0263-72-{chance.randrange(1000, 9999)}",
        mobile=f"090-{chance.randrange(1000, 9999)}-{chance.randrange(1000, 9999)}",
        members=members,
        consents=consents,
    )


def long_household(number: int, group: int, order: int) -> Household:
    consents = tuple(
        Consent(number * 10 + at, number, item, since="2024-04-01")
        for at, item in enumerate(("name", "address", "phone"))
    )
    head = member(number * 10, number, "head", LONG_NAME, "たかはしゔぃるへるみーな あいこ")
    return Household(
        number,
        "1234",
        group,
        order,
        "full",
        LONG_NAME,
        "たかはしゔぃるへるみーな あいこあんねろーぜ",
        address=LONG_ADDRESS,
        building="グリーンハイツ髙橋 203号室",
        phone="0263-72-1234",
        mobile="090-1234-5678",
        members=(head, Member(number * 10 + 1, number)),
        consents=consents,
        note="呼び鈴が鳴らないので、勝手口へ回ってください。犬がいます。",
    )


def districts(sizes: Sequence[int], seed: int = 1) -> list[tuple[str, list[Household]]]:
    """Groups of these sizes; the first household of the first has a very long name."""
    chance = random.Random(seed)
    groups: list[tuple[str, list[Household]]] = []
    number = 0
    for at, size in enumerate(sizes, 1):
        homes = []
        for order in range(1, size + 1):
            number += 1
            long = number == 1
            homes.append(
                long_household(number, at, order) if long else household(number, at, order, chance)
            )
        groups.append((f"第{at}隣組", homes))
    return groups


def groups_for(audience: Audience, sizes: Sequence[int]) -> list[ShownGroup]:
    return [
        ShownGroup(title, shown(Household, homes, audience, must_agree="name"))
        for title, homes in districts(sizes)
    ]
