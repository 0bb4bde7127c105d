"""More layouts: halves side by side, groups in groups, names and counts in parts, pages, strays."""

import random
from collections.abc import Sequence

from tests.exchange.around import add_header, cells_of, columns_for, foot, titles
from tests.exchange.hand import NAMED, Writer
from tests.exchange.invented import House, heading
from tests.exchange.writing import Cell, Page


def two_up(chance: random.Random, hand: Writer, district: list[House]) -> list[Page]:
    """The sheet's right half goes on where its left half ends, under the same headings."""
    keys = [key for key in columns_for(chance) if key != "membership"]
    page = titles(chance, 2 * len(keys) + 1)
    words: list[Cell] = [heading(chance, key) for key in keys]
    gap: list[Cell] = [None] if chance.random() < 0.6 else []
    page.rows.append([*words, *gap, *words])
    rows = [cells_of(hand, house, keys) for house in district]
    half = (len(rows) + 1) // 2
    for place in range(half):
        right = rows[half + place] if half + place < len(rows) else [None] * len(keys)
        page.rows.append([*rows[place], *gap, *right])
    return [page]


def nested(chance: random.Random, hand: Writer, district: list[House]) -> list[Page]:
    """Groups in groups: 東常会 1組, in two columns, both in each row or only where they change."""
    keys = columns_for(chance)
    place = keys.index("group")
    outer = {house.group: NAMED[(house.group - 1) // 3] for house in district}
    page = titles(chance, len(keys) + 1)
    words: list[Cell] = [heading(chance, key) for key in keys]
    words[place] = chance.choice(("組", "班", "隣組"))
    page.rows.append([*words[:place], chance.choice(("常会", "町会", "常会名")), *words[place:]])
    each = chance.random() < 0.5
    before: tuple[str, int] = ("", 0)
    for house in district:
        row = cells_of(hand, house, keys)
        inner: Cell = (house.group - 1) % 3 + 1
        if hand.groups in ("組", "隣組", "kanji", "班"):
            inner = f"{inner}組"
        path = (outer[house.group], house.group)
        row[place] = inner if each or path != before else None
        name = path[0] if each or path[0] != before[0] else None
        before = path
        page.rows.append([*row[:place], name, *row[place:]])
    return [page]


def name_parts(chance: random.Random, hand: Writer, district: list[House]) -> list[Page]:
    """姓 and 名 in columns of their own, their readings too."""
    keys = columns_for(chance)
    place = keys.index("name")
    parts = chance.choice(
        (
            ("姓", "名", "姓（カナ）", "名（カナ）"),
            ("氏", "名", "セイ", "メイ"),
            ("姓", "名", "せい", "めい"),
            ("苗字", "名前", "姓ふりがな", "名ふりがな"),
        )
    )
    rest = [key for key in keys if key not in ("name", "kana")]
    page = titles(chance, len(rest) + 4)
    words: list[Cell] = [heading(chance, key) for key in rest]
    at = min(place, len(rest))
    page.rows.append([*words[:at], *parts, *words[at:]])
    hand.gap = "　"
    for house in district:
        row = cells_of(hand, house, rest)
        name = hand.name(house.head).split("　")
        reading = hand.reading(house.head).replace("　", " ").split(" ")
        page.rows.append([*row[:at], *name, *reading, *row[at:]])
    foot(chance, page, len(rest) + 4, district)
    return [page]


def counted_parts(chance: random.Random, hand: Writer, district: list[House]) -> list[Page]:
    """大人 · 子供 · 計, or 男 · 女, instead of one number of people."""
    keys = [key for key in columns_for(chance) if key != "count"]
    parts = chance.choice(
        (
            ("大人", "子供", "計"),
            ("男", "女", "計"),
            ("男", "女"),
            ("大人", "小人"),
            ("男性", "女性", "合計"),
        )
    )
    page = titles(chance, len(keys) + len(parts))
    lines = add_header(chance, page, keys)
    first = len(page.rows) - len(lines)
    if len(lines) == 1:
        page.rows[-1] += parts
    else:
        page.rows[first] += ["家族", *[None] * (len(parts) - 1)]
        page.rows[first + 1] += parts
        page.merges.append((first, len(keys), first, len(keys) + len(parts) - 1))
    for house in district:
        row = cells_of(hand, house, keys)
        one, two = chance.randint(1, 3), chance.choice((0, 0, 1, 2))
        house.unnamed = one + two - 1
        blank = two == 0 and chance.random() < 0.5
        page.rows.append([*row, *[one, None if blank else two, one + two][: len(parts)]])
    return [page]


def head_again(chance: random.Random, hand: Writer, district: list[House]) -> list[Page]:
    """A person a row with 世帯主 beside 氏名; 世帯主 in each row or only in the first."""
    keys = columns_for(chance)
    keys = [key for key in keys if key not in ("count", "membership", "mobile", "kana", "order")]
    each = chance.random() < 0.5
    place = keys.index("name")
    page = titles(chance, len(keys) + 2)
    words: list[Cell] = [heading(chance, key) for key in keys]
    words[place] = chance.choice(("世帯主", "世帯主名", "世帯主氏名"))
    own = [chance.choice(("氏名", "家族氏名", "世帯員氏名", "名前")), "生年月日"]
    page.rows.append([*words, *own])
    for house in district:
        first = cells_of(hand, house, keys)
        for person in house.people:
            row: list[Cell] = list(first) if person is house.head else [None] * len(keys)
            if person is not house.head and each:
                row[place] = first[place]
                if "number" in keys:
                    row[keys.index("number")] = first[keys.index("number")]
            page.rows.append([*row, hand.name(person), hand.birthday(person.born)])
    return [page]


def paged(chance: random.Random, hand: Writer, district: list[House]) -> list[Page]:
    """Printed pages one under another: title, headings and 「続き」 again on each."""
    if hand.groups == "number":
        hand.groups = "組"
    keys = columns_for(chance, grouped=False)
    width = len(keys)
    page = Page("名簿")
    words: list[Cell] = [heading(chance, key) for key in keys]
    per_page = chance.randint(4, 9)
    title = "令和８年度　梓野区　世帯名簿"
    before = 0
    for place, house in enumerate(district):
        if place % per_page == 0:
            if place:
                number = chance.choice((f"{place // per_page}/9", f"- {place // per_page} -", None))
                page.rows.append([*[None] * (width - 1), number])
            page.rows += [[title, *[None] * (width - 1)], list(words)]
            if before and house.group == before:
                again = chance.choice(("（続き）", " つづき", ""))
                page.rows.append([f"{hand.group(house.group)}{again}", *[None] * (width - 1)])
        if house.group != before:
            page.rows.append([str(hand.group(house.group)), *[None] * (width - 1)])
        before = house.group
        page.rows.append(cells_of(hand, house, keys))
    return [page]


def strays(chance: random.Random, hand: Writer, district: list[House]) -> list[Page]:
    """Columns of other things, an empty margin, marks on names, two phones in a cell."""
    keys = [key for key in columns_for(chance) if key not in ("count", "mobile", "membership")]
    more = ["区費", "集金", "組長経験", "駐車場", "広報部数・配布先", "入会金", "ゴミ当番", "印"]
    others = chance.sample(more, chance.randint(1, 4))
    margin = chance.choice((0, 0, 1))
    page = titles(chance, len(keys) + len(others) + margin)
    words: list[Cell] = [heading(chance, key) for key in keys]
    page.rows.append([*[None] * margin, *words, *others])
    name, phone = keys.index("name"), keys.index("phone")
    for house in district:
        row = cells_of(hand, house, keys)
        row[name] = f"{row[name]}{chance.choice(('', '', ' 様', '　様'))}"
        if chance.random() < 0.3:
            row[name] = f"{row[name]}（{house.head.kana.replace(chr(0), ' ')}）"
        if house.phone and chance.random() < 0.3:
            house.mobile = f"090-{chance.randint(1000, 9999)}-{chance.randint(1000, 9999)}"
            row[phone] = f"{house.phone}{chance.choice(('／', ' / ', chr(10), '、'))}{house.mobile}"
        page.rows.append([*[None] * margin, *row, *_other(chance, others)])
        if chance.random() < 0.1:
            page.rows.append([None] * (margin + len(row) + len(others)))
    return [page]


def _other(chance: random.Random, others: Sequence[str]) -> list[Cell]:
    values: dict[str, tuple[Cell, ...]] = {
        "区費": (3000, 6000, None, 12000),
        "集金": ("済", "未", None, "○"),
        "組長経験": ("H25", "R3", None),
        "駐車場": (1, 2, None),
        "広報部数・配布先": ("1部 自宅", None),
        "入会金": (10000, None),
        "ゴミ当番": (4, 5, 6, 7, 8),
        "印": (None, "印"),
    }
    return [chance.choice(values[other]) for other in others]


def houses_without_names(chance: random.Random, hand: Writer, district: list[House]) -> list[Page]:
    """空き家 in the place of a name, or no name at all and the note says it."""
    keys = [key for key in columns_for(chance, "number") if key not in ("count", "membership")]
    keys = [key for key in keys if key != "note"] + ["note"]
    page = titles(chance, len(keys))
    add_header(chance, page, keys)
    for house in district:
        row = cells_of(hand, house, keys)
        if chance.random() < 0.25:
            house.people, house.membership, house.unnamed = [], "空き家", 0
            words = chance.choice(
                (("空き家", None), ("（空家）", ""), (None, "空き家"), ("空き家（旧会田宅）", None))
            )
            row[keys.index("name")], row[-1] = words
            house.note = ""
            if "kana" in keys:
                row[keys.index("kana")] = None
        page.rows.append(row)
    return [page]


ALL = (
    two_up, nested, name_parts, counted_parts, head_again, paged, strays, houses_without_names,
)  # fmt: skip
