"""What is said of a photo or paper when it is added to a household or a person."""

from dataclasses import dataclass

from kucho_desktop.core.fields import field
from kucho_desktop.core.i18n import N_
from kucho_desktop.core.kinds import DATE, TEXT, reference


@dataclass(frozen=True)
class ToAttach:
    """member_id: whose it is; None for the household itself. taken_on: a day (ISO) or ''."""

    id: int
    title: str = field(TEXT, N_("Title"), width=14)
    taken_on: str = field(DATE, N_("Day"), width=9)
    member_id: int | None = field(reference("member"), N_("Whose"), width=12)
