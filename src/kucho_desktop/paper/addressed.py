"""What stands on a letter: to whom, where, from whom. Light: no ReportLab."""

import re
from dataclasses import dataclass
from functools import cached_property

_NOT_DIGITS = re.compile("[^0-9]+")


@dataclass(frozen=True)
class Named:
    """A name with its title (様, 御中).

    shares_family: the family name stands once, with the name before.
    """

    name: str
    title: str = ""
    shares_family: bool = False

    @property
    def family(self) -> str:
        return self.name.partition(" ")[0]

    @property
    def shown(self) -> str:
        """What is written of it."""
        return self.name.partition(" ")[2] if self.shares_family else self.name


@dataclass(frozen=True)
class Addressee:
    """above: what stands small beside the names (屋号, a group)."""

    names: tuple[Named, ...]
    postal_code: str = ""
    address: str = ""
    building: str = ""
    above: str = ""

    @cached_property
    def digits(self) -> str:
        """The seven digits of the postal code, or nothing."""
        found = "".join(_NOT_DIGITS.split(self.postal_code))
        return found if len(found) == 7 else ""


@dataclass(frozen=True)
class Sender:
    """From whom it comes, each name on a line of its own."""

    names: tuple[str, ...]
    postal_code: str = ""
    address: str = ""
