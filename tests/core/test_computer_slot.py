"""The password left out on one computer: a store made by hand stands for the system's own."""

import json
from collections.abc import Iterator

import keyring
import keyring.backend
import keyring.errors
import pytest
from core.secret_store import Store, secret_store
from keyring.backends.fail import Keyring as NoStore

from kucho_desktop.core import keys
from kucho_desktop.core.computer_slot import (
    forget_slot,
    has_slot,
    keep_slot,
    open_slot,
    why_no_store,
)
from kucho_desktop.core.errors import CannotKeep
from kucho_desktop.core.opening import (
    change_password,
    create_book,
    open_book,
    open_on_this_computer,
)
from kucho_desktop.core.rekey import rekey
from kucho_desktop.core.upkeep import NO_UPKEEP

PASSWORD = "あずさの山の清い水"


class PlainFile(Store):
    """As a store that writes everything into a file that anybody can read."""


@pytest.fixture
def store() -> Iterator[Store]:
    with secret_store() as made:
        yield made


@pytest.fixture
def path(tmp_path):
    book, _code = create_book(tmp_path / "梓野区.kucho", PASSWORD, NO_UPKEEP)
    book.close()
    return book.path


def key_of(path) -> bytes:
    return keys.read_slots(path).open(PASSWORD)


def opens(path) -> bool:
    book = open_on_this_computer(path, NO_UPKEEP)
    if book is not None:
        book.close()
    return book is not None


def test_it_is_off_until_somebody_wants_it(path, store):
    assert not has_slot(path)
    assert not opens(path)


def test_the_book_opens_without_the_password(path, store):
    keep_slot(path, key_of(path))
    assert has_slot(path)
    assert open_slot(path) == key_of(path)
    assert opens(path)
    open_book(path, PASSWORD, NO_UPKEEP).close()


def test_neither_half_opens_anything_alone(path, store):
    key = key_of(path)
    keep_slot(path, key)
    said = keys.key_file_of(path).read_text("utf-8")
    (secret,) = store.kept.values()
    assert secret not in said
    for half in (said, secret):
        assert key.hex() not in half
    store.kept.clear()
    assert open_slot(path) is None


def test_it_is_taken_back_and_the_system_keeps_nothing(path, store):
    keep_slot(path, key_of(path))
    forget_slot(path)
    assert not has_slot(path)
    assert store.kept == {}
    assert not opens(path)
    open_book(path, PASSWORD, NO_UPKEEP).close()


def test_wanting_it_twice_leaves_one(path, store):
    keep_slot(path, key_of(path))
    keep_slot(path, key_of(path))
    assert len(store.kept) == 1
    assert opens(path)


def test_another_password_changes_nothing_here(path, store):
    keep_slot(path, key_of(path))
    book = open_book(path, PASSWORD, NO_UPKEEP)
    change_password(book, PASSWORD, "べつの合言葉です")
    book.close()
    assert opens(path)


def test_a_new_key_ends_it(path, store):
    keep_slot(path, key_of(path))
    rekey(path, PASSWORD)
    assert not has_slot(path)
    assert store.kept == {}
    assert not opens(path)
    open_book(path, PASSWORD, NO_UPKEEP).close()


def test_a_slot_that_no_longer_fits_is_no_key(path, store):
    """As where an earlier copy of the book, under a former key, lies at its place again."""
    keep_slot(path, bytes(32))
    assert open_slot(path) is None
    assert not opens(path)


def test_a_damaged_slot_is_no_key(path, store):
    keep_slot(path, key_of(path))
    file = keys.key_file_of(path)
    said = json.loads(file.read_text("utf-8"))
    for slot in said["slots"]:
        if slot["kind"] == keys.COMPUTER:
            slot["key"] = slot["key"][::-1]
    file.write_text(json.dumps(said), "utf-8")
    assert open_slot(path) is None


def test_a_store_that_refuses_is_told_and_nothing_changes(path, store):
    store.refuses = True
    with pytest.raises(CannotKeep, match="合言葉"):
        keep_slot(path, key_of(path))
    assert not has_slot(path)


def test_a_store_that_is_locked_leads_to_the_password(path, store):
    keep_slot(path, key_of(path))
    store.refuses = True
    assert open_slot(path) is None


@pytest.mark.parametrize("made", [NoStore, PlainFile])
def test_where_nothing_keeps_it_safely_it_is_not_offered(path, store, made):
    keyring.set_keyring(made())
    assert "合言葉" in why_no_store()
    with pytest.raises(CannotKeep):
        keep_slot(path, key_of(path))
    assert not has_slot(path)
