"""Choosing many households, and what is done with them."""
