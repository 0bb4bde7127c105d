"""What every command is asked: the password, the book, a day; and how it answers."""

import argparse
import getpass
import json
import os
import shlex
import sys
from datetime import date
from pathlib import Path
from typing import Any

from kucho_desktop.app.books import open_book
from kucho_desktop.core.book import Book
from kucho_desktop.core.dates import read_date
from kucho_desktop.core.errors import (
    CannotKeep,
    CannotOpenFile,
    InUse,
    KuchoError,
    LiesReadOnly,
)
from kucho_desktop.core.i18n import _
from kucho_desktop.core.way_back import is_wanted, newest_whole

Arguments = argparse.Namespace


def password(*, new: bool = False) -> str:
    given = os.environ.get("KUCHO_PASSWORD")
    if given is not None:
        return given
    if not sys.stdin.isatty():
        raise CannotKeep(_("A password is needed. Please give it in KUCHO_PASSWORD."))
    first = getpass.getpass(_("Password: "))
    if new and getpass.getpass(_("The same password again: ")) != first:
        raise CannotKeep(_("The two passwords differ. Nothing was made."))
    return first


def new_password() -> str:
    """The one that shall hold from now on, while another one may be in KUCHO_PASSWORD."""
    given = os.environ.get("KUCHO_NEW_PASSWORD")
    if given is not None:
        return given
    if not sys.stdin.isatty():
        raise CannotKeep(_("A new password is needed. Please give it in KUCHO_NEW_PASSWORD."))
    first = getpass.getpass(_("New password: "))
    if getpass.getpass(_("The same password again: ")) != first:
        raise CannotKeep(_("The two passwords differ. Nothing was made."))
    return first


def opened(arguments: Arguments, *, to_write: bool = False) -> Book:
    """The book; while a window has it open, for reading only."""
    typed = password()
    try:
        return open_book(arguments.file, typed)
    except (InUse, LiesReadOnly):
        if to_write:
            raise
        return open_book(arguments.file, typed, read_only=True)
    except CannotOpenFile as error:
        offer = offered(arguments.file, typed, error)
        if not offer:
            raise
        raise CannotOpenFile(f"{error}\n{offer}") from error


def offered(path: Path, typed: str, error: KuchoError) -> str:
    """Which copy to go back to, and how; empty where there is none or no need."""
    copy = newest_whole(path, typed) if is_wanted(path, error) else None
    if copy is None:
        return ""
    words = shlex.join(["kucho-desktop", "restore", "--replace", str(copy.path), str(path)])
    return _("The newest copy that is whole is of {when}. This goes back to it:\n{command}").format(
        when=f"{copy.at:%Y-%m-%d %H:%M}", command=words
    )


def day_of(typed: str | None, today: date) -> date:
    return read_date(typed, today) if typed else today


def say_json(value: Any) -> None:
    print(json.dumps(value, ensure_ascii=False, indent=2))
