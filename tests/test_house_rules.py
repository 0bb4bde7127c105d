"""Rules of the house that no linter knows (README, "How it is written")."""

import ast
import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path

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


QT_SOURCES = [path for path in SOURCES if "PySide6" in _text(path)]


def _broken(paths: list[Path], faults: Callable[[Path], Iterable[object]]) -> list[str]:
    """Every fault in these files, behind the name of its file."""
    return [f"{_name(path)}: {fault}" for path in paths for fault in faults(path)]


def test_a_file_is_short() -> None:
    long = {_name(path): len(_text(path).splitlines()) for path in EVERYTHING}
    assert not {name: lines for name, lines in long.items() if lines > 300}


def _long_functions(path: Path) -> Iterator[str]:
    for function in _functions(_tree(path)):
        if (function.end_lineno or 0) - function.lineno + 1 > 40:
            yield function.name


def test_a_function_is_short() -> None:
    assert not _broken(PROGRAMS, _long_functions)


def _silent_parts(path: Path) -> Iterator[str]:
    if _text(path).strip() and not ast.get_docstring(_tree(path)):
        yield "the file"
    for part in _classes(_tree(path)):
        if not part.name.startswith("_") and not ast.get_docstring(part):
            yield part.name


def test_a_file_and_a_public_class_say_what_they_are() -> None:
    assert not _broken(PROGRAMS, _silent_parts)


def _junk_drawers(path: Path) -> Iterator[str]:
    yield from JUNK & {path.parent.name, *path.stem.strip("_").split("_")}
    for part in _classes(_tree(path)):
        if JUNK_CLASSES & {word.lower() for word in re.findall(r"[A-Z][a-z]+", part.name)}:
            yield part.name


def test_there_is_no_junk_drawer() -> None:
    assert not _broken(PROGRAMS, _junk_drawers)


def _lines_calling(*names: str) -> Callable[[Path], Iterator[str]]:
    def found(path: Path) -> Iterator[str]:
        for call in _calls(_tree(path)):
            if _called(call) in names:
                yield f"line {call.lineno}"

    return found


def test_only_the_command_line_prints() -> None:
    quiet = [path for path in SOURCES if path.relative_to(PACKAGE).parts[0] != "cli"]
    assert not _broken(quiet, _lines_calling("print"))


def test_nothing_waits_by_the_clock() -> None:
    """A sleep is too long on one machine and too short on another: wait for what happens."""
    assert not _broken(EVERYTHING, _lines_calling("sleep"))


def _left_for_later(path: Path) -> list[str]:
    wanted = r"\b(?:TODO|FIXME|XXX|HACK)\b|raise NotImplementedError|# type: ignore(?!\[)"
    return re.findall(wanted, _text(path))


def test_nothing_is_left_for_later() -> None:
    assert not _broken(PROGRAMS, _left_for_later)


# --- Qt ------------------------------------------------------------------------------------------


def test_a_widget_leaves_its_layout_as_it_dies() -> None:
    """Taken out by hand it may die at once, while Qt is still at work on it: hide it, let it go."""
    assert not _broken(QT_SOURCES, _lines_calling("removeWidget", "replaceWidget", "removeItem"))


def _connected_closures(path: Path) -> Iterator[str]:
    inner = {
        nested.name
        for function in _functions(_tree(path))
        for nested in _functions(function)
        if nested is not function
    }
    for call in _calls(_tree(path)):
        if _called(call) == "connect" and call.args:
            slot = call.args[0]
            if not isinstance(slot, ast.Name | ast.Attribute) or getattr(slot, "id", "") in inner:
                yield f"line {call.lineno}"


def test_no_closure_is_connected() -> None:
    """Qt never frees a widget that a lambda, a partial or an inner function holds."""
    assert not _broken(QT_SOURCES, _connected_closures)


def _silent_slots(path: Path) -> Iterator[str]:
    for part in _classes(_tree(path)):
        methods = {item.name: item for item in part.body if isinstance(item, ast.FunctionDef)}
        for call in _calls(part):
            slot = call.args[0] if _called(call) == "connect" and call.args else None
            if not (isinstance(slot, ast.Attribute) and isinstance(slot.value, ast.Name)):
                continue
            method = methods.get(slot.attr) if slot.value.id == "self" else None
            if method and not any("Slot" in ast.dump(word) for word in method.decorator_list):
                yield f"{part.name}.{slot.attr}"


def test_a_slot_says_that_it_is_one() -> None:
    assert not _broken(QT_SOURCES, _silent_slots)


def test_the_window_is_never_pumped_by_hand() -> None:
    """`processEvents` lets a second step begin inside the first."""
    assert not _broken(SOURCES, _lines_calling("processEvents"))


# --- Texts ---------------------------------------------------------------------------------------


def _pieced_texts(path: Path) -> Iterator[str]:
    for call in _calls(_tree(path)):
        count = {"_": 1, "N_": 1, "n_": 2}.get(_called(call), 0)
        if any(
            isinstance(text, ast.JoinedStr | ast.BinOp | ast.Call) for text in call.args[:count]
        ):
            yield f"line {call.lineno}"


def test_a_text_is_filled_in_after_it_is_translated() -> None:
    """An f-string or a sum of strings is never found in a catalogue."""
    assert not _broken(SOURCES, _pieced_texts)
