"""退任時の消去: the hand-over said, what goes looked at, everything removed, the certificate."""

from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal, Slot

from kucho_desktop.app.books import open_book
from kucho_desktop.app.erasing.certificate import CertificateStep
from kucho_desktop.app.erasing.leaving_steps import HandOverStep, RemoveStep
from kucho_desktop.app.locks.known_password import KnownPassword
from kucho_desktop.association.store import the_association
from kucho_desktop.core.audiences import Audience
from kucho_desktop.core.errors import KuchoError
from kucho_desktop.core.i18n import _
from kucho_desktop.core.wiping import wipe_book
from kucho_desktop.households.store import substitutes
from kucho_desktop.paper.imprint import Imprint
from kucho_desktop.records.model.leaving import Handed, Leaving, Removed
from kucho_desktop.widgets.parts import restyle
from kucho_desktop.widgets.task import Progress, Task
from kucho_desktop.widgets.wizard import Wizard


@dataclass(frozen=True)
class About:
    """What must be known of the book once it is gone."""

    book_id: str
    district: str
    chief: str
    imprint: Imprint


class LeavingOffice(Wizard):
    """removed: everything is gone. opened: never; the entrance listens to it with every wizard."""

    removed = Signal()
    opened = Signal(object)

    def __init__(self, path: Path) -> None:
        why = _("Only who knows the password may remove the book.")
        self.known = KnownPassword(path, why)
        self.handing = HandOverStep(path)
        self.removing = RemoveStep(path)
        self.certificate = CertificateStep()
        steps = [self.known, self.handing, self.removing, self.certificate]
        super().__init__(_("When your term ends"), steps)
        self._path = path
        self._task: Task | None = None
        self.known.opened.connect(self._look)
        self.removing.confirmed.connect(self._remove)
        self.given_up.connect(self._forget)
        self.finished.connect(self._forget)

    @Slot()
    def _look(self) -> None:
        """Read what the certificate will say; the book is closed again at once."""
        password = self.known.typed
        with closing(open_book(self._path, password)) as book:
            now = the_association(book)
            name = now.name or self._path.stem
            imprint = Imprint(
                name, Audience.OFFICERS, date.today(), date.today(), instead=substitutes(book)
            )
            self.about = About(book.about("book_id"), name, now.chief, imprint)
        self.handing.begin(password)
        self.removing.begin(self.about.book_id, self.about.district)

    def _show(self, number: int) -> None:
        """What destroys is red."""
        super()._show(number)
        self.on.setProperty("role", "stop" if self.step() is self.removing else "go")
        restyle(self.on)

    @Slot()
    def _remove(self) -> None:
        """There is no way back from here."""
        for each in (self.back, self.give_up):
            each.hide()
        self.on.setEnabled(False)
        progress = Progress()
        self.removing.working.begin(_("Everything is overwritten and removed."), progress)
        self._task = Task(
            partial(
                remove_and_certify,
                self._path,
                self.about,
                self.handing.handed(),
                with_second=self.removing.wants_second(),
                kept=self.removing.not_reached(),
                tell=progress.tell,
            )
        )
        self._task.done.connect(self._is_removed)
        self._task.failed.connect(self._is_not_removed)
        self._task.start()

    @Slot(object)
    def _is_removed(self, done: tuple[Leaving, bytes]) -> None:
        self.removing.working.end()
        self.certificate.show_done(*done)
        self.removed.emit()
        self._show(self.steps.index(self.certificate))
        self.back.hide()

    @Slot(object)
    def _is_not_removed(self, error: object) -> None:
        """Nothing was touched yet: another window has the book open."""
        self.removing.working.end()
        for each in (self.back, self.give_up):
            each.show()
        self._judge()
        if not isinstance(error, KuchoError):
            assert isinstance(error, BaseException)
            raise error
        self.removing.tell(str(error))

    @Slot()
    def _forget(self) -> None:
        self.known.forget()
        self.handing.forget()


def remove_and_certify(
    path: Path,
    about: About,
    handed: Handed,
    *,
    with_second: bool,
    kept: tuple[str, ...],
    tell: Callable[[int, int], None],
) -> tuple[Leaving, bytes]:
    """Everything goes; the certificate is drawn from what is in memory. Any thread will do."""
    from kucho_desktop.records.papers import leaving_certificate

    wiped = wipe_book(path, about.book_id, with_second=with_second, tell=tell)
    removed = tuple(
        Removed(_(each.what), each.count, tuple(left.name for left in each.left)) for each in wiped
    )
    leaving = Leaving(about.chief, datetime.now(), handed, removed, kept)
    return leaving, leaving_certificate(leaving, about.imprint).pdf
