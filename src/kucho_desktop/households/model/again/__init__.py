"""The same household in another table, or twice in the book: how it is known, what differs."""
