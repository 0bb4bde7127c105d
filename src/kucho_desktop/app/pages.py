"""The pages of the window that are no room, each loaded when it is first gone to."""

from typing import TYPE_CHECKING

from kucho_desktop.app.settings import Settings
from kucho_desktop.core.book import Book
from kucho_desktop.widgets.room_page import RoomPage

if TYPE_CHECKING:
    from kucho_desktop.app.window import Window


def settings_page(settings: Settings, window: "Window") -> RoomPage:
    """What is wished for there is told by the window."""
    from kucho_desktop.app.settings_page import SettingsPage

    page = SettingsPage(settings, window.book)
    for said, told in (
        (page.look_changed, window.look_changed),
        (page.leaves, window.left),
        (page.starts_over, window.starts_over),
        (page.closes_for, window.closes_for),
    ):
        said.connect(told)
    return page


def page_named(name: str, book: Book) -> RoomPage | None:
    """None for a room's own page."""
    if name == "home":
        from kucho_desktop.app.home import HomePage

        return HomePage(book)
    if name == "print":
        from kucho_desktop.app.print_page import PrintPage

        return PrintPage(book)
    if name == "help":
        from kucho_desktop.app.help_page import HelpPage

        return HelpPage()
    if name == "restore":
        from kucho_desktop.app.copies.restore_page import RestorePage

        return RestorePage(book)
    if name == "check":
        from kucho_desktop.app.copies.check_page import CheckPage

        return CheckPage(book)
    if name == "read_in":
        from kucho_desktop.app.table_pages import ReadInPage

        return ReadInPage(book)
    if name == "write_out":
        from kucho_desktop.app.table_pages import WriteOutTablePage

        return WriteOutTablePage(book)
    if name == "safekeeping":
        from kucho_desktop.app.locks.page import SafekeepingPage

        return SafekeepingPage(book)
    return None
