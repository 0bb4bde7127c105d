"""Qt's enumerations, whose members are made when the first of them is asked for.

A class of Qt brings all its enumerations along: a window needs two hundred of them with 3,500
members, and asks for fifty members. Making the others would be a fifth of an empty window's start.
"""

import enum
import sys
from collections.abc import Callable, Mapping
from threading import RLock
from typing import Any

_Pairs = list[tuple[str, int]]
_create = enum.EnumType._create_  # type: ignore[attr-defined]
_make_member = vars(enum)["_proto_member"]
_empty: dict[tuple[type, object], Mapping[str, Any]] = {}
_waiting: dict["_Unfilled", _Pairs] = {}
_lock = RLock()
_OF_LOCALES = frozenset({"Language", "Script", "Country"})
"""Of `QLocale`: four in five of all members that are made while the binding is loaded."""


def _asked(name: str) -> property:
    """One of the tables through which everything but `Enumeration.member` finds the members."""

    def table(cls: "_Unfilled") -> Any:
        _fill(cls)
        return cls.__dict__[name]

    return property(table)


class _Unfilled(enum.EnumType):
    """The kind of an enumeration until it has its members; it then is one like any other."""

    _member_names_ = _asked("_member_names_")
    _member_map_ = _asked("_member_map_")
    _value2member_map_ = _asked("_value2member_map_")

    def __getattr__(cls, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        _fill(cls)
        return enum.EnumType.__getattribute__(cls, name)


def _fill(cls: _Unfilled) -> None:
    """Make the members as `enum` itself does. A second thread waits until all are there."""
    with _lock:
        pairs = _waiting.pop(cls, None)
        if pairs is None:
            return
        for name, value in pairs:
            member = _make_member(value)
            type.__setattr__(cls, name, member)
            member.__set_name__(cls, name)
        if issubclass(cls, enum.Flag):
            values = [member.value for member in cls]
            if values != sorted(values):
                cls._iter_member_ = cls._iter_member_by_def_  # type: ignore[attr-defined]
        type.__setattr__(cls, "__class__", enum.EnumType)


def _create_later(
    cls: type, class_name: str, names: Any, *, boundary: object = None, **given: Any
) -> Any:
    """In place of `EnumType._create_`, for the classes of Qt that are made from now on.

    Only the binding asks for members that keep every bit. While one of its modules is loaded it
    looks at once, and past every hook, for members of the enumerations that belong to no class.
    """
    caller = sys._getframe(2).f_code.co_filename  # noqa: SLF001
    at_once = caller.startswith("<frozen importlib") and class_name not in _OF_LOCALES
    if at_once or boundary is not enum.KEEP or not names:
        return _create(cls, class_name, names, boundary=boundary, **given)
    key = (cls, boundary)
    if key not in _empty:
        _empty[key] = dict(vars(_create(cls, "Empty", [], boundary=boundary, **given)))
    own = {
        name: value.copy() if isinstance(value, dict | list | set) else value
        for name, value in _empty[key].items()
    }
    made = type.__new__(_Unfilled, class_name, (cls,), own)
    _waiting[made] = list(names)
    return made


def fill_later() -> None:
    """From now on."""
    enum.EnumType._create_ = _create_later  # type: ignore[attr-defined]


def filled_before(work: Callable[[], None]) -> Callable[[], None]:
    """The same work, but from its first beginning on every enumeration has its members.

    For the binding's error messages: they look past every hook, as in `QListWidgetItem.Type`.
    """

    def begin() -> None:
        enum.EnumType._create_ = _create  # type: ignore[attr-defined]
        for cls in list(_waiting):
            _fill(cls)
        work()

    return begin
