"""A disk that fails anywhere: no damage, a Japanese sentence, and the work can be done again."""

import shutil
import subprocess
import sys

import pytest
from crash.operations import OPERATIONS
from crash.shimmed import fail, shim, surroundings

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="forks, limits files")
STRIDES = {"paper": 7, "table": 6, "text table": 6, "password": 3, "restore": 3}


def is_well(found: dict) -> bool:
    assert not found["faults"], "\n".join(found["faults"][:3])
    return found["times"] > 1


@pytest.mark.parametrize("name", OPERATIONS)
def test_no_space_from_the_nth_touch_on(name: str) -> None:
    if shim() is None:
        pytest.skip("there is no compiler for the shim")
    found = fail(name, "no space", STRIDES.get(name, 53))
    assert is_well(found)
    assert found["sentences"]


@pytest.mark.parametrize("how", ["once", "kill"])
def test_a_step_fails_or_dies_at_the_nth_touch(how: str) -> None:
    if shim() is None:
        pytest.skip("there is no compiler for the shim")
    assert is_well(fail("edit", how, 13))


@pytest.mark.parametrize("name", ["edit", "migration", "table"])
def test_files_that_may_not_grow(name: str) -> None:
    assert is_well(fail(name, "size", 19))


def test_a_real_disk_that_gets_full(tmp_path) -> None:
    unshare = shutil.which("unshare")
    if unshare is None:
        pytest.skip("there is no unshare here")
    words = [unshare, "-rm", sys.executable, "-m", "crash.small_disk", str(tmp_path)]
    done = subprocess.run(words, env=surroundings(), capture_output=True, text=True, check=False)
    if "unshare" in done.stderr or "cannot mount" in done.stdout:
        pytest.skip("no disk can be mounted here")
    assert done.returncode == 0, done.stderr
    full, copy, well = done.stdout.splitlines()
    assert "ディスクがいっぱい" in full
    assert "空き" in copy or "作れません" in copy
    assert well == "well"
