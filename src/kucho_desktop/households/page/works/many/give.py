"""The list is given to somebody: as a paper, or as a table."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from kucho_desktop.core.audiences import Audience
from kucho_desktop.core.i18n import _, n_
from kucho_desktop.households.model import Household
from kucho_desktop.households.model.lists.traits import traits
from kucho_desktop.households.model.lists.wanted import HouseholdList
from kucho_desktop.widgets.choice import DropDown
from kucho_desktop.widgets.editors import Line
from kucho_desktop.widgets.parts import button, column, words

AUDIENCES = (
    Audience.CHIEF,
    Audience.OFFICERS,
    Audience.GROUP_LEADER,
    Audience.TREASURER,
    Audience.EVERY_HOUSEHOLD,
    Audience.NOTICE_BOARD,
    Audience.CITY,
    Audience.DISASTER,
)
_NO_TABLE = frozenset({Audience.NOTICE_BOARD})
"""What hangs on the board is a paper."""


class Give(QWidget):
    """chosen: another audience. prints, writes, addresses: the list shall become a paper and so on.

    kept: (name) it shall be kept for another time.
    """

    chosen = Signal()
    kept = Signal(str)
    prints = Signal()
    writes = Signal()
    addresses = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.audience = DropDown([(each, each.title) for each in AUDIENCES])
        self.audience.setAccessibleName(_("For whom"))
        self.title = words("", "strong")
        self.counts = words("")
        self.columns = words("", "second")
        self.dropped = words("", "look")
        self.refused = words("", "look")
        self.apart = words(_("Every group gets sheets of its own, with its own number."), "second")
        self.paper = button(_("Print this list…"), self._print, icon="printer", role="go")
        self.table = button(_("Write it out as a table…"), self._write, icon="file-down")
        self.labels = button(_("Labels and envelopes…"), self.addresses, icon="printer")
        self.name = Line()
        self.name.setAccessibleName(_("Name of the list"))
        self.name.setPlaceholderText(_("Name of the list"))
        self.keep = button(_("Keep this list"), self._keep, icon="check")
        self._lay_out()
        self.audience.activated.connect(self._tell)
        self.name.onward.connect(self._keep)

    def _lay_out(self) -> None:
        layout = column(
            words(_("For whom"), "heading"),
            self.audience,
            self.title,
            self.counts,
            self.columns,
            self.dropped,
            self.apart,
            self.refused,
            self.paper,
            self.table,
            self.labels,
            words(
                _(
                    "Columns that this audience may not see, and households that have not agreed,"
                    " are left out by themselves."
                ),
                "small",
            ),
            words(_("Keep the list for another time"), "heading"),
            self.name,
            self.keep,
            None,
        )
        layout.setContentsMargins(0, 0, 8, 8)
        self.setLayout(layout)

    @property
    def whom(self) -> Audience:
        audience = self.audience.currentData()
        assert isinstance(audience, Audience)
        return audience

    def show_list(self, wanted: HouseholdList, chosen: list[Household]) -> None:
        """Say what this audience will get."""
        whom = self.whom
        too_much = wanted.tells_too_much(whom)
        seen = wanted.columns_for(whom)
        held_back = sum(not wanted.may_show(each, whom) for each in chosen)
        self.title.setText(wanted.name())
        self.counts.setText(_counts(len(chosen) - held_back, held_back))
        self.columns.setText(_("Columns: {columns}").format(columns=_titles(seen)))
        dropped = [name for name in wanted.columns if name not in seen]
        self.dropped.setText(_("Left out: {columns}").format(columns=_titles(dropped)))
        self.dropped.setVisible(bool(dropped) and not too_much)
        self.apart.setVisible(whom is Audience.GROUP_LEADER and not too_much)
        self.refused.setText(
            _(
                "“{audience}” may not know: {fields}. Whoever stands on this list would be told by"
                " it, so it is not made. Please choose another audience or other questions."
            ).format(audience=whom.title, fields=_(", ").join(too_much))
        )
        self.refused.setVisible(bool(too_much))
        can = bool(seen) and bool(chosen) and not too_much
        self.counts.setVisible(not too_much)
        self.columns.setVisible(not too_much)
        self.paper.setEnabled(can)
        self.labels.setEnabled(bool(chosen))
        self.table.setEnabled(can and whom not in _NO_TABLE)

    def focus_first(self) -> None:
        self.audience.setFocus(Qt.FocusReason.TabFocusReason)

    @Slot()
    def _tell(self) -> None:
        self.chosen.emit()

    @Slot()
    def _keep(self) -> None:
        self.kept.emit(self.name.text())

    def show_name(self, name: str) -> None:
        """The name that it is kept under already."""
        self.name.setText(name)
        self.name.kept = name

    @Slot()
    def _print(self) -> None:
        self.prints.emit()

    @Slot()
    def _write(self) -> None:
        self.writes.emit()


def _titles(names: list[str]) -> str:
    return _(", ").join(traits()[name].title for name in names)


def _counts(listed: int, held_back: int) -> str:
    text = n_("{count} household is listed.", "{count} households are listed.", listed)
    said = text.format(count=f"{listed:,}")
    if not held_back:
        return said
    more = n_(
        "{count} household has not agreed to be shown, and is left out.",
        "{count} households have not agreed to be shown, and are left out.",
        held_back,
    )
    return _("{first} {second}").format(first=said, second=more.format(count=f"{held_back:,}"))
