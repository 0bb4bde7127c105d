"""What differs between a copy and the book, in words, for the window and the command line."""

from kucho_desktop.core.differing import Change, Difference
from kucho_desktop.core.i18n import _, n_


def said_of_difference(found: Difference | None) -> str:
    """What has happened since the copy, in a few lines."""
    if found is None:
        return _("It cannot be compared: the present book, or this copy, cannot be read just now.")
    lines = [
        *_said_of_change(_("Households"), found.households),
        *_said_of_change(_("People"), found.people),
    ]
    if found.others:
        lines.append(_("Something about the district, its groups or its forms is different, too."))
    if not lines:
        return _("Nothing. This copy is the same as the book now.")
    return "\n".join([_("Since this copy was made:"), *lines])


def _said_of_change(what: str, change: Change) -> list[str]:
    said = [
        text.format(count=len(ids))
        for text, ids in (
            (n_("{count} added", "{count} added", len(change.added)), change.added),
            (n_("{count} changed", "{count} changed", len(change.changed)), change.changed),
            (n_("{count} gone", "{count} gone", len(change.gone)), change.gone),
        )
        if ids
    ]
    return [_("{what}: {changes}").format(what=what, changes=_(" · ").join(said))] if said else []
