"""Runs `faulty` in a process of its own, with the shim before the C library where there is a cc."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from functools import cache
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
HERE = Path(__file__).parent


@cache
def shim() -> Path | None:
    """Compiled once; None where there is no compiler or no LD_PRELOAD."""
    compiler = shutil.which("cc")
    if compiler is None or not sys.platform.startswith("linux"):
        return None
    made = Path(tempfile.mkdtemp(prefix="kucho-shim-")) / "faults.so"
    words = [compiler, "-shared", "-fPIC", "-O1", "-o", str(made), str(HERE / "faults.c"), "-ldl"]
    done = subprocess.run(words, capture_output=True, check=False)
    return made if done.returncode == 0 else None


def surroundings(**more: str) -> dict[str, str]:
    """With this checkout's own modules, and no password of the developer's."""
    paths = os.pathsep.join(str(ROOT / each) for each in ("src", "tools", "tests"))
    known = {name: value for name, value in os.environ.items() if name != "KUCHO_PASSWORD"}
    return {**known, "PYTHONPATH": paths, **more}


def fail(name: str, how: str, stride: int) -> dict[str, Any]:
    """What `faulty` found. how: "size" needs no shim."""
    more = {} if how == "size" else {"LD_PRELOAD": str(shim())}
    words = [sys.executable, "-m", "crash.faulty", name, how, str(stride)]
    done = subprocess.run(
        words, env=surroundings(**more), stdout=subprocess.PIPE, text=True, check=True
    )
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found
