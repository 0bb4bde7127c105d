"""What a step did is told with the name of the household, even when that one has gone since."""

from datetime import date

from kucho_desktop.core.history import last_steps
from kucho_desktop.core.steps import changes_of
from kucho_desktop.households import store


def test_a_household_that_left_is_told_by_its_name(book):
    id_ = store.add_household(book, "手塚 久雄", address="豊科1", since="2020-04-01")
    who = store.household(book, id_).members[0].id
    store.member_dies(book, id_, who, date(2026, 5, 1), None, "empty")
    store.household_leaves(book, id_, date(2026, 8, 3))
    (step,) = last_steps(book, 1)
    (told,) = store.told_of_households(book, changes_of(book, step.id, 99)[0])
    assert told.subject == "手塚 久雄 宅"
    assert any("令和8年8月3日" in line for line in told.lines)
