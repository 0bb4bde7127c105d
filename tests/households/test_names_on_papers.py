"""Names on papers and in tables: what was chosen where a character is missing, and by what name."""

import pytest
from paper.reading import text
from pypdfium2 import PdfDocument

from kucho_desktop.app.papers import make_paper
from kucho_desktop.app.writing_out.table import gather_table, lost_characters, save_table
from kucho_desktop.core.audiences import Audience
from kucho_desktop.exchange.writing_csv import JAPANESE, UTF8
from kucho_desktop.households import store
from kucho_desktop.households.model import Member
from kucho_desktop.paper import glyphs

OWN = "\ue000"  # drawn by somebody for himself: in no font
NAME = f"{OWN}田 一郎"


@pytest.fixture(autouse=True)
def bundled_fonts_only(monkeypatch):
    monkeypatch.setattr(glyphs, "_installed_moji_joho", lambda: None)
    glyphs._glyph.cache_clear()
    yield
    glyphs._glyph.cache_clear()


@pytest.fixture
def home(book):
    id_ = store.add_household(book, NAME, kana="よしだ いちろう", number="1")
    store.add_member(book, id_, Member(0, relation="妻", name=f"{OWN}田 花子", born="1950-04-01"))
    return id_


def choose(book, home, *written: str) -> None:
    for member, name in zip(store.household(book, home).members, written, strict=False):
        store.change_names(book, member.id, member.name, {"drawn_as": name})


@pytest.mark.parametrize(
    "name", ["roster-officers", "group-roster", "household-sheet", "elders-list"]
)
def test_the_chosen_name_stands_on_every_paper(book, home, name):
    made = make_paper(book, name)
    assert OWN in made.replaced
    choose(book, home, "吉田 一郎", "吉田 花子")
    made = make_paper(book, name)
    said = text(made)
    assert "吉田 一郎" in said or "吉田 花子" in said
    assert "〓" not in said
    assert made.replaced == ()
    assert (NAME, "吉田 一郎") in made.instead or (f"{OWN}田 花子", "吉田 花子") in made.instead


def test_the_paper_says_what_was_replaced_and_by_what(book, home):
    choose(book, home, "吉田 一郎")
    made = make_paper(book, "roster-officers")
    assert made.instead == ((NAME, "吉田 一郎"),)
    assert made.replaced == ()
    assert made.remarks() == [f"選んだ書き方で刷ります：{NAME}→吉田 一郎"]


def test_a_name_that_a_font_has_after_all_is_not_replaced(book):
    id_ = store.add_household(book, "𠮷田 一郎")
    choose(book, id_, "吉田 一郎")
    made = make_paper(book, "roster-officers")
    assert "𠮷田 一郎" in text(made)
    assert made.instead == ()


def test_a_kanji_in_a_form_of_its_own_is_drawn_in_it_on_paper(book):
    """Both copies are equal but for the selector; the picture of the paper is not."""
    seen = []
    id_ = store.add_household(book, "葛城 一郎")
    for name in ("葛城 一郎", "葛\U000e0100城 一郎"):
        store.change_household(book, id_, "head", name)
        made = make_paper(book, "roster-officers")
        assert made.replaced == ()
        document = PdfDocument(made.pdf)
        seen.append(document[0].render(scale=2, grayscale=True).to_pil().tobytes())
        document.close()
    assert seen[0] != seen[1]


def test_papers_for_others_bear_the_name_that_somebody_goes_by(book, home):
    head = store.household(book, home).members[0]
    goes_by = {"known_as": "金山 一郎", "known_as_kana": "かなやま いちろう", "by_known_as": 1}
    store.change_names(book, head.id, head.name, goes_by)
    said = text(make_paper(book, "roster-officers", audience=Audience.OFFICERS))
    assert "金山 一郎" in said
    assert "かなやま" in said


def test_an_old_table_has_the_chosen_name_instead_of_a_lost_character(book, tmp_path):
    id_ = store.add_household(book, "𠮷田 一郎")
    outgoing = gather_table(book, Audience.CHIEF)
    path = tmp_path / "名簿.csv"
    assert lost_characters(outgoing, path, JAPANESE) == ["𠮷"]
    choose(book, id_, "吉田 一郎")
    outgoing = gather_table(book, Audience.CHIEF)
    assert lost_characters(outgoing, path, JAPANESE) == []
    assert outgoing.chosen_for(JAPANESE) == ["𠮷田 一郎→吉田 一郎"]
    assert outgoing.chosen_for(UTF8) == []
    save_table(outgoing, path, JAPANESE)
    assert "吉田 一郎" in path.read_text("cp932")
    assert "〓" not in path.read_text("cp932")
    save_table(outgoing, path, UTF8)
    assert "𠮷田 一郎" in path.read_text("utf-8-sig")
