"""Lists that somebody put together, kept, read and changed together."""
