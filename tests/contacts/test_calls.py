"""The phone tree of a street: from the book, changed by hand, on paper for whom it is meant."""

import pytest

from kucho_desktop.app.paper_request import Request
from kucho_desktop.app.papers import draft, draw, paper_named
from kucho_desktop.app.what_rooms_say import blocks_about, open_items
from kucho_desktop.contacts import store
from kucho_desktop.core.audiences import Audience
from kucho_desktop.core.errors import NotAllowed
from kucho_desktop.households.store import household_leaves, households_on
from kucho_desktop.officers import store as offices


@pytest.fixture
def staffed(directory):
    """A chief, a deputy, and leaders of two groups out of three."""
    homes = households_on(directory)
    posts = {each.name: each.id for each in offices.POSTS.all(directory)}
    head = {home.id: home.members[0].id for home in homes}
    groups = list(dict.fromkeys(home.tonarigumi_id for home in homes))
    for post, home in (("区長", homes[0]), ("副区長", homes[1])):
        offices.appoint(directory, {"post_id": posts[post], "member_id": head[home.id]})
    for group in groups[:2]:
        own = [home for home in homes[2:] if home.tonarigumi_id == group]
        values = {"post_id": posts["隣組長"], "tonarigumi_id": group, "member_id": head[own[0].id]}
        offices.appoint(directory, values)
    return directory


def calls(book):
    return store.calls_on(book, book.today)


def test_every_house_that_joined_is_reached(staffed):
    reached = {each.household_id for each in calls(staffed).all}
    joined = {each.id for each in households_on(staffed) if each.membership == "full"}
    assert reached == joined


def test_who_moved_out_is_not_called(staffed):
    home = next(each for each in calls(staffed).all if each.place == "副区長").household_id
    household_leaves(staffed, home, staffed.today)
    found = calls(staffed)
    assert home not in {each.household_id for each in found.all}
    assert "副区長" not in {each.place for each in found.all}


def test_without_officers_there_is_nobody(directory):
    assert calls(directory).all == []
    assert draw(draft(directory, "phone-tree", Request())).pages == 1


def test_changed_by_hand_and_taken_back(staffed):
    found = calls(staffed)
    chief, deputy = found.all[0], next(each for each in found.all if each.place == "副区長")
    leader = next(each for each in found.all if "隣組長" in each.place)
    store.change_call(staffed, leader, by=chief, instead=deputy)
    now = next(each for each in calls(staffed).all if each.id == leader.id)
    assert (now.by_id, now.instead_id) == (chief.id, deputy.id)
    assert (now.caller, now.deputy) == (chief.name, deputy.name)
    staffed.undo()
    assert next(each for each in calls(staffed).all if each.id == leader.id) == leader


def test_a_circle_is_refused(staffed):
    found = calls(staffed)
    chief, deputy = found.all[0], next(each for each in found.all if each.place == "副区長")
    with pytest.raises(NotAllowed):
        store.change_call(staffed, chief, by=deputy, instead=None)
    assert calls(staffed).all == found.all


def test_a_rule_about_a_house_is_told_to_it(staffed):
    found = calls(staffed)
    house = next(each for each in found.all if not each.is_officer)
    store.change_call(staffed, house, by=found.all[0], instead=None)
    assert any(block.title == "連絡網" for block in blocks_about(staffed, house.household_id))


def test_a_body_for_emergencies_without_a_number_waits(directory):
    said = [each for each in open_items(directory) if each.room == "contacts"]
    assert len(said) == 1
    assert "電話番号のない" in said[0].text


def phones_in(book, paper, audience, **options):
    boxes = draft(book, paper, Request(audience, options=options)).gathered.drawn.boxes
    return {phone for box in boxes.values() for phone in box.phones}


def test_only_numbers_that_were_consented_to(staffed):
    assert phones_in(staffed, "phone-tree", Audience.OFFICERS, reach="all")
    assert phones_in(staffed, "phone-tree", Audience.EVERY_HOUSEHOLD, reach="all") == set()


@pytest.mark.parametrize("audience", [Audience.OFFICERS, Audience.EVERY_HOUSEHOLD])
@pytest.mark.parametrize("reach", ["officers", "all", "groups"])
@pytest.mark.parametrize("way", ["leader", "chain"])
@pytest.mark.parametrize("paper", ["phone-tree", "call-list"])
def test_the_papers_stand(staffed, audience, reach, way, paper):
    options = {"reach": reach, "way": way, "emergency": "1"}
    made = draft(staffed, paper, Request(audience, options=options, size=14))
    printed = draw(made)
    assert printed.parts == paper_named(paper).parts(made.gathered)
    if audience is Audience.OFFICERS:
        parts = [set(part) for part in paper_named(paper).who(made.gathered)]
        assert all(parts)
        if reach == "groups":
            assert len(parts) == 2  # in the first group everybody is an officer


@pytest.mark.parametrize("groups", ["", "every"])
def test_the_cards_stand(staffed, groups):
    made = draft(staffed, "call-card", Request(options={"for_groups": groups}, copies=2))
    printed = draw(made)
    assert printed.pages == 2 * (2 if groups else 1)
    assert [number for number, _pages in printed.copies] == list(made.imprint.copy_numbers)
