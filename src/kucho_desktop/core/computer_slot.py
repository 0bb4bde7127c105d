"""「このパソコンでは合言葉を省く」: a slot whose secret lies with the operating system.

The slot holds the key of the book under AES-256-GCM; 32 random bytes open it, which the credential
store of the system (Windows Credential Manager, macOS Keychain, Secret Service, KWallet) keeps for
whoever is logged in. The slot alone opens nothing, and what the system keeps opens nothing alone.
`keyring` is loaded only where there is such a slot, or somebody wants one.
"""

import os
from base64 import b64decode, b64encode
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kucho_desktop.core.errors import CannotKeep, CannotOpenFile
from kucho_desktop.core.i18n import _
from kucho_desktop.core.keys import COMPUTER, KeyFile, key_file_of, read_slots, replace_slots

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

SERVICE = "kucho-desktop"
_STORES = frozenset(
    f"keyring.backends.{name}"
    for name in ("Windows", "macOS", "SecretService", "kwallet", "libsecret")
)
"""Those of the system itself. One that writes a plain file somewhere is none."""


def has_slot(book: Path) -> bool:
    """Whether this book may be opened here without its password. Reads the small file only."""
    with suppress(CannotOpenFile):
        return any(slot.get("kind") == COMPUTER for slot in KeyFile.read(key_file_of(book)).slots)
    return False


def why_no_store() -> str:
    """Why the password cannot be left out on this computer; empty if it can."""
    if _store() is None:
        return _(
            "This computer has no place in which such a key could be kept safely, so the password"
            " is asked for as before."
        )
    return ""


def open_slot(book: Path) -> bytes | None:
    """The key of the book; None where the slot, the system or the book has become another."""
    from kucho_desktop.core.connection import fitting_key  # not to see whether there is a slot

    try:
        slots = read_slots(book)
    except CannotOpenFile:
        return None
    for slot in slots.slots:
        if slot.get("kind") == COMPUTER:
            key = _unwrapped(slot, slots.book_id)
            if key is not None and fitting_key(book, [key]) is not None:
                return key
    return None


def keep_slot(book: Path, key: bytes) -> None:
    """From now on this computer opens the book by itself. Raises CannotKeep."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    store = _store()
    if store is None:
        raise CannotKeep(why_no_store())
    forget_slot(book)
    slots = read_slots(book)
    name, secret, nonce = os.urandom(16).hex(), os.urandom(32), os.urandom(12)
    slot = {
        "kind": COMPUTER,
        "name": name,
        "nonce": b64encode(nonce).decode(),
        "key": b64encode(AESGCM(secret).encrypt(nonce, key, _said_with(slots.book_id))).decode(),
    }
    said = _("This computer could not keep the key, so the password is asked for as before.")
    try:
        store.set_password(SERVICE, name, b64encode(secret).decode())
        if store.get_password(SERVICE, name) != b64encode(secret).decode():
            raise CannotKeep(said)
        replace_slots(book, slots._replace(slots=(*slots.slots, slot)))
    except CannotKeep:
        raise
    except Exception as error:  # whatever the system's own store raises
        raise CannotKeep(said) from error


def forget_slot(book: Path) -> None:
    """The password is asked for again; what the system kept of it goes, too."""
    try:
        slots = KeyFile.read(key_file_of(book))
    except CannotOpenFile:
        return
    mine = [slot for slot in slots.slots if slot.get("kind") == COMPUTER]
    if not mine:
        return
    with suppress(OSError):
        replace_slots(book, slots.without(COMPUTER))
    forget_secrets(mine)


def forget_secrets(slots: list[Any]) -> None:
    """What the system keeps for these slots; the slots themselves are gone already."""
    store = _store() if slots else None
    for slot in slots:
        with suppress(Exception):  # it is gone, or the system does not give it away
            if store is not None:
                store.delete_password(SERVICE, str(slot.get("name", "")))


def _unwrapped(slot: Any, book_id: str) -> bytes | None:
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    store = _store()
    try:
        secret = store.get_password(SERVICE, str(slot["name"])) if store is not None else None
        if not secret:
            return None
        wrapping = AESGCM(b64decode(secret))
        return wrapping.decrypt(
            b64decode(slot["nonce"]), b64decode(slot["key"]), _said_with(book_id)
        )
    except (KeyError, ValueError, TypeError, InvalidTag):
        return None
    except Exception:  # noqa: BLE001  # the user said no to the system, or its store is locked
        return None


def _said_with(book_id: str) -> bytes:
    return f"{COMPUTER}:{book_id}".encode()


def _store() -> "KeyringBackend | None":
    """None where there is only a stand-in, or something that keeps secrets in a plain file."""
    import keyring

    backend = keyring.get_keyring()
    inside = list(getattr(backend, "backends", [])) or [backend]
    return next((each for each in inside if _is_of_the_system(each)), None)


def _is_of_the_system(backend: object) -> bool:
    return type(backend).__module__ in _STORES
