"""Line icons, coloured by the role they play where they stand."""

from functools import lru_cache

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from kucho_desktop.core.places import resources
from kucho_desktop.widgets import theme

_CLEAR = QColor(0, 0, 0, 0)


def icon(name: str, role: str = "ink", gap: int = 0) -> QIcon:
    """An icon for a button.

    gap: pixels of air between it and the words; Qt itself leaves too little.
    """
    made = QIcon(_with_gap(picture(name, role), gap))
    if (
        role == "on_go"
    ):  # what is bright on green is not seen on the pale ground of a button at rest
        made.addPixmap(_with_gap(picture(name, "faint"), gap), QIcon.Mode.Disabled)
    return made


def _with_gap(drawn: QPixmap, gap: int) -> QPixmap:
    if not gap:
        return drawn
    ratio = drawn.devicePixelRatio()
    wider = QPixmap(drawn.width() + round(gap * ratio), drawn.height())
    wider.setDevicePixelRatio(ratio)
    wider.fill(_CLEAR)
    painter = QPainter(wider)
    painter.drawPixmap(0, 0, drawn)
    painter.end()
    return wider


def picture(name: str, role: str = "ink", size: int = 0) -> QPixmap:
    """The icon as a picture, `size` pixels high (that of buttons if 0)."""
    now = theme.now()
    app = QGuiApplication.instance()
    ratio = app.devicePixelRatio() if isinstance(app, QGuiApplication) else 1.0
    return _drawn(name, getattr(now.colours, role), size or now.icon, ratio)


@lru_cache(maxsize=256)
def _drawn(name: str, colour: str, size: int, ratio: float) -> QPixmap:
    source = (resources() / "icons" / f"{name}.svg").read_text(encoding="utf-8")
    renderer = QSvgRenderer(source.replace("currentColor", colour).encode())
    pixmap = QPixmap(round(size * ratio), round(size * ratio))
    pixmap.fill(_CLEAR)
    painter = QPainter(pixmap)
    renderer.render(painter, QRectF(0, 0, pixmap.width(), pixmap.height()))
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap
