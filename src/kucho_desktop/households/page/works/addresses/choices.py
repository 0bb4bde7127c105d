"""What is asked about labels or envelopes: whom they go to, on what, with which names."""

from collections.abc import Iterator, Sequence
from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from kucho_desktop.core.i18n import _
from kucho_desktop.households.model.addresses import CONTENTS, HONOURS, TO, HowAddressed
from kucho_desktop.paper.stationery import (
    WAYS,
    LabelSheet,
    Stock,
    label_sheets,
    sheet_named,
    stock_named,
    stocks,
)
from kucho_desktop.widgets.choice import DropDown
from kucho_desktop.widgets.flag import CheckBox
from kucho_desktop.widgets.parts import column, words

HANDED_OVER = "handed over"
"""The list that another page put together."""
EVERYBODY = "all"


class Choices(QWidget):
    """changed: other letters. laid_out: the same ones on something else, or otherwise."""

    changed = Signal()
    laid_out = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.list = DropDown()
        self.group = DropDown()
        self.sheet = DropDown([(each.name, each.title) for each in label_sheets()])
        self.content = DropDown(_translated(CONTENTS))
        self.stock = DropDown([(each.name, each.title) for each in stocks()])
        self.way = DropDown(_translated(WAYS))
        self.to = DropDown(_translated(TO))
        self.honour = DropDown(_translated(HONOURS))
        self.house = CheckBox(_("With the house name"))
        self.boxes = CheckBox(_("Draw the boxes of the postal code too"))
        self.from_us = CheckBox(_("With the sender"))
        self.from_us.setChecked(True)
        self.products = words("", "small")
        self._labels = [
            *_named(_("Which sheet of labels"), self.sheet),
            self.products,
            *_named(_("What stands on them"), self.content),
        ]
        self._letters = [
            *_named(_("Which envelope or card"), self.stock),
            *_named(_("How it is written"), self.way),
            self.boxes,
            self.from_us,
        ]
        self.setLayout(
            column(
                *_named(_("Whom they go to"), self.list),
                *_named(_("Which group"), self.group),
                *self._labels,
                *self._letters,
                *_named(_("Which names"), self.to),
                *_named(_("Title after the name"), self.honour),
                self.house,
                gap=4,
            )
        )
        self._show_products()
        self._connect()

    def _connect(self) -> None:
        for box in (self.list, self.group, self.content, self.to, self.honour):
            box.currentIndexChanged.connect(self.changed)
        self.sheet.currentIndexChanged.connect(self._show_products)
        for box in (self.sheet, self.way):
            box.currentIndexChanged.connect(self.laid_out)
        self.stock.currentIndexChanged.connect(self._change_stock)
        self.house.toggled.connect(self.changed)
        for check in (self.boxes, self.from_us):
            check.toggled.connect(self.laid_out)

    def show_kind(self, labels: bool) -> None:
        """What is asked of labels, or of envelopes."""
        for part in self._labels:
            part.setVisible(labels)
        for part in self._letters:
            part.setVisible(not labels)

    def offer(self, lists: Sequence[tuple[Any, str]], groups: Sequence[tuple[Any, str]]) -> None:
        """The lists and groups that there are; what is chosen stays chosen, else the first is."""
        for box, choices in ((self.list, lists), (self.group, groups)):
            box.offer(choices)
            if box.currentIndex() < 0:
                box.blockSignals(True)
                box.setCurrentIndex(0)
                box.blockSignals(False)

    def choose_list(self, name: str) -> None:
        """Nothing is told: whoever chooses for the user reads anew himself."""
        self.list.blockSignals(True)
        self.list.choose(name)
        self.list.blockSignals(False)

    @property
    def chosen_sheet(self) -> LabelSheet:
        return sheet_named(self.sheet.currentData())

    @property
    def chosen_stock(self) -> Stock:
        return stock_named(self.stock.currentData())

    def how(self, labels: bool) -> HowAddressed:
        """Which names, and what stands with them."""
        content = self.content.currentData() if labels else "address"
        to, honour = self.to.currentData(), self.honour.currentData()
        return HowAddressed(to, honour, content, self.house.isChecked())

    def options(self, labels: bool) -> Iterator[tuple[str, str]]:
        """What the paper is asked for, but for the list."""
        yield "group", str(self.group.currentData() or "")
        for name in ("to", "honour"):
            yield name, str(getattr(self, name).currentData())
        yield "house", _flag(self.house.isChecked())
        if labels:
            yield "content", str(self.content.currentData())
            yield "sheet", str(self.sheet.currentData())
        else:
            yield "stock", str(self.stock.currentData())
            yield "way", str(self.way.currentData())
            yield "boxes", _flag(self.boxes.isChecked())
            yield "no_sender", _flag(not self.from_us.isChecked())

    @Slot()
    def _show_products(self) -> None:
        """Product numbers change: the size on the pack is what counts."""
        said = _("For example {products}; the size on the pack is what counts.")
        products = _(", ").join(self.chosen_sheet.products)
        self.products.setText(said.format(products=products))

    @Slot()
    def _change_stock(self) -> None:
        """Only the ways in which this one can be written on are offered."""
        self.way.blockSignals(True)
        ways = self.chosen_stock.ways
        self.way.offer([each for each in _translated(WAYS) if each[0] in ways])
        if self.way.currentIndex() < 0:
            self.way.setCurrentIndex(0)
        self.way.blockSignals(False)
        self.laid_out.emit()


def _translated(choices: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    return [(code, _(label)) for code, label in choices]


def _flag(is_set: bool) -> str:
    return "1" if is_set else ""


def _named(title: str, box: DropDown) -> list[QWidget]:
    label = words(title, "second")
    label.setBuddy(box)
    box.setAccessibleName(title)
    box.setSizeAdjustPolicy(DropDown.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    if box.count() and box.currentIndex() < 0:
        box.setCurrentIndex(0)
    return [label, box]
