"""Finding a household in the list, and moving it along the street."""

import pytest
from households.street import fill_street
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QWidget

from kucho_desktop.core.found import Place
from kucho_desktop.households import store
from kucho_desktop.tonarigumi.store import add_tonarigumi, all_tonarigumi
from kucho_desktop.widgets import theme

KEY = Qt.Key


def texts(page, column: str) -> list[str]:
    table = page.list.table
    number = [each.name for each in table.columns].index(column)
    return [table.row_at(row).texts[number] for row in range(table.rowCount())]


def choose(qtbot, box, times: int = 1) -> None:
    box.setFocus()
    for _each in range(times):
        qtbot.keyClick(box, KEY.Key_Down)


def test_a_row_says_what_one_looks_for(page):
    row = page.list.table.row_at(0).texts
    assert row == ("第1", "1", "髙橋 一郎", "たかはし いちろう", "豊科1234-1", "0263-72-0000", "1")
    assert page.listing.count.text() == "9世帯"


@pytest.mark.parametrize("points", theme.TYPE_SIZES)
def test_the_reading_is_there_at_every_type_size(qapp, qtbot, street, open_page, points):
    theme.put_on(qapp, "calm", points)
    page = open_page(street)
    head, kana = 2, 3
    assert page.list.table.columns[kana].name == "kana"
    assert not page.list.isColumnHidden(kana) or page.list.table.below(head) == kana
    theme.put_on(qapp, "calm", 12)


def test_unusual_kanji_stand_as_they_are_written(page):
    assert "𠮷田 清" in texts(page, "head")
    assert "渡邉\U000e0101 さくら" in texts(page, "head")


def test_what_is_selected_stands_in_the_form(page, qtbot):
    page.list.setFocus()
    qtbot.keyClick(page.list, KEY.Key_Down)
    assert page.who.name.text() == "山﨑 和子"
    assert page.form.boxes["head"].edit.text() == "山﨑 和子"
    qtbot.keyClick(page.list, KEY.Key_Return)
    assert page.form.boxes["head"].edit.hasFocus()


def test_escape_goes_back_to_the_list(page, qtbot):
    qtbot.keyClick(page.list, KEY.Key_Return)
    qtbot.keyClick(page.form.boxes["head"].edit, KEY.Key_Escape)
    assert page.list.hasFocus()


def test_filter_by_group(page, qtbot):
    choose(qtbot, page.listing.filters.group, 2)
    assert texts(page, "tonarigumi_id") == ["第2", "第2", "第2"]
    assert page.listing.count.text() == "3世帯"


def test_a_group_holds_the_groups_inside_it(street, open_page, qtbot):
    outer = add_tonarigumi(street, "上手常会")
    inner = add_tonarigumi(street, "北組", parent_id=outer)
    store.add_household(street, "宮澤 健太", tonarigumi_id=inner)
    page = open_page(street)
    page.listing.filters.group.choose(outer)
    page.listing.filters.group.activated.emit(0)
    assert texts(page, "head") == ["宮澤 健太"]


def test_filter_by_membership(page, qtbot):
    choose(qtbot, page.listing.filters.whom)
    assert page.listing.count.text() == "8世帯"
    page.listing.filters.whom.choose("none")
    page.listing.filters.whom.activated.emit(0)
    assert page.listing.count.text() == "1世帯"


def test_order_by_reading(page, qtbot):
    choose(qtbot, page.listing.filters.order)
    readings = texts(page, "kana")
    assert readings[0].startswith("たかはし")
    assert readings[-1].startswith("わたなべ")
    assert not page.listing.down.isEnabled()


def test_narrowing_while_typing(page, qtbot):
    page.listing.narrow.setFocus()
    page.listing.narrow.insert("高橋")
    assert set(texts(page, "head")) == {"髙橋 一郎", "髙橋 茂", "髙橋 さくら"}
    page.listing.narrow.insert(" いち")
    assert texts(page, "head") == ["髙橋 一郎"]
    assert page.who.name.text() == "髙橋 一郎"
    qtbot.keyClick(page.listing.narrow, KEY.Key_Return)
    assert page.list.hasFocus()
    page.listing.narrow.setFocus()
    qtbot.keyClick(page.listing.narrow, KEY.Key_Escape)
    assert page.listing.count.text() == "9世帯"
    assert page.who.name.text() == "髙橋 一郎"


def test_narrowing_to_nothing_says_so(page, qtbot):
    page.listing.narrow.setText("存在しない")
    assert "存在しない" in page.listing.nothing.text()
    assert page.listing.nothing.isVisible()
    assert not page.side.card.isVisible()
    page.listing.narrow.clear()
    assert page.side.card.isVisible()


def test_narrowing_finds_what_was_just_written(page, street):
    page.listing.narrow.setText("桒原")
    assert page.list.table.rowCount() == 0
    store.add_household(street, "桒原 トミ", kana="くわばら とみ")
    assert texts(page, "head") == ["桒原 トミ"]


def test_a_house_moves_by_the_arrow_keys(page, street, qtbot):
    page.list.setFocus()
    qtbot.keyClick(page.list, KEY.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert texts(page, "head")[:3] == ["山﨑 和子", "髙橋 一郎", "𠮷田 清"]
    assert texts(page, "walking_order")[:3] == ["1", "2", "3"]
    assert page.who.name.text() == "髙橋 一郎"
    qtbot.keyClick(page.list, KEY.Key_Down, Qt.KeyboardModifier.AltModifier)
    qtbot.keyClick(page.list, KEY.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert texts(page, "head")[:3] == ["山﨑 和子", "𠮷田 清", "髙橋 一郎"]
    street.undo()
    assert texts(page, "head")[:3] == ["山﨑 和子", "髙橋 一郎", "𠮷田 清"]


def test_a_house_moves_by_the_buttons(page, qtbot):
    page.list.select(3)
    assert not page.listing.down.isEnabled()
    page.listing.up.setFocus()
    qtbot.keyClick(page.listing.up, KEY.Key_Return)
    qtbot.keyClick(page.listing.up, KEY.Key_Return)
    assert texts(page, "head")[:3] == ["𠮷田 清", "髙橋 一郎", "山﨑 和子"]
    assert page.listing.up.hasFocus()


def test_a_house_is_drawn_to_another_place(page):
    page.list.select(1)
    rect = page.list.visualRect(page.list.table.index(2, 0))
    page.list.drop_at(QPoint(rect.x(), rect.bottom()))
    assert texts(page, "head")[:3] == ["山﨑 和子", "𠮷田 清", "髙橋 一郎"]
    rect = page.list.visualRect(page.list.table.index(0, 0))
    page.list.drop_at(rect.topLeft())
    assert texts(page, "head")[:3] == ["髙橋 一郎", "山﨑 和子", "𠮷田 清"]


def test_letting_go_with_the_mouse(page):
    page.list.select(3)
    place = QPointF(page.list.visualRect(page.list.table.index(0, 0)).topLeft())
    mime = page.list.table.mimeData([page.list.currentIndex()])
    let_go = QDropEvent(
        place,
        Qt.DropAction.MoveAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    page.list.dropEvent(let_go)
    assert let_go.dropAction() == Qt.DropAction.IgnoreAction
    assert texts(page, "head")[:3] == ["𠮷田 清", "髙橋 一郎", "山﨑 和子"]


def test_drawing_into_another_group_is_explained(page):
    page.list.select(1)
    rect = page.list.visualRect(page.list.table.index(6, 0))
    page.list.drop_at(rect.center())
    assert "隣組" in page.refusals[0]
    assert texts(page, "head")[0] == "髙橋 一郎"


def test_a_skipped_house_says_so(page):
    assert texts(page, "walking_order")[5] == "飛ばす"
    assert page.list.table.row_at(5).is_faint
    page.list.select(page.list.table.id_at(5))
    assert "回覧は飛ばす" in page.who.short.text()


def test_an_empty_house_is_called_so(page, street):
    store.add_household(street, "", membership="empty", address="安曇野市豊科9")
    assert texts(page, "head")[-1] == "（空き家）"


def test_the_search_goes_to_a_household_that_the_filter_hides(page, qtbot):
    choose(qtbot, page.listing.filters.group, 3)
    page.listing.narrow.setText("よしだ")
    page.show_place(Place("households", 1))
    assert page.who.name.text() == "髙橋 一郎"
    assert page.listing.count.text() == "9世帯"
    assert page.list.hasFocus()


def test_what_one_works_on_stays_under_a_filter(page, street, qtbot):
    page.listing.filters.whom.choose("full")
    page.listing.filters.whom.activated.emit(0)
    page.list.select(2)
    store.change_household(street, 2, "membership", "paused")
    assert page.who.name.text() == "山﨑 和子"
    assert "休会" in page.who.short.text()
    page.list.select(1)
    store.change_household(street, 1, "phone", "0263-72-9999")
    assert "山﨑 和子" not in texts(page, "head")


def test_an_empty_district_offers_the_way(book, open_page, qtbot):
    page = open_page(book)
    assert page.is_empty()
    assert not page.add.isVisible()
    with qtbot.waitSignal(page.begins):
        page.begin("import")
    store.add_household(book, "髙橋 一郎")
    assert not page.is_empty()
    assert page.add.isVisible()
    assert page.listing.count.text() == "1世帯"
    book.undo()
    assert page.is_empty()


def test_tab_goes_as_one_reads(page, qtbot):
    expected = [
        page.works,
        page.add,
        page.listing.filters.group,
        page.listing.filters.whom,
        page.listing.filters.order,
        page.listing.narrow,
        page.listing.down,
        page.list,
        page.history,
        page.happens,
        page.form.boxes["head"].edit,
        page.form.boxes["kana"].edit,
    ]
    page.works.setFocus()
    walked: list[QWidget] = []
    for _each in expected:
        walked.append(QApplication.focusWidget())
        qtbot.keyClick(QApplication.focusWidget(), KEY.Key_Tab)
    assert walked == expected


def test_everything_has_a_name_for_the_screen_reader(page):
    for widget in page.findChildren(QWidget):
        takes_keys = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        if takes_keys and widget.isVisible() and not widget.focusProxy():
            said = widget.accessibleName() or getattr(widget, "text", str)()
            assert said, widget


def test_three_thousand_households(book, open_page, qtbot):
    fill_street(book, 3000, groups=100)
    page = open_page(book)
    assert page.listing.count.text() == "3,000世帯"
    page.listing.narrow.setFocus()
    qtbot.keyClicks(page.listing.narrow, "0263722999")
    assert texts(page, "phone") == ["0263-72-2999"]
    assert len(all_tonarigumi(book)) == 100


def test_narrowing_follows_each_step(page, street, qtbot):
    page.listing.narrow.setText("0263720008")
    assert texts(page, "head") == ["髙橋 さくら"]
    store.change_household(street, 9, "phone", "0263-72-5555")
    page.listing.narrow.setText("0263725555")
    assert texts(page, "head") == ["髙橋 さくら"]
    street.undo()
    page.listing.narrow.setText("0263720008")
    assert texts(page, "head") == ["髙橋 さくら"]
    page.listing.narrow.setText("桒原")
    assert texts(page, "head") == []
    member = store.household(street, 2).members[1]
    store.change_member(street, member.id, "name", "桒原 トミ")
    assert texts(page, "head") == ["山﨑 和子"]
    store.change_members(street, 2, store.household(street, 2).members[:1])
    page.listing.narrow.setText("桒")
    page.listing.narrow.setText("桒原")
    assert texts(page, "head") == []
