"""From a password or a recovery code to the open book; another password."""

from pathlib import Path

import pytest

from kucho_desktop.core import keys, opening
from kucho_desktop.core.errors import CannotKeep, CannotOpenFile, InUse, WrongPassword
from kucho_desktop.core.keys import WrongRecoveryCode, key_file_of, recovery_code
from kucho_desktop.core.upkeep import NO_UPKEEP

PASSWORD, OTHER = "あずさの山の清い水", "みずうみに舟がひとつ"


@pytest.fixture
def made(tmp_path: Path) -> tuple[Path, str]:
    """A closed book and its recovery code."""
    path = tmp_path / "梓野区.kucho"
    book, code = opening.create_book(path, PASSWORD, NO_UPKEEP)
    book.close()
    return path, code


def opens(path: Path, password: str) -> bool:
    try:
        opening.open_book(path, password, NO_UPKEEP).close()
    except WrongPassword:
        return False
    return True


def recover(path: Path, code: str, password: str) -> None:
    book = opening.open_with_code(path, code, NO_UPKEEP)
    try:
        opening.give_password(book, keys.key_from_recovery_code(code), password)
    finally:
        book.close()


def test_the_code_opens_the_book_and_a_new_password_holds(made: tuple[Path, str]) -> None:
    path, code = made
    recover(path, code.lower().replace("-", "　"), OTHER)
    assert opens(path, OTHER)
    assert not opens(path, PASSWORD)


def test_the_code_opens_a_book_whose_key_files_are_lost(
    made: tuple[Path, str], own_home: Path
) -> None:
    path, code = made
    key_file_of(path).unlink()
    for copy in (own_home / "keys").iterdir():
        copy.unlink()
    with pytest.raises(CannotOpenFile, match="回復コード"):
        opening.open_book(path, PASSWORD, NO_UPKEEP)
    recover(path, code, OTHER)
    assert opens(path, OTHER)


def test_the_code_of_another_book_is_told_apart_from_a_mistyped_one(
    made: tuple[Path, str],
) -> None:
    path, code = made
    before = key_file_of(path).read_bytes()
    with pytest.raises(WrongRecoveryCode, match="この台帳は開きません"):
        opening.open_with_code(path, recovery_code(bytes(32)), NO_UPKEEP)
    with pytest.raises(WrongRecoveryCode, match="18"):
        opening.open_with_code(path, code[:20], NO_UPKEEP)
    assert key_file_of(path).read_bytes() == before
    assert opens(path, PASSWORD)


def test_a_book_in_use_or_gone_is_no_wrong_code(made: tuple[Path, str], tmp_path: Path) -> None:
    path, code = made
    book = opening.open_book(path, PASSWORD, NO_UPKEEP)
    with pytest.raises(InUse):
        opening.open_with_code(path, code, NO_UPKEEP)
    book.close()
    with pytest.raises(CannotOpenFile, match="ありません"):
        opening.open_with_code(tmp_path / "gone.kucho", code, NO_UPKEEP)


def test_another_password_touches_the_slots_alone(made: tuple[Path, str], own_home: Path) -> None:
    path, _code = made
    book = opening.open_book(path, PASSWORD, NO_UPKEEP)
    lay = path.read_bytes()
    opening.change_password(book, PASSWORD, OTHER)
    assert path.read_bytes() == lay
    book.close()
    assert opens(path, OTHER)
    assert not opens(path, PASSWORD)
    (copy,) = (own_home / "keys").iterdir()
    with pytest.raises(WrongPassword):
        keys.KeyFile.read(copy).open(PASSWORD)


def test_a_password_is_not_changed_without_the_one_before(made: tuple[Path, str]) -> None:
    path, _code = made
    book = opening.open_book(path, PASSWORD, NO_UPKEEP)
    with pytest.raises(WrongPassword):
        opening.change_password(book, "ちがう言葉です", OTHER)
    with pytest.raises(CannotKeep, match="8文字以上"):
        opening.change_password(book, PASSWORD, "みじかい")
    book.close()
    assert opens(path, PASSWORD)


def test_slots_that_cannot_be_written_leave_the_former_password(
    made: tuple[Path, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    path, _code = made
    book = opening.open_book(path, PASSWORD, NO_UPKEEP)

    def fail(*_arguments: object) -> None:
        raise OSError("no space")

    with monkeypatch.context() as patch:
        patch.setattr(keys.os, "fsync", fail)
        with pytest.raises(CannotKeep, match="合言葉は前のまま"):
            opening.change_password(book, PASSWORD, OTHER)
    book.close()
    assert opens(path, PASSWORD)


def test_slots_never_hold_a_key_that_opens_nothing(made: tuple[Path, str]) -> None:
    path, _code = made
    book = opening.open_book(path, PASSWORD, NO_UPKEEP)
    for key in (b"", bytes(32)):
        with pytest.raises(ValueError, match="not the key"):
            opening.give_password(book, key, OTHER)
    book.close()
    assert opens(path, PASSWORD)
