"""The kinds of values that fields are declared with: how each is typed, kept, shown and judged.

`looks_like` is asked of cells in other people's tables, so it is sharper than `problem_with`.
"""

from collections.abc import Sized
from functools import cache
from typing import Any

from kucho_desktop.core.dates import (
    problem_with_born,
    problem_with_date,
    read_born,
    read_date,
    show_born,
    show_date,
)
from kucho_desktop.core.fields import Kind, Record
from kucho_desktop.core.i18n import N_, _
from kucho_desktop.core.looks import (
    looks_like_address,
    looks_like_born,
    looks_like_date,
    looks_like_email,
    looks_like_kana,
    looks_like_name,
    looks_like_number,
    looks_like_phone,
    looks_like_postal_code,
    looks_like_yen,
    number_in,
)
from kucho_desktop.core.patterns import pattern
from kucho_desktop.core.text import (
    fold,
    narrow,
    problem_with_phone,
    problem_with_postal_code,
    tidy_kana,
    tidy_phone,
    tidy_postal_code,
)

# ---- texts ----

_BETWEEN = pattern(r"[,、，・\s]+")
_KANJI = pattern(r"[々〆㐀-鿿豈-﫿\U00020000-\U0003ffff]")


def _tidy_note(typed: str) -> str:
    return "\n".join(line.rstrip() for line in typed.strip().splitlines())


def _problem_with_kana(typed: str) -> str:
    if _KANJI.search(typed):
        return _("A reading is written in hiragana.")
    return ""


def _tidy_email(typed: str) -> str:
    return narrow(typed).strip()


def _problem_with_email(typed: str) -> str:
    if not typed.strip() or looks_like_email(typed):
        return ""
    return _("This is no e-mail address. It has the form name@example.jp.")


TEXT = Kind("text")
NAME = Kind("name", looks_like=looks_like_name)
KANA = Kind("kana", tidy=tidy_kana, problem_with=_problem_with_kana, looks_like=looks_like_kana)
PHONE = Kind("phone", tidy=tidy_phone, problem_with=problem_with_phone, looks_like=looks_like_phone)
EMAIL = Kind(
    "email", tidy=_tidy_email, problem_with=_problem_with_email, looks_like=looks_like_email
)
POSTAL_CODE = Kind(
    "postal code",
    tidy=tidy_postal_code,
    problem_with=problem_with_postal_code,
    looks_like=looks_like_postal_code,
)
ADDRESS = Kind("address", looks_like=looks_like_address)
NOTE = Kind("note", tidy=_tidy_note)

# ---- dates ----


def _tidy_date(typed: str) -> str:
    return read_date(typed).isoformat() if typed.strip() else ""


def _tidy_born(typed: str) -> str:
    return read_born(typed) if typed.strip() else ""


def _kept_date(day: Any) -> str:
    return show_date(day) if day else ""


DATE = Kind(
    "date",
    tidy=_tidy_date,
    show=_kept_date,
    problem_with=problem_with_date,
    looks_like=looks_like_date,
)
BORN = Kind(
    "born",
    tidy=_tidy_born,
    show=show_born,
    problem_with=problem_with_born,
    looks_like=looks_like_born,
)

# ---- numbers ----


def _problem_with_number(typed: str) -> str:
    if not typed.strip() or number_in(typed) is not None:
        return ""
    return _("Please write a whole number.")


def _show_number(value: int | None) -> str:
    return "" if value is None else f"{value:,}"


def _show_yen(value: int | None) -> str:
    return "" if value is None else _("{amount} yen").format(amount=f"{value:,}")


YEN = Kind(
    "yen",
    tidy=number_in,
    show=_show_yen,
    problem_with=_problem_with_number,
    empty=None,
    looks_like=looks_like_yen,
    right_aligned=True,
)
NUMBER = Kind(
    "number",
    tidy=number_in,
    show=_show_number,
    problem_with=_problem_with_number,
    empty=None,
    looks_like=looks_like_number,
    right_aligned=True,
)

# ---- one of a few ----

_YES = ("1", "1.0", "yes", "true", "y", "はい", "有", "有り", "あり", "レ", "可")
_NO = ("0", "0.0", "no", "false", "n", "いいえ", "無", "無し", "なし", "否", "不可")
_YES_SIGNS = frozenset("○〇◯◎✓✔☑✅レ")
_NO_SIGNS = frozenset("×✕✖✗☐□-ー－―")
_FLAG_CHOICES = ((0, N_("No")), (1, N_("Yes")))


@cache
def _folded(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(map(fold, words))


def _flag_in(typed: str) -> int | None:
    plain = typed.strip()
    if plain in _YES_SIGNS or fold(plain) in _folded(_YES):
        return 1
    if not plain or plain in _NO_SIGNS or fold(plain) in _folded(_NO):
        return 0
    return {fold(_(label)): value for value, label in _FLAG_CHOICES}.get(fold(plain))


def _problem_with_flag(typed: str) -> str:
    return "" if _flag_in(typed) is not None else _("Please write yes or no.")


def _looks_like_flag(text: str) -> bool:
    return bool(text.strip()) and _flag_in(text) is not None


def _show_flag(value: Any) -> str:
    return _(dict(_FLAG_CHOICES)[int(bool(value))])


FLAG = Kind(
    "flag",
    tidy=lambda typed: _flag_in(typed) or 0,
    show=_show_flag,
    problem_with=_problem_with_flag,
    empty=0,
    choices=_FLAG_CHOICES,
    looks_like=_looks_like_flag,
)


def choice(name: str, choices: tuple[tuple[Any, str], ...]) -> Kind:
    """One of (code, label): the code is kept; code and label in any language are understood.

    Nothing typed is nothing chosen (""): a choice such as a consent is never made by leaving it.
    """

    def chosen(typed: str) -> Any:
        said = fold(typed)
        for code, label in choices:
            if typed == code or said in {fold(str(code)), fold(label), fold(_(label))}:
                return code
        return None

    def problem_with(typed: str) -> str:
        if not typed.strip() or chosen(typed) is not None:
            return ""
        listed = _(", ").join(_(label) for _code, label in choices)
        return _("Please choose one of: {choices}.").format(choices=listed)

    labels = dict(choices)

    def show(code: Any) -> str:
        label = labels.get(code, str(code))
        return _(label)

    return Kind(
        name,
        tidy=lambda typed: chosen(typed) if typed.strip() else "",
        show=show,
        problem_with=problem_with,
        choices=choices,
        looks_like=lambda text: bool(text.strip()) and chosen(text) is not None,
    )


def several(name: str, choices: tuple[tuple[str, str], ...]) -> Kind:
    """Any of (code, label): the codes are kept in their order, with commas; "" is none of them."""
    chosen_one = choice(name, choices)

    def parts(typed: str) -> list[str]:
        return [part for part in _BETWEEN.split(typed.strip()) if part]

    def problem_with(typed: str) -> str:
        return next(filter(None, map(chosen_one.problem_with, parts(typed))), "")

    def tidy(typed: str) -> str:
        said = {chosen_one.tidy(part) for part in parts(typed)}
        return ",".join(code for code, _label in choices if code in said)

    def show(kept: str) -> str:
        return _(", ").join(chosen_one.show(code) for code in parts(kept)) or _("(none)")

    return Kind("several", tidy=tidy, show=show, problem_with=problem_with, choices=choices)


# ---- other records ----


def reference(table: str) -> Kind:
    """The id of a record of another table, None for none; the page knows how to name it."""
    return Kind(
        "reference",
        tidy=number_in,
        show=lambda kept: "" if kept is None else str(kept),
        problem_with=_problem_with_number,
        empty=None,
        table=table,
    )


def rows_of(record: type[Record]) -> Kind:
    """Records of their own inside a record, kept as a tuple, such as the members of a household."""
    return Kind("rows", tidy=_no_rows, show=_count, empty=(), record=record)


def _no_rows(_typed: str) -> tuple[()]:
    """Rows are entered one by one, never as one text."""
    return ()


def _count(rows: Sized) -> str:
    return str(len(rows)) if rows else ""
