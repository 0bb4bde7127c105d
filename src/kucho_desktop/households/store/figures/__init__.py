"""Figures, counted by the book."""
