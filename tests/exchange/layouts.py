"""Layouts that districts really use, each a function from households to sheets."""

import random
from collections.abc import Sequence

from tests.exchange.around import add_header, again, cells_of, columns_for, foot, titles
from tests.exchange.hand import Writer
from tests.exchange.invented import RELATIONS, House, Person, heading
from tests.exchange.writing import Cell, Page


def listed(chance: random.Random, hand: Writer, district: list[House]) -> list[Page]:
    """A household a row, the group in each row, or only in the first of the group, or merged."""
    keys = columns_for(chance)
    page = titles(chance, len(keys))
    header = add_header(chance, page, keys)
    style = chance.choice(("each", "first", "merged", "ditto"))
    place = keys.index("group")
    repeats = style in ("each", "first") and chance.random() < 0.3
    before, start = 0, 0
    for index, house in enumerate(district):
        if repeats:
            again(chance, page, header, index)
        row = cells_of(hand, house, keys)
        if house.group == before and style != "each":
            row[place] = "〃" if style == "ditto" else None
        if house.group != before:
            if style == "merged" and before and len(page.rows) - 1 > start:
                page.merges.append((start, place, len(page.rows) - 1, place))
            start = len(page.rows)
        before = house.group
        page.rows.append(row)
    if style == "merged" and len(page.rows) - 1 > start:
        page.merges.append((start, place, len(page.rows) - 1, place))
    foot(chance, page, len(keys), district)
    return [page]


def banners(chance: random.Random, hand: Writer, district: list[House]) -> list[Page]:
    """A line over each group, often a sum below it."""
    if hand.groups == "number":
        hand.groups = "隣組"
    keys = columns_for(chance, grouped=False)
    width = len(keys)
    page = titles(chance, width)
    header = add_header(chance, page, keys)
    sums, gaps = chance.random() < 0.6, chance.random() < 0.5
    style = chance.choice(("", "　　組長：丸山", "（組長　丸山 誠）", "　12戸", " 班長 百瀬"))
    mark = chance.choice(("", "", "■", "【】"))
    for group in sorted({house.group for house in district}):
        own = [house for house in district if house.group == group]
        text = f"{hand.group(group)}{style}"
        text = f"【{text}】" if mark == "【】" else mark + text
        page.rows.append([text, *[None] * (width - 1)])
        if chance.random() < 0.6:
            page.merges.append((len(page.rows) - 1, 0, len(page.rows) - 1, width - 1))
        if group > 1 and chance.random() < 0.2:
            page.rows += [list(line) for line in header]
        page.rows += [cells_of(hand, house, keys) for house in own]
        if sums:
            word = chance.choice(
                ("小計", "小　計", "計", f"{hand.group(group)}計", f"計　{len(own)}戸")
            )
            at = chance.choice((0, 1))
            page.rows.append(
                [*[None] * at, word, *[None] * (width - at - 2), sum(h.count for h in own)]
            )
        if gaps:
            page.rows.append([None] * width)
    foot(chance, page, width, district)
    return [page]


def sheets(chance: random.Random, hand: Writer, district: list[House]) -> list[Page]:
    """A sheet for each group; named after it, or its title names it."""
    keys = columns_for(chance, grouped=False)
    by_title = chance.random() < 0.4 and hand.groups not in ("number", "named")
    state = chance.getstate()
    pages = []
    for group in sorted({house.group for house in district}):
        page = titles(chance, len(keys))
        page.name = f"Sheet{group}" if by_title else str(hand.group(group))
        if by_title:
            page.rows.insert(0, [f"{hand.group(group)}　世帯名簿", *[None] * (len(keys) - 1)])
            page.merges = [(a + 1, b, c + 1, d) for a, b, c, d in page.merges]
        header_chance = random.Random(str(state[1][:3]))
        add_header(header_chance, page, keys)
        own = [house for house in district if house.group == group]
        page.rows += [cells_of(hand, house, keys) for house in own]
        foot(chance, page, len(keys), own)
        pages.append(page)
    if chance.random() < 0.3:
        pages.insert(0, Page("表紙", [["梓野区　名簿"], [None], ["令和８年４月"]]))
    if chance.random() < 0.3:
        copy = Page(
            "控え", [list(row) for row in pages[-1].rows], list(pages[-1].merges), hidden=True
        )
        pages.append(copy)
    return pages


def relations(chance: random.Random, hand: Writer, district: list[House]) -> list[Page]:
    """A person a row with the relation; the household's own columns once, again, or as a ditto."""
    keys = columns_for(chance, "number")
    keys = [key for key in keys if key not in ("membership", "mobile")]
    at = keys.index("name")
    keys.insert(at if chance.random() < 0.5 else at + 1, "relation")
    more = ["gender"] * (chance.random() < 0.6) + [chance.choice(("born", "born", "age"))]
    place = keys.index("address")
    keys[place:place] = more
    page = titles(chance, len(keys))
    header = add_header(chance, page, keys)
    once = {"number", "group", "address", "phone", "postal_code", "count", "note"}
    style = chance.choice(("blank", "ditto", "repeat", "merged"))
    if style == "repeat":
        hand.head = hand.head or "本人"
    hand_given = chance.random() < 0.5
    for index, house in enumerate(district):
        again(chance, page, header, index)
        start = len(page.rows)
        first: list[Cell] = []
        for person in house.people:
            row = _person_row(hand, house, person, keys, given_only=hand_given)
            if person is not house.head:
                for column, key in enumerate(keys):
                    if key in once:
                        row[column] = _once(key, style, first[column], hand)
            else:
                first = row
            page.rows.append(row)
        if style == "merged" and len(house.people) > 1:
            page.merges += [
                (start, c, len(page.rows) - 1, c) for c, key in enumerate(keys)
                if key in ("number", "group", "address")
            ]  # fmt: skip
    foot(chance, page, len(keys), district)
    return [page]


def _once(key: str, style: str, said: Cell, hand: Writer) -> Cell:
    if style == "repeat" and key not in ("count", "note"):
        return said
    if key == "address" and style == "ditto":
        return hand.same or None
    return None


def _person_row(
    hand: Writer, house: House, person: Person, keys: Sequence[str], *, given_only: bool
) -> list[Cell]:
    plain = [key for key in keys if key not in ("relation", "gender", "born", "age")]
    if person is house.head:
        cells = dict(zip(plain, cells_of(hand, house, plain), strict=True))
        if "count" in keys:
            house.unnamed = 0
            cells["count"] = house.count
    else:
        cells = {"name": hand.name(person, given_only=given_only), "kana": hand.reading(person)}
    cells["relation"] = hand.head if person is house.head else person.relation
    cells["gender"] = "女" if person.woman else "男"
    cells["born"] = hand.birthday(person.born) if "born" in keys else None
    cells["age"] = person.age
    return [cells.get(key) for key in keys]


def below(chance: random.Random, hand: Writer, district: list[House]) -> list[Page]:
    """The names of the family under the head's, everything else blank."""
    keys = [key for key in columns_for(chance, "number") if key != "order"]
    page = titles(chance, len(keys))
    header = add_header(chance, page, keys)
    given_only = chance.random() < 0.5
    for index, house in enumerate(district):
        again(chance, page, header, index)
        row = cells_of(hand, house, keys)
        if "count" in keys:
            house.unnamed = 0
            row[keys.index("count")] = house.count
        page.rows.append(row)
        for person in house.people[1:]:
            cells: list[Cell] = [None] * len(keys)
            cells[keys.index("name")] = hand.name(person, given_only=given_only)
            if "kana" in keys and chance.random() < 0.8:
                cells[keys.index("kana")] = hand.reading(person)
            page.rows.append(cells)
    foot(chance, page, len(keys), district)
    return [page]


def sideways(chance: random.Random, hand: Writer, district: list[House]) -> list[Page]:
    """The family in columns to the right: 妻 | 長男, 家族1 | 家族2, or 氏名 · 続柄 again."""
    keys = columns_for(chance)
    style = chance.choice(("relations", "numbered", "triples", "repeated"))
    page = titles(chance, len(keys) + 4)
    line = add_header(chance, page, keys)
    if len(line) > 1:
        page.rows[-1:] = []
        page.merges = [m for m in page.merges if m[0] < len(page.rows) - 1]
        page.rows[-1] = [heading(chance, key) for key in keys]
    width = max(len(house.people) for house in district) - 1
    if style == "repeated":
        page.rows[-1][keys.index("name")] = "世帯主"
        width = max(width, 2)
    tops = [relation for relation, _woman in RELATIONS[: max(width, 1)]]
    page.rows[-1] += {
        "relations": tops,
        "numbered": [f"家族{n}" for n in range(1, width + 1)],
        "triples": [
            f"{word}{n}" for n in range(1, width + 1) for word in ("家族氏名", "続柄", "生年月日")
        ],
        "repeated": ["氏名", "続柄", "年齢"] * width,
    }[style]
    full = len(page.rows[-1])
    for house in district:
        row = cells_of(hand, house, keys)
        for person in house.people[1:]:
            own = hand.name(person, given_only=chance.random() < 0.5)
            if style in ("relations", "numbered"):
                row.append(own)
            else:
                last: Cell = person.age if style == "repeated" else hand.birthday(person.born)
                row += [own, person.relation, last]
        page.rows.append(row + [None] * (full - len(row)))
    return [page]


def in_a_cell(chance: random.Random, hand: Writer, district: list[House]) -> list[Page]:
    """The whole family in one cell."""
    keys = columns_for(chance)
    page = titles(chance, len(keys) + 1)
    line = add_header(chance, page, keys)
    word = chance.choice(("家族", "同居家族", "家族氏名", "家族構成", "同居者"))
    page.rows[-len(line)].append(word)
    mark = chance.choice(("、", "・", "，", " ／ ", "\n"))
    shape = chance.choice(
        ("{name}", "{relation} {name}", "{name}（{relation}）", "{relation}：{name}")
    )
    for house in district:
        row = cells_of(hand, house, keys)
        said = [
            shape.format(name=hand.name(each, given_only=True), relation=each.relation)
            for each in house.people[1:]
        ]
        page.rows.append([*row, mark.join(said)])
    foot(chance, page, len(keys) + 1, district)
    return [page]


ALL = (listed, banners, sheets, relations, below, sideways, in_a_cell)
