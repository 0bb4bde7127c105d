"""`import` into a book that holds households: what the table changes, told line by line.

Also the households that may be in the book twice already.
"""

from kucho_desktop.app.reading_in.again import title_of
from kucho_desktop.app.reading_in.again_alone import ReadAgain, read_again_alone
from kucho_desktop.app.tables import Agreed
from kucho_desktop.cli.asked import Arguments, day_of, opened, say_json
from kucho_desktop.core.book import Book
from kucho_desktop.core.i18n import _
from kucho_desktop.households.model.again.comparison import Changed
from kucho_desktop.households.model.again.doubles import REASONS
from kucho_desktop.households.model.again.saying import name_of_record, said
from kucho_desktop.households.store import doubles_in, households_of


def compare_in(book: Book, arguments: Arguments, agreed: Agreed | None) -> ReadAgain:
    return read_again_alone(
        book,
        arguments.table,
        day=day_of(arguments.as_of, book.today) if arguments.as_of else None,
        dry_run=arguments.dry_run,
        empties=arguments.empty_cells,
        gone_leave=arguments.gone_leave,
        agreed=agreed,
    )


def print_compared(told: ReadAgain) -> None:
    """The counts, then a line for each household, its fields below."""
    proposal = told.proposal
    print(
        _("{new} new, {changed} changed, {gone} not in the table, {same} as in the book").format(
            new=len(proposal.new),
            changed=len(proposal.changed),
            gone=len(proposal.gone),
            same=proposal.unchanged,
        )
    )
    for record in proposal.new:
        print(_("New: {household}").format(household=name_of_record(record)))
    for changed in proposal.changed:
        _print_changed(changed)
    for household in proposal.gone:
        print(_("Not in the table: {household}").format(household=title_of(household)))
    for unsure in proposal.unsure:
        candidates = _(", ").join(title_of(each) for each in unsure.candidates)
        line = _("Not sure, so left out: {household} (row {row}). It could be: {candidates}")
        name = name_of_record(unsure.record)
        print(line.format(household=name, row=unsure.record.row, candidates=candidates))
    for group in filter(None, proposal.silent_groups):
        print(_("The table says nothing of {group}.").format(group=group))


def _print_changed(changed: Changed) -> None:
    print(_("Changed: {household}").format(household=title_of(changed)))
    for each in changed.differences:
        left = "" if each.is_wanted else _(" (left as it is)")
        print(f"    {said(each).line}{left}")


def doubles(arguments: Arguments) -> None:
    """Pairs that may be one household, likeliest first, with the reasons."""
    book = opened(arguments)
    try:
        pairs = doubles_in(book)
        ids = dict.fromkeys(id_ for pair in pairs for id_ in (pair.one, pair.other))
        names = {each.id: title_of(each) for each in households_of(book, list(ids))}
    finally:
        book.close()
    if arguments.json:
        say_json(
            [
                {
                    "households": [pair.one, pair.other],
                    "names": [names[pair.one], names[pair.other]],
                    "reasons": list(pair.reasons),
                }
                for pair in pairs
            ]
        )
        return
    for pair in pairs:
        reasons = _(", ").join(_(REASONS[reason]) for reason in pair.reasons)
        print(f"{names[pair.one]}\t{names[pair.other]}\t{reasons}")
