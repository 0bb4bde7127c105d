"""宛名ラベル: a sheet of labels, begun at any of them, and the sheet for trying a printer."""

from kucho_desktop.core.collecting import collected_later
from kucho_desktop.core.i18n import _
from kucho_desktop.households.model.addresses import LabelRun
from kucho_desktop.paper.address_block import AddressBlock
from kucho_desktop.paper.imprint import STANDARD_SIZE, Imprint, Printed
from kucho_desktop.paper.labels import LabelPages
from kucho_desktop.paper.stationery import actual_size, sheet_named

_SHARE = 1 / 7
"""The size of the address on a label, as a share of its height, so that most look the same."""
_LARGEST = 0.95


def address_labels(run: LabelRun, imprint: Imprint) -> Printed:
    """Each address as often as copies are asked for, side by side. An empty sheet for nobody."""
    sheet = sheet_named(run.sheet)
    title = _("Address labels")
    pages = LabelPages(title, imprint, sheet, start=run.start, shift=run.shift)
    scale = imprint.size / STANDARD_SIZE
    size = min(imprint.size * _LARGEST, pages.inside(sheet.faces // 2).height * _SHARE * scale)
    block = AddressBlock(pages.lettering, size)
    with collected_later():
        for letter in run.letters.all:
            for _copy in imprint.copy_numbers or (None,):
                label = pages.next_label()
                pages.draw(block.operators(letter.to, label))
        return pages.printed((*run.letters.notes, actual_size()))


def label_test(sheet: str, shift: tuple[float, float], imprint: Imprint) -> Printed:
    """The outlines alone, on plain paper: held against the light over a sheet of labels."""
    title = _("Test print of a label sheet")
    pages = LabelPages(title, imprint, sheet_named(sheet), shift=shift)
    pages.draw_outlines()
    return pages.printed((actual_size(),))
