"""梓野区: an invented district to practise with, with years behind it."""

from kucho_desktop.app.practice.writing import write_practice_book

__all__ = ["write_practice_book"]
