"""What the chief has written down of a house: numbers, order of the round, consent, notes."""

from collections.abc import Sequence
from datetime import date, timedelta
from random import Random

from kucho_desktop.app.practice.house import Answer, House, Item
from kucho_desktop.app.practice.names import Names
from kucho_desktop.app.practice.people import Person
from kucho_desktop.app.practice.seeds import Seeds
from kucho_desktop.app.practice.timeline import Timeline
from kucho_desktop.core.audiences import Audience
from kucho_desktop.households.model import JOINED

EVERY, BOARD = Audience.EVERY_HOUSEHOLD.value, Audience.NOTICE_BOARD.value
_AGREED = {
    ("name", EVERY): 0.96,
    ("address", EVERY): 0.88,
    ("phone", EVERY): 0.78,
    ("family", EVERY): 0.4,
    ("name", BOARD): 0.5,
    ("phone", BOARD): 0.08,
}
"""What is asked, and the share of those who say yes."""
_WAYS = (("form", 76), ("circular", 10), ("word", 9), ("phone", 5))
_LANDLINES = ((65, 0.93), (45, 0.7), (0, 0.2))
_MOBILES = ((80, 0.35), (65, 0.72), (0, 0.94))
"""From an age of the head on, the share of houses with such a phone."""
_MAIL_WORDS = ("ringo", "tanbo", "jonen", "azusa", "wasabi", "kajika", "suzume", "yuki", "nanohana")
_DWELLINGS = {
    "old": "own",
    "new": "own",
    "rented": "rent",
    "tenant": "apartment",
    "abroad": "apartment",
}


def _share(shares: Sequence[tuple[int, float]], age: int) -> float:
    return next(share for oldest, share in shares if age >= oldest)


class WritingDown:
    """Fills in what is not dated, and the answers about consent."""

    def __init__(
        self, chance: Random, names: Names, seeds: Seeds, start: date, today: date
    ) -> None:
        self._chance = chance
        self._names = names
        self._seeds = seeds
        self._start = start
        self._today = today

    def write(self, house: House) -> None:
        """Of a family that has just moved in, or has always been there."""
        head = house.head
        assert head is not None
        values = house.values
        values["dwelling"] = _DWELLINGS[house.kind]
        if house.membership.now == "none":
            self._strangers(house)
            return
        self._phones(house, head)
        self.round(house)
        values["away_by_day"] = int(self._is_out_by_day(house))
        self._notes(house)
        for person in house.residents:
            self._person(person, house)
        values["recorded_on"] = self._answered_on(house)
        if self._chance.random() < 0.82:
            self._consents(house)

    def _strangers(self, house: House) -> None:
        """Somebody lives there who has not joined: a nameplate, and how many they are."""
        house.values |= {"circular": "skip", "copies": 0, "distribution": "none"}
        for person in house.people:
            person.is_known = False
        if self._chance.random() < 0.3:
            house.values["note"] = "未加入（年に一度、加入の案内を届ける）"

    def get_known(self, house: House) -> None:
        """They have joined and filled in the form."""
        head = house.head
        assert head is not None
        for person in house.residents:
            person.is_known = True
            self._person(person, house)
        self._phones(house, head)
        house.values |= {"circular": "pass", "copies": 1, "distribution": "all", "note": ""}

    def _phones(self, house: House, head: Person) -> None:
        age = head.age(self._start)
        tenant = house.kind in ("tenant", "abroad")
        landline = 0.04 if tenant else _share(_LANDLINES, age)
        if self._chance.random() < landline:
            house.values["phone"] = self._names.landline()
        if self._chance.random() < _share(_MOBILES, age) or not house.values.get("phone"):
            house.values["mobile"] = self._names.mobile()
        if house.values.get("phone") and self._chance.random() < 0.06:
            house.values["fax"] = house.values["phone"]
        if age < 68 and self._chance.random() < 0.16:
            word, number = self._chance.choice(_MAIL_WORDS), self._chance.randrange(10, 9999)
            house.values["email"] = f"{word}{number}@example.jp"

    def round(self, house: House) -> None:
        """How the circular goes round and what is delivered."""
        if house.membership.now == "paused":
            house.values |= {"circular": "skip", "copies": 0}
            house.values["note"] = self._chance.choice(self._seeds.district["notes_on_paused"])
        elif len(house.residents) > 4 and self._chance.random() < 0.12:
            house.values["copies"] = 2
        elif len(house.residents) == 1 and self._chance.random() < 0.04:
            house.values["circular"] = "skip"
            house.values["note"] = self._chance.choice(self._seeds.district["notes_on_skipping"])

    def _is_out_by_day(self, house: House) -> bool:
        ages = [person.age(self._start) for person in house.residents]
        if any(age >= 66 for age in ages):
            return False
        return self._chance.random() < 0.55

    def _notes(self, house: House) -> None:
        surnames = list(dict.fromkeys(p.surname[0] for p in house.residents if p.surname[0]))
        if len(surnames) > 1:
            house.values["nameplate"] = "・".join(surnames)
        if not house.values.get("note") and self._chance.random() < 0.22:
            house.values["note"] = self._fitting_note(house)

    def _fitting_note(self, house: House) -> str:
        """Of those that are written of somebody so old."""
        age = house.head.age(self._start) if house.head else 0
        notes = self._seeds.district["notes"]
        fit = [text for text, youngest, oldest in notes if youngest <= age <= oldest]
        return str(self._chance.choice(fit))

    def _person(self, person: Person, house: House) -> None:
        """A phone of their own for some, and school or work as it is today."""
        age = person.age(self._today)
        if person.relation != "head" and 16 <= age < 75 and self._chance.random() < 0.15:
            person.phone = self._names.mobile()
        person.work = self._work(person, age)

    def _work(self, person: Person, age: int) -> str:
        year = self._today.year - (self._today.month < 4)
        april = person.age(date(year, 4, 1))
        if april < 6:
            return "保育園" if april >= 3 and self._chance.random() < 0.8 else ""
        if april < 18:
            stage, first = (
                ("小学", 6) if april < 12 else ("中学", 12) if april < 15 else ("高校", 15)
            )
            return f"{stage}{april - first + 1}年"
        if april < 22:
            return "大学・専門学校" if person.where == "study" else ""
        if self._chance.random() < 0.5 or person.where == "care" or age >= 82:
            return ""
        group = "retired" if age >= 66 else "young" if age < 30 else "working"
        return str(self._chance.choice(self._seeds.district["jobs"][group]))

    def _answered_on(self, house: House) -> str:
        """In the spring in which all were asked, or soon after they came."""
        spring = date(self._start.year - 1, 4, 10) + timedelta(days=self._chance.randrange(75))
        if not house.since or house.since <= spring.isoformat():
            return spring.isoformat()
        came = date.fromisoformat(house.since) + timedelta(days=self._chance.randrange(25))
        return min(came, self._today).isoformat()

    def _consents(self, house: House) -> None:
        way = self._chance.choices([w for w, _s in _WAYS], [s for _w, s in _WAYS])[0]
        since = house.values["recorded_on"]
        asks_board = self._chance.random() < 0.6
        for item in _AGREED:
            if item[1] == EVERY or asks_board:
                house.consents[item] = Timeline(self._answer(item, way), since)

    def _answer(self, item: Item, way: str) -> Answer:
        return ("yes" if self._chance.random() < _AGREED[item] else "no"), way

    def answer_anew(self, house: House) -> tuple[Item, Answer]:
        """Another answer about one thing; of those who were never asked, a first one."""
        if house.consents:
            item = self._chance.choice(list(house.consents))
            now = house.consents[item].now
            return item, ("no" if now and now[0] == "yes" else "yes", "form")
        return ("name", EVERY), ("yes", "form")

    def asks_consent(self, house: House) -> bool:
        return house.membership.now in JOINED
