"""What stands around and over a table's rows: titles, headings, sums, foot notes; and its cells."""

import random
from collections.abc import Callable, Sequence

from tests.exchange.hand import Writer
from tests.exchange.invented import CLASSES, House, heading
from tests.exchange.writing import Cell, Page


def titles(chance: random.Random, width: int) -> Page:
    page = Page(chance.choice(("名簿", "Sheet1", "R8名簿", "世帯一覧")))
    lines = [
        "令和８年度　梓野区　世帯名簿",
        "令和8年4月10日現在",
        "",
        "取扱注意",
        "区民名簿（役員用）",
    ]
    for line in chance.sample(lines, chance.choice((0, 0, 1, 2, 3))):
        at = chance.choice((0, 0, width - 1))
        page.rows.append([*[None] * at, line, *[None] * (width - at - 1)])
        if line and at == 0 and chance.random() < 0.5:
            page.merges.append((len(page.rows) - 1, 0, len(page.rows) - 1, width - 1))
    return page


def foot(chance: random.Random, page: Page, width: int, district: Sequence[House]) -> None:
    if chance.random() < 0.5:
        total = chance.choice(
            ("合計", "合　計", "総計", "計", f"合計 {len(district)}世帯", f"全{len(district)}戸")
        )
        at = chance.choice((0, 1))
        page.rows.append(
            [*[None] * at, total, *[None] * (width - at - 2), sum(h.count for h in district)]
        )
    if chance.random() < 0.4:
        page.rows.append([None] * width)
        note = chance.choice(
            (
                "※取扱注意　次年度役員へ引き継ぐこと",
                "作成：区長",
                "この名簿は区の活動にだけ使ってください。",
                "以上",
            )
        )
        page.rows.append([note, *[None] * (width - 1)])


def add_header(chance: random.Random, page: Page, keys: Sequence[str]) -> list[list[Cell]]:
    """One line of headings, or two with 氏名, 連絡先 over them."""
    words = {key: heading(chance, key) for key in keys}
    line: list[Cell] = [words[key] for key in keys]
    pairs = [("name", "kana", "氏　名"), ("phone", "mobile", "連絡先")]
    over = {
        a: (b, word) for a, b, word in pairs if a in keys and keys[keys.index(a) + 1 :][:1] == [b]
    }
    if not over or chance.random() < 0.6:
        page.rows.append(list(line))
        return [line]
    top: list[Cell] = list(line)
    low: list[Cell] = [None] * len(keys)
    at = len(page.rows)
    for place, key in enumerate(keys):
        if key in over:
            top[place], top[place + 1] = over[key][1], None
            low[place], low[place + 1] = words[key], words[over[key][0]]
            page.merges.append((at, place, at, place + 1))
        elif not any(key == b for b, _word in over.values()):
            page.merges.append((at, place, at + 1, place))
    page.rows += [list(top), list(low)]
    return [top, low]


# ---- the cells of one household ----


def columns_for(chance: random.Random, *needed: str, grouped: bool = True) -> list[str]:
    """Which columns a table has, in the order of its hand."""
    keys = ["number"] if "number" in needed or chance.random() < 0.6 else []
    keys += ["group"] if grouped else []
    if grouped and chance.random() < 0.4 and "number" in keys:
        keys.reverse()
    if "number" not in keys and chance.random() < 0.5 and "order" not in needed:
        keys.append("order")
    keys += ["name"] + (["kana"] if chance.random() < 0.7 else [])
    rest = ["address", "phone"] + (["mobile"] if chance.random() < 0.5 else [])
    if chance.random() < 0.3:
        rest.insert(0, "postal_code")
    keys += rest
    if chance.random() < 0.6:
        keys.append("count")
    if chance.random() < 0.25:
        keys.append("membership")
    if chance.random() < 0.7:
        keys.append("note")
    return keys


def cells_of(hand: Writer, house: House, keys: Sequence[str]) -> list[Cell]:
    """The row of a household, and the house is told what could be written of it."""
    chance = hand.chance
    if "count" in keys and "relation" not in keys:
        house.unnamed += chance.choice((0, 0, 1, 2, 3))
    if "membership" in keys:
        house.membership = chance.choice(("", "", *CLASSES))
    elif "note" in keys and chance.random() < 0.1:
        house.membership = chance.choice(("空き家", "休会"))
        house.note = chance.choice((house.membership, f"{house.membership}（R7から）"))
    for key in ("phone", "mobile", "note"):
        if key not in keys:
            setattr(house, key, "")
    makers: dict[str, Callable[[], Cell]] = {
        "number": lambda: house.number,
        "group": lambda: hand.group(house.group),
        "order": lambda: house.order,
        "name": lambda: hand.name(house.head),
        "kana": lambda: hand.reading(house.head),
        "postal_code": lambda: "399-8205",
        "address": lambda: hand.address(house),
        "phone": lambda: hand.phone(house.phone),
        "mobile": lambda: hand.phone(house.mobile),
        "count": lambda: house.count,
        "membership": lambda: house.membership or chance.choice(("", "正")),
        "note": lambda: house.note,
    }
    return [makers[key]() for key in keys]


def again(chance: random.Random, page: Page, header: list[list[Cell]], place: int) -> None:
    """The headings once more, as on every printed page."""
    if place and place % 11 == 0 and chance.random() < 0.5:
        page.rows += [list(line) for line in header]
