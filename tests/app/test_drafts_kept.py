"""What is written down of unfinished entries, and what becomes of it the next time."""

import json

import pytest
from app.desk_of_forms import PASSWORD, lock, unlock
from app.every_form import FAMILY, fill, sheet
from PySide6.QtCore import QTimer
from widgets.keyboard import be_in_front

from kucho_desktop.app.books import open_book
from kucho_desktop.app.reading_in.again import Judged
from kucho_desktop.association.store import name_association
from kucho_desktop.core.drafts import all_drafts
from kucho_desktop.core.errors import CannotKeep
from kucho_desktop.core.found import Place
from kucho_desktop.core.history import last_steps
from kucho_desktop.core.tables import TABLES
from kucho_desktop.households import store
from kucho_desktop.households.model.again.comparison import Proposal


@pytest.fixture
def desk(desk_of_forms):
    return desk_of_forms


def test_who_leaves_is_asked_again(desk, qtbot):
    sheet(desk.window)
    page = desk.window.pages["households"]
    page.go_to_household(3)
    member = page._household.members[1]

    def answer() -> None:
        page._leaving.day.setText("きのう")
        desk.away.hide_screen()

    QTimer.singleShot(0, answer)
    others = tuple(each for each in page._household.members if each != member)
    page._let_go(member, {"members": others})
    qtbot.waitUntil(lambda: desk.away.is_locked)
    asked = []

    def look() -> None:
        again = desk.window.pages["households"]._leaving
        if again is None:
            QTimer.singleShot(100, look)
            return
        asked.append((again.day.text(), again.isVisible()))
        again.reject()

    QTimer.singleShot(100, look)
    unlock(desk, qtbot)
    qtbot.waitUntil(lambda: bool(asked))
    assert asked == [("きのう", True)]


def test_what_was_ticked_of_a_table_comes_back():
    judged = Judged(Proposal((), ()))
    judged.wanted = {("gone", 5)}
    judged.refused = {(("changed", 2), 7, 0)}
    again = Judged(Proposal((), ()))
    again.say_again(json.loads(json.dumps(judged.said())))
    assert (again.wanted, again.refused) == (judged.wanted, judged.refused)


# ---- written down, and gone again ----


def typed(desk) -> dict:
    """The entries that lie in the book, by page and household."""
    return {page: list(said) for page, said in all_drafts(desk.book).items()}


@pytest.fixture
def form(desk):
    """The form of a household, in front."""
    desk.away.watch()
    return sheet(desk.window).form


def test_it_is_written_down_when_the_typing_rests(desk, form, qtbot):
    fill(form.boxes["phone"].edit, "ﾅ")
    qtbot.waitUntil(lambda: desk.window.drafting.timer.isActive())
    desk.window.drafting.timer.timeout.emit()
    assert typed(desk) == {"households": [FAMILY]}


def test_what_is_kept_is_no_draft_any_more(desk, form):
    box = form.boxes["phone"].edit
    fill(box, "ﾅ")
    desk.window.drafting.note()
    box.setText("0263-72-1234")
    form.finish()
    desk.window.drafting.note()
    assert store.household(desk.book, FAMILY).phone == "0263-72-1234"
    assert typed(desk) == {}


def test_undo_leaves_drafts_alone(desk, form):
    name_association(desk.book, name="鳥羽区")
    fill(form.boxes["phone"].edit, "ﾅ")
    desk.window.drafting.note()
    before = len(last_steps(desk.book, 1_000))
    desk.window.undo()
    assert len(last_steps(desk.book, 1_000)) == before + 1
    assert typed(desk) == {"households": [FAMILY]}


def test_nothing_is_written_while_a_long_work_writes(desk, form, qtbot):
    fill(form.boxes["phone"].edit, "ﾅ")
    desk.book.lend()
    desk.window.drafting.note()
    desk.book.take_back()
    assert typed(desk) == {}
    assert desk.window.drafting.timer.isActive(), "it is not tried again"


def test_each_lies_with_its_household_and_goes_with_it(desk, form):
    page = desk.window.pages["households"]
    for id_ in (FAMILY, 4):
        page.go_to_household(id_)
        fill(form.boxes["phone"].edit, "ﾅ")
    desk.window.drafting.note()
    assert typed(desk) == {"households": [FAMILY, 4]}
    assert TABLES["draft"].erased_by == "household_id"
    assert not TABLES["draft"].to_successor


# ---- the next time ----


def open_again(desk, qtbot) -> None:
    desk.window.close()
    path = desk.book.path
    desk._close_book()
    desk.show_book(open_book(path, PASSWORD))
    desk.away.watch()
    be_in_front(qtbot, desk.window)
    qtbot.waitUntil(lambda: desk.window.pages["home"]._sides.count() > 0)


def test_the_first_page_offers_it_the_next_time(desk, form, qtbot):
    fill(form.boxes["phone"].edit, "ﾅ")
    open_again(desk, qtbot)
    home = desk.window.pages["home"]
    assert home.waiting.isVisible()
    home.waiting.go_on.click()
    page = desk.window.pages["households"]
    assert page._household.id == FAMILY
    assert page.form.boxes["phone"].edit.text().startswith("ﾅ")
    desk.window.go("home")
    assert not home.waiting.isVisible()


def test_it_can_be_thrown_away(desk, form, qtbot):
    fill(form.boxes["phone"].edit, "ﾅ")
    open_again(desk, qtbot)
    home = desk.window.pages["home"]
    home.waiting.throw_away.click()
    assert not home.waiting.isVisible()
    assert typed(desk) == {}


def test_who_goes_there_by_himself_finds_it_too(desk, form, qtbot):
    fill(form.boxes["phone"].edit, "ﾅ")
    open_again(desk, qtbot)
    desk.window.side.chosen.emit("households")
    page = desk.window.pages["households"]
    assert page.form.boxes["phone"].edit.text().startswith("ﾅ")
    assert "書きかけ" in desk.window.toast.text.text()


def test_who_looks_for_another_household_is_not_led_away(desk, form, qtbot):
    fill(form.boxes["phone"].edit, "ﾅ")
    open_again(desk, qtbot)
    desk.window.go_to(Place("households", 4))
    assert desk.window.pages["households"]._household.id == 4
    desk.window.drafting.note()
    assert typed(desk) == {"households": [FAMILY]}, "what waits is lost"


def test_nothing_begun_is_not_offered(desk, qtbot):
    sheet(desk.window)
    open_again(desk, qtbot)
    assert not desk.window.pages["home"].waiting.isVisible()


# ---- the disk ----


def test_what_cannot_be_written_stays_and_is_offered_again(desk, form, monkeypatch):
    box = form.boxes["phone"].edit
    desk.away.watch()

    def full(*_asked: object) -> None:
        raise CannotKeep("もう書く場所がありません。")

    with monkeypatch.context() as patched:
        patched.setattr(type(desk.book), "_refuse_if_not_writable", full)
        box.setText("0263-72-9999")
        form.finish()
        assert box.text() == "0263-72-9999"
        assert "保存されていません" in form.boxes["phone"].understood.text()
        assert not desk.window.drafting.keep_all(is_lock=True), "it would be locked and lost"
    form.finish()
    assert store.household(desk.book, FAMILY).phone == "0263-72-9999"


# ---- locked, and then the program ended ----


def lock_and_end(desk, qtbot) -> None:
    """As where the computer is switched off while the screen is hidden."""
    path = desk.book.path
    lock(desk, qtbot)
    desk.window.close()
    desk.away.is_locked = False
    desk.window = None
    desk.show_book(open_book(path, PASSWORD))
    desk.away.watch()
    be_in_front(qtbot, desk.window)
    qtbot.waitUntil(lambda: desk.window.pages["home"]._sides.count() > 0)


def test_it_is_offered_where_the_program_ended_locked(desk, form, qtbot):
    fill(form.boxes["phone"].edit, "ﾅ")
    lock_and_end(desk, qtbot)
    assert desk.window.current == "home"
    assert desk.window.pages["home"].waiting.isVisible()


def test_where_one_was_is_nothing_to_offer(desk, form, qtbot):
    lock_and_end(desk, qtbot)
    assert not desk.window.pages["home"].waiting.isVisible()
    desk.window.go("households")
    assert desk.window.toast.isHidden()


def test_after_a_lock_only_entries_are_left_when_the_program_ends(desk, form, qtbot):
    lock(desk, qtbot)
    unlock(desk, qtbot)
    desk.window.drafting.keep_all()
    assert typed(desk) == {}
