"""Pin every dependency with its hashes, for every platform that has wheels: requirements*.txt."""

import subprocess
import sys
import tomllib
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
OPTIONS = (
    "--quiet",
    "--generate-hashes",
    "--no-emit-index-url",
    "--no-emit-find-links",
    "--no-header",
    "--allow-unsafe",
    "--strip-extras",
)


def _lock(wanted: Sequence[str], pins: Path, source: str, agrees_with: Path | None = None) -> None:
    agree = ("--constraint", str(agrees_with)) if agrees_with else ()
    command = [sys.executable, "-m", "piptools", "compile", *OPTIONS, *agree, "-o", str(pins), "-"]
    subprocess.run(command, input="\n".join(wanted), text=True, check=True, cwd=ROOT)
    text = pins.read_text("utf-8")
    # pip-compile names its standard input; a reader wants to know where a wish is written down.
    pins.write_text(text.replace("-r -", source).replace(f"-c {agrees_with}", "requirements.txt"))
    if "://" in text:
        raise SystemExit(f"{pins.name} names a place on the network; pins must hold anywhere.")


def main() -> None:
    """Read the wishes in pyproject.toml, write requirements.txt and requirements-dev.txt."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    groups = project["dependency-groups"]
    run = ROOT / "requirements.txt"
    _lock([*project["project"]["dependencies"], *groups["setup"]], run, "pyproject.toml")
    _lock(groups["dev"], ROOT / "requirements-dev.txt", "pyproject.toml", agrees_with=run)


if __name__ == "__main__":
    main()
