"""What can go wrong, in words for the user."""


class KuchoError(Exception):
    """A problem to explain to the user, in his language; anything else is a bug.

    `str(error)` is the whole sentence: what happened, that nothing was lost, what to do next.
    """


class CannotOpenFile(KuchoError):
    """The file is missing, damaged, of a newer version, or the password is wrong."""


class WrongPassword(CannotOpenFile):
    """The password opens none of the key slots."""


class InUse(CannotOpenFile):
    """Another window or another person has the book open for writing."""


class CannotKeep(KuchoError):
    """The disk is full, gone or read-only; nothing of the step was kept."""


class CannotUndo(KuchoError):
    """A step cannot be taken back because later steps built on it."""


class NotAllowed(KuchoError):
    """A rule of the rooms forbids this step; nothing of it was kept."""


class CannotReadTable(KuchoError):
    """A file from elsewhere cannot be read, is locked with a password, or holds no roster."""


class Stopped(KuchoError):
    """The user stopped a long work; nothing of it was kept."""
