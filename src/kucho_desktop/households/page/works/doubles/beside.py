"""Two entries of a household side by side: which value stays, and who is the same person."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLayout, QSizePolicy, QVBoxLayout, QWidget

from kucho_desktop.core.dates import show_born, show_date
from kucho_desktop.core.fields import Field, field_named, fields_of
from kucho_desktop.core.i18n import _
from kucho_desktop.households.model import Household, Member, head_of
from kucho_desktop.households.model.again.doubles import (
    better_of,
    birthdays_agree,
    differing_fields,
    namesakes,
)
from kucho_desktop.households.page.list.columns import name_of
from kucho_desktop.households.page.sheet.who import in_short
from kucho_desktop.widgets import theme
from kucho_desktop.widgets.flag import CheckBox
from kucho_desktop.widgets.parts import Button, button, column, line, words

_SIGNS = ("①", "②")
_HEAD, _SINCE = "head", "since"
_SHORT = 13
"""Full-width characters that stand in half of the card, the button's edges counted."""


@dataclass
class Chosen:
    """values: by field name, what shall hold. same_people: member of ② → the one of ①.

    head: the id of the member who is the head; 0 for whoever is it in the first.
    of_people: (id of the member, field name) → what of the same person in ② stays.
    since: the day from which the household is there; empty for as long as either was.
    """

    values: dict[str, Any] = field(default_factory=dict)
    same_people: dict[int, int] = field(default_factory=dict)
    head: int = 0
    of_people: dict[tuple[int, str], Any] = field(default_factory=dict)
    since: str = ""


class Beside(QWidget):
    """What differs between two households, with the value that is kept."""

    def __init__(self) -> None:
        super().__init__()
        self._body = QVBoxLayout(self)
        self._body.setContentsMargins(0, 0, 8, 0)
        self._body.setSpacing(6)
        self._both = (Household(0), Household(0))
        self._groups: Mapping[int, str] = {}
        self.choices: dict[str, tuple[Button, Button]] = {}
        self.people: dict[tuple[int, int], CheckBox] = {}
        self._of_people: dict[str, tuple[Member, Member, str]] = {}

    def both(self) -> tuple[Household, Household]:
        return self._both

    def show_two(self, first: Household, second: Household, groups: Mapping[int, str]) -> None:
        """Show them; a choice made before for the same two stays."""
        if self._both == (first, second) and self.choices:
            return
        self._both, self._groups = (first, second), groups
        self._empty()
        tops = [self._top(sign, each) for sign, each in zip(_SIGNS, self._both, strict=True)]
        self._add(_in_columns(*tops))
        self._add(words(_("Where they differ, please choose what is kept.")))
        self._show_people()
        self._show_since()
        self._show_heads()
        for own in differing_fields(first, second):
            kept = better_of(own, first, second)
            texts = (self._text(own, first), self._text(own, second))
            self._add_choice(own.name, own.title, texts, 0 if kept is first else 1)

    def _top(self, sign: str, household: Household) -> QWidget:
        """Who it is and where."""
        made = QWidget()
        where = "　".join(filter(None, (in_short(household, self._groups), household.address)))
        name = words(f"{sign} {name_of(household)}", "strong")
        made.setLayout(column(name, words(where, "second"), None, gap=2))
        return made

    def _show_since(self) -> None:
        """A day that is known is kept rather than none; of two the earlier one."""
        days = [each.since for each in self._both]
        if days[0] != days[1]:
            known = min(filter(None, days))
            texts = [show_date(day) if day else _("Since always") for day in days]
            self._add_choice(_SINCE, _("Since when"), (texts[0], texts[1]), days.index(known))

    def _empty(self) -> None:
        self.choices, self.people, self._of_people = {}, {}, {}
        while (item := self._body.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()

    def _add(self, part: QWidget | QLayout) -> None:
        """A layout gets a widget of its own, so that it can be taken away as one."""
        if isinstance(part, QLayout):
            inside = QWidget()
            inside.setLayout(part)
            part = inside
        self._body.addWidget(part)

    def _text(self, own: Field, household: Household) -> str:
        value = getattr(household, own.name)
        if own.name == "tonarigumi_id":
            return self._groups.get(value or 0, "") or _("Without a group")
        return own.kind.show(value) if value not in ("", None) else _("(empty)")

    def _show_people(self) -> None:
        """Those with the same name are one person, unless the tick is taken away."""
        first, second = self._both
        same = namesakes(first, second)
        named = {each.id: each for household in self._both for each in household.members}
        if same:
            self._add(words(_("The same person?"), "second"))
        for gone, stays in same.items():
            said = _("{one} and {other} are the same person")
            text = said.format(one=_person(named[stays]), other=_person(named[gone]))
            box = CheckBox(named[stays].name)
            box.setAccessibleName(text)
            box.setChecked(birthdays_agree(named[stays], named[gone]))
            self.people[gone, stays] = box
            self._add(column(box, words(text, "second"), gap=0))
            self._show_person(named[stays], named[gone])
        alone = [each for each in named.values() if each.id not in {*same, *same.values()}]
        if alone:
            listed = _(", ").join(_person(each) for each in alone)
            self._add(words(_("Both households' people stay: {people}").format(people=listed)))

    def _show_person(self, one: Member, other: Member) -> None:
        """What the entries say otherwise of the same person; what only one knows is kept anyway."""
        for own in fields_of(Member):
            values = (getattr(one, own.name), getattr(other, own.name))
            if own.dated or not all(values) or values[0] == values[1]:
                continue
            name = f"{one.id} {own.name}"
            self._of_people[name] = (one, other, own.name)
            title = _("{field} of {member}").format(field=own.title, member=one.name)
            texts = (own.kind.show(values[0]), own.kind.show(values[1]))
            self._add_choice(name, title, texts, 0)

    def _show_heads(self) -> None:
        heads = [head_of(each.members) for each in self._both]
        one, other = heads
        if one and other and (other.id, one.id) not in self.people:
            title = field_named(Household, _HEAD).title
            self._add_choice(_HEAD, title, (_person(one), _person(other)), 0)

    def _add_choice(self, name: str, title: str, texts: tuple[str, str], kept: int) -> None:
        """Two buttons of which one is down: the arrow keys go from one to the other."""
        part = QWidget()
        group = QButtonGroup(part)
        made = []
        for place, (sign, text) in enumerate(zip(_SIGNS, texts, strict=True)):
            one = button(f"{sign} {text}", role="row")
            one.setAccessibleName(_("{field}: {text}").format(field=title, text=f"{sign} {text}"))
            one.setCheckable(True)
            one.setChecked(place == kept)
            one.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            group.addButton(one)
            made.append(one)
        self.choices[name] = (made[0], made[1])
        short = max(each.sizeHint().width() for each in made) < theme.now().ems(_SHORT)
        both = _in_columns(*made) if short else column(*made, gap=4)
        part.setLayout(column(words(title, "second"), both, gap=4))
        self._add(part)

    def chosen(self) -> Chosen:
        """What the user wants of them."""
        second = self._both[1]
        found = Chosen()
        for name, (_first, other) in self.choices.items():
            if not other.isChecked():
                continue
            if name == _SINCE:
                continue
            if name in self._of_people:
                one, gone, own = self._of_people[name]
                if self.people[gone.id, one.id].isChecked():
                    found.of_people[one.id, own] = getattr(gone, own)
            elif name == _HEAD:
                head = head_of(second.members)
                found.head = head.id if head else 0
            else:
                found.values[name] = getattr(second, name)
        since = self.choices.get(_SINCE)
        if since:
            found.since = self._both[since[1].isChecked()].since
        ticked = (pair for pair, box in self.people.items() if box.isChecked())
        found.same_people.update(ticked)
        return found


def _in_columns(*parts: QWidget) -> QHBoxLayout:
    """Side by side, of the same width."""
    made = line(*parts, gap=8)
    for place in range(len(parts)):
        made.setStretch(place, 1)
    return made


def _person(member: Member) -> str:
    """A name with the birthday, where it is known."""
    name = member.name or _("(no name)")
    if not member.born:
        return name
    return _("{name} (born {day})").format(name=name, day=show_born(member.born))
