"""By how much the printer is off its mark: tried on plain paper, then put right."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtPrintSupport import QPrinterInfo
from PySide6.QtWidgets import QWidget

from kucho_desktop.core.i18n import _
from kucho_desktop.paper import printers
from kucho_desktop.paper.stationery import FARTHEST, STEP, actual_size
from kucho_desktop.widgets.choice import DropDown
from kucho_desktop.widgets.parts import button, column, words

_STEPS = round(FARTHEST / STEP)


class PrinterCard(QWidget):
    """changed: it prints elsewhere now. tries: the sheet for trying is wanted."""

    changed = Signal()
    tries = Signal()

    def __init__(self) -> None:
        super().__init__()
        names = [(name, name) for name in QPrinterInfo.availablePrinterNames()]
        self.printer = DropDown([(printers.ANY, _("Any printer")), *names])
        self.printer.setCurrentIndex(0)
        self.right = self._offsets(_("{mm} mm to the right"), _("{mm} mm to the left"))
        self.down = self._offsets(_("{mm} mm down"), _("{mm} mm up"))
        self.test = button(_("Test print on plain paper…"), self.tries, icon="printer")
        self.told = words(
            _(
                "Hold the test print against the light over a sheet of labels, and choose here by"
                " how much it is to be moved."
            ),
            "second",
        )
        named = (
            (_("Printer"), self.printer),
            (_("Left or right"), self.right),
            (_("Up or down"), self.down),
        )
        parts: list[QWidget] = []
        for title, box in named:
            label = words(title, "second")
            label.setBuddy(box)
            box.setAccessibleName(title)
            box.setSizeAdjustPolicy(DropDown.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            parts += (label, box)
        self.setLayout(column(*parts, self.told, self.test, words(actual_size(), "look")))
        self._show_shift()
        self.printer.currentIndexChanged.connect(self._change_printer)
        self.right.currentIndexChanged.connect(self._keep)
        self.down.currentIndexChanged.connect(self._keep)

    def _offsets(self, onward: str, back: str) -> DropDown:
        steps = [at * STEP for at in range(-_STEPS, _STEPS + 1)]
        named = [
            (each, (onward if each > 0 else back).format(mm=f"{abs(each):g}") if each else "0 mm")
            for each in steps
        ]
        made = DropDown(named)
        made.choose(0.0)
        return made

    @property
    def shift(self) -> printers.Shift:
        """Millimetres to the right, and down."""
        return float(self.right.currentData()), float(self.down.currentData())

    def _show_shift(self) -> None:
        right, down = printers.shift_of(str(self.printer.currentData()))
        for box, each in ((self.right, right), (self.down, down)):
            box.blockSignals(True)
            box.choose(each)
            box.blockSignals(False)

    @Slot()
    def _change_printer(self) -> None:
        self._show_shift()
        self.changed.emit()

    @Slot()
    def _keep(self) -> None:
        printers.keep_shift(str(self.printer.currentData()), self.shift)
        self.changed.emit()
