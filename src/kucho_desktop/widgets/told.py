"""What a small form was told, as JSON, and back."""

from collections.abc import Mapping
from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

Told = TypeVar("Told", bound="DataclassInstance")


def told_of(record: Any) -> dict[str, Any]:
    """The values of a frozen record, as JSON; rows of other records are left out."""
    values = {each.name: getattr(record, each.name) for each in fields(record)}
    return {name: value for name, value in values.items() if _is_plain(value)}


def told_again(record: Told, said: Mapping[str, Any]) -> Told:
    """The record with these values; a field that is there no more is passed over."""
    known = {each.name for each in fields(record)}
    values = {
        name: tuple(value) if isinstance(value, list) else value
        for name, value in said.items()
        if name in known
    }
    return replace(record, **values)


def _is_plain(value: Any) -> bool:
    if isinstance(value, tuple):
        return all(isinstance(each, int) for each in value)
    return value is None or isinstance(value, str | int)
