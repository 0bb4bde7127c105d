"""What of the letters waits: those that are late, and those that are due within a week."""

from collections.abc import Iterator, Sequence

from kucho_desktop.circulars.model import Letter
from kucho_desktop.circulars.model.letters import LATE, THIS_WEEK, TODAY, open_first
from kucho_desktop.circulars.store.letters import LETTERS
from kucho_desktop.core.book import Book
from kucho_desktop.core.dates import show_date
from kucho_desktop.core.found import OpenItem
from kucho_desktop.core.i18n import _, n_

ROOM = "circulars"
_SINGLY = 4
"""So many are told one by one; of more it is said how many there are."""


def open_items(book: Book) -> Iterator[OpenItem]:
    """Sentences, each with the part of the room where it is dealt with."""
    waiting = open_first(LETTERS.all(book))
    late = [each for each in waiting if each.due(book.today) == LATE]
    soon = [each for each in waiting if each.due(book.today) in (TODAY, THIS_WEEK)]
    yield from _told(late, _("Late since {day}: {letter}"), "late")
    yield from _told(soon, _("By {day}: {letter}"), "week")


def _told(letters: Sequence[Letter], sentence: str, work: str) -> Iterator[OpenItem]:
    if len(letters) > _SINGLY:
        said = n_("{count} letter is late.", "{count} letters are late.", len(letters))
        if work != "late":
            said = n_(
                "{count} letter is due within a week.",
                "{count} letters are due within a week.",
                len(letters),
            )
        yield OpenItem(said.format(count=len(letters)), ROOM, work)
        return
    for each in letters:
        name = _("{title} ({sender})") if each.sender else "{title}"
        letter = name.format(title=each.title or each.number, sender=each.sender)
        day = show_date(each.deadline)
        yield OpenItem(sentence.format(day=day, letter=letter), ROOM, work)
