"""A household of canaries that left long ago, beside one that goes on."""

from datetime import date

from core.canaries import MARK

from kucho_desktop.association.store import name_association
from kucho_desktop.core.attachments import attach, attachments_of, remove_attachment
from kucho_desktop.core.audiences import Audience
from kucho_desktop.core.book import Book
from kucho_desktop.core.fields import fields_of
from kucho_desktop.core.handouts import log_handout
from kucho_desktop.core.pictures import PDF, Picture
from kucho_desktop.households import store
from kucho_desktop.households.model import Household, Member
from kucho_desktop.households.model.rounds.round import REFUSED, SHEETS, Said
from kucho_desktop.households.model.ties.talks import Talk
from kucho_desktop.households.model.ties.ties import Tie
from kucho_desktop.households.store.ties.keeping import keep_tie
from kucho_desktop.tonarigumi.store import add_tonarigumi

KEY = bytes(range(32))
LEFT = date(2020, 3, 31)


def fill(book: Book) -> None:
    """1: 髙橋 清, who goes on; 2: the canaries."""
    name_association(book, name="梓野区")
    add_tonarigumi(book, "第1隣組")
    store.add_household(book, "髙橋 清", tonarigumi_id=1)
    write_canaries(book)


def write_canaries(book: Book) -> int:
    """Every field of a household, of its people and of what belongs to it; changed and left."""
    id_ = store.add_household(
        book, f"{MARK} 一郎", kana=f"{MARK}いちろう", tonarigumi_id=1, address=f"{MARK}1"
    )
    texts = [f.name for f in fields_of(Household) if f.kind.name in ("text", "note", "name")]
    for name in texts:
        if name not in ("head", "members"):
            store.change_household(book, id_, name, f"{MARK} {name}")
            store.change_household(book, id_, name, f"{MARK} {name} あとで")
    head = store.members_of(book, id_)[0]
    for field in fields_of(Member):
        if field.kind.name in ("text", "note", "name", "kana"):
            store.change_member(book, head.id, field.name, f"{MARK} {field.name}")
    store.change_member(book, head.id, "name", f"{MARK} 次郎")
    store.add_member(book, id_, Member(0, relation="妻", name=f"{MARK} 花"))
    store.answer_consent(book, id_, "households", {"name": True}, LEFT, "word")
    keep_tie(book, Tie(0, id_, "contact", name=f"{MARK} 叔父", phone="0263", note=MARK))
    store.keep_talk(book, Talk(0, id_, "2019-04-01", said=f"{MARK}の話", next_step=MARK))
    of = store.round_named(book, store.begin_round(book, SHEETS, "令和8年度 世帯票"))
    store.keep_line(book, of, id_, Said(REFUSED))
    with book.step("test") as db:
        db.execute("UPDATE sheet_return SET note = ?", [MARK])
    for number in range(2):
        picture = Picture(PDF, b"%PDF-" + MARK.encode() * 999 + b"%d" % number, f"d{number}")
        attach(book, picture, title=f"{MARK}の紙", whose=f"{MARK} 一郎", household_id=id_)
    remove_attachment(book, attachments_of(book, id_)[0])
    log_handout(book, "roster-officers", Audience.OFFICERS, for_whom="役員", purpose="", who=[id_])
    store.household_leaves(book, id_, LEFT, f"{MARK}へ転出")
    return id_
