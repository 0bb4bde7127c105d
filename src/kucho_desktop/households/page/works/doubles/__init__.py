"""Households that stand in the book twice, side by side."""
