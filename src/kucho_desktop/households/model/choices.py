"""What a household or a member can be, as the 区 calls it."""

import unicodedata

from kucho_desktop.core.audiences import Audience
from kucho_desktop.core.fields import Kind
from kucho_desktop.core.i18n import N_, _
from kucho_desktop.core.kinds import choice

MEMBERSHIP_CLASSES = choice(
    "membership",
    (
        ("full", N_("Full member")),
        ("associate", N_("Associate member")),
        ("supporter", N_("Supporting member")),
        ("none", N_("Not joined")),
        ("paused", N_("Paused")),
        ("empty", N_("Empty house")),
        ("villa", N_("Holiday house")),
        ("apartment", N_("Apartment house")),
        ("office", N_("Shop or office")),
    ),
)
JOINED = frozenset({"full", "associate", "supporter", "paused"})
"""Classes that belong to the association."""
DWELLED = frozenset({"full", "associate", "paused", "none"})
"""Classes in which somebody lives; the base of the joined rate."""

DWELLINGS = choice(
    "dwelling",
    (
        ("", N_("(not said)")),
        ("own", N_("Own house")),
        ("rent", N_("Rented house")),
        ("apartment", N_("Apartment")),
        ("company", N_("Company house")),
        ("villa", N_("Holiday house")),
    ),
)
DISTRIBUTION = choice(
    "distribution",
    (("all", N_("Deliver")), ("mail", N_("By mail")), ("none", N_("Not needed"))),
)
CIRCULAR = choice(
    "circular",
    (("pass", N_("Passes on")), ("skip", N_("Skip")), ("apart", N_("Brought separately"))),
)
GENDERS = choice("gender", (("", N_("(not said)")), ("male", N_("Male")), ("female", N_("Female"))))
WHEREABOUTS_CLASSES = choice(
    "whereabouts",
    (
        ("home", N_("At home")),
        ("care", N_("In a care home")),
        ("hospital", N_("In hospital")),
        ("study", N_("Away to study")),
        ("work", N_("Away for work")),
    ),
)
CONSENT_ITEMS = choice(
    "consent item",
    (
        ("name", N_("Name")),
        ("address", N_("Address")),
        ("phone", N_("Phone number")),
        ("family", N_("Family")),
    ),
)
CONSENT_AUDIENCES = choice(
    "consent audience",
    (
        (Audience.EVERY_HOUSEHOLD.value, N_("Every household")),
        (Audience.NOTICE_BOARD.value, N_("Notice board")),
    ),
)
CONSENT_ANSWERS = choice("consent answer", (("yes", N_("Agrees")), ("no", N_("Does not agree"))))
CONSENT_WAYS = choice(
    "consent way",
    (
        ("form", N_("On the form")),
        ("word", N_("By word of mouth")),
        ("phone", N_("By phone")),
        ("circular", N_("By circular")),
    ),
)


HEAD = "head"
"""The relation of the one who answers for the household; every other is kept as it is written."""

_HEAD_WORDS = frozenset(
    {HEAD, "世帯主", "本人", "主", "戸主", "筆頭者", "筆頭", "ご本人", "御本人", "世帯主本人"}
)


def tidy_relation(typed: str) -> str:
    """Keep the word as written; the many words for the head become one."""
    plain = unicodedata.normalize("NFKC", typed).strip()
    return HEAD if plain in _HEAD_WORDS or plain == _("Head") else typed.strip()


def show_relation(kept: str) -> str:
    return _("Head") if kept == HEAD else kept


RELATION = Kind("relation", tidy=tidy_relation, show=show_relation)
