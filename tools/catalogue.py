"""The catalogues of texts: extract from the code, merge, compile, check. English is the source.

catalogue.py merge      bring the template and every language up to date with the code
catalogue.py compile    write the .mo files (of the .po files named, else of all)
catalogue.py check      fail where something is not up to date or not in Japanese
"""

import argparse
import datetime
import io
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "src" / "kucho_desktop"
TRANSLATIONS = ROOT / "translations"
TEMPLATE = TRANSLATIONS / "kucho_desktop.pot"
KEYWORDS = {"_": None, "N_": None, "n_": (1, 2)}
# A fixed day: a catalogue changes when its texts do, not with every run.
_DAY = datetime.datetime(2026, 11, 20, tzinfo=datetime.UTC)


def _new(locale: str | None = None) -> Catalog:
    return Catalog(
        locale=locale,
        project="kucho_desktop",
        version="0",
        creation_date=_DAY,
        revision_date=_DAY,
        charset="utf-8",
        header_comment="# kucho_desktop",
        copyright_holder="kucho_desktop",
        msgid_bugs_address="",
        last_translator="kucho_desktop" if locale else None,
        language_team=locale,
    )


def languages() -> list[Path]:
    """The catalogue of every language."""
    return sorted(TRANSLATIONS.glob("*/LC_MESSAGES/kucho_desktop.po"))


def read(path: Path) -> Catalog:
    """The catalogue in this file; its language is the folder's name."""
    with path.open("rb") as file:
        return read_po(file, locale=path.parents[1].name)


def extract() -> Catalog:
    """The template: every text marked with `_`, `N_` or `n_` in the code."""
    template = _new()
    found = extract_from_dir(str(SOURCE), [("**.py", "python")], keywords=KEYWORDS)
    for _file, _line, text, comments, _context in found:
        template.add(text, None, auto_comments=comments)
    return template


def merge(template: Catalog, known: Catalog) -> Catalog:
    """A language with exactly the template's texts, translated as far as they were."""
    merged = _new(str(known.locale))
    for message in texts(template):
        before = known.get(source_of(message))
        merged.add(message.id, before.string if before and all(forms(before)) else "")
    return merged


def texts(catalogue: Catalog) -> Iterator[Message]:
    """Every message but the header."""
    return (message for message in catalogue if message.id)


def source_of(message: Message) -> str:
    """The English text; of a text with a count the one for one."""
    return message.id if isinstance(message.id, str) else message.id[0]


def forms(message: Message) -> tuple[str, ...]:
    """The translation, one text for each plural form."""
    given = message.string or ""
    return (given,) if isinstance(given, str) else tuple(given)


def untranslated(catalogue: Catalog) -> list[str]:
    """The English texts that have no translation yet."""
    return [source_of(message) for message in texts(catalogue) if not all(forms(message))]


def as_bytes(catalogue: Catalog) -> bytes:
    """The catalogue as its file: sorted and without line numbers, so that it merges well."""
    file = io.BytesIO()
    write_po(file, catalogue, no_location=True, sort_output=True, width=100)
    return file.getvalue()


def up_to_date() -> dict[Path, Catalog]:
    """What every catalogue file should hold, by path."""
    template = extract()
    return {TEMPLATE: template} | {path: merge(template, read(path)) for path in languages()}


def compile_catalogue(path: Path) -> None:
    """Write the .mo beside a .po."""
    with path.with_suffix(".mo").open("wb") as file:
        write_mo(file, read(path))


def problems() -> list[str]:
    """What keeps the catalogues from being complete, one sentence each."""
    found = []
    for path, catalogue in up_to_date().items():
        if not path.exists() or path.read_bytes() != as_bytes(catalogue):
            found.append(f"{path.relative_to(ROOT)} is not what the code says: run merge.")
        if catalogue.locale and str(catalogue.locale) == "ja":
            found += [f"Not yet in Japanese: {text}" for text in untranslated(catalogue)]
    return found


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the command line asks."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("what", choices=["merge", "compile", "check"])
    parser.add_argument("files", nargs="*", type=Path)
    asked = parser.parse_args(arguments)
    if asked.what == "merge":
        for path, catalogue in up_to_date().items():
            path.write_bytes(as_bytes(catalogue))
    elif asked.what == "compile":
        for path in asked.files or languages():
            compile_catalogue(path)
    elif found := problems():
        print("\n".join(found), file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
