"""The screenshots of the README, taken anew from the practice district: pictures/*.png."""

import os
import tempfile
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kucho_desktop.app.books import open_book
from kucho_desktop.app.practising import practice_book
from kucho_desktop.app.rooms import rooms
from kucho_desktop.app.settings import Settings
from kucho_desktop.app.window import Window
from kucho_desktop.core import i18n
from kucho_desktop.widgets import theme

PICTURES = Path(__file__).resolve().parents[1] / "pictures"
PAGES = ("home", "households")
# What a page reads after its first paint is there by then.
A_MOMENT = 1_000


def take() -> None:
    """Show each page at the size of a small laptop and keep what is seen."""
    path, password = practice_book()
    book = open_book(path, password)
    window = Window(book, rooms(), Settings())
    window.foot.show_book(path.name)
    window.resize(1366, 768)
    window.show()
    PICTURES.mkdir(exist_ok=True)
    for page in PAGES:
        window.go(page)
        QTest.qWait(A_MOMENT)
        window.grab().save(str(PICTURES / f"{page}.png"))
    window.close()
    book.close()


def main() -> None:
    """Take them in a home of their own: nobody's settings are in the picture."""
    with tempfile.TemporaryDirectory() as home:
        os.environ["KUCHO_HOME"] = home
        i18n.use("ja")
        app = QApplication([])
        theme.load_fonts()
        theme.put_on(app)
        take()


if __name__ == "__main__":
    main()
