"""Every page says whose it is, for whom, as of when, for what purpose, and which copy."""

import subprocess
import sys
from dataclasses import replace
from datetime import date
from io import BytesIO

import pypdf
import pytest
from paper.reading import fonts, looks_like, text, texts

from kucho_desktop.core.audiences import Audience
from kucho_desktop.paper.bars import Pair, pairs_of_bars
from kucho_desktop.paper.blanks import Blank, blanks
from kucho_desktop.paper.fitting import Align
from kucho_desktop.paper.imprint import Imprint
from kucho_desktop.paper.marks import framed, seal, tick_boxes, writing_line
from kucho_desktop.paper.sheet import Sheet

IMPRINT = Imprint(
    "梓野区",
    Audience.OFFICERS,
    date(2026, 4, 1),
    date(2026, 11, 20),
    "梓野区の運営（連絡・回覧・区費・行事・防災）のためにのみ利用します。",
)


def sheet(imprint=IMPRINT, **options):
    made = Sheet("区民名簿", imprint, personal=True, **options)
    made.paragraph("本文です。")
    return made


def test_a_page_says_what_it_is():
    (page,) = texts(sheet().printed())
    for said in (
        "梓野区",
        "区民名簿",
        "対象：役員",
        "取扱注意",
        "令和8年4月1日(水)現在",
        "利用目的：梓野区の運営",
        "作成日 令和8年11月20日(金)",
        "1/1 ページ",
        "配布番号 No. ＿",
    ):
        assert said in page


def test_a_paper_without_persons_bears_no_mark_and_no_number():
    page = text(Sheet("世帯数報告", IMPRINT).printed())
    assert "取扱注意" not in page
    assert "配布番号" not in page


def test_every_copy_has_its_number():
    printed = sheet(replace(IMPRINT, copy_numbers=(7, 8, 9))).printed()
    assert printed.pages == 3
    for number, page in zip((7, 8, 9), texts(printed), strict=True):
        assert f"配布番号 No. {number}" in page
        assert "本文です" in page
        assert "1/1 ページ" in page


def test_copies_share_their_body():
    one, twenty = (
        len(sheet(replace(IMPRINT, copy_numbers=tuple(range(count)))).printed().pdf)
        for count in (1, 20)
    )
    assert twenty < one + 19 * 1500


def test_parts_are_counted_and_numbered_each_for_itself():
    made = Sheet("隣組名簿", replace(IMPRINT, copy_numbers=(1, 2, 3, 4)), personal=True)
    for group in ("第1隣組", "第2隣組"):
        made.new_part(group)
        made.paragraph(f"{group}のみなさん")
    printed = made.printed()
    numbers = [1, 2, 3, 4]
    for page, number, group in zip(
        texts(printed), numbers, ["第1隣組"] * 2 + ["第2隣組"] * 2, strict=True
    ):
        assert f"No. {number}" in page
        assert f"{group}のみなさん" in page
        assert "1/1 ページ" in page
    assert printed.parts == 2


def test_the_same_input_gives_the_same_bytes():
    assert sheet().printed().pdf == sheet().printed().pdf


def test_the_file_says_its_title_and_language_and_no_more():
    reader = pypdf.PdfReader(BytesIO(sheet().printed().pdf))
    assert dict(reader.metadata) == {"/Title": "区民名簿"}
    assert reader.trailer["/Root"]["/Lang"] == "ja"


def test_every_font_is_embedded_as_a_subset():
    found = fonts(sheet().printed())
    assert found
    assert all(found.values())
    assert all("+" in name for name in found)
    assert not [name for name in found if "Helvetica" in name]


def test_text_is_copied_as_it_was_written():
    made = sheet()
    names = "𠮷田 髙橋 山﨑 葛\U000e0100城 𣘺本"
    made.paragraph(names)
    printed = made.printed()
    assert names in text(printed)
    assert printed.replaced == ()


def test_what_no_font_has_is_named():
    made = sheet()
    made.paragraph("外字\ue000の人")
    printed = made.printed()
    assert "外字〓の人" in text(printed)
    assert printed.replaced == ("\ue000",)


def test_a_very_long_purpose_leaves_room_for_the_paper():
    (page,) = texts(sheet(replace(IMPRINT, purpose="区の運営のため。" * 200)).printed())
    assert "…" in page
    assert "本文です" in page


@pytest.mark.parametrize("size", [12.0, 14.0])
def test_prose_marks_and_forms_look_as_approved(size):
    made = Sheet("届出", replace(IMPRINT, size=size), personal=True, binding=True)
    made.heading("お願い")
    made.paragraph("ご記入いただいた個人情報は、区の運営（連絡・回覧・防災）にのみ利用します。" * 2)
    made.gap()
    blanks(made, [[Blank("氏名", "𠮷田 髙志", 2), Blank("性別", "女", 1, ("男", "女"))]])
    left, top = framed(made, "同意", size * 8)
    tick_boxes(made, left, top - size, ("同意します", "同意しません"), "同意します")
    writing_line(made, left, top - size * 4, size * 20, "署名")
    seal(made, left + size * 23, top - size * 3.5)
    made.gap(1)
    pairs_of_bars(made, ("男", "女"), [Pair("75歳以上", 12, 20), Pair("0–14歳", 7, 0)])
    made.write(made.right, made.at - 20, "右寄せ", align=Align.RIGHT)
    assert looks_like(made.printed(), f"parts-{size:g}")


def test_what_the_window_needs_to_know_loads_no_printing_library():
    code = "import sys, kucho_desktop.paper.imprint; print('reportlab' in sys.modules)"
    run = subprocess.run(
        [sys.executable, "-c", code],
        env={"PYTHONPATH": ":".join(sys.path)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert run.stdout.strip() == "False"
