"""What a group's leader is given to put right: the households, their families, their answers."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from kucho_desktop.core.i18n import _, n_
from kucho_desktop.households.model.gathered import ShownGroup
from kucho_desktop.households.model.household import Household
from kucho_desktop.households.model.people import Member
from kucho_desktop.households.model.rounds.round import answers_of

_MARKS = {True: "○", False: "×", None: "－"}


@dataclass(frozen=True)
class ListToCorrect:
    """One group. families: household id → its people with their ages, in words.

    answers: household id → a mark for each question, in the order of `questions`.
    """

    group: ShownGroup
    families: Mapping[int, str]
    answers: Mapping[int, tuple[str, ...]]


def family_in_words(household: Household, day: date) -> str:
    """「一郎 78、花子 75、ほか1人」: names with ages; who is called as the head is, by given name.

    The ages are there because a leader who puts the list right sees at once that one is wrong.
    """
    family = _family_name(household.head)
    named = [_called(each, family, day) for each in household.members if each.name]
    others = len(household.members) - len(named)
    if others and named:
        text = n_("{count} more", "{count} more", others)
        named.append(text.format(count=others))
    elif others:
        named.append(n_("{count} person", "{count} people", others).format(count=others))
    return _(", ").join(named)


def marks_of(household: Household) -> tuple[str, ...]:
    """○ may be shown, × may not, － no answer; in the order of the questions."""
    return tuple(_MARKS[said] for said in answers_of(household).values())


def _family_name(name: str) -> str:
    return name.replace("\u3000", " ").split(" ")[0] if " " in name.replace("\u3000", " ") else ""


def _called(member: Member, family: str, day: date) -> str:
    name = member.name.replace("\u3000", " ")
    if family and name.startswith(family + " "):
        name = name[len(family) + 1 :].strip() or name
    age = member.age(day)
    return name if age is None else f"{name} {age}"
