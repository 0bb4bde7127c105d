"""Bodies and troubles that many associations have, to tick and take over."""

from typing import NamedTuple

from kucho_desktop.core.i18n import N_


class ReadyBody(NamedTuple):
    """A body that many associations deal with. usual: ticked in the list to take over."""

    kind: str
    name: str
    phone: str = ""
    what_for: str = ""
    emergency: bool = False
    usual: bool = True


READY_BODIES: tuple[ReadyBody, ...] = (
    ReadyBody("fire", N_("Fire and ambulance"), "119", emergency=True),
    ReadyBody("police", N_("Police, urgent"), "110", emergency=True),
    ReadyBody("police", N_("Police box"), what_for=N_("Traffic, theft, lost things")),
    ReadyBody("city", N_("City, in a disaster"), what_for=N_("Refuges, damage"), emergency=True),
    ReadyBody("city", N_("City, streets and lamps"), what_for=N_("Holes, lamps, ditches, trees")),
    ReadyBody("city", N_("City, waste and animals"), what_for=N_("Rubbish, bears, stray dogs")),
    ReadyBody(
        "branch",
        N_("Branch office"),
        what_for=N_("Everything one does not know where to ask"),
        emergency=True,
    ),
    ReadyBody(
        "electricity",
        N_("Electricity works"),
        what_for=N_("No power, a line that hangs down"),
        emergency=True,
    ),
    ReadyBody("water", N_("City water works"), what_for=N_("No water, a leak"), emergency=True),
    ReadyBody("gas", N_("Gas dealer"), what_for=N_("A smell of gas"), emergency=True, usual=False),
    ReadyBody("school", N_("Primary school"), emergency=True),
    ReadyBody("school", N_("Middle school"), usual=False),
    ReadyBody(
        "council",
        N_("Council of social welfare"),
        what_for=N_("Living, volunteers, welfare helpers"),
    ),
    ReadyBody("hall", N_("Community hall of the area"), what_for=N_("Courses, events, rooms")),
    ReadyBody(
        "commissioner",
        N_("Welfare commissioner"),
        what_for=N_("Old people alone, children, living"),
        emergency=True,
    ),
    ReadyBody(
        "care", N_("Care centre for the elderly"), what_for=N_("Care, dementia, worries with age")
    ),
    ReadyBody("brigade", N_("Volunteer fire brigade"), emergency=True),
    ReadyBody("children", N_("Children's association")),
    ReadyBody("union", N_("Council of the residents of the area")),
    ReadyBody("npo", N_("Centre for citizens' activities"), usual=False),
    ReadyBody(
        "welfare",
        N_("Welfare facility"),
        what_for=N_("Room, cars, refuge for the frail"),
        usual=False,
    ),
    ReadyBody("estate", N_("Estate agent"), what_for=N_("Vacant houses and land"), usual=False),
    ReadyBody("medical", N_("Doctor on duty"), usual=False),
    ReadyBody("other", N_("Consumer hotline"), "188", N_("Doorstep sales, fraud")),
    ReadyBody(
        "other", N_("Child guidance centre"), "189", N_("A child may be ill-treated"), usual=False
    ),
)
"""110, 119, 188 and 189 are the same everywhere; other numbers are the district's own."""


class ReadyTrouble(NamedTuple):
    """A usual trouble. body: the name of a ready body; "" for the chief of the district."""

    trouble: str
    body: str
    usual: bool = True


READY_TROUBLES: tuple[ReadyTrouble, ...] = (
    ReadyTrouble(N_("Fire, sudden illness, injury"), N_("Fire and ambulance")),
    ReadyTrouble(N_("Crime, accident"), N_("Police, urgent")),
    ReadyTrouble(N_("Someone strange about"), N_("Police box")),
    ReadyTrouble(N_("Flood, landslide, refuge"), N_("City, in a disaster")),
    ReadyTrouble(N_("No electricity"), N_("Electricity works")),
    ReadyTrouble(N_("No water, a leak in the street"), N_("City water works")),
    ReadyTrouble(N_("Smell of gas"), N_("Gas dealer"), usual=False),
    ReadyTrouble(N_("A hole in the road, a street lamp is out"), N_("City, streets and lamps")),
    ReadyTrouble(N_("Rubbish dumped, bears, monkeys, stray dogs"), N_("City, waste and animals")),
    ReadyTrouble(N_("Care, dementia"), N_("Care centre for the elderly")),
    ReadyTrouble(N_("An old person alone is not seen"), N_("Welfare commissioner")),
    ReadyTrouble(N_("Not enough to live on"), N_("Council of social welfare")),
    ReadyTrouble(N_("Somebody to help at home"), N_("Council of social welfare"), usual=False),
    ReadyTrouble(N_("A child may be ill-treated"), N_("Child guidance centre")),
    ReadyTrouble(N_("Doorstep sales, fraud on the phone"), N_("Consumer hotline")),
    ReadyTrouble(N_("A vacant house, land grown over"), N_("Estate agent"), usual=False),
    ReadyTrouble(N_("I do not know where to ask"), ""),
)
