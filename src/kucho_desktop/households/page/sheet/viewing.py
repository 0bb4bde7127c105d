"""A photo or paper of a household, seen large in the card."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from kucho_desktop.core.attachments import Attachment
from kucho_desktop.core.i18n import _
from kucho_desktop.core.pictures import PDF
from kucho_desktop.households.page.sheet.attached import about
from kucho_desktop.widgets.parts import button, column, line, words
from kucho_desktop.widgets.picture_view import PictureView

if TYPE_CHECKING:
    from kucho_desktop.widgets.paper_view import PaperView


class Viewing(QWidget):
    """closed: back to where one came from."""

    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.back = button(_("Back"), self._close, icon="arrow-left")
        self.title = words("", "person")
        self.detail = words("", "second")
        self.problem = words("", "problem")
        self.picture = PictureView()
        self.paper: PaperView | None = None
        top = line(self.back, self.title, gap=12)
        top.setStretch(1, 1)
        self.title.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        self._body = column(top, self.detail, self.problem, self.picture)
        self._body.setStretch(3, 1)
        self.setLayout(self._body)

    def show_content(self, one: Attachment, content: bytes, whose: str) -> None:
        """Show the picture or the PDF itself, straight from the book."""
        self.title.setText(one.title)
        self.detail.setText(about(one, whose))
        is_paper = one.kind == PDF and bool(content)
        shown: QWidget = self.picture.desk
        if is_paper:
            paper = self._paper_view()
            paper.view.setAccessibleName(one.title)
            paper.show_pdf(content)
            good, shown = paper.pages() > 0, paper.view
        else:
            good = self.picture.show_picture(content, one.title)
        self.picture.setVisible(good and not is_paper)
        if self.paper is not None:
            self.paper.setVisible(good and is_paper)
        self.problem.setText("" if good else _("This file cannot be shown. It may be damaged."))
        self.problem.setVisible(not good)
        (shown if good else self.back).setFocus(Qt.FocusReason.TabFocusReason)

    def _paper_view(self) -> "PaperView":
        if self.paper is None:
            from kucho_desktop.widgets.paper_view import PaperView

            self.paper = PaperView()
            self._body.addWidget(self.paper, 1)
        return self.paper

    def clear(self) -> None:
        """Leave nothing of it in sight."""
        self.picture.clear()
        if self.paper is not None:
            self.paper.clear()

    @Slot()
    def _close(self) -> None:
        self.closed.emit()
