"""What a household answers when it is asked what may be shown of it, and to whom."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from kucho_desktop.core import periods
from kucho_desktop.core.book import Book
from kucho_desktop.core.history import changes_in, steps_about
from kucho_desktop.core.i18n import N_
from kucho_desktop.households.store.seen import household


def answer_consent(
    book: Book,
    id_: int,
    audience: str,
    answers: Mapping[str, bool],
    day: date,
    way: str,
    form: str = "",
) -> None:
    """Keep the answers (by item) given on a day; until then the earlier ones hold.

    audience: value of an Audience. way: how the answer came, a code of CONSENT_WAYS.
    form: the name of the form on which they were given.
    """
    now = household(book, id_)
    message = N_("Answer of {household} on what may be shown")
    with book.step(message, household=now.head if now else "") as db:
        for item, agrees in answers.items():
            owner = {"household_id": id_, "item": item, "audience": audience}
            answer = "yes" if agrees else "no"
            periods.change_from(db, "consent", owner, day, answer=answer, way=way, form=form)


def forget_answers(book: Book, id_: int, form: str) -> None:
    """Take out what was answered on a form, as if it had not come back: the answers before hold."""
    own = "household_id = :id AND item = :item AND audience = :audience"
    with book.step("") as db:
        for row in book.rows(
            "SELECT * FROM consent WHERE household_id = :id AND form = :form", id=id_, form=form
        ):
            of = {"id": id_, "item": row["item"], "audience": row["audience"]}
            same_day = _said_that_day(book, row)
            if same_day:
                db.table("consent").update(row["id"], same_day)
                owner = {name: row[name] for name in ("household_id", "item", "audience")}
                periods.join_equals(db, "consent", owner)
                continue
            before = book.rows(
                f"SELECT id FROM consent WHERE {own} AND until = :day", **of, day=row["since"]
            )
            db.table("consent").delete(row["id"])
            for earlier in before:
                db.table("consent").update(earlier["id"], {"until": row["until"]})


def _said_that_day(book: Book, row: Mapping[str, Any]) -> dict[str, Any]:
    """The answer given earlier on the same day, in whose place that of the form came."""
    itself = {("consent", row["id"])}
    for step in steps_about(book, itself):
        for change in changes_in(book, step.id, itself):
            old, new = change.old, change.new
            if old and new and new["form"] == row["form"] != old["form"]:
                return {name: old[name] for name in ("answer", "way", "form")}
    return {}
