"""Answers about consent that a table gives otherwise than the book."""

from collections.abc import Iterator

from kucho_desktop.exchange.roster import Record
from kucho_desktop.households.model.again.differences import ANSWER, Difference
from kucho_desktop.households.model.household import Household


def of_answers(record: Record, now: Household) -> Iterator[Difference]:
    """One for each item and audience; what the table does not ask is left alone.

    person: the row of the table, with item, audience, answer, way and since.
    """
    known = {(each.item, each.audience): each.answer for each in now.consents}
    for row in record.values.get("consents", ()):
        asked, answer = (row.get("item", ""), row.get("audience", "")), row.get("answer", "")
        if all(asked) and answer and known.get(asked) != answer:
            yield Difference(ANSWER, "consents", known.get(asked, ""), answer, person=row)
