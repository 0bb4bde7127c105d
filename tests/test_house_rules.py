"""Rules of the house that no linter knows (README, "How it is written")."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "src" / "kucho_desktop"


def _python_files(*folders: str) -> list[Path]:
    return sorted(path for folder in folders for path in (ROOT / folder).rglob("*.py"))


def _name(path: Path) -> str:
    return str(path.relative_to(ROOT))


SOURCES = _python_files("src")
PROGRAMS = _python_files("src", "tools")
EVERYTHING = _python_files("src", "tools", "tests")
JUNK_CLASSES = {
    "util",
    "utils",
    "helper",
    "helpers",
    "common",
    "misc",
    "manager",
    "handler",
    "base",
}
JUNK = JUNK_CLASSES | {"data", "info"}

each_source = pytest.mark.parametrize("path", SOURCES, ids=_name)
each_program = pytest.mark.parametrize("path", PROGRAMS, ids=_name)
each_file = pytest.mark.parametrize("path", EVERYTHING, ids=_name)


@cache
def _text(path: Path) -> str:
    return path.read_text("utf-8")


@cache
def _tree(path: Path) -> ast.Module:
    return ast.parse(_text(path))


def _functions(tree: ast.AST) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    return (
        node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    )


def _classes(tree: ast.AST) -> Iterator[ast.ClassDef]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.ClassDef))


def _calls(tree: ast.AST) -> Iterator[ast.Call]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.Call))


def _called(call: ast.Call) -> str:
    """The name that is called, without what stands before the last dot."""
    return getattr(call.func, "attr", getattr(call.func, "id", ""))


def _knows_qt(path: Path) -> bool:
    return "PySide6" in _text(path)


@each_file
def test_a_file_is_short(path: Path) -> None:
    assert len(_text(path).splitlines()) <= 300


@each_program
def test_a_function_is_short(path: Path) -> None:
    long = {
        function.name: function.end_lineno - function.lineno + 1
        for function in _functions(_tree(path))
        if function.end_lineno and function.end_lineno - function.lineno + 1 > 40
    }
    assert not long


@each_program
def test_a_file_and_a_public_class_say_what_they_are(path: Path) -> None:
    if not _text(path).strip():
        return
    assert ast.get_docstring(_tree(path)), "the file says nothing"
    silent = [
        part.name
        for part in _classes(_tree(path))
        if not part.name.startswith("_") and not ast.get_docstring(part)
    ]
    assert not silent


@each_program
def test_no_junk_drawer(path: Path) -> None:
    assert not JUNK & set(path.stem.strip("_").split("_"))
    assert path.parent.name not in JUNK
    for part in _classes(_tree(path)):
        words = {word.lower() for word in re.findall(r"[A-Z][a-z]+", part.name)}
        assert not JUNK_CLASSES & words, part.name


@each_source
def test_only_the_command_line_prints(path: Path) -> None:
    inside = path.relative_to(PACKAGE).parts
    if inside[0] in ("cli", "cli.py"):
        return
    assert not [call.lineno for call in _calls(_tree(path)) if _called(call) == "print"]


@each_program
def test_nothing_is_left_for_later(path: Path) -> None:
    left = re.findall(r"\b(?:TODO|FIXME|XXX|HACK)\b|# type: ignore(?!\[)", _text(path))
    assert not left
    assert "NotImplementedError" not in _text(path)


@each_file
def test_nothing_waits_by_the_clock(path: Path) -> None:
    """A sleep is too long on one machine and too short on another: wait for what happens."""
    slept = [call.lineno for call in _calls(_tree(path)) if _called(call) == "sleep"]
    assert not slept


# --- Qt ------------------------------------------------------------------------------------------


@each_source
def test_no_closure_is_connected(path: Path) -> None:
    """Qt never frees a widget that a lambda, a partial or an inner function holds."""
    if not _knows_qt(path):
        return
    inner = {
        nested.name
        for function in _functions(_tree(path))
        for nested in _functions(function)
        if nested is not function
    }
    for call in _calls(_tree(path)):
        if _called(call) == "connect" and call.args:
            slot = call.args[0]
            assert isinstance(slot, ast.Name | ast.Attribute), f"line {call.lineno}"
            assert getattr(slot, "id", "") not in inner, f"line {call.lineno}"


def _own_slots_without_the_word(part: ast.ClassDef) -> Iterator[str]:
    methods = {item.name: item for item in part.body if isinstance(item, ast.FunctionDef)}
    for call in _calls(part):
        slot = call.args[0] if _called(call) == "connect" and call.args else None
        if not (isinstance(slot, ast.Attribute) and isinstance(slot.value, ast.Name)):
            continue
        method = methods.get(slot.attr) if slot.value.id == "self" else None
        if method and not any("Slot" in ast.dump(word) for word in method.decorator_list):
            yield f"{part.name}.{slot.attr}"


@each_source
def test_a_slot_says_that_it_is_one(path: Path) -> None:
    if not _knows_qt(path):
        return
    silent = [name for part in _classes(_tree(path)) for name in _own_slots_without_the_word(part)]
    assert not silent


@each_source
def test_the_window_is_never_pumped_by_hand(path: Path) -> None:
    """`processEvents` lets a second step begin inside the first."""
    assert "processEvents" not in _text(path)


# --- Texts ---------------------------------------------------------------------------------------


@each_source
def test_a_text_is_filled_in_after_it_is_translated(path: Path) -> None:
    """An f-string or a sum of strings is never found in a catalogue."""
    for call in _calls(_tree(path)):
        if _called(call) not in ("_", "N_", "n_"):
            continue
        for text in call.args[: 2 if _called(call) == "n_" else 1]:
            whole = not isinstance(text, ast.JoinedStr | ast.BinOp | ast.Call)
            assert whole, f"line {call.lineno}"
