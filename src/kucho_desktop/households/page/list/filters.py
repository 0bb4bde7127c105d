"""Which households the list shows, and in which order."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from kucho_desktop.core.i18n import _
from kucho_desktop.households.model import JOINED, MEMBERSHIP_CLASSES
from kucho_desktop.households.model.lists.conditions import Condition
from kucho_desktop.households.model.lists.ready import READY
from kucho_desktop.households.model.lists.wanted import HouseholdList, SavedList
from kucho_desktop.tonarigumi.model import Tonarigumi, within
from kucho_desktop.widgets import theme
from kucho_desktop.widgets.choice import DropDown
from kucho_desktop.widgets.wrapping import Wrapping

_NO_GROUP = -1
_READY, _SAVED = "ready:", "list:"
_JOINED = f"{_READY}joined"
_IN_CLASSES = frozenset({"joined", "not_joined"})
"""Ready questions that stand among the classes of membership already."""
_LONGEST = 9
"""Full-width characters that a narrow box has room for; its list is as wide as it needs."""


class Filters(QWidget):
    """changed: another group, other households or another order was chosen.

    whom: by membership, by a ready question, or a list of one's own.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._groups: Sequence[Tonarigumi] = ()
        self.group = DropDown([(0, _("All groups"))])
        self.group.setAccessibleName(_("Which group"))
        self._saved: dict[int, HouseholdList] = {}
        self.whom = DropDown(self._offers())
        self.whom.setAccessibleName(_("Which households"))
        self.whom.setSizeAdjustPolicy(
            DropDown.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.whom.setMinimumWidth(theme.now().ems(_LONGEST) + theme.now().icon + 24)
        self.order = DropDown([("walking", _("In walking order")), ("kana", _("By reading"))])
        self.order.setAccessibleName(_("In which order"))
        self.group.setCurrentIndex(0)
        self.whom.setCurrentIndex(0)
        self.order.setCurrentIndex(0)
        self.setLayout(Wrapping(self.group, self.whom, self.order))
        for each in (self.group, self.whom, self.order):
            each.activated.connect(self._tell)

    def _offers(self) -> list[tuple[str, str]]:
        """Own lists stand before the ready questions, which are many."""
        return [
            ("", _("All households")),
            (_JOINED, READY["joined"].title),
            *((code, _(label)) for code, label in MEMBERSHIP_CLASSES.choices),
            *((f"{_SAVED}{id_}", each.title) for id_, each in self._saved.items()),
            *(
                (f"{_READY}{name}", each.title)
                for name, each in READY.items()
                if name not in _IN_CLASSES
            ),
        ]

    def offer_lists(self, saved: Sequence[SavedList]) -> None:
        """Take the lists of one's own as they are now; one that is gone means all households."""
        self._saved = {each.id: each.list for each in saved}
        self.whom.offer(self._offers())
        if self.whom.currentIndex() < 0:
            self.whom.setCurrentIndex(0)

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
        chosen = self._chosen()
        if chosen == _JOINED:
            return JOINED
        return frozenset({chosen}) & frozenset(code for code, _label in MEMBERSHIP_CLASSES.choices)

    def asked(self) -> HouseholdList | None:
        """The ready question or the list of one's own that is chosen."""
        chosen = self._chosen()
        if chosen.startswith(_READY) and chosen != _JOINED:
            return HouseholdList(ready=(chosen.removeprefix(_READY),))
        if chosen.startswith(_SAVED):
            return self._saved.get(int(chosen.removeprefix(_SAVED)))
        return None

    def _chosen(self) -> str:
        return str(self.whom.currentData() or "")

    def as_list(self) -> HouseholdList | None:
        """What is shown, for a paper or a table; None where no households are chosen.

        Where any answer of a list is enough the group cannot be asked for beside them.
        """
        chosen, asked = self._chosen(), self.asked()
        if not chosen:
            return None
        if chosen == _JOINED:
            asked = HouseholdList(ready=("joined",))
        elif asked is None:
            asked = HouseholdList(conditions=(Condition("membership", "is", chosen),))
        group = self.group.currentData()
        if group and not asked.any_of:
            inside = Condition("tonarigumi_id", "is", "" if group == _NO_GROUP else str(group))
            asked = replace(asked, conditions=(*asked.conditions, inside))
        return replace(asked, sort="kana") if self.wanted_order() == "kana" else asked

    def wanted_order(self) -> str:
        return str(self.order.currentData())

    def one_group(self) -> int:
        """The chosen group; 0 if it is not one."""
        return max(int(self.group.currentData() or 0), 0)

    def unfinished(self) -> dict[str, Any]:
        boxes = {"group": self.group, "whom": self.whom, "order": self.order}
        return {name: box.currentData() for name, box in boxes.items() if box.currentIndex() > 0}

    def go_on_with(self, unfinished: Mapping[str, Any]) -> None:
        """Choose as before, where it is still there to be chosen."""
        for name, box in (("group", self.group), ("whom", self.whom), ("order", self.order)):
            box.setCurrentIndex(max(box.findData(unfinished.get(name)), 0))
        self._tell()

    def show_all(self) -> None:
        """Leave nothing out."""
        self.group.setCurrentIndex(0)
        self.whom.setCurrentIndex(0)

    @Slot()
    def _tell(self) -> None:
        self.changed.emit()
