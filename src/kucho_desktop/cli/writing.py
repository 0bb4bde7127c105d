"""Commands that write: a new book, the practice district, reading in, taking back, copies."""

import sys
from collections import Counter
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Any

from kucho_desktop.app.books import UPKEEP, create_book, open_book
from kucho_desktop.app.copies.differing import said_of_difference
from kucho_desktop.app.paper_kinds.lists import list_asked
from kucho_desktop.app.practice import write_practice_book
from kucho_desktop.app.tables import Agreed, ReadIn, read_in, write_out
from kucho_desktop.association.store import name_association
from kucho_desktop.cli.asked import Arguments, day_of, opened, password, say_json
from kucho_desktop.cli.reading_again import compare_in, print_compared
from kucho_desktop.core.backup import back_up, restore
from kucho_desktop.core.book import Book
from kucho_desktop.core.connection import fitting_key
from kucho_desktop.core.differing import differences
from kucho_desktop.core.errors import (
    CannotKeep,
    CannotOpenFile,
    CannotUndo,
    KuchoError,
    NotAllowed,
)
from kucho_desktop.core.history import last_steps, last_undoable
from kucho_desktop.core.i18n import _
from kucho_desktop.core.keys import read_slots
from kucho_desktop.core.restoring import put_back
from kucho_desktop.core.text import fold
from kucho_desktop.households.model.lists.wanted import HouseholdList
from kucho_desktop.households.store import has_households
from kucho_desktop.tonarigumi.store import all_tonarigumi


def new(arguments: Arguments) -> None:
    book, code = create_book(arguments.file, password(new=True))
    try:
        name_association(book, name=arguments.name, kana=arguments.kana or "")
    finally:
        book.close()
    print(_("The recovery code, shown this once. Please write it down:"))
    print(code)


def demo(arguments: Arguments) -> None:
    write_practice_book(
        arguments.file,
        password(new=True),
        households=arguments.households,
        years=arguments.years,
        seed=arguments.seed,
    )


def import_(arguments: Arguments) -> None:
    book = opened(arguments, to_write=True)
    try:
        told = agreed = None
        if arguments.agreed_on:
            agreed = Agreed(day_of(arguments.agreed_on, book.today), arguments.asked_by)
        if has_households(book) and not arguments.again:
            told = compare_in(book, arguments, agreed)
            found = told.found
        else:
            day = day_of(arguments.as_of, book.today) if arguments.as_of else None
            found = read_in(
                book, arguments.table, day=day, dry_run=arguments.dry_run, agreed=agreed
            )
    finally:
        book.close()
    if arguments.json:
        say_json(_found_as_said(found) | (told.as_said() if told else {}))
        return
    _print_found(found)
    if told:
        print_compared(told)


def _found_as_said(found: ReadIn) -> dict[str, Any]:
    return {
        "households": found.households,
        "members": found.members,
        "tonarigumi": found.tonarigumi,
        "problems": [problem._asdict() for problem in found.problems],
        "repairs": [{**repair._asdict(), "what": _(repair.what)} for repair in found.repairs],
    }


def _print_found(found: ReadIn) -> None:
    print(
        _("{households} households, {members} people, {tonarigumi} groups").format(
            households=found.households, members=found.members, tonarigumi=found.tonarigumi
        )
    )
    for what, count in Counter(repair.what for repair in found.repairs).items():
        print(_("Put right: {what} ({count} times)").format(what=_(what), count=count))
    for problem in found.problems:
        print(f"{problem.sheet} {problem.row}: {problem.reason}")


def export(arguments: Arguments) -> None:
    if arguments.what == "calendar":
        _export_calendar(arguments)
        return
    book = opened(arguments)
    try:
        unwritable = write_out(
            book,
            arguments.out,
            what=arguments.what,
            audience=arguments.audience,
            day=day_of(arguments.as_of, book.today),
            encoding=arguments.encoding,
            group=_group(book, arguments.group),
            wanted=_wanted(book, arguments),
        )
    finally:
        book.close()
    if unwritable:
        print(
            _("These characters cannot be written and became 〓: {characters}").format(
                characters=" ".join(unwritable)
            ),
            file=sys.stderr,
        )


def _export_calendar(arguments: Arguments) -> None:
    """The year of office of the day that is named."""
    from kucho_desktop.app.writing_out.calendar import write_calendar

    book = opened(arguments)
    try:
        day = day_of(arguments.as_of, book.today)
        write_calendar(book, arguments.out, arguments.audience, day, arguments.encoding)
    finally:
        book.close()


def _wanted(book: Book, arguments: Arguments) -> HouseholdList | None:
    """The list that is asked for; none where all is wanted as it lies in the book."""
    said = {name: getattr(arguments, name) for name in ("list", "columns", "sort")}
    return list_asked(book, said) if any(said.values()) else None


def _group(book: Book, name: str) -> int | None:
    """The group of this name, as it is called by itself or with the groups around it."""
    if not name:
        return None
    for group in all_tonarigumi(book):
        if fold(name) in (fold(group.name), fold(group.full_name)):
            return group.id
    raise NotAllowed(_("There is no group of this name: {name}").format(name=name))


def backup(arguments: Arguments) -> None:
    """Into a folder that is there: a stick that is not plugged in must not become a new folder."""
    if not arguments.folder.is_dir():
        raise CannotKeep(
            _(
                "There is no folder {folder}, so no copy was made. Is the stick plugged in?"
                " Please make the folder first, or choose another one."
            ).format(folder=arguments.folder)
        )
    book = opened(arguments)
    try:
        print(back_up(book, arguments.folder))
    finally:
        book.close()


def restore_(arguments: Arguments) -> None:
    """Where a book is already, only if that was said: it stays beside the copy."""
    if not arguments.replace:
        restore(arguments.copy, arguments.file)
        return
    typed = password()
    known = _known_keys(arguments.file, typed)
    key = fitting_key(arguments.copy, known) or read_slots(arguments.copy).open(typed)
    try:
        keeps = read_slots(arguments.file).open(typed) == key
    except CannotOpenFile:
        keeps = False
    done = put_back(
        arguments.copy,
        arguments.file,
        key,
        UPKEEP,
        now=datetime.now(),
        keeps_slots=keeps,
        known=known,
    )
    if done.kept is None:
        return
    print(_("What was there before is kept as {name}.").format(name=done.kept.name))
    today = known[0] if known else key
    try:
        with (
            closing(Book(done.kept, today, upkeep=UPKEEP, read_only=True)) as before,
            closing(Book(arguments.file, today, upkeep=UPKEEP, read_only=True)) as after,
        ):
            print(said_of_difference(differences(after, before)))
    except CannotOpenFile:
        print(said_of_difference(None))


def _known_keys(path: Path, typed: str) -> tuple[bytes, ...]:
    """Of the book that lies there, if it still opens."""
    try:
        with closing(open_book(path, typed, read_only=True)) as book:
            return book.known_keys
    except KuchoError:
        return ()


def undo(arguments: Arguments) -> None:
    book = opened(arguments, to_write=True)
    try:
        step = arguments.step or last_undoable(book)
        if not step:
            raise CannotUndo(_("There is nothing to take back."))
        book.undo_step(step)
        print(last_steps(book, 1)[0].text)
    finally:
        book.close()
