"""What came in by post in the invented district, what is asked of it, what it hands out."""

import json
from collections.abc import Iterator
from datetime import date, timedelta
from random import Random
from typing import Any

from kucho_desktop.association.store import fiscal_year
from kucho_desktop.circulars import store
from kucho_desktop.circulars.model import DeliveryItem
from kucho_desktop.core.book import Book
from kucho_desktop.core.eras import era_of
from kucho_desktop.core.fiscal_years import FiscalYear
from kucho_desktop.core.i18n import N_
from kucho_desktop.core.places import resources

_LEAST = 5
"""A letter of so few days ago may be open still; older ones are done but for one or two."""
_FORGOTTEN = 0.06


def write_letters(book: Book, seed: int) -> None:
    """Of last year and of this one as far as today."""
    said = json.loads((resources() / "practice" / "letters.json").read_text("utf-8"))
    chance = Random(f"letters {seed}")
    with book.step(N_("Write down the letters of the years")):
        now = fiscal_year(book)
        before = fiscal_year(book, now.first - timedelta(days=1))
        for year in (before, now):
            for values in sorted(_letters(book, said, year, chance), key=_came):
                store.LETTERS.add(book, values)
        _requests(book, said)
        _deliveries(book, said)


def _came(values: dict[str, Any]) -> str:
    return str(values["received_on"])


def _letters(
    book: Book, said: dict[str, Any], year: FiscalYear, chance: Random
) -> Iterator[dict[str, Any]]:
    for sender, number, title, kind, month, day, days, copies, answer in said["letters"]:
        first = date(year.first.year + (month < year.first.month), month, day)
        came = first + timedelta(days=chance.randrange(3))
        if came > book.today or came not in year:
            continue
        deadline = came + timedelta(days=days)
        era = era_of(came)
        words = {
            "n": chance.randrange(10, 400),
            "era": came.year - era.since.year + 1 if era else 0,
        }
        values = {
            "received_on": came.isoformat(),
            "sender": sender,
            "reference": number.format(**words),
            "title": title.format(**words),
            "kind": kind,
            "deadline": deadline.isoformat(),
            "copies": copies or None,
            "kept_at": chance.choice(("青いファイル", "公民館の棚", "")),
        }
        done = came + timedelta(days=chance.randrange(1, days))
        forgotten = chance.random() < _FORGOTTEN and year.last >= book.today
        if not forgotten and done <= book.today and (book.today - came).days > _LEAST:
            values |= {"done_on": done.isoformat(), "answer": answer}
        yield values


def _requests(book: Book, said: dict[str, Any]) -> None:
    names = ("title", "office", "class_", "months", "times", "minutes", "pay", "needed", "opinion")
    for each in said["requests"]:
        store.REQUESTS.add(book, dict(zip(names, each, strict=True)))


def _deliveries(book: Book, said: dict[str, Any]) -> None:
    for after, lasts, items in said["deliveries"]:
        day = book.today + timedelta(days=after)
        things = tuple(DeliveryItem(0, 0, *each) for each in items)
        due = (day + timedelta(days=lasts)).isoformat()
        store.DELIVERIES.add(book, {"day": day.isoformat(), "due": due, "items": things})
    names = ("apartments", "shops", "spare", "circulars", "boards", "note")
    groups = [each.id for each in store.groups_on(book)]
    for group, extra in zip(groups, said["extras"], strict=False):
        values = dict(zip(names, extra, strict=True))
        store.EXTRAS.add(book, {"tonarigumi_id": group, **values})
