"""The catalogues: up to date with the code, Japanese complete, in the words of the user."""

import string
from pathlib import Path

import catalogue
import pytest

# Words of the trade that a chief of 75 need not know, and what to say instead.
NOT_THE_USERS_WORDS = {
    "データベース": "ファイル、台帳",
    "インポート": "読み込み",
    "エクスポート": "書き出し",
    "エラー": "できなかったことを文で",
    "バックエンド": "(いらない)",
    "ファイル形式": "ファイルの種類",
    "バリデーション": "確かめる",
    "マイグレーション": "新しくする",
    "ロールバック": "元に戻す",
    "トランザクション": "(いらない)",
    "スキーマ": "(いらない)",
    "デフォルト": "はじめの",
    "レコード": "世帯、行",
    "フィールド": "項目",
    "エンコード": "文字の種類",
    "文字コード": "文字の種類",
    "パース": "読み取る",
    "オブジェクト": "(いらない)",
    "パラメータ": "(いらない)",
    "ログイン": "開く",
    "キャッシュ": "(いらない)",
    "無効な値": "何がどう違うかを文で",
    "不正な": "何がどう違うかを文で",
}

each_language = pytest.mark.parametrize(
    "path", catalogue.languages(), ids=lambda path: path.parents[1].name
)


def _fields(text: str) -> set[str]:
    return {
        name for _before, name, _spec, _how in string.Formatter().parse(text) if name is not None
    }


def test_catalogues_are_what_the_code_says() -> None:
    assert not [problem for problem in catalogue.problems() if "run merge" in problem]


def test_japanese_is_complete() -> None:
    path = catalogue.TRANSLATIONS / "ja" / "LC_MESSAGES" / "kucho_desktop.po"
    assert not catalogue.untranslated(catalogue.read(path))


def test_every_gap_in_a_text_has_a_name() -> None:
    """`{count}`, never `{}`: another language puts them in another order."""
    for message in catalogue.texts(catalogue.extract()):
        english = (message.id,) if isinstance(message.id, str) else message.id
        for text in english:
            assert all(name.isidentifier() for name in _fields(text)), text


@each_language
def test_a_translation_fills_the_same_gaps(path: Path) -> None:
    for message in catalogue.texts(catalogue.read(path)):
        english = (message.id,) if isinstance(message.id, str) else message.id
        gaps = set().union(*map(_fields, english))
        for text in filter(None, catalogue.forms(message)):
            # The form for one may leave its count out: 「世帯」 for "one household".
            assert _fields(text) <= gaps, text
            assert _fields(text) >= _fields(english[-1]), text


def test_japanese_is_in_the_users_words() -> None:
    path = catalogue.TRANSLATIONS / "ja" / "LC_MESSAGES" / "kucho_desktop.po"
    found = {
        (word, text)
        for message in catalogue.texts(catalogue.read(path))
        for text in catalogue.forms(message)
        for word in NOT_THE_USERS_WORDS
        if word in text
    }
    assert not found


def test_compiling_writes_what_the_program_reads(tmp_path: Path) -> None:
    import gettext

    po = tmp_path / "ja" / "LC_MESSAGES" / "kucho_desktop.po"
    po.parent.mkdir(parents=True)
    known = catalogue.Catalog(locale="ja")
    known.add("Household", "世帯")
    po.write_bytes(catalogue.as_bytes(known))
    catalogue.compile_catalogue(po)
    assert gettext.translation("kucho_desktop", tmp_path, ["ja"]).gettext("Household") == "世帯"


def test_merging_keeps_what_is_translated_and_drops_what_is_gone() -> None:
    template = catalogue.Catalog()
    template.add("Household")
    template.add("Member")
    template.add(("{count} household", "{count} households"))
    known = catalogue.Catalog(locale="ja")
    known.add("Household", "世帯")
    known.add("Donkey", "ろば")
    known.add(("{count} household", "{count} households"), ("{count}世帯",))
    merged = catalogue.merge(template, known)
    said = {catalogue.source_of(m): catalogue.forms(m) for m in catalogue.texts(merged)}
    assert said["Household"] == ("世帯",)
    assert said["{count} household"] == ("{count}世帯",)
    assert "Donkey" not in said
    assert catalogue.untranslated(merged) == ["Member"]
