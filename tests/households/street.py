"""A small invented street for the page's tests, and long ones."""

from collections.abc import Iterator

from kucho_desktop.core import periods
from kucho_desktop.core.book import Book
from kucho_desktop.households import store
from kucho_desktop.households.model import Household
from kucho_desktop.households.store import WholeHousehold, WholeMember
from kucho_desktop.tonarigumi.store import add_missing_tonarigumi

DAYS = ("1983-04-01", periods.OPEN)
FAMILIES = (
    ("髙橋", "たかはし"),
    ("山﨑", "やまざき"),
    ("𠮷田", "よしだ"),
    ("渡邉\U000e0101", "わたなべ"),
)
NAMES = (
    ("一郎", "いちろう"),
    ("和子", "かずこ"),
    ("清", "きよし"),
    ("さくら", "さくら"),
    ("茂", "しげる"),
)


def whole(number: int, group: int, order: int) -> WholeHousehold:
    """The same number gives the same household."""
    family, reading = FAMILIES[number % len(FAMILIES)]
    people = 1 + number % 4
    born = (f"{1940 + number % 40}-04-02", f"{1944 + number % 30}~", "1979-01-20", "2015-05-03")
    relations = ("head", "妻", "長男", "孫")
    return WholeHousehold(
        {"phone": f"0263-72-{number:04}", "circular": "skip" if number % 11 == 5 else "pass"},
        memberships=[("full" if number % 7 != 4 else "none", "", *DAYS)],
        places=[(group, order, *DAYS)],
        addresses=[("399-8205", f"安曇野市豊科{1234 + number}-{order}", "", *DAYS)],
        members=[
            WholeMember(
                {
                    "name": f"{family} {NAMES[(number + at) % len(NAMES)][0]}",
                    "kana": f"{reading} {NAMES[(number + at) % len(NAMES)][1]}",
                    "born": born[at],
                },
                homes=[(relations[at], at, *DAYS)],
            )
            for at in range(people)
        ],
    )


def fill_street(book: Book, count: int = 9, groups: int = 3) -> list[Household]:
    """Groups 「第1隣組」 …, one after the other filled with the households."""
    made = add_missing_tonarigumi(book, [(f"第{number + 1}隣組",) for number in range(groups)])
    ids = list(made.values())
    each = -(-count // groups)

    def rows() -> Iterator[WholeHousehold]:
        for number in range(count):
            yield whole(number, ids[number // each], number % each + 1)

    store.write_many(book, rows(), count=count, source="試し")
    return store.households_on(book) if count < 1000 else []
