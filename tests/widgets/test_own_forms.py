"""A kanji in a form of its own (葛󠄀, not 葛) is seen so wherever a name stands."""

from collections.abc import Callable

import pytest
from PySide6.QtGui import QColor, QFont, QImage, QRawFont
from PySide6.QtWidgets import QWidget

from kucho_desktop.app.hits import HitList
from kucho_desktop.core.found import Found, Place
from kucho_desktop.widgets import theme, variants
from kucho_desktop.widgets.check_box import CheckBox
from kucho_desktop.widgets.choice import DropDown
from kucho_desktop.widgets.editors import Line
from kucho_desktop.widgets.parts import ShortText, words

PLAIN, OWN = "葛城 渡邉", "葛\U000e0100城 渡邉\U000e0104"


@pytest.fixture(autouse=True)
def fonts(qapp):
    theme.load_fonts()
    theme.put_on(qapp)


def seen(widget: QWidget, width: int = 420, height: int = 60) -> QImage:
    widget.resize(width, height)
    return widget.grab().toImage()


def one_line(text: str) -> QWidget:
    return words(text, "strong", wrap=False)


def several_lines(text: str) -> QWidget:
    return words(f"{text}の世帯から{text}の世帯へ。\n{text}", "second")


def typed(text: str) -> QWidget:
    line = Line()
    line.setText(text)
    return line


def chosen(text: str) -> QWidget:
    return DropDown([(1, text)])


def found(text: str) -> QWidget:
    hits = HitList(None)
    hits.add(text, Found(Place("households", 1), text, text))
    return hits


PLACES: dict[str, Callable[[str], QWidget]] = {
    "a word of the page": words,
    "one line": one_line,
    "several lines": several_lines,
    "the last changes": ShortText,
    "a box": typed,
    "a choice": chosen,
    "a check box": CheckBox,
    "a hit": found,
}


@pytest.mark.parametrize("place", PLACES)
def test_the_form_that_was_chosen_is_seen(qtbot, place):
    made = {text: PLACES[place](text) for text in (PLAIN, OWN)}
    for widget in made.values():
        qtbot.addWidget(widget)
    assert seen(made[OWN]) != seen(made[PLAIN])


@pytest.mark.parametrize("place", PLACES)
def test_a_selector_that_asks_for_the_usual_form_changes_nothing_else(qtbot, place):
    """Where the line stands and how wide it is does not depend on how it is drawn."""
    dark = []
    for text in (PLAIN, OWN):
        widget = PLACES[place](text)
        qtbot.addWidget(widget)
        dark.append(ink(seen(widget)))
    (left, top, right, low), (left2, top2, right2, low2) = dark
    assert abs(left - left2) <= 2
    assert abs(top - top2) <= 2
    assert abs(right - right2) <= 3
    assert abs(low - low2) <= 2


def ink(image: QImage) -> tuple[int, int, int, int]:
    """Left, top, right and lowest of what is drawn in a dark colour, frames left out."""
    points = [
        (x, y)
        for x in range(6, image.width() - 40)
        for y in range(4, image.height() - 4)
        if QColor(image.pixel(x, y)).lightness() < 110
    ]
    across, down = [x for x, _y in points], [y for _x, y in points]
    return min(across), min(down), max(across), max(down)


def test_a_name_drawn_before_its_font_was_there_is_drawn_right_afterwards(qtbot, monkeypatch):
    """The first page is painted with some of the fonts; what was found then is not kept."""
    right = seen(one_line(OWN))
    stands_in = QRawFont.fromFont(QFont("no such family"))
    with monkeypatch.context() as early:
        early.setattr(theme, "_loaded", set())
        early.setattr(variants.QRawFont, "fromFont", lambda _font: stands_in)
        assert seen(one_line(OWN)) != right
    assert seen(one_line(OWN)) == right
