"""The page of the posts and officers, by keyboard."""

import pytest
from PySide6.QtCore import Qt

from kucho_desktop.app.rooms import rooms
from kucho_desktop.core.book import Book
from kucho_desktop.core.found import Place
from kucho_desktop.households.store import household_leaves
from kucho_desktop.officers import store
from kucho_desktop.officers.model import READY_POSTS


def typed(qtbot, box, text: str) -> None:
    """Write into a box of a form and go on."""
    edit = box.edit
    line = getattr(edit, "line", None) or edit
    line.setFocus()
    line.setText(text)
    qtbot.keyClick(line, Qt.Key.Key_Return)


def shown(part, column: int) -> list[str]:
    table = part.list.table
    return [table.row_at(row).texts[column] for row in range(table.rowCount())]


def at(part, post: str) -> None:
    """Go to the place of a post."""
    seat = next(id_ for id_, seat in part._shown.items() if store.post_of(seat) == post)
    part.list.select(seat)


@pytest.fixture
def bare(qtbot, book: Book):
    page = next(room for room in rooms() if room.name == "officers").make_page(book)
    qtbot.addWidget(page)
    book.listen(page.changed)
    page.resize(1170, 670)
    page.show()
    yield page
    book.unlisten(page.changed)


def test_an_empty_room_offers_the_usual_posts(qtbot, book, bare):
    assert bare.is_empty()
    bare._begin_posts()
    ticked = [tick.text() for tick in bare.posts.ticks if tick.isChecked()]
    assert "区長" in ticked
    assert "書記" not in ticked
    bare.posts.take.setFocus()
    qtbot.keyClick(bare.posts.take, Qt.Key.Key_Return)
    kept = [each.name for each in store.POSTS.all(book)]
    assert len(kept) == sum(ready.usual for ready in READY_POSTS)
    assert shown(bare.posts, 0) == kept
    bare.posts.offer_ready()
    assert not bare.posts.ticks[0].isEnabled(), "what is there is not taken over again"
    book.undo()
    assert store.POSTS.all(book) == []


def test_an_officer_is_chosen_from_the_roster(qtbot, street, houses, page):
    part = page.seats
    assert shown(part, 1).count("（空席）") == len(store.seats_on(street, street.today))
    at(part, "会計")
    head = houses[0].head
    typed(qtbot, part.form.boxes["member_id"], f"{head}（第1隣組）")
    assert page.said == ["会計を決めました"]
    row = shown(part, 0).index("会計")
    assert shown(part, 1)[row] == head
    assert part.form.record.member_id == houses[0].members[0].id
    street.undo()
    assert shown(part, 1)[row] == "（空席）"


def test_somebody_from_outside_by_name(qtbot, street, page):
    at(page.seats, "会計")
    typed(qtbot, page.seats.form.boxes["name"], "宮下 花代")
    seat = next(each for each in store.seats_on(street, street.today) if each.post == "会計")
    assert seat.name == "宮下 花代"
    typed(qtbot, page.seats.form.boxes["phone"], "026-000-0002")
    assert store.APPOINTMENTS.one(street, seat.id).phone == "026-000-0002"


def test_next_years_officers(qtbot, street, houses, post, page):
    store.appoint(street, {"post_id": post("会計"), "member_id": houses[0].members[0].id})
    part = page.seats
    part.next.setFocus()
    qtbot.keyClick(part.next, Qt.Key.Key_Return)
    at(part, "会計")
    assert part.stay.isVisible()
    assert houses[0].head in part.stay.text()
    part.stay.click()
    assert page.said == ["会計を決めました"]
    at(part, "第1隣組 隣組長")
    turn = store.next_turn(store.rota_of(street, houses[0].tonarigumi_id), street.today)
    assert turn.name in part.turn.text()
    part.turn.click()
    part.when.choose("0")
    assert "（空席）" in shown(part, 1)
    row = shown(part, 0).index("第1隣組 隣組長")
    assert shown(part, 1)[row] == "（空席）", "this year is not touched"


def test_all_leaders_of_next_year_at_once(qtbot, street, houses, page):
    for house in houses[3:6]:
        store.RELIEFS.add(street, {"household_id": house.id, "since": "2020-04-01"})
    part = page.seats
    assert not part.all.isVisible()
    part.show_next_year()
    part.all.setFocus()
    qtbot.keyClick(part.all, Qt.Key.Key_Return)
    assert page.said == ["隣組長2人を入れました"]
    assert shown(part, 1)[-3:] == [houses[1].head, "（空席）", houses[7].head]
    part.all.click()
    assert "順番" in page.said[1]
    street.undo()
    assert shown(part, 1)[-3:] == ["（空席）"] * 3


def test_any_day(qtbot, street, houses, post, page):
    said = {"post_id": post("会計"), "member_id": houses[0].members[0].id}
    store.appoint(street, {**said, "since": "2020-04-01", "last": "2020-12-31"})
    part = page.seats
    part.when.choose("day")
    assert part.when.box.isVisible()
    part.when.box.line.setText("R2.12.31")
    assert shown(part, 1)[shown(part, 0).index("会計")] == houses[0].head
    part.when.box.line.setText("R3.1.1")
    assert shown(part, 1)[shown(part, 0).index("会計")] == "（空席）"


def test_an_officer_who_has_gone_is_told_and_ended_by_choice(street, houses, post, page):
    id_ = store.appoint(street, {"post_id": post("会計"), "member_id": houses[0].members[0].id})
    household_leaves(street, houses[0].id, street.today)
    page.show_place(Place("officers", id_))
    part = page.seats
    assert "転出" in part.care.text()
    assert "令和8年11月19日" in part.end.text()
    part.end.click()
    assert store.APPOINTMENTS.one(street, id_).last == "2026-11-19"
    assert page.said == ["会計を終わりにしました"]


def test_what_is_not_allowed_is_said(qtbot, street, houses, post, page):
    id_ = store.appoint(street, {"post_id": post("会計"), "member_id": houses[0].members[0].id})
    page.show_place(Place("officers", id_))
    typed(qtbot, page.seats.form.boxes["last"], "R7.1.1")
    assert "始まりより前" in page.said[0]
    page.show_part("posts")
    page.posts.select(post("会計"))
    page.posts.remove.click()
    assert "いつまで" in page.said[-1]


def test_a_relief_is_written_down(qtbot, street, houses, page):
    page.begin("reliefs")
    part = page.part("reliefs")
    part.add.click()
    typed(qtbot, part.form.boxes["household_id"], f"{houses[1].head}（第1隣組）")
    (kept,) = store.RELIEFS.all(street)
    assert (kept.household_id, kept.kind, kept.since) == (houses[1].id, "office", "2026-11-20")
    assert shown(part, 0) == [houses[1].head]
    typed(qtbot, part.form.boxes["reason"], "高齢")
    assert store.RELIEFS.all(street)[0].reason == "age"
    household_leaves(street, houses[1].id, street.today)
    assert shown(part, 0) == [houses[1].head], "one that has gone keeps its name"
    part.remove.click()
    assert store.RELIEFS.all(street) == []
    assert page.said == ["免除を消しました"]


def test_a_nomination_with_its_candidates(qtbot, street, page):
    page.show_part("nominations")
    part = page.part("nominations")
    part.begin_new()
    typed(qtbot, part.form.boxes["post"], "民生児童委員")
    typed(qtbot, part.form.boxes["deadline"], "R8.12.1")
    (kept,) = store.NOMINATIONS.all(street)
    assert kept.deadline == "2026-12-01"
    rows = part.form.boxes["candidates"].editor
    rows.model.add_row()
    rows.model.setData(rows.model.index(0, 0), "宮下 花代")
    assert [each.name for each in store.NOMINATIONS.all(street)[0].candidates] == ["宮下 花代"]
    assert any("民生児童委員" in item.text for item in store.open_items(street))


@pytest.mark.parametrize(
    ("name", "box", "text"),
    [("departments", "name", "総務部"), ("trainings", "theme", "学習会"),
     ("advisers", "name", "宮下 花代"), ("posts", "name", "衛生委員")],
)  # fmt: skip
def test_the_other_parts_take_a_record(qtbot, street, page, name, box, text):
    page.show_part(name)
    part = page.part(name)
    part.begin_new()
    typed(qtbot, part.form.boxes[box], text)
    assert text in " ".join(shown(part, 0) + shown(part, 2))
    if part.papers:
        part.papers[0].click()
        assert page.begun[-1][0] == "print"


def test_the_turns_of_a_group(qtbot, street, houses, page):
    page.begin("turns")
    part = page.rota
    assert part.next.text() == f"令和9年度の当番は {houses[1].head} さん"
    assert part.list.rows() == 11
    part.one.setCurrentIndex(1)
    part.other.setCurrentIndex(2)
    part.note.setText("仕事の都合")
    part.exchange.click()
    assert page.said == ["2つの年度を入れ替えました"]
    assert houses[2].head in part.next.text()
    assert "仕事の都合" in part.list.text_at(6)
    part.list.select(7)
    assert part.forget.isVisible()
    part.forget.click()
    assert houses[1].head in part.next.text()
    part.list.select(1)
    part.house.choose(houses[2].id)
    part.write.click()
    assert houses[2].head in part.list.text_at(0)
    assert page.paper_about() == {"group": str(houses[0].tonarigumi_id)}


def test_the_turns_of_a_group_in_which_all_are_passed_over(street, houses, page):
    for house in houses[:3]:
        store.RELIEFS.add(street, {"household_id": house.id, "since": "2020-04-01"})
    page.show_part("turns")
    assert "全員が飛ばし" in page.rota.next.text()
    assert "話し合って" in page.rota.why.text()
