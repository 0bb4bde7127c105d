"""Waiting for a paper that is being made, and reading what the preview shows."""

SLOW = 30_000
"""Milliseconds that a paper may take on a busy machine."""


def ready(qtbot, page) -> None:
    qtbot.waitUntil(page.print_button.isEnabled, timeout=SLOW)


def text_of(page) -> str:
    document = page.view.document
    return "".join(document.getAllText(n).text() for n in range(document.pageCount()))
