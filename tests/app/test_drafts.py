"""What is typed and not finished, in every form of the program, comes back after a lock."""

from functools import partial

import pytest
import shiboken6
from app.desk_of_forms import begin_anew, lock, settle, unlock
from app.every_form import boxes_of, classes_with_boxes, fill, kinds_around, scenes, states

NOT_KEPT = {
    "PasswordLine": "a password",
    "TriedCode": "the recovery code",
    "Code": "the recovery code",
    "Naming": "there is no book yet in which it could be kept",
    "HandOverStep": "the book is closed while its user leaves office",
    "RemoveStep": "the book is closed while its user leaves office",
    "Listing": "only what is looked for",
    "YearList": "its lines are those of a list",
    "Filters": "only what is looked for",
}
"""Where something is typed that does not come back, and why."""
MAKE_FOR = {
    "CellDelegate": "RowsView",
    "LineDelegate": "WalkList",
    "_Row": "Proposals",
    "MeaningChoice": "SheetCard",
}
"""Whose boxes stand in something else."""
TRIED_APART = {
    "ProposedCard": "records.test_erasing_page: who was unticked stays so",
    "LeavingQuestion": "test_drafts_kept: who leaves is asked again",
    "_Taking": "test_drafts_kept: what was ticked of a table",
}


@pytest.fixture
def desk(desk_of_forms):
    return desk_of_forms


SHARES = 4
"""The scenes are many; several processes take a share of them each."""


@pytest.mark.parametrize("share", range(SHARES))
def test_what_is_typed_in_every_form_comes_back_after_a_lock(desk, qtbot, share):
    lost = {}
    for name, opens in scenes(desk.book)[share::SHARES]:
        begin_anew(desk, qtbot)
        opens(desk.window, qtbot.waitUntil)
        settle()
        page = desk.window.pages[desk.window.current]
        for number, box in enumerate(boxes_of(page)):
            if shiboken6.isValid(box) and box.isVisible():
                fill(box, f"ﾅ{number}")
                if "read in" in name:
                    qtbot.waitUntil(partial(_is_read, page), timeout=30_000)
        settle()
        before = states(page)
        lock(desk, qtbot)
        settle()
        unlock(desk, qtbot)
        again = states(desk.window.pages[desk.window.current])
        if "read in" in name or name == "a photo":  # files are read away from the window
            qtbot.waitUntil(partial(_are_back, desk, before), timeout=30_000)
            again = states(desk.window.pages[desk.window.current])
        gone = {at: (was, again.get(at)) for at, was in before.items() if again.get(at) != was}
        if gone:
            lost[name] = gone
    assert not lost


def _is_read(page) -> bool:
    return not page.wizard.intake.working_on


def _are_back(desk, before) -> None:
    again = states(desk.window.pages[desk.window.current])
    gone = {at: (was, again.get(at)) for at, was in before.items() if again.get(at) != was}
    assert not gone


def test_no_form_is_forgotten(desk, qtbot):
    """Whoever makes something to type into stands in one of the scenes."""
    met = set()
    for _name, opens in scenes(desk.book):
        begin_anew(desk, qtbot)
        opens(desk.window, qtbot.waitUntil)
        settle()
        met |= kinds_around(desk.window.pages[desk.window.current])
    makers = {MAKE_FOR.get(name, name) for name in classes_with_boxes()}
    missed = sorted(makers - met - NOT_KEPT.keys() - TRIED_APART.keys())
    assert not missed, "\n".join(missed)
