"""`history` and `handouts`: what was done in the book, and what went out of it."""

from kucho_desktop.app.paper_kinds.records import title_of_paper
from kucho_desktop.cli.asked import Arguments, day_of, opened, say_json
from kucho_desktop.core.book import Book
from kucho_desktop.core.copies import copies_of, still_out
from kucho_desktop.core.errors import NotAllowed
from kucho_desktop.core.handouts import Handout, all_handouts
from kucho_desktop.core.i18n import _
from kucho_desktop.core.steps import Wanted, steps_named, wanted_ids
from kucho_desktop.core.text import fold
from kucho_desktop.households.store import rows_of_household, rows_of_person
from kucho_desktop.records.model import ROOMS
from kucho_desktop.records.store import Subject, subjects_found, told_of_step

_MOST_NAMED = 8


def history(arguments: Arguments) -> None:
    book = opened(arguments)
    try:
        before = 2**62 if arguments.before is None else arguments.before
        ids = wanted_ids(book, _wanted(book, arguments), count=arguments.count, before=before)
        steps = steps_named(book, ids)
        told = {id_: told_of_step(book, id_)[0] for id_ in ids} if arguments.json else {}
    finally:
        book.close()
    if arguments.json:
        say_json(
            [
                {
                    "step": step.id,
                    "at": step.at.isoformat(),
                    "text": step.text,
                    "kind": step.kind,
                    "taken_back": step.is_reversed,
                    "changes": [
                        {"about": each.subject, "lines": list(each.lines)} for each in told[step.id]
                    ],
                }
                for step in steps
            ]
        )
        return
    for step in steps:
        print(f"{step.id}\t{step.at:%Y-%m-%d %H:%M}\t{step.text}")


def _wanted(book: Book, arguments: Arguments) -> Wanted:
    rows = None
    if arguments.household:
        rows = rows_of_household(book, _number(book, arguments.household, "household"))
    if arguments.person:
        own = rows_of_person(book, _number(book, arguments.person, "person"))
        rows = own if rows is None else rows & own
    first = day_of(arguments.first, book.today) if arguments.first else None
    last = day_of(arguments.last, book.today) if arguments.last else None
    return Wanted(rows, ROOMS.get(arguments.room or "", frozenset()), first, last)


def _number(book: Book, words: str, kind: str) -> int:
    """The id that is meant. Raises NotAllowed where none or several answer to the words."""
    if words.isdecimal():
        return int(words)
    found = [each for each in subjects_found(book, words) if each.kind == kind]
    if kind == "person":  # the words may be those of somebody else in the household
        found = [each for each in found if fold(words) in fold(each.title)]
    if not found:
        raise NotAllowed(_("Nobody of this name was found: {name}").format(name=words))
    if len(found) > 1:
        names = _(", ").join(_numbered(each) for each in found[:_MOST_NAMED])
        raise NotAllowed(
            _("Several answer to “{words}”: {names}. Please give the number.").format(
                words=words, names=names
            )
        )
    return found[0].id


def _numbered(subject: Subject) -> str:
    return f"{subject.id} {subject.title}"


def handouts(arguments: Arguments) -> None:
    book = opened(arguments)
    try:
        given = still_out(book)[::-1] if arguments.out else all_handouts(book)
        said = [_as_said(book, each) for each in given]
    finally:
        book.close()
    if arguments.json:
        say_json(said)
        return
    for each in given:
        when, title = f"{each.at:%Y-%m-%d %H:%M}", title_of_paper()(each.paper)
        numbers = f"No.{each.numbers[0]}-{each.numbers[-1]}"
        print(f"{each.id}\t{when}\t{title}\t{each.for_whom}\t{numbers}\t{each.out}")


def _as_said(book: Book, given: Handout) -> dict[str, object]:
    return {
        "handout": given.id,
        "at": given.at.isoformat(),
        "paper": given.paper,
        "title": title_of_paper()(given.paper),
        "audience": given.audience.value,
        "for_whom": given.for_whom,
        "purpose": given.purpose,
        "numbers": list(given.numbers),
        "households": given.households,
        "copies": [
            {"number": copy.number, "how": copy.how, "on": copy.on.isoformat()}
            for copy in copies_of(book, given.id).values()
        ],
        "out": given.out,
    }
