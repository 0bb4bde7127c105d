"""Rosters laid out by many hands: households, people and groups are counted right."""

from pathlib import Path

import pytest
from tests.exchange.given import from_csv

COUNTS = {
    "families apart by blank rows": (
        "氏名,続柄,年齢,電話\n丸山 太郎,,80,0263-72-1111\n花子,妻,75,\n\n"
        "百瀬 誠,,60,0263-72-1112\n恵,妻,58,\n一,長男,30,\n",
        (2, 5, 0),
    ),
    "the family beside the head, going on below": (
        "組,世帯主,家族\n1,丸山 太郎,花子\n,,一郎\n1,百瀬 誠,恵\n2,務台 清,\n",
        (3, 6, 2),
    ),
    "the number in each row": (
        "世帯番号,氏名（続柄）,生年月日,隣組\n1,丸山 太郎（世帯主）,S21.4.2,1\n"
        "1,丸山 花子（妻）,S25.1.3,1\n2,百瀬 誠（世帯主）,S30.1.1,1\n",
        (2, 3, 1),
    ),
    "two heads of the same name": (
        "組,世帯主,続柄,氏名\n1,丸山 太郎,世帯主,丸山 太郎\n1,丸山 太郎,妻,丸山 花子\n"
        "1,百瀬 誠,世帯主,百瀬 誠\n2,百瀬 誠,世帯主,百瀬 誠\n",
        (3, 4, 2),
    ),
    "more people than names": (
        "組,番号,続柄,氏名,人数\n1,1,本人,丸山 太郎,4\n1,1,妻,花子,\n1,2,本人,百瀬 誠,1\n",
        (2, 5, 1),
    ),
    "men, women and the old": (
        "班,世帯主,住所,男,女,計,65歳以上\n1,丸山 太郎,1-2,1,2,3,1\n2,百瀬 花子,1-3,0,1,1,1\n",
        (2, 4, 2),
    ),
    "wards of groups": (
        "地区名,班,氏名,住所,世帯人員\n本町,1,丸山 太郎,本町1-2,３人\n"
        "本町,2,百瀬 花子,本町1-3,２人\n"
        "栄町,1,務台 誠,栄町1-4,１人\n",
        (3, 6, 3),
    ),
    "group and place in one cell": (
        "組-番,氏名,電話\n1-1,丸山 太郎,0263-72-1111\n1-2,百瀬 花子,\n2-1,務台 誠,\n",
        (3, 3, 2),
    ),
    "headings in two lines of a csv": (
        "令和8年度 世帯名簿,,,,,\n,,,,,令和8年4月1日現在\n\nNo.,氏名,,連絡先,,人数\n"
        ",世帯主,ﾌﾘｶﾞﾅ,TEL,携帯,\n1組,,,,,\n1,丸山 太郎,ﾏﾙﾔﾏ ﾀﾛｳ,263721111,なし,3\n"
        "2組,,,,,\n2,務台 誠,ﾑﾀｲ ﾏｺﾄ,263723333,,1\n合計,,,,,4\n",
        (2, 4, 2),
    ),
    "officers below the total": (
        "番号,氏名,住所,電話番号,家族数\n【第１隣組】 隣組長 丸山太郎,,,,\n"
        "1,丸山 太郎,1-2,263721111,4\n"
        "第２隣組（組長：務台　TEL 0263-72-3333）,,,,\n1,務台 誠,3-4,,2\n第2隣組計,,,1戸,2人\n"
        "総計,,,2世帯,6人\n\n連絡先,区長 丸山太郎,,0263-72-0000,\n",
        (2, 6, 2),
    ),
    "plots without a house": (
        "組,番号,氏名,住所,電話\n1,1,丸山 太郎,1-2,0263-72-1111\n1,2,欠番,,\n1,3,（空き地）,1-4,\n"
        "1,4,,,\n2,1,務台 誠,1-4,\n",
        (2, 2, 2),
    ),
    "a baby without a name": (
        "組,番号,続柄,氏名,年齢\n1,1,本人,丸山 太郎,40\n,,妻,花子,38\n,,長男,,0\n"
        "1,2,本人,百瀬 誠,70\n",
        (2, 4, 1),
    ),
    "numbers in full width": (
        "組,世帯主,人数,電話\n１,丸山　太郎,３,０２６３７２１１１１\n"
        "２,百瀬　花子,２,０９０１１１１２２２２\n",
        (2, 5, 2),
    ),
}


@pytest.mark.parametrize("what", COUNTS)
def test_counts(what: str, tmp_path: Path) -> None:
    text, expected = COUNTS[what]
    reading = from_csv(tmp_path, text)
    assert (len(reading.records), reading.members, len(reading.groups)) == expected
