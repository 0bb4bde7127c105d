"""How the records of this room are kept one by one."""

from kucho_desktop.core.shelf import Rows, Shelf, day_after, day_before

__all__ = ["Rows", "Shelf", "day_after", "day_before"]
