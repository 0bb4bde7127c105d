"""Copies of the open book: made by themselves, gone back to, and the check."""
