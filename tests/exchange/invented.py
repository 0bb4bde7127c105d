"""Invented households, and the many words in which rosters speak of them."""

import random
from dataclasses import dataclass, field
from datetime import date

SURNAMES = (
    ("丸山", "まるやま"),
    ("髙橋", "たかはし"),
    ("山﨑", "やまざき"),
    ("百瀬", "ももせ"),
    ("等々力", "とどりき"),
    ("務台", "むたい"),
    ("渡邉", "わたなべ"),
    ("渡辺", "わたなべ"),
    ("栁澤", "やなぎさわ"),
    ("桒原", "くわばら"),
    ("町田", "まちだ"),
    ("組坂", "くみさか"),
    ("戸田", "とだ"),
    ("計盛", "かずもり"),
    ("班目", "まだらめ"),
    ("区", "ちまた"),
    ("主税", "ちから"),
    ("氏家", "うじいえ"),
    ("常田", "ときだ"),
    ("名取", "なとり"),
    ("会田", "あいだ"),
    ("数馬", "かずま"),
    ("現王園", "げんおうぞの"),
    ("以上", "いじょう"),
    ("佐々木", "ささき"),
    ("小計沢", "こばかりざわ"),
    ("合田", "ごうだ"),
    ("長", "おさ"),
    ("本", "もと"),
    ("東", "ひがし"),
)
MEN = (
    ("一郎", "いちろう"),
    ("誠", "まこと"),
    ("隆", "たかし"),
    ("正", "ただし"),
    ("喜久雄", "きくお"),
    ("德男", "とくお"),
    ("健太", "けんた"),
    ("大輔", "だいすけ"),
    ("主計", "かずえ"),
    ("組雄", "くみお"),
)
WOMEN = (
    ("和子", "かずこ"),
    ("節子", "せつこ"),
    ("トミ", "とみ"),
    ("さくら", "さくら"),
    ("㐂代", "きよ"),
    ("千惠", "ちえ"),
    ("美咲", "みさき"),
    ("久美子", "くみこ"),
    ("よし江", "よしえ"),
    ("優", "ゆう"),
)
PLAIN_KANJI = str.maketrans("𠮷㐂", "吉喜")
HALF = str.maketrans(
    "ァアィイゥウェエォオカキクケコサシスセソタチッツテトナニヌネノハヒフヘホマミムメモャヤュユョヨラリルレロワヲンー",
    "ｧｱｨｲｩｳｪｴｫｵｶｷｸｹｺｻｼｽｾｿﾀﾁｯﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓｬﾔｭﾕｮﾖﾗﾘﾙﾚﾛﾜｦﾝｰ",
)

HEADINGS = {
    "number": (
        "No.",
        "№",
        "番号",
        "世帯番号",
        "整理番号",
        "世帯No.",
        "ＮＯ",
        "会員番号",
        "世帯ＮＯ．",
    ),
    "group": (
        "隣組",
        "組",
        "班",
        "常会",
        "隣組名",
        "組名",
        "班名",
        "隣組番号",
        "班番号",
        "所属班",
        "所属隣組",
    ),
    "order": ("順", "回覧順", "順番", "組内順", "回覧番号", "順路"),
    "name": (
        "氏名",
        "世帯主",
        "世帯主氏名",
        "世帯主名",
        "お名前",
        "名前",
        "御氏名",
        "氏名（世帯主）",
        "世帯主の氏名",
        "代表者氏名",
        "御芳名",
    ),
    "kana": (
        "ふりがな",
        "フリガナ",
        "ﾌﾘｶﾞﾅ",
        "かな",
        "カナ",
        "よみがな",
        "読み",
        "氏名カナ",
        "読み仮名",
        "フリガナ（氏名）",
        "ヨミ",
    ),
    "postal_code": ("郵便番号", "〒", "〒番号", "郵便番号（〒）"),
    "address": ("住所", "ご住所", "所在地", "番地", "住所（番地）", "現住所", "住所地番"),
    "phone": (
        "電話",
        "電話番号",
        "TEL",
        "ＴＥＬ",
        "℡",
        "固定電話",
        "自宅電話",
        "電話（自宅）",
        "電話ＮＯ．",
        "連絡先",
        "Tel番号",
    ),
    "mobile": (
        "携帯",
        "携帯電話",
        "携帯番号",
        "携帯電話番号",
        "ケータイ",
        "ｹｰﾀｲ",
        "携帯ＴＥＬ",
        "スマホ",
    ),
    "count": (
        "人数",
        "世帯人数",
        "家族数",
        "世帯員数",
        "家族人数",
        "人員",
        "人数（人）",
        "構成人数",
    ),
    "note": ("備考", "摘要", "メモ", "特記事項", "備考欄", "摘　要"),
    "membership": ("加入区分", "会員区分", "区分", "種別", "加入状況"),
    "relation": ("続柄", "続き柄", "世帯主との続柄", "間柄", "続　柄"),
    "member": ("氏名", "お名前", "名前", "氏　名", "家族氏名", "世帯員氏名"),
    "born": ("生年月日", "誕生日", "生年月日（和暦）", "生　年　月　日"),
    "age": ("年齢", "満年齢", "年令"),
    "gender": ("性別", "男女"),
}
NOTES = (
    "",
    "",
    "",
    "施設入所中",
    "回覧は裏口へ",
    "犬に注意",
    "屋号 中屋",
    "組長経験あり",
    "日中不在",
    "R5転入",
)
CLASSES = {
    "空き家": "empty",
    "休会": "paused",
    "別荘": "villa",
    "準区民": "associate",
    "未加入": "none",
}
RELATIONS = (
    ("妻", 1),
    ("長男", 0),
    ("長女", 1),
    ("二男", 0),
    ("母", 1),
    ("父", 0),
    ("長男の妻", 1),
    ("孫", 0),
)


@dataclass
class Person:
    name: str
    kana: str
    relation: str
    woman: bool
    born: date

    @property
    def age(self) -> int:
        return 2026 - self.born.year


@dataclass
class House:
    """What is known of one household before anybody writes it into a table."""

    group: int
    number: int
    order: int
    address: str
    people: list[Person]
    phone: str = ""
    mobile: str = ""
    note: str = ""
    membership: str = ""
    unnamed: int = 0
    classes: dict[str, str] = field(default_factory=dict)

    @property
    def count(self) -> int:
        return len(self.people) + self.unnamed

    @property
    def head(self) -> Person:
        return self.people[0]


def people(chance: random.Random, surname: tuple[str, str], size: int) -> list[Person]:
    found: list[Person] = []
    for place in range(size):
        relation, woman = (
            ("本人", int(chance.random() < 0.2)) if place == 0 else RELATIONS[place - 1]
        )
        given = chance.choice(WOMEN if woman else MEN)
        born = date(chance.randint(1930, 2015), chance.randint(1, 12), chance.randint(1, 28))
        name, kana = f"{surname[0]}\0{given[0]}", f"{surname[1]}\0{given[1]}"
        found.append(Person(name, kana, relation, bool(woman), born))
    return found


def houses(chance: random.Random, groups: int, *, largest: int, three_part: bool) -> list[House]:
    """Households in groups, addresses all different so that no two are the same by chance."""
    made: list[House] = []
    for group in range(1, groups + 1):
        for order in range(1, chance.randint(3, 9) + 1):
            family = people(chance, chance.choice(SURNAMES), chance.randint(1, largest))
            lot = f"{chance.randint(13, 5999)}-{len(made) + 1}"
            if three_part:
                lot = f"{chance.randint(1, 30)}-{lot}"
            house = House(group, len(made) + 1, order, lot, family)
            if chance.random() < 0.85:
                house.phone = f"0263-{chance.randint(20, 99)}-{chance.randint(0, 9999):04d}"
            if chance.random() < 0.5:
                house.mobile = f"090-{chance.randint(1000, 9999)}-{chance.randint(0, 9999):04d}"
            house.note = chance.choice(NOTES)
            made.append(house)
    return made


def heading(chance: random.Random, what: str) -> str:
    """One of the words for a column, spelt as people spell headings."""
    word = chance.choice(HEADINGS[what])
    style = chance.random()
    if style < 0.15 and len(word) == 2:
        return "　".join(word)
    if style < 0.22 and len(word) == 2:
        return "\n".join(word)
    if style < 0.27:
        return f" {word} "
    if style < 0.31:
        return f"{word}※"
    return word
