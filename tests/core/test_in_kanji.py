"""Numbers of an address as they are written downward."""

import pytest

from kucho_desktop.core.in_kanji import address_in_kanji


@pytest.mark.parametrize(
    ("written", "downward"),
    [
        ("安曇野市豊科1234-5", "安曇野市豊科一二三四‐五"),
        ("豊科12丁目3番地10号", "豊科十二丁目三番地一〇号"),
        ("10丁目20丁目1丁目21丁目", "十丁目二十丁目一丁目二十一丁目"),
        ("豊科１２３－４", "豊科一二三‐四"),
        ("コーポ梓202号室", "コーポ梓二〇二号室"),
        ("メゾン・ド・アズミノ A棟", "メゾン・ド・アズミノ A棟"),
        ("コーヒーハイツ", "コーヒーハイツ"),
        ("", ""),
    ],
)
def test_an_address_in_kanji(written, downward):
    assert address_in_kanji(written) == downward
