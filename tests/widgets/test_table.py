"""A long list: only what is seen is read, and what is selected stays so."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from widgets.people import House, house

from kucho_desktop.widgets.record_list import RecordList
from kucho_desktop.widgets.table import Column, PagedTable, columns_of


class Shelf:
    """Gives houses by id and counts how many were asked for."""

    def __init__(self) -> None:
        self.asked: list[int] = []
        self.names: dict[int, str] = {}

    def fetch(self, ids):
        self.asked.extend(ids)
        return [house(id_, head=self.names.get(id_, f"髙橋 {id_}")) for id_ in reversed(ids)]


@pytest.fixture
def shelf() -> Shelf:
    return Shelf()


@pytest.fixture
def view(qtbot, shelf):
    table = PagedTable(columns_of(House, ["head", "kana", "address", "phone"]), shelf.fetch)
    made = RecordList(table, "houses", "Houses")
    qtbot.addWidget(made)
    made.resize(800, 500)
    made.show()
    qtbot.waitExposed(made)
    made.heard = []
    made.selected.connect(made.heard.append)
    return made


def test_only_what_is_seen_is_read(view, shelf):
    view.show_ids(range(1, 100_001))
    view.grab()
    assert 0 < len(shelf.asked) < 200
    view.scrollToBottom()
    view.grab()
    assert 100_000 in shelf.asked
    assert len(shelf.asked) < 400


def test_first_row_is_selected_and_arrows_walk(view, qtbot):
    view.show_ids([5, 6, 7])
    qtbot.keyClick(view, Qt.Key.Key_Down)
    qtbot.keyClick(view, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    assert view.heard == [5, 6, 7]


def test_selection_stays_with_its_record(view):
    view.show_ids([5, 6, 7])
    view.select(6)
    view.show_ids([7, 9, 6, 5])
    assert view.selected_id() == 6
    assert view.currentIndex().row() == 2
    view.show_ids([7, 9, 5])
    assert view.selected_id() == 5
    view.show_ids([])
    assert view.selected_id() == 0
    assert view.heard == [5, 6, 5, 0]


def test_only_some_rows(view):
    view.show_ids([5, 6, 7, 8])
    view.show_rows([1, 3])
    assert view.table.rowCount() == 2
    assert view.selected_id() == 6
    assert view.select(8)
    assert not view.select(7)
    view.show_rows(range(4))
    assert view.selected_id() == 8


def test_changed_record_is_read_again(view, shelf):
    view.show_ids([5])
    assert view.table.index(0, 0).data() == "髙橋 5"
    shelf.names[5] = "佐藤"
    view.show_ids([5])
    assert view.table.index(0, 0).data() == "佐藤"


def test_enter_opens(view, qtbot):
    view.show_ids([5, 6])
    opened = []
    view.opened.connect(opened.append)
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert opened == [5]


def test_spare_columns_give_way(qtbot, shelf):
    columns = columns_of(House, ["head", "kana", "address", "phone"], spare=["address", "kana"])
    view = RecordList(PagedTable(columns, shelf.fetch), "houses", "Houses")
    qtbot.addWidget(view)
    view.show()
    view.resize(320, 300)
    assert [view.isColumnHidden(n) for n in range(4)] == [False, False, True, False] or [
        view.isColumnHidden(n) for n in range(4)
    ] == [False, True, True, False]
    view.resize(1200, 300)
    assert not any(view.isColumnHidden(n) for n in range(4))


def test_a_reading_without_a_column_stands_under_the_name(qtbot):
    kana = {1: "たかはし いちろう", 2: ""}
    columns = [
        Column("head", "Head", 8, lambda record: record.head, "bold"),
        Column("kana", "Reading", 9, lambda record: record.kana, "second", True, "head"),
        Column("phone", "Phone", 8, lambda record: record.phone),
    ]
    table = PagedTable(columns, lambda ids: [house(id_, kana=kana[id_]) for id_ in ids])
    view = RecordList(table, "houses", "Houses")
    qtbot.addWidget(view)
    view.resize(320, 300)
    view.show()
    view.show_ids([1, 2])
    assert view.isColumnHidden(1)
    spoken = Qt.ItemDataRole.AccessibleTextRole
    assert table.index(0, 0).data(spoken) == "髙橋 一郎 たかはし いちろう"
    assert table.index(0, 0).data() == "髙橋 一郎"
    cells = [view.grab(view.visualRect(table.index(row, 0))).toImage() for row in (0, 1)]
    assert cells[0] != cells[1]
    view.resize(1200, 300)
    assert not view.isColumnHidden(1)
    assert table.index(0, 0).data(spoken) == "髙橋 一郎"


def test_widths_that_the_user_drew_are_told_and_taken(view):
    told = []
    view.widths_changed.connect(lambda name, widths: told.append((name, widths)))
    view.horizontalHeader().resizeSection(0, 333)
    assert told[-1][0] == "houses"
    assert told[-1][1]["head"] == 333
    view.set_widths({"head": 222})
    assert view.columnWidth(0) == 222


def test_long_and_rare_names_are_drawn(qtbot):
    names = ["葛\U000e0100城 茂", "𠮷田 節子", "長谷川五右衛門之助左衛門" * 3]
    column = Column("head", "Head", 8, lambda record: record.head, "bold")
    table = PagedTable([column], lambda ids: [house(id_, head=names[id_]) for id_ in ids])
    view = RecordList(table, "houses", "Houses")
    qtbot.addWidget(view)
    view.resize(260, 260)
    view.show()
    view.show_ids([0, 1, 2])
    for id_ in (0, 1, 2):
        view.select(id_)
        picture = view.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
        assert not picture.isNull()
    assert table.index(0, 0).data() == names[0]
