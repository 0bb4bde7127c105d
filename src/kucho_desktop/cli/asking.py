"""Commands that only look: search, papers, check."""

import sys

from kucho_desktop.app.papers import all_papers, make_paper
from kucho_desktop.cli.asked import Arguments, day_of, offered, opened, password, say_json
from kucho_desktop.core import i18n
from kucho_desktop.core.errors import CannotKeep, Damaged
from kucho_desktop.core.i18n import _
from kucho_desktop.core.looking_over import Looked, look_over, repair
from kucho_desktop.core.migrations import SCHEMA
from kucho_desktop.core.whole_writing import write_whole
from kucho_desktop.households.store import Figures, figures, find_households, households_of
from kucho_desktop.tonarigumi.store import tonarigumi_named


def find(arguments: Arguments) -> None:
    book = opened(arguments)
    try:
        found = households_of(book, find_households(book, " ".join(arguments.words)))
        groups = tonarigumi_named(book)
    finally:
        book.close()
    rows = [
        {
            "household": household.id,
            "name": household.head,
            "kana": household.kana,
            "tonarigumi": groups.get(household.tonarigumi_id or 0, ""),
            "phone": household.phone,
            "address": household.address,
            "number": household.number,
            "membership": household.membership,
            "members": [member.name for member in household.members],
        }
        for household in found
    ]
    if arguments.json:
        say_json(rows)
        return
    for row in rows:
        print("\t".join(str(row[name]) for name in ("tonarigumi", "name", "phone", "address")))


def papers(arguments: Arguments) -> None:
    if arguments.json:
        say_json([paper.as_said() for paper in all_papers()])
        return
    for paper in all_papers():
        print(f"{paper.name}\t{paper.title}\t{paper.audiences[0].title}")


def print_(arguments: Arguments) -> None:
    if arguments.lang:
        i18n.use(arguments.lang)
    book = opened(arguments)
    try:
        printed = make_paper(
            book,
            arguments.paper,
            audience=arguments.audience,
            day=day_of(arguments.as_of, book.today),
            options=dict(arguments.option),
            copies=arguments.copies,
            size=arguments.size,
        )
    finally:
        book.close()
    write_whole(arguments.out, printed.pdf)
    for remark in printed.remarks():
        print(remark, file=sys.stderr)


def check(arguments: Arguments) -> int:
    book = opened(arguments, to_write=arguments.repair)
    found, counts = list[Looked](), Figures({}, {})
    try:
        if arguments.repair:
            repair(book)
        found = look_over(book)
        counts = figures(book)
    except CannotKeep as error:  # so damaged that not even counting works
        found = found if _problems(found) else [Looked("", (str(error),))]
    finally:
        book.close()
    problems = _problems(found)
    if arguments.json:
        said = {
            "ok": not problems,
            "households": counts.all_households,
            "members": counts.all_people,
            "schema": SCHEMA,
            "problems": problems,
            "looked_at": [
                {"what": each.what, "ok": not each.problems, "can_repair": each.can_repair}
                for each in found
            ],
        }
        say_json(said)
        return 1 if problems else 0
    print(
        _("{households} households, {members} people").format(
            households=counts.all_households, members=counts.all_people
        )
    )
    for each in found:
        print("×" if each.problems else "✓", each.what)
    print(_("Nothing is wrong with this book.") if not problems else "\n".join(problems))
    if any(each.problems and not each.can_repair for each in found):
        print(offered(arguments.file, password(), Damaged()))
    return 1 if problems else 0


def _problems(found: list[Looked]) -> list[str]:
    return list(dict.fromkeys(problem for each in found for problem in each.problems))
