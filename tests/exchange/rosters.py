"""Rosters from seeds: layouts, headings, spellings and mistakes drawn at random, with what they hold."""

import random
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from tests.exchange.invented import CLASSES, HALF, RELATIONS, House, Person, heading, houses
from tests.exchange.writing import FORMATS, ONE_SHEET, Cell, Page, write

KANJI = "〇一二三四五六七八九十"
NAMED = ("上町", "中町", "下町", "東常会", "西常会", "北原組", "南組", "新田")


@dataclass
class Roster:
    """A file, and what must come out of it."""

    path: Path
    layout: str
    format: str
    houses: list[House]

    @property
    def groups(self) -> int:
        return len({house.group for house in self.houses})

    @property
    def members(self) -> int:
        return sum(house.count for house in self.houses)


class Writer:
    """One hand: it spells everything its own way throughout a table."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        pick = chance.choice
        self.gap = pick(("　", " ", "　", ""))
        self.kana = pick(("hira", "kata", "half"))
        self.phones = pick(("plain", "wide", "number", "brackets", "digits", "mixed"))
        self.place = pick(("", "", "豊科", "安曇野市豊科", "大字豊科 "))
        self.lot = pick(("", "番地"))
        self.wide_lots = chance.random() < 0.25
        self.groups = pick(("number", "組", "隣組", "wide", "kanji", "named", "班", "letter"))
        self.head = pick(("本人", "世帯主", "本人", "主", ""))
        self.born = pick(("era", "short", "iso", "slash", "day", "mixed"))
        self.none = pick(("", "", "なし", "－"))
        self.same = pick(("〃", "同上", "", "〃", "″"))

    def name(self, person: Person, *, given_only: bool = False) -> str:
        surname, given = person.name.split("\0")
        return given if given_only else f"{surname}{self.gap}{given}"

    def reading(self, person: Person) -> str:
        text = person.kana.replace("\0", self.gap or " ")
        if self.kana == "hira":
            return text
        kata = "".join(chr(ord(c) + 0x60) if "ぁ" <= c <= "ゖ" else c for c in text)
        if self.kana == "kata":
            return kata
        narrow = unicodedata.normalize("NFD", kata).replace("\u3099", "ﾞ").replace("\u309a", "ﾟ")
        return narrow.translate(HALF).replace("　", " ")

    def phone(self, phone: str) -> Cell:
        if not phone:
            return self.none
        style = (
            self.phones
            if self.phones != "mixed"
            else self.chance.choice(("plain", "wide", "number"))
        )
        if style == "wide":
            return _wide(phone)
        if style == "number":
            return int(phone.replace("-", ""))
        if style == "brackets":
            return "{}({}){}".format(*phone.split("-"))
        return phone.replace("-", "") if style == "digits" else phone

    def address(self, house: House) -> Cell:
        if not self.place and not self.lot and self.chance.random() < 0.1:
            day = date(2026, self.chance.randint(1, 12), self.chance.randint(1, 28))
            house.address = f"{day.month}-{day.day}"
            return day
        text = f"{self.place}{house.address}{self.lot}"
        house.address = text
        return _wide(text) if self.wide_lots else text

    def group(self, number: int) -> Cell:
        return {
            "number": number, "組": f"{number}組", "隣組": f"第{number}隣組", "wide": f"第{_wide(str(number))}隣組",
            "kanji": f"{KANJI[number]}組", "named": NAMED[number - 1], "班": f"{number}班",
            "letter": f"{'ABCDEFGH'[number - 1]}組",
        }[self.groups]  # fmt: skip

    def birthday(self, born: date) -> Cell:
        style = (
            self.born
            if self.born != "mixed"
            else self.chance.choice(("era", "short", "iso", "slash"))
        )
        era, letter, first = next(
            each for each in (("平成", "H", 1989), ("昭和", "S", 1926)) if born.year >= each[2]
        )
        if born < date(1989, 1, 8) and era == "平成":
            era, letter, first = "昭和", "S", 1926
        year = born.year - first + 1
        if style == "day":
            return born
        return {
            "era": f"{era}{year if year > 1 else '元'}年{born.month}月{born.day}日",
            "short": f"{letter}{year}.{born.month}.{born.day}",
            "iso": born.isoformat(),
            "slash": f"{born.year}/{born.month:02}/{born.day:02}",
        }[style]


def _wide(text: str) -> str:
    return "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in text)


def make(seed: int, folder: Path) -> Roster:
    """The roster of a seed."""
    chance = random.Random(seed)
    layout = LAYOUTS[seed % len(LAYOUTS)]
    format_ = FORMATS[(seed // len(LAYOUTS)) % len(FORMATS)]
    if layout is sheets and format_ in ONE_SHEET:
        format_ = chance.choice(("xlsx", "xls", "ods"))
    hand = Writer(chance)
    family = layout in (relations, below, sideways, in_a_cell)
    district = houses(
        chance, chance.randint(2, 8), largest=5 if family else 1, three_part=chance.random() < 0.2
    )
    if format_ in ("cp932", "euc_jp"):
        hand.born = "era" if hand.born == "day" else hand.born
        for house in district:
            for person in house.people:
                person.name = (
                    person.name.replace("㐂", "喜").replace("髙", "高").replace("﨑", "崎")
                )
                person.name = (
                    person.name.replace("栁", "柳").replace("桒", "桑").replace("德", "徳")
                )
    pages = layout(chance, hand, district)
    path = write(folder / f"roster{seed}", format_, pages, chance)
    return Roster(path, layout.__name__, format_, district)


# ---- what stands around a table ----


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


def _again(chance: random.Random, page: Page, header: list[list[Cell]], place: int) -> None:
    """The headings once more, as on every printed page."""
    if place and place % 11 == 0 and chance.random() < 0.5:
        page.rows += [list(line) for line in header]


# ---- layouts ----


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
            _again(chance, page, header, index)
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
        _again(chance, page, header, index)
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
        _again(chance, page, header, index)
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
    """The family in columns to the right: 妻 | 長男 …, 家族1 | 家族2 …, or 氏名 · 続柄 again and again."""
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


LAYOUTS = (listed, banners, sheets, relations, below, sideways, in_a_cell)
