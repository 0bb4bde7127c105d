"""What a long work held in memory is given back to the computer, not kept for another one."""

import sys


def give_back() -> None:
    """Takes a few milliseconds; the window goes on meanwhile.

    The C library keeps what a thread has freed for the next work of that thread: after the book
    was looked over 45 MB, as much as all the rest of the window. Only glibc does, and only it can
    be asked (`malloc_trim`); Windows gives memory back by itself.
    """
    if sys.platform != "linux":
        return
    import ctypes

    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
    if trim is not None:
        trim(0)
