"""Killed at any moment: what was acknowledged is there, and the book is whole."""

import sys

import pytest
from crash.trials import kill
from crash.works import WORKS

TRIALS = {"editing": 100, "backup": 12, "restore": 24, "rekey": 24, "migration": 24, "erasure": 16}

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="forks and kills")


@pytest.mark.parametrize("name", WORKS)
def test_killed_at_any_moment(name: str) -> None:
    tally = kill(name, TRIALS.get(name, 24), seed=1)
    assert tally.is_well, "\n".join(tally.faults)
    assert tally.acknowledged
