"""Nothing personal is left where somebody else could find it: after a lock, and after closing.

A canary is a text that stands in every field and nowhere else.
"""

import json
from pathlib import Path

import pytest
from app.desk_of_forms import lock, settle
from app.every_form import FAMILY, fill, sheet
from PySide6.QtCore import QAbstractItemModel, QObject
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit

from kucho_desktop.app import crash
from kucho_desktop.association import store as association_store
from kucho_desktop.core.fields import fields_of
from kucho_desktop.households import store
from kucho_desktop.households.model import Household
from kucho_desktop.households.model.ties.talks import Talk
from kucho_desktop.records.store import add_disclosure

CANARY = "金糸雀"
"""It stands in names, notes, addresses; of numbers only the ones below can be told."""
PHONE = "0263-98-7654"
SIGNS = (CANARY, PHONE, "9876-54")


@pytest.fixture
def desk(desk_of_forms, tmp_path, monkeypatch):
    """Its book, its settings and the computer's temporary folder lie in folders of their own."""
    temp = tmp_path / "temp"
    temp.mkdir()
    monkeypatch.setenv("TMPDIR", str(temp))
    monkeypatch.setattr("tempfile.tempdir", None)
    write_canaries(desk_of_forms.book)
    return desk_of_forms


def write_canaries(book) -> None:
    """In every text of a household, its people, a talk, a disclosure, the association."""
    texts = {"name", "note", "text", "kana", "address"}
    for each in fields_of(Household):
        plain = each.kind.name in texts and each.name not in ("head", "kana")
        if plain and not each.dated and not each.problem_with(CANARY):
            store.change_household(book, FAMILY, each.name, CANARY)
    store.change_household(book, FAMILY, "phone", PHONE)
    for member in store.household(book, FAMILY).members[:1]:
        store.change_member(book, member.id, "name", f"{CANARY} 一郎")
    store.keep_talk(
        book, Talk(household_id=FAMILY, talked_on="2026-11-01", said=CANARY, next_step=CANARY)
    )
    add_disclosure(book, {"party": CANARY, "whose": CANARY, "note": CANARY})
    association_store.change_association(book, "chief", f"{CANARY} 清")


def files_with_canaries(*folders: Path) -> list[Path]:
    """Read as bytes, in the ways in which a text can be written."""
    signs = [sign.encode(way) for sign in SIGNS for way in ("utf-8", "utf-16-le", "cp932")]
    signs += [json.dumps(sign)[1:-1].encode() for sign in SIGNS]
    found = []
    for folder in folders:
        for path in folder.rglob("*"):
            if path.is_file() and any(sign in path.read_bytes() for sign in signs):
                found.append(path)
    return found


def texts_of(widget: QObject) -> list[str]:
    """All that a widget, a model or a document holds as text."""
    if isinstance(widget, QLineEdit):
        return [widget.text(), widget.placeholderText(), widget.toolTip()]
    if isinstance(widget, QTextDocument):
        return [widget.toPlainText()]
    if isinstance(widget, QAbstractItemModel):
        return [
            str(widget.index(row, column).data() or "")
            for row in range(min(widget.rowCount(), 200))
            for column in range(widget.columnCount())
        ]
    found = [widget.accessibleName(), widget.accessibleDescription(), widget.toolTip()]
    found.append(widget.windowTitle())
    if callable(getattr(widget, "text", None)):
        found.append(str(widget.text()))
    if isinstance(widget, QComboBox):
        found += [widget.itemText(row) for row in range(widget.count())]
    return found


def seen() -> list[str]:
    """Every text in a widget that is there, shown or not, and in every model behind one."""
    found: list[str] = []
    for widget in QApplication.allWidgets():
        inside: list[QObject] = [widget]
        inside += widget.findChildren(QAbstractItemModel)
        inside += widget.findChildren(QTextDocument)
        found += [text for each in inside for text in texts_of(each)]
    return [text for text in found if any(sign in text for sign in SIGNS)]


def visit_everything(window) -> None:
    """Look at all that shows the canaries, and begin something."""
    for name in ("home", "tonarigumi", "association", "records"):
        window.go(name)
        settle()
    window.begin("print", "household-sheet")
    window.top.search.setText(CANARY)
    settle()
    fill(sheet(window).form.boxes["phone"].edit, f"ﾅ{PHONE}")
    settle()


@pytest.fixture
def everything(desk, qtbot):
    visit_everything(desk.window)
    return desk


def test_the_search_finds_a_planted_canary(everything, own_home, tmp_path):
    assert seen(), "nothing was to be seen before the lock"
    QApplication.clipboard().setText(CANARY)
    planted = own_home / "planted.txt"
    planted.write_text(f"x{CANARY}x", "utf-8")
    assert files_with_canaries(own_home) == [planted]
    planted.write_bytes(PHONE.encode("utf-16-le"))
    assert files_with_canaries(own_home) == [planted]


def test_after_a_lock_nothing_is_left(everything, qtbot, own_home, tmp_path):
    QApplication.clipboard().setText(CANARY)
    lock(everything, qtbot)
    settle()
    assert seen() == []
    assert QApplication.clipboard().text() == ""
    assert not any(CANARY in each.windowTitle() for each in QApplication.topLevelWidgets())
    assert files_with_canaries(own_home, tmp_path) == []


def test_after_closing_nothing_is_left(everything, qtbot, own_home, tmp_path):
    QApplication.clipboard().setText(CANARY)
    everything.window.close()
    everything.window.deleteLater()
    everything.window = None
    everything.end()
    settle()
    assert QApplication.clipboard().text() == ""
    assert files_with_canaries(own_home, tmp_path) == []


def test_a_crash_report_holds_no_value(everything, own_home):
    def fail(head: str) -> None:
        raise ValueError(f"cannot write {head}")

    try:
        fail(store.household(everything.book, FAMILY).head)
    except ValueError as error:
        crash.keep_report(crash.report(type(error), error.__traceback__))
    assert list((own_home / "reports").iterdir())
    assert files_with_canaries(own_home) == []


def test_the_window_names_the_district_and_the_list_of_books_their_files(everything, own_home):
    """The window's title is seen by whoever shares the screen: the district, nobody's name."""
    assert everything.window.windowTitle() == "梓野区"
    recent = json.loads((own_home / "window.json").read_text("utf-8"))["recent"]
    assert [Path(each).name for each in recent] == ["梓野区.kucho"]
