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
            if "xl/sharedStrings.xml" not in archive.namelist():
                return {}
            shared = archive.read("xl/sharedStrings.xml")
        return _readings(shared) if b"rPh" in shared else {}
    except (
        zipfile.BadZipFile,
        zlib.error,
        ElementTree.ParseError,
        OSError,
        RuntimeError,
        ValueError,
    ):
        return {}


def _readings(shared: bytes) -> dict[str, str]:
    found: dict[str, str] = {}
    doubtful = set()
    for _event, item in ElementTree.iterparse(io.BytesIO(shared)):
        if item.tag != _NS + "si":
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
