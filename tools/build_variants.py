"""Write resources/variant_kanji.json: forms of one kanji that a search takes for the same.

The families below are curated for names of people and places: the old forms of the list of kanji
in common use, the forms that registers of residents keep (髙 﨑 𠮷 邉 …) and characters that one
family writes now this way, now that. The everyday form stands first. Forms that Unicode itself
makes equal (神 U+FA19 and 神) need no entry. Characters that only look alike (崎/埼, 余/予, 州/洲)
stay apart.

    python tools/build_variants.py

With the package `ja-itaiji` (MIT) installed it also prints the pairs that its table does not know,
to be looked at by eye.
"""

import json
import unicodedata
from pathlib import Path

OUT = Path(__file__).parents[1] / "resources" / "variant_kanji.json"

FAMILIES = """
亜亞 悪惡 圧壓 囲圍 医醫 為爲 壱壹 隠隱 栄榮 営營 衛衞 駅驛 円圓 塩鹽 縁緣 艶艷 応應 欧歐 殴毆
桜櫻 奥奧 横橫 温溫 穏穩 仮假 価價 画畫 会會 絵繪 壊壞 懐懷 拡擴 殻殼 覚覺 学學斈 岳嶽 楽樂 渇渴
缶罐 巻卷 陥陷 勧勸 寛寬 関關閞 歓歡 観觀 顔顏 気氣 既旣 帰歸皈 偽僞 戯戲 犠犧 旧舊 拠據 挙擧
虚虛 峡峽 挟挾 狭狹 郷鄕鄊 暁曉 区區 駆驅駈 勲勳 薫薰 径徑 茎莖 恵惠 掲揭 渓溪 経經 蛍螢 軽輕
継繼 鶏鷄雞 芸藝 撃擊 欠缺 研硏 県縣 倹儉 剣劍劔劒釼 険險 圏圈 検檢 献獻 権權 顕顯 験驗 厳嚴
広廣 効效 恒恆 黄黃 鉱鑛 号號 国國囯圀 黒黑 砕碎 済濟 斉斎齊齋 剤劑 雑雜 参參 桟棧 蚕蠶 惨慘
賛贊 残殘 糸絲 歯齒 児兒 辞辭 湿濕 実實 写寫 釈釋 寿壽 収收 従從 渋澁 獣獸 縦縱 粛肅 処處 緒緖
叙敍敘 将將 称稱 焼燒 証證 奨奬 条條 状狀 乗乘 浄淨 剰剩 畳疊疉 縄繩 壌壤 嬢孃 譲讓 醸釀 触觸
嘱囑 真眞 寝寢 慎愼 尽盡 図圖 粋粹 酔醉 穂穗 随隨 髄髓 枢樞 数數 瀬瀨 声聲 静靜 窃竊 摂攝 専專
浅淺 戦戰 践踐 銭錢 潜潛 繊纖 禅禪 双雙 壮壯 争爭 荘莊 捜搜 挿插 巣巢 曽曾 痩瘦 装裝 総總 騒騷
増增 蔵藏 臓臟 即卽 属屬 続續 堕墮 対對 体體躰軆 帯帶 滞滯 台臺 滝瀧 択擇 沢澤 担擔 単單 胆膽
団團 断斷 弾彈 遅遲 痴癡 虫蟲 昼晝 鋳鑄 庁廳 徴徵 聴聽 勅敕 鎮鎭 逓遞 鉄鐵鐡銕 点點 転轉 伝傳
灯燈 当當 党黨 盗盜 稲稻 闘鬪 徳德悳 独獨 読讀 届屆 弐貳 悩惱 脳腦 覇霸 拝拜 廃廢 売賣 麦麥
発發 髪髮 抜拔 晩晚 蛮蠻 秘祕 浜濱濵 賓賔 瓶甁 払拂 仏佛 併倂 並竝 餅餠 変變 辺邊邉 歩步
宝寶寳珤 豊豐 褒襃 翻飜 毎每 万萬 満滿 麺麵 黙默 弥彌 訳譯 薬藥 与與 予豫 余餘 揺搖 様樣 謡謠
来來 頼賴 乱亂 覧覽 竜龍 両兩 猟獵 緑綠 涙淚 塁壘 礼禮 励勵 戻戾 霊靈 齢齡 暦曆 歴歷 恋戀 錬鍊
炉爐 労勞 郎郞 楼樓 録錄 湾灣 鬱欝 亀龜 内內 冊册 券劵 姉姊 姫姬 歳歲 産產 説說 税稅 絶絕 鋭銳
閲閱 悦悅 清淸 青靑 教敎 尚尙 群羣 携攜 床牀 往徃 没沒 決决 況况 準凖 卒卆 巌巖 戸戶 誉譽
高髙 崎﨑嵜碕𥔎 吉𠮷 桑桒 柳栁桺 富冨 島嶋嶌 土圡𡈽 橋槗𣘺 喜㐂憙 昇曻 檜桧 凛凜 藪薮籔 峰峯
淵渕渊 館舘 園薗 遥遙 瑶瑤 尭堯 禰祢袮 穣穰 亘亙 聡聰 彦彥 呉吳 晋晉 涛濤 祷禱 槙槇 頴穎
秋穐龝 野埜 村邨 隣鄰 雁鴈 韮韭 鶴靏靍鸖 船舩 旗籏 丈𠀋 今𫝆 脇𦚰 勢㔟 岸㟁 鴎鷗 鶯鴬
麹麴 蒋蔣 蝉蟬 蝋蠟 醤醬 頬頰 顛顚 剥剝 填塡 妍姸 屏屛 并幷 枡桝 莱萊 焔焰 諌諫 達逹 靭靱 鯵鰺
壺壷 娯娛 涼凉 兎兔莵 啓啟 回囘囬 婿壻聟 毘毗 氷冰 沖冲 潅灌 爾尓 猪豬 珍珎 皐皋 窓窗 籠篭 繋繫
翠翆 舎舍 芦蘆 苺莓 萌萠 藁稾 蛎蠣 讃讚 轟軣 逃迯 鈎鉤 鎌鐮 間閒 飲飮 騨驒 鼠鼡 函凾 厨廚
厩廐廏 呑吞 哲喆 卯夘 多夛 宮宫 昂昻 傑杰 松枩柗 柏栢 栃杤 梼檮 棋棊 櫟檪 欅﨔 湧涌 煙烟
熙煕熈 蓋盖 禄祿 稟禀 竈竃 纏纒 臈﨟 虎乕 裏裡 鑑鑒 繍繡 庵菴 賢贒 釜釡 陰隂 面靣 最㝡 叱𠮟
輌輛 憩憇 嘗甞 喩喻 告吿 曠昿 餐飡 霧雺 廻𢌞 舗舖 腸膓 麸麩 隙𨻶 仞仭 糾糺 稚穉
"""

APART = "崎埼 余予 州洲 阪坂 畑畠 台怡 晃晄 輝暉 准準 弁辨 庄荘 着著 祇祗"
"""Pairs that must never meet."""


def families() -> dict[str, str]:
    """The everyday form and its variants; raises if a character stands in two families."""
    same: dict[str, str] = {}
    taken: dict[str, str] = {}
    for family in dict.fromkeys(FAMILIES.split()):
        usual = family[0]
        variants = [sign for sign in family[1:] if unicodedata.normalize("NFKC", sign) != usual]
        for sign in (usual, *variants):
            if unicodedata.normalize("NFKC", sign) != sign:
                raise SystemExit(f"{sign} never survives NFKC")
            if sign in taken:
                raise SystemExit(f"{sign} stands with {taken[sign]} and with {usual}")
            taken[sign] = usual
        if variants:
            same[usual] = "".join(variants)
    for pair in APART.split():
        one, other = pair[0], pair[1]
        if taken.get(one, one) == taken.get(other, other):
            raise SystemExit(f"{one} and {other} are not the same")
    return same


def print_unknown(same: dict[str, str]) -> None:
    try:
        from ja_itaiji import Itaiji
    except ImportError:
        return
    pairs = [(usual, sign) for usual, others in same.items() for sign in others]
    unknown = [usual + sign for usual, sign in pairs if not Itaiji.is_family(usual, sign)]
    print(f"{len(pairs)} pairs; not in ja-itaiji: {' '.join(unknown)}")


def main() -> None:
    same = families()
    print_unknown(same)
    about = "Everyday kanji and the variants of it that a search takes for the same."
    lines = ",\n".join(f'  "{usual}": "{others}"' for usual, others in sorted(same.items()))
    OUT.write_text(f'{{\n "about": {json.dumps(about)},\n "same": {{\n{lines}\n }}\n}}\n', "utf-8")


if __name__ == "__main__":
    main()
