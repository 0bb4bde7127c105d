"""Write resources/area_codes.json: how phone numbers in Japan are divided by hyphens.

Run it with any Python that has the package `phonenumbers` (Apache-2.0), never needed at run time:

    python tools/build_area_codes.py
"""

import json
from pathlib import Path

import phonenumbers

OUT = Path(__file__).parents[1] / "resources" / "area_codes.json"
LONGEST = 6


def shape(begins: str, length: int) -> str:
    """The parts of a number that begins so: "4-2-4"; empty where the plan has none."""
    typed = (begins + "2345678901")[:length]
    try:
        number = phonenumbers.parse(typed, "JP")
    except phonenumbers.NumberParseException:
        return ""
    national = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.NATIONAL)
    return "-".join(str(len(part)) for part in national.split("-")) if "-" in national else ""


def length_of(begins: str) -> int:
    return 11 if begins[:3] in {"050", "060", "070", "080", "090"} or begins[:4] == "0800" else 10


def shapes(begins: str) -> dict[str, str]:
    """The shortest beginnings under this one that settle the shape."""
    if len(begins) == LONGEST:
        found = shape(begins, length_of(begins))
        return {begins: found} if found else {}
    under: dict[str, str] = {}
    for digit in "0123456789":
        under |= shapes(begins + digit)
    kinds = set(under.values())
    complete = all(any(key.startswith(begins + digit) for key in under) for digit in "0123456789")
    if len(kinds) == 1 and (complete or len(begins) >= 3):
        return {begins: kinds.pop()}
    return under


def main() -> None:
    by_shape: dict[str, list[str]] = {}
    for begins, parts in sorted(shapes("0").items()):
        by_shape.setdefault(parts, []).append(begins)
    said = {
        "source": f"numbering plan of Japan as in phonenumbers {phonenumbers.__version__}"
        " (Google libphonenumber, Apache-2.0)",
        "begins": by_shape,
    }
    OUT.write_text(json.dumps(said, ensure_ascii=False, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
