"""Photos and papers: what is kept of them, once, and until nothing can need them."""

import io

import pytest
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from kucho_desktop.core.attachments import (
    attach,
    attachments_of,
    change_attachment,
    content_of,
    remove_attachment,
    sweep_pictures,
    weight_of_pictures,
)
from kucho_desktop.core.errors import NotAllowed
from kucho_desktop.core.pictures import JPEG, LONGEST, PDF, tidy_picture
from kucho_desktop.households import store

_ORIENTATION, _GPS, _DETAILS, _TAKEN = 0x0112, 0x8825, 0x8769, 0x9003


def photo(width=3000, height=1500, kind="JPEG", **more) -> bytes:
    """A telephone's photo: taken in a garden on a day, lying on its side."""
    picture = Image.new("RGB", (width, height), "seagreen")
    picture.paste("firebrick", (0, 0, width // 3, height))
    details = Image.Exif()
    details[_ORIENTATION] = 6
    details.get_ifd(_GPS)[2] = (36.0, 18.0, 12.5)
    details.get_ifd(_DETAILS)[_TAKEN] = "2026:04:01 10:11:12"
    kept = io.BytesIO()
    picture.save(kept, kind, **({"exif": details} if kind == "JPEG" else {}), **more)
    return kept.getvalue()


def paper(pages=2) -> bytes:
    kept = io.BytesIO()
    canvas = Canvas(kept, invariant=1)
    for _page in range(pages):
        canvas.drawString(72, 700, "form")
        canvas.showPage()
    canvas.save()
    return kept.getvalue()


@pytest.fixture
def home(book):
    return store.add_household(book, "葛城 一郎")


def test_a_photo_is_kept_upright_smaller_and_without_where_it_was_taken():
    kept = tidy_picture(photo())
    assert (kept.kind, kept.taken_on) == (JPEG, "2026-04-01")
    with Image.open(io.BytesIO(kept.content)) as picture:
        assert picture.size == (LONGEST // 2, LONGEST)
        assert not dict(picture.getexif())
        red, green, _blue = picture.getpixel((picture.width // 2, 20))
        assert red > green, "the left side of the camera is the upper side of the picture"
    assert b"Exif" not in kept.content
    assert tidy_picture(photo()) == kept


def test_a_small_scan_keeps_its_size_and_gets_a_white_ground():
    picture = Image.new("RGBA", (200, 100), (0, 0, 0, 0))
    kept = io.BytesIO()
    picture.save(kept, "PNG")
    with Image.open(io.BytesIO(tidy_picture(kept.getvalue()).content)) as read:
        assert read.size == (200, 100)
        assert min(read.getpixel((10, 10))) > 250


def test_a_pdf_stays_as_it_is():
    kept = tidy_picture(paper())
    assert (kept.kind, kept.content) == (PDF, paper())


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "写真（JPEG・PNG）とPDF"),
        ("組長会の控え".encode(), "写真（JPEG・PNG）とPDF"),
        (b"\xff\xd8\xff" + bytes(200), "こわれて"),
        (photo()[:3000], "こわれて"),
        (b"\0\0\0\x18ftypheic" + bytes(200), "JPEG"),
        (b"%PDF-1.7" + bytes(10 * 1024 * 1024), "10MB"),
    ],
)
def test_what_cannot_be_kept_is_refused_with_a_sentence(content, said):
    with pytest.raises(NotAllowed, match=said):
        tidy_picture(content)


def test_the_same_file_is_stored_once(book, home):
    first = tidy_picture(photo())
    attach(book, first, title="世帯票", whose="葛城 一郎", household_id=home)
    attach(book, first, title="同じ写真", whose="葛城 一郎", household_id=home)
    assert weight_of_pictures(book) == len(first.content)
    own = attachments_of(book, home)
    assert [(each.title, each.size) for each in own] == [
        ("世帯票", len(first.content)),
        ("同じ写真", len(first.content)),
    ]
    assert content_of(book, own[0].digest) == first.content
    assert content_of(book, "nothing") == b""


def test_adding_and_taking_off_is_undone_with_the_picture(book, home, tmp_path):
    kept = tidy_picture(photo())
    id_ = attach(book, kept, title="世帯票", whose="葛城 一郎", household_id=home)
    assert book.undo_label() == "「葛城 一郎」に「世帯票」を添える"
    book.undo()
    assert attachments_of(book, home) == []
    sweep_pictures(book)
    book.redo()
    (one,) = attachments_of(book, home)
    assert (one.id, content_of(book, one.digest)) == (id_, kept.content)
    change_attachment(book, one, "もどった世帯票", "2026-05-01")
    (one,) = attachments_of(book, home)
    assert (one.title, one.taken_on) == ("もどった世帯票", "2026-05-01")
    remove_attachment(book, one)
    sweep_pictures(book)
    assert attachments_of(book, home) == []
    book.undo()
    assert content_of(book, attachments_of(book, home)[0].digest) == kept.content
    assert book.problems() == []
    book.copy_to(tmp_path / "copy.kucho")
    twin = book.opens_here(tmp_path / "copy.kucho")
    assert content_of(twin, kept.digest) == kept.content
    twin.close()
    assert b"JFIF" not in (tmp_path / "copy.kucho").read_bytes()


def test_a_picture_goes_when_nothing_can_bring_it_back(book, home):
    kept = tidy_picture(photo())
    attach(book, kept, title="世帯票", whose="葛城 一郎", household_id=home)
    remove_attachment(book, attachments_of(book, home)[0])
    with book.aside():
        book.run("UPDATE step SET schema = 1")  # the program was renewed meanwhile
    sweep_pictures(book)
    assert weight_of_pictures(book) == 0


def test_pictures_go_with_a_household_that_was_a_mistake_and_come_back_with_it(book, home):
    kept = tidy_picture(photo())
    attach(book, kept, title="家", whose="葛城 一郎", household_id=home)
    head = store.household(book, home).members[0]
    attach(book, kept, title="本人", whose="葛城 一郎", member_id=head.id)
    store.remove_household(book, home)
    assert book.tuples("SELECT count(*) FROM attachment") == [(0,)]
    book.undo()
    assert [each.title for each in store.attachments_with(book, home)] == ["家", "本人"]


def test_pictures_follow_people_and_households_that_become_one(book, home):
    from datetime import date

    other = store.add_household(book, "渡邉 花子")
    kept = tidy_picture(photo())
    attach(book, kept, title="家", whose="葛城 一郎", household_id=home)
    head = store.household(book, home).members[0]
    attach(book, kept, title="本人", whose="葛城 一郎", member_id=head.id)
    store.households_merge(book, home, other, date(2026, 10, 1), "夫")
    assert [each.title for each in store.attachments_with(book, other)] == ["家", "本人"]
    assert store.attachments_with(book, home) == []
    book.undo()
    assert [each.title for each in store.attachments_with(book, home)] == ["家", "本人"]
    assert store.attachments_with(book, other) == []


def test_the_history_says_what_came_and_went(book, home):
    attach(book, tidy_picture(photo()), title="世帯票", whose="葛城 一郎", household_id=home)
    (one,) = attachments_of(book, home)
    change_attachment(book, one, "もどった世帯票", "")
    remove_attachment(book, attachments_of(book, home)[0])
    texts = [(each.step.text, each.details) for each in store.history_of(book, home)][:3]
    assert texts == [
        ("「もどった世帯票」をはずす", ()),
        ("「世帯票」の題名・日付を直す", ("題名: 世帯票 → もどった世帯票",)),
        ("「葛城 一郎」に「世帯票」を添える", ()),
    ]
