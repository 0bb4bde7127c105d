"""Invented records that the widgets are tried with."""

from dataclasses import dataclass

from kucho_desktop.core.fields import field
from kucho_desktop.core.kinds import (
    ADDRESS,
    BORN,
    FLAG,
    KANA,
    NAME,
    NOTE,
    PHONE,
    POSTAL_CODE,
    choice,
    reference,
    rows_of,
)

MEMBERSHIP = choice(
    "membership", (("full", "Member"), ("none", "Not a member"), ("empty", "Empty house"))
)
RELATION = choice("relation", (("head", "Head"), ("wife", "Wife"), ("son", "Son")))


@dataclass(frozen=True)
class Person:
    id: int
    house: int = 0
    relation: str = field(RELATION, "Relation", width=5)
    name: str = field(NAME, "Name", width=8)
    kana: str = field(KANA, "Reading", width=9)
    born: str = field(BORN, "Born", width=9)
    stays: str = field(NOTE, "Where", dated="person_stay")


@dataclass(frozen=True)
class House:
    id: int
    head: str = field(NAME, "Head of household", width=8)
    kana: str = field(KANA, "Reading", width=9)
    postal_code: str = field(POSTAL_CODE, "Postal code", dated="house_address", width=6)
    address: str = field(ADDRESS, "Address", dated="house_address", width=16)
    phone: str = field(PHONE, "Phone", width=8)
    born: str = field(BORN, "Born", width=10)
    membership: str = field(MEMBERSHIP, "Membership", dated="house_membership", width=7)
    group_id: int | None = field(reference("group"), "Group", width=8)
    circular: int = field(FLAG, "Circular comes by")
    note: str = field(NOTE, "Note")
    people: tuple[Person, ...] = field(rows_of(Person), "People")


def house(id_: int = 1, **values: object) -> House:
    given: dict[str, object] = {
        "head": "髙橋 一郎",
        "kana": "たかはし いちろう",
        "postal_code": "399-8205",
        "address": "安曇野市豊科1234-5",
        "phone": "0263-72-0101",
        "born": "1950-03-02",
        "membership": "full",
        "people": (Person(11, id_, "head", "髙橋 一郎", "たかはし いちろう", "1950-03-02"),),
    }
    return House(id_, **{**given, **values})  # type: ignore[arg-type]  # values of every kind
