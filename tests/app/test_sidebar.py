"""The side bar where the window is narrow for its type."""

import pytest
from app.rooms_to_try import rooms

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
