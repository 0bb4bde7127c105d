"""One small book as this version of the program writes it, for the test that opens every old one.

`.venv/bin/python tools/golden.py` adds tests/golden/schema-NNN.kucho with its slots, and as JSON
what must be found in it. Run it when an issue is resolved that changed the schema; for a schema
that is there already it refuses. The people are invented; key and password are no secrets.
"""

import hashlib
import io
import json
from contextlib import closing
from datetime import date
from pathlib import Path

from PIL import Image

from kucho_desktop.app.books import UPKEEP
from kucho_desktop.association.store import change_association, name_association
from kucho_desktop.core import i18n, keys
from kucho_desktop.core.attachments import attach
from kucho_desktop.core.audiences import Audience
from kucho_desktop.core.book import Book
from kucho_desktop.core.copies import tick_copies
from kucho_desktop.core.handouts import RETURNED, log_handout
from kucho_desktop.core.history import last_steps
from kucho_desktop.core.migrations import SCHEMA
from kucho_desktop.core.pictures import tidy_picture
from kucho_desktop.core.tables import TABLES
from kucho_desktop.households import store
from kucho_desktop.households.model import Member
from kucho_desktop.households.model.rounds.round import SHEETS, Said
from kucho_desktop.households.model.ties.talks import Talk
from kucho_desktop.households.model.ties.ties import Tie
from kucho_desktop.records.store.disclosures import add_disclosure
from kucho_desktop.tonarigumi.store import add_tonarigumi

FOLDER = Path(__file__).resolve().parents[1] / "tests" / "golden"
KEY = hashlib.sha256("梓野区の見本".encode()).digest()
PASSWORD = "見本の合言葉です"
BOOK_ID = "9ac0c1bd3f2e4f7a8f0f5d1f0a3b7c21"
TODAY = date(2026, 11, 20)
_FIRST_STEP = "2026-04-01T00:{minute:02}:00.000000+00:00"


def write_golden(folder: Path) -> Path:
    """The book, its slots and what must be found in it. Raises SystemExit where it is there."""
    path = folder / f"schema-{SCHEMA:03}.kucho"
    if path.exists():
        raise SystemExit(f"{path} is there already; what was released stays as it is.")
    folder.mkdir(exist_ok=True)
    with closing(Book(path, KEY, upkeep=UPKEEP, today=TODAY)) as book:
        keys.KeyFile(BOOK_ID).with_password(PASSWORD, KEY, 0).write(keys.key_file_of(path))
        with book.aside():
            book.set_about("book_id", BOOK_ID)
        _district(book)
        _families(book)
        _given_out(book)
        with book.aside():  # the only thing that two runs would not write alike
            for (id_,) in book.tuples("SELECT id FROM step"):
                at = _FIRST_STEP.format(minute=id_ % 60)
                book.run("UPDATE step SET at = :at WHERE id = :id", at=at, id=id_)
            book.run("UPDATE handout SET at = '2026-10-01T00:00:00+00:00'")
        found = found_in(book)
        book.run("VACUUM")
    path.with_suffix(".json").write_text(
        json.dumps(found, ensure_ascii=False, indent=1) + "\n", "utf-8"
    )
    return path


def found_in(book: Book) -> dict[str, object]:
    """What a later version must find as well."""
    return {
        "rows": {
            name: book.tuples(f'SELECT count(*) FROM "{name}"')[0][0]
            for name in TABLES
            if name not in ("about", "open_step")
        },
        "households": [
            {
                "head": each.head,
                "kana": each.kana,
                "address": each.address,
                "phone": each.phone,
                "membership": each.membership,
                "note": each.note,
                "members": [member.name for member in each.members],
                "ties": [[tie.tie, tie.name] for tie in store.ties_of(book, each.id)],
                "consents": len(each.consents),
            }
            for each in store.households_on(book)
        ],
        "pictures": [
            hashlib.sha256(content).hexdigest()
            for (content,) in book.tuples("SELECT bytes FROM picture ORDER BY digest")
        ],
        "steps": len(last_steps(book, 1000)),
        "taken_back": sum(step.is_reversed for step in last_steps(book, 1000)),
    }


def _district(book: Book) -> None:
    name_association(book, name="梓野区", kana="あずさのく")
    change_association(book, "chief", "髙橋 一郎")
    for name in ("第一隣組", "第二隣組"):
        add_tonarigumi(book, name)


def _families(book: Book) -> None:
    first = store.add_household(
        book, "髙橋 一郎", kana="たかはし いちろう", tonarigumi_id=1, address="豊科1-2",
        phone="0263-72-0101", note="犬がいます。"
    )  # fmt: skip
    second = store.add_household(
        book, "𠮷田 凜", kana="よしだ りん", tonarigumi_id=1, address="豊科3", since="2024-04-01"
    )
    third = store.add_household(book, "葛󠄀西 清", kana="かさい きよし", tonarigumi_id=2)
    lonely = store.add_household(book, "山﨑 和子", tonarigumi_id=2, membership="none")
    family = store.members_of(book, first)
    wife = Member(0, relation="妻", name="髙橋 美代子", kana="たかはし みよこ", born="1950-04-02")
    store.change_members(book, first, [*family, wife])
    store.change_household_from(book, second, "membership", "paused", date(2026, 6, 1))
    store.household_changes_group(book, third, 1, date(2026, 7, 1))
    store.answer_consent(
        book, first, "households", {"name": True, "phone": False}, date(2026, 5, 1), "form"
    )
    tie = Tie(0, first, "contact", None, "髙橋 健", phone="090-0000-0101", since="2025-04-01")
    store.keep_tie(book, tie)
    store.keep_tie(book, Tie(0, second, "parent", first))
    store.keep_talk(book, Talk(0, lonely, "2026-10-10", "visit", "考えておくとのこと", "また伺う"))
    picture = tidy_picture(_photo())
    attach(book, picture, title="玄関", whose="髙橋 一郎", household_id=first)
    round_ = store.begin_round(book, SHEETS, "令和8年の世帯票", "2026-12-20")
    of = store.round_named(book, round_)
    store.keep_line(book, of, first, Said(answers={("address", "households"): True}))
    store.keep_line(book, of, second, Said(phone="0263-72-0303"))
    store.change_household(book, third, "note", "まちがい")
    book.undo()
    store.add_household(book, "入力 まちがい")
    book.undo()
    book.redo()
    book.undo()


def _photo() -> bytes:
    made = io.BytesIO()
    Image.new("RGB", (48, 32), "#88aacc").save(made, "PNG")
    return made.getvalue()


def _given_out(book: Book) -> None:
    who = store.household_ids(book)
    log_handout(
        book,
        "roster-members",
        Audience.OFFICERS,
        for_whom="役員",
        purpose="名簿",
        copies=3,
        who=who,
    )
    tick_copies(book, 1, [1, 2], RETURNED, date(2026, 11, 1))
    add_disclosure(book, {"party": "安曇野市", "items": "氏名、住所", "whose": "山﨑 和子"})


if __name__ == "__main__":
    i18n.use("ja")
    print(write_golden(FOLDER))
