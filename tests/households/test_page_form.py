"""Correcting a household in its form, by the keyboard."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

from kucho_desktop.core.audiences import Audience
from kucho_desktop.households import store
from kucho_desktop.tonarigumi.store import add_tonarigumi

KEY = Qt.Key


def type_into(qtbot, box, text: str, key=KEY.Key_Return) -> None:
    box.edit.setFocus()
    box.edit.setText(text)
    qtbot.keyClick(box.edit, key)


def choose(qtbot, box, text: str) -> None:
    line = box.editor.box.line
    line.setFocus()
    line.setText(text)
    qtbot.keyClick(line, KEY.Key_Return)


@pytest.fixture
def boxes(page):
    return page.form.boxes


def test_a_phone_in_full_width_digits(page, street, boxes, qtbot):
    type_into(qtbot, boxes["phone"], "０２６３ー７２ー０１９９")
    assert store.household(street, 1).phone == "0263-72-0199"
    assert boxes["phone"].edit.text() == "0263-72-0199"
    assert page.list.table.row_at(0).texts[5] == "0263-72-0199"
    assert boxes["mobile"].edit.hasFocus()
    street.undo()
    assert boxes["phone"].edit.text() == "0263-72-0000"


def test_a_wrong_phone_stays_and_is_explained(page, street, boxes, qtbot):
    type_into(qtbot, boxes["phone"], "12")
    assert boxes["phone"].problem.isVisible()
    store.change_household(street, 1, "yago", "中屋")
    assert boxes["phone"].edit.text() == "12"
    assert "屋号 中屋" in page.who.short.text()
    page.list.select(2)
    page.list.select(1)
    assert boxes["phone"].edit.text() == "12"
    assert store.household(street, 1).phone == "0263-72-0000"


def test_membership_from_a_day(page, street, boxes, qtbot):
    choose(qtbot, boxes["membership"], "休会")
    assert page.form.question.isVisible()
    page.form.question.day.setText("R8.4.1")
    qtbot.keyClick(page.form.question.day, KEY.Key_Return)
    qtbot.keyClick(page.form.question.change, KEY.Key_Return)
    assert store.household(street, 1).membership == "paused"
    assert store.household(street, 1, date(2026, 3, 31)).membership == "full"
    assert "休会（令和8年4月から）" in page.who.short.text()
    assert page.said == ["「髙橋 一郎」の加入区分を変更"]


def test_membership_put_right(page, street, boxes, qtbot):
    choose(qtbot, boxes["membership"], "休会")
    qtbot.keyClick(page.form.question.correct, KEY.Key_Return)
    assert store.household(street, 1, date(2000, 1, 1)).membership == "paused"


def test_an_impossible_day_loses_nothing(page, street, boxes, qtbot):
    choose(qtbot, boxes["membership"], "休会")
    page.form.question.day.setText("R8.2.30")
    qtbot.keyClick(page.form.question.change, KEY.Key_Return)
    assert "2月" in page.form.question.box.problem.text()
    assert boxes["membership"].editor.typed() == "休会"
    assert store.household(street, 1).membership == "full"
    page.form.question.day.setText("R8.2.28")
    qtbot.keyClick(page.form.question.change, KEY.Key_Return)
    assert store.household(street, 1).membership == "paused"


def test_another_group_puts_the_house_at_its_end(page, street, boxes, qtbot):
    choose(qtbot, boxes["tonarigumi_id"], "第3隣組")
    page.form.question.day.setText("R8.10.1")
    qtbot.keyClick(page.form.question.change, KEY.Key_Return)
    moved = store.household(street, 1)
    assert (moved.tonarigumi_id, moved.walking_order) == (3, 4)
    before = store.household(street, 1, date(2026, 9, 30))
    assert (before.tonarigumi_id, before.walking_order) == (1, 1)
    assert page.who.name.text() == "髙橋 一郎"
    assert page.list.currentIndex().row() == 8


def test_a_new_group_can_be_chosen_at_once(page, street, boxes, qtbot):
    add_tonarigumi(street, "第4隣組")
    choose(qtbot, boxes["tonarigumi_id"], "第4隣組")
    qtbot.keyClick(page.form.question.correct, KEY.Key_Return)
    assert store.household(street, 1).tonarigumi_id == 4


def test_the_order_is_the_place_in_the_street(page, street, boxes, qtbot):
    type_into(qtbot, boxes["walking_order"], "３")
    assert not page.form.question.isVisible()
    assert [each.id for each in store.households_on(street)][:3] == [2, 3, 1]
    assert [each.walking_order for each in store.households_on(street)][:3] == [1, 2, 3]
    assert boxes["walking_order"].edit.text() == "3"


def test_a_postal_code_knows_its_address(page, street, boxes, qtbot):
    store.change_household(street, 1, "address", "")
    boxes["postal_code"].edit.setFocus()
    boxes["postal_code"].edit.setText("３９９８２０５")
    assert boxes["address"].edit.text() == "安曇野市豊科"


def test_consent_is_written_down_with_its_day(page, street, qtbot):
    assert page.who.consent.text.text() == "名簿への掲載の返事がまだありません"
    consents = page.sheet.consents
    for item in ("name", "address"):
        qtbot.keyClick(consents.items[item], KEY.Key_Space)
    store.change_household(street, 1, "yago", "中屋")
    assert consents.items["name"].isChecked()
    consents.day.setText("R8.5.40")
    qtbot.keyClick(consents.keep, KEY.Key_Return)
    assert consents.box.problem.isVisible()
    consents.day.setText("R8.5.4")
    qtbot.keyClick(consents.keep, KEY.Key_Return)
    said = page.who.consent.text.text()
    assert said == "名簿に載せてよい: 氏名・住所（電話番号・家族は載せない）"
    kept = store.household(street, 1)
    assert kept.agreed("name", Audience.EVERY_HOUSEHOLD)
    assert not kept.agreed("phone", Audience.EVERY_HOUSEHOLD)
    assert not kept.agreed("name", Audience.NOTICE_BOARD)
    assert "令和8年5月4日" in consents.kept.text()


def test_names_keep_their_very_kanji(page, street, boxes, qtbot):
    for name in ("𠮷田 﨑子", "渡邉\U000e0101 花子", "神\ufa19 一"):
        type_into(qtbot, boxes["head"], name)
        assert store.household(street, 1).head == name
        assert boxes["head"].edit.text() == name


def test_undo_and_redo_reach_the_form(page, street, boxes, qtbot):
    type_into(qtbot, boxes["head"], "髙橋 次郎")
    assert page.who.name.text() == "髙橋 次郎"
    street.undo()
    assert page.who.name.text() == "髙橋 一郎"
    street.redo()
    assert boxes["head"].edit.text() == "髙橋 次郎"


def test_a_book_being_written_elsewhere_refuses_with_a_sentence(page, street, boxes, qtbot):
    street.lend()
    type_into(qtbot, boxes["phone"], "0263-72-0199")
    street.take_back()
    assert "待ってから" in page.refusals[0]
    assert boxes["phone"].edit.text() == "0263-72-0199", "what was typed is lost"
    assert "保存されていません" in boxes["phone"].understood.text()
    page.finish()
    assert store.household(street, 1).phone == "0263-72-0199"
    assert boxes["phone"].understood.text() == ""


def test_leaving_the_page_keeps_what_is_typed(page, street, boxes):
    boxes["yago"].edit.setFocus()
    boxes["yago"].edit.setText("中屋")
    page.finish()
    assert store.household(street, 1).yago == "中屋"


def test_the_form_can_have_the_whole_width(page, qtbot):
    page.list.select(4)
    page.sheet.wide.setFocus()
    qtbot.keyClick(page.sheet.wide, KEY.Key_Return)
    assert page.listing.isHidden()
    shown = [field.name for field in page.sheet.rows.model.fields]
    assert {"kana", "gender", "whereabouts"} <= set(shown)
    qtbot.keyClick(page.together, KEY.Key_Return)
    assert page.listing.isVisible()
    assert page.list.hasFocus()


def test_the_same_household_twice_is_said(page, street, boxes, qtbot):
    store.add_household(street, "髙橋　一郎", phone="0263-72-7777")
    page.list.select(1)
    type_into(qtbot, boxes["phone"], "0263727777")
    assert "髙橋 一郎" in page.who.twice.text.text()
    qtbot.keyClick(page.who.see, KEY.Key_Return)
    assert page.list.selected_id() == 10
    assert not page.who.twice.isVisible()


def test_where_the_form_stands_under_the_list_enter_gives_it_all_the_room(page, qtbot):
    page.resize(820, 670)
    assert page.side.is_under()
    qtbot.waitUntil(page.apart.isVisible)
    page.list.setFocus()
    qtbot.keyClick(page.list, KEY.Key_Return)
    assert page.listing.isHidden()
    assert page.form.boxes["head"].edit.hasFocus()
    qtbot.keyClick(page.form.boxes["head"].edit, KEY.Key_Escape)
    assert page.listing.isVisible()
    qtbot.keyClick(page.add, KEY.Key_Return)
    assert page.listing.isHidden()
    qtbot.keyClick(page.arriving.leave, KEY.Key_Return)
    assert page.listing.isVisible()
