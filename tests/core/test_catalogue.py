"""The reader of compiled catalogues says what gettext's own reader says."""

import gettext
import io

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import read_mo, write_mo

from kucho_desktop.core.catalogue import Catalogue
from kucho_desktop.core.places import translations


def compiled(tmp_path, locale, texts):
    catalogue = Catalog(locale)
    for text, said in texts.items():
        catalogue.add(text, said)
    file = io.BytesIO()
    write_mo(file, catalogue)
    path = tmp_path / "texts.mo"
    path.write_bytes(file.getvalue())
    return path


def test_every_japanese_text_is_found():
    path = translations() / "ja" / "LC_MESSAGES" / "kucho_desktop.mo"
    ours = Catalogue(path)
    with path.open("rb") as file:
        texts = [message for message in read_mo(file) if message.id]
    assert len(texts) > 500
    for text in texts:
        if text.pluralizable:
            one, many = text.id
            assert [ours.ngettext(one, many, count) for count in (0, 1, 2)] == [text.string[0]] * 3
        else:
            assert ours.gettext(text.id) == text.string


def test_text_that_is_missing_stays_english(tmp_path):
    ours = Catalogue(compiled(tmp_path, "ja", {"Household": "世帯", "Area": "区域"}))
    assert ours.gettext("Household") == "世帯"
    assert ours.gettext("Area") == "区域"
    for text in ("A", "Household ", "Zone", "世帯"):
        assert ours.gettext(text) == text
    assert ours.ngettext("{count} box", "{count} boxes", 1) == "{count} box"
    assert ours.ngettext("{count} box", "{count} boxes", 3) == "{count} boxes"


@pytest.mark.parametrize("locale", ["ja", "en", "pl"])
def test_each_count_takes_its_form(tmp_path, locale):
    forms = {"ja": ("箱",), "en": ("box", "boxes"), "pl": ("pudło", "pudła", "pudeł")}[locale]
    path = compiled(tmp_path, locale, {("{count} box", "{count} boxes"): forms})
    with path.open("rb") as file:
        usual = gettext.GNUTranslations(file)
    ours = Catalogue(path)
    for count in (0, 1, 2, 5, 11, 22, 100):
        said = ours.ngettext("{count} box", "{count} boxes", count)
        assert said == usual.ngettext("{count} box", "{count} boxes", count)


def test_without_a_file_everything_is_english():
    assert Catalogue().gettext("Household") == "Household"


def test_another_file_is_refused(tmp_path):
    path = tmp_path / "texts.mo"
    path.write_bytes(b"no catalogue at all")
    with pytest.raises(ValueError, match="no compiled catalogue"):
        Catalogue(path)
