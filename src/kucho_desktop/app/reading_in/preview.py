"""The households of a table as they will be made, a few at a time."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kucho_desktop.core.dates import show_born
from kucho_desktop.core.fields import field_named
from kucho_desktop.core.i18n import _, n_
from kucho_desktop.exchange.roster import Record
from kucho_desktop.households.model import Household, Member
from kucho_desktop.widgets import theme
from kucho_desktop.widgets.parts import Card, button, column, line, words
from kucho_desktop.widgets.wrapping import Wrapping

AT_ONCE = 3
_BESIDE = ("phone", "mobile", "fax", "email")
_SHOWN_APART = frozenset(
    {"head", "kana", "postal_code", "address", "building", *_BESIDE, "consents", "group_kana"}
)
"""What stands elsewhere on the card, or is no field of the household's own."""


class Households(QWidget):
    """A few households on cards, with buttons to the next and the ones before."""

    def __init__(self) -> None:
        super().__init__()
        self._records: Sequence[Record] = ()
        self._first = 0
        self._cards = QVBoxLayout()
        self._cards.setSpacing(10)
        self.where = words("", "second", wrap=False)
        self.where.setMinimumHeight(theme.now().target)
        self.before = button(_("Those before"), self._go_back, icon="chevron-up")
        self.after = button(_("The next ones"), self._go_on, icon="chevron-down")
        buttons = Wrapping(self.before, self.after, self.where, gap=10)
        self.setLayout(column(buttons, self._cards, None, gap=10))

    def show_records(self, records: Sequence[Record]) -> None:
        self._records = records
        self._show_from(0)

    @Slot()
    def _go_on(self) -> None:
        self._show_from(self._first + AT_ONCE)

    @Slot()
    def _go_back(self) -> None:
        self._show_from(self._first - AT_ONCE)

    def _show_from(self, first: int) -> None:
        count = len(self._records)
        self._first = max(0, min(first, (count - 1) // AT_ONCE * AT_ONCE))
        while (item := self._cards.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        shown = self._records[self._first : self._first + AT_ONCE]
        for record in shown:
            self._cards.addWidget(household_card(record))
        self.before.setEnabled(self._first > 0)
        self.after.setEnabled(self._first + AT_ONCE < count)
        self.where.setText(
            _("{first} to {last} of {count}").format(
                first=self._first + 1, last=self._first + len(shown), count=f"{count:,}"
            )
        )


def household_card(record: Record) -> Card:
    """Head and reading large, then where they live, then the people."""
    card = Card()
    card.body.setSpacing(2)
    head = record.people[0] if record.people else {}
    name = head.get("name") or record.values.get("head") or _("(no name)")
    kana = head.get("kana") or record.values.get("kana", "")
    group = words(" ".join(record.group) or _("Without a group"), "second", wrap=False)
    card.body.addLayout(
        line(words(name, "strong", wrap=False), words(kana, "second"), None, group, gap=12)
    )
    for text in (_place(record), _further(record.values), *_people(record.people)):
        if text:
            card.body.addWidget(words(text))
    card.setAccessibleName(name)
    return card


def _place(record: Record) -> str:
    get = record.values.get
    code = get("postal_code", "")
    parts = [f"〒{code}" if code else "", get("address", ""), get("building", "")]
    phones = [str(get(name)) for name in _BESIDE if get(name)]
    return _("   ").join(filter(None, [" ".join(filter(None, parts)), *phones]))


def _further(values: Mapping[str, Any]) -> str:
    """Everything else the table says, with the name of the field."""
    said = []
    for name, value in values.items():
        if name not in _SHOWN_APART and value not in ("", None):
            field = field_named(Household, name)
            said.append(_("{field}: {text}").format(field=field.title, text=field.kind.show(value)))
    return _(", ").join(said)


def _people(people: Sequence[Mapping[str, Any]]) -> list[str]:
    named = [person for person in people if any(person.values())]
    lines = [_person(person, place) for place, person in enumerate(named)]
    unnamed = len(people) - len(named)
    if unnamed:
        lines.append(
            n_(
                "and {count} person without a name", "and {count} people without names", unnamed
            ).format(count=unnamed)
        )
    return lines


def _person(person: Mapping[str, Any], place: int) -> str:
    """Empty for a head of whom no more is known than the name, which stands above already."""
    relation = field_named(Member, "relation").kind.show(person.get("relation", ""))
    born = person.get("born", "")
    more = [show_born(born) if born else ""]
    for name in ("gender", "whereabouts", "phone", "work", "note"):
        if person.get(name):
            more.append(field_named(Member, name).kind.show(person[name]))
    if not place and not any(more):
        return ""
    return _("   ").join(filter(None, [relation, person.get("name", "") if place else "", *more]))
