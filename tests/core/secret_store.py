"""A store made by hand, which stands for the system's own."""

from collections.abc import Iterator
from contextlib import contextmanager

import keyring
import keyring.backend
import keyring.errors


class Store(keyring.backend.KeyringBackend):
    """Keeps in memory, and passes for the one of a desktop."""

    priority = 5

    def __init__(self) -> None:
        super().__init__()
        self.kept: dict[tuple[str, str], str] = {}
        self.refuses = False

    def set_password(self, service: str, username: str, password: str) -> None:
        if self.refuses:
            raise keyring.errors.PasswordSetError("the user said no")
        self.kept[service, username] = password

    def get_password(self, service: str, username: str) -> str | None:
        if self.refuses:
            raise keyring.errors.KeyringLocked("locked")
        return self.kept.get((service, username))

    def delete_password(self, service: str, username: str) -> None:
        if self.refuses:
            raise keyring.errors.PasswordDeleteError("locked")
        del self.kept[service, username]


@contextmanager
def secret_store() -> Iterator[Store]:
    """As long as it lasts, it is the one of this computer."""
    before = keyring.get_keyring()
    Store.__module__ = "keyring.backends.SecretService"
    made = Store()
    keyring.set_keyring(made)
    yield made
    keyring.set_keyring(before)
