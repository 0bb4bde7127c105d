"""Every colour of the program, by the role it plays. No other file names a colour."""

from typing import NamedTuple


class Colours(NamedTuple):
    """One palette. Ink on its ground reaches a contrast of 4.5:1 or more in each.

    go: "go on" and "selected"; look: "look at this"; stop: only what destroys.
    rim: the edge of what can be typed in or pressed (3:1 against its ground).
    paper: the ground under a previewed sheet, white in every palette.
    """

    page: str
    card: str
    head: str
    line: str
    rim: str
    ink: str
    second: str
    faint: str
    side: str
    side_chosen: str
    on_side_chosen: str
    side_ink: str
    side_second: str
    side_focus: str
    go: str
    go_pressed: str
    on_go: str
    go_pale: str
    look: str
    look_pale: str
    look_line: str
    stop: str
    stop_pale: str
    focus: str
    strip: str
    on_strip: str
    strip_go: str
    paper: str
    desk: str
    focus_width: int = 2


CALM = Colours(
    page="#f6f5f0",
    card="#ffffff",
    head="#eef0ec",
    line="#d9ddd8",
    rim="#7f8b86",
    ink="#1f2a30",
    second="#55636b",
    faint="#8a9597",
    side="#24332d",
    side_chosen="#3d5248",
    on_side_chosen="#ffffff",
    side_ink="#f2f6f3",
    side_second="#b9c7bf",
    side_focus="#9fdcc0",
    go="#1c6b52",
    go_pressed="#155541",
    on_go="#ffffff",
    go_pale="#e3f0ea",
    look="#8a4b08",
    look_pale="#fdf1dc",
    look_line="#e5c388",
    stop="#a32018",
    stop_pale="#fbe9e6",
    focus="#1c6b52",
    strip="#24332d",
    on_strip="#ffffff",
    strip_go="#9fdcc0",
    paper="#ffffff",
    desk="#dcdfdb",
)

DARK = Colours(
    page="#191f1d",
    card="#222a27",
    head="#2a3330",
    line="#3b4643",
    rim="#7d8a85",
    ink="#eaf0ec",
    second="#b3c0ba",
    faint="#82908a",
    side="#111614",
    side_chosen="#2f4039",
    on_side_chosen="#ffffff",
    side_ink="#eef4f0",
    side_second="#a9b8b0",
    side_focus="#8fd3b4",
    go="#7fcfad",
    go_pressed="#a3e0c5",
    on_go="#0d1f17",
    go_pale="#2c4a3e",
    look="#f2bf73",
    look_pale="#3b2f1b",
    look_line="#6b5530",
    stop="#ff9c8f",
    stop_pale="#4a2622",
    focus="#8fd3b4",
    strip="#e6eee9",
    on_strip="#14201b",
    strip_go="#155541",
    paper="#ffffff",
    desk="#2e3532",
)

CONTRAST = Colours(
    page="#ffffff",
    card="#ffffff",
    head="#ffffff",
    line="#000000",
    rim="#000000",
    ink="#000000",
    second="#000000",
    faint="#4a4a4a",
    side="#000000",
    side_chosen="#ffffff",
    on_side_chosen="#000000",
    side_ink="#ffffff",
    side_second="#ffffff",
    side_focus="#ffd60a",
    go="#00452f",
    go_pressed="#002a1c",
    on_go="#ffffff",
    go_pale="#c9f0de",
    look="#5c2e00",
    look_pale="#fff3d6",
    look_line="#5c2e00",
    stop="#8b0000",
    stop_pale="#ffe5e0",
    focus="#0038a8",
    strip="#000000",
    on_strip="#ffffff",
    strip_go="#ffd60a",
    paper="#ffffff",
    desk="#d0d0d0",
    focus_width=3,
)

PALETTES = {"calm": CALM, "contrast": CONTRAST, "dark": DARK}
"""By the name that the settings keep."""
