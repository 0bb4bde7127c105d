"""A question shows all its words, at every type size."""

import pytest
from PySide6.QtWidgets import QLabel

from kucho_desktop.widgets import theme
from kucho_desktop.widgets.question import Question


@pytest.mark.parametrize("points", theme.TYPE_SIZES)
def test_no_line_is_cut(qtbot, qapp, points):
    theme.put_on(qapp, "calm", points)
    question = Question(None, "世帯を消す", "あとで元に戻すこともできます。" * 6, ["消す"])
    qtbot.addWidget(question)
    question.show()
    qtbot.waitExposed(question)
    for label in question.findChildren(QLabel):
        assert label.height() >= label.heightForWidth(label.width())
    theme.put_on(qapp, "calm", 12)
