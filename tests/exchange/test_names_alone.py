"""One column of names without headings: read as written where they are plainly people's."""

import pytest
from tests.exchange.given import from_csv

from kucho_desktop.core.errors import CannotReadTable

RUN_TOGETHER = ["丸山太郎", "髙橋花子", "山崎一", "𠮷田清", "葛󠄀城さくら", "小林健太"]


def read(path, names):
    return from_csv(path, "\n".join(names) + "\n")


def test_names_without_a_space_are_kept_as_they_are_written(tmp_path):
    reading = read(tmp_path, RUN_TOGETHER)
    assert [each.people[0]["name"] for each in reading.records] == RUN_TOGETHER
    (said,) = reading.problems
    assert "空きがありません" in said.reason
    assert said.row == 0


def test_nothing_is_said_where_most_names_have_a_space(tmp_path):
    names = ["丸山 太郎", "髙橋 花子", "山崎　一", "𠮷田清"]
    reading = read(tmp_path, names)
    assert [each.people[0]["name"].split() for each in reading.records] == [
        each.split() for each in names
    ]
    assert reading.problems == ()


@pytest.mark.parametrize(
    "lines",
    [
        ["総会資料", "役員名簿", "会計報告", "事業計画", "予算書"],
        ["草刈り", "側溝掃除", "防災訓練", "敬老会", "盆踊り"],
        ["松本市", "安曇野市", "塩尻市", "大町市", "池田町"],
        ["区長", "副区長", "会計", "書記", "監事"],
        ["消火器", "担架", "発電機", "拡声器", "テント"],
        ["丸山太郎", "髙橋花子"],
    ],
)
def test_other_words_in_one_column_are_no_roster(tmp_path, lines):
    with pytest.raises(CannotReadTable):
        read(tmp_path, lines)
