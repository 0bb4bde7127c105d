"""The key of a book: by password, by the copy, by recovery code."""

import json
import os
import stat
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kucho_desktop.core import keys, opening
from kucho_desktop.core.errors import CannotOpenFile, WrongPassword
from kucho_desktop.core.keys import (
    KeyFile,
    WrongRecoveryCode,
    copy_slots,
    key_file_of,
    key_from_recovery_code,
    new_key,
    password_quality,
    problem_with_password,
    problem_with_recovery_code,
    read_slots,
    recovery_code,
    write_slots,
)
from kucho_desktop.core.upkeep import NO_UPKEEP

KEY = bytes(range(32))
CODE = recovery_code(KEY)
BOOK_ID = "0123456789abcdef"
PASSWORD = "あずさの2026"


@pytest.fixture
def book(tmp_path: Path) -> Path:
    path = tmp_path / "梓野区.kucho"
    path.write_bytes(b"salt of this one" + bytes(100))
    write_slots(path, BOOK_ID, PASSWORD, KEY)
    return path


def test_keys_differ() -> None:
    assert len(new_key()) == 32
    assert new_key() != new_key()


def test_the_password_opens_the_slot(book: Path) -> None:
    assert read_slots(book).open(PASSWORD) == KEY


def test_full_width_letters_are_the_same_password(book: Path) -> None:
    assert read_slots(book).open("あずさの２０２６") == KEY


def test_another_password_does_not(book: Path) -> None:
    with pytest.raises(WrongPassword, match="合言葉が違います"):
        read_slots(book).open("azusano2026")


def test_the_key_is_nowhere_in_the_file(book: Path) -> None:
    said = key_file_of(book).read_text("utf-8")
    assert KEY.hex() not in said
    assert PASSWORD not in said


def test_a_slot_of_another_book_does_not_open_this_one(book: Path) -> None:
    path = key_file_of(book)
    said = json.loads(path.read_text("utf-8"))
    path.write_text(json.dumps(said | {"book": "fedcba9876543210"}), "utf-8")
    with pytest.raises(WrongPassword):
        KeyFile.read(path).open(PASSWORD)


def test_a_new_password_replaces_the_old_one_and_keeps_other_slots(book: Path) -> None:
    path = key_file_of(book)
    said = json.loads(path.read_text("utf-8"))
    said["slots"].append({"kind": "this computer", "name": "x"})
    path.write_text(json.dumps(said), "utf-8")
    write_slots(book, BOOK_ID, "another password", KEY)
    kept = KeyFile.read(path)
    assert kept.open("another password") == KEY
    assert {"kind": "this computer", "name": "x"} in kept.slots
    with pytest.raises(WrongPassword):
        kept.open(PASSWORD)


def test_a_lost_key_file_is_found_again_in_the_own_folder(book: Path) -> None:
    key_file_of(book).unlink()
    assert read_slots(book).open(PASSWORD) == KEY
    moved = book.rename(book.with_name("別の名前.kucho"))
    assert read_slots(moved).open(PASSWORD) == KEY


def test_opening_an_older_backup_does_not_spoil_the_copy(book: Path) -> None:
    backup = book.with_name("backup.kucho")
    backup.write_bytes(b"salt of a backup" + bytes(100))
    write_slots(backup, BOOK_ID, "former password", KEY)
    assert read_slots(backup).open("former password") == KEY
    key_file_of(book).unlink()
    assert read_slots(book).open(PASSWORD) == KEY


def test_the_copy_of_another_book_is_not_taken(book: Path) -> None:
    other = book.with_name("other.kucho")
    other.write_bytes(b"another salt....")
    with pytest.raises(CannotOpenFile, match="回復コード"):
        read_slots(other)


def test_a_damaged_key_file_is_replaced_by_the_copy(book: Path) -> None:
    key_file_of(book).write_text("{", "utf-8")
    assert read_slots(book).open(PASSWORD) == KEY


@pytest.mark.parametrize("text", ["", "{", "[]", "{}", '{"version": 1, "book": 1, "slots": 3}'])
def test_a_damaged_key_file_without_a_copy_is_explained(tmp_path: Path, text: str) -> None:
    path = tmp_path / "x.keys"
    path.write_text(text, "utf-8")
    with pytest.raises(CannotOpenFile, match="台帳は無事です"):
        KeyFile.read(path)


def test_a_newer_key_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "x.keys"
    path.write_text('{"version": 2, "book": "1", "slots": []}', "utf-8")
    with pytest.raises(CannotOpenFile, match="新しい版"):
        KeyFile.read(path)


@pytest.mark.parametrize("change", [{"n": 2**40}, {"n": "x"}, {"key": "!"}, {"salt": ""}, {"n": 3}])
def test_a_damaged_slot_opens_nothing_and_harms_nothing(
    book: Path, change: dict[str, object]
) -> None:
    slot = dict(read_slots(book).slots[0])
    with pytest.raises(WrongPassword):
        KeyFile(BOOK_ID, (slot | change,)).open(PASSWORD)


def test_a_copy_of_the_book_gets_the_slots_along(book: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copies" / "梓野区 2026.kucho"
    copy.parent.mkdir()
    copy_slots(book, copy)
    assert KeyFile.read(key_file_of(copy)).open(PASSWORD) == KEY


def test_a_failed_write_leaves_the_former_file(book: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = key_file_of(book).read_bytes()

    def fail(*_args: object) -> None:
        raise OSError("no space")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(OSError, match="no space"):
        write_slots(book, BOOK_ID, "another password", KEY)
    assert key_file_of(book).read_bytes() == before
    assert sorted(each.name for each in book.parent.iterdir()) == [book.name, f"{book.name}.keys"]


@pytest.mark.skipif(os.name == "nt", reason="permissions of another kind")
def test_only_the_owner_may_read_it(book: Path) -> None:
    assert stat.S_IMODE(key_file_of(book).stat().st_mode) == 0o600


def test_a_slot_is_as_slow_as_wished_within_bounds() -> None:
    slot = KeyFile(BOOK_ID).with_password(PASSWORD, KEY, 0.2).slots[0]
    assert 2**14 <= slot["n"] <= 2**17


# ---- the recovery code ----


@given(st.binary(min_size=32, max_size=32))
def test_a_code_spells_its_key(key: bytes) -> None:
    code = recovery_code(key)
    assert len(code.split("-")) == 18
    assert key_from_recovery_code(code) == key


@given(st.binary(min_size=32, max_size=32), st.integers(0, 17), st.text("0189AHRTZ", min_size=4))
@settings(max_examples=300)
def test_a_wrong_group_never_passes(key: bytes, place: int, other: str) -> None:
    groups = recovery_code(key).split("-")
    if groups[place] != other[:4]:
        groups[place] = other[:4]
        with pytest.raises(WrongRecoveryCode):
            key_from_recovery_code("-".join(groups))


@given(st.integers(0, 17), st.integers(0, 3), st.sampled_from("0123456789ABCDEFGHJKMNPQRSTVWXYZ"))
def test_one_wrong_sign_is_named_with_its_group(place: int, at: int, sign: str) -> None:
    groups = CODE.split("-")
    wrong = groups[place][:at] + sign + groups[place][at + 1 :]
    if wrong != groups[place]:
        typed = "-".join([*groups[:place], wrong])
        assert f"{place + 1}番目のかたまり（{wrong}）が違います" in problem_with_recovery_code(
            typed
        )
        with pytest.raises(WrongRecoveryCode) as caught:
            key_from_recovery_code("-".join([*groups[:place], wrong, *groups[place + 1 :]]))
        assert caught.value.group == place + 1


@given(st.integers(0, 16))
def test_two_groups_in_the_wrong_order_are_named(place: int) -> None:
    groups = CODE.split("-")
    groups[place], groups[place + 1] = groups[place + 1], groups[place]
    assert f"{place + 1}番目" in problem_with_recovery_code("-".join(groups))


@given(st.integers(0, len(CODE)))
def test_nothing_is_wrong_while_the_code_is_being_typed(length: int) -> None:
    assert problem_with_recovery_code(CODE[:length]) == ""
    assert problem_with_recovery_code(CODE[:length].replace("-", "")) == ""


def test_a_code_may_be_typed_in_many_ways() -> None:
    loose = CODE.lower().replace("0", "o").replace("1", "l")
    wide = CODE.translate({code: code + 0xFEE0 for code in range(0x21, 0x7F)})
    for typed in (loose, wide, CODE.replace("-", " "), CODE.replace("-", ""), f" {CODE}\n"):
        assert key_from_recovery_code(typed) == KEY


def test_what_is_missing_or_strange_is_named() -> None:
    assert "2番目のかたまり（" in problem_with_recovery_code(CODE[:5] + CODE[6:])
    assert "「U」" in problem_with_recovery_code(CODE[:5] + "U")
    with pytest.raises(WrongRecoveryCode, match="まだ17個"):
        key_from_recovery_code(CODE.rpartition("-")[0])
    with pytest.raises(WrongRecoveryCode, match="多すぎます"):
        key_from_recovery_code(f"{CODE}-0000")


# ---- passwords ----


def test_passwords_have_a_length() -> None:
    assert "8文字以上" in problem_with_password("1234567")
    assert "1000文字" in problem_with_password("あ" * 1001)
    assert problem_with_password("12345678") == ""


def test_the_quality_is_said_in_words() -> None:
    assert password_quality("abc") == "短すぎます"
    assert password_quality("12345678") == "見破られやすい"
    assert password_quality("aaaaaaaaaaaa") == "見破られやすい"
    assert password_quality("Kx7#mQp9wz") == "まずまず"
    assert password_quality("あずさがわのはるはきれい") == "見破られにくい"


def test_a_wrong_password_is_tried_once(tmp_path, monkeypatch):
    """It takes half a second: twice would be felt."""
    book, _code = opening.create_book(tmp_path / "a.kucho", "あずさの山の清い水", NO_UPKEEP)
    book.close()
    tried = []
    unwrap = keys.unwrapped
    monkeypatch.setattr(keys, "unwrapped", lambda *said: tried.append(said) or unwrap(*said))
    with pytest.raises(WrongPassword):
        opening.open_book(book.path, "ちがう合言葉です", NO_UPKEEP)
    assert len(tried) == 1
