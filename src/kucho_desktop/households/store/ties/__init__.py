"""Whom a household is tied to, and what was talked about with it."""
