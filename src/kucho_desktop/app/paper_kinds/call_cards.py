"""The phone tree as a card for the wallet."""

from collections.abc import Sequence

from kucho_desktop.app.paper_kinds.calls import WHO, Drawn, outside_for, parts_of, who_is_on
from kucho_desktop.app.paper_request import CONTACTS, Choices, Paper, PaperOption, Request, chosen
from kucho_desktop.contacts import store
from kucho_desktop.contacts.model import Call
from kucho_desktop.core.book import Book
from kucho_desktop.core.fields import ShownRecord, shown
from kucho_desktop.core.i18n import N_, _
from kucho_desktop.paper.imprint import Imprint, Printed
from kucho_desktop.tonarigumi.store import tonarigumi_named


def _groups(_book: Book) -> Choices:
    return (
        ("", _("A line to write the leader on")),
        ("every", _("A sheet for each group, with its leader")),
    )


CARDS = PaperOption("for_groups", N_("Leader of the group"), choices=_groups)


def gather_cards(book: Book, request: Request) -> Drawn:
    from kucho_desktop.contacts.papers.cards import Card

    calls = store.calls_on(book, request.on)
    officers = [each for each in calls.all if each.is_officer]
    seen = {
        each.id: each for each in shown(Call, officers, request.whom, must_agree="name").records
    }
    board = [each for each in officers if not each.group and each.id in seen]
    leaders = [each for each in officers if each.group and each.id in seen]
    outside = tuple(row for row in outside_for(book, request.whom) if row[1])
    first = ((_("Fire, ambulance"), "119"), (_("Police, urgent"), "110"))
    top = [row for each in board[:1] for row in _rows(each, seen[each.id])]
    groups = tonarigumi_named(book, request.on)

    def card(group: str, own: Sequence[Call]) -> Card:
        people = [row for each in (*own, *board[1:6]) for row in _rows(each, seen[each.id])[:1]]
        stand = (*board[:6], *own)
        return Card(
            group,
            tuple(people),
            outside,
            (*first, *top),
            tuple(each.household_id for each in stand if each.household_id),
        )

    cards = [card("", ())]
    if chosen(request, CARDS, book) and leaders:
        cards = [card(groups.get(each.group, ""), [each]) for each in leaders]
    return Drawn(tuple(cards), tuple(each.households for each in cards))


def _rows(call: Call, record: ShownRecord) -> list[tuple[str, str]]:
    """A line for the phone and one for the mobile; one all the same where neither may be seen."""
    phones = list(dict.fromkeys(filter(None, map(record.text, ("mobile", "phone")))))
    said = _("{post} {name}").format(post=call.place, name=record.text("name"))
    return [(said, phone) for phone in phones or [""]]


def draw_cards(gathered: Drawn, imprint: Imprint) -> Printed:
    from kucho_desktop.contacts import papers

    return papers.call_cards(gathered.drawn, imprint)


PAPERS = (
    Paper(
        "call-card",
        N_("Card for the wallet"),
        WHO,
        gather_cards,
        draw_cards,
        parts_of,
        (CARDS,),
        shelf=CONTACTS,
        who=who_is_on,
    ),
)
