"""Erasing for good: by itself when the days are over, and everything when a term ends."""
