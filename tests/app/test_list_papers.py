"""The list of chosen households: asked for by name on the command line, and given out."""

import csv
from datetime import date
from io import BytesIO

import pytest
from households.street import fill_street
from pypdf import PdfReader
from PySide6.QtWidgets import QFileDialog
from widgets.keyboard import be_in_front

from kucho_desktop.app import papers
from kucho_desktop.app.paper_choices import PaperChoices
from kucho_desktop.app.paper_kinds.lists import list_asked
from kucho_desktop.app.rooms import rooms
from kucho_desktop.app.settings import Settings
from kucho_desktop.app.window import Window
from kucho_desktop.app.writing_out.table import gather_table, save_table, write_out
from kucho_desktop.core.audiences import Audience
from kucho_desktop.core.errors import NotAllowed
from kucho_desktop.core.handouts import all_handouts, handouts_about
from kucho_desktop.households import store
from kucho_desktop.households.model.lists.conditions import Condition
from kucho_desktop.households.model.lists.ready import READY
from kucho_desktop.households.model.lists.wanted import HouseholdList

LIST = "household-list"


@pytest.fixture
def street(book):
    fill_street(book, 9)
    return book


def lines(book, audience=Audience.CHIEF, **options: str) -> str:
    printed = papers.make_paper(book, LIST, audience=audience, options=options)
    return "\n".join(page.extract_text() for page in PdfReader(BytesIO(printed.pdf)).pages)


def names_on(text: str) -> list[str]:
    heads = ("髙橋 一郎", "山﨑 和子", "𠮷田 清", "渡邉", "髙橋 茂")
    return [head for head in heads if head in text]


def test_a_list_is_asked_for_by_its_ready_question_in_code_or_in_words(street):
    for name in ("alone", "一人暮らし"):
        said = lines(street, list=name)
        assert "一人暮らし" in said
        assert names_on(said) == ["髙橋 一郎", "髙橋 茂"]
    assert len(READY) >= 10


def test_a_list_of_ones_own_is_asked_for_by_its_name(street):
    wanted = HouseholdList(conditions=(Condition("phone", "holds", "0001"),), columns=("head",))
    store.keep_list(street, "電話の輪", wanted)
    said = lines(street, list="電話の輪")
    assert names_on(said) == ["山﨑 和子"]
    assert "電話の輪" in said
    assert "条件：電話番号が0001を含む" in said
    assert "住所" not in said


def test_columns_and_order_are_chosen_on_the_command_line(street):
    said = lines(street, list="alone", columns="head,oldest", sort="-oldest")
    assert "電話番号" not in said
    assert said.index("髙橋 一郎") < said.index("髙橋 茂")
    back = lines(street, list="alone", columns="head,oldest", sort="oldest")
    assert back.index("髙橋 茂") < back.index("髙橋 一郎")


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        ({"list": "独身"}, "「独身」という一覧はありません。あるのは：old_only"),
        ({"columns": "head,mood"}, "「mood」という項目はありません"),
        ({"sort": "-mood"}, "「mood」という項目はありません"),
        ({"list": "{broken"}, "読み取れませんでした"),
        ({"colour": "red"}, "colour"),
    ],
)
def test_what_there_is_not_is_refused_in_words(street, options, sentence):
    with pytest.raises(NotAllowed, match=sentence):
        papers.make_paper(street, LIST, options=options)


def test_it_is_numbered_and_stands_in_the_log(street):
    lines(street, Audience.OFFICERS, list="alone")
    (given,) = all_handouts(street)
    assert (given.paper, given.audience, given.copies) == (LIST, Audience.OFFICERS, 1)


def test_every_leader_gets_a_part_with_a_number_of_its_own(street):
    printed = papers.make_paper(street, LIST, audience=Audience.GROUP_LEADER)
    assert printed.parts == 3
    assert all_handouts(street)[0].copies == 3


def test_a_board_never_tells_who_is_out_by_day(street):
    with pytest.raises(NotAllowed, match="日中は不在"):
        papers.make_paper(
            street, LIST, audience=Audience.NOTICE_BOARD, options={"list": "away_by_day"}
        )
    assert all_handouts(street) == []


def test_who_is_found_by_a_number_must_have_agreed_to_show_it(street):
    """Else the paper would tell it, though no column does."""
    for id_, phone in ((1, True), (2, False)):
        answers = {"name": True, "phone": phone}
        store.answer_consent(street, id_, "households", answers, street.today, "form")
    conditions = (Condition("phone", "holds", "0263-72-000"),)
    wanted = HouseholdList(conditions=conditions, columns=("head",))
    text = lines(street, Audience.EVERY_HOUSEHOLD, list=wanted.as_text())
    assert names_on(text) == ["髙橋 一郎"]
    assert "1世帯を載せています" in text
    assert "載せていない世帯が8あります" in text
    assert handouts_about(street, 2) == []
    assert len(names_on(lines(street, list=wanted.as_text()))) > 1
    assert gather_table(street, Audience.EVERY_HOUSEHOLD, wanted=wanted).who == (1,)


# ---- from the page ----


def test_the_print_page_begins_with_what_was_put_together(street, qtbot):
    wanted = HouseholdList(ready=("alone",), without=frozenset({1}))
    about = {"list": wanted.as_text(), "for": "officers", "day": "2026-04-01"}
    choices = PaperChoices(street, papers.paper_named(LIST), about)
    qtbot.addWidget(choices)
    request = choices.request()
    assert choices._options["list"].currentText() == "いま選んだ一覧"
    assert request.audience is Audience.OFFICERS
    assert request.day == date(2026, 4, 1)
    listed = papers.draft(street, LIST, request).gathered
    assert listed.title == "一人暮らし"
    assert 1 not in [record.id for record in listed.parts[0].households.records]


def test_a_table_has_the_same_columns_order_and_households(street, tmp_path):
    wanted = HouseholdList(
        ready=("alone",), columns=("phone", "head", "oldest"), sort="oldest", without=frozenset({1})
    )
    outgoing = gather_table(street, Audience.CHIEF, wanted=wanted)
    save_table(outgoing, tmp_path / "out.csv")
    table = list(csv.reader((tmp_path / "out.csv").read_text("utf-8-sig").splitlines()))
    assert table[0] == ["電話番号", "世帯主", "最年長の年齢"]
    assert [row[1] for row in table[1:]] == ["髙橋 さくら", "髙橋 茂"]
    assert all(row[2].isdecimal() for row in table[1:])


def test_a_table_of_a_list_is_written_with_its_columns_and_order(street, tmp_path):
    wanted = list_asked(street, {"list": "alone", "columns": "head,kana", "sort": "-kana"})
    write_out(street, tmp_path / "out.csv", wanted=wanted)
    table = list(csv.reader((tmp_path / "out.csv").read_text("utf-8-sig").splitlines()))
    assert table[0] == ["世帯主", "よみ"]
    assert [row[1] for row in table[1:]] == sorted((row[1] for row in table[1:]), reverse=True)
    assert len(table) == 4


def test_a_leader_is_given_the_own_group_alone_as_a_table(street):
    with pytest.raises(NotAllowed, match="隣組"):
        gather_table(street, Audience.GROUP_LEADER, wanted=HouseholdList())
    group = store.household(street, 1).tonarigumi_id
    outgoing = gather_table(street, Audience.GROUP_LEADER, wanted=HouseholdList(), group=group)
    assert outgoing.households == 3


def test_from_the_work_to_a_paper_and_to_a_file(street, qtbot, tmp_path, monkeypatch):
    window = Window(street, rooms(), Settings())
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.show()
    be_in_front(qtbot, window)
    window.begin("households", "work:many")
    many = window.pages["households"].desk.work
    many.whom.ready["alone"].click()
    many.show_part("give")
    many.give.audience.choose(Audience.OFFICERS)
    many.give.paper.click()
    page = window.pages["print"]
    qtbot.waitUntil(page.print_button.isEnabled)
    assert page._name == LIST
    assert page._draft.gathered.title == "一人暮らし"
    assert page._draft.imprint.audience is Audience.OFFICERS
    out = tmp_path / "out.csv"
    asked = []

    def where(*words: object) -> tuple[str, str]:
        asked.append(words)
        return str(out), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", where)
    window.go("households")
    many.give.table.click()
    inner = window.pages["write_out"].inner
    qtbot.waitUntil(inner.save.isEnabled)
    assert inner.audience.currentData() is Audience.OFFICERS
    assert inner.counts.text() == "3世帯"
    inner.save.click()
    qtbot.waitUntil(out.exists)
    qtbot.waitUntil(lambda: bool(window.toast.isVisible()))
    assert "一人暮らし" in asked[0][2]
    assert all_handouts(street)[0].audience is Audience.OFFICERS
    assert [each.paper for each in handouts_about(street, 1)] == ["table-households"]
    assert handouts_about(street, 2) == []
