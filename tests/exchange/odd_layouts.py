"""Layouts of busy hands: counts over and under groups, readings in names, heads beside others."""

import random

from tests.exchange.around import cells_of, columns_for, titles
from tests.exchange.hand import Writer
from tests.exchange.invented import House, heading
from tests.exchange.writing import Cell, Page


def _line(width: int, at: int, *texts: Cell) -> list[Cell]:
    return [*[None] * at, *texts, *[None] * (width - at - len(texts))]


def counted_banners(chance: random.Random, hand: Writer, district: list[House]) -> list[Page]:
    """「2組 計12戸」 over a group or 「2組計 12世帯」 under it, leaders, footnotes."""
    if hand.groups in ("number", "letter", "named"):
        hand.groups = "組"
    keys = columns_for(chance, grouped=False)
    width = len(keys)
    page = titles(chance, width)
    page.rows.append([heading(chance, key) for key in keys])
    over = chance.choice(("{} 計{}戸", "◎{}（{}世帯）", "【{}】", "隣組名：{}", "{}"))
    under = chance.choice(("（小計）", "{}計", "{}計 {}世帯", "", "合計"))
    leader: tuple[Cell, ...] = (None, "組長 丸山") if over == "{}" and width > 3 else ()
    at = chance.choice((0, 1))
    for group in sorted({house.group for house in district}):
        own = [house for house in district if house.group == group]
        name = hand.group(group)
        page.rows.append(_line(width, 0 if leader else at, over.format(name, len(own)), *leader))
        page.rows += [cells_of(hand, house, keys) for house in own]
        if under:
            page.rows.append(_line(width, 0, under.format(name, len(own))))
    note = chance.choice(("", "印刷：令和8年5月1日", "※ 変更は区長 丸山（0263-72-1234）まで"))
    page.rows += [_line(width, 0), _line(width, keys.index("name"), note or None)]
    return [page]


def readings_in_names(chance: random.Random, hand: Writer, district: list[House]) -> list[Page]:
    """家族氏名 and 続柄, a person a row, the reading over or behind the name."""
    over = chance.random() < 0.5
    words: list[Cell] = ["組", chance.choice(("家族氏名", "世帯員氏名", "お名前")), "続柄"]
    words += ["住所", chance.choice(("生年月日", "生れ年月日", "誕生日"))]
    page = titles(chance, len(words))
    page.rows.append(words)
    for house in district:
        house.phone = house.mobile = house.note = ""
        for person in house.people:
            name, kana = hand.name(person), hand.reading(person)
            cell = f"{kana}\n{name}" if over else f"{name}（{kana}）"
            first = person is house.head
            group = hand.group(house.group) if first else None
            place = hand.address(house) if first else None
            relation = "本人" if first else person.relation
            page.rows.append([group, cell, relation, place, hand.birthday(person.born)])
    return [page]


def everybody_beside_heads(
    chance: random.Random, hand: Writer, district: list[House]
) -> list[Page]:
    """世帯主 once or again, お名前 in every row."""
    again = chance.random() < 0.5
    head, own = chance.choice(
        (("世帯主", "お名前"), ("世帯主名", "家族の氏名"), ("世帯主氏名", "名前"))
    )
    place = chance.choice(("番地", "地番", "所在"))
    page = titles(chance, 6)
    page.rows.append([chance.choice(("地区", "組", "町内")), head, "続柄", own, "年齢", place])
    for house in district:
        house.phone = house.mobile = house.note = ""
        for person in house.people:
            first = person is house.head
            row: list[Cell] = [hand.group(house.group) if first else None]
            row += [hand.name(house.head) if first or again else None]
            row += ["本人" if first else person.relation, hand.name(person), person.age]
            page.rows.append([*row, hand.address(house) if first else None])
    return [page]


def split_under_one(chance: random.Random, hand: Writer, district: list[House]) -> list[Page]:
    """氏名 over 氏 and 名, 家族 over 1 and 2 and 3."""
    surname, given = chance.choice((("氏", "名"), ("名字", "名前"), ("苗字", "名")))
    most = max(2, max(len(house.people) for house in district) - 1)
    page = Page("名簿")
    page.rows.append(["組", "氏　名", None, "住所", "家族", *[None] * (most - 1)])
    page.rows.append([None, surname, given, None, *range(1, most + 1)])
    page.merges = [(0, 0, 1, 0), (0, 1, 0, 2), (0, 3, 1, 3), (0, 4, 0, 3 + most)]
    hand.gap = "　"
    for house in district:
        house.phone = house.mobile = house.note = ""
        row: list[Cell] = [hand.group(house.group), *hand.name(house.head).split("　")]
        row.append(hand.address(house))
        row += [hand.name(person, given_only=True) for person in house.people[1:]]
        page.rows.append([*row, *[None] * (4 + most - len(row))])
    return [page]


def names_alone(chance: random.Random, hand: Writer, district: list[House]) -> list[Page]:
    """A column of names and nothing else: no headings, no groups, often no space inside."""
    hand.gap = chance.choice(("", "", " ", "　"))
    for house in district:
        house.group, house.phone, house.mobile, house.address, house.note = 0, "", "", "", ""
        house.people = house.people[:1]
    return [Page("Sheet1", [[hand.name(house.head)] for house in district])]


ALL = (
    counted_banners,
    names_alone,
    readings_in_names,
    everybody_beside_heads,
    split_under_one,
)
