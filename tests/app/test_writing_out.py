"""Tables for others: who sees what, what is said before, and what the log keeps."""

import csv
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog
from widgets.keyboard import be_in_front

from kucho_desktop.app.tables import read_in
from kucho_desktop.app.writing_out import table as writing_out
from kucho_desktop.app.writing_out.page import OLD_CSV, WriteOutPage
from kucho_desktop.app.writing_out.table import gather_table, lost_texts, save_table, write_out
from kucho_desktop.core import whole_writing
from kucho_desktop.core.audiences import Audience
from kucho_desktop.core.errors import CannotKeep, NotAllowed
from kucho_desktop.core.handouts import all_handouts
from kucho_desktop.exchange.files import open_table
from kucho_desktop.households.model import Consent
from kucho_desktop.households.model.lists.wanted import HouseholdList
from kucho_desktop.households.store import change_household, household_ids, households_on
from kucho_desktop.tonarigumi.store import all_tonarigumi

SAMPLES = Path(__file__).parents[1] / "exchange" / "samples"


@pytest.fixture
def filled(book):
    read_in(book, SAMPLES / "roster_plain.xlsx")
    return book


def rows_of(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(path.read_text("utf-8-sig").splitlines()))


def agree(book, id_: int, *items: str) -> None:
    answers = tuple(Consent(0, id_, item, "households", "yes", "2026-04-01") for item in items)
    change_household(book, id_, "consents", answers)


def test_neighbours_see_who_agreed_and_to_what(filled, tmp_path):
    first, second, third = household_ids(filled)[:3]
    agree(filled, first, "name", "phone")
    agree(filled, second, "name", "address")
    agree(filled, third, "phone")
    write_out(filled, tmp_path / "out.csv", audience=Audience.EVERY_HOUSEHOLD)
    shown = rows_of(tmp_path / "out.csv")
    assert [row["世帯主"] for row in shown] == ["𠮷田 正", "廣瀨 正"]
    assert [bool(row["電話番号"]) for row in shown] == [True, False]
    assert [bool(row["住所"]) for row in shown] == [False, True]
    assert not {"備考", "加入区分", "生年月日1", "人数"} & {
        name for row in shown for name in row if row[name]
    }
    assert gather_table(filled, Audience.EVERY_HOUSEHOLD).held_back == 118


def test_officers_see_no_notes_and_no_birthdays(filled, tmp_path):
    write_out(filled, tmp_path / "out.xlsx", audience=Audience.OFFICERS)
    headings = {
        cell for sheet in open_table(tmp_path / "out.xlsx").sheets for cell in sheet.rows[2]
    }
    assert {"世帯主", "電話番号", "加入区分"} <= headings
    assert not {"備考", "生年月日", "掲載の同意"} & headings


@pytest.mark.parametrize("audience", [Audience.NOTICE_BOARD, Audience.SUPPORTERS])
@pytest.mark.parametrize("asked", [None, HouseholdList(columns=("head",))])
def test_who_is_given_papers_gets_no_table(filled, tmp_path, audience, asked):
    agree(filled, household_ids(filled)[0], "name")
    with pytest.raises(NotAllowed, match="表ではなく紙を渡します"):
        write_out(filled, tmp_path / "out.xlsx", audience=audience, wanted=asked)
    assert list(tmp_path.glob("*.xlsx")) == []
    assert all_handouts(filled) == []


def test_what_goes_out_is_kept_in_the_log(filled, tmp_path):
    write_out(filled, tmp_path / "own.xlsx")
    assert all_handouts(filled) == []
    write_out(filled, tmp_path / "out.xlsx", audience=Audience.TREASURER)
    (kept,) = all_handouts(filled)
    assert (kept.audience, kept.paper) == (Audience.TREASURER, writing_out.PAPER)


def test_a_past_day_shows_the_past(book, tmp_path):
    read_in(book, SAMPLES / "roster_plain.xlsx", day=date(2026, 4, 1))
    assert gather_table(book, Audience.CHIEF, date(2026, 3, 31)).households == 0
    assert gather_table(book, Audience.CHIEF, date(2026, 4, 1)).households == 120


def test_nobody_gets_a_table_of_everybody_by_mistake(filled, tmp_path):
    for audience in (Audience.PERSON, Audience.GROUP_LEADER):
        with pytest.raises(NotAllowed):
            write_out(filled, tmp_path / "out.xlsx", audience=audience)
    assert list(tmp_path.glob("*.xlsx")) == []


def test_a_group_holds_the_groups_inside_it(filled):
    group = all_tonarigumi(filled)[0]
    inside = gather_table(filled, Audience.GROUP_LEADER, group=group.id).households
    assert inside == sum(each.tonarigumi_id == group.id for each in households_on(filled))


@pytest.mark.parametrize("name", ["out.xlsx", "out.csv"])
def test_a_file_is_replaced_whole_or_not_at_all(filled, tmp_path, monkeypatch, name):
    path = tmp_path / name
    path.write_text("last year's")
    outgoing = gather_table(filled, Audience.CHIEF)

    def full(_from, _to):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(whole_writing.os, "replace", full)
    with pytest.raises(CannotKeep, match=name):
        save_table(outgoing, path)
    assert path.read_text() == "last year's"
    assert [each.name for each in tmp_path.iterdir() if "out" in each.name] == [name]
    monkeypatch.undo()
    save_table(outgoing, path)
    assert path.stat().st_size > 5000


@pytest.mark.parametrize("name", ["no/such/folder/out.xlsx", "no/such/folder/out.csv"])
def test_a_folder_that_is_gone_gets_a_sentence(filled, tmp_path, name):
    with pytest.raises(CannotKeep, match="書き込めませんでした"):
        write_out(filled, tmp_path / name)


def test_letters_that_get_lost_are_known_before(filled):
    texts = lost_texts(gather_table(filled, Audience.CHIEF), "cp932")
    assert "𠮷田 正" in texts
    assert all("𠮷" in text or "㐂" in text for text in texts)


# ---- the page ----


@pytest.fixture
def page(qtbot, filled) -> WriteOutPage:
    made = WriteOutPage(filled)
    qtbot.addWidget(made)
    made.resize(1100, 700)
    made.show()
    be_in_front(qtbot, made)
    made.setFocus()
    qtbot.waitUntil(made.save.isEnabled)
    return made


def pick(box, value) -> None:
    box.choose(value)
    box.activated.emit(box.currentIndex())


def test_by_keyboard_from_the_audience_to_the_file(qtbot, page, filled, tmp_path, monkeypatch):
    out = tmp_path / "役員へ.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_asked: (str(out), ""))
    assert QApplication.focusWidget() is page.audience
    qtbot.keyClick(page.audience, Qt.Key.Key_Down)
    assert page.audience.currentText() == "役員"
    qtbot.waitUntil(page.save.isEnabled)
    for box in (page.group, page.day, page.kind):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        assert QApplication.focusWidget() is box
    page.save.setFocus()
    with qtbot.waitSignal(page.finished) as told:
        qtbot.keyClick(page.save, Qt.Key.Key_Return)
    assert out.exists()
    assert "役員へ.xlsx" in told.args[0]
    assert [each.audience for each in all_handouts(filled)] == [Audience.OFFICERS]


def test_the_ending_is_added_where_it_was_left_out(qtbot, page, tmp_path, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_asked: (str(tmp_path / "表"), ""))
    with qtbot.waitSignal(page.finished):
        page.save.click()
    assert (tmp_path / "表.xlsx").exists()


def test_lost_letters_are_shown_before_anything_is_written(qtbot, page):
    assert not page.lost.isVisible()
    pick(page.kind, OLD_CSV)
    assert page.lost.isVisible()
    assert "𠮷田 正" in page.lost.text()
    assert "〓" in page.lost.text()


def test_a_leader_needs_a_group(qtbot, page, filled):
    pick(page.audience, Audience.GROUP_LEADER)
    assert not page.save.isEnabled()
    assert "隣組を選んでください" in page.counts.text()
    pick(page.group, all_tonarigumi(filled)[1].id)
    qtbot.waitUntil(page.save.isEnabled)
    assert page.counts.text() == "15世帯"


def test_who_has_not_agreed_is_counted(qtbot, page, filled):
    agree(filled, household_ids(filled)[0], "name")
    pick(page.audience, Audience.EVERY_HOUSEHOLD)
    qtbot.waitUntil(page.save.isEnabled)
    assert page.counts.text() == "1世帯"
    assert "119世帯は載せません" in page.held_back.text()


def test_a_day_that_is_none_is_said(qtbot, page):
    page.day.setText("令和8年13月1日")
    assert page.box.problem.isVisible()
    assert not page.save.isEnabled()
    page.day.setText("R8.4.1")
    qtbot.waitUntil(page.save.isEnabled)
    assert not page.box.problem.isVisible()


def test_a_file_that_cannot_be_written_is_said_in_place(qtbot, page, tmp_path):
    page.write(tmp_path / "gone" / "out.xlsx")
    qtbot.waitUntil(page.problem.isVisible)
    assert "書き込めませんでした" in page.problem.text()
    assert page.save.isEnabled()
    with qtbot.waitSignal(page.given_up):
        qtbot.keyClick(page.audience, Qt.Key.Key_Escape)


def test_whom_a_table_is_given_to_is_noted_and_offered_again(qtbot, filled, tmp_path):
    def shown() -> WriteOutPage:
        page = WriteOutPage(filled)
        qtbot.addWidget(page)
        page.show()
        assert not page.receiver.isEnabled(), "the chief keeps it"
        page.audience.choose(Audience.OFFICERS)
        page.audience.activated.emit(page.audience.currentIndex())
        qtbot.waitUntil(page.save.isEnabled)
        return page

    page = shown()
    page.receiver.setText("会計 𠮷田 正")
    with qtbot.waitSignal(page.finished):
        page.write(tmp_path / "out.csv")
    assert all_handouts(filled)[0].for_whom == "会計 𠮷田 正"
    assert shown().receiver.text() == "会計 𠮷田 正"


@pytest.mark.parametrize("times", range(3))
def test_a_page_that_goes_at_once_leaves_its_worker_in_peace(filled, qtbot, times):
    page = WriteOutPage(filled)
    qtbot.addWidget(page)
    page.show()
