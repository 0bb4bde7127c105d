"""A field of a record, said once: forms, tables, imports, exports and papers read it here.

>>> phone: str = field(PHONE, N_("Phone number"), seen_by=OFFICIALS, headings=("電話", "TEL"))
"""

import dataclasses
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, ClassVar, NamedTuple, Protocol

from kucho_desktop.core.audiences import ASKS_CONSENT, CHIEF_ONLY, Audience
from kucho_desktop.core.i18n import _
from kucho_desktop.core.text import fold


class Record(Protocol):
    """A frozen dataclass whose fields were made with `field`."""

    __dataclass_fields__: ClassVar[dict[str, Any]]

    @property
    def id(self) -> int: ...


def _always_right(_typed: str) -> str:
    return ""


@dataclass(frozen=True)
class Kind:
    """How a value is typed, kept, shown and judged.

    `tidy` is only given what `problem_with` finds nothing wrong with.
    `looks_like` says whether a cell of an unknown column could be such a value.
    `record` is the kind of its rows, `table` what it refers to.
    """

    name: str
    tidy: Callable[[str], Any] = str.strip
    show: Callable[[Any], str] = str
    problem_with: Callable[[str], str] = _always_right
    empty: Any = ""
    choices: tuple[tuple[Any, str], ...] = ()
    looks_like: Callable[[str], bool] | None = None
    right_aligned: bool = False
    record: type[Record] | None = None
    table: str = ""


@dataclass(frozen=True)
class Field:
    """What a record says about one of its values.

    dated: the table of intervals that keeps it; empty if only today's value is kept.
    consent: the item a household must have agreed to before ASKS_CONSENT audiences see it.
    """

    name: str
    kind: Kind
    label: str
    seen_by: frozenset[Audience]
    headings: tuple[str, ...] = ()
    rule: Callable[[str], str] | None = None
    dated: str = ""
    searched: bool = False
    consent: str = ""
    width: int = 12

    @property
    def title(self) -> str:
        """The label in the user's language."""
        return _(self.label)

    def text(self, record: Record) -> str:
        return self.kind.show(getattr(record, self.name))

    def problem_with(self, typed: str) -> str:
        """Why this cannot be kept, as a sentence; empty if it can."""
        return self.kind.problem_with(typed) or (self.rule(typed) if self.rule else "")

    def answers_to(self, heading: str) -> bool:
        """Whether another table's heading means this field."""
        return fold(heading) in {fold(known) for known in (self.title, self.label, *self.headings)}


def field(
    kind: Kind,
    label: str,
    *,
    seen_by: frozenset[Audience] = CHIEF_ONLY,
    headings: tuple[str, ...] = (),
    rule: Callable[[str], str] | None = None,
    dated: str = "",
    searched: bool = False,
    consent: str = "",
    width: int = 12,
    default: object = dataclasses.MISSING,
) -> Any:
    """Declare a field in the body of a frozen dataclass. `width` is in full-width characters."""
    said = {
        "kind": kind,
        "label": label,
        "seen_by": seen_by,
        "headings": headings,
        "rule": rule,
        "dated": dated,
        "searched": searched,
        "consent": consent,
        "width": width,
    }
    start = kind.empty if default is dataclasses.MISSING else default
    return dataclasses.field(default=start, metadata=said)


def fields_of(record: type[Record] | Record) -> list[Field]:
    """The declared fields, in the order they were written."""
    return list(_declared(record if isinstance(record, type) else type(record)))


@cache
def _declared(kind: type[Record]) -> tuple[Field, ...]:
    """Once for each kind of record: papers ask for every member of 30,000 households."""
    said = (each for each in dataclasses.fields(kind) if each.metadata)
    return tuple(Field(each.name, **each.metadata) for each in said)


def field_named(record: type[Record] | Record, name: str) -> Field:
    return next(field for field in fields_of(record) if field.name == name)


@dataclass(frozen=True)
class ShownRecord:
    """One record as an audience may see it: texts and rows by field name, nothing else."""

    id: int
    texts: Mapping[str, str]
    rows: Mapping[str, "tuple[ShownRecord, ...]"] = dataclasses.field(default_factory=dict)

    def text(self, name: str) -> str:
        """Empty where the audience may not see it."""
        return self.texts.get(name, "")


@dataclass(frozen=True)
class Shown:
    """What an audience may see of some records. Papers and exports take nothing else.

    held_back: how many records were left out whole, for want of consent.
    """

    audience: Audience
    titles: Mapping[str, str]
    records: tuple[ShownRecord, ...]
    held_back: int = 0


def shown(
    kind: type[Record],
    records: Iterable[Record],
    audience: Audience,
    *,
    must_agree: str = "",
    only: Collection[str] = (),
) -> Shown:
    """Drop what this audience may not see: see `Sight`."""
    return Sight(kind, audience, must_agree=must_agree, only=only).of(records)


class Sight:
    """What an audience may see of one kind of record: found out once, for however many there are.

    must_agree: the consent item without which a household is left out whole (usually "name").
    only: field names to keep, all if empty. with_rows: False if nobody asks for more of the rows
    inside a record than how many there are.
    """

    def __init__(
        self,
        kind: type[Record],
        audience: Audience,
        *,
        must_agree: str = "",
        only: Collection[str] = (),
        with_rows: bool = True,
    ) -> None:
        self._audience = audience
        self._asks = audience in ASKS_CONSENT
        self._must_agree = must_agree if self._asks else ""
        self._fields = [
            field
            for field in fields_of(kind)
            if audience in field.seen_by and (not only or field.name in only)
        ]
        self._titles = {field.name: field.title for field in self._fields}
        self._texts = {field.name: _each_once(field.kind) for field in self._fields}
        self._rows = {
            field.name: Sight(field.kind.record, audience)
            for field in self._fields
            if field.kind.record is not None and with_rows
        }
        asked = {field.consent for field in self._fields if field.consent}
        self._items = sorted(asked) if self._asks else []
        self._plans: dict[tuple[str, ...], _Plan] = {}

    def of(self, records: Iterable[Record]) -> Shown:
        """These records, as they may be seen."""
        kept: list[ShownRecord] = []
        held_back = 0
        for record in records:
            if self._must_agree and not _agreed(record, self._must_agree, self._audience):
                held_back += 1
            else:
                kept.append(self._seen(_as_shown(record, self._audience)))
        return Shown(self._audience, self._titles, tuple(kept), held_back)

    def _seen(self, record: Record) -> ShownRecord:
        plan = self._plan([item for item in self._items if _agreed(record, item, self._audience)])
        texts = {name: text(getattr(record, name)) for name, text in plan.texts}
        if not plan.rows:
            return ShownRecord(record.id, texts)
        rows = {name: seen.of(getattr(record, name)).records for name, seen in plan.rows}
        return ShownRecord(record.id, texts, rows)

    def _plan(self, agreed: Sequence[str]) -> "_Plan":
        """What is left for a household that agreed to these items."""
        key = tuple(agreed)
        plan = self._plans.get(key)
        if plan is None:
            left = [
                field.name
                for field in self._fields
                if not (self._asks and field.consent) or field.consent in agreed
            ]
            plan = self._plans[key] = _Plan(
                tuple((name, self._texts[name]) for name in left),
                tuple((name, self._rows[name]) for name in left if name in self._rows),
            )
        return plan


class _Plan(NamedTuple):
    """Fields with what makes their texts, and fields with what is seen of their rows."""

    texts: tuple[tuple[str, Callable[[Any], str]], ...]
    rows: tuple[tuple[str, Sight], ...]


class _Known(dict[Any, str]):
    """Values and their texts: choices, dates and numbers come again and again."""

    def __init__(self, show: Callable[[Any], str]) -> None:
        super().__init__()
        self._show = show

    def __missing__(self, value: Any) -> str:
        text = self[value] = self._show(value)
        return text


def _each_once(kind: Kind) -> Callable[[Any], str]:
    """How values of a kind become texts; no value twice, but for texts and rows."""
    as_it_is = kind.show is str or kind.record is not None
    return kind.show if as_it_is else _Known(kind.show).__getitem__


def _as_shown(record: Any, audience: Audience) -> Any:
    """A record that says `as_shown(audience)` is shown as that."""
    say = getattr(record, "as_shown", None)
    return say(audience) if say else record


def _agreed(record: Any, item: str, audience: Audience) -> bool:
    """Whether a record's `agreed(item, audience)` says yes; without one it has not agreed."""
    ask = getattr(record, "agreed", None)
    return bool(ask and ask(item, audience))
