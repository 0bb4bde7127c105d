"""The readings that Excel keeps by itself for a name typed through an input method."""

import io
import re
import zipfile
import zlib
from xml.etree import ElementTree

_NS = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_KANJI = re.compile("[\u3005\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")


def furigana_in(content: bytes) -> dict[str, str]:
    """Reading by text, of an xlsx; a text that is read in two ways is left out.

    Neither calamine nor openpyxl hands these over: they lie as rPh in the shared strings.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = [archive.read(name) for name in _parts_with_texts(archive.namelist())]
        return _readings([part for part in parts if b"rPh" in part])
    except (
        zipfile.BadZipFile,
        zlib.error,
        ElementTree.ParseError,
        OSError,
        RuntimeError,
        ValueError,
    ):
        return {}


def _parts_with_texts(names: list[str]) -> list[str]:
    """The shared texts; other programs write the texts into the sheets instead."""
    shared = "xl/sharedStrings.xml"
    if shared in names:
        return [shared]
    return [name for name in names if re.fullmatch(r"xl/worksheets/[^/]+\.xml", name)]


def _readings(parts: list[bytes]) -> dict[str, str]:
    found: dict[str, str] = {}
    doubtful = set()
    texts = (item for part in parts for _event, item in ElementTree.iterparse(io.BytesIO(part)))
    for item in texts:
        if item.tag not in (_NS + "si", _NS + "is"):
            continue
        runs = item.findall(_NS + "rPh")
        if runs:
            text = "".join(
                each.text or ""
                for each in (*item.findall(_NS + "t"), *item.findall(f"{_NS}r/{_NS}t"))
            )
            reading = _spelt(text, runs)
            if found.setdefault(text, reading) != reading:
                doubtful.add(text)
        item.clear()
    return {
        text: reading
        for text, reading in found.items()
        if text not in doubtful and not _KANJI.search(reading)
    }


def _spelt(text: str, runs: list[ElementTree.Element]) -> str:
    """Put each run's kana in place of its kanji; positions count UTF-16 units."""
    units = text.encode("utf-16-le")
    spelt, at = "", 0
    for run in sorted(runs, key=lambda each: int(each.get("sb", "0"))):
        start, end = 2 * int(run.get("sb", "0")), 2 * int(run.get("eb", "0"))
        kana = "".join(each.text or "" for each in run.findall(_NS + "t"))
        spelt += units[at:start].decode("utf-16-le", "ignore") + kana
        at = max(at, end)
    return spelt + units[at:].decode("utf-16-le", "ignore")
