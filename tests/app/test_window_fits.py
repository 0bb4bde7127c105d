"""Every page fits a small laptop, at every size of type and in a wordy language."""

import gettext

import pytest
from app.rooms_to_try import rooms
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QStyle, QStyleOptionFrame

from kucho_desktop.app.rooms import rooms as real_rooms
from kucho_desktop.app.settings import Settings
from kucho_desktop.app.window import Window
from kucho_desktop.core import i18n
from kucho_desktop.core.places import translations
from kucho_desktop.widgets import theme
from kucho_desktop.widgets.parts import ShortText
from kucho_desktop.widgets.words import Words


@pytest.fixture(autouse=True)
def fonts(qapp) -> None:
    """The bundled ones, as in the running program."""
    theme.load_fonts()


def clipped(window: Window) -> list[str]:
    """Texts on the screen that have less room than they need."""
    labels = [
        label.text()
        for label in window.findChildren(QLabel)
        if label.isVisible()
        and not isinstance(label, ShortText | Words)
        and label.width() < label.fontMetrics().horizontalAdvance(label.text())
    ]
    buttons = [
        button.text()
        for button in window.findChildren(QPushButton)
        if button.isVisible() and button.width() < button.minimumSizeHint().width()
    ]
    return labels + buttons + [line.text() for line in _lines(window) if _is_longer(line)]


def _lines(window: Window) -> list[QLineEdit]:
    return [line for line in window.findChildren(QLineEdit) if line.isVisible()]


def _is_longer(line: QLineEdit) -> bool:
    """Whether not all of what is typed is seen."""
    option = QStyleOptionFrame()
    line.initStyleOption(option)
    room = line.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, line)
    return room.width() - 4 < line.fontMetrics().horizontalAdvance(line.text())


class LongWinded(gettext.NullTranslations):
    """A language that needs half as much again for everything."""

    def gettext(self, message: str) -> str:
        said = JAPANESE.gettext(message)
        return said + "あ" * (len(said) // 2) if "{" not in said else said

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return JAPANESE.ngettext(msgid1, msgid2, n)


JAPANESE = gettext.translation("kucho_desktop", translations(), ["ja"])


def test_a_longer_language_fits_too(qtbot, district, monkeypatch):
    monkeypatch.setattr(i18n, "_catalog", LongWinded())
    window = Window(district, rooms(), Settings())
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.show()
    qtbot.waitExposed(window)
    for name in ("home", "settings", "help", "print"):
        window.go(name) if name != "print" else window.print()
        qtbot.waitUntil(lambda: clipped(window) == [])
        assert (window.width(), window.height()) == (1366, 768), name
    qtbot.waitUntil(lambda: window.pages["print"].print_button.isEnabled(), timeout=20_000)


@pytest.mark.parametrize("points", theme.TYPE_SIZES)
def test_nothing_is_clipped_on_a_small_laptop(qtbot, qapp, district, points):
    theme.put_on(qapp, "calm", points)
    window = Window(district, rooms(), Settings(points=points))
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.show()
    qtbot.waitExposed(window)
    for name in ("home", "settings", "help", "households", "print"):
        window.go(name) if name != "print" else window.print()
        qtbot.waitUntil(lambda: clipped(window) == [])
        assert (window.width(), window.height()) == (1366, 768), name
    qtbot.waitUntil(lambda: window.pages["print"].print_button.isEnabled(), timeout=20_000)
    qtbot.waitUntil(lambda: clipped(window) == [])
    theme.put_on(qapp, "calm", 12)


REAL = (*(room.name for room in real_rooms()), "read_in", "write_out")


@pytest.mark.parametrize("points", theme.TYPE_SIZES)
def test_nothing_is_clipped_in_the_rooms(qtbot, qapp, district, points):
    theme.put_on(qapp, "calm", points)
    window = Window(district, real_rooms(), Settings(points=points))
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.show()
    qtbot.waitExposed(window)
    for name in REAL:
        window.go(name)
        qtbot.waitUntil(lambda: clipped(window) == [])
        assert (window.width(), window.height()) == (1366, 768), name
    theme.put_on(qapp, "calm", 12)


@pytest.mark.parametrize("points", theme.TYPE_SIZES)
def test_going_from_part_to_part_leaves_the_window_as_high_as_it_is(qtbot, qapp, district, points):
    """Two parts shown at once for a moment would push the buttons at the foot off the screen."""
    theme.put_on(qapp, "calm", points)
    window = Window(district, real_rooms(), Settings(points=points))
    qtbot.addWidget(window)
    theme.dress(qapp)
    window.resize(1366, 768)
    window.show()
    qtbot.waitExposed(window)
    window.go("households")
    page = window.pages["households"]
    page.happens.click()
    page.happened.buttons[0].click()
    for go in (page._close_happened, page.history.click, page.past.back.click, page.add.click):
        go()
        qapp.processEvents()
        assert (window.width(), window.height()) == (1366, 768), go
    theme.put_on(qapp, "calm", 12)
