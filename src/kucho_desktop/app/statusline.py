"""The line at the foot: what was kept last and when, and how the book stands."""

from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel

from kucho_desktop.core.i18n import _
from kucho_desktop.widgets import theme
from kucho_desktop.widgets.icons import picture
from kucho_desktop.widgets.parts import ShortText


class StatusLine(QFrame):
    """Says that something is kept only after it is."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("foot")
        now = theme.now()
        self.sign = QLabel()
        self.kept = ShortText()
        self.book = ShortText()
        self.book.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(now.margin, 4, now.margin, 5)
        layout.setSpacing(8)
        layout.addWidget(self.sign)
        layout.addWidget(self.kept, 3)
        layout.addWidget(self.book, 2)
        self.setFixedHeight(now.small + 18)

    def show_kept(self, at: datetime | None, step: str) -> None:
        """at: when the last step was kept; None if nothing was changed yet."""
        self.sign.setPixmap(picture("check", "go", theme.now().small + 4))
        if at is None:
            self.kept.show_text(_("Everything is kept"))
            return
        self.kept.show_text(
            _("Kept at {hour}:{minute:02}  {step}").format(
                hour=at.hour, minute=at.minute, step=step
            )
        )

    def show_book(self, text: str) -> None:
        self.book.show_text(text)
