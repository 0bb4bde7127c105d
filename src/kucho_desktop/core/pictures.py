"""A photo, a scan or a PDF as it is kept: no larger than needed, and without where it was taken."""

import hashlib
import io
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kucho_desktop.core.errors import NotAllowed
from kucho_desktop.core.i18n import N_, _

if TYPE_CHECKING:
    from PIL.Image import Image

JPEG, PDF = "jpeg", "pdf"
LONGEST = 2000
"""Pixels of the longer side: a sheet of A4 can be read and printed at it."""
MOST_OF_PDF = 10 * 1024 * 1024
_MOST_PIXELS = 250_000_000
_QUALITY = 85
_PNG, _JPEG = b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"
_DETAILS, _TAKEN = 0x8769, 0x9003
"""Exif 2.32: where the details of a photo stand, and when it was taken."""
_DAY = re.compile(r"(\d{4}):(\d\d):(\d\d) ")
_DAMAGED = N_("This file is damaged or not what its name says. Nothing was kept.")


@dataclass(frozen=True)
class Picture:
    """kind: JPEG or PDF. digest: of the content. taken_on: the day (ISO) of a photo, or ''."""

    kind: str
    content: bytes
    digest: str
    taken_on: str = ""


def tidy_picture(content: bytes) -> Picture:
    """A photo as JPEG of at most LONGEST pixels, upright, with nothing in it but the picture.

    A telephone writes into a photo where it was taken (Exif, GPS): that does not come along.
    A PDF stays as it is. Raises NotAllowed with a sentence for everything else.
    """
    if b"%PDF-" in content[:1024]:
        if len(content) > MOST_OF_PDF:
            raise NotAllowed(_("This PDF is larger than 10 MB. Please scan it more coarsely."))
        return Picture(PDF, content, _digest(content))
    if content.startswith((_PNG, _JPEG)):
        kept, day = _as_jpeg(content)
        return Picture(JPEG, kept, _digest(kept), day)
    if content[4:8] == b"ftyp":
        raise NotAllowed(
            _(
                "This photo or film cannot be read here. Please send the photo from the telephone"
                " as JPEG (“most compatible” in the settings of its camera)."
            )
        )
    raise NotAllowed(_("Only photos (JPEG, PNG) and PDF can be kept here. Nothing was kept."))


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _as_jpeg(content: bytes) -> tuple[bytes, str]:
    from PIL import Image, ImageOps

    Image.MAX_IMAGE_PIXELS = _MOST_PIXELS
    try:
        with Image.open(io.BytesIO(content), formats=("JPEG", "PNG")) as opened:
            day = _day_taken(opened)
            if opened.format == "JPEG":
                opened.thumbnail((LONGEST, LONGEST))  # while it is read: much quicker
            plain = _on_white(ImageOps.exif_transpose(opened))
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError) as error:
        raise NotAllowed(_(_DAMAGED)) from error
    plain.thumbnail((LONGEST, LONGEST))
    kept = io.BytesIO()
    plain.save(kept, "JPEG", quality=_QUALITY)
    return kept.getvalue(), day


def _on_white(picture: "Image") -> "Image":
    """A new picture, so that nothing but its pixels is taken over."""
    from PIL import Image

    clear = "A" in picture.getbands() or "transparency" in picture.info
    layer = picture.convert("RGBA" if clear else "RGB")
    made = Image.new("RGB", layer.size, "white")
    made.paste(layer, mask=layer if clear else None)
    return made


def _day_taken(picture: "Image") -> str:
    """The day (ISO) on which the camera says it was; '' where it does not."""
    found = _DAY.match(str(picture.getexif().get_ifd(_DETAILS).get(_TAKEN, "")))
    return "-".join(found.groups()) if found and found[1] > "1900" else ""
