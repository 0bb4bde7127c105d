"""The room of the contacts, as one uses it."""

from PySide6.QtCore import Qt

from kucho_desktop.contacts import store
from kucho_desktop.core.found import Place


def write(qtbot, box, text):
    """Write into a box of a form and go on."""
    line = getattr(box.edit, "line", None) or box.edit
    line.setFocus()
    line.setText(text)
    qtbot.keyClick(line, Qt.Key.Key_Return)


def test_a_body_is_written_down_by_keyboard(qtbot, page):
    page.begin("bodies")
    part = page.part("bodies")
    assert page.window().focusWidget() is part.add
    qtbot.keyClick(part.add, Qt.Key.Key_Return)
    write(qtbot, part.form.boxes["name"], "穂高電気工事")
    write(qtbot, part.form.boxes["phone"], "0263721234")
    (body,) = store.BODIES.all(part._book)
    assert (body.name, body.phone) == ("穂高電気工事", "0263-72-1234")
    part._book.undo()
    part._book.undo()
    assert store.BODIES.all(part._book) == []


def test_what_is_usual_is_taken_over(qtbot, page):
    page.begin("bodies")
    part = page.part("bodies")
    part.offers_usual.click()
    part.take.click()
    assert page.said == ["関係機関を取り込みました"]
    assert len(store.BODIES.all(part._book)) == sum(tick.isChecked() for tick in part.ticks)
    part.offers_usual.click()
    assert any(not tick.isEnabled() for tick in part.ticks)
    part.leave.click()
    assert part.side.isVisible()


def test_a_trouble_leads_to_a_body(qtbot, page):
    store.take_over_bodies(page._book, [0])
    page.begin("troubles")
    part = page.part("troubles")
    part.begin_new()
    write(qtbot, part.form.boxes["trouble"], "火事")
    (trouble,) = store.TROUBLES.all(page._book)
    store.TROUBLES.change(
        page._book, trouble.id, {"outside_body_id": store.BODIES.all(page._book)[0].id}
    )
    assert part.list.table.row_at(0).texts[1] == "消防・救急"
    part.papers[0].click()
    assert page.begun == [("print", "where-to-turn")]
    part.remove.click()
    assert store.TROUBLES.all(page._book) == []


def test_what_was_searched_for_is_shown(page, directory):
    page.show_place(Place("contacts", 3))
    assert page.part("bodies").list.selected_id() == 3
    page.show_place(Place("contacts", -2))
    assert page.part("troubles").list.selected_id() == 2
    page.part("troubles").down.click()
    assert store.TROUBLES.all(page._book)[2].id == 2


def test_the_tree_is_changed_and_made_anew(qtbot, page):
    from kucho_desktop.households.store import households_on
    from kucho_desktop.officers import store as offices

    book = page._book
    page.begin("tree")
    part = page.part("tree")
    assert part.empty.isVisible()
    post = offices.POSTS.all(book)[0]
    member = households_on(book)[0].members[0]
    offices.appoint(book, {"post_id": post.id, "member_id": member.id})
    assert part.list.isVisible()
    chief, *_more, last = store.calls_on(book, book.today).all
    part.select(last.id)
    part.form.changed.emit(last.id, {"by_id": chief.id})
    assert store.calls_on(book, book.today).calls[last.key].by_id == chief.id
    part.anew.click()
    assert store.calls_on(book, book.today).calls[last.key].by_id is None
    part.papers[0].click()
    assert page.begun == [("print", "phone-tree")]
