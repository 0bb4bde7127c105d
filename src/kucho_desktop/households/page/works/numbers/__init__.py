"""The figures of a day, a year and ten years."""
