"""The list of the households."""
