"""Half-open stretches of days [since, until) in ISO, cut where others hold."""

from collections.abc import Iterable

Stretch = tuple[str, str]


def left_over(stretch: Stretch, others: Iterable[Stretch]) -> list[Stretch]:
    """What is left of a stretch where none of the others holds, in order."""
    left = [stretch]
    for since, until in others:
        cut = []
        for begin, end in left:
            if until <= begin or end <= since:
                cut.append((begin, end))
                continue
            if begin < since:
                cut.append((begin, since))
            if until < end:
                cut.append((until, end))
        left = cut
    return sorted(left)
