"""Charts that are drawn here: as text, and on the screen."""

import pytest
from PySide6.QtWidgets import QApplication

from kucho_desktop.widgets import theme
from kucho_desktop.widgets.charts import Bars, Pyramid, Upright

PLACES = [Bars("R7", (120, 80)), Bars("R8", (118, 0))]


@pytest.fixture(params=[Pyramid, Upright])
def chart(request, qtbot):
    made = request.param("世帯数")
    qtbot.addWidget(made)
    made.show_bars(("世帯", "加入"), PLACES)
    made.resize(500, made.sizeHint().height())
    return made


def colours(widget) -> set[str]:
    image = widget.grab().toImage()
    spots = ((x, y) for x in range(image.width()) for y in range(image.height()))
    return {image.pixelColor(x, y).name() for x, y in spots}


def test_every_figure_is_told_in_words(chart):
    assert chart.accessibleName() == "世帯数"
    assert chart.accessibleDescription() == "R7：世帯 120、加入 80\nR8：世帯 118、加入 0"


@pytest.mark.parametrize("palette", ["calm", "contrast", "dark"])
def test_bars_have_the_colours_of_the_palette(chart, palette):
    theme.put_on(QApplication.instance(), palette)
    try:
        seen = colours(chart)
        now = theme.now().colours
        assert {now.go, now.go_pale} <= seen
    finally:
        theme.put_on(QApplication.instance())


def test_the_focus_is_seen(chart, qtbot):
    with qtbot.waitExposed(chart):
        chart.show()
    chart.activateWindow()
    chart.setFocus()
    qtbot.waitUntil(chart.hasFocus)
    middle = chart.grab().toImage().pixelColor(1, chart.height() // 2).name()
    assert middle == theme.now().colours.focus


def test_a_chart_without_bars_is_empty(qtbot):
    for kind in (Pyramid, Upright):
        made = kind("")
        qtbot.addWidget(made)
        made.show_bars(("世帯", "加入"), [])
        assert made.as_text() == ""
        assert not made.grab().isNull()
