"""What a fresh clone gets: every dependency pinned with its hashes, from nowhere in particular."""

import re
import subprocess
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
GROUPS = PROJECT["dependency-groups"]
WISHES = {
    "requirements.txt": PROJECT["project"]["dependencies"] + GROUPS["setup"],
    "requirements-dev.txt": GROUPS["dev"],
}

each_lock = pytest.mark.parametrize("name", WISHES)


def _pins(name: str) -> dict[str, tuple[str, int]]:
    """Version and number of hashes of every pinned package."""
    text = (ROOT / name).read_text("utf-8")
    found = re.findall(r"^([A-Za-z0-9._-]+)==(\S+) \\\n((?:    --hash=\S+(?: \\)?\n)+)", text, re.M)
    return {package: (version, hashes.count("--hash")) for package, version, hashes in found}


@each_lock
def test_what_pyproject_wishes_is_pinned(name: str) -> None:
    pins = _pins(name)
    for wish in map(Requirement, WISHES[name]):
        version, _hashes = pins[canonicalize_name(wish.name)]
        assert wish.specifier.contains(version), f"{wish}: run make lock"


@each_lock
def test_every_pin_has_hashes_and_no_pin_names_a_place(name: str) -> None:
    text = (ROOT / name).read_text("utf-8")
    pinned = re.findall(r"^[A-Za-z0-9._-]+==", text, re.M)
    assert len(pinned) == len(_pins(name)) > 10
    assert not re.search(r"://|--(?:extra-)?index-url|--find-links|^-", text, re.M)


def test_both_locks_agree() -> None:
    run, develop = _pins("requirements.txt"), _pins("requirements-dev.txt")
    assert {name: run[name] for name in run.keys() & develop} == {
        name: develop[name] for name in run.keys() & develop
    }


@pytest.mark.parametrize("script", ["tools/set-up.sh", ".ci/run"])
def test_scripts_can_be_run(script: str) -> None:
    path = ROOT / script
    assert path.stat().st_mode & 0o111
    subprocess.run(["sh", "-n", str(path)], check=True)


def test_what_is_made_is_not_kept_in_git() -> None:
    for made in (".venv/x", "out/x.pdf", "build/x", "translations/ja/LC_MESSAGES/x.mo"):
        subprocess.run(["git", "check-ignore", "-q", made], cwd=ROOT, check=True)
