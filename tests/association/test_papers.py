"""The recovery code on paper."""

from datetime import date
from io import BytesIO

import pypdfium2
import pytest
from pypdf import PdfReader

from kucho_desktop.association.papers import recovery_sheet, sealed_sheet
from kucho_desktop.core.audiences import Audience
from kucho_desktop.core.keys import recovery_code
from kucho_desktop.paper.imprint import Imprint

CODE = recovery_code(bytes(range(7, 39)))
DAY = date(2026, 11, 20)
SHEETS = (recovery_sheet, sealed_sheet)


def text_of(printed):
    return "".join(page.extract_text() for page in PdfReader(BytesIO(printed.pdf)).pages)


def imprint(name="梓野区", size=12.0):
    return Imprint(name, Audience.CHIEF, DAY, DAY, size=size)


@pytest.mark.parametrize("draw", SHEETS)
@pytest.mark.parametrize("size", [12.0, 14.0])
def test_every_group_stands_there_once_on_one_page(draw, size):
    printed = draw(CODE, "梓野区.kucho", imprint(size=size))
    text = text_of(printed)
    assert printed.pages == 1
    assert all(text.count(group) == 1 for group in CODE.split("-"))
    assert "梓野区.kucho" in text
    assert "令和8年11月20日" in text
    assert "取扱注意" in text


def test_the_sealed_one_says_what_the_deputy_does():
    text = text_of(sealed_sheet(CODE, "梓野区.kucho", imprint()))
    for said in ("副区長", "立会人", "開けた理由", "合言葉を忘れた"):
        assert said in text


def test_the_code_is_not_in_what_a_pdf_says_of_itself():
    metadata = str(PdfReader(BytesIO(recovery_sheet(CODE, "a.kucho", imprint()).pdf)).metadata)
    assert not any(group in metadata for group in CODE.split("-"))


@pytest.mark.parametrize("draw", SHEETS)
def test_a_long_name_and_rare_letters_fit(draw):
    name = "葛󠄀城𠮷﨑町内会連合自治会第三地区" * 2
    printed = draw(CODE, f"{name}.kucho", imprint(name, 14.0))
    assert printed.pages == 1
    assert draw(CODE, f"{name}.kucho", imprint(name, 14.0)).pdf == printed.pdf


@pytest.mark.parametrize("draw", SHEETS)
def test_there_is_a_black_and_white_square_to_be_read_by_a_camera(draw):
    """The QR code is the one thing with so many changes along a line of the page."""
    page = pypdfium2.PdfDocument(draw(CODE, "a.kucho", imprint()).pdf)[0]
    picture = page.render(scale=2).to_pil().convert("1")
    across = [
        sum(picture.getpixel((x, y)) != picture.getpixel((x + 1, y)) for x in range(850, 1140))
        for y in range(picture.height)
    ]
    assert max(across) >= 18
