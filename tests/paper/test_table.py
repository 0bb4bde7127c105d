"""Tables: nothing is lost over pages, long names shrink before they are cut."""

from dataclasses import replace
from datetime import date

import pytest
from paper.reading import looks_like, text, texts

from kucho_desktop.core.audiences import Audience
from kucho_desktop.paper.fitting import Align, fit
from kucho_desktop.paper.glyphs import Font
from kucho_desktop.paper.imprint import Imprint
from kucho_desktop.paper.sheet import Sheet
from kucho_desktop.paper.table import Band, Column, Table

IMPRINT = Imprint("梓野区", Audience.OFFICERS, date(2026, 4, 1), date(2026, 11, 20))
NAME = Column("氏名", 8)
PLACE = Column("住所", 14, lines=2)
YEN = Column("区費", 4, Align.RIGHT, whole=True)


def printed(columns, rows, **imprint):
    sheet = Sheet("名簿", replace(IMPRINT, **imprint))
    Table(sheet, columns).draw(rows)
    return sheet.printed()


def rows_of(count):
    return [(f"髙橋 {at}郎", f"豊科{at}-1", f"{at},000円") for at in range(count)]


def test_every_row_is_there_once_and_titles_are_on_every_page():
    pages = texts(printed((NAME, PLACE, YEN), rows_of(100)))
    assert len(pages) > 2
    assert all("住所" in page for page in pages)
    together = "\n".join(pages)
    assert [at for at in range(100) if together.count(f"髙橋 {at}郎") != 1] == []


def test_a_group_never_begins_at_the_very_foot_and_is_said_again_on_the_next_page():
    for before in range(20, 40):
        rows = [*rows_of(before), Band("第2隣組"), *rows_of(30)]
        pages = texts(printed((NAME, PLACE, YEN), rows))
        first = next(page for page in pages if "第2隣組" in page)
        after = first.split("第2隣組")[1]
        assert after.count("郎") >= 2
        assert "第2隣組（続き）" in pages[-1] or first is pages[-1]


def test_a_table_without_rows_still_has_its_titles():
    (page,) = texts(printed((NAME, PLACE, YEN), []))
    assert "氏名" in page


def test_an_empty_text_leaves_its_cell_free():
    assert "豊科1" in text(printed((NAME, PLACE, YEN), [("", "豊科1", "")]))


@pytest.fixture
def letters():
    return Sheet("名簿", IMPRINT).lettering[Font.TABLE]


def test_a_long_name_is_condensed_then_smaller_then_cut(letters):
    as_is, condensed, smaller, short = (
        fit(letters, "長" * count, 12, 72) for count in (6, 7, 10, 30)
    )
    assert (as_is.size, as_is.condensed) == (12, 100)
    assert condensed.size == 12
    assert 75 <= condensed.condensed < 100
    assert smaller.size < 12
    assert smaller.size >= 12 * 0.7
    assert letters.piece("長" * 10 + "…") == short.piece
    assert all(each.width <= 72.01 for each in (as_is, condensed, smaller, short))


def test_an_amount_is_never_cut(letters):
    fitted = fit(letters, "123,456,789,012円", 12, 20, whole=True)
    assert fitted.piece == letters.piece("123,456,789,012円")
    assert fitted.width <= 20.01


def test_a_long_address_takes_two_lines():
    place = "安曇野市豊科南穂高字重柳五千七百二十三番地十二 グリーンハイツ髙橋 203号室"
    page = text(printed((NAME, PLACE, YEN), [("𠮷田 一", place, "1円"), *rows_of(3)]))
    assert place.replace(" ", "") in page.replace("\n", "").replace(" ", "")


def test_a_table_goes_on_below_what_stands_above():
    sheet = Sheet("名簿", IMPRINT)
    sheet.paragraph("はじめに。")
    before = sheet.at
    Table(sheet, (NAME,)).draw([("山田",)])
    assert sheet.at < before
    assert texts(sheet.printed())[0].count("山田") == 1


@pytest.mark.parametrize("size", [12.0, 14.0])
def test_a_roster_looks_as_approved(size):
    long = "安曇野市豊科南穂高字重柳五千七百二十三番地十二 グリーンハイツ髙橋 203号室"
    rows = [
        Band("第1隣組"),
        *rows_of(4),
        ("髙橋ヴィルヘルミーナ愛子・寿限無寿限無", long, "12,000円"),
    ]
    rows += [("𠮷田 﨑子", "豊科1", "0円"), Band("第2隣組"), *rows_of(20)]
    assert looks_like(printed((NAME, PLACE, YEN), rows, size=size), f"table-{size:g}")
