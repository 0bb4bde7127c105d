"""漏えい・紛失のときの手順: what is to be done when a paper or a file with names is lost.

Sources: 個人情報保護法 26条 (report and notice), 施行規則 7条 (which cases are reported), 8条
(when, and what is written), 10条 (the notice to the person). What is lost may be lent by the city
(災害対策基本法 49条の11, 49条の12): then the city is told first.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from kucho_desktop.core.dates import show_date
from kucho_desktop.core.i18n import _


@dataclass(frozen=True)
class Deadlines:
    """Until when the commission must be told; the day of noticing counts as the first."""

    first_report: date
    report: date
    report_of_crime: date

    @classmethod
    def of(cls, noticed: date) -> "Deadlines":
        """noticed: the day on which somebody of the district learnt of it."""
        return cls(*(noticed + timedelta(days=days - 1) for days in (5, 30, 60)))


@dataclass(frozen=True)
class Notice:
    """One step of the procedure: what to do, and how."""

    title: str
    lines: tuple[str, ...]


def leak_steps(noticed: date) -> tuple[Notice, ...]:
    """In the order in which they are done."""
    return (*_at_once(), *_reports(Deadlines.of(noticed)), *_afterwards())


def _at_once() -> tuple[Notice, ...]:
    return (
        Notice(
            _("Look for it and get it back"),
            (
                _("Go back to where it was last seen. Ask the police box for what was found."),
                _("Went to the wrong person: ask for it back, unread. A file: have it deleted."),
            ),
        ),
        Notice(
            _("Tell the others at once"),
            (
                _("Tell the vice-chief and the officers today. Do not look for it alone."),
                _("Was it a list lent by the city? Ring the city office first, today."),
                _("Stolen: report it to the police and keep the number of the report."),
            ),
        ),
        Notice(
            _("Write down what was on it"),
            (
                _("When, where, who noticed, which paper, which number, how many households."),
                _("Choose the paper here, and the households that stood on it are listed."),
            ),
        ),
    )


def _reports(until: Deadlines) -> tuple[Notice, ...]:
    days = {
        "first": show_date(until.first_report),
        "last": show_date(until.report),
        "crime": show_date(until.report_of_crime),
    }
    return (
        Notice(
            _("Does it have to be reported? It does if one of these is true"),
            (
                _("Illness, disability, a crime or the like stood on it (even of one person)."),
                _("Somebody could lose money by it, as by a bank account number."),
                _("It was stolen, or taken on purpose."),
                _("More than 1,000 people stood on it."),
                _("A locked file whose password nobody else knows need not be reported."),
            ),
        ),
        Notice(
            _("Report to the Personal Information Protection Commission"),
            (
                _("First report: within 3 to 5 days, so by {first}.").format(**days),
                _("Full report: within 30 days, by {last}.").format(**days),
                _("Stolen or on purpose: the full report within 60 days, by {crime}.").format(
                    **days
                ),
                _("By the form on its pages in the Internet; the city office helps if asked."),
            ),
        ),
    )


def _afterwards() -> tuple[Notice, ...]:
    return (
        Notice(
            _("Tell the people who stood on it"),
            (
                _("What happened, what stood on it, what you do now, whom to ask. Apologise."),
                _("Also where no report is due: they hear it from you, not from others."),
            ),
        ),
        Notice(
            _("So that it does not happen again"),
            (_("Write it into the minutes, and number the copies and call them back."),),
        ),
    )


def report_items() -> tuple[str, ...]:
    """What the report says (施行規則 8条1項)."""
    return (
        _("What happened, when, where"),
        _("Which items stood on it"),
        _("How many people"),
        _("Why it happened"),
        _("Harm that came of it, or may come"),
        _("What the people were told"),
        _("Whether it was made public"),
        _("So that it does not happen again"),
        _("Anything else"),
    )
