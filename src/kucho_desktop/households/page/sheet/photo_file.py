"""A photo or paper on the disk that shall be kept with a household: chosen, read, made ready."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from kucho_desktop.core.errors import NotAllowed
from kucho_desktop.core.i18n import _
from kucho_desktop.core.pictures import Picture, tidy_picture

_MOST = 80_000_000
"""Bytes. A photo of the best telephone has 60 million; whatever is larger is a film."""


@dataclass(frozen=True)
class Reading:
    """Reads a file and makes it ready to be kept, away from the window; gives itself back."""

    path: Path
    picture: Picture | None = None

    def __call__(self) -> "Reading":
        """Raises NotAllowed with a sentence."""
        try:
            if self.path.stat().st_size > _MOST:
                raise NotAllowed(_("This file is too large for a photo. Nothing was kept."))
            content = self.path.read_bytes()
        except OSError as error:
            text = _("This file could not be read: {name}").format(name=self.path.name)
            raise NotAllowed(text) from error
        return Reading(self.path, tidy_picture(content))


def ask_for_file(parent: QWidget) -> Path | None:
    """The system's own dialog."""
    kinds = _("Photos and papers ({kinds})").format(kinds="*.jpg *.jpeg *.png *.pdf")
    title = _("Choose a photo or paper")
    chosen, _kind = QFileDialog.getOpenFileName(parent.window(), title, "", kinds)
    return Path(chosen) if chosen else None
