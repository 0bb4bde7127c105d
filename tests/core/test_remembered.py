"""What was touched since a book was last read."""

from kucho_desktop.core.remembered import changes_since, mark
from kucho_desktop.households.store import add_household, change_household


def test_only_the_steps_since_are_looked_at_however_long_the_journal_is(book, monkeypatch):
    """The journal of ten years must not be gone through for each edit."""
    id_ = add_household(book, "桒原 清")
    asked = []
    before, own = mark(book), book.tuples

    def tuples(sql, **values):
        asked.append(own(f"EXPLAIN QUERY PLAN {sql}", **values)[0][-1])
        return own(sql, **values)

    change_household(book, id_, "phone", "0263-72-0000")
    monkeypatch.setattr(book, "tuples", tuples)
    assert changes_since(book, before, 10) == {"household": frozenset({id_})}
    assert [plan for plan in asked if "entry" in plan] == [
        "SEARCH entry USING INDEX entry_step (step>?)"
    ]


def test_more_than_was_asked_for_is_no_answer(book):
    id_ = add_household(book, "桒原 清")
    before = mark(book)
    change_household(book, id_, "phone", "0263-72-0000")
    assert changes_since(book, before, 0) is None
