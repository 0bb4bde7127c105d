"""The words of every command."""

import argparse
import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn, TypeAlias

from kucho_desktop.cli import asking, erasing, keys, reading_again, records, writing
from kucho_desktop.core.audiences import Audience
from kucho_desktop.core.i18n import N_, _
from kucho_desktop.households.model.choices import CONSENT_WAYS
from kucho_desktop.records.model import ROOMS

_Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"  # noqa: SLF001
_MOST_HOUSEHOLDS = 100_000
_MOST_YEARS = 30
_MOST_COPIES = 1_000
_MOST_YEARS_KEPT = 100


class _Parser(argparse.ArgumentParser):
    """Says in one sentence what is wrong with the words of a command."""

    def error(self, message: str) -> NoReturn:
        """Leave with 2, as wrong usage does everywhere."""
        sentence = _("The command was not understood: {reason}. {command} --help says how.")
        print(sentence.format(reason=_reason(message), command=self.prog), file=sys.stderr)
        raise SystemExit(2)


def _reason(message: str) -> str:
    """What argparse says in English alone, in the user's language."""
    for pattern, ours in (
        (r"the following arguments are required: (?P<words>.+)", N_("{words} is missing")),
        (r"unrecognized arguments: (?P<words>.+)", N_("{words} has no meaning here")),
        (r"argument (?P<words>\S+): invalid choice: .+", N_("{words} cannot be this")),
        (r"argument (?P<words>\S+): expected .+", N_("something is missing after {words}")),
    ):
        found = re.fullmatch(pattern, message, re.DOTALL)
        if found:
            return _(ours).format(words=found["words"])
    return message.removeprefix("argument ")


def parser() -> argparse.ArgumentParser:
    whole: argparse.ArgumentParser = _Parser(
        prog="kucho-desktop", description=_("The desk of the chief")
    )
    commands = whole.add_subparsers(metavar="COMMAND", required=True)
    _making(commands)
    _tables(commands)
    _papers(commands)
    _keeping(commands)
    _keys(commands)
    _records(commands)
    return whole


def _making(commands: _Commands) -> None:
    new = commands.add_parser("new", help=_("make an empty book"))
    new.add_argument("file", type=Path)
    new.add_argument("--name", type=_said, required=True)
    new.add_argument("--kana", default="")
    new.set_defaults(run=writing.new)
    demo = commands.add_parser("demo", help=_("write an invented district to practise with"))
    demo.add_argument("file", type=Path)
    demo.add_argument("--households", type=_up_to(_MOST_HOUSEHOLDS), default=120)
    demo.add_argument("--years", type=_up_to(_MOST_YEARS), default=3)
    demo.add_argument("--seed", type=_whole, default=1)
    demo.set_defaults(run=writing.demo)


def _tables(commands: _Commands) -> None:
    read = commands.add_parser("import", help=_("read a roster in: xlsx, xls, ods, csv"))
    read.add_argument("file", type=Path)
    read.add_argument("table", type=Path)
    read.add_argument("--as-of")
    read.add_argument("--dry-run", action="store_true")
    read.add_argument("--json", action="store_true")
    _on_reading_again(read)
    read.set_defaults(run=writing.import_)
    write = commands.add_parser(
        "export", help=_("write a table: xlsx or csv; the calendar also as ics")
    )
    write.add_argument("file", type=Path)
    write.add_argument("out", type=Path)
    write.add_argument("--what", default="households", choices=["households", "calendar"])
    write.add_argument("--for", dest="audience", type=_audience, default=Audience.CHIEF)
    write.add_argument("--group", default="", help=_("this group alone"))
    write.add_argument("--list", default="", help=_("a ready question, or a list of your own"))
    write.add_argument("--columns", default="")
    write.add_argument("--sort", default="")
    write.add_argument("--as-of")
    write.add_argument("--encoding", default="utf-8-sig", choices=["utf-8-sig", "cp932"])
    write.set_defaults(run=writing.export)


def _on_reading_again(read: argparse.ArgumentParser) -> None:
    """What a table that is compared with the households of the book may do to them."""
    read.add_argument(
        "--again",
        action="store_true",
        help=_("do not compare with the book, add all as new households"),
    )
    read.add_argument(
        "--gone-leave",
        action="store_true",
        help=_("households that the table does not have any more leave"),
    )
    read.add_argument(
        "--empty-cells",
        action="store_true",
        help=_("empty in the book what is empty in the table"),
    )
    read.add_argument(
        "--agreed-on",
        metavar="DATE",
        help=_("all have agreed on this day to stand in the roster for all"),
    )
    read.add_argument(
        "--asked-by",
        default="form",
        choices=[code for code, _label in CONSENT_WAYS.choices],
        help=_("how they were asked"),
    )


def _papers(commands: _Commands) -> None:
    find = commands.add_parser("find", help=_("search the households"))
    find.add_argument("file", type=Path)
    find.add_argument("words", nargs="+")
    find.add_argument("--json", action="store_true")
    find.set_defaults(run=asking.find)
    doubles = commands.add_parser("doubles", help=_("list households that may be there twice"))
    doubles.add_argument("file", type=Path)
    doubles.add_argument("--json", action="store_true")
    doubles.set_defaults(run=reading_again.doubles)
    papers = commands.add_parser("papers", help=_("list every paper"))
    papers.add_argument("--json", action="store_true")
    papers.set_defaults(run=asking.papers)
    make = commands.add_parser("print", help=_("write a paper as PDF"))
    make.add_argument("file", type=Path)
    make.add_argument("paper")
    make.add_argument("-o", "--out", type=Path, required=True)
    make.add_argument("--for", dest="audience", type=_audience, default=None)
    make.add_argument("--as-of")
    make.add_argument("--lang", choices=["ja", "en"])
    make.add_argument("--size", type=float, choices=[12.0, 14.0], default=12.0)
    make.add_argument("--copies", type=_up_to(_MOST_COPIES, least=1), default=1)
    make.add_argument("--option", action="append", default=[], type=_option, metavar="NAME=VALUE")
    make.set_defaults(run=asking.print_)


def _keeping(commands: _Commands) -> None:
    backup = commands.add_parser("backup", help=_("write a verified copy into a folder"))
    backup.add_argument("file", type=Path)
    backup.add_argument("folder", type=Path)
    backup.set_defaults(run=writing.backup)
    restore = commands.add_parser("restore", help=_("put a copy where no book is yet"))
    restore.add_argument("copy", type=Path)
    restore.add_argument("file", type=Path)
    restore.add_argument(
        "--replace",
        action="store_true",
        help=_("also where a book is: that one is kept beside it, and what differs is said"),
    )
    restore.set_defaults(run=writing.restore_)
    check = commands.add_parser("check", help=_("look the file over"))
    check.add_argument("file", type=Path)
    check.add_argument("--json", action="store_true")
    check.add_argument(
        "--repair",
        action="store_true",
        help=_("make anew what is made from other things: indexes and lists"),
    )
    check.set_defaults(run=asking.check)
    undo = commands.add_parser("undo", help=_("take back the last step, or one by its number"))
    undo.add_argument("file", type=Path)
    undo.add_argument("--step", type=_count)
    undo.set_defaults(run=writing.undo)


def _keys(commands: _Commands) -> None:
    recover = commands.add_parser("recover", help=_("give a new password by the recovery code"))
    recover.add_argument("file", type=Path)
    recover.add_argument("--code", required=True)
    recover.set_defaults(run=keys.recover)
    rekey = commands.add_parser("rekey", help=_("give the book a new key and recovery code"))
    rekey.add_argument("file", type=Path)
    rekey.set_defaults(run=keys.rekey_)


def _records(commands: _Commands) -> None:
    history = commands.add_parser("history", help=_("what was done, newest first"))
    history.add_argument("file", type=Path)
    history.add_argument("--count", type=_count, default=50)
    history.add_argument("--before", type=_count, help=_("only steps before this number"))
    history.add_argument(
        "--household",
        metavar="WORDS",
        help=_("of this household: its number, or words that only it answers to"),
    )
    history.add_argument(
        "--person",
        metavar="WORDS",
        help=_("of this person: the number, or words that only this one answers to"),
    )
    history.add_argument("--room", choices=list(ROOMS), help=_("of this room"))
    history.add_argument("--first", metavar="DATE")
    history.add_argument("--last", metavar="DATE")
    history.add_argument("--json", action="store_true")
    history.set_defaults(run=records.history)
    given = commands.add_parser("handouts", help=_("what went out, newest first"))
    given.add_argument("file", type=Path)
    given.add_argument("--out", action="store_true", help=_("only what is still out"))
    given.add_argument("--json", action="store_true")
    given.set_defaults(run=records.handouts)
    erase = commands.add_parser(
        "erase", help=_("put who left or died long ago into the bin; erase what lay there long")
    )
    erase.add_argument("file", type=Path)
    erase.add_argument(
        "--older-than",
        metavar="YEARS",
        type=_up_to(_MOST_YEARS_KEPT, least=1),
        help=_("years; without it the rule of the district"),
    )
    erase.add_argument("--dry-run", action="store_true")
    erase.add_argument("--yes", action="store_true", help=_("do not ask"))
    erase.add_argument("--json", action="store_true")
    erase.set_defaults(run=erasing.erase)


def _whole(typed: str) -> int:
    try:
        return int(typed)
    except ValueError as error:
        raise argparse.ArgumentTypeError(_("a whole number")) from error


def _count(typed: str) -> int:
    number = _whole(typed)
    if not 0 <= number < 10**9:
        raise argparse.ArgumentTypeError(_("a number from 0 up"))
    return number


def _up_to(most: int, least: int = 0) -> Callable[[str], int]:
    def counted(typed: str) -> int:
        number = _count(typed)
        if not least <= number <= most:
            raise argparse.ArgumentTypeError(
                _("a number from {least} to {most}").format(least=least, most=f"{most:,}")
            )
        return number

    return counted


def _said(typed: str) -> str:
    if not typed.strip():
        raise argparse.ArgumentTypeError(_("a name"))
    return typed


def _audience(typed: str) -> Audience:
    try:
        return Audience(typed)
    except ValueError as error:
        known = ", ".join(audience.value for audience in Audience)
        raise argparse.ArgumentTypeError(_("one of: {known}").format(known=known)) from error


def _option(typed: str) -> tuple[str, str]:
    name, equals, value = typed.partition("=")
    if not equals:
        raise argparse.ArgumentTypeError("NAME=VALUE")
    return name, value
