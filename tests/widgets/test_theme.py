"""Colours and sizes that old eyes can read."""

import re
import subprocess
import sys

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QLabel

from kucho_desktop.core.places import resources
from kucho_desktop.widgets import theme
from kucho_desktop.widgets.colours import PALETTES, Colours
from kucho_desktop.widgets.icons import icon, picture

ON = [
    ("ink", "page"), ("ink", "card"), ("ink", "head"), ("ink", "go_pale"), ("second", "card"),
    ("second", "page"), ("second", "head"), ("second", "go_pale"), ("on_go", "go"),
    ("on_go", "go_pressed"),
    ("go", "card"), ("go", "go_pale"), ("look", "look_pale"), ("look", "card"), ("stop", "card"),
    ("stop", "stop_pale"), ("side_ink", "side"), ("side_second", "side"),
    ("on_side_chosen", "side_chosen"), ("on_strip", "strip"), ("strip_go", "strip"),
]  # fmt: skip
EDGES = [
    ("rim", "card"),
    ("rim", "page"),
    ("focus", "card"),
    ("focus", "page"),
    ("side_focus", "side"),
]


def contrast(one: str, other: str) -> float:
    """WCAG 2.2, relative luminance."""

    def light(colour: str) -> float:
        parts = [QColor(colour).redF(), QColor(colour).greenF(), QColor(colour).blueF()]
        line = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
        return 0.2126 * line[0] + 0.7152 * line[1] + 0.0722 * line[2]

    high, low = sorted((light(one), light(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("name", PALETTES)
@pytest.mark.parametrize(("ink", "ground"), ON)
def test_words_stand_out(name, ink, ground):
    least = 7.0 if name == "contrast" else 4.5
    assert contrast(getattr(PALETTES[name], ink), getattr(PALETTES[name], ground)) >= least


@pytest.mark.parametrize("name", PALETTES)
@pytest.mark.parametrize(("edge", "ground"), EDGES)
def test_edges_are_seen(name, edge, ground):
    assert contrast(getattr(PALETTES[name], edge), getattr(PALETTES[name], ground)) >= 3.0


@pytest.mark.parametrize("points", theme.TYPE_SIZES)
@pytest.mark.parametrize("palette", PALETTES)
def test_every_look_can_be_put_on(qtbot, qapp, palette, points):
    look = theme.put_on(qapp, palette, points)
    label = QLabel("髙橋")
    qtbot.addWidget(label)
    label.show()
    assert look.target >= 40
    assert look.row >= 38
    assert look.small * 12 >= look.em * 11 * 12 / points - 12
    assert theme.now() is look
    theme.put_on(QApplication.instance(), "calm", 12)


def test_colours_are_named_in_one_file_only():
    for path in [*(resources() / "style").glob("*"), *(resources() / "icons").glob("*.svg")]:
        assert not re.search(r"#[0-9a-fA-F]{3,6}\b", path.read_text("utf-8")), path.name
    assert set(Colours.__annotations__.values()) <= {str, int}


def test_icons_take_the_colour_of_their_role(qapp):
    theme.put_on(qapp, "calm", 12)
    drawn = picture("plus", "stop", 40).toImage()
    assert QColor(drawn.pixel(20, 20)).name() == PALETTES["calm"].stop
    assert not icon("plus").isNull()


FIRST_FIGURE = """
from PySide6.QtGui import QFont, QFontInfo, QFontMetricsF
from PySide6.QtWidgets import QApplication, QLabel
from kucho_desktop.widgets import theme
app = QApplication(["test", *theme.STYLE])
theme.load_fonts(only=("BIZUDPGothic",))
theme.put_on(app)
label = QLabel("1,111")
label.setFont(theme.column_font(label.font()))
before = QFontInfo(label.font()).family()
widths = {QFontMetricsF(label.font()).horizontalAdvance(each) for each in "0123456789"}
again = theme.load_fonts()
print(before, len(widths), sorted(again))
"""


def test_first_figure_has_its_own_type_at_once():
    run = [sys.executable, "-c", FIRST_FIGURE]
    said = subprocess.run(run, check=True, capture_output=True, timeout=60, text=True).stdout
    assert said.strip() == "BIZ UDGothic 1 ['Noto Sans JP', 'Noto Sans JP']"
