"""A box for a password, with a check box that shows what is typed."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QWidget

from kucho_desktop.core.i18n import _
from kucho_desktop.widgets.check_box import CheckBox
from kucho_desktop.widgets.parts import column, words
from kucho_desktop.widgets.typed_line import Line


class PasswordLine(QWidget):
    """The input method stays off, so that full-width letters do not slip in unseen."""

    def __init__(self, title: str = "", *, with_check: bool = True) -> None:
        super().__init__()
        title = title or _("Password")
        self.line = Line()
        self.line.setAccessibleName(title)
        self.line.setEchoMode(Line.EchoMode.Password)
        self.line.setInputMethodHints(
            Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText
        )
        self.setFocusProxy(self.line)
        label = words(title, "second")
        label.setBuddy(self.line)
        self.check = CheckBox(_("Show what I type"))
        self.check.toggled.connect(self.show_letters)
        layout = column(label, self.line, gap=4)
        layout.addWidget(self.check)
        self.setLayout(layout)
        self.check.setVisible(with_check)  # not before it lies here: it would be a window

    @Slot(bool)
    def show_letters(self, shown: bool) -> None:
        modes = Line.EchoMode
        self.line.setEchoMode(modes.Normal if shown else modes.Password)
