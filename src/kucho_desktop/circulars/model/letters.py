"""文書受付: a letter that came in: from whom, what it wants, by when, what was done (3.15)."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from kucho_desktop.core.audiences import CHIEF_ONLY, Audience
from kucho_desktop.core.eras import era_of
from kucho_desktop.core.fields import field
from kucho_desktop.core.i18n import N_, language
from kucho_desktop.core.kinds import DATE, NOTE, NUMBER, TEXT, choice
from kucho_desktop.core.text import fold

BOARD = CHIEF_ONLY | {Audience.OFFICERS}
WEEK = timedelta(days=7)
_MOST_BEFORE = 3
_CHANGING = re.compile(
    r"(令和|平成|昭和|[RHS])?\s*(元|\d+)\s*(年度|年|月|日|回|期|号)分?|本?年度|今年|第\s*\d+|\d+"
)
"""What is another every year in the title of the same letter."""

KINDS = choice(
    "kind of letter",
    (
        ("", N_("(not said)")),
        ("deliver", N_("To be handed out")),
        ("circulate", N_("To be circulated")),
        ("answer", N_("To be answered or reported")),
        ("name", N_("Somebody is to be named")),
        ("meeting", N_("Invitation to a meeting")),
        ("subsidy", N_("Subsidy")),
        ("other", N_("Something else")),
    ),
)
LATE, TODAY, THIS_WEEK, LATER = "late", "today", "week", "later"


@dataclass(frozen=True)
class Letter:
    """year: the first day of the year of office in which it came; serial: its number there."""

    id: int
    year: str = ""
    serial: int = 0
    received_on: str = field(DATE, N_("Came on"), seen_by=BOARD, width=9)
    sender: str = field(TEXT, N_("Sent by"), seen_by=BOARD, searched=True, width=16)
    reference: str = field(TEXT, N_("Their number"), seen_by=BOARD, searched=True, width=10)
    title: str = field(TEXT, N_("Subject of the letter"), seen_by=BOARD, searched=True, width=24)
    kind: str = field(KINDS, N_("What it wants"), seen_by=BOARD, width=9)
    deadline: str = field(DATE, N_("By when"), seen_by=BOARD, width=9)
    copies: int | None = field(NUMBER, N_("Copies received"), seen_by=BOARD, width=4)
    done_on: str = field(DATE, N_("Done on"), seen_by=BOARD, width=9)
    answer: str = field(NOTE, N_("What was done"), seen_by=BOARD, searched=True, width=18)
    responsible: str = field(TEXT, N_("Who sees to it"), seen_by=BOARD, width=9)
    kept_at: str = field(TEXT, N_("Place of keeping"), seen_by=BOARD, width=11)
    keep_years: int | None = field(NUMBER, N_("Keep for (years)"), seen_by=BOARD, width=3)
    note: str = field(NOTE, N_("Note"), width=14)

    @property
    def number(self) -> str:
        """年度-連番: R8-12."""
        return number_text(self.year, self.serial)

    @property
    def is_open(self) -> bool:
        return not self.done_on

    def due(self, today: date) -> str:
        """LATE, TODAY, THIS_WEEK (seven days from today on) or LATER; "" where nothing is due."""
        if self.done_on or not self.deadline:
            return ""
        if self.deadline < today.isoformat():
            return LATE
        if self.deadline == today.isoformat():
            return TODAY
        return THIS_WEEK if self.deadline < (today + WEEK).isoformat() else LATER


def number_text(year: str, serial: int) -> str:
    """Its year by the letter of the era; of a change of era by the new one, as 年度 goes."""
    if not serial:
        return ""
    first = date.fromisoformat(year)
    era = era_of(date(first.year, 12, 31)) if language() == "ja" else None
    named = f"{era.letter}{first.year - era.since.year + 1}" if era else str(first.year)
    return f"{named}-{serial}"


def matter(title: str) -> str:
    """A title without what is another every year: the same letter comes again and again."""
    return fold(_CHANGING.sub(" ", unicodedata.normalize("NFKC", title)))


def came_before(letter: Letter, letters: Iterable[Letter]) -> list[Letter]:
    """The same letter in former years, newest first."""
    about = matter(letter.title)
    found = [
        each
        for each in letters
        if about and each.year < letter.year and matter(each.title) == about
    ]
    return sorted(found, key=lambda each: (each.received_on, each.id), reverse=True)[:_MOST_BEFORE]


def senders_said(letters: Sequence[Letter], typed: str, most: int = 5) -> list[str]:
    """Who wrote before and holds what is typed; whoever writes most comes first."""
    return _said(((each.sender, 1) for each in letters), typed, most)


def titles_said(letters: Sequence[Letter], sender: str, typed: str, most: int = 5) -> list[str]:
    """What this sender wrote about before, the newest wording of each matter."""
    wanted, found = fold(typed), dict[str, str]()
    for each in sorted(letters, key=lambda each: (each.received_on, each.id), reverse=True):
        if fold(each.sender) == fold(sender) and wanted in fold(each.title):
            found.setdefault(matter(each.title), each.title)
    return [title for title in found.values() if title != typed][:most]


def _said(texts: Iterable[tuple[str, int]], typed: str, most: int) -> list[str]:
    wanted, counted = fold(typed), dict[str, int]()
    for text, times in texts:
        if text and text != typed and wanted in fold(text):
            counted[text] = counted.get(text, 0) + times
    ranked = sorted(counted, key=lambda text: (not fold(text).startswith(wanted), -counted[text]))
    return ranked[:most]


def open_first(letters: Iterable[Letter]) -> list[Letter]:
    """By deadline, those without one behind, by the day they came."""
    return sorted(
        letters, key=lambda each: (not each.deadline, each.deadline, each.received_on, each.id)
    )


def newest_first(letters: Iterable[Letter]) -> list[Letter]:
    return sorted(letters, key=lambda each: (each.year, each.serial), reverse=True)
