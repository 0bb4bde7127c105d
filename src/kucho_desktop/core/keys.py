"""The key of a book: 32 random bytes, wrapped by the password in a small file beside the book.

`梓野区.kucho.keys` is JSON: {"version": 1, "book": id, "slots": [...]}. A slot of kind "password"
holds the key under AES-256-GCM with a key that scrypt makes of the password; the kind and the book
id are authenticated with it. Slots of other kinds are kept as they are. A copy lies in the
program's own folder, by book id and file. The recovery code is in `recovery`.
"""

import contextlib
import json
import os
from pathlib import Path
from typing import NamedTuple

from kucho_desktop.core.errors import CannotOpenFile, WrongPassword
from kucho_desktop.core.i18n import _
from kucho_desktop.core.password_slot import PASSWORD, Slot, unwrapped, wrapped
from kucho_desktop.core.passwords import password_quality as password_quality
from kucho_desktop.core.passwords import problem_with_password as problem_with_password
from kucho_desktop.core.places import settings_folder
from kucho_desktop.core.recovery import WrongRecoveryCode as WrongRecoveryCode
from kucho_desktop.core.recovery import key_from_recovery_code as key_from_recovery_code
from kucho_desktop.core.recovery import problem_with_recovery_code as problem_with_recovery_code
from kucho_desktop.core.recovery import recovery_code as recovery_code

SECONDS = 0.5
"""How long a guess at a password shall take on the computer that made the slot."""
_VERSION = 1
COMPUTER = "computer"
"""The kind of slot that `computer_slot` makes."""


def new_key() -> bytes:
    """A key for a new book."""
    return os.urandom(32)


def wrong_password() -> WrongPassword:
    """What is said of it, and no more."""
    return WrongPassword(_("The password is not right. Nothing was changed; please type it again."))


class KeyFile(NamedTuple):
    """The slots of one book. `begins` are the first bytes of the book, to know it again."""

    book_id: str
    slots: tuple[Slot, ...] = ()
    begins: str = ""

    @classmethod
    def read(cls, path: Path) -> "KeyFile":
        """Read a key file. Raises CannotOpenFile if it is missing, damaged or of a newer kind."""
        try:
            said = json.loads(path.read_text("utf-8"))
            version, book_id = said["version"], str(said["book"])
            slots = tuple(dict(slot) for slot in said["slots"])
            begins = str(said.get("begins", ""))
        except OSError as error:
            raise CannotOpenFile(
                _("The key file is missing. The book is unharmed; open it with the recovery code.")
            ) from error
        except (ValueError, KeyError, TypeError) as error:
            raise CannotOpenFile(
                _("The key file is damaged. The book is unharmed; open it with the recovery code.")
            ) from error
        if not isinstance(version, int) or version > _VERSION:
            raise CannotOpenFile(
                _("This book was made by a newer version of the program. Please update it.")
            )
        return cls(book_id, slots, begins)

    def open(self, password: str) -> bytes:
        """The book's key. Raises WrongPassword if the password opens no slot."""
        return self.keys_of(password)[0]

    def keys_of(self, password: str) -> list[bytes]:
        """One, but two where giving a new key was cut short. Raises WrongPassword for none."""
        found = self.all_keys(password)
        if not found:
            raise wrong_password()
        return found

    def all_keys(self, password: str) -> list[bytes]:
        """The same, or none. Trying a password takes half a second: it is tried once."""
        mine = (slot for slot in self.slots if slot.get("kind") == PASSWORD)
        opened = (unwrapped(slot, self.book_id, password) for slot in mine)
        return [key for key in opened if key is not None]

    def with_password(self, password: str, key: bytes, seconds: float | None = None) -> "KeyFile":
        """The same slots with this password in place of the former one."""
        slot = wrapped(key, self.book_id, password, SECONDS if seconds is None else seconds)
        others = (kept for kept in self.slots if kept.get("kind") != PASSWORD)
        return self._replace(slots=(slot, *others))

    def without(self, kind: str) -> "KeyFile":
        """The same, less the slots of one kind."""
        return self._replace(slots=tuple(each for each in self.slots if each.get("kind") != kind))

    def also(self, password: str, key: bytes) -> "KeyFile":
        """With one more key under a password, while the book changes from one to another."""
        return self._replace(slots=(*self.slots, wrapped(key, self.book_id, password, SECONDS)))

    def write(self, path: Path) -> None:
        """Write the file whole or not at all, for its owner alone."""
        said = {"version": _VERSION, "book": self.book_id, "slots": list(self.slots)}
        if self.begins:
            said["begins"] = self.begins
        _write_whole(path, json.dumps(said, ensure_ascii=False, indent=1) + "\n")


# ---- beside the book, and the copy ----


def key_file_of(book: Path) -> Path:
    return book.with_name(book.name + ".keys")


def anew_beside(path: Path) -> Path:
    """Where the book lies while it is written under its new key."""
    return path.with_name(path.name + ".new-key")


def write_slots(
    book: Path, book_id: str, password: str, key: bytes, seconds: float | None = None
) -> KeyFile:
    """Give a book this password: keeps its other slots, writes the file and its copy."""
    try:
        kept = KeyFile.read(key_file_of(book))
    except CannotOpenFile:
        kept = KeyFile(book_id)
    slots = kept.slots if kept.book_id == book_id else ()
    made = KeyFile(book_id, slots).with_password(password, key, seconds)
    replace_slots(book, made)
    return made


def replace_slots(book: Path, slots: KeyFile) -> None:
    """Write the slots beside the book, and their copy. Raises OSError."""
    slots.write(key_file_of(book))
    _keep_copy(slots, book)


def read_slots(book: Path) -> KeyFile:
    """The slots beside the book; where they are lost, the copy of those of this book.

    Raises CannotOpenFile if there is neither.
    """
    try:
        found = KeyFile.read(key_file_of(book))
    except CannotOpenFile:
        copy = _copy_for(book)
        if copy is None:
            raise
        return copy
    _keep_copy(found, book)
    return found


def copy_slots(book: Path, other: Path) -> None:
    """Let a copy of the book be opened with the same password."""
    read_slots(book)._replace(begins="").write(key_file_of(other))


def _copies() -> Path:
    return settings_folder() / "keys"


def first_bytes(book: Path) -> str:
    """SQLCipher's salt, which a file keeps all its life."""
    try:
        with book.open("rb") as file:
            return file.read(16).hex()
    except OSError:
        return ""


def _keep_copy(found: KeyFile, book: Path) -> None:
    """The copy is a second chance; that it cannot be written must not stop anybody.

    One for each file: an older backup of the book may have another password.
    """
    if not found.book_id.isalnum():
        return
    copy = found._replace(begins=first_bytes(book))
    path = _copies() / f"{found.book_id}-{copy.begins}.keys"
    with contextlib.suppress(OSError, CannotOpenFile):
        if path.exists() and KeyFile.read(path) == copy:
            return
        path.parent.mkdir(parents=True, exist_ok=True)
        copy.write(path)


def forget_copy(book_id: str, begins: str) -> None:
    """The file that began so is no more."""
    with contextlib.suppress(OSError):
        (_copies() / f"{book_id}-{begins}.keys").unlink(missing_ok=True)


def _copy_for(book: Path) -> KeyFile | None:
    begins = first_bytes(book)
    for path in sorted(_copies().glob("*.keys")):
        with contextlib.suppress(CannotOpenFile):
            copy = KeyFile.read(path)
            if begins and copy.begins == begins:
                return copy._replace(begins="")
    return None


def strayed_slots(book: Path, beside: KeyFile) -> list[KeyFile]:
    """Slots known for the file that begins so, where those beside it are of another book."""
    begins, found = first_bytes(book), list[KeyFile]()
    for path in sorted(_copies().glob("*.keys")):
        with contextlib.suppress(CannotOpenFile):
            copy = KeyFile.read(path)
            if begins and copy.begins == begins and copy.book_id != beside.book_id:
                found.append(copy)
    return found


def _write_whole(path: Path, text: str) -> None:
    import tempfile

    number, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    written = Path(name)
    try:
        with os.fdopen(number, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        written.replace(path)
    except BaseException:
        written.unlink(missing_ok=True)
        raise
