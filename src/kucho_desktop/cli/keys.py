"""Commands about the key of a book: the recovery code and what comes after it."""

from kucho_desktop.app.books import open_with_code
from kucho_desktop.cli.asked import Arguments, new_password, password
from kucho_desktop.core.i18n import _
from kucho_desktop.core.keys import key_from_recovery_code
from kucho_desktop.core.opening import give_password
from kucho_desktop.core.rekey import rekey


def recover(arguments: Arguments) -> None:
    """The code is looked at before anybody is asked for a password."""
    key = key_from_recovery_code(arguments.code)
    book = open_with_code(arguments.file, arguments.code)
    try:
        give_password(book, key, new_password())
    finally:
        book.close()
    print(_("The book opens with the new password now."))


def rekey_(arguments: Arguments) -> None:
    """The password stays; the sheet with the former code is of use for older backups alone."""
    code = rekey(arguments.file, password())
    print(_("The recovery code, shown this once. Please write it down:"))
    print(code)
