"""Which households the list shows, and in which order."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from kucho_desktop.core.i18n import _
from kucho_desktop.households.model import JOINED, MEMBERSHIP_CLASSES
from kucho_desktop.tonarigumi.model import Tonarigumi, within
from kucho_desktop.widgets.choice import DropDown
from kucho_desktop.widgets.wrapping import Wrapping

_NO_GROUP = -1
_ALL_JOINED = "joined"


class Filters(QWidget):
    """changed: another group, membership or order was chosen."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._groups: Sequence[Tonarigumi] = ()
        self.group = DropDown([(0, _("All groups"))])
        self.group.setAccessibleName(_("Which group"))
        self.membership = DropDown(
            [
                ("", _("All households")),
                (_ALL_JOINED, _("Households that have joined")),
                *((code, _(label)) for code, label in MEMBERSHIP_CLASSES.choices),
            ]
        )
        self.membership.setAccessibleName(_("Which membership"))
        self.order = DropDown([("walking", _("In walking order")), ("kana", _("By reading"))])
        self.order.setAccessibleName(_("In which order"))
        self.group.setCurrentIndex(0)
        self.membership.setCurrentIndex(0)
        self.order.setCurrentIndex(0)
        self.setLayout(Wrapping(self.group, self.membership, self.order))
        for each in (self.group, self.membership, self.order):
            each.activated.connect(self._tell)

    def offer_groups(self, groups: Sequence[Tonarigumi]) -> None:
        """Take the groups as they are now; a group that is gone means all of them."""
        self._groups = groups
        inside = [(group.id, "　" * group.depth + group.name) for group in groups]
        without = [(_NO_GROUP, _("Without a group"))] if groups else []
        self.group.offer([(0, _("All groups")), *inside, *without])
        if self.group.currentIndex() < 0:
            self.group.setCurrentIndex(0)

    def wanted_groups(self) -> frozenset[int | None]:
        """The chosen group with all groups in it; empty for all."""
        chosen = self.group.currentData()
        if chosen == _NO_GROUP:
            return frozenset({None})
        return within(self._groups, chosen) if chosen else frozenset()

    def wanted_memberships(self) -> frozenset[str]:
        """Classes of membership; empty for all."""
        chosen = self.membership.currentData()
        if chosen == _ALL_JOINED:
            return JOINED
        return frozenset({chosen}) if chosen else frozenset()

    def wanted_order(self) -> str:
        return str(self.order.currentData())

    def one_group(self) -> int:
        """The chosen group; 0 if it is not one."""
        return max(int(self.group.currentData() or 0), 0)

    def show_all(self) -> None:
        """Leave nothing out."""
        self.group.setCurrentIndex(0)
        self.membership.setCurrentIndex(0)

    @Slot()
    def _tell(self) -> None:
        self.changed.emit()
