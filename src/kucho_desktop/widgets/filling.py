"""What a form fills in by itself: the reading of a name, the address of a postal code."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QObject, Qt, Slot

from kucho_desktop.core.i18n import _
from kucho_desktop.widgets.editors import NameEditor, kind_name
from kucho_desktop.widgets.field import FieldBox


class Filling(QObject):
    """Watches the boxes of one form. What it fills in is never put over what the user wrote."""

    def __init__(
        self,
        form: QObject,
        boxes: Mapping[str, FieldBox],
        addresses: Callable[[str], Sequence[str]] | None,
    ) -> None:
        super().__init__(form)
        self._boxes = boxes
        self._addresses = addresses

    def watch(self, box: FieldBox) -> None:
        box.typing.connect(self._fill_address)
        if isinstance(box.editor, NameEditor):
            box.editor.reading.connect(self._fill_reading)

    def along_with(self, name: str) -> dict[str, Any]:
        """What was filled in together with this field, to be kept in the same step."""
        other = self._reading_of(name) or self._address_of(name)
        if other is None or not other.is_auto:
            return {}
        new, value = other.pending()
        if not new:
            return {}
        other.settle(value)
        return {other.field.name: value}

    def _after(self, name: str, kind: str, until: str) -> FieldBox | None:
        """The first box of a kind after this one, before the next one of its own kind."""
        names = list(self._boxes)
        for each in names[names.index(name) + 1 :]:
            found = kind_name(self._boxes[each].field)
            if found == kind:
                return self._boxes[each]
            if found == until:
                return None
        return None

    def _reading_of(self, name: str) -> FieldBox | None:
        is_name = kind_name(self._boxes[name].field) == "name"
        return self._after(name, "kana", "name") if is_name else None

    def _address_of(self, name: str) -> FieldBox | None:
        is_code = kind_name(self._boxes[name].field) == "postal code"
        return self._after(name, "address", "postal code") if is_code else None

    @Slot(str, str)
    def _fill_reading(self, name: str, reading: str) -> None:
        kana = self._reading_of(name)
        if kana is not None and (kana.is_auto or not kana.editor.typed().strip()):
            said = _("Heard while you typed. Please correct it if it is wrong.")
            kana.show_draft(str(kana.field.kind.tidy(reading)), auto=True, said=said)

    @Slot(str)
    def _fill_address(self, name: str) -> None:
        """A whole postal code fills an empty address; else it offers the towns as buttons."""
        address = self._address_of(name)
        box = self._boxes[name]
        if address is None or self._addresses is None or not box.edit.hasFocus():
            return
        known = [] if box.editor.problem() else list(self._addresses(box.editor.value()))
        typed = address.editor.typed().strip()
        if len(known) == 1 and (address.is_auto or not typed):
            said = _("From the postal code. Please add the house number.")
            address.show_draft(known[0], auto=True, said=said)
            known = []
        box.suggest([each for each in known if not typed.startswith(each)][:6], self._take_address)

    @Slot(str)
    def _take_address(self, text: str) -> None:
        for name, box in self._boxes.items():
            address = self._address_of(name)
            if address is not None and box.has_suggestions():
                address.show_draft(text)
                box.suggest(())
                address.edit.setFocus(Qt.FocusReason.OtherFocusReason)
