"""Who of a table's family is who of the book's, and what is said otherwise of each."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from kucho_desktop.core.text import fold
from kucho_desktop.exchange.roster import Record
from kucho_desktop.households.model.again.differences import (
    COMES,
    GOES,
    HEAD_IS,
    OF_PERSON,
    Difference,
    Spoken,
    is_same_value,
    of_person,
)
from kucho_desktop.households.model.again.differences import MEMBER_FIELDS as FIELDS
from kucho_desktop.households.model.choices import HEAD
from kucho_desktop.households.model.household import Household
from kucho_desktop.households.model.people import Member, head_of

_UNLIVED = frozenset({"empty", "villa", "apartment", "office"})
_Person = Mapping[str, Any]


def of_people(record: Record, now: Household, spoken: Spoken) -> Iterator[Difference]:
    """Differences of the family: people's fields, the head, who comes and who goes."""
    head = _head_place(record)
    record = _with_head_told_apart(record, now, head)
    pairs = _paired(record, now, spoken, head)
    for place, member in pairs.items():
        yield from of_person(record.people[place], member, place, spoken)
    said = {member.id for place, member in pairs.items() if record.people[place].get("relation")}
    yield from _of_head(record, now, pairs, head, frozenset(said))
    yield from _of_relations(record, now, pairs, head)
    for place, person in enumerate(record.people):
        if place not in pairs and (person.get("name") or spoken.counts or place == head):
            who = person.get("name", "")
            told = _told(person, place == head)
            yield Difference(COMES, place=place, who=who, person=told, said=frozenset(said))
    yield from _of_gone(record, now, spoken, [member.id for member in pairs.values()])


def _with_head_told_apart(record: Record, now: Household, place: int) -> Record:
    """The head's name or reading where it was put right beside the family's sheet alone."""
    before = head_of(now.members)
    told = dict(record.people[place]) if place >= 0 else {}
    if before is None or not told:
        return record
    for name, own in (("name", "head"), ("kana", "kana")):
        if record.values.get(own) and told.get(name) == getattr(before, name):
            told[name] = record.values[own]
    people = (*record.people[:place], told, *record.people[place + 1 :])
    return replace(record, people=people)


def _head_place(record: Record) -> int:
    """The place of the head among the people, as it is when they are taken in; -1 for none."""
    for place, person in enumerate(record.people):
        if person.get("relation") == HEAD:
            return place
    first = record.people[0] if record.people else None
    return -1 if first is None or first.get("is_head") is False else 0


def _told(person: _Person, is_head: bool) -> dict[str, Any]:
    told = {name: value for name, value in person.items() if name in FIELDS and value}
    return {**told, "relation": HEAD} if is_head else told


def _paired(record: Record, now: Household, spoken: Spoken, head: int) -> dict[int, Member]:
    """Place in the record → member, by ever weaker signs; each of them once."""
    pairs: dict[int, Member] = {}
    left = list(now.members)

    def is_head(place: int, person: _Person, member: Member) -> bool:
        both = place == head and member.is_head and _agrees("born", person, member)
        return both and (not spoken.families or _is_like(person, member))

    for is_same in (*_BY_NAME, is_head, _has_the_relation, *_WITHOUT_A_NAME):
        for place, person in enumerate(record.people):
            found = [each for each in left if is_same(place, person, each)]
            if place in pairs or not found or (len(found) > 1 and is_same is _has_the_birthday):
                continue
            pairs[place] = found[0]
            left.remove(found[0])
    return pairs


def _has_the_name_and_birthday(place: int, person: _Person, member: Member) -> bool:
    return _has_the_name(place, person, member) and _agrees("born", person, member, unknown=False)


def _has_the_name(_place: int, person: _Person, member: Member) -> bool:
    return bool(member.name) and fold(person.get("name") or "") == fold(member.name)


def _has_the_given_name(_place: int, person: _Person, member: Member) -> bool:
    """花子 for 丸山 花子, and 丸山 花子 for whoever was 百瀬 花子 before."""
    said, known = (person.get("name") or "").split(), member.name.split()
    both = bool(said and known) and fold(said[-1]) == fold(known[-1])
    return both and _agrees("born", person, member) and _agrees("gender", person, member)


def _has_the_birthday(_place: int, person: _Person, member: Member) -> bool:
    exact = len(member.born) == len("2000-01-01")
    agrees = _agrees("born", person, member, unknown=False)
    return exact and agrees and _agrees("gender", person, member)


def _has_the_relation(_place: int, person: _Person, member: Member) -> bool:
    """妻 stays 妻 when her name is put right; a child may be another child."""
    said = person.get("relation")
    same = said in ("妻", "夫", "父", "母") and said == member.relation
    return same and _agrees("born", person, member) and _agrees("kana", person, member)


def _is_like(person: _Person, member: Member) -> bool:
    """Whether the one name may be the other put right: the same reading, or a kanji in common."""
    if person.get("kana") and member.kana:
        return bool(_agrees("kana", person, member))
    said, known = (person.get("name") or "").split(), member.name.split()
    return not said or not known or bool(set(fold(said[-1])) & set(fold(known[-1])))


def _neither_has_a_name(_place: int, person: _Person, member: Member) -> bool:
    return not person.get("name") and not member.name


def _one_has_no_name(_place: int, person: _Person, member: Member) -> bool:
    """Somebody of whom only the number was known may be anybody."""
    return not person.get("name") or not member.name


def _agrees(name: str, person: _Person, member: Member, *, unknown: bool = True) -> bool:
    said, known = person.get(name), getattr(member, name)
    if not said or not known:
        return unknown
    return is_same_value(FIELDS[name], known, said)


_BY_NAME = (_has_the_name_and_birthday, _has_the_name, _has_the_given_name, _has_the_birthday)
_WITHOUT_A_NAME = (_neither_has_a_name, _one_has_no_name)


def _of_head(
    record: Record,
    now: Household,
    pairs: Mapping[int, Member],
    head: int,
    said: frozenset[int],
) -> Iterator[Difference]:
    before, after = head_of(now.members), pairs.get(head)
    if after is not None and not after.is_head:
        old, new = before.name if before else "", record.people[head].get("name") or after.name
        yield Difference(HEAD_IS, "relation", old, new, after.id, head, who=after.name, said=said)


def _of_relations(
    record: Record, now: Household, pairs: Mapping[int, Member], head: int
) -> Iterator[Difference]:
    """Relations that the table gives; a head stays the head until it names another one."""
    another = head not in pairs or not pairs[head].is_head
    for place, member in pairs.items():
        said = record.people[place].get("relation", "")
        if not said or place == head or said == member.relation or (member.is_head and not another):
            continue
        yield Difference(
            OF_PERSON, "relation", member.relation, said, member.id, place, who=member.name
        )


def _of_gone(
    record: Record, now: Household, spoken: Spoken, there: Sequence[int]
) -> Iterator[Difference]:
    """Who is not named any more, where the table names families or says that nobody lives there.

    A line without any people holds them back, as a table does that was made for somebody.
    """
    deserted = not record.people and record.values.get("membership") in _UNLIVED
    tells = bool(record.people) and (spoken.families or spoken.counts)
    if not (tells or deserted):
        return
    for member in now.members:
        if member.id not in there and (spoken.families or deserted or not member.name):
            yield Difference(GOES, old=member.name, member=member.id, who=member.name)
