"""Lists of chosen households as text, and whom they may be given to."""

import pytest

from kucho_desktop.core.audiences import Audience
from kucho_desktop.households.model.lists.conditions import Condition
from kucho_desktop.households.model.lists.wanted import HouseholdList, from_text, from_texts


def test_a_list_is_handed_over_as_text_and_comes_back_the_same():
    made = HouseholdList(
        "見守り",
        ("alone",),
        (Condition("address", "holds", "豊科"),),
        True,
        ("head", "ages"),
        "oldest",
        True,
        frozenset({3, 5}),
    )
    assert from_text(made.as_text()) == made


def test_what_a_newer_program_asked_for_is_left_out():
    said = '{"ready": ["alone", "robots"], "own": [["mood", "is", "good"]], "any": false}'
    made = from_texts("一覧", said, "head,mood", "-mood")
    assert made.ready == ("alone",)
    assert made.conditions == ()
    assert made.columns == ("head",)
    assert made.sort == ""


@pytest.mark.parametrize(
    ("made", "too_much"),
    [
        (HouseholdList(ready=("away_by_day",)), ["日中は不在"]),
        (HouseholdList(conditions=(Condition("membership", "is", "none"),)), ["加入区分"]),
        (HouseholdList(sort="oldest"), ["最年長の年齢"]),
        (HouseholdList(sort="kana"), []),
        (HouseholdList(conditions=(Condition("tonarigumi_id", "is", "4"),)), []),
    ],
)
def test_a_wide_audience_is_not_told_by_who_stands_on_the_list(made, too_much):
    assert made.tells_too_much(Audience.EVERY_HOUSEHOLD) == too_much
    assert made.tells_too_much(Audience.OFFICERS) == []
