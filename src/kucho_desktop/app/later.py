"""Modules that are loaded with their first use, however early somebody imports them.

Qt's binding imports at every start what only its error messages, its documentation and its maker's
own tools ask for. That is a sixth of the time until an empty window is painted.
"""

import builtins
import gc
import sys
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from importlib.machinery import ModuleSpec, PathFinder
from threading import RLock
from types import ModuleType
from typing import Any

from kucho_desktop.app.later_enums import fill_later, filled_before

_SIGNATURE = "shibokensupport.signature"
OF_THE_BINDING = frozenset(
    {
        *("argparse", "logging", "tempfile", "zipfile"),
        *(f"{_SIGNATURE}.{part}" for part in ("layout", "parser")),
        *(f"{_SIGNATURE}.lib.{part}" for part in ("enum_sig", "pyi_generator", "tool")),
    }
)
ENUM_IS_KNOWN = (3, 11, 7) <= sys.version_info[:3] < (3, 12)
"""Whether Python's `enum` is made as `later_enums` takes it to be; else all is filled at once.

In 3.11.2 a flag of two members forgets their names.
"""
_lock = RLock()


class _Later(ModuleType):
    """A module that reads its code when it is first asked for something of it."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__") and name != "__all__":
            raise AttributeError(name)  # what the import system itself looks for
        with _lock:
            load = vars(self).pop("_load_now", None)
            if load is not None:
                load(self)
        try:
            return vars(self)[name]
        except KeyError:
            raise AttributeError(name) from None


class _Loader:
    """Makes the module now and keeps its true loader for later."""

    def __init__(self, true: Any) -> None:
        self._true = true

    def create_module(self, spec: ModuleSpec) -> ModuleType:
        return _Later(spec.name)

    def exec_module(self, module: ModuleType) -> None:
        vars(module)["_load_now"] = self._true.exec_module

    def __getattr__(self, name: str) -> Any:
        return getattr(self._true, name)


class _Finder:
    def __init__(self, names: Collection[str]) -> None:
        self._names = names

    def find_spec(
        self, name: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """None for every other module, and where only somebody else knows the way to it."""
        spec = PathFinder.find_spec(name, path, target) if name in self._names else None
        if spec is not None and spec.loader is not None:
            spec.loader = _Loader(spec.loader)  # type: ignore[assignment]  # all that is asked of one
        return spec


@contextmanager
def loaded_later(names: Collection[str]) -> Iterator[None]:
    """What of these is imported in here is loaded with its first use."""
    finder = _Finder(names)
    sys.meta_path.insert(0, finder)
    try:
        yield
    finally:
        sys.meta_path.remove(finder)


def load_qt() -> None:
    """Load Qt's binding, what it needs for a window and no more.

    From then on the binding would read, and keep, the source of every module that is imported, to
    see whether it may ask for another spelling of Qt's names (`from __feature__ import …`). None
    does here, so Python's own import is put back.
    """
    # Collecting while modules load costs a twentieth of the start; there is no garbage yet. The
    # program puts the collector back to work soon after its first page is seen.
    gc.disable()
    if ENUM_IS_KNOWN:
        fill_later()
    with loaded_later(OF_THE_BINDING):
        import PySide6

        builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
        import PySide6.QtWidgets  # noqa: F401
    mapping = sys.modules[f"{_SIGNATURE}.mapping"]
    vars(mapping)["update_mapping"] = filled_before(vars(mapping)["update_mapping"])
