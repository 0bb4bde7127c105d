"""Search as one types finds what a plain look at every text finds."""

import string

from hypothesis import given
from hypothesis import strategies as st

from kucho_desktop.core import search
from kucho_desktop.core.search import SearchFilter
from kucho_desktop.core.text import fold, search_words

TEXTS = [fold(text) for text in ("髙橋 一郎 たかはし 0263-72-0101", "濵田 清 はまだ", "高橋 花子")]


def test_variants_and_width_do_not_matter():
    found = SearchFilter(TEXTS)
    assert list(found.find("高橋")) == [0, 2]
    assert list(found.find("タカハシ")) == [0]
    assert list(found.find("７２０１")) == [0]
    assert list(found.find("橋 花")) == [2]
    assert list(found.find("花 橋")) == [2]
    assert list(found.find("")) == [0, 1, 2]
    assert list(found.find("いない")) == []


def test_loading_forgets_what_was_found():
    found = SearchFilter(TEXTS)
    assert list(found.find("はまだ")) == [1]
    found.load(TEXTS[:1])
    assert list(found.find("はまだ")) == []
    assert len(found) == 1


LETTERS = st.text(alphabet="たかはし01橋 ", max_size=8)


@given(
    st.lists(st.text(alphabet="たかはし01橋", max_size=12), max_size=12),
    st.lists(LETTERS, max_size=30),
)
def test_what_is_remembered_never_changes_the_answer(texts, entries):
    found = SearchFilter(texts)
    for entry in entries:
        for length in range(len(entry) + 1):
            words = search_words(entry[:length])
            plain = [row for row, text in enumerate(texts) if all(word in text for word in words)]
            first = found.first(entry[:length], 2)
            assert first == (plain[:2] if words else [])
            if length % 2:
                assert list(found.find(entry[:length])) == plain
                assert found.knows(entry[:length])
            assert found.first(entry[:length], 3) == (plain[:3] if words else [])


def test_the_first_hits_are_found_without_looking_at_the_rest(monkeypatch):
    monkeypatch.setattr(search, "_AT_ONCE", 3)
    found = SearchFilter([f"たかはし{number}" for number in range(10)])
    assert found.first("たか", 2) == [0, 1]
    assert not found.knows("たか")
    assert found.first("たかはし8", 2) == [8]
    assert found.knows("たかはし8")
    assert list(found.find("たか")) == list(range(10))
    assert found.knows("たか")
    assert found.knows("")
    found.load([f"たかはし{number}" for number in range(10)])
    assert found.first("たか", 9, within=3) == [0, 1, 2]
    assert found.first("し8", 9, within=3) == [8]
    assert list(found.find("たか")) == list(range(10))
    assert found.first("", 5) == []


def test_a_changed_text_is_found_and_its_former_one_is_not():
    found = SearchFilter(TEXTS)
    assert list(found.find("はまだ")) == [1]
    found.change(1, fold("濵田 清 あらた"))
    assert list(found.find("はまだ")) == []
    assert found.first("あらた", 8) == [1]


def test_many_entries_do_not_pile_up():
    found = SearchFilter(TEXTS)
    for first in string.ascii_lowercase:
        for second in string.ascii_lowercase:
            found.find(first + second)
    assert len(found._known) <= 64
