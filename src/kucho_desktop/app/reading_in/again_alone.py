"""A second reading without a window: what is sure is taken over, everything is told."""

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from kucho_desktop.app.reading_in.again import title_of
from kucho_desktop.app.tables import Agreed, ReadIn, agreeing, counted, understood
from kucho_desktop.core.book import Book
from kucho_desktop.exchange.files import open_table
from kucho_desktop.exchange.roster import Record
from kucho_desktop.households.model import Household
from kucho_desktop.households.model.again.comparison import Changed, Proposal, Unsure
from kucho_desktop.households.model.again.saying import said
from kucho_desktop.households.store import proposal_for, read_again
from kucho_desktop.tonarigumi.store import tonarigumi_named


@dataclass(frozen=True)
class ReadAgain:
    """What a table held, and what it changes. groups: id → name, for those that are gone."""

    found: ReadIn
    proposal: Proposal
    groups: dict[int, str]

    def as_said(self) -> dict[str, Any]:
        """Ready to be written as JSON."""
        return {
            "new": [_of_record(each) for each in self.proposal.new],
            "changed": [_of_changed(each) for each in self.proposal.changed],
            "gone": [self._of_household(each) for each in self.proposal.gone],
            "unsure": [self._of_unsure(each) for each in self.proposal.unsure],
            "unchanged": self.proposal.unchanged,
            "silent_groups": list(self.proposal.silent_groups),
        }

    def _of_household(self, household: Household) -> dict[str, Any]:
        return {
            "household": household.id,
            "name": title_of(household),
            "tonarigumi": self.groups.get(household.tonarigumi_id or 0, ""),
            "address": household.address,
        }

    def _of_unsure(self, unsure: Unsure) -> dict[str, Any]:
        candidates = [self._of_household(each.household) for each in unsure.candidates]
        return {**_of_record(unsure.record), "candidates": candidates}


def _of_record(record: Record) -> dict[str, Any]:
    return {
        "name": title_of(record),
        "tonarigumi": " ".join(record.group),
        "address": record.values.get("address", ""),
        "sheet": record.sheet,
        "row": record.row,
    }


def _of_changed(changed: Changed) -> dict[str, Any]:
    fields = []
    for each in changed.differences:
        told = said(each)
        fields.append(
            {
                "what": each.what,
                "field": each.name,
                "title": told.title,
                "old": told.old,
                "new": told.new,
                "taken": each.is_wanted,
            }
        )
    return {"household": changed.household.id, "name": title_of(changed), "fields": fields}


def read_again_alone(
    book: Book,
    path: Path,
    *,
    day: date | None = None,
    dry_run: bool = False,
    empties: bool = False,
    gone_leave: bool = False,
    agreed: Agreed | None = None,
) -> ReadAgain:
    """Compare a table with the book, and take over what is sure as one step.

    day: from when what is dated holds; today if none is given. gone_leave: whether those that the
    table does not have any more leave. agreed: when and how the new ones agreed.
    Raises CannotReadTable with a sentence.
    """
    reading = understood(open_table(path), book.today)
    proposal = proposal_for(book, reading.records, empties=empties)
    wanted, leaving = proposal.wanted(), proposal.gone if gone_leave else ()
    wanted = replace(wanted, new=tuple(agreeing(wanted.new, agreed)))
    if not dry_run and (wanted.new or wanted.changed or leaving):
        read_again(book, wanted, leaving, source=path.name, day=day or book.today)
    return ReadAgain(counted(reading), proposal, tonarigumi_named(book))
