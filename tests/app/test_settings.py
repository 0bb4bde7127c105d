"""Type size and colours, remembered without anything personal."""

import json

from PySide6.QtCore import Qt

from kucho_desktop.app.settings import Settings, load_settings
from kucho_desktop.app.settings_page import SettingsPage


def test_kept_and_read_again(own_home, tmp_path):
    book = tmp_path / "a.kucho"
    book.touch()
    settings = Settings(points=17, palette="dark", widths={"houses": {"head": 120}})
    settings.remember_book(book)
    settings.remember_book(tmp_path / "gone.kucho")
    settings.save()
    again = load_settings()
    assert (again.points, again.palette, again.widths) == (17, "dark", {"houses": {"head": 120}})
    assert again.recent_books() == [book]


def test_damaged_files_mean_the_usual_look(own_home):
    path = own_home / "window.json"
    for text in ("", "[]", "{", '{"points": "x", "widths": 3, "recent": [1], "palette": null}'):
        path.write_text(text, "utf-8")
        assert load_settings() == Settings()
    path.write_text(json.dumps({"widths": {"a": {"b": "c", "d": 5}}}), "utf-8")
    assert load_settings().widths == {"a": {"d": 5}}


def test_a_disk_that_cannot_be_written_to_is_no_trouble(own_home):
    (own_home / "window.new").mkdir()
    Settings(points=14).save()
    assert load_settings() == Settings()


def test_chosen_by_keyboard(qtbot, book):
    settings = Settings()
    page = SettingsPage(settings, book)
    qtbot.addWidget(page)
    page.show()
    large = page.sizes.buttons()[1]
    with qtbot.waitSignal(page.look_changed):
        qtbot.keyClick(large, Qt.Key.Key_Return)
    assert load_settings().points == 14
    with qtbot.waitSignal(page.look_changed):
        qtbot.keyClick(page.colours.buttons()[1], Qt.Key.Key_Space)
    assert load_settings().palette == "contrast"
    assert load_settings().points == 14
