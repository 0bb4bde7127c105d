"""What every command is asked: the password, the book, a day; and how it answers."""

import argparse
import getpass
import json
import os
import sys
from datetime import date
from typing import Any

from kucho_desktop.app.books import open_book
from kucho_desktop.core.book import Book
from kucho_desktop.core.dates import read_date
from kucho_desktop.core.errors import CannotKeep, InUse, LiesReadOnly
from kucho_desktop.core.i18n import _

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
    try:
        return open_book(arguments.file, password())
    except (InUse, LiesReadOnly):
        if to_write:
            raise
        return open_book(arguments.file, password(), read_only=True)


def day_of(typed: str | None, today: date) -> date:
    return read_date(typed, today) if typed else today


def say_json(value: Any) -> None:
    print(json.dumps(value, ensure_ascii=False, indent=2))
