"""What Qt's binding loads later is still there for whoever asks for it."""

import json
import subprocess
import sys

import pytest

from kucho_desktop.app.later import OF_THE_BINDING, loaded_later


def said_by(code: str):
    run = [sys.executable, "-c", f"import json\n{code}"]
    return json.loads(subprocess.run(run, check=True, capture_output=True, timeout=60).stdout)


LOADED = """
import sys
from kucho_desktop.app.later import load_qt
load_qt()
from PySide6.QtWidgets import QApplication, QLabel, QWidget
application = QApplication(["-platform", "offscreen"])
"""


@pytest.mark.parametrize(
    "wrong",
    ["QLabel(1, 2, 3)", "QLabel().setText(5)", "QLabel(nonsense=3)", "QWidget().resize('wide')"],
)
def test_binding_still_says_what_is_wrong(wrong):
    said = said_by(
        f"{LOADED}\ntry:\n    {wrong}\nexcept Exception as error:\n"
        "    print(json.dumps([type(error).__name__, str(error)]))"
    )
    assert said[0] in {"TypeError", "AttributeError"}
    assert "wrong argument types" in said[1] or "nonsense" in said[1]


def test_binding_still_explains_itself():
    said = said_by(f"{LOADED}\nprint(json.dumps(QLabel.setText.__doc__))")
    assert said == "setText(self, arg__1: str, /) -> None"


def test_window_needs_none_of_them():
    said = said_by(
        f"{LOADED}\nlabel = QLabel('あ')\nlabel.show()\n"
        "print(json.dumps([name for name, module in sys.modules.items()"
        " if '_load_now' in vars(module)]))"
    )
    # argparse and logging are asked for by one of the others alone
    assert set(said) >= OF_THE_BINDING - {"argparse", "logging"}


def test_python_imports_by_itself_again():
    said = said_by(f"{LOADED}\nimport builtins\nprint(json.dumps(builtins.__import__.__name__))")
    assert "feature" not in said


def test_every_way_of_asking_loads_the_module():
    code = """
import sys
from kucho_desktop.app.later import loaded_later
names = {"textwrap", "colorsys", "wave", "logging"}
with loaded_later(names):
    import colorsys, logging, textwrap, wave
waiting = [name for name in sorted(names) if "_load_now" in vars(sys.modules[name])]
from textwrap import dedent
from colorsys import *
import logging.handlers
print(json.dumps([waiting, dedent("  a"), rgb_to_hls(0, 0, 0)[0], logging.INFO,
    logging.handlers.__name__, hasattr(wave, "nothing"), wave.WAVE_FORMAT_PCM]))
"""
    assert said_by(code) == [
        ["colorsys", "logging", "textwrap", "wave"],
        *("a", 0, 20, "logging.handlers", False, 1),
    ]


def test_finder_is_gone_afterwards():
    before = list(sys.meta_path)
    with loaded_later({"no_such_module"}), pytest.raises(ModuleNotFoundError):
        import no_such_module  # noqa: F401
    assert sys.meta_path == before
