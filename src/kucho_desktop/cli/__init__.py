"""The same work without a window: for scripts, for tests and for the curious.

Every command ends with 0, or with 1 and a sentence on stderr; 2 is wrong usage.
"""

import errno
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from kucho_desktop.core import i18n
from kucho_desktop.core.errors import KuchoError
from kucho_desktop.core.i18n import _


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; without one, open the window."""
    i18n.use(os.environ.get("KUCHO_LANGUAGE", "ja"))
    words = list(sys.argv[1:] if argv is None else argv)
    try:
        done = _window(words) if _wants_window(words) else _command(words)
        sys.stdout.flush()
        return done
    except KuchoError as error:
        print(error, file=sys.stderr)
    except BrokenPipeError:  # whoever reads along has enough; nothing more is said at the end
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except OSError as error:
        print(_sentence(error), file=sys.stderr)
    return 1


def _sentence(error: OSError) -> str:
    """What the system refused, in the user's words."""
    place = str(error.filename or "")
    if isinstance(error, PermissionError) or error.errno == errno.EROFS:
        said = _("Nothing may be written into {place}. Please choose another folder.")
        return said.format(place=Path(place).parent)
    if error.errno == errno.ENOSPC:
        return _("The disk is full. Please make room and try again.")
    if error.errno == errno.EIO:
        said = _(
            "{name} could not be written. Is it open in another program, or is the disk full?"
            " The book itself is safe."
        )
        return said.format(name=Path(place).name)
    if isinstance(error, IsADirectoryError):
        return _("{place} is a folder. Please give the name of a file.").format(place=place)
    if isinstance(error, FileNotFoundError):
        said = _("There is no {place}. Please look at the name of the folder and of the file.")
        return said.format(place=place)
    reason = error.strerror or ""
    return _("{place} cannot be read or written: {reason}").format(place=place, reason=reason)


def _wants_window(words: Sequence[str]) -> bool:
    """No word, or the one name of a file; a folder called like a command is none."""
    return not words or (len(words) == 1 and ("." in words[0] or Path(words[0]).is_file()))


def _window(words: Sequence[str]) -> int:
    from kucho_desktop.app.later import load_qt

    load_qt()
    from kucho_desktop.app.main import run

    return run(Path(words[0]) if words else None)


def _command(words: Sequence[str]) -> int:
    from kucho_desktop.cli.arguments import parser

    arguments = parser().parse_args(words)
    return int(arguments.run(arguments) or 0)
