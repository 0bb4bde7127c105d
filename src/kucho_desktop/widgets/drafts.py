"""What is typed and not kept yet, on any page: said as JSON, and put back later.

Boxes of every kind are found by themselves; what has more to say is `holding.Held` and says it.
A part is [path, said, worth]: where the widget stands, what it said, and what that is worth.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from kucho_desktop.widgets.check_box import CheckBox
from kucho_desktop.widgets.choice import DropDown
from kucho_desktop.widgets.holding import ENTRY, LEAVES, LOOK, WHERE, Held, Holding
from kucho_desktop.widgets.typed_line import Line

Part = list[Any]
_OWN = __name__.partition(".")[0]


def held_in(page: QWidget, least: int = ENTRY) -> dict[int, list[Part]]:
    """What the page holds, by household (0: none); nothing where nothing is worth that much.

    With what is said of a household goes where one is.
    """
    found = list(_walk(page, "", about=0, looks=False))
    abouts = {about for about, part in found if part[2] == ENTRY}
    if not abouts and any(part[2] >= least for _about, part in found):
        abouts = {0}
    lowest = min(least, WHERE)
    return {
        about: [
            part
            for whose, part in found
            if lowest <= part[2] and (whose == about or part[2] < ENTRY)
        ]
        for about in sorted(abouts)
    }


def hold_again(page: QWidget, parts: Iterable[Part]) -> None:
    """Put it back, part by part: what opens something comes before what stands in it."""
    done: list[Part] = []
    for part in parts:
        widget = widget_at(page, part[0]) if part not in done else None
        if widget is not None:
            done.append(part)
            _hold_again(widget, part[1])


def _walk(place: QWidget, path: str, *, about: int, looks: bool) -> Iterator[tuple[int, Part]]:
    """From the page to its boxes; what is around comes before what is inside."""
    if isinstance(place, Held):
        if place.holds_nothing:
            return
        about = place.held_about() or about
        looks = looks or place.only_looks
    for said, worth, whose in _holdings(place):
        yield about if whose is None else whose, [path, said, LOOK if looks else worth]
    if isinstance(place, Held):
        for step, inside in _inside(place):
            if place.knows_its_boxes and not isinstance(inside, Held):
                continue
            below = f"{path}/{step}" if path else step
            yield from _walk(inside, below, about=about, looks=looks)


def _inside(place: QWidget) -> Iterator[tuple[str, QWidget]]:
    """All that is in it, as far as it does not speak for itself: "Whom>ConditionBox>Line:1".

    By the program's own kinds around it and its number among those alike. What only lays things
    out does not count: it comes and goes, and whatever a stack shows moves to the end.
    """
    numbers: dict[str, int] = {}
    waiting = [(place, "")]
    while waiting:
        widget, around = waiting.pop()
        if widget is not place:
            kind = type(widget)
            own = kind.__module__.startswith(_OWN)
            around = f"{around}>{kind.__name__}" if own else around
            numbers[around] = number = numbers.get(around, -1) + own
            if own:
                yield f"{around}:{number}", widget
        if widget is place or not isinstance(widget, (Held, *_WHOLE)):
            inside = (each for each in widget.children() if isinstance(each, QWidget))
            children = [each for each in inside if not each.property(LEAVES)]
            waiting += [(each, around) for each in reversed(children)]


def path_of(widget: QWidget, page: QWidget) -> str:
    """Where a widget stands on its page, place by place; empty inside of what is Qt's own."""
    steps: list[str] = []
    while widget is not page:
        place = widget.parentWidget()
        while place is not None and place is not page and not isinstance(place, Held):
            place = place.parentWidget()
        assert place is not None
        step = next((step for step, each in _inside(place) if each is widget), "")
        if not step:
            return ""
        steps.append(step)
        widget = place
    return "/".join(reversed(steps))


def widget_at(page: QWidget, path: str) -> QWidget | None:
    """None where there is no such widget any more."""
    here = page
    for wanted in filter(None, path.split("/")):
        found = next((each for step, each in _inside(here) if step == wanted), None)
        if found is None:
            return None
        here = found
    return here


# ---- boxes of every kind ----


_WHOLE = (QAbstractItemView, QComboBox, QLineEdit, QPlainTextEdit)
"""What is inside of these is Qt's own, or spoken for by what is around."""


def _holdings(widget: QWidget) -> Iterable[Holding]:
    if isinstance(widget, Held):
        return widget.holdings()
    if isinstance(widget, Line):
        typed = widget.isModified() and widget.text() != widget.kept
        return [Holding(widget.text())] if typed else ()
    if isinstance(widget, QPlainTextEdit):
        typed = widget.document().isModified()
        return [Holding(widget.toPlainText())] if typed else ()
    if isinstance(widget, DropDown):
        return _chosen(widget)
    if isinstance(widget, CheckBox):
        worth = LOOK if widget.only_looks else ENTRY
        return [Holding(widget.isChecked(), worth)] if widget.was_turned else ()
    if isinstance(widget, QAbstractButton) and widget.isCheckable() and widget.isChecked():
        return [Holding(True, WHERE)]
    return ()


def _chosen(box: DropDown) -> Sequence[Holding]:
    line = box.lineEdit()
    if line is not None and line.isModified():
        return [Holding([-1, line.text()])]
    if not box.was_chosen:
        return ()
    return [Holding([box.currentIndex(), box.currentText()], WHERE)]


def _hold_again(widget: QWidget, said: Any) -> None:
    if isinstance(widget, Held):
        widget.hold_again(said)
    elif isinstance(widget, Line):
        widget.setText(said)
        widget.setModified(True)
    elif isinstance(widget, QPlainTextEdit):
        widget.setPlainText(said)
        widget.document().setModified(True)
    elif isinstance(widget, DropDown):
        _choose_again(widget, *said)
    elif isinstance(widget, QAbstractButton) and widget.isChecked() != said:
        widget.click()


def _choose_again(box: DropDown, row: int, text: str) -> None:
    """The same line, or the first that reads the same; what was typed stands there as typed."""
    line = box.lineEdit()
    if row < 0 and line is not None:
        line.setText(text)
        line.setModified(True)
        return
    row = row if box.itemText(row) == text else box.findText(text)
    if row >= 0:
        box.setCurrentIndex(row)
        box.was_chosen = True
        box.activated.emit(row)
