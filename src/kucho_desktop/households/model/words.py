"""What people write in their own tables for the choices of a household and its members."""

from kucho_desktop.core.fields import fields_of
from kucho_desktop.exchange.roster import Wanted, Words
from kucho_desktop.households.model.household import Household
from kucho_desktop.households.model.people import Member

HOUSEHOLD_WORDS: Words = {
    "membership": {
        "full": (
            "正区民",
            "正会員",
            "会員",
            "正",
            "加入",
            "区民",
            "正組員",
            "組員",
            "加入者",
            "加入済",
            "一般",
            "○",
            "〇",
        ),
        "associate": ("準区民", "準会員", "准区民", "准会員", "準", "准", "準組員"),
        "supporter": ("賛助", "賛助会員", "賛助区民", "特別会員", "協賛", "協力会員"),
        "none": (
            "未加入",
            "非加入",
            "加入なし",
            "未加入者",
            "非会員",
            "未入会",
            "未",
            "×",
            "脱会",
            "退会",
        ),
        "paused": ("休会", "休会中", "休止", "休", "休部", "一時休会"),
        "empty": (
            "空き家",
            "空家",
            "あきや",
            "空屋",
            "明き家",
            "空き屋",
            "空き",
            "留守宅",
            "無人",
            "居住者なし",
        ),
        "villa": ("別荘", "別宅", "セカンドハウス"),
        "apartment": ("アパート", "集合住宅", "共同住宅", "マンション", "賃貸住宅", "貸家"),
        "office": (
            "事業所",
            "店舗",
            "会社",
            "法人",
            "事業者",
            "商店",
            "店",
            "企業",
            "事務所",
            "工場",
            "施設",
        ),
    },
    "dwelling": {
        "own": ("持家", "持ち家", "自宅", "自己所有", "戸建"),
        "rent": ("借家", "賃貸", "貸家"),
        "apartment": ("アパート", "マンション", "集合住宅", "共同住宅"),
        "company": ("社宅", "寮", "官舎", "教員住宅"),
        "villa": ("別荘",),
    },
    "distribution": {
        "all": ("全戸", "配布", "要", "○", "〇", "有"),
        "mail": ("郵送", "郵便"),
        "none": ("不要", "配布なし", "なし", "×", "無"),
    },
    "circular": {
        "pass": ("回す", "回覧", "○", "〇", "有", "要"),
        "skip": ("飛ばす", "とばす", "不要", "なし", "×", "無", "抜き"),
        "apart": ("別便", "別", "別回覧"),
    },
}

MEMBER_WORDS: Words = {
    "gender": {
        "male": ("男", "男性", "男子", "m", "M", "♂"),
        "female": ("女", "女性", "女子", "f", "F", "♀"),
    },
    "whereabouts": {
        "home": ("在宅", "自宅", "同居", "在"),
        "care": (
            "施設",
            "施設入所",
            "施設入所中",
            "入所",
            "入所中",
            "老人ホーム",
            "特養",
            "グループホーム",
        ),
        "hospital": ("入院", "入院中", "病院"),
        "study": ("進学", "下宿", "学生", "就学", "大学"),
        "work": ("単身赴任", "赴任", "出稼ぎ", "就職", "転勤"),
    },
}


def wanted() -> Wanted:
    """What a roster from elsewhere may hold of a household and its members."""
    return Wanted(
        household=tuple(fields_of(Household)),
        member=tuple(fields_of(Member)),
        household_words=HOUSEHOLD_WORDS,
        member_words=MEMBER_WORDS,
    )
