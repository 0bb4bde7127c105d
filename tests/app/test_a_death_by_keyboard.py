"""「世帯主が亡くなった」 from the home page to the paper, with the keys alone; each is counted."""

from datetime import date

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from widgets.keyboard import be_in_front

from kucho_desktop.app.books import create_book
from kucho_desktop.app.desk import Desk
from kucho_desktop.association.store import name_association
from kucho_desktop.core.handouts import all_handouts
from kucho_desktop.households import store
from kucho_desktop.households.model import Member
from kucho_desktop.tonarigumi.store import add_tonarigumi
from kucho_desktop.widgets import theme

KEY = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
PASSWORD = "あずさの山の清い水"
SLOW = 30_000
MOST = 16
"""Keys from the home page to the saved paper: so many and no more. One held with Ctrl is one."""


class Keyboard:
    """Presses keys where the focus is, and counts them."""

    def __init__(self, qtbot) -> None:
        self._qtbot = qtbot
        self.count = 0

    def press(self, *keys: Qt.Key, held: Qt.KeyboardModifier | None = None) -> None:
        for key in keys:
            self.count += 1
            self._qtbot.keyClick(self.place, key, held or Qt.KeyboardModifier.NoModifier)

    def type(self, letters: str) -> None:
        for letter in letters:
            self.count += 1
            self._qtbot.keyClicks(self.place, letter)

    @property
    def place(self) -> QWidget:
        place = QApplication.focusWidget()
        assert place is not None, "nothing has the keys"
        return place


@pytest.fixture
def desk(qapp, tmp_path, monkeypatch):
    """The window over three groups of two households; three people live in one of them."""
    book, _code = create_book(tmp_path / "梓野区.kucho", PASSWORD, today=date(2026, 11, 20))
    name_association(book, name="梓野区", kana="あずさのく", chief="髙橋 一郎")
    for number in (1, 2, 3):
        group = add_tonarigumi(book, f"第{number}隣組")
        for place in (1, 2):
            store.add_household(
                book,
                f"百瀬 {'一二三'[number - 1]}{'郎夫'[place - 1]}",
                tonarigumi_id=group,
                address="安曇野市豊科1",
                phone=f"0263-72-4{number}0{place}",
            )
    family = store.household(book, 4).members
    wife = Member(0, relation="妻", name="百瀬 和子", born="1948-05-01")
    son = Member(0, relation="長男", name="百瀬 健太", born="1975-02-03")
    store.change_members(book, 4, (*family, wife, son))
    book.close()
    monkeypatch.setenv("KUCHO_PASSWORD", PASSWORD)
    made = Desk(qapp)
    made.start(book.path)
    yield made
    for shown in (made.window, made.entrance):
        if shown is not None:
            shown.close()
            shown.deleteLater()
    made.end()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    QCoreApplication.processEvents()
    theme.put_on(qapp, "calm", 12)


def said(place: QWidget) -> str:
    return place.accessibleName() or getattr(place, "text", str)()


def test_the_next_head_stands_on_the_roster_of_the_group(qtbot, desk, tmp_path, monkeypatch):
    be_in_front(qtbot, desk.window)
    saved = tmp_path / "名簿.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_asked: (str(saved), ""))
    keys = Keyboard(qtbot)
    assert desk.window.current == "home"

    keys.press(KEY.Key_F, held=CTRL)
    keys.type("4202")
    keys.press(KEY.Key_Return)
    assert said(keys.place) == "世帯"
    assert "百瀬 二夫" in desk.window.pages["households"].who.name.text()
    keys.press(KEY.Key_E, held=CTRL)
    qtbot.waitUntil(lambda: said(keys.place) == "亡くなった")
    keys.press(KEY.Key_Return)
    assert said(keys.place) == "どなた"
    keys.press(KEY.Key_Down, KEY.Key_Return)
    assert said(keys.place) == "いつ（日にち）"
    keys.press(KEY.Key_Return)
    assert said(keys.place) == "次の世帯主"
    keys.press(KEY.Key_Down, KEY.Key_Return)
    assert said(keys.place) == "書きとめる"
    keys.press(KEY.Key_Return)
    assert "「百瀬 二夫」が亡くなり、「百瀬 和子」が世帯主になる" in desk.window.toast.text.text()
    assert said(keys.place) == "変わったこと…", "what was written takes the keys away"

    keys.press(KEY.Key_P, held=CTRL)
    assert said(keys.place) == "隣組名簿"
    page = desk.window.pages["print"]
    qtbot.waitUntil(lambda: page._printed is not None, timeout=SLOW)
    keys.press(KEY.Key_S, held=CTRL)
    qtbot.waitUntil(saved.exists, timeout=SLOW)
    qtbot.waitUntil(lambda: bool(all_handouts(desk.book)), timeout=SLOW)
    assert said(keys.place) == "隣組名簿", "the saved paper takes the keys away"
    assert keys.count == MOST

    text = "\n".join(each.extract_text() for each in PdfReader(saved).pages)
    assert "隣組名簿 第2隣組" in text.replace("\u3000", " ")
    assert "百瀬 和子" in text
    assert "百瀬 二夫" not in text
    assert "第1隣組" not in text
    assert [(each.paper, each.copies) for each in all_handouts(desk.book)] == [("group-roster", 1)]
    assert store.household(desk.book, 4).head == "百瀬 和子"
    assert store.household(desk.book, 4, date(2026, 11, 19)).head == "百瀬 二夫"
    qtbot.waitUntil(lambda: page._printed is not None, timeout=SLOW)


def test_another_household_is_offered_its_own_papers_again(qtbot, desk):
    be_in_front(qtbot, desk.window)
    keys = Keyboard(qtbot)
    keys.press(KEY.Key_2, held=CTRL)
    page = desk.window.pages["households"]
    page.offer_group_of(page.list.selected_id())
    assert page.papers[0] == "group-roster"
    keys.press(KEY.Key_Down)
    assert page.papers[0] == "household-sheet"
    assert "group-roster:group" not in page.paper_about()
