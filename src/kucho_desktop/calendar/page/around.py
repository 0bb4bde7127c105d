"""What rooms above the calendar know, and lend it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from kucho_desktop.core.book import Book
from kucho_desktop.core.fiscal_years import FiscalYear


@dataclass(frozen=True)
class Around:
    """year_of: the year of office that holds a day.

    name_of: what the district is called. tables: those that change either.
    """

    year_of: Callable[[Book, date], FiscalYear]
    name_of: Callable[[Book], str]
    tables: frozenset[str]
