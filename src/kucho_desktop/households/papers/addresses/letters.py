"""封筒・はがき: an envelope or a postcard for each address."""

from kucho_desktop.core.i18n import _
from kucho_desktop.households.model.addresses import LetterRun
from kucho_desktop.paper import letters
from kucho_desktop.paper.imprint import Imprint, Printed
from kucho_desktop.paper.stationery import actual_size, stock_named


def addressed_letters(run: LetterRun, imprint: Imprint) -> Printed:
    """A page of the size of the envelope for each of them."""
    how = letters.HowWritten(stock_named(run.stock), run.way, run.boxes, run.sender, run.shift)
    notes = (*run.letters.notes, actual_size())
    to = [each.to for each in run.letters.all]
    return letters.letters(_("Envelopes and postcards"), imprint, how, to, notes)
