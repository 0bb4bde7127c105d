"""How the window looks: one palette, one type size, and every length from the font's height."""

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontInfo, QPalette
from PySide6.QtWidgets import QApplication

from kucho_desktop.core.places import resources
from kucho_desktop.widgets.colours import CALM, PALETTES, Colours

TYPE_SIZES = (12, 14, 17)
"""Points: 標準, 大, 特大."""
SCREEN_FAMILIES = ("BIZ UDPGothic", "Noto Sans JP", "IPAmjMincho", "Noto Sans CJK JP")
COLUMN_FAMILIES = ("BIZ UDGothic", *SCREEN_FAMILIES[1:])
"""Digits of one width, for figures that stand in columns."""
_COLUMN_FILES = ("BIZUDGothic",)
_SMALLEST = 11
STYLE = ("-style", "Fusion")
"""For the arguments of the application: to set it later makes Qt describe every style there is."""


class Theme(NamedTuple):
    """What is shown now. Lengths are in pixels; em is the height of the body type.

    Room around the type stays nearly the same at every size: at 17 pt the words grow, not the gaps.
    """

    colours: Colours = CALM
    points: int = 12
    em: int = 16

    @property
    def row(self) -> int:
        return self.em + 22

    @property
    def target(self) -> int:
        return self.em + 26

    @property
    def margin(self) -> int:
        return 22

    @property
    def gap(self) -> int:
        return 8

    @property
    def icon(self) -> int:
        return round(self.em * 1.3)

    @property
    def small(self) -> int:
        """Small type, never under 11 points."""
        return max(round(self.em * 0.86), round(self.em * _SMALLEST / self.points))

    def ems(self, count: float) -> int:
        """So many full-width characters, in pixels."""
        return round(self.em * count)

    def colour(self, role: str) -> QColor:
        return QColor(getattr(self.colours, role))

    def is_narrow(self, width: int) -> bool:
        """Whether a window of this width has no room for words beside everything."""
        return width < self.em * 68


_now = Theme()
_loaded: set[Path] = set()


def now() -> Theme:
    """The look that the window has."""
    return _now


def put_on(
    app: QApplication, palette: str = "calm", points: int = 12, *, dressed: bool = True
) -> Theme:
    """Give the whole program this palette and type size.

    dressed: whether the style sheet follows at once. A window that is put together first and
    dressed then is ready sooner: Qt asks the sheet anew whenever a part gets a new parent.
    """
    global _now
    font = QFont()
    font.setFamilies(list(SCREEN_FAMILIES))
    font.setPointSize(points)
    em = QFontInfo(font).pixelSize()
    _now = Theme(PALETTES.get(palette, CALM), points, em)
    app.setFont(font)
    app.setPalette(_palette(_now.colours))
    if dressed:
        dress(app)
    return _now


def dress(app: QApplication) -> None:
    """Put the style sheet on, if it is not."""
    sheet = _style_sheet(_now)
    if app.styleSheet() != sheet:
        app.setStyleSheet(sheet)


def is_dressed() -> bool:
    """Whether a style sheet is on: it has looked at what there is, and must look again."""
    app = QApplication.instance()
    return isinstance(app, QApplication) and bool(app.styleSheet())


def fonts_there() -> int:
    """How many were loaded. What was found for a family holds until there are more."""
    return len(_loaded)


def load_fonts(folder: Path | None = None, only: Sequence[str] = ()) -> list[str]:
    """Load the fonts that come with the program, each once; give the families that are new.

    only: beginnings of file names. The window needs few to be painted first, the rest later.
    """
    families: list[str] = []
    for path in sorted((folder or resources() / "fonts").glob("*.?tf")):
        if path not in _loaded and (not only or path.name.startswith(tuple(only))):
            _loaded.add(path)
            number = QFontDatabase.addApplicationFont(str(path))
            families += QFontDatabase.applicationFontFamilies(number)
    return families


def column_font(base: QFont) -> QFont:
    """The same type with digits of one width.

    Its files are loaded with the first figure, so that none is laid out in another type.
    """
    _load_column_fonts()
    font = QFont(base)
    font.setFamilies(list(COLUMN_FAMILIES))
    return font


@cache
def _load_column_fonts() -> None:
    load_fonts(only=_COLUMN_FILES)


def _palette(colours: Colours) -> QPalette:
    """For what the style sheet does not reach: Fusion computes its shades from the first two."""
    palette = QPalette(QColor(colours.card), QColor(colours.page))
    roles = QPalette.ColorRole
    for role, colour in (
        (roles.WindowText, colours.ink),
        (roles.Text, colours.ink),
        (roles.ButtonText, colours.ink),
        (roles.Base, colours.card),
        (roles.AlternateBase, colours.head),
        (roles.Highlight, colours.go),
        (roles.HighlightedText, colours.on_go),
        (roles.PlaceholderText, colours.second),
        (roles.Link, colours.go),
        (roles.Accent, colours.go),
        (roles.ToolTipBase, colours.card),
        (roles.ToolTipText, colours.ink),
    ):
        palette.setColor(role, QColor(colour))
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(colours.faint))
    return palette


def _style_sheet(theme: Theme) -> str:
    focus = theme.colours.focus_width
    inner = theme.target - 2
    lengths = {
        "title": round(theme.em * 1.5),
        "heading": round(theme.em * 1.1),
        "person": round(theme.em * 1.4),
        "small": theme.small,
        "row": theme.row,
        "target": theme.target,
        "inner": inner,
        "top_inner": theme.em + theme.small + 18,
        "top_inner_focus": theme.em + theme.small + 18 - 2 * (focus - 1),
        "district": round(theme.em * 1.3),
        "inner_focus": inner - 2 * (focus - 1),
        "pad": 16,
        "pad_focus": 16 - (focus - 1),
        "pad_quiet": 8,
        "pad_edit": 10,
        "pad_edit_focus": 10 - (focus - 1),
        "pad_note": 6,
        "pad_note_focus": 6 - (focus - 1),
        "pad_side": 12,
        "side_row": theme.em + 22,
        "side_narrow": theme.em + 16,
        "side_low": theme.em + 12,
    }
    template = (resources() / "style" / "window.qss").read_text(encoding="utf-8")
    values = {**lengths, **theme.colours._asdict()}
    # No template of the library: it costs more to load than the sheet to fill in.
    first, *rest = template.split("$")
    return first + "".join(_filled_in(part, values) for part in rest)


def _filled_in(part: str, values: Mapping[str, object]) -> str:
    """What begins with a name, as `{name}rest` or `name rest`, with its value instead."""
    if part.startswith("{"):
        name, _brace, rest = part[1:].partition("}")
        return f"{values[name]}{rest}"
    length = next(at for at, sign in enumerate(part) if not (sign.isalnum() or sign == "_"))
    return f"{values[part[:length]]}{part[length:]}"
