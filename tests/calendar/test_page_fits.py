"""The calendar's page beside its form, on a small laptop."""

import pytest

from kucho_desktop.app.rooms import rooms as every_room
from kucho_desktop.app.settings import Settings
from kucho_desktop.app.window import Window
from kucho_desktop.core.found import Place
from kucho_desktop.widgets import theme


@pytest.mark.parametrize("points", [12, 14, 17])
def test_a_day_is_seen_whole_at_every_type_size(qtbot, qapp, filled, named, points):
    """Beside the calendar of a small laptop there is little room for a form."""
    theme.load_fonts()
    theme.put_on(qapp, "calm", points)
    try:
        window = Window(filled, every_room(), Settings(points=points))
        qtbot.addWidget(window)
        theme.dress(qapp)
        window.resize(1366, 768)
        window.show()
        window.go_to(Place("calendar", named("餅つき").id))
        edit = window.pages["calendar"].sheet.form.boxes["first_day"].edit
        box = getattr(edit, "line", edit)
        qtbot.waitUntil(lambda: box.text().startswith("令和8年12月13日"))
        needed = box.fontMetrics().horizontalAdvance(box.text())
        qtbot.waitUntil(lambda: box.width() > needed + 20)
        right = box.mapTo(window, box.rect().topRight()).x()
        assert right < window.width() - 40
    finally:
        theme.put_on(qapp, "calm", 12)
