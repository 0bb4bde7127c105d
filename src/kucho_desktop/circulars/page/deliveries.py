"""配布: what is handed out on a day, and how many copies each group gets of it."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from kucho_desktop.circulars import store
from kucho_desktop.circulars.model import Delivery, GroupExtra
from kucho_desktop.circulars.model.deliveries import left_over, total_of, why
from kucho_desktop.core.book import Book
from kucho_desktop.core.dates import show_date
from kucho_desktop.core.fields import Field
from kucho_desktop.core.i18n import _, n_
from kucho_desktop.widgets.choice import Choices
from kucho_desktop.widgets.form import Section
from kucho_desktop.widgets.kept_tab import About, KeptTab, Offers
from kucho_desktop.widgets.parts import words
from kucho_desktop.widgets.table import Column


def _title(delivery: Delivery) -> str:
    return show_date(delivery.day) if delivery.id and delivery.day else ""


def _things(delivery: Delivery) -> str:
    return _(", ").join(item.title for item in delivery.items if item.title)


def _about() -> About:
    return About(
        title=_("Handing out"),
        what_for=_("What goes out on a day, and to whom. The copies of each group are counted."),
        adds=_("Write down a day"),
        removes=_("Written by mistake: remove"),
        removed=_("The day was removed"),
        shelf=store.DELIVERIES,
        columns=[("day", 9)],
        sections=[Section("", [("day", "due"), "items", "note"])],
        needs=["items", "note"],
        title_of=_title,
        papers=[
            ("delivery", _("Print the copies…")),
            ("delivery-slips", _("Print the slips…")),
        ],
        start=lambda book: {"day": book.today.isoformat()},
    )


class DeliveriesTab(KeptTab):
    """Below the form every number says what it is made of."""

    def __init__(self, book: Book) -> None:
        self.counts = words("", "second")
        super().__init__(book, _about())

    def columns(self) -> list[Column]:
        return [*super().columns(), Column("items", _("Things"), 18, _things)]

    def under_form(self) -> Sequence[QWidget]:
        return (self.counts,)

    def put_into_form(self, record: Delivery, *, same: bool = False) -> None:
        super().put_into_form(record, same=same)
        self.counts.setText("\n".join(_told(self._book, record)) if record.id else "")

    def chosen(self) -> str:
        """Which day the papers are about."""
        id_ = self.list.selected_id()
        return str(id_) if id_ else ""


def _told(book: Book, delivery: Delivery) -> Sequence[str]:
    groups = store.groups_on(book)
    lines = []
    for item in delivery.items:
        total = total_of(item, groups)
        said = n_("{item}: {count} copy", "{item}: {count} copies", total)
        line = said.format(item=item.title, count=f"{total:,}")
        left = left_over(item, groups)
        if left is not None and left < 0:
            line += _(" – {count} too few").format(count=-left)
        elif left:
            line += _(" – {count} are left").format(count=left)
        lines.append(line)
    for group in groups:
        parts = why(delivery.items, group)
        if parts:
            lines.append(_("{group} = {parts}").format(group=group.name, parts=parts))
    return lines


class _Groups(Offers):
    def __init__(self, book: Book) -> None:
        self._book = book

    def groups(self) -> Choices:
        return [(None, _("(none)")), *store.groups_to_choose(self._book).items()]

    def by_table(self) -> Mapping[str, Callable[[], Choices]]:
        return {"tonarigumi": self.groups}

    def text_of(self, field: Field) -> Callable[[Any], str]:
        return self._group if field.name == "tonarigumi_id" else super().text_of(field)

    def _group(self, extra: GroupExtra) -> str:
        return store.groups_to_choose(self._book).get(extra.tonarigumi_id or 0, "")


def _extra_title(extra: GroupExtra) -> str:
    return _("Besides the households") if extra.id else ""


def extras_tab(book: Book) -> KeptTab:
    """What each group needs besides its households, every time."""
    about = About(
        title=_("Needs of the groups"),
        what_for=_(
            "Apartments, shops, spare copies, circulars, boards: what a group needs besides."
        ),
        adds=_("Say what a group needs"),
        removes=_("Written by mistake: remove"),
        removed=_("The entry was removed"),
        shelf=store.EXTRAS,
        columns=[("tonarigumi_id", 10), ("apartments", 5), ("shops", 5), ("spare", 4)],
        sections=[
            Section("", ["tonarigumi_id", "apartments", "shops", "spare"]),
            Section("", ["circulars", "boards", "note"]),
        ],
        needs=["tonarigumi_id"],
        title_of=_extra_title,
    )
    return KeptTab(book, about, _Groups(book))
