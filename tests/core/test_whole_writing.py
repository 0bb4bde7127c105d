"""A paper is written whole or not at all; what a kill leaves half-written is removed later."""

import subprocess
import sys

import pytest

from kucho_desktop.core import whole_writing
from kucho_desktop.core.whole_writing import remove_half_written, write_whole, written_whole

DIES = """
import os, sys
from pathlib import Path
from kucho_desktop.core.whole_writing import written_whole

with written_whole(Path(sys.argv[1])) as new:
    new.write_text("髙橋 一郎 0263-72-0101", "utf-8")
    os._exit(9)
"""


@pytest.fixture
def killed(tmp_path):
    """The folder in which the program died while it wrote."""
    place = tmp_path / "書類"
    place.mkdir()
    (place / ".mine.new").write_text("of another program")
    subprocess.run([sys.executable, "-c", DIES, str(place / "髙橋様.pdf")], check=False, timeout=60)
    assert len(list(place.iterdir())) == 2
    return place


def later(monkeypatch) -> None:
    monkeypatch.setattr(whole_writing, "_AT_WORK", -1.0)


def test_what_a_kill_left_half_written_goes(killed, own_home, monkeypatch):
    later(monkeypatch)
    remove_half_written()
    assert [each.name for each in killed.iterdir()] == [".mine.new"]
    assert list((own_home / "writing").iterdir()) == []


def test_what_is_remembered_meanwhile_names_the_folder_alone(killed, own_home):
    (note,) = (own_home / "writing").iterdir()
    assert "髙橋" not in note.name + note.read_text("utf-8")


def test_what_is_just_being_written_stays(killed):
    remove_half_written()
    assert len(list(killed.iterdir())) == 2


def test_a_stick_that_is_not_there_is_waited_for(killed, monkeypatch):
    later(monkeypatch)
    drawer = killed.with_name("引き出し")
    killed.rename(drawer)
    remove_half_written()
    drawer.rename(killed)
    remove_half_written()
    assert [each.name for each in killed.iterdir()] == [".mine.new"]


def test_nothing_is_left_where_it_ends_well_or_badly(tmp_path, own_home):
    write_whole(tmp_path / "名簿.pdf", b"%PDF")

    def fail() -> None:
        with written_whole(tmp_path / "名簿.pdf") as new:
            new.write_bytes(b"half")
            raise ValueError("x")

    with pytest.raises(ValueError, match="x"):
        fail()
    assert (tmp_path / "名簿.pdf").read_bytes() == b"%PDF"
    assert [each.name for each in tmp_path.iterdir() if each.is_file()] == ["名簿.pdf"]
    assert list((own_home / "writing").iterdir()) == []


def test_where_nothing_can_be_remembered_it_is_written_all_the_same(tmp_path, own_home):
    (own_home / "writing").write_text("a file")
    write_whole(tmp_path / "名簿.pdf", b"%PDF")
    assert (tmp_path / "名簿.pdf").read_bytes() == b"%PDF"
    remove_half_written()
