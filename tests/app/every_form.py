"""Every form of the program, opened as its user would, found through what the rooms declare.

A scene opens one of them in the window. What can be typed into there is found by itself.
"""

import ast
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from app.forms_of_rooms import (
    Opens,
    Scene,
    Wait,
    begins,
    scenes_of_calendar,
    scenes_of_contacts,
    scenes_of_officers,
)
from app.reading_in_steps import SAMPLES
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QPlainTextEdit, QWidget
from widgets.keyboard import write

import kucho_desktop
from kucho_desktop.app.papers import all_papers
from kucho_desktop.app.reading_in.again import ASKED, CHANGED
from kucho_desktop.app.rooms import rooms
from kucho_desktop.app.window import Window
from kucho_desktop.circulars.page.circulars import TABS as LETTER_PARTS
from kucho_desktop.core.book import Book
from kucho_desktop.households import store
from kucho_desktop.households.model.events import HAPPENINGS
from kucho_desktop.households.model.rounds.round import LISTS, SHEETS
from kucho_desktop.households.page.works.many.view import _PARTS as MANY_PARTS
from kucho_desktop.households.page.works.the_works import WORKS
from kucho_desktop.records.page.records import _PARTS as RECORD_PARTS
from kucho_desktop.tonarigumi.page.regrouping import _WAYS
from kucho_desktop.widgets.check_box import CheckBox
from kucho_desktop.widgets.choice import DropDown
from kucho_desktop.widgets.drafts import path_of
from kucho_desktop.widgets.holding import Held

_TABLE, _TEXT = "roster_plain.xlsx", "roster_families_cp932.csv"
FAMILY = 2
"""The household in which anything can have happened."""


def scenes(book: Book) -> list[Scene]:
    """(name, what opens it); in a book with households, a tie, a hand-out."""
    return [
        *((room.name, _goes(room.name)) for room in rooms()),
        *_of_households(),
        *_of_events(book),
        *_of_groups(),
        *((f"circulars: {part}", begins("circulars", part)) for part, _label in LETTER_PARTS),
        *((f"records: {part}", begins("records", part)) for part, _label in RECORD_PARTS),
        *_of_works(),
        *scenes_of_calendar(),
        *scenes_of_officers(),
        *scenes_of_contacts(),
        *((f"paper {each.name}", begins("print", each.name)) for each in all_papers()[::6]),
        ("write out", begins("write_out", "")),
        *((f"read in, step {step}", partial(_read_in, _TABLE, step)) for step in range(4)),
        ("read in a text", partial(_read_in, _TEXT, 1)),
    ]


def _goes(name: str) -> Opens:
    return lambda window, _wait: window.go(name)


def _of_households() -> Iterator[Scene]:
    yield "a new household", begins("households", "add")
    yield "a dwelling without a name", begins("households", "add_unnamed")
    yield "a household", lambda window, _wait: sheet(window)
    yield "further names", lambda window, _wait: sheet(window).names.open.click()
    yield "a person's row", _row
    yield "since when", _since
    yield "a tie", lambda window, _wait: sheet(window).ties.add.click()
    yield "a tie that is there", lambda window, _wait: sheet(window).ties.lines[0][1].click()
    yield "a talk", lambda window, _wait: sheet(window).talks.add.click()
    yield "a photo", _photo


def _of_events(book: Book) -> Iterator[Scene]:
    family = store.household(book, FAMILY)
    for each in HAPPENINGS:
        if each.can_be(family):
            yield f"event {each.name}", partial(_event, each.name)


def _of_groups() -> Iterator[Scene]:
    yield (
        "a new group",
        lambda window, _wait: (
            window.go("tonarigumi"),
            window.pages["tonarigumi"].add_group(),
        ),
    )
    for way, _label, _lines in _WAYS:
        yield f"group: {way}", partial(_regroup, way)


def _of_works() -> Iterator[Scene]:
    for work in WORKS:
        if work.make is not None:
            yield f"work: {work.name}", begins("households", f"work:{work.name}")
    for part, _label in MANY_PARTS:
        yield f"many: {part}", partial(_many, part)
    for kind in (SHEETS, LISTS):
        for then in ("overview", "line", "event", "new"):
            yield f"{then} of {kind}", partial(_walk, kind, then)


def sheet(window: Window) -> QWidget:
    window.go("households")
    page = window.pages["households"]
    page.go_to_household(FAMILY)
    return page.sheet


def _row(window: Window, _wait: Wait) -> None:
    rows = sheet(window).rows
    rows.select_cell(0, "name")
    rows.view.edit(rows.view.currentIndex())


def _since(window: Window, _wait: Wait) -> None:
    box = sheet(window).form.boxes["membership"]
    box.show_draft("休会")
    box.offer()


def _photo(window: Window, wait: Wait) -> None:
    from PIL import Image

    attached = sheet(window).attached
    path = window.book.path.with_name("門.png")
    Image.new("RGB", (40, 30), "green").save(path)
    attached.take(path)
    wait(lambda: not attached._asking.isHidden())


def _event(name: str, window: Window, _wait: Wait) -> None:
    sheet(window)
    page = window.pages["households"]
    page.happens.click()
    page.happened._choose(name)


def _regroup(way: str, window: Window, _wait: Wait) -> None:
    window.go("tonarigumi")
    page = window.pages["tonarigumi"]
    page.list.select(1)
    page.anew.click()
    page.regroup.buttons[way].click()


def _many(part: str, window: Window, _wait: Wait) -> None:
    window.begin("households", "work:many")
    work = window.pages["households"].desk.work
    work.whom.more.click()
    work.tabs[part].click()


def _walk(kind: str, then: str, window: Window, _wait: Wait) -> None:
    window.begin("households", f"work:{'sheet_round' if kind == SHEETS else 'list_round'}")
    work = window.pages["households"].desk.work
    if work._round is None:
        work.beginning.go.click()
    if then == "overview":
        return
    next(iter(work.overview.groups.values())).click()
    if then == "event":
        work.walk.event_button.click()
        work._happened.buttons[0].click()
    elif then == "new":
        work.walk.new_button.click()
    else:
        work.walk.list.type_phone()


def _read_in(file: str, step: int, window: Window, wait: Wait) -> None:
    window.begin("read_in", "")
    wizard = window.pages["read_in"].wizard
    wizard.open(SAMPLES / file)
    wait(lambda: wizard.file.may_go_on())
    for number in range(1, step + 1):
        wizard.wizard.show_step(number)
        if number == 2:
            wait(lambda: wizard.compare._compared is not None)
            lists = [name for name in (CHANGED, ASKED) if wizard.compare.judged.size(name)]
            for name in lists[:1]:
                wizard.compare.buttons[name].click()


# ---- what can be typed into ----


def boxes_of(page: QWidget) -> list[QWidget]:
    """All that is seen and takes an entry; not what only looks for something."""
    kinds = (QLineEdit, QPlainTextEdit, CheckBox, DropDown)
    return [
        each
        for each in page.findChildren(QWidget)
        if isinstance(each, kinds)
        and each.isVisible()
        and each.isEnabled()
        and not (isinstance(each, QLineEdit) and isinstance(each.parentWidget(), DropDown))
        and each.property("number") is None  # the tick of a copy is kept at once
        and not any(around.holds_nothing for around in held_around(each))
    ]


def held_around(widget: QWidget) -> list[Held]:
    found = []
    each: QWidget | None = widget
    while each is not None:
        if isinstance(each, Held):
            found.append(each)
        each = each.parentWidget()
    return found


def fill(box: QWidget, text: str) -> None:
    """As the user does: types at the end of what stands there, turns, or chooses another."""
    box.setFocus()
    if isinstance(box, DropDown) and box.isEditable():
        write(box.lineEdit(), text)
    elif isinstance(box, DropDown):
        if box.count() > 1:
            box.setCurrentIndex((box.currentIndex() + 1) % box.count())
            box.activated.emit(box.currentIndex())
    elif isinstance(box, CheckBox):
        box.click()
    else:
        write(box, text)


def state(box: QWidget) -> object:
    if isinstance(box, DropDown):
        return box.currentText()
    if isinstance(box, CheckBox):
        return box.isChecked()
    return box.text() if isinstance(box, QLineEdit) else box.toPlainText()


def states(page: QWidget) -> dict[str, object]:
    """What every box of the page shows, by the place where it stands."""
    return {_place_of(box, page): state(box) for box in boxes_of(page)}


def _place_of(box: QWidget, page: QWidget) -> str:
    """A cell that is typed into stands in its list."""
    around: QWidget | None = box
    while around is not None and not isinstance(around, QAbstractItemView):
        around = around.parentWidget()
    return path_of(box, page) if around is None else f"cell of {path_of(around, page)}"


def kinds_around(page: QWidget) -> set[str]:
    """The classes in which the boxes of this page stand."""
    found: set[str] = set()
    for box in boxes_of(page):
        each: QWidget | None = box
        while each is not None:
            found |= {kind.__name__ for kind in type(each).__mro__}
            each = each.parentWidget()
    return found


# ---- who makes boxes, by the source ----

_MAKERS = frozenset({"Line", "DropDown", "CheckBox", "DayBox", "Form", "editor_for", "NarrowLine"})


def classes_with_boxes() -> set[str]:
    """The classes of the program that make something to type into."""
    root = Path(kucho_desktop.__file__).parent
    found = set()
    for path in root.rglob("*.py"):
        for part in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(part, ast.ClassDef) and any(
                isinstance(call, ast.Call) and getattr(call.func, "id", "") in _MAKERS
                for call in ast.walk(part)
            ):
                found.add(part.name)
    return found
