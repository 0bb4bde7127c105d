"""What a household is told of its own ties and talks: no other household is named."""

from collections.abc import Sequence

from kucho_desktop.core.audiences import Audience
from kucho_desktop.core.book import Book
from kucho_desktop.core.dates import show_date
from kucho_desktop.core.fields import field_named
from kucho_desktop.core.i18n import _
from kucho_desktop.core.periods import ALWAYS, OPEN
from kucho_desktop.households.model.held import Block
from kucho_desktop.households.model.ties.talks import Talk
from kucho_desktop.households.model.ties.ties import Tie, shown_ties, turned
from kucho_desktop.households.store.ties.keeping import every_tie_of, ties_to
from kucho_desktop.households.store.ties.talks import talks_of

_SAID = ("name", "kana", "phone", "address", "note")


def tied_to(book: Book, id_: int) -> Block:
    """Its own ties; of those that others have to it only that there is one, without the note."""
    own = every_tie_of(book, id_)
    rows = [
        (row.text("tie"), _who(tie, row.texts), *_days(tie.since, tie.until))
        for tie, row in zip(own, shown_ties(own, Audience.PERSON).records, strict=True)
    ]
    for tie in map(turned, ties_to(book, id_)):
        kind = field_named(Tie, "tie").text(tie)
        rows.append((kind, _("(another household of the district)"), *_days(tie.since, tie.until)))
    columns = (
        (_("What it is"), 9.0),
        (_("What is written"), 16.0),
        (_("From"), 7.5),
        (_("Until the day before"), 7.5),
    )
    return Block(_("What it is tied to"), columns, tuple(rows))


def _who(tie: Tie, texts: object) -> str:
    assert isinstance(texts, dict)
    other = [_("(another household of the district)")] if tie.other_id is not None else []
    return _(", ").join([*other, *(texts[name] for name in _SAID if texts.get(name))])


def _days(since: str, until: str) -> tuple[str, str]:
    first = _("(not known)") if since == ALWAYS else show_date(since, weekday=False)
    return first, "" if until == OPEN else show_date(until, weekday=False)


def talked_about(book: Book, id_: int) -> Block:
    """Each talk with what was to be done next, oldest first."""
    names: Sequence[tuple[str, float]] = (
        ("talked_on", 7.5),
        ("way", 6.0),
        ("said", 15.0),
        ("next_step", 9.0),
        ("next_on", 7.5),
    )
    rows = [
        tuple(field_named(Talk, name).text(talk) for name, _width in names)
        for talk in reversed(talks_of(book, id_))
    ]
    columns = tuple((field_named(Talk, name).title, width) for name, width in names)
    return Block(_("Talks"), columns, tuple(rows))
