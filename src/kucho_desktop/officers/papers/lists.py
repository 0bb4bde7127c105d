"""The lists of this room: posts, reliefs, nominations, trainings, whom to ask."""

from collections.abc import Mapping

from kucho_desktop.core.fields import Shown, ShownRecord
from kucho_desktop.core.i18n import _, n_
from kucho_desktop.officers.papers.tables import banded, table_paper
from kucho_desktop.paper.columns import Column
from kucho_desktop.paper.fitting import Align
from kucho_desktop.paper.imprint import Imprint, Printed

Names = Mapping[int, str]
"""By the id of a record: the person or house that it is about."""


def post_list(posts: Shown, departments: Names, households: int, imprint: Imprint) -> Printed:
    """役職一覧表: posts with what they ask and what they are paid."""
    columns = [
        Column(_("Department"), 8.0),
        Column(_("Post"), 12.0, lines=2),
        Column(_("Places"), 3.5, Align.RIGHT),
        Column(_("How chosen"), 9.0, lines=2),
        Column(_("Term in years"), 3.5, Align.RIGHT),
        Column(_("Allowance a year"), 7.0, Align.RIGHT, whole=True),
        Column(_("Holds as well"), 13.0, lines=3),
        Column(_("Reported to"), 12.0, lines=3),
    ]
    rows = []
    for each in posts.records:
        number = each.text("number")
        if each.texts.get("per_group") == _("Yes"):
            number = _("{number} a group").format(number=number)
        said = ("choosing", "term", "allowance", "also", "reported_to")
        rows.append(
            (departments.get(each.id, ""), each.text("name"), number, *map(each.text, said))
        )
    return table_paper(
        _("List of posts"),
        columns,
        rows,
        imprint,
        empty=_("No post is written down yet."),
        subtitle=n_("{count} household", "{count} households", households).format(
            count=f"{households:,}"
        ),
        landscape=True,
        personal=False,
    )


def relief_list(reliefs: Shown, names: Names, imprint: Imprint) -> Printed:
    """役員免除・使役免除一覧: for the officers' meeting alone."""
    columns = [
        Column(_("Household"), 13.0, lines=2),
        Column(_("Reason"), 10.0, lines=2),
        Column(_("More on the reason"), 14.0, lines=5),
        Column(_("From"), 9.0, whole=True),
        Column(_("Until (last day)"), 9.0, whole=True),
        Column(_("Decided by"), 9.0, lines=3),
    ]
    if "detail" not in reliefs.titles:
        del columns[2]
    rows = banded((each.text("kind"), _relief(each, names, reliefs)) for each in reliefs.records)
    return table_paper(
        _("Reliefs from offices and common work"),
        columns,
        rows,
        imprint,
        empty=_("Nobody is relieved."),
        landscape=True,
        notices=(_("For the officers' meeting alone: it holds reasons."),),
    )


def _relief(each: ShownRecord, names: Names, reliefs: Shown) -> tuple[str, ...]:
    detail = (each.text("detail"),) if "detail" in reliefs.titles else ()
    days = (_bare(each.text("since")), _bare(each.text("last")))
    return (names.get(each.id, ""), each.text("reason"), *detail, *days, each.text("approver"))


def _bare(day: str) -> str:
    """A day without its weekday, which only a form needs."""
    return day.partition("(")[0].strip()


def nomination_list(nominations: Shown, imprint: Imprint) -> Printed:
    """推薦台帳: what was asked, who was asked, what became of it."""
    columns = [
        Column(_("Post asked for"), 12.0, lines=3),
        Column(_("Asked by"), 9.0, lines=3),
        Column(_("To be named by"), 8.5, whole=True),
        Column(_("Term"), 9.0, lines=3),
        Column(_("Who was before"), 7.0, lines=2),
        Column(_("Candidates"), 16.0, lines=9),
        Column(_("Handed in on"), 8.5, whole=True),
    ]
    rows = []
    for each in nominations.records:
        asked = "、".join(
            filter(None, (_candidate(row) for row in each.rows.get("candidates", ())))
        )
        term = _("{first} until {last}").format(
            first=_bare(each.text("term_from")), last=_bare(each.text("term_to"))
        )
        rows.append(
            (
                " ".join(part for part in (each.text("class_"), each.text("post")) if part),
                each.text("asked_by"),
                _bare(each.text("deadline")),
                term if each.text("term_from") or each.text("term_to") else "",
                each.text("before"),
                asked,
                _bare(each.text("submitted_on")),
            )
        )
    return table_paper(
        _("Log of nominations"),
        columns,
        rows,
        imprint,
        empty=_("Nothing is written down yet."),
        landscape=True,
    )


def _candidate(row: ShownRecord) -> str:
    name, answer = row.text("name"), row.text("answer")
    return _("{name} ({answer})").format(name=name, answer=answer) if name else ""


def training_list(trainings: Shown, names: Names, imprint: Imprint) -> Printed:
    """研修受講一覧."""
    columns = [
        Column(_("Day"), 9.0, whole=True),
        Column(_("What it was about"), 16.0, lines=4),
        Column(_("Held by"), 10.0, lines=3),
        Column(_("Who"), 9.0, lines=2),
        Column(_("Where the hand-outs lie"), 11.0, lines=3),
        Column(_("What stayed in mind"), 16.0, lines=6),
    ]
    rows = [
        (
            _bare(each.text("held_on")),
            each.text("theme"),
            each.text("host"),
            names.get(each.id, ""),
            each.text("papers_at"),
            each.text("note"),
        )
        for each in trainings.records
    ]
    return table_paper(
        _("List of trainings"),
        columns,
        rows,
        imprint,
        empty=_("No training is written down yet."),
        landscape=True,
    )


def adviser_list(advisers: Shown, names: Names, imprint: Imprint) -> Printed:
    """相談できるOB・顧問一覧."""
    columns = [
        Column(_("Who"), 9.0),
        Column(_("Which adviser"), 7.0, lines=2),
        Column(_("May be asked about"), 18.0, lines=6),
        Column(_("When and how to ask"), 14.0, lines=4),
        Column(_("Phone number"), 8.0, whole=True),
    ]
    rows = [
        (
            names.get(each.id, ""),
            each.text("kind"),
            each.text("about"),
            each.text("reached"),
            each.text("phone"),
        )
        for each in advisers.records
    ]
    return table_paper(
        _("Whom to ask"), columns, rows, imprint, empty=_("Nobody is written down yet.")
    )
