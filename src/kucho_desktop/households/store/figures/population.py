"""The figures of a district through its years of office."""

from datetime import date, timedelta

from kucho_desktop.association.store import year_starts
from kucho_desktop.core.book import Book
from kucho_desktop.core.dates import FiscalYear, fiscal_year_of
from kucho_desktop.households.model.figures.moves import tallies
from kucho_desktop.households.model.figures.population import YEARS, Population, YearOfDistrict
from kucho_desktop.households.store.figures.headcounts import (
    first_recorded,
    headcounts_of_days,
    headcounts_on,
)
from kucho_desktop.households.store.figures.moves import moves_between


def population_on(book: Book, day: date) -> Population:
    """By group on a day, and the last ten years up to it as far as the book knows them."""
    return Population(day, headcounts_on(book, day), years_of_district(book, day))


def years_of_district(book: Book, day: date) -> tuple[YearOfDistrict, ...]:
    """The years of office up to a day, oldest first."""
    years = years_until(book, day)
    ends = [min(year.last, day) for year in years]
    counts = headcounts_of_days(book, ends)
    moves = moves_between(book, years[0].first, day)
    told = []
    for year, end, count in zip(years, ends, counts, strict=True):
        first, last = year.first.isoformat(), end.isoformat()
        own = tallies([move for move in moves if first <= move.day <= last])
        told.append(YearOfDistrict(year.title, year.first, end, count, tuple(own)))
    return tuple(told)


def years_until(book: Book, day: date) -> list[FiscalYear]:
    """The years of office up to a day, ten at most, oldest first.

    Years before anything was known to end are left out: of them only those who stayed are known.
    """
    starts = year_starts(book)
    known = first_recorded(book) or day
    years = [fiscal_year_of(day, starts)]
    while len(years) < YEARS:
        before = fiscal_year_of(years[0].first - timedelta(days=1), starts)
        if before.last < known:
            break
        years.insert(0, before)
    return years
