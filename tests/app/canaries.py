"""A book in which every declared field holds what stands nowhere else; a search for it in files.

Of a choice it is the label of one that no paper speaks of by itself.
"""

import unicodedata
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from html import unescape
from io import BytesIO
from typing import Any

from pypdf import PdfReader

from kucho_desktop.association.store import name_association
from kucho_desktop.core.audiences import ASKS_CONSENT, Audience
from kucho_desktop.core.book import Book
from kucho_desktop.core.fields import Field, field_named, fields_of
from kucho_desktop.households import store
from kucho_desktop.households.model import Consent, Household, Member
from kucho_desktop.households.model.rounds.round import LISTS, SHEETS
from kucho_desktop.households.model.ties.talks import Talk
from kucho_desktop.households.model.ties.ties import BY_OFFICERS, Tie
from kucho_desktop.tonarigumi.store import add_tonarigumi

ITEMS = ("name", "address", "phone", "family")
WHOLE, NAME_ONLY, NOTHING = "甲乙丙"
"""Three households: one agreed to everything, one to its name alone, one to nothing."""
_AGREED = {WHOLE: ITEMS, NAME_ONLY: ("name",), NOTHING: ()}
_KANA = dict(zip("0123456789", "あきぬめりわせほむと", strict=True))
_KEPT = ("text", "name", "kana", "note", "address", "email", "phone", "postal code", "date", "born")
_CHOSEN: dict[tuple[type[Any], str], Any] = {
    (Household, "dwelling"): "company",
    (Household, "distribution"): "mail",
    (Household, "copies"): 8462,
}
_SIGNS = "春夏秋冬花鳥風月空海星雲雪雨光影石岩砂泥虹霜波島岸谷峰原野里村道橋門"
"""Letters that every font has."""


@dataclass(frozen=True)
class Canary:
    """What stands in one field of one household, and as whose field it is declared."""

    whose: str
    field: Field
    record: type[Any]
    value: Any

    @property
    def said(self) -> str:
        """As the user reads it."""
        return self.field.kind.show(self.value)

    def forms(self) -> set[str]:
        """All that it looks like: as it is read, as it is kept, as Excel keeps a day."""
        found = {self.said} if self.field.kind.choices else {self.said, str(self.value)}
        if self.field.kind.name in ("date", "born"):
            day = date.fromisoformat(self.value)
            found |= {day.strftime("%Y/%m/%d"), f"{day.year}年{day.month}月{day.day}日"}
            found.add(f">{(day - date(1899, 12, 30)).days}<")
        return {plain(form) for form in found}

    def may_be_seen(self, audience: Audience) -> bool:
        """As the declarations say it, and as the household answered."""
        agreed = _AGREED[self.whose]
        open_to = audience in self.field.seen_by and audience in _rows_seen_by(self.record)
        if audience not in ASKS_CONSENT:
            return open_to
        asked = field_named(Household, "members") if self.record is Member else self.field
        return open_to and "name" in agreed and (not asked.consent or asked.consent in agreed)

    def __str__(self) -> str:
        return f"{self.whose} {self.record.__name__}.{self.field.name}"


def _rows_seen_by(record: type[Any]) -> frozenset[Audience]:
    if record is Household:
        return frozenset(Audience)
    if record is Tie:
        return BY_OFFICERS | {Audience.DISASTER}
    if record is Talk:
        return frozenset({Audience.CHIEF, Audience.PERSON})
    return field_named(Household, "members" if record is Member else "consents").seen_by


def is_planted(record: type[Any], field: Field) -> bool:
    return (field.kind.name in _KEPT and field.name not in ("since", "until")) or (
        (record, field.name) in _CHOSEN
    )


def _value(whose: str, record: type[Any], field: Field, number: int) -> str:
    """A value of the field's kind that stands nowhere else."""
    code = f"{'甲乙丙'.index(whose) + 1}{number:02}"
    sign = {Household: "鶴", Member: "亀", Consent: "松", Tie: "竹", Talk: "梅"}[record]
    return {
        "name": f"{sign}{whose}{_SIGNS[number]} {_SIGNS[-number]}郎",
        "kana": "".join(_KANA[digit] for digit in code) + "が",
        "address": f"安曇野市{sign}{whose}{number}",
        "email": f"kanaria{code}{record.__name__.lower()}@example.jp",
        "phone": f"0263-{code[:2]}-{_LINE[record]}{code[1:]}",
        "postal code": f"{code}-{_LINE[record]}123",
        "date": f"19{20 + number}-0{code[0]}-1{_LINE[record]}",
        "born": f"19{30 + number % 10}-0{code[0]}-2{_LINE[record]}",
    }.get(field.kind.name, f"{sign}{whose}{_SIGNS[number]}{_SIGNS[-number]}印")


_LINE = {Household: 1, Member: 2, Consent: 3, Tie: 4, Talk: 5}


def _filled(whose: str, record: type[Any], **chosen: Any) -> Any:
    values = {
        field.name: _value(whose, record, field, number)
        for number, field in enumerate(fields_of(record), start=1)
        if field.kind.name in _KEPT and field.name not in ("since", "until")
    }
    return replace(record(**({"id": 0} | chosen)), **values)


def fill(book: Book) -> list[Canary]:
    """Write the households into the book, and a round of each kind; gives what must be found."""
    name_association(book, name="梓野区", chief="区長 一郎")
    group = add_tonarigumi(book, "第1隣組")
    canaries: list[Canary] = []
    for whose in (WHOLE, NAME_ONLY, NOTHING):
        canaries += _fill_one(book, whose, group)
    store.begin_round(book, SHEETS, "世帯票の回", "2026-12-04")
    store.begin_round(book, LISTS, "名簿直しの回", "2026-12-04")
    return canaries


def _fill_one(book: Book, whose: str, group: int) -> list[Canary]:
    house = _filled(whose, Household)
    own = {
        field.name: getattr(house, field.name)
        for field in fields_of(Household)
        if field.kind.name in _KEPT
    }
    head, kana = own.pop("head"), own.pop("kana")
    id_ = store.add_household(book, head, kana=kana, tonarigumi_id=group, **own)
    member = replace(_filled(whose, Member), relation="妻", whereabouts="care", gender="female")
    store.change_members(book, id_, (*store.household(book, id_).members, member))
    answers = tuple(
        replace(
            _filled(whose, Consent),
            item=item,
            audience=audience.value,
            answer="yes" if item in _AGREED[whose] else "no",
            since="2026-04-01",
        )
        for item in ITEMS
        for audience in ASKS_CONSENT
    )
    store.change_household(book, id_, "consents", answers)
    for (record, name), value in _CHOSEN.items():
        if record is Household:
            store.change_household(book, id_, name, value)
    tie = replace(_filled(whose, Tie), household_id=id_, tie="landlord", since="2026-04-01")
    store.keep_tie(book, tie)
    talk = replace(_filled(whose, Talk), household_id=id_)
    store.keep_talk(book, talk)
    made: list[tuple[type[Any], Any]] = [
        (Household, store.household(book, id_)),
        (Member, store.household(book, id_).members[1]),
        (Consent, answers[0]),
        (Tie, tie),
        (Talk, talk),
    ]
    return [each for record, value in made for each in _of(whose, record, value)]


def _of(whose: str, record: type[Any], value: Any) -> Iterator[Canary]:
    for field in fields_of(record):
        if is_planted(record, field):
            said = field.kind.show(getattr(value, field.name))
            assert said, (record, field.name)
            yield Canary(whose, field, record, getattr(value, field.name))


# ---- searching ----


def plain(text: str) -> str:
    """Without spaces and widths, as a search should compare it."""
    return "".join(unicodedata.normalize("NFKC", text).split())


def in_pdf(pdf: bytes) -> str:
    """All that a PDF says: its pages, bookmarks, notes, metadata and what is attached to it."""
    reader = PdfReader(BytesIO(pdf))
    parts = [page.extract_text() for page in reader.pages]
    parts += [str(page.get("/Annots", "")) for page in reader.pages]
    parts.append(str(dict(reader.metadata or {})))
    xmp = reader.xmp_metadata
    parts.append(xmp.stream.get_data().decode("utf-8", "replace") if xmp else "")
    parts += [str(each) for each in reader.outline]
    for name, contents in reader.attachments.items():
        parts += [name, *(each.decode("utf-8", "replace") for each in contents)]
    return plain("\n".join(parts))


def in_xlsx(content: bytes) -> str:
    """Every part of a workbook: cells, comments, names, properties, as they are written."""
    with zipfile.ZipFile(BytesIO(content)) as archive:
        parts = [archive.read(name) for name in archive.namelist()]
        names = archive.namelist()
    said = (part.decode("utf-8", "replace") for part in parts)
    return plain(unescape("\n".join([*names, *said])))


def in_csv(content: bytes) -> str:
    encoding = "utf-8-sig" if content.startswith(b"\xef\xbb\xbf") else "cp932"
    return plain(content.decode(encoding))


def told(canaries: list[Canary], text: str, audience: Audience) -> list[str]:
    """The canaries that this audience must not see and that stand in a text."""
    return [str(each) for each in canaries if not each.may_be_seen(audience) and is_in(each, text)]


def is_in(canary: Canary, text: str) -> bool:
    return any(form in text for form in canary.forms())
