"""Bodies outside and troubles: kept, found, printed for whom they are meant."""

import pytest

from kucho_desktop.app.paper_request import Request
from kucho_desktop.app.papers import draft, draw
from kucho_desktop.contacts import store
from kucho_desktop.contacts.model import READY_BODIES, READY_TROUBLES
from kucho_desktop.contacts.model.bodies import OFFICE_PHONE
from kucho_desktop.core.audiences import Audience
from kucho_desktop.core.i18n import _


def body(book, name):
    return next(each for each in store.BODIES.all(book) if each.name == name)


@pytest.mark.parametrize(
    ("typed", "kept"), [("１１９", "119"), ("＃７１１９", "#7119"), ("0263721111", "0263-72-1111")]
)
def test_short_numbers_are_numbers(typed, kept):
    assert OFFICE_PHONE.problem_with(typed) == ""
    assert OFFICE_PHONE.tidy(typed) == kept


def test_what_is_no_number_is_refused():
    assert OFFICE_PHONE.problem_with("役場")
    assert OFFICE_PHONE.problem_with("12")


def test_every_usual_trouble_leads_to_a_usual_body():
    names = {each.name for each in READY_BODIES}
    assert all(each.body in names for each in READY_TROUBLES if each.body)


def test_usual_ones_are_taken_over_once(directory):
    before = store.BODIES.all(directory), store.TROUBLES.all(directory)
    store.take_over_bodies(directory, range(len(READY_BODIES)))
    store.take_over_troubles(directory, range(len(READY_TROUBLES)))
    assert (store.BODIES.all(directory), store.TROUBLES.all(directory)) == before
    fire = next(each for each in store.advices(directory) if each.trouble == "火事・急病・けが")
    assert (fire.place, fire.phone) == ("消防・救急", "119")


def test_taking_over_is_one_step(street):
    store.take_over_bodies(street, [0, 1, 2])
    street.undo()
    assert store.BODIES.all(street) == []


def test_a_trouble_says_what_its_body_says(directory):
    water = body(directory, "市 上下水道の課")
    store.BODIES.change(directory, water.id, {"phone": "0263-71-2000", "hours": "平日"})
    said = next(each for each in store.advices(directory) if each.place == water.name)
    assert (said.phone, said.hours) == ("0263-71-2000", "平日")
    store.TROUBLES.change(directory, said.id, {"phone": "0263-71-9999"})
    said = next(each for each in store.advices(directory) if each.id == said.id)
    assert said.phone == "0263-71-9999"


def test_a_body_that_goes_leaves_its_name(directory):
    water = body(directory, "市 上下水道の課")
    store.remove_body(directory, water.id)
    said = next(each for each in store.advices(directory) if each.place == water.name)
    assert said.phone == ""
    directory.undo()
    assert body(directory, water.name) == water
    assert next(each for each in store.TROUBLES.all(directory) if each.id == said.id).place == ""


def test_troubles_move(directory):
    first, second = store.TROUBLES.all(directory)[:2]
    store.move_trouble(directory, second.id, -1)
    assert [each.id for each in store.TROUBLES.all(directory)[:2]] == [second.id, first.id]
    store.move_trouble(directory, second.id, -1)
    assert store.TROUBLES.all(directory)[0].id == second.id


def test_found_by_name_kind_and_trouble(directory):
    names = [name for _id, name, _more in store.find_bodies(directory, "消防", 20)]
    assert {"消防・救急", "消防団", "火事・急病・けが"} <= set(names)
    assert store.find_bodies(directory, "", 20) == []
    assert len(store.find_bodies(directory, "市", 2)) == 2


def test_who_answers_is_told_as_was_agreed(directory):
    care = body(directory, "民生児童委員")
    store.BODIES.change(directory, care.id, {"person": "小林 さくら", "phone": "0263-72-5555"})

    def told(whom):
        made = draft(directory, "outside-bodies", Request(whom)).gathered
        return next((each.texts for each in made.records if each.id == care.id), None)

    assert told(Audience.OFFICERS)["person"] == "小林 さくら"
    assert "person" not in told(Audience.EVERY_HOUSEHOLD)
    store.BODIES.change(directory, care.id, {"publicity": "all"})
    assert told(Audience.EVERY_HOUSEHOLD)["person"] == "小林 さくら"
    store.BODIES.change(directory, care.id, {"publicity": "officers"})
    assert told(Audience.EVERY_HOUSEHOLD) is None
    board = draft(directory, "where-to-turn", Request(Audience.NOTICE_BOARD)).gathered
    assert all(each.text("place") != care.name for each in board.records)
    assert any(
        each.trouble == _("An old person alone is not seen") for each in store.advices(directory)
    )


@pytest.mark.parametrize("paper", ["where-to-turn", "outside-bodies"])
@pytest.mark.parametrize("size", [12, 14])
def test_the_papers_stand(directory, paper, size):
    printed = draw(draft(directory, paper, Request(size=size)))
    assert printed.pages >= 1
    assert not printed.replaced


def test_empty_papers_say_so(street):
    for paper in ("where-to-turn", "outside-bodies"):
        assert draw(draft(street, paper, Request())).pages == 1
