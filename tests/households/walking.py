"""What a line of the walk shows, and the box that stands open in it."""

from typing import Any

from kucho_desktop.widgets.editors import Line


def cell(walk: Any, row: int, name: str) -> str:
    lines = walk.lines
    return lines.index(row, lines.columns.index(name)).data()


def editor_of(walk: Any) -> Line:
    """The box that stands open in a cell."""
    (found,) = [box for box in walk.list.viewport().findChildren(Line) if box.isVisible()]
    return found
