"""Rounds of forms and lists in the book."""
