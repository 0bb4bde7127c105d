"""The papers of this room that are one table."""

from kucho_desktop.paper.one_table import banded, draw_table, table_paper

__all__ = ["banded", "draw_table", "table_paper"]
