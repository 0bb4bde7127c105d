"""Papers drawn away from the window: in a thread, a very large one in a process of its own."""

from kucho_desktop.app import papers
from kucho_desktop.core import i18n
from kucho_desktop.paper.imprint import Printed
from kucho_desktop.widgets.task import Tell


class Drawing:
    """A paper that is drawn in a thread: frozen data in, the paper out."""

    def __init__(self, number: int, draft: papers.Draft) -> None:
        self._number = number
        self._draft = draft

    def __call__(self) -> tuple[int, Printed]:
        return self._number, papers.draw(self._draft)


def draw_away(_tell: Tell, number: int, draft: papers.Draft, language: str) -> tuple[int, Printed]:
    """The same in a process of its own."""
    i18n.use(language)
    return number, papers.draw(draft)
