"""A letter is taken in with the keyboard within a few keys; what waits is narrowed down."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from kucho_desktop.circulars.store import LETTERS, TABLES
from kucho_desktop.core.found import Place
from kucho_desktop.officers.store import NOMINATIONS

KEYS_OF_20_SECONDS = 40
"""Two keys a second is what a slow typist does."""


class Keys:
    """Types where the focus is, and counts."""

    def __init__(self, qtbot) -> None:
        self._qtbot = qtbot
        self.pressed = 0

    def press(self, *keys) -> None:
        for key in keys:
            self._qtbot.keyClick(QApplication.focusWidget(), key)
            self.pressed += 1

    def type(self, text: str) -> None:
        """As the input method hands it over: what was converted comes at once."""
        at = QApplication.focusWidget()
        getattr(at, "line", at).insert(text)
        self.pressed += len(text)


def titles(part) -> list[str]:
    table = part.list.table
    return [table.row_at(row).texts[1] for row in range(table.rowCount())]


def add(book, title, **values) -> int:
    return LETTERS.add(book, {"title": title, **values})


def test_a_letter_takes_less_than_twenty_seconds(qtbot, street, page):
    add(street, "令和7年度 ごみの収集について", sender="市 廃棄物対策課",
        received_on="2025-11-02", kind="deliver", answer="広報と配った")  # fmt: skip
    add(street, "区長会", sender="市 市民協働課")
    part, keys = page.letters, Keys(qtbot)
    part.add.setFocus()
    keys.press(Qt.Key.Key_Return)
    keys.type("廃")
    keys.press(Qt.Key.Key_Down, Qt.Key.Key_Return)
    keys.press(Qt.Key.Key_Down, Qt.Key.Key_Return)  # the title of last year
    assert LETTERS.all(street)[-1].sender == "市 廃棄物対策課"
    assert "広報と配った" in part.before.text()
    assert part.form.boxes["kind"].editor.typed() == "配布"
    keys.press(Qt.Key.Key_Return)
    keys.type("12/10")
    keys.press(Qt.Key.Key_Return)
    keys.type("130")
    keys.press(Qt.Key.Key_Return)
    made = LETTERS.all(street)[-1]
    assert (made.title, made.deadline, made.copies, made.kind, made.received_on, made.number) == (
        "令和7年度 ごみの収集について",
        "2026-12-10",
        130,
        "deliver",
        "2026-11-20",
        "R8-2",
    )
    assert keys.pressed <= KEYS_OF_20_SECONDS / 2, "what is known is not typed again"


def test_a_letter_of_a_new_sender(qtbot, street, page):
    part, keys = page.letters, Keys(qtbot)
    part.add.setFocus()
    keys.press(Qt.Key.Key_Return)
    for text in ("警察署", "夏の交通安全", "回覧", "7/14"):
        keys.type(text)
        keys.press(Qt.Key.Key_Return)
    (made,) = LETTERS.all(street)
    assert (made.sender, made.title, made.kind) == ("警察署", "夏の交通安全", "circulate")
    assert keys.pressed <= KEYS_OF_20_SECONDS
    assert titles(part) == ["夏の交通安全"]
    part.form.boxes["sender"].edit.setFocus()
    assert part.form.boxes["sender"].suggested() == []


def test_up_and_escape_lead_back_into_the_line(qtbot, street, page):
    add(street, "一", sender="市 総務課")
    part, keys = page.letters, Keys(qtbot)
    part.add.setFocus()
    keys.press(Qt.Key.Key_Return)
    line = part.form.boxes["sender"].edit
    for back in (Qt.Key.Key_Up, Qt.Key.Key_Escape):
        keys.press(Qt.Key.Key_Down)
        assert QApplication.focusWidget() is not line
        keys.press(Qt.Key.Key_Down, back)
        assert QApplication.focusWidget() is line
    assert len(LETTERS.all(street)) == 1


def test_late_today_and_this_week(qtbot, street, page):
    add(street, "あと", deadline="2026-12-20")
    add(street, "きょう", deadline="2026-11-20")
    add(street, "今週", deadline="2026-11-24")
    add(street, "遅れ", deadline="2026-11-10")
    add(street, "済み", deadline="2026-11-10", done_on="2026-11-09")
    part = page.letters
    shown = {}
    for name, each in part.filters.items():
        each.setFocus()
        qtbot.keyClick(each, Qt.Key.Key_Return)
        shown[name] = titles(part)
    assert shown == {
        "open": ["遅れ", "きょう", "今週", "あと"],
        "late": ["遅れ"],
        "today": ["きょう"],
        "week": ["きょう", "今週"],
        "all": ["済み", "遅れ", "今週", "きょう", "あと"],
    }
    assert part.filters["late"].text() == "遅れ（1）"
    page.begin("late")
    assert titles(part) == ["遅れ"]


def test_a_letter_is_ticked_off_and_found_again(qtbot, street, page):
    made = add(street, "報告", deadline="2026-11-24")
    add(street, "次", deadline="2026-11-25")
    part = page.letters
    part.list.select(made)
    part.finish_it.setFocus()
    qtbot.keyClick(part.finish_it, Qt.Key.Key_Return)
    assert LETTERS.one(street, made).done_on == "2026-11-20"
    assert titles(part) == ["次"]
    assert page.said == ["文書を済みにしました"]
    page.show_place(Place("circulars", made))
    assert part.form.record.id == made
    assert not part.finish_it.isVisible()
    street.undo()
    assert LETTERS.one(street, made).done_on == ""


def test_a_name_is_asked_for(qtbot, street, page):
    part = page.letters
    part.list.select(add(street, "委員の推薦", kind="name"))
    qtbot.keyClick(part.into_nomination, Qt.Key.Key_Return)
    assert page.begun == [("officers", "nominations")]
    assert NOMINATIONS.all(street)[0].post == "委員の推薦"


def test_a_new_letter_is_seen_whatever_the_list_shows(qtbot, street, page):
    page.begin("late")
    part, keys = page.letters, Keys(qtbot)
    part.add.setFocus()
    keys.press(Qt.Key.Key_Return, Qt.Key.Key_Return)
    keys.type("急がない")
    keys.press(Qt.Key.Key_Return)
    assert titles(part) == ["急がない"]
    assert part.form.record.title == "急がない"
    part.narrow("late")
    assert titles(part) == []


def test_the_page_reads_anew_what_it_shows(page):
    assert page.tables >= TABLES
