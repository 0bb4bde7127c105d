"""A fault of the program is told in a sentence, and its report names nobody."""

import sys

from kucho_desktop.app.crash import Catcher
from kucho_desktop.core.places import settings_folder


def fall(name: str) -> None:
    secret = {"name": name}
    raise KeyError(f"no household of {secret['name']}")


def caught(catcher: Catcher) -> None:
    try:
        fall("髙橋 一郎")
    except KeyError:
        catcher.catch(*sys.exc_info())


def test_report_says_where_and_never_who(capsys):
    told = []
    caught(Catcher(told.append))
    (path,) = (settings_folder() / "reports").glob("*.txt")
    text = path.read_text("utf-8")
    assert told == [None]
    assert "KeyError" in text
    assert "fall" in text
    assert "髙橋" not in text + capsys.readouterr().err
    assert "/" not in text.replace("kucho", "")


def test_a_fault_while_telling_ends_nothing():
    def tell(_text: str) -> None:
        caught(catcher)

    catcher = Catcher(tell)
    caught(catcher)
    assert len(list((settings_folder() / "reports").glob("*.txt"))) == 2


def test_reports_do_not_pile_up():
    catcher = Catcher(repr)
    for _ in range(30):
        caught(catcher)
    assert len(list((settings_folder() / "reports").glob("*.txt"))) == 20
