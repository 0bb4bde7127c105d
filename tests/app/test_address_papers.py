"""Labels and envelopes as papers: asked for by name, refused in words, written into the log."""

from io import BytesIO

import pytest
from households.writing_to import fill
from pypdf import PdfReader
from widgets.keyboard import be_in_front

from kucho_desktop.app import papers
from kucho_desktop.app.paper_choices import PaperChoices
from kucho_desktop.app.rooms import rooms
from kucho_desktop.app.settings import Settings
from kucho_desktop.app.window import Window
from kucho_desktop.core.audiences import Audience
from kucho_desktop.core.errors import NotAllowed
from kucho_desktop.core.handouts import all_handouts, handouts_about
from kucho_desktop.households import store
from kucho_desktop.paper.printers import ANY, keep_shift

LABELS, ENVELOPES, TEST = "address-labels", "envelopes", "label-test"
ACTUAL_SIZE = "印刷画面で「実際のサイズ(100%)」を選んでください。"


@pytest.fixture
def ids(book):
    return fill(book)


def made(book, name, audience=None, copies=1, **options: str):
    return papers.make_paper(book, name, audience=audience, options=options, copies=copies)


def text_of(printed) -> str:
    pages = PdfReader(BytesIO(printed.pdf)).pages
    return "".join("".join(page.extract_text() for page in pages).split())


@pytest.mark.parametrize("name", [LABELS, ENVELOPES])
@pytest.mark.parametrize("audience", [Audience.CHIEF, Audience.OFFICERS])
def test_who_was_written_to_stands_in_the_log(book, ids, name, audience):
    made(book, name, audience)
    (given,) = all_handouts(book)
    assert (given.paper, given.audience, given.households) == (name, audience, 3)
    assert [each.paper for each in handouts_about(book, ids["couple"])] == [name]
    assert handouts_about(book, ids["nowhere"]) == []


def test_a_test_print_names_nobody_and_is_not_logged(book, ids):
    printed = made(book, TEST, sheet="65-38x21")
    assert "髙橋" not in text_of(printed)
    assert "65面" in text_of(printed)
    assert all_handouts(book) == []


@pytest.mark.parametrize("name", [LABELS, ENVELOPES, TEST])
def test_whoever_prints_is_told_to_choose_the_actual_size(book, ids, name):
    assert ACTUAL_SIZE in made(book, name).remarks()


def test_who_is_left_out_is_told(book, ids):
    assert "住所のない1世帯は刷りません：小松 光" in made(book, LABELS).remarks()


@pytest.mark.parametrize(
    ("name", "options", "sentence"),
    [
        (LABELS, {"sheet": "12-86x42", "start": "13"}, "ラベルは12枚です。13枚目はありません"),
        (LABELS, {"start": "0"}, "「0」"),
        (LABELS, {"start": "ten"}, "「ten」"),
        (LABELS, {"sheet": "7"}, "「7」"),
        (LABELS, {"right": "11"}, "「11」"),
        (LABELS, {"down": "0.3"}, "「0.3」"),
        (LABELS, {"to": "dog"}, "「dog」"),
        (LABELS, {"list": "独身"}, "「独身」という一覧はありません"),
        (LABELS, {"only": "x"}, "「x」"),
        (ENVELOPES, {"stock": "reply-card", "way": "lying"}, "ほかの書き方を選んでください"),
        (ENVELOPES, {"start": "2"}, "start"),
    ],
)
def test_what_cannot_be_is_refused_in_words(book, ids, name, options, sentence):
    with pytest.raises(NotAllowed, match=sentence):
        made(book, name, **options)
    assert all_handouts(book) == []


def test_cards_for_answers_come_back_and_name_nobody(book, ids):
    printed = made(book, ENVELOPES, stock="reply-card-back", way="across")
    assert printed.pages == 3
    said = text_of(printed)
    assert said.count("区長丸山治行") == 3
    assert said.count("安曇野市豊科4932-26") == 3
    assert "髙橋" not in said
    assert all_handouts(book) == []


def test_copies_are_labels_of_the_same_household(book, ids):
    printed = made(book, LABELS, copies=3, only=str(ids["couple"]))
    assert text_of(printed).count("髙橋一郎様") == 3
    assert printed.pages == 1


@pytest.mark.parametrize(
    ("name", "address"),
    [
        ("𠮷" * 30, "安曇野市豊科1-2"),
        ("葛\U000e0100西 𠮷子", "安" * 60),
        ("髙橋 一郎", "長野県安曇野市" + "1" * 53),
    ],
    ids=("name", "selector", "number"),
)
@pytest.mark.parametrize("paper", [LABELS, ENVELOPES])
def test_the_longest_names_and_addresses_stand_whole(book, paper, name, address):
    id_ = store.add_household(book, name, address=address)
    for options in ({"way": "lying"}, {"way": "across"}) if paper == ENVELOPES else ({},):
        printed = made(book, paper, **options)
        said = text_of(printed)
        assert name.replace(" ", "") in said
        assert address in said
        assert printed.replaced == ()
    assert len(handouts_about(book, id_)) >= 1


def test_the_offset_that_was_found_holds_unless_another_is_asked_for(book, ids):
    keep_shift(ANY, (2.5, -1.0))
    request = papers.Request()
    assert papers.draft(book, LABELS, request).gathered.shift == (2.5, -1.0)
    asked = papers.Request(options={"right": "0", "down": "-10"})
    assert papers.draft(book, ENVELOPES, asked).gathered.shift == (0.0, -10.0)


def test_a_choice_that_is_handed_over_is_made(book, ids, qtbot):
    about = {"stock": "postcard", "boxes": "1", "no_sender": "1", "down": "1.5"}
    choices = PaperChoices(book, papers.paper_named(ENVELOPES), about)
    qtbot.addWidget(choices)
    options = choices.request().options
    assert {name: options[name] for name in about} == about
    assert options["house"] == ""


def test_from_the_list_over_the_page_to_the_paper(book, ids, qtbot):
    window = Window(book, rooms(), Settings())
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.show()
    be_in_front(qtbot, window)
    window.begin("households", "work:many")
    many = window.pages["households"].desk.work
    many.whom.ready["not_joined"].click()
    many.show_part("give")
    many.give.labels.click()
    page = window.pages["households"].desk.work
    assert page.choices.list.currentText() == "いま選んだ一覧"
    assert page.count.text() == "ラベル1枚（用紙1枚）"
    page.choices.sheet.choose("24-66x34")
    page.picture.choose(5)
    page.print_button.click()
    printing = window.pages["print"]
    qtbot.waitUntil(printing.print_button.isEnabled)
    run = printing._draft.gathered
    assert (run.sheet, run.start) == ("24-66x34", 5)
    assert [each.household_id for each in run.letters.all] == [ids["not_joined"]]
    assert ACTUAL_SIZE in printing.warning.text()
