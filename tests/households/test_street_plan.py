"""家並び図: every house of a group once, in walking order, by what its audience may see."""

import random
from dataclasses import replace
from datetime import date

from households.families import DAY, LONG_ADDRESS, LONG_NAME, groups_for, household
from paper.reading import text, texts

from kucho_desktop.core.audiences import Audience
from kucho_desktop.core.fields import shown
from kucho_desktop.households.model import Household
from kucho_desktop.households.model.gathered import ShownGroup
from kucho_desktop.households.papers import street_plans
from kucho_desktop.paper.imprint import Imprint


def imprint(audience, **more):
    return Imprint("梓野区", audience, DAY, date(2026, 11, 20), **more)


def plan_of(homes, audience=Audience.GROUP_LEADER):
    seen = shown(Household, homes, audience, must_agree="name")
    return street_plans([ShownGroup("第1隣組", seen)], imprint(audience))


def test_each_house_stands_there_once_in_walking_order():
    groups = groups_for(Audience.GROUP_LEADER, (40,))
    said = text(street_plans(groups, imprint(Audience.GROUP_LEADER)))
    for record in groups[0].households.records:
        assert record.text("head") in said
        assert record.text("phone") in said


def test_a_long_row_of_houses_goes_on_on_the_next_page():
    groups = groups_for(Audience.GROUP_LEADER, (40,))
    pages = texts(street_plans(groups, imprint(Audience.GROUP_LEADER)))
    count = len(pages)
    assert count > 1
    assert [f"{at}/{count}" in page for at, page in enumerate(pages, 1)] == [True] * count


def test_a_house_without_consent_is_left_out_and_said():
    silent = replace(household(1, 1, 1, random.Random(1)), consents=())
    printed = plan_of([silent], Audience.EVERY_HOUSEHOLD)
    assert silent.head not in text(printed)
    assert "同意のない1軒" in text(printed)


def test_long_names_and_addresses_stay_inside_their_house():
    home = household(1, 1, 1, random.Random(1))
    said = text(plan_of([replace(home, head=LONG_NAME, address=LONG_ADDRESS, circular="skip")]))
    assert LONG_NAME[:8] in said.replace("\n", "")
    assert "飛ばす" in said
