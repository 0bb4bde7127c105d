"""The side bar where the window is narrow, or low, for its type."""

import pytest
from app.rooms_to_try import rooms
from PySide6.QtCore import Qt

from kucho_desktop.app.rooms import rooms as real_rooms
from kucho_desktop.app.settings import Settings
from kucho_desktop.app.window import Window
from kucho_desktop.widgets import theme


@pytest.mark.parametrize("dressed", [False, True])
def test_words_under_icons_are_small_from_the_first_paint_on(qtbot, qapp, book, dressed):
    """Whether the entrance, or another window, was dressed before or not."""
    qapp.setStyleSheet("")
    theme.put_on(qapp, "calm", 17, dressed=dressed)
    try:
        made = Window(book, rooms(), Settings())
        qtbot.addWidget(made)
        theme.dress(qapp)
        made.resize(1000, 768)
        made.show()
        every = [*made.side.buttons.values(), *made.side.below.values()]
        assert {each.font().pixelSize() for each in every} == {theme.now().small}
        assert all(each.sizeHint().width() <= made.side.width() for each in every)
        made.resize(1900, 768)
        assert {each.font().pixelSize() for each in every} != {theme.now().small}
    finally:
        theme.put_on(qapp, "calm", 12)


RIM = 4
"""Free pixels around a place to go to."""


def cut_off(window):
    """The places to go to of which not all is seen in the bar."""
    every = [*window.side.buttons.values(), *window.side.below.values()]
    seen = {each: each.visibleRegion().boundingRect().height() for each in every}
    return [each.name for each in every if seen[each] < each.sizeHint().height() - RIM]


@pytest.mark.parametrize("points", [12, 14, 17])
@pytest.mark.parametrize("size", [(1366, 768), (1366, 696), (1280, 720), (1024, 700)])
def test_every_room_is_seen_whole_on_a_small_laptop(qtbot, qapp, book, points, size):
    """Also where the task bar and the title of the window take their share of the height."""
    theme.load_fonts()
    theme.put_on(qapp, "calm", points)
    try:
        made = Window(book, real_rooms(), Settings(points=points))
        qtbot.addWidget(made)
        made.resize(*size)
        made.show()
        qtbot.waitExposed(made)
        qtbot.waitUntil(lambda: not cut_off(made))
        made.resize(1366, 1200)
        icons = [not each.icon().isNull() for each in made.side.buttons.values()]
        assert all(icons)
        below = Qt.ToolButtonStyle.ToolButtonTextOnly
        assert all(each.toolButtonStyle() != below for each in made.side.buttons.values())
    finally:
        theme.put_on(qapp, "calm", 12)
