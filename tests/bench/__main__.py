"""`make bench [WHAT="start search"]`: one table of what was measured, beside its goals."""

import importlib
import os
import sys
from collections.abc import Sequence

from tests.bench.measure import Line, table

QUESTIONS = ("start", "search", "printing", "labels", "reading", "editing", "years")


def main(asked: Sequence[str]) -> None:
    """Measure what is asked for, or everything."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    lines: list[Line] = []
    for question in asked or QUESTIONS:
        print(f"measuring {question} …", file=sys.stderr, flush=True)
        for line in importlib.import_module(f"tests.bench.{question}").lines():
            print(f"  {line.what}: {line.figure} {line.ratio}", file=sys.stderr, flush=True)
            lines.append(line)
    print(table(lines))


if __name__ == "__main__":
    main(sys.argv[1:])
