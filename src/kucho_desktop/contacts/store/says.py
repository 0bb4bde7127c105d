"""What this room says to the whole: numbers that lack, and what it holds of a household."""

from collections.abc import Iterator, Sequence

from kucho_desktop.contacts.store.calls import RULE
from kucho_desktop.contacts.store.directory import BODIES
from kucho_desktop.core.book import Book
from kucho_desktop.core.found import OpenItem
from kucho_desktop.core.i18n import _, n_
from kucho_desktop.households.model.held import Block

_NAMED = 3


def open_items(book: Book) -> Iterator[OpenItem]:
    """Who is to be called in an emergency and has no number."""
    lacking = [each for each in BODIES.all(book) if each.emergency and not each.phone]
    if lacking:
        names = _(", ").join(each.name or each.person for each in lacking[:_NAMED])
        more = _(" and more") if len(lacking) > _NAMED else ""
        sentence = n_(
            "{count} body that is called in an emergency has no phone number: {names}",
            "{count} bodies that are called in an emergency have no phone number: {names}",
            len(lacking),
        )
        said = sentence.format(count=len(lacking), names=names + more)
        yield OpenItem(said, "contacts", "bodies")


def about_household(book: Book, household: int) -> Sequence[Block]:
    """What was changed by hand of who calls whom."""
    rows = book.rows(
        f"""SELECT * FROM {RULE} WHERE :id IN (household_id, by_household_id,
        instead_household_id) ORDER BY id""",
        id=household,
    )
    said = {
        "household_id": _("Its caller or deputy was changed"),
        "by_household_id": _("It calls somebody"),
        "instead_household_id": _("It stands in for somebody"),
    }
    found = [
        (text, row["note"])
        for row in rows
        for column, text in said.items()
        if row[column] == household
    ]
    if not found:
        return ()
    columns = ((_("Phone tree"), 16.0), (_("Note"), 16.0))
    return (Block(_("Phone tree"), columns, tuple(found)),)
