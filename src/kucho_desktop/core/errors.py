"""What can go wrong, in words for the user."""

from kucho_desktop.core.i18n import N_

LIES_READ_ONLY = N_(
    "This book lies where nothing can be written. It can be opened for reading only. To go on"
    " with it, please copy it, with its key file, to this computer and open it there."
)


class KuchoError(Exception):
    """A problem to explain to the user, in his language; anything else is a bug.

    `str(error)` is the whole sentence: what happened, that nothing was lost, what to do next.
    """


DISK_IS_FULL = N_(
    "The disk is full, so this was not kept. What was kept before is safe."
    " Please make room on the disk and do it again."
)

DISK_REFUSES = N_(
    "The file cannot be written, so this was not kept. What was kept before is safe."
    " Please see whether there is room on the disk and the memory stick is still there, and do it"
    " again."
)


class CannotOpenFile(KuchoError):
    """The file is missing, damaged, of a newer version, or the password is wrong."""


class WrongPassword(CannotOpenFile):
    """The password opens none of the key slots."""


class InUse(CannotOpenFile):
    """Another window or another person has the book open for writing."""


class LiesReadOnly(CannotOpenFile):
    """The book lies where nothing can be written; it can be looked at."""


class Damaged(CannotOpenFile):
    """The file is cut off, damaged or no book; a backup can be gone back to."""


class DoesNotFit(Damaged):
    """The key does not open the file: its first page is damaged, or it is another book's key."""


class CannotKeep(KuchoError):
    """The disk is full, gone or read-only; nothing of the step was kept."""


class FoundDamaged(CannotKeep):
    """Damage was met in a book that is open."""


class CannotUndo(KuchoError):
    """A step cannot be taken back because later steps built on it."""


class NotAllowed(KuchoError):
    """A rule of the rooms forbids this step; nothing of it was kept."""


class CannotReadTable(KuchoError):
    """A file from elsewhere cannot be read, is locked with a password, or holds no roster."""


class Stopped(KuchoError):
    """The user stopped a long work; nothing of it was kept."""
