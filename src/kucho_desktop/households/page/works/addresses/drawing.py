"""A few labels or letters drawn in a thread: frozen data in, the paper out."""

from dataclasses import dataclass

from kucho_desktop.households.model.addresses import LabelRun, LetterRun
from kucho_desktop.paper.imprint import Imprint, Printed


@dataclass(frozen=True)
class Drawing:
    """number: of the question, so that an answer that comes too late is known."""

    number: int
    run: LabelRun | LetterRun
    imprint: Imprint

    def __call__(self) -> tuple[int, Printed]:
        return self.number, self._drawn()

    def _drawn(self) -> Printed:
        if isinstance(self.run, LabelRun):
            from kucho_desktop.households.papers.addresses.labels import address_labels

            return address_labels(self.run, self.imprint)
        from kucho_desktop.households.papers.addresses.letters import addressed_letters

        return addressed_letters(self.run, self.imprint)
