"""Where a book lies, told by invented facts; and the second place that one is reminded of."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from kucho_desktop.core.lying import Facts, facts, lies, warning_about
from kucho_desktop.core.second_place import (
    choose_second_place,
    second_place,
    see_second_place,
)

TODAY = date(2026, 11, 20)
DRIVES = {"C:\\": 3, "E:\\": 2, "Z:\\": 4}
WINDOWS = Facts({"OneDriveConsumer": r"C:\Users\kucho\雲"}, {}, lambda drive: DRIVES[drive])
UNIX = Facts(
    {},
    {
        "/": "ext4",
        "/home": "ext4",
        "/home/a/nas": "cifs",
        "/srv": "nfs4",
        "/home/a/far": "fuse.sshfs",
    },
)


@pytest.mark.parametrize(
    ("path", "kind", "name"),
    [
        (r"C:\Users\kucho\Documents\梓野区.kucho", "", ""),
        (r"C:\Users\kucho\OneDrive\Documents\梓野区.kucho", "cloud", "OneDrive"),
        (r"C:\Users\kucho\OneDrive - 梓野区\梓野区.kucho", "cloud", "OneDrive"),
        (r"C:\Users\kucho\雲\区\梓野区.kucho", "cloud", "OneDrive"),
        (r"C:\Users\kucho\Dropbox\梓野区.kucho", "cloud", "Dropbox"),
        (r"C:\Users\kucho\Google Drive\梓野区.kucho", "cloud", "Google Drive"),
        (r"C:\Users\kucho\iCloudDrive\梓野区.kucho", "cloud", "iCloud"),
        (r"C:\Users\kucho\My Dropboxes.kucho", "", ""),
        (r"C:\Users\kucho\boxes\梓野区.kucho", "", ""),
        (r"E:\梓野区.kucho", "removable", ""),
        (r"Z:\区\梓野区.kucho", "network", ""),
        (r"\\NAS\share\梓野区.kucho", "network", ""),
    ],
)
def test_windows(path, kind, name):
    assert lies(path, WINDOWS) == (kind, name)


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/home/a/梓野区.kucho", ""),
        ("/home/a/nas/梓野区.kucho", "network"),
        ("/home/a/nas2/梓野区.kucho", ""),
        ("/home/a/far/区/梓野区.kucho", "network"),
        ("/srv/梓野区.kucho", "network"),
        ("/run/media/a/USB/梓野区.kucho", "removable"),
        ("/media/a/USB/梓野区.kucho", "removable"),
        ("/Volumes/USB/梓野区.kucho", "removable"),
        ("/home/a/Dropbox/梓野区.kucho", "cloud"),
        ("/Users/a/Library/CloudStorage/OneDrive-Personal/梓野区.kucho", "cloud"),
    ],
)
def test_elsewhere(path, kind):
    assert lies(path, UNIX)[0] == kind


def test_the_warning_names_the_remedy():
    assert warning_about(Path("/home/a/梓野区.kucho"), UNIX) == ""
    said = warning_about(Path("/home/a/Dropbox/梓野区.kucho"), UNIX)
    assert "Dropbox" in said
    assert "移して" in said
    assert "USB" in warning_about(Path("/media/a/USB/梓野区.kucho"), UNIX)


def test_this_computer_says_something():
    assert warning_about(Path("/梓野区.kucho"), facts()) == "" or facts().mounts


def test_one_is_reminded_of_a_second_place_after_14_days(own_home, tmp_path):
    assert second_place("a").folder is None
    assert not second_place("a").is_missed(TODAY)
    choose_second_place("a", tmp_path, TODAY)
    choose_second_place("b", tmp_path / "b", TODAY)
    place = second_place("a")
    assert place.folder == tmp_path
    assert not place.is_missed(TODAY + timedelta(days=13))
    assert place.is_missed(TODAY + timedelta(days=14))
    see_second_place("a", TODAY + timedelta(days=14))
    assert not second_place("a").is_missed(TODAY + timedelta(days=20))
    choose_second_place("a", None, TODAY)
    assert second_place("a").folder is None
    assert second_place("b").folder == tmp_path / "b"


@pytest.mark.parametrize("text", ["", "[]", "{", '{"a": 3}', '{"a": {"folder": "x", "seen": "?"}}'])
def test_a_damaged_note_means_none(own_home, text):
    (own_home / "copies.json").write_text(text, "utf-8")
    assert second_place("a").folder is None
